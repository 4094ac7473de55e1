import type { Rule } from "#shared/domain/rules/rule";
import { type Judged, type RuleScore, ratioOf, scoresOf } from "./score";

/** The report of a run: a line per rule, the cases that are wrong, and one line of totals at the end. */
export function reportLines(rules: readonly Rule[], cases: readonly Judged[]): string[] {
  const scores = scoresOf(rules, cases).filter(({ rule }) => rule.check !== "human");
  return [
    "rule   check   tp   fp   fn  recall  precision",
    ...scores.map(scoreLine),
    "",
    ...cases.filter(({ right }) => !right).flatMap(caseLines),
    totals(scores, cases),
  ];
}

function scoreLine(score: RuleScore): string {
  const { rule, tp, fp, fn } = score;
  const { recall, precision } = ratioOf([score]);
  const counts = [tp, fp, fn].map((count) => String(count).padStart(4)).join(" ");
  return `${rule.id}  ${rule.check.padEnd(6)} ${counts}  ${recall.toFixed(3).padStart(6)}  ${precision.toFixed(3).padStart(9)}`;
}

export function caseLines({ prepared, got }: Judged): string[] {
  const { role, rule, name } = prepared.case;
  const lacking = prepared.expected.filter((finding) => !got.includes(finding));
  const extra = got.filter((finding) => !prepared.expected.includes(finding));
  return [
    `WRONG ${rule ?? "clean"} ${role}: ${name}`,
    `  expected ${list(prepared.expected)}`,
    `  got      ${list(got)}`,
    `  ${[...lacking.map((one) => `- ${one}`), ...extra.map((one) => `+ ${one}`)].join("  ")}`,
    "",
  ];
}

function list(findings: readonly string[]): string {
  return findings.length === 0 ? "nothing" : findings.join(", ");
}

function totals(scores: readonly RuleScore[], cases: readonly Judged[]): string {
  const right = cases.filter((one) => one.right).length;
  const of = (check: Rule["check"]) => {
    const { recall, precision } = ratioOf(scores.filter(({ rule }) => rule.check === check));
    return `${check}: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`;
  };
  return `corpus: ${cases.length} orders, ${right} right; ${of("fully")}; ${of("partly")}`;
}
