import type { MaterialKind } from "#shared/domain/filing/materials";
import type { MatchSource } from "#shared/domain/privacy/match";

/**
 * The order document as a reviewer reads it: sections of groups of fields, each with its evidence. Values are kept
 * as what they are (a code, a period, yes or no) and put into words by the screen, in the reader's language.
 */
export type Shown =
  | { as: "missing" }
  | { as: "text"; text: string }
  /** A code with a name in `codes:<group>.<code>`; unknown codes are shown as they are. */
  | { as: "code"; group: string; code: string }
  | { as: "province"; code: string; rest: string }
  | { as: "answer"; yes: boolean }
  | { as: "count"; n: number }
  /** Null end = long-term, undefined = not given. */
  | { as: "period"; from: string | null; to: string | null | undefined }
  | { as: "list"; items: readonly Shown[] };

/** `MIIT`, `SITE`, `PHONE`, `IMAGE`: evidence that stands beside a field without a computed mark. */
export type EvidenceSource = MatchSource | "MIIT" | "SITE" | "PHONE" | "IMAGE" | "FACE";

export interface EvidenceLine {
  source: EvidenceSource;
  value: Shown;
  /** The server's mark; null = nothing to compare; undefined = no comparison is made. */
  matches: boolean | null | undefined;
}

export interface Field {
  /** Path in the order document, as reasons name it. */
  path: string;
  value: Shown;
  evidence: readonly EvidenceLine[];
  /** Documents that prove the field, best first. */
  papers: readonly MaterialKind[];
  serviceIndex: number | null;
  /** False for facts that are not the customer's to correct. */
  flaggable: boolean;
}

export interface Group {
  id: string;
  /** Texts of the heading: `workbench:group.<title>`. */
  title: string;
  fields: readonly Field[];
}

export interface Section {
  id: string;
  /** `workbench:section.<title>`; `n` numbers services from 1. */
  title: string;
  n: number | null;
  groups: readonly Group[];
}

export const MISSING: Shown = { as: "missing" };

export function text(value: string | number | null | undefined): Shown {
  return value === null || value === undefined || value === ""
    ? MISSING
    : { as: "text", text: String(value) };
}

export function coded(group: string, value: string | number | null | undefined): Shown {
  return value === null || value === undefined || value === ""
    ? MISSING
    : { as: "code", group, code: String(value) };
}

export function answer(value: boolean | null | undefined): Shown {
  return typeof value === "boolean" ? { as: "answer", yes: value } : MISSING;
}

export function period(from: string | null | undefined, to: string | null | undefined): Shown {
  return !from && to === undefined ? MISSING : { as: "period", from: from ?? null, to };
}

export function list(items: readonly Shown[]): Shown {
  return items.length === 0 ? MISSING : { as: "list", items };
}

export function isMissing(value: Shown): boolean {
  return value.as === "missing";
}
