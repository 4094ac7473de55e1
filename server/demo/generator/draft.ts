import type { FiledRecord } from "#shared/domain/filing/evidence";
import type { FilingKind } from "#shared/domain/filing/filing-type";
import type { Brand, EntityNames } from "./company-names";
import type { DraftEntity } from "./entity";
import type { OrderSeed } from "./order-seed";
import type { Paper } from "./papers";
import type { Human } from "./people";
import type { Place } from "./regions";
import type { DraftService } from "./services";
import type { OrderShape } from "./shape";

export interface DraftDomain {
  domain: string;
  registrar: string;
  registrarApproved: boolean;
  tldApproved: boolean;
  realNameStatus: string;
  realNameOn: string | null;
  realNameHolder: string;
  holderCertType: number;
  holderCertNumber: string;
  holderRelation: string;
  expiresOn: string;
  resolves: boolean;
  resolvedIps: string[];
}

export interface DraftSite {
  domain: string;
  reachable: boolean;
  onMainlandIp: boolean;
  footerNumber: string | null;
  footerLink: string | null;
  footerCopyright: string | null;
  checkedAt: string;
}

export interface DraftCompany {
  status: string;
  name: string;
  certNumber: string;
  legalRepresentative: string;
  entityKind: string;
  businessScope: string;
}

export interface DraftRegistry {
  entityFiled: boolean;
  entityFilingNumber: string | null;
  domainsFiled: string[];
  entityReviewElsewhere: boolean;
  entityShell: boolean;
  legacyOurs: boolean;
  appsFiled: string[];
  servicesTotal: number;
  pendingChange: boolean;
}

export interface DraftLiveness {
  serviceIndex: number | null;
  passed: boolean;
  capturedAt: string;
  matched: boolean;
  score: number;
}

/**
 * An order on its way to a document: every part at hand and mutable, so that a planted defect can change one of
 * them and say what follows. It becomes an application when the pictures are drawn (`finishOrder`).
 */
export interface Draft {
  readonly order: OrderSeed;
  readonly shape: OrderShape;
  readonly kind: FilingKind;
  readonly place: Place;
  readonly brand: Brand;
  readonly names: EntityNames;
  accountId: string;
  readonly channel: string;
  readonly entity: DraftEntity;
  readonly erp: Human;
  /** The service person where it is not the ERP. */
  readonly srp: Human | null;
  readonly services: DraftService[];
  target: { entityFilingNumber: string; serviceFilingNumbers: string[] } | null;
  readonly transfer: { fromAccountId: string; toAccountId: string; scope: "ENTITY" | "SERVICE" } | null;
  readonly reason: string | null;
  readonly submitVerification: { person: string; passed: boolean; at: string } | null;
  readonly papers: Paper[];
  readonly liveness: DraftLiveness[];
  consents: {
    informationSecurity?: boolean;
    assistedEditing?: boolean;
    filingUndertaking?: boolean;
    claimAgreement?: boolean;
  } | null;
  readonly domains: DraftDomain[];
  readonly company: DraftCompany | null;
  readonly registry: DraftRegistry;
  readonly filed: FiledRecord | null;
  readonly phones: { phone: string; provinceCode: string }[];
  readonly sites: DraftSite[];
}

export function isIndividual(draft: Pick<Draft, "shape">): boolean {
  return draft.shape.nature === "INDIVIDUAL";
}

/** The types whose documents carry services, liveness and the full set of papers (FIRST, ADD_*, CHANGE_*). */
export function isFullFiling(kind: FilingKind): boolean {
  return kind.type === "FIRST_FILING" || kind.type.startsWith("ADD_") || kind.type.startsWith("CHANGE_");
}
