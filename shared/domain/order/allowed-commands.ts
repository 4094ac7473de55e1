import type { Verdict } from "../review/verdict";
import type { Actor } from "./actor";
import type { Command, CommandType } from "./command";
import { decide } from "./decide";
import { type Assignee, type DecideContext, NO_FACTS } from "./decision";
import type { Order } from "./order";
import { isRefusal } from "./refusal";
import type { OrderSettings } from "./settings";

const SOMEBODY = "somebody";

const ANY_COLLEAGUE: Assignee = {
  username: SOMEBODY,
  active: true,
  roles: ["LEAD"],
  provinces: null,
  filingTypes: null,
};

const PROBE_VERDICT: Verdict = {
  verdictId: "probe",
  outcome: "REVISE",
  comment: "",
  note: "",
  reasons: [{ templateCode: null, fieldPath: "entity.name", params: {}, problem: "probe", suggestion: "" }],
  overrides: [],
};

/** One well-filled example of each command that a person at the desk can give. */
function probes(nowMs: number): Command[] {
  return [
    { type: "claim" },
    { type: "assign", to: SOMEBODY },
    { type: "release" },
    { type: "approve", verdict: PROBE_VERDICT },
    { type: "reject", verdict: PROBE_VERDICT },
    { type: "requestRevision", verdict: PROBE_VERDICT },
    { type: "escalate", to: SOMEBODY, comment: "probe" },
    { type: "hold", reason: "INTERNAL", untilMs: nowMs + 1, comment: "" },
    { type: "resume" },
    { type: "handOver", to: SOMEBODY, comment: "" },
    { type: "reassign", to: SOMEBODY, comment: "" },
    { type: "undoVerdict" },
    { type: "recall", reason: "probe" },
    { type: "reopen", reason: "probe" },
    { type: "push", expectsSms: true },
    { type: "resubmitUnchanged" },
    { type: "abandon", reason: "probe" },
  ];
}

/**
 * The commands that this person could give now, a correct form provided: what the buttons of the client show and
 * the server enforces, because both ask `decide`. What only the content decides (a missing reason, an open finding,
 * an unsuitable colleague) does not count here.
 */
export function allowedCommands(
  order: Order,
  actor: Actor,
  nowMs: number,
  settings: OrderSettings,
): CommandType[] {
  const ctx: DecideContext = {
    actor,
    nowMs,
    settings,
    facts: NO_FACTS,
    expectedVersion: null,
    expectedFindingsVersion: null,
  };
  return probes(nowMs)
    .filter((probe) => {
      const facts = "to" in probe ? { ...NO_FACTS, assignee: ANY_COLLEAGUE } : NO_FACTS;
      return !isRefusal(decide(order, probe, { ...ctx, facts }));
    })
    .map((probe) => probe.type);
}
