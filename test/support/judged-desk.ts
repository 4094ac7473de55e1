import { claimOrder } from "#server/usecases/claim-order";
import { recordVerdict } from "#server/usecases/record-verdict";
import { submitOrder } from "#server/usecases/submit-order";
import type { OrderDetail, VerdictInput } from "#shared/contract/staff-orders";
import type { Application } from "#shared/domain/filing/application";
import type { StaffActor } from "#shared/domain/order/actor";
import { cleanInput } from "./rule-inputs";
import { REVIEWER1 } from "./staff-desk";
import type { TestServer } from "./test-server";

const CUSTOMER = { kind: "CUSTOMER", intakeKey: "rules" } as const;

/** A clean first filing of a company in Guangdong, bent by the test. */
export function companyFiling(bend: (application: Application) => void = () => {}): Application {
  const { application } = cleanInput(
    "FIRST_FILING",
    ({ entity, services }) =>
      entity.nature === 4 && entity.region.provinceCode === "440000" && services[0]?.kind === "WEBSITE",
  );
  const copy = structuredClone(application);
  bend(copy);
  return copy;
}

/** Orders that the whole catalogue has judged, submitted through the use-case a customer's call ends in. */
export function judgedDesk(server: TestServer) {
  let nth = 0;

  async function submitted(application: Application, bytes = 50_000): Promise<string> {
    for (const { sha256 } of application.materials) {
      const row = { sha256, intakeKey: CUSTOMER.intakeKey, mediaType: "image/jpeg", bytes } as const;
      await server.store.addMaterial({ ...row, uploadedAtMs: server.clock.nowMs });
    }
    nth += 1;
    const once = { scope: "test", key: `submit-${nth}` };
    const reply = await submitOrder(server.deps, { application, once }, CUSTOMER);
    if (reply.kind !== "DONE") throw new Error(`not submitted: ${JSON.stringify(reply)}`);
    return reply.value.orderNo;
  }

  async function claimed(
    application: Application,
    actor: StaffActor = REVIEWER1,
    bytes?: number,
  ): Promise<OrderDetail> {
    const orderNo = await submitted(application, bytes);
    const order = await server.store.load(orderNo);
    const version = order?.version ?? 0;
    const reply = await claimOrder(server.deps, { orderNo, version, requestId: `claim-${orderNo}` }, actor);
    if (reply.kind !== "DONE") throw new Error(`not claimed: ${JSON.stringify(reply)}`);
    return reply.value;
  }

  async function verdict(
    { orderNo, version, findingsVersion }: Pick<OrderDetail, "orderNo" | "version" | "findingsVersion">,
    patch: Partial<VerdictInput> = {},
    actor: StaffActor = REVIEWER1,
  ) {
    nth += 1;
    return recordVerdict(
      server.deps,
      {
        orderNo,
        version,
        findingsVersion,
        requestId: `verdict-${nth}`,
        outcome: "APPROVE",
        comment: "",
        reasons: [],
        overrides: [],
        ...patch,
      },
      actor,
    );
  }

  return { submitted, claimed, verdict };
}
