import { type BureauControl, type ControlPatch, forcedOutcomeOf } from "#shared/contract/bureau-control";
import type { ControlRow } from "./rows";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Delays that keep the proportions of `domain.md` §11.4 except the review: a median of seven working days would
 * take a quarter of an hour even at 600 times real time, and a newcomer should see a filing end within minutes.
 */
const DELAYS: BureauControl["delays"] = {
  recordCheckMinMs: 10 * SECOND,
  recordCheckMaxMs: MINUTE,
  domainCheckMinMs: 10 * SECOND,
  domainCheckMaxMs: 5 * MINUTE,
  smsSentAfterMs: 5 * MINUTE,
  smsAnswerMedianMs: 40 * MINUTE,
  reviewMedianMs: 8 * HOUR,
};

const NO_FAILURES: BureauControl["failures"] = {
  recordError: 0,
  domainFail: 0,
  smsTimeout: 0,
  smsLocked: 0,
  refuse: 0,
  duplicateResult: 0,
};

/** Shares of `domain.md` §11.4; fewer silent applicants, so that a demonstration rarely waits for a deadline. */
const DEMO_FAILURES: BureauControl["failures"] = {
  recordError: 0.015,
  domainFail: 0.02,
  smsTimeout: 0.03,
  smsLocked: 0.01,
  refuse: 0.024,
  duplicateResult: 0.05,
};

export type ControlDefaults = Pick<BureauControl, "profile" | "seed" | "clockFactor">;

/** The settings in force: the profile's, then the process's own, then what was changed at run time. */
export function controlOf(defaults: ControlDefaults, changes: ControlRow["changes"]): BureauControl {
  const profile = changes.profile ?? defaults.profile;
  const demo = profile === "demo";
  return {
    profile,
    seed: changes.seed ?? defaults.seed,
    clockFactor: changes.clockFactor ?? defaults.clockFactor,
    autoVerifySms: changes.autoVerifySms ?? demo,
    registryChecks: changes.registryChecks ?? demo,
    delays: merge(DELAYS, changes.delays),
    failures: merge(demo ? DEMO_FAILURES : NO_FAILURES, changes.failures),
    forced: changes.forced ?? [],
  };
}

/** Adds a patch to earlier changes. Naming a profile takes back the earlier changes of what a profile decides. */
export function addChanges(before: ControlRow["changes"], patch: ControlPatch): ControlRow["changes"] {
  const { advanceMs: _once, ...changes } = patch;
  const { autoVerifySms, registryChecks, failures, ...kept } = before;
  const base = changes.profile === undefined ? before : kept;
  return {
    ...base,
    ...changes,
    delays: { ...base.delays, ...changes.delays },
    failures: changes.profile === undefined ? { ...failures, ...changes.failures } : { ...changes.failures },
  };
}

/** Defaults overlaid with the given values; a value of undefined is not given. */
function merge<T extends Record<string, number>>(
  defaults: T,
  given: { [K in keyof T]?: T[K] | undefined } = {},
): T {
  const merged = { ...defaults };
  for (const key in defaults) merged[key] = given[key] ?? defaults[key];
  return merged;
}

/** What the forced rules say about a submission. */
export interface Fate {
  readonly recordError: number | null;
  readonly domainFails: boolean;
  readonly applicants: "SILENT" | "LOCKED" | null;
  readonly refused: boolean;
  /** A forced outcome also switches off every accidental failure of the submission. */
  readonly forced: boolean;
}

export function fateOf(control: BureauControl, submissionKey: string): Fate {
  const outcome = forcedOutcomeOf(control.forced, submissionKey);
  return {
    recordError: outcome?.startsWith("RECORD_ERROR:") ? Number(outcome.slice(13)) : null,
    domainFails: outcome === "DOMAIN_FAIL",
    applicants: outcome === "SMS_TIMEOUT" ? "SILENT" : outcome === "SMS_LOCKED" ? "LOCKED" : null,
    refused: outcome === "REFUSE",
    forced: outcome !== null,
  };
}
