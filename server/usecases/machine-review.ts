import type { FindingsRecord } from "#db/ports/rule-store";
import type { FindingText, FindingView, MachineReview, QuestionView } from "#shared/contract/staff-review";
import type { Application } from "#shared/domain/filing/application";
import { materialNeeds, superfluousMaterials } from "#shared/domain/materials/material-needs";
import { provinceOn } from "#shared/domain/provinces/province";
import { provinceCard } from "#shared/domain/provinces/province-card";
import { suggestedOutcome } from "#shared/domain/review/suggested-outcome";
import { holesIn, renderTemplate } from "#shared/domain/review/templates";
import { buildRuleInput } from "#shared/domain/rules/build-input";
import { ruleOf } from "#shared/domain/rules/catalogue";
import type { Finding, Question } from "#shared/domain/rules/report";
import { NO_RULE_FACTS } from "#shared/domain/rules/rule-input";
import { shanghaiDay } from "#shared/domain/time/working-calendar";
import type { Deps } from "./deps";
import { ruleSetOn } from "./rule-set";
import { libraryInForce } from "./template-library";

/** What the machine has to say about an order: stored findings, and what follows from document and province alone. */
export async function machineReview(
  deps: Deps,
  application: Application,
  record: FindingsRecord | null,
  confirmed: boolean,
): Promise<MachineReview> {
  const today = shanghaiDay(deps.now());
  const [{ provinceEdits, lists }, library] = await Promise.all([
    ruleSetOn(deps, today),
    libraryInForce(deps),
  ]);
  const facts = { ...NO_RULE_FACTS, confirmed };
  const input = buildRuleInput({ application, previous: null, today, provinceEdits, lists, facts });
  const province = provinceOn(application.entity.region.provinceCode, provinceEdits, today);
  const findings = record?.report.findings ?? [];
  return {
    findings: findings.map((finding) => findingView(finding, library)),
    questions: (record?.report.questions ?? []).map(questionView),
    findingsVersion: record?.version ?? null,
    suggestion: suggestedOutcome(findings),
    province: province === null ? null : provinceCard(province, input),
    materialNeeds: { needs: materialNeeds(input), superfluous: superfluousMaterials(input) },
  };
}

type Library = Awaited<ReturnType<typeof libraryInForce>>;

function findingView(finding: Finding, library: Library): FindingView {
  const texts = finding.templates.flatMap((code): FindingText[] => {
    const template = library.get(code);
    if (template === undefined) return [];
    const { titleZh, titleEn } = template;
    const text = {
      zh: renderTemplate(template, finding.params),
      en: renderTemplate(template, finding.paramsEn, "en"),
    };
    return [{ templateCode: code, title: { zh: titleZh, en: titleEn }, text }];
  });
  // Of several templates the one that the finding fills in completely comes first.
  texts.sort((a, b) => holesIn(a.text.zh).length - holesIn(b.text.zh).length);
  return { ...finding, ...declared(finding.ruleId), texts };
}

function questionView(question: Question): QuestionView {
  return { ...question, ...declared(question.ruleId) };
}

/** A rule may have left the catalogue since the findings were stored; its number then speaks for it. */
function declared(ruleId: string): Pick<QuestionView, "group" | "title" | "source"> {
  const rule = ruleOf(ruleId);
  if (rule === null) return { group: "ORD", title: { zh: ruleId, en: ruleId }, source: "" };
  return { group: rule.group, title: rule.title, source: rule.source };
}
