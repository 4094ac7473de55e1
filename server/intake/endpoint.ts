import type { Request, RequestHandler, Response } from "express";
import type { z } from "zod";
import type { Customer, Once } from "../usecases/customer-change";
import type { Deps } from "../usecases/deps";
import { type Answer, prefersEnglish, sendAnswer, sendText } from "./answer";
import { type Idempotency, idempotencyKeyOf } from "./idempotency";
import { callerOf, type IntakeCaller } from "./intake-key";
import { problem } from "./problems";
import { cutOffLater, isBrokenOff, readJson } from "./read-body";
import { shapeProblem } from "./shape-errors";
import type { SmsPassThrough } from "./sms-pass-through";

/** What the intake API needs beside the use-cases' own. */
export interface IntakeDeps extends Deps {
  readonly sms: SmsPassThrough;
}

/** A call that has been let in. `orderNo` is empty where the address names no order. */
export interface Call {
  readonly deps: IntakeDeps;
  readonly request: Request;
  readonly caller: IntakeCaller;
  readonly actor: Customer;
  readonly orderNo: string;
}

/** Lets a caller in by his key and sends what the handler answers. Whatever it throws is a bug and says nothing. */
export function endpoint(deps: IntakeDeps, handle: (call: Call) => Promise<Answer>): RequestHandler {
  return (request, response) =>
    guarded(deps, request, response, async () => {
      const call = await letIn(deps, request);
      sendAnswer(request, response, call === null ? UNAUTHORIZED : await handle(call));
    });
}

export interface PostEndpoint<Input> {
  readonly schema: z.ZodType<Input>;
  readonly run: (call: Call & { readonly once: NonNullable<Once> }, input: Input) => Promise<Answer>;
}

/** A POST: key, Idempotency-Key, body and its shape are checked in this order, then it runs once per key. */
export function postEndpoint<Input>(
  deps: IntakeDeps,
  idempotency: Idempotency | null,
  { schema, run }: PostEndpoint<Input>,
): RequestHandler {
  return (request, response) =>
    guarded(deps, request, response, async () => {
      const send = (answer: Answer) => sendAnswer(request, response, answer);
      const call = await letIn(deps, request);
      if (call === null) return send(UNAUTHORIZED);
      const key = idempotencyKeyOf(request.get("idempotency-key"));
      if (key.kind === "PROBLEM") return send(key);
      const body = await readJson(request);
      if (body.kind === "PROBLEM") return send(body);
      const input = schema.safeParse(body.value);
      if (!input.success) return send(shapeProblem(input.error));
      const once = { scope: `intake:${call.caller.keyName}`, key: key.key };
      const work = () => run({ ...call, once }, input.data);
      if (idempotency === null) return send(await work());
      const fingerprint = call.caller.fingerprint(request.method, request.path, body.raw);
      const asked = { caller: call.caller, key: key.key, fingerprint, english: prefersEnglish(request) };
      const outgoing = await idempotency.run(asked, work);
      response.set(outgoing.headers);
      if (outgoing.replayed) response.set("idempotency-replayed", "true");
      sendText(response, outgoing.status, outgoing.text);
    });
}

const UNAUTHORIZED = problem("UNAUTHORIZED", { headers: { "www-authenticate": "Bearer" } });

async function letIn(deps: IntakeDeps, request: Request): Promise<Call | null> {
  const caller = await callerOf(deps.store, request);
  if (caller === null) return null;
  const { orderNo } = request.params;
  return {
    deps,
    request,
    caller,
    actor: { kind: "CUSTOMER", intakeKey: caller.keyName },
    orderNo: typeof orderNo === "string" ? orderNo : "",
  };
}

async function guarded(
  deps: IntakeDeps,
  request: Request,
  response: Response,
  work: () => Promise<void>,
): Promise<void> {
  cutOffLater(request, response);
  try {
    await work();
  } catch (error) {
    if (isBrokenOff(request)) return;
    deps.log.error({ err: error, route: request.route?.path }, "intake call failed");
    if (!response.headersSent) sendAnswer(request, response, problem("INTERNAL_ERROR"));
  }
}
