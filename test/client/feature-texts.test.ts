import { describe, expect, it } from "vitest";
import { controlFailuresSchema } from "#shared/contract/bureau-control";
import { SMS_ROLES } from "#shared/contract/bureau-record";
import { SUBMISSION_STATES } from "#shared/contract/bureau-v1";
import { FIGURES } from "#shared/contract/staff-insights";
import { LOCALES } from "#shared/contract/staff-session";
import { PERMISSIONS } from "#shared/domain/staff/permissions";
import { RANGE_NAMES } from "../../client/features/insights/day-range";
import { TRACKING_VIEWS } from "../../client/features/tracking/tracking-search";
import { spokenTexts } from "../support/spoken-texts";

/** Texts that pages ask for by a code: each code has one, or a page would show its key. */
const GROUPS: [namespace: string, group: string, codes: readonly string[]][] = [
  ["tracking", "view", TRACKING_VIEWS],
  ["tracking", "role", SMS_ROLES],
  ["insights", "figure", FIGURES],
  ["insights", "range", [...RANGE_NAMES, "custom"]],
  ["simulator", "state", SUBMISSION_STATES],
  ["simulator", "behaviour", Object.keys(controlFailuresSchema.shape)],
  ["simulator", "outbox.role", SMS_ROLES],
  ["audit", "smsRole", SMS_ROLES],
  ["admin", "permission", PERMISSIONS.map((permission) => permission.replace(".", "_"))],
];

describe.each(LOCALES)("texts of codes in %s", (locale) => {
  it.each(GROUPS)("%s: every %s has one", (namespace, group, codes) => {
    const { has } = spokenTexts(locale, namespace);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !has(`${group}.${code}`))).toEqual([]);
  });
});
