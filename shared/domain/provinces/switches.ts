import { z } from "zod";
import { FILING_TYPES } from "../filing/filing-type";
import { materialKindSchema } from "../filing/materials";

/**
 * What a province may ask for beyond the national rules (domain.md §8). A value of null means: no source says.
 * The policy switches then make their rules answer "cannot check"; a requirement nobody names is no finding.
 */

const flag = z.boolean().nullable();
const years = z.number().int().min(0).max(120).nullable();
const count = z.number().int().min(0).max(1000).nullable();
const nonMainland = z.enum(["PASSPORT", "TRAVEL_PERMIT", "DELEGATE", "PERMIT", "REFUSED"]).nullable();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable();

const planBasis = z
  .object({ basis: z.enum(["TOTAL", "FILED_BEFORE", "DOMAIN_PREFIXES"]), min: z.number().int().min(1) })
  .nullable();

export const requiredMaterialSchema = z.object({
  kind: materialKindSchema,
  filingTypes: z.array(z.enum(FILING_TYPES)).nullable(),
  /** Nature names of `domain.md` §5.2, or UNIT; null = all. */
  natures: z.array(z.string().max(32)).nullable(),
  effectiveFrom: day,
  source: z.string().max(400),
});
export type RequiredMaterial = z.infer<typeof requiredMaterialSchema>;

export const switchesSchema = z.object({
  /** Null counts as LEGAL_REP. */
  erpPolicy: z.enum(["LEGAL_REP", "LEGAL_REP_OR_DELEGATE", "LEGAL_REP_MAINLAND_ELSE_DELEGATE"]).nullable(),
  /** */
  nonMainlandErp: nonMainland,
  nonMainlandIndividual: nonMainland,
  /** a letter for every SRP that is not the legal representative. */
  srpLetterRequired: flag,
  /** */
  erpSrpSamePersonIfDelegate: flag,
  srpMayNotBeLegalRep: flag,
  srpSingleEntity: flag,
  /** */
  localMobile: z.object({ unit: flag, individual: flag }),
  /** */
  individualPolicy: z.enum(["LOCAL_ONLY", "PERMIT", "STUDENT_OR_PERMIT", "ANY"]).nullable(),
  residenceProof: z
    .object({
      /** Accepted `images[].documentKind`. */
      kinds: z.array(z.string().max(40)),
      minMonthsLeft: z.number().int().min(0).max(600).nullable(),
      /** Also asked of the persons of a unit whose ID is of another province. */
      unitPersons: z.boolean(),
    })
    .nullable(),
  /** years of age. */
  minAge: z.object({ unit: years, individual: years }),
  employmentProofUnder: z.object({ unit: years, individual: years }),
  /** */
  temporaryIdRefused: flag,
  /** */
  maxServicesPerOrder: z.object({
    unit: count,
    individual: count,
    counts: z.enum(["SERVICES", "DOMAINS", "NEW_DOMAINS"]),
    onlyTypes: z.array(z.enum(FILING_TYPES)).nullable(),
    /** A stricter limit once this many are filed. */
    threshold: z
      .object({ unitFiledOver: count, individualFiledOver: count, max: z.number().int().min(1) })
      .nullable(),
  }),
  /** R-033, units. */
  sameCityAddress: flag,
  /** */
  thirdPartyEmergencyIndividual: flag,
  thirdPartyEmergencyUnit: flag,
  /** */
  filedSitesMustBeOpen: flag,
  footerCopyright: flag,
  /** a shell entity may add services directly. */
  shellMayAdd: flag,
  /** */
  changeBothOnErpChange: flag,
  changeBothOnly: flag,
  /** else R-081. */
  requiredMaterials: z.array(requiredMaterialSchema).max(40),
  /** false = unit or legal representative. */
  holderMustBeUnit: flag,
  /** R-094; months of validity the bureau asks for. */
  domainMinMonths: z.number().int().min(0).max(60).nullable(),
  /** */
  constructionPlanThreshold: z.object({ unit: planBasis, individual: planBasis }).nullable(),
  /** */
  maxTotal: z.object({ unit: count, individual: count }),
  /** R-010; false: no entity change inside an addition. */
  accessMayChange: flag,
  /** */
  entityReplacement: z
    .array(z.enum(["INDIVIDUAL_TO_OWN_COMPANY", "COMPANY_TO_COMPANY_SAME_LEGAL_REP"]))
    .nullable(),
  /** */
  nameRule: z
    .enum(["COMPANY_PLUS_OFFICIAL_SITE", "UNIT_FULL_OR_SHORT_NAME", "DISTINCT_WITHIN_ENTITY"])
    .nullable(),
  /** R-103; suffixes with their dot. */
  tldDeny: z.array(z.string().max(40)).max(200),
});
export type Switches = z.infer<typeof switchesSchema>;
export type SwitchKey = keyof Switches;

/** The switches in the order of domain.md §8. */
export const SWITCH_KEYS = switchesSchema.keyof().options;
