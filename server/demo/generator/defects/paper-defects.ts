import type { PageLook } from "../../images/page";
import type { Draft } from "../draft";
import {
  both,
  type Defect,
  filesEntity,
  found,
  inProvince,
  isFull,
  isUnit,
  opensServices,
  type Planted,
  paperOf,
  pathOfPaper,
  typeIn,
  withoutPaper,
} from "./defect";

/** A certificate badly taken: the rules that its look must cause. */
function badPicture(draft: Draft, look: PageLook, rules: readonly string[]): Planted[] {
  const paper = paperOf(draft, "ENTITY_CERTIFICATE");
  if (paper === undefined) return [];
  paper.look = look;
  return rules.map((rule) => found(rule, pathOfPaper(draft, paper)));
}

const handsInCertificate = (shape: Parameters<Defect["suits"]>[0]): boolean =>
  isUnit(shape) && (filesEntity(shape) || shape.kind.type === "CLAIM");

/** Faults of the verification, its photo, and the papers as pictures (group AUT). */
export const PAPER_DEFECTS: readonly Defect[] = [
  {
    id: "liveness-not-passed",
    touches: ["liveness"],
    suits: isFull,
    plant: ({ liveness: [first] }) => {
      if (first === undefined) return [];
      first.passed = false;
      return [found("R-072", "liveness[0].passed")];
    },
  },
  {
    id: "another-face",
    touches: ["liveness", "portrait"],
    suits: isFull,
    plant: (draft) => {
      const [first] = draft.liveness;
      const paper = paperOf(draft, "LIVENESS_PHOTO");
      if (first === undefined || paper?.page.form !== "PORTRAIT") return [];
      first.matched = false;
      first.score = 0.31 + draft.order.stream("score").int(30) / 100;
      paper.page = { ...paper.page, face: paper.page.face ^ 0x2a5f3c7 };
      return [found("R-073", "liveness[0].photoSha256")];
    },
  },
  {
    id: "background-not-white",
    touches: ["portrait"],
    suits: isFull,
    plant: (draft) => {
      const paper = paperOf(draft, "LIVENESS_PHOTO");
      if (paper?.page.form !== "PORTRAIT") return [];
      paper.page = { ...paper.page, background: "GREY" };
      return [found("R-074", "liveness[0].photoSha256")];
    },
  },
  {
    id: "photo-used-before",
    touches: ["portrait"],
    suits: isFull,
    plant: (draft) => {
      const paper = paperOf(draft, "LIVENESS_PHOTO");
      if (paper === undefined) return [];
      paper.duplicateOf = `earlier-photo-${draft.order.index}`;
      return [found("R-076", "liveness[0].photoSha256")];
    },
  },
  {
    id: "truth-notice-missing",
    touches: ["truth papers"],
    suits: both(isFull, inProvince("JS")),
    plant: (draft) => withoutPaper(draft, "R-078", "TRUTH_NOTICE"),
  },
  {
    id: "truth-undertaking-missing",
    touches: ["truth papers"],
    suits: both(isFull, inProvince("JS")),
    plant: (draft) => withoutPaper(draft, "R-078", "TRUTH_UNDERTAKING"),
  },
  {
    id: "guangdong-undertaking-missing",
    touches: ["undertaking"],
    suits: both(isFull, inProvince("GD")),
    plant: (draft) => withoutPaper(draft, "R-080", "FILING_UNDERTAKING"),
  },
  {
    id: "shanghai-undertaking-missing",
    touches: ["undertaking", "required material"],
    suits: both(isFull, inProvince("SH")),
    plant: (draft) => withoutPaper(draft, "R-081", "FILING_UNDERTAKING"),
  },
  {
    id: "id-back-missing",
    touches: ["required material", "erp validity"],
    suits: typeIn("FIRST_FILING", "ADD_ACCESS", "ADD_SERVICE", "CLAIM"),
    plant: (draft) => withoutPaper(draft, "R-081", "ERP_ID_BACK"),
  },
  {
    id: "forced-cancel-without-evidence",
    touches: ["required material"],
    suits: (shape) => shape.kind.origin === "FORCED",
    plant: (draft) => withoutPaper(draft, "R-081", "FORCED_CANCEL_EVIDENCE"),
  },
  {
    id: "certificate-blurred",
    touches: ["certificate look"],
    suits: handsInCertificate,
    plant: (draft) =>
      badPicture(draft, draft.order.stream("look").pick(["BLURRED", "CROPPED", "GLARE"]), ["R-082"]),
  },
  {
    id: "certificate-from-screen",
    touches: ["certificate look"],
    suits: handsInCertificate,
    plant: (draft) => badPicture(draft, "SCREEN_RESHOOT", ["R-083"]),
  },
  {
    id: "certificate-photocopied",
    touches: ["certificate look"],
    suits: handsInCertificate,
    plant: (draft) => badPicture(draft, "PHOTOCOPY", ["R-082", "R-083"]),
  },
  {
    id: "certificate-as-pdf",
    touches: ["certificate look"],
    suits: handsInCertificate,
    plant: (draft) => {
      const paper = paperOf(draft, "ENTITY_CERTIFICATE");
      if (paper === undefined) return [];
      paper.asPdf = true;
      return [found("R-086", pathOfPaper(draft, paper))];
    },
  },
  {
    id: "qinghai-sheet-missing",
    touches: ["five images"],
    rare: true,
    suits: both(typeIn("CHANGE_BOTH"), inProvince("QH")),
    plant: (draft) => withoutPaper(draft, "R-090", "VERIFICATION_SHEET"),
  },
  {
    id: "party-proof-missing",
    touches: ["party proof"],
    rare: true,
    suits: both(opensServices, inProvince("XJ")),
    plant: (draft) => withoutPaper(draft, "R-148", "PARTY_BUILDING_PROOF"),
  },
  {
    id: "institution-approval-missing",
    touches: ["approval"],
    rare: true,
    suits: (shape) =>
      opensServices(shape) && shape.province.approvalFor?.some((nature) => nature === shape.nature) === true,
    plant: (draft) => withoutPaper(draft, "R-149", "INSTITUTION_APPROVAL"),
  },
];
