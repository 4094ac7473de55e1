import { createHash, createHmac } from "node:crypto";
import { Agent, errors, request } from "undici";
import type { z } from "zod";
import {
  BUREAU_BASE_PATH,
  BUREAU_HEADERS,
  BUREAU_LIMITS,
  envelopeSchema,
  lastSequenceAnswerSchema,
  signatureBase,
  smsResendAnswerSchema,
  smsVerifyAnswerSchema,
  statusAnswerSchema,
  submitAnswerSchema,
} from "#shared/contract/bureau-v1";
import type { BureauGateway, CallOutcome, UnknownCause } from "./gateway";
import { readableResultsSchema } from "./readable-results";

const CONNECT_MS = 3_000;
const TOTAL_MS = 15_000;
const PROVIDER = "demo-provider";

export interface HttpGatewayOptions {
  /** Address of the bureau without `/bureau/v1`; it may have a path of its own. */
  readonly baseUrl: string;
  readonly secret: string;
  now(): number;
  newId(): string;
  /** Longest wait for an answer, ms; the 15 s of the protocol unless a test is in a hurry. */
  readonly answerWithinMs?: number;
}

/** Speaks `contracts.md` §4 over HTTP. Redirects are not followed; answers above 1 MB are cut off. */
export function createHttpGateway(options: HttpGatewayOptions): BureauGateway & { close(): Promise<void> } {
  const agent = new Agent({
    connect: { timeout: CONNECT_MS },
    headersTimeout: TOTAL_MS,
    bodyTimeout: TOTAL_MS,
    maxResponseSize: BUREAU_LIMITS.answerBytes,
  });
  const call = <S extends z.ZodType>(method: "GET" | "POST", path: string, body: unknown, schema: S) =>
    callBureau(agent, options, { method, path, body, schema });

  return {
    submit: (batch) => call("POST", "/submissions", batch, submitAnswerSchema),
    lastSequence: (provinceCode) =>
      call(
        "GET",
        `/submissions/last?provinceCode=${encodeURIComponent(provinceCode)}`,
        null,
        lastSequenceAnswerSchema,
      ),
    states: (submissionKeys) => call("POST", "/submissions/status", { submissionKeys }, statusAnswerSchema),
    results: (provinceCode, limit) =>
      call(
        "GET",
        `/results?provinceCode=${encodeURIComponent(provinceCode)}&limit=${limit}`,
        null,
        readableResultsSchema,
      ),
    acknowledge: (fileName) =>
      call("POST", `/results/${encodeURIComponent(fileName)}/ack`, {}, envelopeSchema),
    verifySms: (phone, code, idTail) =>
      call("POST", "/sms/verify", { phone, code, idTail }, smsVerifyAnswerSchema),
    resendSms: (phone, idTail) => call("POST", "/sms/resend", { phone, idTail }, smsResendAnswerSchema),
    close: () => agent.destroy(),
  };
}

interface Call<S extends z.ZodType> {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body: unknown;
  readonly schema: S;
}

async function callBureau<S extends z.ZodType>(
  agent: Agent,
  options: HttpGatewayOptions,
  call: Call<S>,
): Promise<CallOutcome<z.output<S>>> {
  const body = call.body === null ? "" : JSON.stringify(call.body);
  const url = new URL(`${options.baseUrl.replace(/\/+$/, "")}${BUREAU_BASE_PATH}${call.path}`);
  try {
    const response = await request(url, {
      dispatcher: agent,
      method: call.method,
      headers: signedHeaders(options, call.method, `${url.pathname}${url.search}`, body),
      ...(call.body === null ? {} : { body }),
      signal: AbortSignal.timeout(options.answerWithinMs ?? TOTAL_MS),
    });
    if (response.statusCode !== 200) {
      await response.body.dump();
      if (response.statusCode === 401) return { kind: "DENIED" };
      return unknown("BAD_STATUS", retryAfter(response.headers["retry-after"]));
    }
    return read(await response.body.text(), call.schema);
  } catch (error) {
    return unknown(causeOf(error), null);
  }
}

function signedHeaders(options: HttpGatewayOptions, method: string, path: string, body: string) {
  const timestamp = String(options.now());
  const nonce = options.newId();
  const bodySha256Hex = createHash("sha256").update(body).digest("hex");
  const base = signatureBase({ timestamp, nonce, method, path, bodySha256Hex });
  const signature = createHmac("sha256", options.secret).update(base).digest("hex");
  return {
    "content-type": "application/json; charset=utf-8",
    [BUREAU_HEADERS.provider]: PROVIDER,
    [BUREAU_HEADERS.timestamp]: timestamp,
    [BUREAU_HEADERS.nonce]: nonce,
    [BUREAU_HEADERS.signature]: `sha256=${signature}`,
  };
}

/** The envelope decides; the rest of the answer is only read on code 0. A broken body is an unknown outcome. */
function read<S extends z.ZodType>(text: string, schema: S): CallOutcome<z.output<S>> {
  const json = parseJson(text);
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success) return unknown("BAD_BODY", null);
  const { msgCode, msg, bureauTimeMs, missing } = envelope.data;
  const answered = { kind: "ANSWERED", msgCode, msg, bureauTimeMs, missing: missing ?? null } as const;
  if (msgCode !== 0) return { ...answered, value: null };
  const value = schema.safeParse(json);
  return value.success ? { ...answered, value: value.data } : unknown("BAD_BODY", null);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unknown(cause: UnknownCause, retryAfterMs: number | null): CallOutcome<never> {
  return { kind: "UNKNOWN", cause, retryAfterMs };
}

/** Seconds only, as the protocol says; anything else is ignored. */
function retryAfter(header: string | string[] | undefined): number | null {
  const seconds = typeof header === "string" ? Number(header) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

function causeOf(error: unknown): UnknownCause {
  if (error instanceof errors.ResponseExceededMaxSizeError) return "TOO_LARGE";
  const name = error instanceof Error ? error.name : "";
  return /Timeout/.test(name) ? "TIMEOUT" : "UNREACHABLE";
}
