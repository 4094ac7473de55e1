import type { Application } from "#shared/domain/filing/application";
import type { FilingKind } from "#shared/domain/filing/filing-type";
import type { PictureMaker } from "../images/page";
import { placeholderPictures } from "../images/placeholder-picture";
import { buildDraft } from "./build-draft";
import { shanghaiDay } from "./calendar-days";
import { defectOf } from "./defects/catalogue";
import type { Defect, DemoFinding } from "./defects/defect";
import { bentShape, pickDefects } from "./defects/pick-defects";
import type { Draft } from "./draft";
import { type DemoFile, finishOrder } from "./finish-order";
import { type OrderSeed, orderSeed } from "./order-seed";
import { type OrderShape, pickShape } from "./shape";

export interface DemoOrderInput {
  /** Seed of the run. */
  readonly seed: number;
  /** Number of the order in the run; its identity, whatever its faults. */
  readonly index: number;
  /** The submission, UTC ms: the evidence was gathered then, and expiry dates lie well after it. */
  readonly atMs: number;
  /** Fixes the sub-kind; without it the mix of `domain.md` §12 decides. */
  readonly filingKind?: FilingKind;
  /** Which faults to plant: as the mix has it (default), none, or these. */
  readonly defects?: "MIX" | "NONE" | readonly string[];
  /**
   * The order as its applicant corrects and resubmits it: same account, entity and domains, and the faults that
   * the same input had without this are put right, except those in `left`.
   */
  readonly mended?: boolean;
  readonly left?: readonly string[];
  /** Without it every document is a tiny placeholder. */
  readonly pictures?: PictureMaker;
}

export interface DemoOrder {
  readonly application: Application;
  /** Every file that the application names by hash, once each. */
  readonly files: readonly DemoFile[];
  /** The complete set of findings that the planted faults must cause; empty for a clean order. */
  readonly defects: readonly DemoFinding[];
  readonly defectIds: readonly string[];
}

/**
 * One realistic order, wholly synthetic. The same input gives the same bytes. Orders of one seed differ in account,
 * entity, persons, phones, mailboxes and domains, so that none is taken for another's double.
 */
export function generateDemoOrder(input: DemoOrderInput): DemoOrder {
  const order = orderSeed(input.seed, input.index, input.atMs, shanghaiDay(input.atMs));
  const shape = pickShape(order, input.filingKind);
  const chosen = chosenDefects(order, shape, input);
  const present =
    input.mended === true ? chosen.filter(({ id }) => input.left?.includes(id) === true) : chosen;
  const bending = chosen.filter((defect) => present.includes(defect) || defect.bendStays === true);
  const draft = buildDraft(order, bentShape(shape, bending));
  const planted = plantAll(draft, present);
  return { ...finishOrder(draft, input.pictures ?? placeholderPictures), ...planted };
}

function chosenDefects(
  order: OrderSeed,
  shape: OrderShape,
  { defects = "MIX" }: DemoOrderInput,
): readonly Defect[] {
  if (defects === "MIX") return pickDefects(order, shape);
  return defects === "NONE" ? [] : defects.map(defectOf);
}

function plantAll(draft: Draft, defects: readonly Defect[]): { defects: DemoFinding[]; defectIds: string[] } {
  const planted = defects.map((defect) => ({ id: defect.id, findings: defect.plant(draft) }));
  const effective = planted.filter(({ findings }) => findings.length > 0);
  return {
    defects: effective.flatMap(({ findings }) =>
      findings.map(({ ruleId, fieldPath }) => ({
        ruleId,
        fieldPath: typeof fieldPath === "string" ? fieldPath : fieldPath(),
      })),
    ),
    defectIds: effective.map(({ id }) => id),
  };
}
