import type { Draft } from "../draft";
import type { Human } from "../people";
import { type Defect, editsContacts, found, isFull, isPerson } from "./defect";

const ERP = "entity.responsiblePerson";

/** The phone of the person, with the location that the number service would answer for it. */
function changeMobile(draft: Draft, human: Human, mobile: string): void {
  for (const record of draft.phones) if (record.phone === human.mobile) record.phone = mobile;
  human.mobile = mobile;
}

/** Faults of the entity's responsible person's phones and mailbox (group ERP, second half). */
export const CONTACT_DEFECTS: readonly Defect[] = [
  {
    id: "mobile-malformed",
    touches: ["erp", "erp mobile"],
    suits: editsContacts,
    plant: (draft) => {
      changeMobile(draft, draft.erp, draft.erp.mobile.slice(0, -1));
      return [found("R-053", `${ERP}.mobile`)];
    },
  },
  {
    id: "mobile-not-local",
    touches: ["erp", "erp mobile"],
    rare: true,
    suits: (shape) =>
      isFull(shape) &&
      (shape.province.mobile === "ALL" || (shape.province.mobile === "INDIVIDUAL" && isPerson(shape))),
    plant: (draft) => {
      const record = draft.phones.find(({ phone }) => phone === draft.erp.mobile);
      if (record === undefined) return [];
      record.provinceCode = draft.shape.province.id === "GX" ? "440000" : "450000";
      return [found("R-054", `${ERP}.mobile`)];
    },
  },
  {
    id: "emergency-phone-is-own-mobile",
    touches: ["erp", "emergency"],
    suits: editsContacts,
    plant: ({ erp, shape }) => {
      erp.emergencyPhone = erp.mobile;
      const path = `${ERP}.emergencyPhone`;
      const third = isPerson(shape) ? shape.province.thirdPersonIndividual : shape.province.thirdPersonUnit;
      return third === true ? [found("R-057", path), found("R-058", path)] : [found("R-057", path)];
    },
  },
  {
    id: "emergency-phone-malformed",
    touches: ["erp", "emergency"],
    suits: editsContacts,
    plant: ({ erp }) => {
      erp.emergencyPhone = erp.emergencyPhone.slice(0, 7);
      return [found("R-057", `${ERP}.emergencyPhone`)];
    },
  },
  {
    id: "third-person-not-named",
    touches: ["erp", "emergency"],
    rare: true,
    suits: (shape) =>
      editsContacts(shape) &&
      (isPerson(shape) ? shape.province.thirdPersonIndividual : shape.province.thirdPersonUnit) === true,
    plant: ({ erp }) => {
      erp.emergencyContactName = null;
      erp.emergencyContactRelation = null;
      return [found("R-058", `${ERP}.emergencyContactName`)];
    },
  },
  {
    id: "e-mail-malformed",
    touches: ["erp", "e-mail"],
    suits: editsContacts,
    plant: ({ erp }) => {
      erp.email = erp.email.replace("@", ".");
      return [found("R-059", `${ERP}.email`)];
    },
  },
  {
    id: "virtual-operator-number",
    touches: ["erp", "erp mobile"],
    suits: editsContacts,
    plant: (draft) => {
      changeMobile(draft, draft.erp, `170${draft.erp.mobile.slice(3)}`);
      return [found("R-060", `${ERP}.mobile`)];
    },
  },
];
