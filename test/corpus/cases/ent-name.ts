import { company, individual } from "../base-orders";
import { paperOf, replaceEverywhere } from "../bending";
import { type CorpusCase, cannotTell, nearMiss, violates } from "../case";

/** the entity's name against its certificate. */
export const ENTITY_NAME_CASES: readonly CorpusCase[] = [
  violates(
    "R-021",
    "the certificate names another company",
    company("FIRST_FILING"),
    (application) => {
      paperOf(application, "ENTITY_CERTIFICATE").name = "杭州市另一家商贸有限公司";
    },
    ["R-021 entity.name"],
  ),
  violates(
    "R-021",
    "the ID of an individual has another name",
    individual("FIRST_FILING"),
    (application) => {
      paperOf(application, "ERP_ID_FRONT").name = "欧阳示例";
    },
    ["R-021 entity.name", "R-045 entity.responsiblePerson.name"],
  ),
  nearMiss("R-021", "full-width brackets on the certificate only", company("FIRST_FILING"), (application) => {
    const { name } = application.entity;
    replaceEverywhere(application, name, `${name}(示例)`);
    paperOf(application, "ENTITY_CERTIFICATE").name = `${name} （示例）`;
  }),
  cannotTell(
    "R-021",
    "nobody read the certificate",
    company("FIRST_FILING"),
    (application) => {
      delete paperOf(application, "ENTITY_CERTIFICATE").name;
    },
    ["R-021? entity.name"],
  ),
];
