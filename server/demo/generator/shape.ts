import type { FilingKind } from "#shared/domain/filing/filing-type";
import type { ServiceKind } from "#shared/domain/filing/service";
import { DEMO_PROVINCES, type DemoProvince } from "../data/provinces";
import { type ChangedItem, pickChanges } from "./changed-items";
import { KIND_MIX } from "./kind-mix";
import type { OrderSeed } from "./order-seed";
import { dealt, type Rng } from "./random";

/** The natures of `domain.md` §5.2 that the demo knows, by name. */
export type DemoNature =
  | "ENTERPRISE"
  | "SOLE_TRADER"
  | "GOVERNMENT"
  | "INSTITUTION"
  | "SOCIAL_ORG"
  | "PRIVATE_NON_ENTERPRISE"
  | "LAW_FIRM"
  | "INDIVIDUAL";

/** What an order is about, before any name or number is drawn. Some planted defects start by bending it. */
export interface OrderShape {
  readonly kind: FilingKind;
  readonly province: DemoProvince;
  readonly nature: DemoNature;
  serviceKinds: ServiceKind[];
  /** Somebody with a letter stands for the legal representative. */
  delegate: boolean;
  /** The entity's responsible person looks after the services as well. */
  sameAsEntity: boolean;
  /** Document of an ERP from outside the mainland. */
  foreignDocument: 7 | 14 | null;
  /** An individual whose ID is of another province. */
  outOfProvince: boolean;
  /** Age of the ERP in years where a defect needs one. */
  erpAge: number | null;
  /** Province whose authority issued the entity's certificate, where it is not the order's. */
  issuingProvince: string | null;
  holderIsErp: boolean;
  /** Services of the entity filed before this order, those of the order not counted. */
  filedBefore: number;
  /** Whether the first website of the filed record has two domains. */
  secondDomain: boolean;
  readonly changes: ChangedItem[];
}

const UNITS: readonly (readonly [DemoNature, number])[] = [
  ["ENTERPRISE", 82],
  ["SOLE_TRADER", 8],
  ["INSTITUTION", 3],
  ["GOVERNMENT", 2],
  ["SOCIAL_ORG", 2],
  ["PRIVATE_NON_ENTERPRISE", 2],
  ["LAW_FIRM", 1],
];
const UNIT_OR_INDIVIDUAL: readonly (readonly ["UNIT" | "INDIVIDUAL", number])[] = [
  ["UNIT", 76],
  ["INDIVIDUAL", 24],
];
const PROVINCES = DEMO_PROVINCES.map((province) => [province, province.share] as const);

/** Draws the shape of an order; `filingKind` fixes the sub-kind, everything else follows the mix of `domain.md` §12. */
export function pickShape(order: OrderSeed, filingKind?: FilingKind): OrderShape {
  const rng = order.stream("shape");
  const nature =
    dealt(UNIT_OR_INDIVIDUAL, order.seed, order.index, "unit") === "UNIT"
      ? dealt(UNITS, order.seed, order.index, "nature")
      : "INDIVIDUAL";
  const wanted = filingKind ?? dealt(KIND_MIX, order.seed, order.index, "kind");
  const dealtProvince = dealt(PROVINCES, order.seed, order.index, "province");
  const { kind, province } = reconciled(order, wanted, dealtProvince, filingKind !== undefined);
  const individual = nature === "INDIVIDUAL";
  const foreign =
    !individual && nature === "ENTERPRISE" && province.foreignDocument !== undefined && rng.chance(0.06);
  const delegate = !individual && !foreign && province.delegate === true && rng.chance(0.3);
  const serviceKinds = pickServiceKinds(rng, kind, province, nature);
  const sameAsEntity =
    individual || (province.srpNotLegal !== true && sameMust(delegate, province, serviceKinds, foreign, rng));
  // Two persons' IDs leave room for one service's photo and icon within six pictures.
  if ((foreign || province.srpNotLegal === true) && !individual) serviceKinds.splice(1);
  return {
    kind,
    province,
    nature,
    serviceKinds,
    delegate,
    sameAsEntity,
    foreignDocument: foreign ? (province.foreignDocument ?? null) : null,
    outOfProvince: individual && takesOutsiders(province) && rng.chance(0.4),
    erpAge: null,
    issuingProvince: null,
    holderIsErp: !individual && province.holderMustBeUnit !== true && !foreign && rng.chance(0.06),
    filedBefore: province.id === "HN" ? 1 : 1 + rng.int(2),
    secondDomain: mayHaveTwoDomains(nature, province) && rng.chance(0.25),
    changes: pickChanges(rng, kind, { individual, sameAsEntity, province }),
  };
}

/** Where one bureau takes no lone change, the kind gives way; a kind the caller fixed makes the province give way. */
function reconciled(
  order: OrderSeed,
  kind: FilingKind,
  province: DemoProvince,
  kindIsFixed: boolean,
): { kind: FilingKind; province: DemoProvince } {
  if (province.bothOnly !== true || (kind.type !== "CHANGE_ENTITY" && kind.type !== "CHANGE_SERVICE")) {
    return { kind, province };
  }
  if (!kindIsFixed) return { kind: { type: "CHANGE_BOTH", origin: null }, province };
  const others = DEMO_PROVINCES.filter((other) => other.bothOnly !== true);
  return { kind, province: order.stream("province").pick(others) };
}

/** Public bodies keep to the one suffix that is theirs, and some provinces count an individual's domains. */
function mayHaveTwoDomains(nature: DemoNature, province: DemoProvince): boolean {
  if (nature === "GOVERNMENT" || nature === "INSTITUTION") return false;
  return nature !== "INDIVIDUAL" || province.maxIndividualServices !== 1;
}

function takesOutsiders(province: DemoProvince): boolean {
  return province.individuals !== null && province.individuals !== "LOCAL_ONLY";
}

function sameMust(
  delegate: boolean,
  province: DemoProvince,
  kinds: readonly ServiceKind[],
  foreign: boolean,
  rng: Rng,
): boolean {
  if (foreign) return false;
  if (delegate && province.delegateIsSrp === true) return true;
  // Three photos, or two and an icon, leave no room for two persons' IDs within six pictures.
  if (kinds.length > 2 || (kinds.length === 2 && kinds.includes("APP"))) return true;
  return rng.chance(0.55);
}

function pickServiceKinds(
  rng: Rng,
  { type }: FilingKind,
  province: DemoProvince,
  nature: DemoNature,
): ServiceKind[] {
  const individual = nature === "INDIVIDUAL";
  const makesApps = individual || nature === "ENTERPRISE" || nature === "SOLE_TRADER";
  const adds = type === "FIRST_FILING" || type === "ADD_SERVICE";
  const appShare = individual ? 0.12 : adds ? 0.26 : 0.12;
  const first: ServiceKind = rng.chance(appShare) && makesApps ? "APP" : "WEBSITE";
  if (!adds) return [first];
  const limit = Math.min(
    individual ? 2 : 3,
    (individual ? province.maxIndividualServices : province.maxUnitServices) ?? 3,
  );
  const wanted = rng.chance(0.8) ? 1 : rng.chance(0.7) ? 2 : 3;
  const kinds: ServiceKind[] = [first];
  while (kinds.length < Math.min(limit, wanted)) kinds.push("WEBSITE");
  if (kinds.length === 3) kinds[0] = "WEBSITE";
  return kinds;
}
