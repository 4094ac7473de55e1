import type {
  SmsResendAnswer,
  SmsResendInput,
  SmsVerifyAnswer,
  SmsVerifyInput,
} from "#shared/contract/intake-v1";

/** The bureau did not answer, or not in a way that can be understood. */
interface BureauSilent {
  readonly kind: "UNAVAILABLE";
}

/**
 * The two things a person does on the ministry's page, passed on for demonstrations and tests. Part of the bureau
 * gateway; never retried here, because a wrong code counts. Nothing of the input may be logged.
 */
export interface SmsPassThrough {
  verifySms(input: SmsVerifyInput): Promise<({ readonly kind: "ANSWERED" } & SmsVerifyAnswer) | BureauSilent>;
  resendSms(input: SmsResendInput): Promise<({ readonly kind: "ANSWERED" } & SmsResendAnswer) | BureauSilent>;
}
