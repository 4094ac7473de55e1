import { describe, expect, it, vi } from "vitest";
import { createApp } from "#server/http/create-app";
import { listen } from "#server/http/listen";
import { createOpenStreams } from "#server/http/open-streams";
import { createCaller } from "#test/support/staff-caller";
import { startTestServer } from "#test/support/test-server";

const SOON_MS = 1_000;

/** Whether the server closes soon although three event streams are open. */
async function closesSoon(endsStreams: boolean): Promise<boolean> {
  const streams = createOpenStreams();
  await using server = await startTestServer();
  const services = { ...server.services, streams };
  const heedless = { ...streams, endAll: () => {} };
  const listening = await listen(createApp(services), "127.0.0.1", 0, endsStreams ? streams : heedless);
  const { cookie } = await server.signIn("reviewer1");
  const caller = createCaller(listening.url, cookie);
  const open = await Promise.all([caller.stream(), caller.stream(), caller.stream()]);
  for (const stream of open) await vi.waitFor(() => expect(stream.text()).toContain("connected"));
  const closed = listening.close().then(() => true);
  const soon = await Promise.race([
    closed,
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), SOON_MS)),
  ]);
  for (const stream of open) stream.close();
  await closed;
  return soon;
}

describe("closing with three streams open", () => {
  it("ends the streams first, and is done soon", async () => {
    expect(await closesSoon(true)).toBe(true);
  });

  it("would wait for streams that nobody ends", async () => {
    expect(await closesSoon(false)).toBe(false);
  });
});
