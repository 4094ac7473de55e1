import { officeAddress } from "../entity";
import { type Defect, editsEntity, filesEntity, found, isUnit } from "./defect";

/** Faults of the addresses and of the papers that prove them (group ENT, second half). */
export const ADDRESS_DEFECTS: readonly Defect[] = [
  {
    id: "residence-proof-missing",
    touches: ["erp", "cert address"],
    rare: true,
    suits: (shape) =>
      filesEntity(shape) &&
      !isUnit(shape) &&
      (shape.province.individuals === "PERMIT" || shape.province.individuals === "STUDENT_OR_PERMIT"),
    bend: (shape) => {
      shape.outOfProvince = true;
    },
    bendStays: true,
    plant: (draft) => {
      const at = draft.papers.findIndex((paper) => paper.kind === "RESIDENCE_PROOF");
      if (at < 0) return [];
      draft.papers.splice(at, 1);
      return [found("R-030", "materials")];
    },
  },
  {
    id: "contact-address-in-another-province",
    touches: ["contact address"],
    suits: (shape) => editsEntity(shape) && shape.province.sameCity !== true,
    plant: ({ entity, shape }) => {
      entity.contactAddress =
        shape.province.id === "FJ"
          ? "江西省南昌市红谷滩区创新大道88号产业园A座1203室"
          : "福建省厦门市思明区软件园路36号创新大厦1203室";
      return [found("R-032", "entity.contactAddress")];
    },
  },
  {
    id: "contact-address-in-another-city",
    touches: ["contact address"],
    rare: true,
    suits: (shape) => editsEntity(shape) && isUnit(shape) && shape.province.sameCity === true,
    plant: (draft) => {
      const rng = draft.order.stream("other city");
      const city = rng.pick(
        draft.place.province.cities.filter((other) => other.code !== draft.place.city.code),
      );
      draft.entity.contactAddress = officeAddress(rng, {
        ...draft.place,
        city,
        county: rng.pick(city.counties),
      });
      return [found("R-033", "entity.contactAddress")];
    },
  },
  {
    id: "address-without-door-number",
    touches: ["contact address"],
    suits: editsEntity,
    plant: ({ entity }) => {
      const street = /^\D+?[路街道](?=\d)/.exec(entity.contactAddress)?.[0];
      if (street === undefined || /[号室栋幢楼层座组]|单元/.test(street)) return [];
      entity.contactAddress = `${street}科技园区内`;
      return [found("R-034", "entity.contactAddress")];
    },
  },
  {
    id: "special-character-in-address",
    touches: ["contact address"],
    suits: editsEntity,
    plant: ({ entity, order }) => {
      entity.contactAddress += order.stream("special").pick(["★", "／二期", "【前台】", "；東门"]);
      return [found("R-035", "entity.contactAddress")];
    },
  },
];
