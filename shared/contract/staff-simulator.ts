import { z } from "zod";
import { type BureauControl, type ControlSmsCode, controlPatchSchema } from "./bureau-control";
import type { BureauSubmissionState } from "./bureau-v1";
import { orderNoInput } from "./staff-queue";

/** The simulator page of the demo: the staff API passes these calls on to the simulated bureau over HTTP. */

export const simulatorControlInput = controlPatchSchema;

export const simulatorVerifyInput = z.strictObject({
  phone: z.string().min(1).max(32),
  code: z.string().min(1).max(12),
  idTail: z.string().min(1).max(12),
});
export const simulatorResendInput = simulatorVerifyInput.omit({ code: true });
export const applicantFixInput = z.strictObject({ orderNo: orderNoInput });

export interface SimulatorStatus {
  /** The bureau's clock; its deadlines are to be shown against this. */
  bureauTimeMs: number;
  control: BureauControl;
  submissions: Partial<Record<BureauSubmissionState, number>>;
  filedEntities: number;
}

export type SimulatorCode = ControlSmsCode;

export interface SimulatorVerifyAnswer {
  verified: boolean;
  attemptsLeft: number;
}
export interface SimulatorResendAnswer {
  sent: boolean;
  resendsLeft: number;
}

/** What the simulated applicant did with a returned order. */
export interface ApplicantFixAnswer {
  orderNo: string;
  status: string;
}
