import { z } from "zod";
import data from "./provinces.json";
import { SWITCH_KEYS, type Switches, type SwitchKey, switchesSchema } from "./switches";

/** H: two agreeing or seed-backed sources, M: one recent source, L: only older or thin ones (domain.md §8). */
export const CONFIDENCES = ["H", "M", "L"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Where a switch's value comes from and in which days (`YYYY-MM-DD`, inclusive) it holds; null = not known. */
export const groundSchema = z.object({
  source: z.string().max(400).nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
  effectiveFrom: z.string().nullable(),
  effectiveTo: z.string().nullable(),
});
export type Ground = z.infer<typeof groundSchema>;

/** A province as its bureau is known (domain.md §8): ISO 3166-2:CN id, GB/T 2260 code, and what it asks for. */
const provinceSchema = z.object({
  /** `GD` */
  code: z.string(),
  /** `440000`, as in `entity.region.provinceCode`. */
  adcode: z.string(),
  zh: z.string(),
  en: z.string(),
  source: z.string(),
  confidence: z.enum(CONFIDENCES),
  /** What is not data yet, contradictions of the sources included (domain.md §13). */
  notes: z.array(z.string()),
  /** Where sources contradict each other (domain.md §13 no. 10): the switch follows one, `alternative` is the other's. */
  conflicts: z.array(z.object({ key: switchesSchema.keyof(), alternative: z.unknown(), source: z.string() })),
  switches: switchesSchema,
  grounds: z.record(switchesSchema.keyof(), groundSchema),
});
export type Province = z.infer<typeof provinceSchema>;

/** The 31 provinces of the mainland as documented; an administrator's edits are laid over them by `provinceOn`. */
export const PROVINCES: readonly Province[] = z.array(provinceSchema).parse(data);

/** One edited value, in force from its day on until a later edit of the same switch takes over. */
export interface ProvinceEdit {
  readonly provinceCode: string;
  readonly key: SwitchKey;
  readonly value: unknown;
  readonly ground: Ground;
}

/**
 * The province with this GB/T 2260 code as it asks on `day`, edits applied in the order given; null when the code is
 * none of the 31. Outside the dates of its documented ground a value counts as unknown.
 */
export function provinceOn(adcode: string, edits: readonly ProvinceEdit[], day: string): Province | null {
  const base = PROVINCES.find((province) => province.adcode === adcode);
  if (base === undefined) return null;
  const own = edits.filter((edit) => edit.provinceCode === base.code && inForce(edit.ground, day));
  if (own.length === 0 && SWITCH_KEYS.every((key) => inForce(base.grounds[key], day))) return base;
  const switches: Record<string, unknown> = { ...base.switches };
  const grounds = { ...base.grounds };
  for (const key of SWITCH_KEYS) {
    if (!inForce(grounds[key], day)) switches[key] = UNKNOWN_SWITCHES[key];
  }
  for (const edit of own) {
    switches[edit.key] = edit.value;
    grounds[edit.key] = edit.ground;
  }
  return { ...base, switches: switchesSchema.parse(switches), grounds };
}

function inForce(ground: Ground, day: string): boolean {
  const { effectiveFrom, effectiveTo } = ground;
  return (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo);
}

const neither = { unit: null, individual: null };

/** What is known of a province that no source speaks about: nothing. */
export const UNKNOWN_SWITCHES: Switches = {
  erpPolicy: null,
  nonMainlandErp: null,
  nonMainlandIndividual: null,
  srpLetterRequired: null,
  erpSrpSamePersonIfDelegate: null,
  srpMayNotBeLegalRep: null,
  srpSingleEntity: null,
  localMobile: neither,
  individualPolicy: null,
  residenceProof: null,
  minAge: neither,
  employmentProofUnder: neither,
  temporaryIdRefused: null,
  maxServicesPerOrder: { ...neither, counts: "SERVICES", onlyTypes: null, threshold: null },
  sameCityAddress: null,
  thirdPartyEmergencyIndividual: null,
  thirdPartyEmergencyUnit: null,
  filedSitesMustBeOpen: null,
  footerCopyright: null,
  shellMayAdd: null,
  changeBothOnErpChange: null,
  changeBothOnly: null,
  requiredMaterials: [],
  holderMustBeUnit: null,
  domainMinMonths: null,
  constructionPlanThreshold: null,
  maxTotal: neither,
  accessMayChange: null,
  entityReplacement: null,
  nameRule: null,
  tldDeny: [],
};
