import { emptyInput } from "#shared/contract/staff-queue";
import {
  type ApplicantFixAnswer,
  applicantFixInput,
  type SimulatorCode,
  type SimulatorResendAnswer,
  type SimulatorStatus,
  type SimulatorVerifyAnswer,
  simulatorControlInput,
  simulatorResendInput,
  simulatorVerifyInput,
} from "#shared/contract/staff-simulator";
import type { SimulatorPort } from "../../simulator/simulator-port";
import { procedure, router } from "../procedure";
import { answer, trpcRefusal } from "../refusal-error";

function present(simulator: SimulatorPort | null): SimulatorPort {
  if (simulator === null) throw trpcRefusal("SIMULATOR_ABSENT");
  return simulator;
}

export const simulatorRouter = router({
  status: procedure("simulator.use")
    .input(emptyInput)
    .query(async ({ ctx }): Promise<SimulatorStatus> => answer(await present(ctx.simulator).status())),
  control: procedure("simulator.use")
    .input(simulatorControlInput)
    .mutation(
      async ({ ctx, input }): Promise<SimulatorStatus> => answer(await present(ctx.simulator).control(input)),
    ),
  sms: procedure("simulator.use")
    .input(emptyInput)
    .query(async ({ ctx }): Promise<{ codes: SimulatorCode[] }> => {
      return { codes: answer(await present(ctx.simulator).codes()) };
    }),
  verify: procedure("simulator.use")
    .input(simulatorVerifyInput)
    .mutation(
      async ({ ctx, input }): Promise<SimulatorVerifyAnswer> =>
        answer(await present(ctx.simulator).verify(input.phone, input.code, input.idTail)),
    ),
  resend: procedure("simulator.use")
    .input(simulatorResendInput)
    .mutation(
      async ({ ctx, input }): Promise<SimulatorResendAnswer> =>
        answer(await present(ctx.simulator).resend(input.phone, input.idTail)),
    ),
  applicantFix: procedure("simulator.use")
    .input(applicantFixInput)
    .mutation(
      async ({ ctx, input }): Promise<ApplicantFixAnswer> =>
        answer(await present(ctx.simulator).applicantFix(input.orderNo)),
    ),
});
