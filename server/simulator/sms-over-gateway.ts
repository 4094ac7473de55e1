import type { BureauGateway } from "../bureau/gateway";
import type { SmsPassThrough } from "../intake/sms-pass-through";

/** Passes what a person types on the ministry's page on to the bureau; every failure is just silence. */
export function smsOverGateway(gateway: Pick<BureauGateway, "verifySms" | "resendSms">): SmsPassThrough {
  return {
    async verifySms({ phone, code, idTail }) {
      const outcome = await gateway.verifySms(phone, code, idTail);
      if (outcome.kind !== "ANSWERED" || outcome.value === null) return { kind: "UNAVAILABLE" };
      const { verified, attemptsLeft } = outcome.value;
      return { kind: "ANSWERED", verified, attemptsLeft };
    },
    async resendSms({ phone, idTail }) {
      const outcome = await gateway.resendSms(phone, idTail);
      if (outcome.kind !== "ANSWERED" || outcome.value === null) return { kind: "UNAVAILABLE" };
      const { sent, resendsLeft } = outcome.value;
      return { kind: "ANSWERED", sent, resendsLeft };
    },
  };
}
