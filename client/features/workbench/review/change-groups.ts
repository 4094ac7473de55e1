import type { DiffAnswer } from "#shared/contract/staff-review";
import type { Change } from "#shared/domain/review/revision-diff";
import type { VerdictReason } from "#shared/domain/review/verdict";
import type { OrderView } from "../../../lib/trpc";
import type { PlacedFindings } from "../findings/place-findings";
import { holderOf, sectionFor } from "../model/place-of";
import type { Section } from "../model/section";
import { fieldsOf } from "../model/sections-of";

type Verdict = Pick<OrderView["previousReasons"][number], "revision" | "reasons">;

/** Two revisions to compare. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the revision that the last verdict was about, else from the one before, to the newest; null for a first one. */
export function defaultSpan(revision: number, verdicts: readonly Pick<Verdict, "revision">[]): Span | null {
  if (revision < 2) return null;
  const judged = verdicts.find((verdict) => verdict.revision < revision)?.revision;
  return { from: judged ?? revision - 1, to: revision };
}

const UNDECIDED = ["PENDING_FIRST_REVIEW", "REVISED_PENDING_REVIEW", "UNDER_FIRST_REVIEW"];

/** Whether the order waits for a verdict, in whosever hands. */
export function isUndecided({ status }: Pick<OrderView, "status">): boolean {
  return UNDECIDED.includes(status);
}

/** Whether what changed is the first thing to read: a resubmission that waits for its verdict. */
export function opensOnChanges(order: Pick<OrderView, "revision" | "status">): boolean {
  return order.revision > 1 && isUndecided(order);
}

export interface ChangeGroup {
  readonly section: Section;
  readonly changes: readonly Change[];
}

/** The changes under the sections of the later document, in reading order; sections without a change are left out. */
export function groupChanges(changes: readonly Change[], sections: readonly Section[]): ChangeGroup[] {
  return sections.flatMap((section) => {
    const own = changes.filter((change) => sectionFor(change.path, sections)?.id === section.id);
    return own.length === 0 ? [] : [{ section, changes: inReadingOrder(own, section) }];
  });
}

/** As the fields of the section follow each other; what has no field comes last, as it came. */
function inReadingOrder(changes: readonly Change[], section: Section): Change[] {
  const paths = fieldsOf(section).map(({ path }) => path);
  const rank = ({ path }: Change): number => {
    const at = paths.indexOf(holderOf(path, [section])?.path ?? "");
    return at < 0 ? paths.length : at;
  };
  return [...changes].sort((a, b) => rank(a) - rank(b));
}

export interface UntouchedRequest {
  readonly path: string;
  /** What the verdict had said about the place; several rules may have. */
  readonly reasons: readonly VerdictReason[];
}

/** What was asked for and left as it was, with the words of the verdict that asked. */
export function untouchedOf(
  paths: readonly string[],
  verdicts: readonly Verdict[],
  { from }: Pick<Span, "from">,
): UntouchedRequest[] {
  const asked = verdicts.find(({ revision }) => revision <= from)?.reasons ?? [];
  return paths.map((path) => ({ path, reasons: asked.filter(({ fieldPath }) => fieldPath === path) }));
}

/** Sections of a resubmission that need no second reading: nothing changed, nothing found, nothing left undone. */
export function unchangedSections(
  { changes, untouchedRequests }: Pick<DiffAnswer, "changes" | "untouchedRequests">,
  sections: readonly Section[],
  placed: PlacedFindings,
): Set<string> {
  const touched = new Set(
    [...changes.map(({ path }) => path), ...untouchedRequests].map((path) => sectionFor(path, sections)?.id),
  );
  const quiet = sections.filter(
    (section) =>
      !touched.has(section.id) &&
      !placed.ofSection.has(section.id) &&
      !fieldsOf(section).some(({ path }) => placed.ofField.has(path)),
  );
  return new Set(quiet.map(({ id }) => id));
}
