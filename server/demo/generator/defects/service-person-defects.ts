import {
  both,
  type Defect,
  filesServices,
  found,
  hasOneService,
  hasOwnSrp,
  inProvince,
  isMainlander,
  isPerson,
  isUnit,
  opensServices,
  withoutPaper,
} from "./defect";

const SRP = "services[0].responsiblePerson";

/** Faults that concern the services' responsible person (group SRP). */
export const SERVICE_PERSON_DEFECTS: readonly Defect[] = [
  {
    id: "individual-with-another-srp",
    touches: ["srp", "services"],
    suits: both(opensServices, isPerson, hasOneService),
    bend: (shape) => {
      shape.sameAsEntity = false;
    },
    plant: () => [found("R-063", `${SRP}.name`)],
  },
  {
    id: "two-persons-one-mobile",
    touches: ["erp", "srp", "erp mobile"],
    suits: both(opensServices, isUnit, hasOwnSrp, hasOneService),
    plant: (draft) => {
      if (draft.srp === null) return [];
      draft.srp.mobile = draft.erp.mobile;
      draft.phones.splice(1, 1);
      return [found("R-064", `${SRP}.mobile`)];
    },
  },
  {
    id: "two-persons-one-mailbox",
    touches: ["erp", "srp", "e-mail"],
    suits: both(opensServices, isUnit, hasOwnSrp, hasOneService),
    plant: (draft) => {
      if (draft.srp === null) return [];
      draft.srp.email = draft.erp.email;
      return [found("R-064", `${SRP}.email`)];
    },
  },
  {
    id: "srp-letter-missing",
    touches: ["srp"],
    suits: (shape) =>
      filesServices(shape) &&
      isUnit(shape) &&
      hasOneService(shape) &&
      shape.province.srpLetter === true &&
      hasOwnSrp(shape) &&
      !shape.changes.includes("LEGAL_REP"),
    plant: (draft) => withoutPaper(draft, "R-065", "SRP_AUTHORIZATION", 0),
  },
  {
    id: "new-srp-letter-missing",
    touches: ["srp", "erp", "changes", "filed"],
    rare: true,
    suits: (shape) =>
      shape.kind.type === "CHANGE_BOTH" &&
      isUnit(shape) &&
      shape.province.erpChangeNeedsBoth === true &&
      shape.changes[1] !== "SRP",
    bend: (shape) => {
      shape.changes.splice(0, 1, "LEGAL_REP");
      shape.sameAsEntity = true;
    },
    bendStays: true,
    plant: (draft) => withoutPaper(draft, "R-066", "SRP_AUTHORIZATION", 0),
  },
  {
    id: "delegate-with-another-srp",
    touches: ["srp", "erp", "services"],
    rare: true,
    suits: (shape) =>
      filesServices(shape) &&
      isUnit(shape) &&
      shape.province.delegateIsSrp === true &&
      hasOneService(shape) &&
      !shape.changes.includes("LEGAL_REP"),
    bend: (shape) => {
      shape.delegate = true;
      shape.sameAsEntity = false;
    },
    plant: () => [found("R-067", `${SRP}.idNumber`)],
  },
  {
    id: "tianjin-srp-is-legal-representative",
    touches: ["srp", "erp"],
    rare: true,
    suits: both(opensServices, isUnit, inProvince("TJ"), hasOneService, isMainlander),
    bend: (shape) => {
      shape.sameAsEntity = true;
    },
    plant: () => [found("R-068", `${SRP}.isLegalRepresentative`)],
  },
];
