import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BureauGateway } from "#server/bureau/gateway";
import type { BureauResult, BureauResultFile } from "#shared/contract/bureau-result";
import { type DeliveryRig, GUANGDONG, openDeliveryRig } from "./delivery-rig";
import { isAck, isBatch, isPoll, isStatus } from "./fault-proxy";
import { violations } from "./truth";

const HOUR = 3_600_000;

let rig: DeliveryRig;
/** What the bureau seems to have for us in place of its own files; null: its own. */
let files: BureauResultFile[] | null;
let acknowledged: string[];

beforeEach(async () => {
  files = null;
  acknowledged = [];
  const wrapGateway = (gateway: BureauGateway): BureauGateway => ({
    ...gateway,
    async results(provinceCode, limit) {
      const answer = await gateway.results(provinceCode, limit);
      if (files === null || provinceCode !== GUANGDONG || answer.kind !== "ANSWERED") return answer;
      const left = files.filter((file) => !acknowledged.includes(file.fileName));
      return {
        ...answer,
        value: { files: left, unreadable: left.map(({ fileName }) => fileName).filter(isGarbled) },
      };
    },
    async acknowledge(fileName) {
      acknowledged.push(fileName);
      return gateway.acknowledge(fileName);
    },
  });
  rig = await openDeliveryRig({ wrapGateway });
});
afterEach(() => rig.close());

/** Files of this name stand for ones that also hold a result we cannot read. */
function isGarbled(fileName: string): boolean {
  return fileName.startsWith("garbled");
}

async function accepted(orderNo: string): Promise<void> {
  await rig.approve(orderNo);
  await rig.push();
  await rig.deliver();
}

let results = 0;
function said(
  submissionKey: string,
  what: Partial<BureauResult> & { kind: BureauResult["kind"] },
): BureauResult {
  results += 1;
  const base = { resultId: `R${results}`, submissionKey, atMs: rig.deps.now() + results };
  switch (what.kind) {
    case "REVIEW":
      return { ...base, approved: true, jgdm: 1001, services: [], ...what, kind: "REVIEW" };
    case "SMS":
      return { ...base, event: "ALL_VERIFIED", ...what, kind: "SMS" };
    case "DOMAIN_CHECK":
      return { ...base, passed: true, ...what, kind: "DOMAIN_CHECK" };
    case "RECORD_ERROR":
      return { ...base, jgdm: 1003, text: "", ...what, kind: "RECORD_ERROR" };
  }
}
const file = (fileName: string, ...inside: BureauResult[]): BureauResultFile => ({
  fileName,
  results: inside,
});
const roadTo = (key: string) => [said(key, { kind: "DOMAIN_CHECK" }), said(key, { kind: "SMS" })] as const;

describe("results that come again", () => {
  it("count once, in one file or in several, acknowledged or not", async () => {
    await rig.bureau.control({ autoVerifySms: true, failures: { duplicateResult: 1 } });
    rig.proxy.judgeBy((call) =>
      isAck(call) && rig.proxy.calls.length % 2 === 0 ? { kind: "BEFORE" } : null,
    );
    await accepted("A1");
    for (let turn = 0; turn < 30; turn += 1) await rig.turn(HOUR);
    expect(await rig.statusOf("A1")).toBe("FILED");
    const trail = await rig.trail("A1");
    for (const row of ["T32 domainCheckPassed", "T37 verify", "T43 bureauApproved"]) {
      expect(trail.filter((one) => one === row)).toHaveLength(1);
    }
    expect(await violations(rig, ["A1"])).toEqual([]);
  });

  it("are acknowledged even when nothing is under way in the province any more", async () => {
    await rig.bureau.control({ autoVerifySms: true });
    await accepted("A1");
    rig.proxy.judgeBy((call) => (isAck(call) ? { kind: "BEFORE" } : null));
    for (let turn = 0; turn < 25; turn += 1) await rig.turn(HOUR);
    expect(await rig.statusOf("A1")).toBe("FILED");
    expect((await rig.bureau.control({})).unacknowledgedFiles).toBeGreaterThan(0);
    rig.proxy.judgeBy(() => null);
    rig.restart();
    await rig.turn();
    expect((await rig.bureau.control({})).unacknowledgedFiles).toBe(0);
  });
});

describe("results out of order", () => {
  it("in one poll are applied by their time", async () => {
    await accepted("A1");
    const [domain, sms] = roadTo("A1:1");
    const review = said("A1:1", { kind: "REVIEW" });
    files = [file("F3", review), file("F2", sms), file("F1", domain)];
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("FILED");
    expect(acknowledged.toSorted()).toEqual(["F1", "F2", "F3"]);
  });

  it("with one and the same time find their order themselves", async () => {
    await accepted("A1");
    const atMs = rig.deps.now();
    const [domain, sms] = roadTo("A1:1");
    files = [file("F1", said("A1:1", { kind: "REVIEW", atMs }), { ...sms, atMs }, { ...domain, atMs })];
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("FILED");
  });

  it("that cannot be read hold up their own file and nothing else", async () => {
    await accepted("A1");
    const [check, sms] = roadTo("A1:1");
    files = [file("garbled1", check), file("plain1", sms)];
    await rig.turn(HOUR);
    expect(await rig.statusOf("A1")).toBe("UNDER_BUREAU_REVIEW");
    expect(acknowledged).toEqual(["plain1"]);
  });

  it("that are early stay with the bureau until their turn has come", async () => {
    await accepted("A1");
    const [domain, sms] = roadTo("A1:1");
    files = [file("F2", said("A1:1", { kind: "REVIEW" }))];
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
    expect(acknowledged).toEqual([]);
    files = [...files, file("F1", domain, sms)];
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("FILED");
    expect(acknowledged.toSorted()).toEqual(["F1", "F2"]);
  });

  it("before the acknowledgement of the upload imply it", async () => {
    await rig.approve("A1");
    await rig.push();
    rig.proxy.judgeBy((call) => {
      if (isBatch(call)) return { kind: "AFTER" };
      return isStatus(call) ? { kind: "BEFORE" } : null;
    });
    await rig.deliver();
    await rig.bureau.control({ advanceMs: 20 * 60_000 });
    await rig.turn();
    expect((await rig.trail("A1")).slice(-3)).toEqual([
      "T29 uploadAccepted",
      "T32 domainCheckPassed",
      "T34 codeSent",
    ]);
    rig.proxy.judgeBy(() => null);
    await rig.turn(60_000);
    expect(rig.auditData("A1", "uploadAccepted")).toHaveLength(1);
    expect(await violations(rig, ["A1"])).toEqual([]);
  });
});

describe("results that fit nothing", () => {
  const notApplied = async (orderNo: string) => {
    const submissions = await rig.store.submissions(orderNo);
    return submissions
      .flatMap(({ timeline }) => timeline.map(({ action }) => action))
      .filter((a) => /NOT_APPLIED/.test(a));
  };

  it("late ones change nothing, stand in the timeline once, and are acknowledged each time", async () => {
    await accepted("A1");
    const [domain, sms] = roadTo("A1:1");
    const late = said("A1:1", { kind: "SMS", event: "TIMED_OUT" });
    files = [file("F1", domain, sms, late), file("F2", late)];
    await rig.deliver();
    acknowledged = [];
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("UNDER_BUREAU_REVIEW");
    expect(await notApplied("A1")).toEqual(["SMS_NOT_APPLIED"]);
    expect(acknowledged.toSorted()).toEqual(["F1", "F2"]);
  });

  it.each(["GHOST:1", "A1:7", "no key at all"])("for %s are acknowledged and never applied", async (key) => {
    await accepted("A1");
    files = [file("F1", said(key, { kind: "RECORD_ERROR" }))];
    await rig.deliver();
    expect(acknowledged).toEqual(["F1"]);
    expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
    expect(await rig.statusOf("GHOST")).toBeNull();
  });

  it("a record error with a code that is none is refused", async () => {
    await accepted("A1");
    files = [file("F1", said("A1:1", { kind: "RECORD_ERROR", jgdm: 1001 }))];
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("MIIT_DOMAIN_CHECK");
    expect(acknowledged).toEqual(["F1"]);
  });
});

describe("a bureau that does not answer polls", () => {
  it("is asked less and less often", async () => {
    await accepted("A1");
    rig.proxy.judgeBy((call) => (isPoll(call) ? { kind: "BEFORE" } : null));
    const polls = () =>
      rig.proxy.calls.filter((call) => isPoll(call) && call.path.includes(GUANGDONG)).length;
    const before = polls();
    for (let second = 0; second < 120; second += 1) await rig.turn(1_000);
    expect(polls() - before).toBeGreaterThan(4);
    expect(polls() - before).toBeLessThan(12);
  });

  it("is asked for fewer files when the answer is too large", async () => {
    await accepted("A1");
    await rig.bureau.control({ advanceMs: 20 * 60_000 });
    const body = JSON.stringify({ msgCode: 0, msg: "x".repeat(2 * 1024 * 1024), bureauTimeMs: 0, files: [] });
    rig.proxy.judgeBy((call) =>
      isPoll(call) && !call.path.endsWith("limit=1") ? { kind: "ANSWER", status: 200, body } : null,
    );
    await rig.deliver();
    expect(await rig.statusOf("A1")).toBe("SMS_PENDING");
  });
});
