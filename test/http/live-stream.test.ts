import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deskOf } from "#test/support/desk";
import { NOW_MS } from "#test/support/order-fixtures";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const idsIn = (text: string) => [...text.matchAll(/^id: (\S+)$/gm)].map((match) => match[1]);
const ordersIn = (text: string) => [...text.matchAll(/"orderNo":"([^"]+)"/g)].map((match) => match[1]);

describe("the live channel", () => {
  it("tells who may read the queue which order moved, and nothing personal", async () => {
    const manager = await server.signIn("manager1");
    const stream = await manager.stream();
    await vi.waitFor(() => expect(stream.text()).toContain("connected"));
    await deskOf(server.store).submit("A1");
    await vi.waitFor(() => expect(ordersIn(stream.text())).toEqual(["A1"]));
    expect(stream.text()).toContain(
      `{"type":"MOVED","moved":{"orderNo":"A1","status":"PENDING_FIRST_REVIEW","version":1,"claimedBy":null,"atMs":${NOW_MS}}}`,
    );
    stream.close();
  });

  it("goes on after a broken line where it stopped, without a gap", async () => {
    const reviewer = await server.signIn("reviewer1");
    const desk = deskOf(server.store);
    const first = await reviewer.stream();
    await vi.waitFor(() => expect(first.text()).toContain("connected"));
    await desk.submit("A1");
    await vi.waitFor(() => expect(idsIn(first.text())).toHaveLength(1));
    first.close();
    await desk.submit("A2");
    await desk.submit("A3");
    const second = await reviewer.stream(idsIn(first.text())[0]);
    await vi.waitFor(() => expect(ordersIn(second.text())).toEqual(["A2", "A3"]));
    second.close();
  });

  it.each([["another-process-1"], ["boot-999"], ["nonsense"]])(
    "asks to reload after the id %s",
    async (id) => {
      const desk = deskOf(server.store);
      await desk.submit("A0");
      const reviewer = await server.signIn("reviewer1");
      const stream = await reviewer.stream(id);
      await vi.waitFor(() => expect(stream.text()).toContain('{"type":"RESYNC"}'));
      await desk.submit("A1");
      await vi.waitFor(() => expect(ordersIn(stream.text())).toEqual(["A1"]));
      stream.close();
    },
  );

  it("asks to reload when more was missed than it remembers", async () => {
    const hub = server.services.live;
    const order = await deskOf(server.store).submit("A1");
    for (let i = 0; i < 1_500; i++) hub.publish({ order, events: [], atMs: NOW_MS });
    const reviewer = await server.signIn("reviewer1");
    const stream = await reviewer.stream("boot-1");
    await vi.waitFor(() => expect(stream.text()).toContain('{"type":"RESYNC"}'));
    expect(idsIn(stream.text())).toEqual(["boot-1501"]);
    stream.close();
  });

  it("is one GET, and the only one", async () => {
    const reviewer = await server.signIn("reviewer1");
    const statuses = await Promise.all(
      ["/trpc/session.me", "/trpc/queue.counts", "/trpc/events.stream,session.me?batch=1"].map(
        async (path) => (await reviewer.get(path)).status,
      ),
    );
    expect(statuses).toEqual([405, 405, 405]);
  });
});
