import { type Application, filingKindOf } from "#shared/domain/filing/application";
import type { Command } from "#shared/domain/order/command";
import { orderNoOf } from "#shared/domain/order/order-no";
import {
  type Customer,
  type CustomerReply,
  customerChange,
  type Entered,
  entryLookup,
  type Once,
  unknownMaterials,
} from "./customer-change";
import type { Deps } from "./deps";
import { refreshFindings } from "./refresh-findings";

/**
 * Brings a new order in, from nothing to its first waiting place in one change (domain.md §3.2: T01 or T46 with T04;
 * T49 for a claim; T47 for a forced cancellation; T48 for a transfer, which is done at once). The document must be
 * parsed and folded. Refused: materials this customer has not uploaded, another open order of account or entity.
 */
export async function submitOrder(
  deps: Deps,
  input: { readonly application: Application; readonly once: Once },
  actor: Customer,
): Promise<CustomerReply<Entered>> {
  const { application, once } = input;
  const sha256s = await unknownMaterials(deps, application, actor);
  if (sha256s.length > 0) return { kind: "UNKNOWN_MATERIALS", sha256s };
  const orderNo = orderNoOf(deps.now(), deps.newId());
  const commands = entryCommands(orderNo, application);
  const reply = await customerChange(
    deps,
    { target: { create: orderNo }, commands, once, lookup: entryLookup(application) },
    actor,
  );
  if (reply.kind !== "DONE") return reply;
  // A crash before this line leaves an order without findings: the re-check of the queue finds it.
  const record = await refreshFindings(deps, reply.value.orderNo);
  return { kind: "DONE", value: { ...reply.value, findings: record?.report.findings ?? [] } };
}

function entryCommands(orderNo: string, application: Application): Command[] {
  const kind = filingKindOf(application);
  const { accountId, transfer } = application;
  const { provinceCode } = application.entity.region;
  if (kind.type === "TRANSFER" && transfer) {
    const { fromAccountId, toAccountId } = transfer;
    return [{ type: "transfer", orderNo, accountId: fromAccountId, toAccountId, provinceCode, application }];
  }
  if (kind.type === "CANCEL_ACCESS" && kind.origin === "FORCED") {
    const legalGround = application.reason ?? "";
    return [{ type: "forceCancelAccess", orderNo, accountId, provinceCode, application, legalGround }];
  }
  return [{ type: "create", orderNo, kind, accountId, provinceCode, application }, { type: "submit" }];
}
