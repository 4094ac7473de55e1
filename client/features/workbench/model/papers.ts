import type { Application } from "#shared/domain/filing/application";
import type { Evidence } from "#shared/domain/filing/evidence";
import type { MaterialKind } from "#shared/domain/filing/materials";

type Paper = NonNullable<Evidence["ocr"]>[number];

/** What was read from the papers of these kinds, both sides of an ID put together; null when nothing was. */
export function paperFields(
  document: Application,
  kinds: readonly MaterialKind[],
  serviceIndex: number | null,
): Paper["fields"] | null {
  const found = (document.evidence?.ocr ?? []).filter(
    (paper) =>
      kinds.some((kind) => kind === paper.materialKind) &&
      (serviceIndex === null || paper.serviceIndex == null || paper.serviceIndex === serviceIndex),
  );
  if (found.length === 0) return null;
  return Object.assign({}, ...found.map((paper) => given(paper.fields)));
}

/** Only what a paper says: an empty side must not wipe out what the other side gave. */
function given(fields: Paper["fields"]): Paper["fields"] {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== "" && value !== undefined),
  );
}
