import { fieldKey } from "../fields/use-field-label";
import { answer, coded, list, MISSING, type Shown, text } from "../model/section";

/** Codes by the key of their field; the group names them in `codes:<group>`. */
const GROUPS: Readonly<Record<string, string>> = {
  filingType: "filingType",
  "transfer-scope": "transferScope",
  "entity-nature": "nature",
  "entity-certType": "certType",
  "entity-region-provinceCode": "province",
  "entity-responsiblePerson-idType": "certType",
  "services-kind": "serviceKind",
  "services-serviceContent": "serviceContent",
  "services-languages": "language",
  "services-preApprovals-type": "preApproval",
  "services-platforms-platform": "platform",
  "services-resource-type": "resourceType",
  "services-resource-billing": "billing",
  "services-responsiblePerson-idType": "certType",
  "materials-kind": "material",
};

/** Of a whole service that came or went, only what tells it apart. */
const OF_SERVICE = ["kind", "name", "filingNumber", "domains"];
const HASH_SHOWN = 8;
const LONG_TERM = /ValidTo$/;

/**
 * A value of the document by its path, as the fields show it: codes by name, papers by what they are. Meant for
 * values that stand outside the document, such as both sides of a change.
 */
export function shownValue(path: string, value: unknown): Shown {
  // A paper without an end is valid for good: that its end is null says so.
  if (value === null && LONG_TERM.test(path)) return { as: "period", from: null, to: null };
  if (value === undefined || value === null || value === "") return MISSING;
  if (typeof value === "boolean") return answer(value);
  if (Array.isArray(value)) return listOf(value.map((item, at) => shownValue(`${path}[${at}]`, item)));
  if (typeof value === "object") return shownObject(path, Object.entries(value));
  const plain = String(value);
  const group = GROUPS[fieldKey(path)];
  if (group !== undefined) return coded(group, plain);
  return text(/sha256$/i.test(path) ? `${plain.slice(0, HASH_SHOWN)}…` : plain);
}

function shownObject(path: string, entries: readonly (readonly [string, unknown])[]): Shown {
  const key = fieldKey(path);
  const part = (name: string): unknown => entries.find(([own]) => own === name)?.[1];
  if (key === "materials") return shownValue(`${path}.kind`, part("kind"));
  if (key === "liveness") return coded("liveness", part("passed") == null ? null : String(part("passed")));
  if (key === "services-ipRanges") return text([...new Set([part("start"), part("end")])].join(" – "));
  const told = key === "services" ? entries.filter(([name]) => OF_SERVICE.includes(name)) : entries;
  return listOf(told.map(([name, value]) => shownValue(`${path}.${name}`, value)));
}

function listOf(items: readonly Shown[]): Shown {
  return list(items.filter(({ as }) => as !== "missing"));
}
