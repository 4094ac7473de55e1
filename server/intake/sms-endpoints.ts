import type {
  SmsResendAnswer,
  SmsResendInput,
  SmsVerifyAnswer,
  SmsVerifyInput,
} from "#shared/contract/intake-v1";
import { effectiveStatus } from "#shared/domain/order/order";
import { refuse } from "#shared/domain/order/refusal";
import { notOwnOrder } from "../usecases/customer-change";
import type { Problem } from "./answer";
import type { Call, PostEndpoint } from "./endpoint";
import { ORDER_NOT_FOUND, problem, refusalProblem } from "./problems";

/** `POST /orders/{orderNo}/sms/verify` */
export const verifySms: PostEndpoint<SmsVerifyInput>["run"] = async (call, input) => {
  const closed = await closedToSms(call);
  if (closed !== null) return closed;
  const reply = await call.deps.sms.verifySms(input);
  if (reply.kind === "UNAVAILABLE") return problem("BUREAU_UNAVAILABLE");
  const body: SmsVerifyAnswer = { verified: reply.verified, attemptsLeft: reply.attemptsLeft };
  return { kind: "RESULT", status: 200, body };
};

/** `POST /orders/{orderNo}/sms/resend` */
export const resendSms: PostEndpoint<SmsResendInput>["run"] = async (call, input) => {
  const closed = await closedToSms(call);
  if (closed !== null) return closed;
  const reply = await call.deps.sms.resendSms(input);
  if (reply.kind === "UNAVAILABLE") return problem("BUREAU_UNAVAILABLE");
  const body: SmsResendAnswer = { sent: reply.sent, resendsLeft: reply.resendsLeft };
  return { kind: "RESULT", status: 200, body };
};

/** Our status follows the bureau's by polling, so every status in which a code may be out is let through. */
async function closedToSms({ deps, actor, orderNo }: Call): Promise<Problem | null> {
  if ((await notOwnOrder(deps, orderNo, actor)) !== null) return ORDER_NOT_FOUND;
  const order = await deps.store.load(orderNo);
  if (order === null) return ORDER_NOT_FOUND;
  switch (order.status) {
    case "SUBMITTING_TO_BUREAU":
    case "MIIT_DOMAIN_CHECK":
    case "SMS_PENDING":
      return null;
    default: {
      const status = effectiveStatus(order, deps.now());
      return refusalProblem(refuse("STATUS_NOT_ALLOWED", { status }), status);
    }
  }
}
