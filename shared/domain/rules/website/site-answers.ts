import { joinedTexts } from "../joined-texts";
import { cannotCheck, violated } from "../results";
import type { EvidenceRef, ParamValue, RuleResult, Text } from "../rule";
import type { RuleInput } from "../rule-input";
import { sitesUnknown } from "./filed-sites";

/** What a rule found at one site: something wrong, something not known, or (null) nothing. */
export type SiteAnswer =
  | { readonly domain: string; readonly faults: readonly Text[]; readonly evidence: readonly EvidenceRef[] }
  | { readonly domain: string; readonly missing: string }
  | null;

interface Saying {
  /** Params beside `domain`; `reason` says what is wrong, once for all sites. */
  readonly params: (reason: Text) => Readonly<Record<string, ParamValue>>;
  readonly ground: readonly EvidenceRef[];
}

/**
 * All filed sites share one place in the order, so they share one answer: violated, naming every site that is, else
 * "cannot check" where one could not be judged. Sites that nothing tells of cannot be checked either.
 */
export function together(
  input: RuleInput,
  fieldPath: string,
  answers: readonly SiteAnswer[] | undefined,
  { params, ground }: Saying,
): RuleResult[] {
  if (answers === undefined) return [sitesUnknown(input, fieldPath)];
  const wrong = answers.flatMap((answer) => (answer !== null && "faults" in answer ? [answer] : []));
  if (wrong.length > 0) {
    const faults = wrong.flatMap((answer) => answer.faults);
    const reason = joinedTexts([...new Map(faults.map((fault) => [fault.zh, fault])).values()]);
    const domains = wrong.map((answer) => answer.domain);
    const domain = { zh: domains.join("、"), en: domains.join(", ") };
    const evidence = [...wrong.flatMap((answer) => answer.evidence), ...ground];
    return [violated(fieldPath, { domain, ...params(reason) }, evidence)];
  }
  const [missing, ...more] = new Set(
    answers.flatMap((answer) => (answer !== null && "missing" in answer ? [answer.missing] : [])),
  );
  return missing === undefined ? [] : [cannotCheck(fieldPath, missing, ...more)];
}
