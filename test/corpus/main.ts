import { parseArgs } from "node:util";
import { RULES } from "#shared/domain/rules/catalogue";
import { CORPUS } from "./catalogue";
import { isNoticed, mutantsOf } from "./mutants";
import { reportLines } from "./report";
import { findingsOf, isEqual, type PreparedCase, prepareCase } from "./run-case";
import { judged } from "./score";

/**
 * `npm run corpus [-- --mutate]`: judges the rules by the labelled orders; with `--mutate` judges the orders by rules
 * that are wrong on purpose. Exits non-zero when a case is wrong, or a mutant goes unnoticed.
 */
function main(): void {
  const { values } = parseArgs({ options: { mutate: { type: "boolean", default: false } } });
  const cases = CORPUS.map(prepareCase);
  const lines = values.mutate ? mutation(cases) : run(cases);
  process.stdout.write(`${lines.join("\n")}\n`);
}

function run(cases: readonly PreparedCase[]): string[] {
  const results = cases.map((prepared) => judged(prepared, findingsOf(RULES, prepared)));
  if (results.some(({ right }) => !right)) process.exitCode = 1;
  return reportLines(RULES, results);
}

/** A case that is wrong already would notice anything, so only the right ones are asked. */
function mutation(cases: readonly PreparedCase[]): string[] {
  const right = cases.filter((prepared) => isEqual(prepared.expected, findingsOf(RULES, prepared)));
  const mutants = mutantsOf(RULES, right);
  const survivors = mutants.filter((mutant) => !isNoticed(mutant, right));
  if (survivors.length > 0) process.exitCode = 1;
  return [
    ...survivors.map(({ name }) => `unnoticed: ${name}`),
    `corpus: ${mutants.length} mutants, ${mutants.length - survivors.length} noticed, ${survivors.length} unnoticed`,
  ];
}

main();
