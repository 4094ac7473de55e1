import type { ServiceAt } from "../document-view";
import { at, cannotCheck, fact, violated } from "../results";
import type { RuleResult, Text } from "../rule";
import type { AuthCodeFact, RuleInput } from "../rule-input";
import { type Resource, resourceLabel } from "./resource-label";

const UNKNOWN: Text = { zh: "授权码不存在", en: "the authorisation code is not known" };
const USED: Text = { zh: "授权码已使用", en: "the authorisation code has been used" };
const ISSUER: Text = {
  zh: "授权码所属服务器不是包年包月或已失效",
  en: "the issuing server has no monthly or yearly plan, or has lapsed",
};

/**
 * What is wrong with the authorisation code of a service. Where a store of codes is kept it decides which
 * are known; without one the document alone decides whether the code is used and its issuer valid.
 */
export function authCodeFaults({ facts }: RuleInput, { service, path }: ServiceAt): RuleResult[] {
  const { resource } = service;
  if (!resource || (resource.type !== "AUTH_CODE" && !resource.authCode)) return [];
  const place = `${path}.resource.authCode`;
  const stored = facts.authCodes === null ? null : storedCode(facts.authCodes, resource);
  const reason = reasonOf(resource, stored);
  if (reason === "UNDECIDED") return [cannotCheck(place, "context.authCodes")];
  if (reason === null) return [];
  const evidence = [at(place), fact("context.authCodes", stored === null ? null : stored !== "UNKNOWN")];
  return [violated(place, { resource: resourceLabel(resource), reason }, evidence)];
}

function storedCode(codes: readonly AuthCodeFact[], { authCode }: Resource): AuthCodeFact | "UNKNOWN" {
  return codes.find(({ code }) => code.trim() === authCode?.code.trim()) ?? "UNKNOWN";
}

function reasonOf(
  { authCode }: Resource,
  stored: AuthCodeFact | "UNKNOWN" | null,
): Text | "UNDECIDED" | null {
  if (stored === "UNKNOWN") return UNKNOWN;
  if (authCode?.used === true || stored?.used === true) return USED;
  if (authCode?.issuerValid === false || stored?.issuerValid === false) return ISSUER;
  const decided = stored !== null || (authCode?.used === false && authCode.issuerValid === true);
  return decided ? null : "UNDECIDED";
}
