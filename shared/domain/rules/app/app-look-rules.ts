import { servicesAt } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { quoted } from "../website/name-form";
import { differingLabels, namesakes } from "./app-names";
import { poorNameParts } from "./poor-names";

/** What the user of an APP sees: its name and its icon (domain.md §7.APP). */
export const APP_LOOK_RULES: readonly Rule[] = [
  rule({
    id: "R-123",
    group: "APP",
    title: { zh: "APP名称重复或不一致", en: "APP name unique and equal on platforms" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["APP"] },
    fields: ["services[].name", "services[].platforms[].displayName"],
    needs: ["evidence.miitRegistry.appsFiled", "evidence.filedRecord.services[].name"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "同主体APP名称须唯一，并与图标下名称、各平台一致",
      en: "APP name must be unique and equal on all platforms",
    },
    params: ["name"],
    templates: ["T-APP-01"],
    source: "seed §1 s3.3",
    judge: (input) => [...namesakes(input), ...differingLabels(input)],
  }),
  rule({
    id: "R-124",
    group: "APP",
    title: { zh: "APP名称不规范", en: "APP name quality" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["APP"] },
    fields: ["services[].name"],
    needs: ["list.genericAppWords"],
    severity: "warn",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "APP名称过于宽泛、含营销词或特殊符号",
      en: "APP name too generic, promotional or with symbols",
    },
    params: ["name"],
    templates: ["T-APP-01"],
    source: "HW-KB doc_0123",
    judge: (input) =>
      servicesAt(input, "APP").flatMap(({ service: { name }, path }) => {
        const parts = poorNameParts(name, input.lists.genericAppWords);
        if (parts.length === 0) return [];
        const grounds = parts.map((part) => fact("list.genericAppWords", part));
        return [violated(`${path}.name`, { name: quoted(name) }, [at(`${path}.name`), ...grounds])];
      }),
  }),
  rule({
    id: "R-125",
    group: "APP",
    title: { zh: "APP图标", en: "APP icon" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["APP"] },
    fields: ["services[].icon"],
    needs: ["context.files"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: { zh: "图标须为png、jpg、jpeg且建议不超过100KB", en: "Icon png/jpg/jpeg, 100 KB recommended" },
    params: [],
    templates: ["T-APP-05"],
    source: "seed §1 s3.3; HW-KB doc_0122",
    thresholds: { recommendedBytes: 102_400, maxBytes: 512_000 },
    judge: (input, limits) =>
      servicesAt(input, "APP").flatMap(({ service, path }) =>
        iconFault(input, service.icon ?? null, `${path}.icon`, limits),
      ),
  }),
];

const ICON_TYPES: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/jpg"]);

interface IconLimits {
  readonly recommendedBytes: number;
  readonly maxBytes: number;
}

function iconFault(
  { facts }: RuleInput,
  icon: string | null,
  place: string,
  { recommendedBytes, maxBytes }: IconLimits,
): RuleResult[] {
  if (icon === null) return [violated(place, {}, [at(place)])];
  const file = facts.files?.find(({ sha256 }) => sha256 === icon);
  if (file === undefined) return [cannotCheck(place, "context.files")];
  const grounds = [
    at(place),
    fact("context.files.mediaType", file.mediaType),
    fact("context.files.bytes", file.bytes),
  ];
  if (!ICON_TYPES.has(file.mediaType) || file.bytes > maxBytes) return [violated(place, {}, grounds)];
  return file.bytes > recommendedBytes ? [violated(place, {}, grounds, { severity: "warn" })] : [];
}
