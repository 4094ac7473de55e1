import type { TemplateVersion } from "#db/ports/rule-store";
import type { TemplateRow, TemplateVersionRow } from "#shared/contract/staff-templates";
import type { LibraryTemplate } from "#shared/domain/review/template-library";
import type { Deps } from "./deps";
import { libraryInForce } from "./template-library";

/** The reason templates in force, each with the draft that waits for its release. */
export async function listTemplates(deps: Deps): Promise<{ rows: TemplateRow[] }> {
  const [library, versions] = await Promise.all([libraryInForce(deps), deps.store.templateVersions()]);
  const drafts = new Map(
    versions.filter(({ state }) => state === "DRAFT").map((version) => [version.code, version]),
  );
  return {
    rows: [...library.values()].map((template) => rowOf(template, drafts.get(template.code) ?? null)),
  };
}

/** Every version of a template ever written, newest first. */
export async function templateHistory(deps: Deps, code: string): Promise<{ versions: TemplateVersionRow[] }> {
  const versions = await deps.store.templateVersions(code);
  return { versions: versions.map(versionRow).reverse() };
}

function rowOf(template: LibraryTemplate, draft: TemplateVersion | null): TemplateRow {
  const { code, titleZh, titleEn, bodyZh, bodyEn, outcome, rules, params, filingTypes, version } = template;
  return {
    code,
    title: { zh: titleZh, en: titleEn },
    body: { zh: bodyZh, en: bodyEn },
    outcome,
    rules,
    params,
    conditions: { filingTypes },
    version,
    draft: draft === null ? null : versionRow(draft),
  };
}

function versionRow(stored: TemplateVersion): TemplateVersionRow {
  const { versionNo, state, titleZh, titleEn, bodyZh, bodyEn, author, draftedAtMs, endedBy, endedAtMs } =
    stored;
  return {
    version: versionNo,
    state,
    title: { zh: titleZh, en: titleEn },
    body: { zh: bodyZh, en: bodyEn },
    author,
    draftedAtMs,
    endedBy,
    endedAtMs,
  };
}
