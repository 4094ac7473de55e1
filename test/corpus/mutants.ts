import type { RunOptions } from "#shared/domain/rules/engine";
import { DEFAULT_LISTS } from "#shared/domain/rules/lists";
import type { Rule } from "#shared/domain/rules/rule";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { findingsOf, isEqual, type PreparedCase, ruleIn } from "./run-case";

/** One small lie about the rules; the corpus has to notice it. */
export interface Mutant {
  readonly name: string;
  /** Rules whose answers may change; the others are not asked again. */
  readonly rules: readonly Rule[];
  readonly options?: Omit<RunOptions, "gates">;
  /** The input with the lie in it; null where the case has nothing to lie about. */
  readonly bend?: (input: RuleInput) => RuleInput | null;
}

/** Every rule switched off, and every number that the rules read moved by one either way. */
export function mutantsOf(rules: readonly Rule[], cases: readonly PreparedCase[]): Mutant[] {
  const machine = rules.filter(({ check }) => check !== "human");
  return [
    ...machine.map(switchedOff),
    ...machine.flatMap(shiftedThresholds),
    ...shiftedList(machine, "resourceTerms"),
    ...shiftedList(machine, "resourceQuota"),
    ...shiftedSwitches(machine, cases),
  ];
}

/** Whether some case turns red: its findings of the rules concerned are no longer the expected ones. */
export function isNoticed({ rules, options, bend }: Mutant, cases: readonly PreparedCase[]): boolean {
  const ids = new Set(rules.map(({ id }) => id));
  return cases.some((prepared) => {
    const input = bend === undefined ? prepared.input : bend(prepared.input);
    if (input === null) return false;
    const expected = prepared.expected.filter((finding) => ids.has(ruleIn(finding)));
    return !isEqual(expected, findingsOf(rules, { ...prepared, input }, options));
  });
}

function switchedOff(rule: Rule): Mutant {
  const settings = { [rule.id]: { enabled: false, severity: null } };
  return { name: `${rule.id} switched off`, rules: [rule], options: { settings } };
}

function shiftedThresholds(rule: Rule): Mutant[] {
  return Object.entries(rule.thresholds).flatMap(([key, value]) =>
    shifts(value).map((shifted) => ({
      name: `${rule.id} ${key} ${value} -> ${shifted}`,
      rules: [rule],
      options: { thresholds: { [rule.id]: { ...rule.thresholds, [key]: shifted } } },
    })),
  );
}

function shiftedList(rules: readonly Rule[], list: "resourceTerms" | "resourceQuota"): Mutant[] {
  const readers = rules.filter(({ needs }) => needs.includes(`list.${list}`));
  // Who is privileged is exempt, whatever the number says.
  const numbers = Object.entries(DEFAULT_LISTS[list]).filter(([key]) => key !== "PRIVILEGED");
  return numbers.flatMap(([key, value]) =>
    shifts(value).map((shifted) => ({
      name: `list.${list}.${key} ${value} -> ${shifted}`,
      rules: readers,
      bend: (input: RuleInput) => withShiftedList(input, list, key, shifted),
    })),
  );
}

function withShiftedList(
  input: RuleInput,
  list: "resourceTerms" | "resourceQuota",
  key: string,
  shifted: number,
): RuleInput {
  return { ...input, lists: { ...input.lists, [list]: { ...input.lists[list], [key]: shifted } } };
}

/** The numbers among a province's switches, one mutant for each province, number and direction. */
function shiftedSwitches(rules: readonly Rule[], cases: readonly PreparedCase[]): Mutant[] {
  const places = new Map<string, { province: string; path: string[]; value: number }>();
  for (const { input, case: corpusCase } of cases) {
    const { id, switches } = input.province;
    if (id === null || corpusCase.switches !== undefined) continue;
    for (const { path, value } of numbersIn(switches))
      places.set([id, ...path, value].join(), { province: id, path, value });
  }
  return [...places.values()].flatMap(({ province, path, value }) =>
    shifts(value).map((shifted) => ({
      name: `${province} ${path.join(".")} ${value} -> ${shifted}`,
      rules,
      bend: (input: RuleInput) => withShiftedSwitch(input, province, path, value, shifted),
    })),
  );
}

function withShiftedSwitch(
  input: RuleInput,
  province: string,
  path: readonly string[],
  value: number,
  shifted: number,
): RuleInput | null {
  if (input.province.id !== province || valueAt(input.province.switches, path) !== value) return null;
  const switches = structuredClone(input.province.switches);
  const holder = valueAt(switches, path.slice(0, -1));
  if (typeof holder === "object" && holder !== null) Reflect.set(holder, path.at(-1) ?? "", shifted);
  return { ...input, province: { ...input.province, switches } };
}

function valueAt(part: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    part,
  );
}

function numbersIn(part: object, path: readonly string[] = []): { path: string[]; value: number }[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === "number") return [{ path: [...path, key], value }];
    return typeof value === "object" && value !== null ? numbersIn(value, [...path, key]) : [];
  });
}

/** One more and one less; a hundredth for shares, and nothing below zero. */
function shifts(value: number): number[] {
  const step = Number.isInteger(value) ? 1 : 0.01;
  return value === 0 ? [step] : [value - step, value + step];
}
