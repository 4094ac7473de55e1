import type { RuleStore, TemplateStep, TemplateVersion } from "../ports/rule-store";
import { templateEnds, templateVersions } from "../schema/rule-config";
import type { AppendAudit } from "./audit-log";
import { plainEntry } from "./audit-log";
import type { Client } from "./connection";
import { insertInto, query } from "./statements";
import { inTransaction } from "./transaction";

const MOST_VERSIONS = 5000;

const VERSIONS = `SELECT v.code, v.version_no AS versionNo, v.title_zh AS titleZh, v.title_en AS titleEn,
    v.body_zh AS bodyZh, v.body_en AS bodyEn, coalesce(e.outcome, 'DRAFT') AS state, v.author,
    v.drafted_at_ms AS draftedAtMs, e.ended_by AS endedBy, e.ended_at_ms AS endedAtMs
  FROM template_versions v LEFT JOIN template_ends e ON e.code = v.code AND e.version_no = v.version_no`;

type Draft = Parameters<RuleStore["draftTemplate"]>[0];
type Outcome = (typeof templateEnds.$inferSelect)["outcome"];
type Templates = Pick<
  RuleStore,
  "templateVersions" | "draftTemplate" | "releaseTemplate" | "discardTemplateDraft"
>;

/** Versions of reason templates: drafted, then released or discarded; neither is ever changed afterwards. */
export function templateStore(client: Client, audit: AppendAudit): Templates {
  const all = query<[number], TemplateVersion>(client, `${VERSIONS} ORDER BY v.code, v.version_no LIMIT ?`);
  const ofCode = query<[string, number], TemplateVersion>(
    client,
    `${VERSIONS} WHERE v.code = ? ORDER BY v.version_no LIMIT ?`,
  );
  const newest = query<[string], TemplateVersion>(
    client,
    `${VERSIONS} WHERE v.code = ? ORDER BY v.version_no DESC LIMIT 1`,
  );
  const insert = insertInto(client, templateVersions);
  const insertEnd = insertInto(client, templateEnds);

  function draft({ nowMs, ...text }: Draft): number | null {
    const { code, author } = text;
    const last = newest().get(code);
    if (last?.state === "DRAFT") {
      if (last.author !== author) return null;
      end("DISCARDED", "discardTemplateDraft", { code, versionNo: last.versionNo, by: author, nowMs });
    }
    const versionNo = (last?.versionNo ?? 0) + 1;
    insert({ ...text, versionNo, draftedAtMs: nowMs });
    audit(plainEntry(nowMs, author, "draftTemplate", null, { code, versionNo }));
    return versionNo;
  }

  function end(outcome: Outcome, action: string, { code, versionNo, by, nowMs }: TemplateStep): boolean {
    const last = newest().get(code);
    // Only the newest version can be a draft still: a new one is never begun beside it.
    if (last?.state !== "DRAFT" || last.versionNo !== versionNo) return false;
    insertEnd({ code, versionNo, outcome, endedBy: by, endedAtMs: nowMs });
    audit(plainEntry(nowMs, by, action, null, { code, versionNo, author: last.author }));
    return true;
  }

  return {
    async templateVersions(code) {
      return code === undefined ? all().all(MOST_VERSIONS) : ofCode().all(code, MOST_VERSIONS);
    },
    draftTemplate: async (given) => inTransaction(client, () => draft(given)),
    releaseTemplate: async (step) => inTransaction(client, () => end("RELEASED", "releaseTemplate", step)),
    discardTemplateDraft: async (step) =>
      inTransaction(client, () => end("DISCARDED", "discardTemplateDraft", step)),
  };
}
