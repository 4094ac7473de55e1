import type { Response } from "express";
import type { StaffRefusalCode } from "#shared/contract/staff-refusals";
import type { RefusalParams } from "#shared/domain/order/refusal";
import { refusalData } from "../trpc/refusal-error";

/** A refusal of a plain JSON route: the same `data` as in the staff API, unwrapped. */
export function sendRefusal(response: Response, refusal: StaffRefusalCode, params: RefusalParams = {}): void {
  const data = refusalData(refusal, params);
  if (typeof params.minutes === "number") response.setHeader("Retry-After", String(params.minutes * 60));
  response.status(data.httpStatus).json(data);
}

/** The same in the envelope of tRPC, for requests that never reach it: its clients read nothing else. */
export function sendTrpcRefusal(response: Response, refusal: StaffRefusalCode): void {
  const data = refusalData(refusal);
  response.status(data.httpStatus).json({ error: { message: data.messageEn, code: -32600, data } });
}
