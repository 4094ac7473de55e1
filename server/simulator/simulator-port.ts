import type { ControlPatch } from "#shared/contract/bureau-control";
import type {
  ApplicantFixAnswer,
  SimulatorCode,
  SimulatorResendAnswer,
  SimulatorStatus,
  SimulatorVerifyAnswer,
} from "#shared/contract/staff-simulator";
import type { Reply } from "../usecases/reply";

/** The simulated bureau and the simulated applicant, as the simulator page uses them. Demo only. */
export interface SimulatorPort {
  status(): Promise<Reply<SimulatorStatus>>;
  control(patch: ControlPatch): Promise<Reply<SimulatorStatus>>;
  /** Codes that the "ministry" sent and nobody typed yet, newest first. */
  codes(): Promise<Reply<SimulatorCode[]>>;
  verify(phone: string, code: string, idTail: string): Promise<Reply<SimulatorVerifyAnswer>>;
  resend(phone: string, idTail: string): Promise<Reply<SimulatorResendAnswer>>;
  /** The applicant corrects what was asked for and resubmits. */
  applicantFix(orderNo: string): Promise<Reply<ApplicantFixAnswer>>;
}
