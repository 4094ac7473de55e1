import type { MaterialKind } from "#shared/domain/filing/materials";
import type { MatchMark } from "#shared/domain/privacy/match";
import { type EvidenceLine, type EvidenceSource, type Field, isMissing, type Shown } from "./section";

interface FieldParts {
  evidence?: readonly (readonly [EvidenceSource, Shown])[];
  papers?: readonly MaterialKind[];
  serviceIndex?: number | null;
  flaggable?: boolean;
  /** Further paths whose marks belong to this field, such as the other end of a period. */
  alsoMarks?: readonly string[];
  /** Fields that most orders leave empty are shown only when they are filled in. */
  onlyIfGiven?: boolean;
}

export type FieldBuilder = (path: string, value: Shown, parts?: FieldParts) => Field[];

/** Makes fields and joins the server's match marks to their evidence. */
export function fieldBuilder(marks: readonly MatchMark[]): FieldBuilder {
  const known = new Map(marks.map((mark) => [`${mark.source} ${mark.fieldPath}`, mark.matches]));
  return (path, value, parts = {}) => {
    if (parts.onlyIfGiven && isMissing(value)) return [];
    const paths = [path, ...(parts.alsoMarks ?? [])];
    const evidence = (parts.evidence ?? []).flatMap(([source, shown]): EvidenceLine[] => {
      const found = paths.flatMap((one) => {
        const mark = known.get(`${source} ${one}`);
        return mark === undefined ? [] : [mark];
      });
      if (isMissing(shown) && found.length === 0) return [];
      return [{ source, value: shown, matches: verdictOf(found) }];
    });
    return [
      {
        path,
        value,
        evidence,
        papers: parts.papers ?? [],
        serviceIndex: parts.serviceIndex ?? null,
        flaggable: parts.flaggable ?? true,
      },
    ];
  };
}

/** Several marks on one line: one mismatch is enough; undecided only when nothing could be compared. */
function verdictOf(marks: readonly (boolean | null)[]): boolean | null | undefined {
  if (marks.length === 0) return undefined;
  if (marks.includes(false)) return false;
  return marks.includes(true) ? true : null;
}
