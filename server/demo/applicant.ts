import { confirmOrder } from "#server/usecases/confirm-order";
import type { Deps } from "#server/usecases/deps";
import { done, type Reply } from "#server/usecases/reply";
import { resubmitOrder } from "#server/usecases/resubmit-order";
import { resubmitUnchanged } from "#server/usecases/resubmit-unchanged";
import type { ApplicantFixAnswer } from "#shared/contract/staff-simulator";
import { refuse } from "#shared/domain/order/refusal";
import { foldApplication } from "#shared/domain/privacy/fold-application";
import { DEMO_CUSTOMER, storeFiles } from "./demo-orders";
import { generateDemoOrder } from "./generator/generate-demo-order";
import type { PictureMaker } from "./images/page";
import { readSidecar } from "./sidecar";

/**
 * The simulated applicant: mends what was wrong with a returned order and resubmits it, confirms a removal, or
 * resubmits unchanged after a failed SMS verification. Only orders that the generator made have one; refused where
 * the order's status leaves the applicant nothing to do.
 */
export async function applicantActs(
  deps: Deps,
  dataDir: string,
  orderNo: string,
  pictures: PictureMaker,
): Promise<Reply<ApplicantFixAnswer>> {
  const sidecar = await readSidecar(dataDir, orderNo);
  const order = await deps.store.load(orderNo);
  if (sidecar === null || order === null) return refuse("ORDER_NOT_FOUND");
  const act = async () => {
    switch (order.status) {
      case "FIRST_REVIEW_REJECTED":
      case "NEEDS_REVISION":
      case "MIIT_RETURNED":
      case "BUREAU_REJECTED":
      case "DRAFT": {
        const { seed, index, atMs } = sidecar;
        const mended = generateDemoOrder({ seed, index, atMs, pictures, mended: true });
        await storeFiles(deps, mended.files);
        const application = foldApplication(mended.application);
        return resubmitOrder(deps, { orderNo, application, once: null }, DEMO_CUSTOMER);
      }
      case "SMS_RETURNED":
        return resubmitUnchanged(deps, { orderNo, once: null }, DEMO_CUSTOMER);
      case "AWAITING_CUSTOMER_CONFIRMATION":
        return confirmOrder(deps, { orderNo, once: null }, DEMO_CUSTOMER);
      default:
        return null;
    }
  };
  const reply = await act();
  if (reply === null || reply.kind === "UNKNOWN_MATERIALS")
    return refuse("STATUS_NOT_ALLOWED", { status: order.status });
  return reply.kind === "DONE" ? done({ orderNo, status: reply.value.status }) : reply.refusal;
}
