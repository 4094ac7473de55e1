import type { MaterialKind } from "#shared/domain/filing/materials";
import type { DocumentFields, Page, PageLook } from "../images/page";

/** A document that the applicant uploads: what it is, what it shows, and what the image check saw on it. */
export interface Paper {
  readonly kind: MaterialKind;
  serviceIndex: number | null;
  domain: string | null;
  /** Without its ending, which follows from the picture. */
  readonly fileName: string;
  page: Page;
  look: PageLook;
  /** What the text recognition read; the same object that the picture is drawn from. null: not read. */
  readonly ocr: DocumentFields | null;
  /** `images[].documentKind` of the image check. */
  documentKind: string;
  /** Papers with the same sheet name share one file. */
  sheet: string;
  /** The file is a PDF where a picture was asked for. */
  asPdf: boolean;
  /** Another order's photo that the image check takes this one for. */
  duplicateOf: string | null;
}

export interface PaperInput {
  readonly kind: MaterialKind;
  readonly page: Page;
  readonly sheet: string;
  readonly serviceIndex?: number | null;
  readonly domain?: string | null;
  readonly ocr?: DocumentFields | null;
  readonly documentKind?: string;
}

export function paper(input: PaperInput): Paper {
  return {
    kind: input.kind,
    serviceIndex: input.serviceIndex ?? null,
    domain: input.domain ?? null,
    fileName: input.kind.toLowerCase().replaceAll("_", "-"),
    page: input.page,
    look: "CLEAN",
    ocr: input.ocr ?? null,
    documentKind: input.documentKind ?? "OTHER",
    sheet: input.sheet,
    asPdf: false,
    duplicateOf: null,
  };
}

/** Files that one order may bring; beyond them, papers are scanned together. */
const MAX_FILES = 6;

/** Lays papers together until at most `MAX_FILES` files remain: both sides of an ID first, then letters, then all. */
export function bundlePapers(papers: readonly Paper[]): void {
  const merges: readonly (readonly [RegExp, string])[] = [
    [/^srp-(front|back)$/, "srp-id"],
    [/^letter /, "letters"],
    [/^erp-(front|back)$/, "erp-id"],
    [/^(letters?|domains)/, "letters"],
  ];
  for (const [pattern, name] of merges) {
    if (new Set(papers.map((one) => one.sheet)).size <= MAX_FILES) return;
    for (const one of papers) if (pattern.test(one.sheet)) one.sheet = name;
  }
}
