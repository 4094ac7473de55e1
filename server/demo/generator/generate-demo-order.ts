import type { Application } from "#shared/domain/filing/application";
import type { FilingKind } from "#shared/domain/filing/filing-type";
import type { PictureMaker } from "../images/page";
import { placeholderPictures } from "../images/placeholder-picture";
import { buildDraft } from "./build-draft";
import { shanghaiDay } from "./calendar-days";
import { type DemoFile, finishOrder } from "./finish-order";
import { orderSeed } from "./order-seed";
import { pickShape } from "./shape";

export interface DemoOrderInput {
  /** Seed of the run. */
  readonly seed: number;
  /** Number of the order in the run; its identity, whatever its faults. */
  readonly index: number;
  /** The submission, UTC ms: the evidence was gathered then, and expiry dates lie well after it. */
  readonly atMs: number;
  readonly filingKind?: FilingKind;
  readonly pictures?: PictureMaker;
}

export interface DemoOrder {
  readonly application: Application;
  readonly files: readonly DemoFile[];
}

export function generateDemoOrder(input: DemoOrderInput): DemoOrder {
  const order = orderSeed(input.seed, input.index, input.atMs, shanghaiDay(input.atMs));
  const shape = pickShape(order, input.filingKind);
  return finishOrder(buildDraft(order, shape), input.pictures ?? placeholderPictures);
}
