import type { z } from "zod";
import type { forceCancelInput } from "#shared/contract/staff-orders";
import type { OrderAnswer } from "#shared/contract/staff-queue";
import { type Application, filingKindOf } from "#shared/domain/filing/application";
import { isForced } from "#shared/domain/filing/filing-type";
import type { StaffActor } from "#shared/domain/order/actor";
import { decide } from "#shared/domain/order/decide";
import { orderNoOf } from "#shared/domain/order/order-no";
import { refuse } from "#shared/domain/order/refusal";
import { foldApplication } from "#shared/domain/privacy/fold-application";
import type { Deps } from "./deps";
import { done, edgeRefuse, type Reply } from "./reply";

/**
 * T47: a lead cancels access for cause; the order goes straight into the review queue and another person decides
 * it. Refuses any other document, materials that no lead uploaded, and an open order of the customer.
 */
export async function forceCancelAccess(
  deps: Deps,
  input: z.infer<typeof forceCancelInput>,
  actor: StaffActor,
): Promise<Reply<OrderAnswer>> {
  const application = foldApplication(input.application);
  if (!isForced(filingKindOf(application))) return refuse("KIND_NOT_ALLOWED");
  if (!(await allUploaded(deps, application))) return edgeRefuse("UNKNOWN_MATERIAL");
  const nowMs = deps.now();
  const orderNo = orderNoOf(nowMs, deps.newId());
  const result = await deps.store.change(
    {
      target: { create: orderNo },
      actor,
      nowMs,
      lookup: {
        openOrdersOf: { accountIds: [application.accountId], certificate: certificateOf(application) },
      },
      once: { scope: `forceCancelAccess:${actor.username}`, key: input.requestId },
    },
    (order, facts) =>
      decide(
        order,
        {
          type: "forceCancelAccess",
          orderNo,
          accountId: application.accountId,
          provinceCode: application.entity.region?.provinceCode ?? "",
          application,
          legalGround: input.legalGround,
        },
        {
          actor,
          nowMs,
          settings: deps.settings,
          facts,
          expectedVersion: null,
          expectedFindingsVersion: null,
        },
      ),
  );
  if (result.kind === "REFUSED") return result.refusal;
  if (result.kind === "NOTHING") throw new Error("a new order found nothing");
  const { status, version } = result.answer;
  return done({ orderNo: result.answer.orderNo, status, version });
}

/** Materials that staff uploaded belong to this key; no filing system can use them. */
export const STAFF_UPLOADS = "staff:uploads";

async function allUploaded(deps: Deps, { materials }: Application): Promise<boolean> {
  const rows = await Promise.all(materials.map(({ sha256 }) => deps.store.material(sha256, STAFF_UPLOADS)));
  return rows.every((row) => row !== null);
}

function certificateOf({ entity }: Application): { certType: number; certNumber: string } | null {
  const { certType, certNumber } = entity;
  return certType && certNumber ? { certType, certNumber } : null;
}
