import type { Application } from "#shared/domain/filing/application";
import { type Refusal, refuse } from "#shared/domain/order/refusal";
import { untouchedRequests } from "#shared/domain/review/untouched-requests";
import {
  type Customer,
  type CustomerReply,
  customerChange,
  type Entered,
  entryLookup,
  notOwnOrder,
  type Once,
  unknownMaterials,
} from "./customer-change";
import type { Deps } from "./deps";
import { refreshFindings } from "./refresh-findings";

export interface ResubmitInput {
  readonly orderNo: string;
  readonly application: Application;
  readonly once: Once;
}

/** `untouchedRequests`: field paths the last verdict asked about and this revision left as they were. */
export type Resubmitted = Entered & { readonly untouchedRequests: readonly string[] };

/**
 * Brings a returned or withdrawn order back with a new revision of the whole document (T17, T18, T42; T02 with T04).
 * Refused: somebody else's order, unknown materials, a wrong status, a locked field that changed, and another open
 * order of the account or entity now named.
 */
export async function resubmitOrder(
  deps: Deps,
  input: ResubmitInput,
  actor: Customer,
): Promise<CustomerReply<Resubmitted>> {
  const { orderNo, application, once } = input;
  const foreign = await notOwnOrder(deps, orderNo, actor);
  if (foreign !== null) return foreign;
  const sha256s = await unknownMaterials(deps, application, actor);
  if (sha256s.length > 0) return { kind: "UNKNOWN_MATERIALS", sha256s };
  const untouched = await untouchedSince(deps, orderNo, application);
  const reply = await customerChange(
    deps,
    {
      target: { orderNo },
      commands: [{ type: "edit", application }, { type: "submit" }],
      once,
      lookup: entryLookup(application),
      objection: await lockedNature(deps, orderNo, application),
    },
    actor,
  );
  if (reply.kind !== "DONE") return reply;
  const record = await refreshFindings(deps, orderNo);
  const findings = record?.report.findings ?? [];
  return { kind: "DONE", value: { ...reply.value, findings, untouchedRequests: untouched } };
}

/**
 * The one locked field that the machine cannot see, because it stands in the sealed document only (domain.md §2.2).
 * It never changes, so any stored revision is the measure.
 */
async function lockedNature(deps: Deps, orderNo: string, application: Application): Promise<Refusal | null> {
  const stored = await deps.store.revision(orderNo);
  if (stored === null || stored.application.entity.nature === application.entity.nature) return null;
  return refuse("IMMUTABLE_FIELD", { field: "entity.nature" });
}

/** Against the revision that the last verdict was about, however often the order was edited since. */
async function untouchedSince(deps: Deps, orderNo: string, application: Application): Promise<string[]> {
  const [verdict] = await deps.store.verdicts(orderNo);
  if (verdict === undefined || verdict.reasons.length === 0) return [];
  const judged = await deps.store.revision(orderNo, verdict.revision);
  return judged === null ? [] : untouchedRequests(verdict.reasons, judged.application, application);
}
