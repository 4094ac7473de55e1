import { v7 } from "uuid";
import type { Deps } from "#server/usecases/deps";
import type { Reply } from "#server/usecases/reply";
import type { ApplicantFixAnswer } from "#shared/contract/staff-simulator";
import { createAgenda } from "./agenda";
import { applicantActs } from "./applicant";
import { submitDemoOrder } from "./demo-orders";
import { type Rng, streamOf } from "./generator/random";
import { type ImageMode, loadPictureMaker } from "./images/picture-maker";
import { type History, planReview } from "./play-history";
import { sidecarCount } from "./sidecar";
import { submissionTimes } from "./submission-times";
import { leaveWorkInHand } from "./work-in-hand";

const HOUR_MS = 3_600_000;

/** The beginning of the present hour: two demos loaded within it are the same. */
export function presentHourMs(nowMs: number): number {
  return nowMs - (nowMs % HOUR_MS);
}

/** Smaller demos keep every waiting order in the queue. */
const FULL_DESK = 100;

export interface DemoLoad {
  readonly dataDir: string;
  readonly orders: number;
  readonly seed: number;
  readonly images: ImageMode;
  /** The present moment of the demo, UTC ms: same seed and same moment give the same orders, byte for byte. */
  readonly asOfMs: number;
  /** Told after each order that came in. */
  onProgress(done: number, total: number): void;
}

/**
 * Fills the store with a past and a queue: orders come in over ten working days through the same use-cases that
 * serve customers, reviewers decide the older ones, applicants mend and come back. Approved orders stop at the
 * bureau's door; the running product pushes them. Nothing happens after the present moment, when a few orders are
 * left on hold and one with the lead.
 */
export async function loadDemo(deps: Deps, load: DemoLoad): Promise<void> {
  const { pictures } = await loadPictureMaker(load.images);
  const nowMs = load.asOfMs;
  const clock = { nowMs };
  const chance = streamOf(load.seed, 0, "ids");
  const historic: Deps = {
    ...deps,
    now: () => clock.nowMs,
    newId: () => v7({ msecs: clock.nowMs, random: bytes(chance) }),
  };
  const agenda = createAgenda((atMs) => {
    clock.nowMs = atMs;
  });
  const history: History = { deps: historic, dataDir: load.dataDir, agenda, pictures };
  const first = await sidecarCount(load.dataDir);
  const times = submissionTimes(load.orders, nowMs, streamOf(load.seed, first, "times"));
  let done = 0;
  times.forEach((atMs, offset) => {
    agenda.at(atMs, async () => {
      const index = first + offset;
      const order = { seed: load.seed, index, pictures };
      const sidecar = await submitDemoOrder(historic, load.dataDir, order);
      if (sidecar.kind !== "TRANSFER") planReview(history, sidecar, streamOf(load.seed, index, "review"));
      done += 1;
      load.onProgress(done, load.orders);
    });
  });
  await agenda.play(nowMs);
  clock.nowMs = nowMs;
  if (load.orders >= FULL_DESK) await leaveWorkInHand(historic);
}

/** The applicant of the simulator page, who draws the papers he sends again. */
export function demoApplicant(
  deps: Deps,
  dataDir: string,
): (orderNo: string) => Promise<Reply<ApplicantFixAnswer>> {
  let maker: ReturnType<typeof loadPictureMaker> | null = null;
  return async (orderNo) => {
    maker ??= loadPictureMaker("all");
    const { pictures } = await maker;
    return applicantActs(deps, dataDir, orderNo, pictures);
  };
}

function bytes(rng: Rng): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => rng.int(256));
}
