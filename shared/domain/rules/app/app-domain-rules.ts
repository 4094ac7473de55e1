import { domainKey, domainLevel } from "../../identifiers/domain-name";
import { servicesAt } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { at, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";
import { isGiven, platformsAt } from "./platforms";

/** Domains of an APP and of its platforms (domain.md §7.APP). */
export const APP_DOMAIN_RULES: readonly Rule[] = [
  rule({
    id: "R-130",
    group: "APP",
    title: { zh: "APP域名级别或数量", en: "APP domain level or count" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["APP"] },
    fields: ["services[].domains[]", "services[].importMode"],
    needs: ["list.publicSuffixes"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "APP至少填一个域名，限二至四级，批量导入最多20个",
      en: "At least one APP domain, level 2-4, at most 20 per import",
    },
    params: ["item", "reason"],
    templates: ["T-APP-03"],
    source: "seed §1 s3.3",
    thresholds: { maxBatch: 20, minLevel: 2, maxLevel: 4 },
    judge: (input, limits) =>
      servicesAt(input, "APP").flatMap(({ service: { domains, importMode }, path }) => [
        ...numberOfDomains(domains, importMode ?? null, path, limits.maxBatch),
        ...domains.flatMap((domain, place) => levelOfDomain(domain, `${path}.domains[${place}]`, limits)),
      ]),
  }),
  rule({
    id: "R-131",
    group: "APP",
    title: { zh: "平台域名不在列表", en: "Platform domain not listed" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["APP"] },
    fields: ["services[].platforms[].domains[]"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "平台所用域名须在APP域名列表内",
      en: "Platform domains must be in the APP domain list",
    },
    params: ["item", "reason"],
    templates: ["T-APP-03"],
    source: "seed §1 s3.3",
    judge: (input) =>
      platformsAt(input).flatMap(({ service, index, platform, path, label }) => {
        const listed = new Set(service.domains.map(domainKey));
        const reason = {
          zh: `${label.zh}平台使用的该域名不在APP域名列表内`,
          en: `${label.en} uses it, but it is not in the APP's list`,
        };
        return (platform.domains ?? []).flatMap((domain, place) => {
          if (!isGiven(domain) || listed.has(domainKey(domain))) return [];
          const where = `${path}.domains[${place}]`;
          return [violated(where, { item: domain, reason }, [at(where), at(`services[${index}].domains`)])];
        });
      }),
  }),
];

const DOMAIN_LIST = { zh: "APP域名列表", en: "The APP's list of domains" };

function numberOfDomains(
  domains: readonly string[],
  importMode: string | null,
  path: string,
  maxBatch: number,
): RuleResult[] {
  const place = `${path}.domains`;
  if (!domains.some(isGiven)) {
    const reason = { zh: "未填写域名", en: "no domain is given" };
    return [violated(place, { item: DOMAIN_LIST, reason }, [at(place)])];
  }
  if (importMode?.trim().toUpperCase() !== "BATCH" || domains.length <= maxBatch) return [];
  const reason = {
    zh: `批量导入了${domains.length}个域名，超过${maxBatch}个`,
    en: `${domains.length} domains were imported, more than ${maxBatch}`,
  };
  return [violated(place, { item: DOMAIN_LIST, reason }, [at(place), at(`${path}.importMode`)])];
}

interface Levels {
  readonly minLevel: number;
  readonly maxLevel: number;
}

/** A name that is no host name has no level; it is R-091. */
function levelOfDomain(domain: string, place: string, { minLevel, maxLevel }: Levels): RuleResult[] {
  const level = levelOf(domain);
  if (level === null || (level >= minLevel && level <= maxLevel)) return [];
  const reason = {
    zh: `是${level}级域名，须为${minLevel}至${maxLevel}级`,
    en: `it is of level ${level}, which must be ${minLevel} to ${maxLevel}`,
  };
  return [violated(place, { item: domain, reason }, [at(place)])];
}

/** A single label is of the first level. */
function levelOf(domain: string): number | null {
  return domainLevel(domain) ?? (/^[\p{L}\p{N}-]{1,63}$/u.test(domain) ? 1 : null);
}
