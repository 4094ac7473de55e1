import type { Request, Response } from "express";
import type { ProblemBody } from "#shared/contract/intake-v1";

/** What a handler makes of a request: a result or a problem; both are values. */
export type Answer = Result | Problem;

interface Result {
  readonly kind: "RESULT";
  readonly status: number;
  readonly body: unknown;
}

/** `stored`: the refusal of a decision, which a repeat under the same Idempotency-Key gets again. */
export interface Problem {
  readonly kind: "PROBLEM";
  readonly status: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly details: ProblemDetails;
  readonly headers: Readonly<Record<string, string>>;
  readonly stored: boolean;
}

type ProblemDetails = Partial<
  Pick<ProblemBody, "currentStatus" | "materials" | "field" | "openOrderNo" | "errors">
>;

/** Sends the answer in the caller's language; nothing an answer holds may be cached anywhere. */
export function sendAnswer(request: Request, response: Response, answer: Answer): void {
  const { status, text } = render(answer, prefersEnglish(request));
  if (answer.kind === "PROBLEM") response.set(answer.headers);
  sendText(response, status, text);
}

/** Status and body of an answer as they go over the line, and as they are kept for a repeat. */
export function render(answer: Answer, english: boolean): { status: number; text: string } {
  if (answer.kind === "RESULT") return { status: answer.status, text: JSON.stringify(answer.body) };
  const { status, code, zh, en, details } = answer;
  const body: ProblemBody = {
    type: "about:blank",
    title: TITLES[status] ?? "Error",
    status,
    detail: english ? en : zh,
    code,
    messageZh: zh,
    messageEn: en,
    ...details,
  };
  return { status, text: JSON.stringify(body) };
}

export function sendText(response: Response, status: number, text: string): void {
  response.status(status);
  response.set("cache-control", "no-store");
  response.set("content-type", status < 400 ? "application/json" : "application/problem+json");
  response.end(text);
}

/** Chinese unless the caller asks for English first. */
export function prefersEnglish(request: Request): boolean {
  return request.acceptsLanguages("zh-CN", "zh", "en") === "en";
}

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  500: "Internal Server Error",
  503: "Service Unavailable",
};
