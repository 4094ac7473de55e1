import type { VerdictAnswer, VerdictInput } from "#shared/contract/staff-orders";
import type { StaffActor } from "#shared/domain/order/actor";
import type { Command } from "#shared/domain/order/command";
import type { Verdict } from "#shared/domain/review/verdict";
import { changeOrder } from "./change-order";
import type { Deps } from "./deps";
import { refreshFindings } from "./refresh-findings";
import { done, type Reply } from "./reply";
import { libraryInForce } from "./template-library";
import { verdictOf } from "./verdict-of";

/**
 * T10-T14: the caller's decision on the order in his hands, at the version he saw. Everything it sends waits for
 * ten seconds, so that `undoVerdict` can still take it back. The draft of this verdict is no longer needed.
 */
export async function recordVerdict(
  deps: Deps,
  input: VerdictInput,
  actor: StaffActor,
): Promise<Reply<VerdictAnswer>> {
  // A verdict stands on the facts of this moment: what the reviewer saw is compared with what holds now.
  const record = await refreshFindings(deps, input.orderNo);
  const verdict = verdictOf(input, deps.newId(), await libraryInForce(deps), record);
  if (verdict.kind !== "DONE") return verdict;
  const reply = await changeOrder(
    deps,
    actor,
    {
      verb: "verdict",
      orderNo: input.orderNo,
      requestId: input.requestId,
      expectedVersion: input.version,
      expectedFindingsVersion: input.findingsVersion ?? null,
      lookup: { findings: true },
    },
    commandOf(verdict.value),
  );
  if (reply.kind !== "DONE") return reply;
  await deps.store.clearDraft(input.orderNo, actor.username);
  const { orderNo, status, version, undoUntilMs } = reply.value;
  if (undoUntilMs === null) throw new Error("a verdict without an undo window");
  return done({ orderNo, status, version, undoUntilMs });
}

function commandOf(verdict: Verdict): Command {
  switch (verdict.outcome) {
    case "APPROVE":
      return { type: "approve", verdict };
    case "REJECT":
      return { type: "reject", verdict };
    case "REVISE":
      return { type: "requestRevision", verdict };
  }
}
