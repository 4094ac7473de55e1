import express, { type Request, type Router } from "express";
import { z } from "zod";
import { MSG_OTHER, MSG_TOO_LARGE, MSG_WRONG_PROVINCE } from "#shared/contract/bureau-codes";
import { provinceShortName } from "#shared/contract/bureau-provinces";
import {
  BUREAU_LIMITS,
  type BureauSubmissionState,
  registryQuerySchema,
  smsResendRequestSchema,
  smsVerifyRequestSchema,
  statusRequestSchema,
} from "#shared/contract/bureau-v1";
import { acceptBatch } from "./accept-batch";
import type { Answer } from "./answer";
import type { Bureau } from "./bureau";
import type { Serve } from "./serve";
import { resendSms, verifySms } from "./sms";

const OTHER_BODY_BYTES = 1024 * 1024;
const OTHER: Answer = { msgCode: MSG_OTHER };

/** The signed calls of contracts.md §4, relative to the base path. */
export function createProtocolRoutes(bureau: Bureau, serve: Serve): Router {
  const router = express.Router();
  const small = { maxBytes: OTHER_BODY_BYTES, tooLarge: MSG_OTHER };

  router.post(
    "/submissions",
    serve({ maxBytes: BUREAU_LIMITS.batchBytes, tooLarge: MSG_TOO_LARGE }, ({ body, nowMs }) =>
      acceptBatch(bureau, body, nowMs),
    ),
  );
  router.get(
    "/submissions/last",
    serve(small, ({ request }) => inProvince(request, (code) => lastSequence(bureau, code))),
  );
  router.post(
    "/submissions/status",
    serve(small, ({ body }) => {
      const asked = statusRequestSchema.safeParse(body);
      if (!asked.success) return OTHER;
      const states = asked.data.submissionKeys.map((key) => [key, stateOf(bureau, key)] as const);
      return { msgCode: 0, states: Object.fromEntries(states) };
    }),
  );
  router.get(
    "/submissions/:submissionKey",
    serve(small, ({ request }) => ({
      msgCode: 0,
      state: stateOf(bureau, String(request.params.submissionKey)),
    })),
  );
  router.get(
    "/results",
    serve(small, ({ request }) => inProvince(request, (code) => pollResults(bureau, code, request))),
  );
  router.post(
    "/results/:fileName/ack",
    serve(small, ({ request }) =>
      bureau.results.acknowledge(String(request.params.fileName)) ? { msgCode: 0 } : OTHER,
    ),
  );
  router.post(
    "/registry/query",
    serve(small, ({ body }) => {
      const query = registryQuerySchema.safeParse(body);
      return query.success ? { msgCode: 0, ...bureau.registry.query(query.data) } : OTHER;
    }),
  );
  router.post(
    "/sms/verify",
    serve(small, ({ body, nowMs }) => {
      const input = smsVerifyRequestSchema.safeParse(body);
      return input.success ? { msgCode: 0, ...verifySms(bureau, input.data, nowMs) } : OTHER;
    }),
  );
  router.post(
    "/sms/resend",
    serve(small, ({ body, nowMs }) => {
      const input = smsResendRequestSchema.safeParse(body);
      return input.success ? { msgCode: 0, ...resendSms(bureau, input.data, nowMs) } : OTHER;
    }),
  );
  return router;
}

function inProvince(request: Request, answer: (provinceCode: string) => Answer): Answer {
  const code = request.query.provinceCode;
  if (typeof code !== "string" || code === "") return OTHER;
  return provinceShortName(code) === null ? { msgCode: MSG_WRONG_PROVINCE } : answer(code);
}

function lastSequence(bureau: Bureau, provinceCode: string): Answer {
  return { msgCode: 0, lastDataSequence: bureau.state.provinces.get(provinceCode)?.lastDataSequence ?? 0 };
}

function stateOf(bureau: Bureau, key: string): BureauSubmissionState {
  return bureau.submissions.get(key)?.state ?? "UNKNOWN";
}

const limitSchema = z.coerce.number().int().min(1);

function pollResults(bureau: Bureau, provinceCode: string, request: Request): Answer {
  const limit = limitSchema.safeParse(request.query.limit ?? BUREAU_LIMITS.defaultFilesPerPoll);
  if (!limit.success) return OTHER;
  const files = Math.min(limit.data, BUREAU_LIMITS.filesPerPoll);
  return { msgCode: 0, files: bureau.results.poll(provinceCode, files) };
}
