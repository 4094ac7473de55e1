import { request } from "undici";
import type { z } from "zod";
import { controlAnswerSchema, controlSmsAnswerSchema } from "#shared/contract/bureau-control";
import { BUREAU_BASE_PATH, BUREAU_LIMITS } from "#shared/contract/bureau-v1";
import type { SimulatorStatus } from "#shared/contract/staff-simulator";
import type { BureauGateway, CallOutcome } from "../bureau/gateway";
import { done, edgeRefuse, type Reply } from "../usecases/reply";
import type { SimulatorPort } from "./simulator-port";

const ANSWER_WITHIN_MS = 5_000;

interface HttpSimulatorParts {
  /** Address of the simulated bureau without `/bureau/v1`; read at each call. */
  readonly bureau: { readonly url: string };
  readonly gateway: Pick<BureauGateway, "verifySms" | "resendSms">;
  /** The simulated applicant. */
  readonly applicantFix: SimulatorPort["applicantFix"];
}

/** The simulator page's way to the simulated bureau: its unsigned `/control`, and the signed calls of the gateway. */
export function createHttpSimulator(parts: HttpSimulatorParts): SimulatorPort {
  const control = (method: "GET" | "PUT", path: string, body?: unknown) =>
    callControl(`${parts.bureau.url}${BUREAU_BASE_PATH}${path}`, method, body);

  return {
    status: async () => statusOf(await control("GET", "/control")),
    control: async (patch) => statusOf(await control("PUT", "/control", patch)),
    async codes() {
      const answer = parse(controlSmsAnswerSchema, await control("GET", "/control/sms"));
      return answer.kind === "DONE" ? done(answer.value.codes) : answer;
    },
    verify: async (phone, code, idTail) => answered(await parts.gateway.verifySms(phone, code, idTail)),
    resend: async (phone, idTail) => answered(await parts.gateway.resendSms(phone, idTail)),
    applicantFix: parts.applicantFix,
  };
}

/** The parsed body of a 200, else null: whatever went wrong, the page can only say that nobody answers. */
async function callControl(url: string, method: "GET" | "PUT", body: unknown): Promise<unknown> {
  try {
    const response = await request(url, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
      headersTimeout: ANSWER_WITHIN_MS,
      bodyTimeout: ANSWER_WITHIN_MS,
    });
    const text = await response.body.text();
    if (response.statusCode !== 200 || text.length > BUREAU_LIMITS.answerBytes) return null;
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function parse<S extends z.ZodType>(schema: S, body: unknown): Reply<z.output<S>> {
  const parsed = schema.safeParse(body);
  return parsed.success ? done(parsed.data) : edgeRefuse("SIMULATOR_UNREACHABLE");
}

function statusOf(body: unknown): Reply<SimulatorStatus> {
  const answer = parse(controlAnswerSchema, body);
  if (answer.kind !== "DONE") return answer;
  const { bureauTimeMs, control, submissions, filedEntities } = answer.value;
  return done({ bureauTimeMs, control, submissions, filedEntities });
}

function answered<T>(outcome: CallOutcome<T>): Reply<T> {
  if (outcome.kind !== "ANSWERED" || outcome.value === null) return edgeRefuse("SIMULATOR_UNREACHABLE");
  return done(outcome.value);
}
