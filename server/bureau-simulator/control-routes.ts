import express, { type Router } from "express";
import { MSG_OTHER } from "#shared/contract/bureau-codes";
import { type ControlPatch, controlPatchSchema } from "#shared/contract/bureau-control";
import type { Answer } from "./answer";
import type { Bureau } from "./bureau";
import type { ControlDesk } from "./control-desk";
import { readBody } from "./read-body";
import { sendAnswer } from "./serve";
import { listSms } from "./sms";
import { catchUp } from "./take-step";

const MOST_BYTES = 256 * 1024;

/**
 * `/control`: unsigned, for demonstrations and tests. A change must come as JSON, which a browser does not send to
 * a foreign origin without asking first.
 */
export function createControlRoutes(bureau: Bureau, desk: ControlDesk): Router {
  const router = express.Router();

  router.get("/control", async (_request, response) => {
    const nowMs = catchUp(bureau);
    await bureau.state.flush();
    sendAnswer(response, 200, describe(bureau), nowMs);
  });

  router.put("/control", async (request, response) => {
    const { json } = await readBody(request, MOST_BYTES);
    const patch = controlPatchSchema.safeParse(request.is("application/json") ? json : undefined);
    if (!patch.success) {
      sendAnswer(response, 400, { msgCode: MSG_OTHER }, bureau.clock.now());
      return;
    }
    const nowMs = changeControl(bureau, desk, patch.data);
    await bureau.state.flush();
    sendAnswer(response, 200, describe(bureau), nowMs);
  });

  router.get("/control/sms", async (_request, response) => {
    const nowMs = catchUp(bureau);
    await bureau.state.flush();
    sendAnswer(response, 200, { msgCode: 0, codes: listSms(bureau) }, nowMs);
  });
  return router;
}

/** What was due under the old settings happens under them; returns the bureau's time afterwards. */
function changeControl(bureau: Bureau, desk: ControlDesk, patch: ControlPatch): number {
  desk.change(patch, catchUp(bureau));
  bureau.clock.setFactor(bureau.control().clockFactor);
  bureau.state.clocks.set("current", bureau.clock.advance(patch.advanceMs ?? 0));
  bureau.submissions.reschedule();
  return catchUp(bureau);
}

function describe(bureau: Bureau): Answer {
  const provinces = [...bureau.state.provinces.entries()].map(([provinceCode, row]) => ({
    provinceCode,
    lastDataSequence: row.lastDataSequence,
  }));
  return {
    msgCode: 0,
    control: bureau.control(),
    provinces,
    submissions: bureau.submissions.counts(),
    filedEntities: bureau.registry.size,
    unacknowledgedFiles: bureau.results.openFiles,
  };
}
