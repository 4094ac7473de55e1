import { createHash, createHmac, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import express from "express";
import { createBureauSimulator } from "#server/bureau-simulator/create-bureau-simulator";
import type { ControlPatch } from "#shared/contract/bureau-control";
import { controlAnswerSchema, controlSmsAnswerSchema } from "#shared/contract/bureau-control";
import type { BureauResult } from "#shared/contract/bureau-result";
import {
  envelopeSchema,
  registryAnswerSchema,
  resultsAnswerSchema,
  signatureBase,
  smsResendAnswerSchema,
  smsVerifyAnswerSchema,
  stateAnswerSchema,
} from "#shared/contract/bureau-v1";

export const SECRET = "a secret for tests";
export const START_MS = Date.parse("2026-03-02T01:00:00Z");
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const PROVINCE = "440000";

export interface Signing {
  readonly secret?: string;
  readonly provider?: string;
  readonly nonce?: string;
  readonly timestampMs?: number;
  /** Signed instead of the path that is sent. */
  readonly signedPath?: string;
  /** Signed instead of the body that is sent. */
  readonly signedBody?: string;
}

export interface StartOptions {
  readonly journalPath?: string;
  readonly secret?: string;
  readonly seed?: string;
  readonly clockFactor?: number;
  readonly startMs?: number;
  readonly exposeControl?: boolean;
}

/** A real simulator on a port of its own, on a clock that only the test moves, and a client that signs. */
export async function startBureau(options: StartOptions = {}) {
  const clock = { ms: options.startMs ?? START_MS };
  const simulator = await createBureauSimulator({
    secret: options.secret ?? SECRET,
    provider: "demo-provider",
    clockFactor: options.clockFactor ?? 1,
    seed: options.seed ?? "seed",
    nowMs: () => clock.ms,
    ...(options.journalPath === undefined ? {} : { journalPath: options.journalPath }),
    ...(options.exposeControl === undefined ? {} : { exposeControl: options.exposeControl }),
  });
  const app = express();
  app.use(simulator.app);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;

  const send = (method: string, path: string, body: string | undefined, signing: Signing = {}) => {
    const timestamp = String(signing.timestampMs ?? clock.ms);
    const nonce = signing.nonce ?? randomUUID();
    const bytes = signing.signedBody ?? body ?? "";
    const bodySha256Hex = createHash("sha256").update(bytes).digest("hex");
    const base = signatureBase({
      timestamp,
      nonce,
      method,
      path: signing.signedPath ?? `/bureau/v1${path}`,
      bodySha256Hex,
    });
    const signature = createHmac("sha256", signing.secret ?? SECRET)
      .update(base)
      .digest("hex");
    return fetch(`${origin}/bureau/v1${path}`, {
      method,
      headers: {
        "x-provider": signing.provider ?? "demo-provider",
        "x-timestamp": timestamp,
        "x-nonce": nonce,
        "x-signature": `sha256=${signature}`,
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body }),
    });
  };
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await send(method, path, body === undefined ? undefined : JSON.stringify(body));
    return { status: response.status, json: await response.json() };
  };
  const post = async (path: string, body: unknown) => (await call("POST", path, body)).json;

  return {
    origin,
    clock,
    send,
    call,
    submit: async (dataSequence: number, records: readonly unknown[], provinceCode = PROVINCE) =>
      envelopeSchema.loose().parse(await post("/submissions", { provinceCode, dataSequence, records })),
    stateOf: async (key: string) =>
      stateAnswerSchema.parse((await call("GET", `/submissions/${key}`)).json).state,
    poll: async (provinceCode = PROVINCE, limit = 50) => {
      const answer = await call("GET", `/results?provinceCode=${provinceCode}&limit=${limit}`);
      return resultsAnswerSchema.parse(answer.json).files;
    },
    ack: async (fileName: string) => envelopeSchema.parse(await post(`/results/${fileName}/ack`, {})).msgCode,
    /** Polls and acknowledges everything there is; the results in the order of their time. */
    async drain(provinceCode = PROVINCE): Promise<BureauResult[]> {
      const results: BureauResult[] = [];
      for (const file of await this.poll(provinceCode)) {
        results.push(...file.results);
        await this.ack(file.fileName);
      }
      return results;
    },
    query: async (query: unknown) => registryAnswerSchema.parse(await post("/registry/query", query)),
    verify: async (phone: string, code: string, idTail: string) => {
      const { verified, attemptsLeft } = smsVerifyAnswerSchema.parse(
        await post("/sms/verify", { phone, code, idTail }),
      );
      return { verified, attemptsLeft };
    },
    resend: async (phone: string, idTail: string) => {
      const { sent, resendsLeft } = smsResendAnswerSchema.parse(await post("/sms/resend", { phone, idTail }));
      return { sent, resendsLeft };
    },
    control: async (patch: ControlPatch) => {
      const response = await fetch(`${origin}/bureau/v1/control`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(patch),
      });
      return controlAnswerSchema.parse(await response.json());
    },
    codes: async () => {
      const response = await fetch(`${origin}/bureau/v1/control/sms`);
      return controlSmsAnswerSchema.parse(await response.json()).codes;
    },
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await simulator.stop();
    },
  };
}

export type TestBureau = Awaited<ReturnType<typeof startBureau>>;
