import type { Request, RequestHandler, Response } from "express";
import { describeMsgCode, MSG_AUTHENTICATION } from "#shared/contract/bureau-codes";
import type { Answer } from "./answer";
import type { Authenticator } from "./authenticate";
import type { Bureau } from "./bureau";
import { readBody } from "./read-body";
import { catchUp } from "./take-step";

export interface Call {
  readonly request: Request;
  /** Parsed JSON, or undefined when the body was none. */
  readonly body: unknown;
  /** The bureau's time. */
  readonly nowMs: number;
}

export interface BodyLimit {
  readonly maxBytes: number;
  /** The code that answers a longer body. */
  readonly tooLarge: number;
}

/** Makes a route of a function from call to answer. */
export type Serve = (limit: BodyLimit, answer: (call: Call) => Answer) => RequestHandler;

/**
 * The way of every signed call: read, authenticate, let happen what was due, act, wait for the disk, answer. Acting
 * is synchronous, so calls do not interleave; an answer that the provider sees is never forgotten. When the disk
 * refuses, the provider gets a 500, an unknown outcome to it, and asks again.
 */
export function createServe(bureau: Bureau, authenticate: Authenticator): Serve {
  return (limit, answer) => async (request, response) => {
    const { sha256Hex, json, tooLarge } = await readBody(request, limit.maxBytes);
    const { headers, method, originalUrl } = request;
    if (!authenticate({ headers, method, path: originalUrl, bodySha256Hex: sha256Hex })) {
      sendAnswer(response, 401, { msgCode: MSG_AUTHENTICATION }, bureau.clock.now());
      return;
    }
    const nowMs = catchUp(bureau);
    const result = tooLarge ? { msgCode: limit.tooLarge } : answer({ request, body: json, nowMs });
    await bureau.state.flush();
    sendAnswer(response, 200, result, nowMs);
  };
}

/** Puts an answer into its envelope. */
export function sendAnswer(response: Response, status: number, answer: Answer, bureauTimeMs: number): void {
  const msg = describeMsgCode(answer.msgCode).zh;
  response.status(status).json({ msg, bureauTimeMs, simulated: true, ...answer });
}
