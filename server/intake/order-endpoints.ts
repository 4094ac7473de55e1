import type { CheckAnswer, CommandAnswer, RevisionAnswer, SubmitAnswer } from "#shared/contract/intake-v1";
import type { Application } from "#shared/domain/filing/application";
import { foldApplication } from "#shared/domain/privacy/fold-application";
import { abandonOrder } from "../usecases/abandon-order";
import { confirmOrder } from "../usecases/confirm-order";
import { type CustomerReply, notOwnOrder, unknownMaterials } from "../usecases/customer-change";
import { inspectDocument } from "../usecases/inspect-document";
import { resubmitOrder } from "../usecases/resubmit-order";
import { resubmitUnchanged } from "../usecases/resubmit-unchanged";
import { submitOrder } from "../usecases/submit-order";
import { withdrawOrder } from "../usecases/withdraw-order";
import type { Answer, Problem } from "./answer";
import { customerFindings } from "./customer-findings";
import { customerView } from "./customer-view";
import type { Call, PostEndpoint } from "./endpoint";
import { foreignOpenOrder, ORDER_NOT_FOUND, problem, refusalProblem } from "./problems";

type Run<Input> = PostEndpoint<Input>["run"];

/** `POST /orders` */
export const submit: Run<Application> = async ({ deps, actor, once }, document) => {
  const application = foldApplication(document);
  const reply = await submitOrder(deps, { application, once }, actor);
  if (reply.kind !== "DONE") return refused(reply, { deps, actor });
  const { findings, ...moved } = reply.value;
  const body: SubmitAnswer = { ...moved, findings: customerFindings(findings) };
  return { kind: "RESULT", status: 201, body };
};

/**
 * `POST /orders/check`: what submitting would say, with nothing stored. Unknown materials are told like by a
 * submission; another open order of the account or entity, which a submission refuses, is the finding R-001 here.
 */
export const check: Run<Application> = async ({ deps, actor }, document) => {
  const application = foldApplication(document);
  const sha256s = await unknownMaterials(deps, application, actor);
  if (sha256s.length > 0) return unknown(sha256s);
  const { findings } = await inspectDocument(deps, application, actor);
  const body: CheckAnswer = { findings: customerFindings(findings) };
  return { kind: "RESULT", status: 200, body };
};

/** `POST /orders/{orderNo}/revisions` */
export const revise: Run<Application> = async ({ deps, actor, once, orderNo }, document) => {
  const application = foldApplication(document);
  const reply = await resubmitOrder(deps, { orderNo, application, once }, actor);
  if (reply.kind !== "DONE") return refused(reply, { deps, actor });
  const { untouchedRequests, findings, ...moved } = reply.value;
  const body: RevisionAnswer = {
    ...moved,
    findings: customerFindings(findings),
    untouchedRequests: [...untouchedRequests],
  };
  return { kind: "RESULT", status: 200, body };
};

/** `POST /orders/{orderNo}/…` for the calls that carry nothing but their address. */
export const withdraw = command(withdrawOrder);
export const abandon = command(abandonOrder);
export const confirm = command(confirmOrder);
export const resubmitAsIs = command(resubmitUnchanged);

function command(usecase: typeof withdrawOrder): Run<object> {
  return async ({ deps, actor, once, orderNo }) => {
    const reply = await usecase(deps, { orderNo, once }, actor);
    if (reply.kind !== "DONE") return refused(reply, { deps, actor });
    const body: CommandAnswer = reply.value;
    return { kind: "RESULT", status: 200, body };
  };
}

/** `GET /orders/{orderNo}` */
export async function view({ deps, actor, orderNo }: Call): Promise<Answer> {
  if ((await notOwnOrder(deps, orderNo, actor)) !== null) return ORDER_NOT_FOUND;
  const nowMs = deps.now();
  const [order, verdicts, ahead] = await Promise.all([
    deps.store.load(orderNo),
    deps.store.verdicts(orderNo),
    deps.store.queuePlace(orderNo, nowMs),
  ]);
  if (order === null) return ORDER_NOT_FOUND;
  return { kind: "RESULT", status: 200, body: customerView({ order, verdicts, ahead, nowMs }) };
}

type Refused = Exclude<CustomerReply<unknown>, { kind: "DONE" }>;

async function refused(reply: Refused, { deps, actor }: Pick<Call, "deps" | "actor">): Promise<Problem> {
  if (reply.kind === "UNKNOWN_MATERIALS") return unknown(reply.sha256s);
  const { refusal, currentStatus } = reply;
  if (refusal.code !== "OPEN_ORDER_EXISTS") return refusalProblem(refusal, currentStatus);
  const owner = await deps.store.orderIntakeKey(String(refusal.params.orderNo ?? ""));
  return owner === actor.intakeKey ? refusalProblem(refusal, currentStatus) : foreignOpenOrder(currentStatus);
}

function unknown(sha256s: readonly string[]): Problem {
  return problem("UNKNOWN_MATERIAL", { details: { materials: [...sha256s] } });
}
