import { hasMaterial } from "../document-view";
import { at, cannotCheck, fact, violated } from "../results";
import type { RuleResult } from "../rule";
import type { RuleInput } from "../rule-input";
import { preApprovalWordsIn, wordsIn, wordsShownByServices } from "./listed-words";

const SCOPE = "evidence.companyRegistry.businessScope";

/** a listed word stands in the business scope only, nothing is declared, and nothing is undertaken. */
export function undertakingMissing(input: RuleInput): RuleResult[] {
  const { services, evidence } = input.application;
  const declared = services.some(({ preApprovals }) => (preApprovals ?? []).length > 0);
  if (declared || hasMaterial(input, "NO_PRE_APPROVAL_UNDERTAKING")) return [];
  const scope = evidence?.companyRegistry?.businessScope ?? null;
  if (scope === null) return [cannotCheck("materials", SCOPE)];
  const shown = wordsShownByServices(input);
  const words = preApprovalWordsIn(input, scope)
    .map(({ word }) => word)
    .filter((word) => !shown.has(word));
  return words.length === 0 ? [] : [missingPaper(input, words, "list.preApprovalWords")];
}

/** finance in the name or scope, and neither the regulator's document nor the undertaking. */
export function financePapersMissing(input: RuleInput): RuleResult[] {
  const { entity, services, evidence } = input.application;
  const documented = services.some(({ preApprovals }) => preApprovals?.some((one) => one.materialSha256));
  if (documented || hasMaterial(input, "PRE_APPROVAL") || hasMaterial(input, "NO_PRE_APPROVAL_UNDERTAKING")) {
    return [];
  }
  const scope = evidence?.companyRegistry?.businessScope ?? null;
  const texts = [entity.name, ...services.map(({ name }) => name), scope ?? ""];
  const words = texts.flatMap((text) => wordsIn(input.lists.financeWords, text));
  if (words.length > 0) return [missingPaper(input, words, "list.financeWords")];
  return scope === null ? [cannotCheck("materials", SCOPE)] : [];
}

function missingPaper(input: RuleInput, words: readonly string[], list: string): RuleResult {
  const word = [...new Set(words)].join("、");
  const grounds = [at("materials"), at(SCOPE), fact(list, word)];
  return violated("materials", { word, province: input.province.name }, grounds);
}
