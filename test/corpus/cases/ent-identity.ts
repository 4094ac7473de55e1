import { company, individual } from "../base-orders";
import { erpOf, filedEntityOf, replaceEverywhere, serviceOf } from "../bending";
import { all, certifyAs, filedEntity, filedErp, natureOf, registry, renumber, withoutPaper } from "../bends";
import { asItIs, type Bend, type CorpusCase, cannotTell, nearMiss, violates } from "../case";
import { bornOn, creditCodeLike, otherCreditCode } from "../numbers";

const SOLE_TRADER = registry({ entityKind: "个体工商户" });
const OTHER_NUMBER = filedEntity({ certNumber: otherCreditCode() });

/** The unit is called as its owner is, with something behind; its website too. */
function namedAfterOwner(tail: string): Bend {
  return (application) => {
    const name = erpOf(application).name ?? "";
    replaceEverywhere(application, application.entity.name, `${name}${tail}`);
    serviceOf(application).name = `${name}的小店`;
  };
}

const SOCIETY_CODE = all(
  certifyAs(17),
  natureOf(9),
  renumber((number) => creditCodeLike(number, { classChars: "52" })),
);

/** sole traders and overseas bodies. */
export const UNIT_FORM_CASES: readonly CorpusCase[] = [
  violates(
    "R-037",
    "a sole trader as a private institution",
    company("FIRST_FILING"),
    all(SOLE_TRADER, SOCIETY_CODE),
    ["R-037 entity.nature warn"],
  ),
  violates(
    "R-037",
    "without a trade name in Zhejiang, the owner's name alone",
    company("FIRST_FILING"),
    all(SOLE_TRADER, namedAfterOwner("")),
    ["R-037 entity.name warn"],
  ),
  nearMiss(
    "R-037",
    "without a trade name in Zhejiang, in the form it asks for",
    company("FIRST_FILING"),
    all(SOLE_TRADER, namedAfterOwner("(个体工商户)")),
  ),
  nearMiss("R-037", "a private institution that is none", company("FIRST_FILING"), SOCIETY_CODE),
  cannotTell(
    "R-037",
    "the registry does not say what it is",
    company("FIRST_FILING"),
    registry({ entityKind: null }),
    ["R-037? entity.nature"],
  ),

  violates(
    "R-039",
    "an overseas body with a passport",
    company("FIRST_FILING"),
    all(
      certifyAs(7),
      natureOf(16),
      renumber(() => "E12345678"),
    ),
    ["R-022 entity.certType", "R-039 entity.certType"],
  ),
  violates(
    "R-039",
    "a change of an overseas body with a passport",
    company("CHANGE_BOTH"),
    all(
      certifyAs(7),
      natureOf(16),
      renumber(() => "E12345678"),
    ),
    ["R-022 entity.certType", "R-039 entity.certType"],
  ),
  nearMiss(
    "R-039",
    "an overseas body with a permit of Chinese authorities",
    company("ADD_SERVICE/OURS"),
    all(
      certifyAs(14),
      natureOf(16),
      renumber(() => "H12345678"),
    ),
    ["R-022 entity.certType"],
  ),
  nearMiss(
    "R-039",
    "an overseas body with its certificate",
    company("FIRST_FILING"),
    all(
      certifyAs(35),
      natureOf(16),
      renumber(() => "0123456"),
    ),
  ),
];

/** Base orders whose entity took another name, with the authority's proof. */
function renamed(kind: string) {
  return {
    kind,
    province: "330000",
    nature: 4,
    where: ({ materials }: { materials: readonly { kind: string }[] }) =>
      materials.some((material) => material.kind === "NAME_CHANGE_PROOF"),
  };
}

/** another name, another entity. */
export const ENTITY_CHANGE_CASES: readonly CorpusCase[] = [
  violates(
    "R-040",
    "another name without proof",
    renamed("CHANGE_ENTITY"),
    withoutPaper("NAME_CHANGE_PROOF"),
    ["R-040 materials"],
  ),
  violates(
    "R-040",
    "the joint kind without proof",
    renamed("CHANGE_BOTH"),
    withoutPaper("NAME_CHANGE_PROOF"),
    ["R-040 materials"],
  ),
  nearMiss("R-040", "another name with proof", renamed("CHANGE_ENTITY"), asItIs),
  nearMiss("R-040", "only the brackets of the name change", company("CHANGE_ENTITY"), (application) => {
    const { name } = application.entity;
    replaceEverywhere(application, name, `${name}（示例）`);
    filedEntityOf(application).name = `${name} (示例)`;
  }),

  violates("R-041", "another company", company("CHANGE_ENTITY"), OTHER_NUMBER, ["R-041 entity.certNumber"]),
  violates(
    "R-041",
    "another company under another legal representative in Shandong",
    company("CHANGE_BOTH", { province: "370000" }),
    all(OTHER_NUMBER, filedErp({ name: "欧阳示例", idNumber: bornOn("1975-05-06"), mobile: "13857101234" })),
    ["R-041 entity.certNumber"],
  ),
  violates(
    "R-041",
    "a person's filing for the own company in Sichuan",
    company("CHANGE_BOTH", { province: "510000", where: keepsErp }),
    wasFiledAsPerson,
    ["R-015 entity.nature", "R-041 entity.certNumber"],
  ),
  nearMiss(
    "R-041",
    "another company of the same legal representative in Shandong",
    company("CHANGE_BOTH", { province: "370000", where: keepsErp }),
    OTHER_NUMBER,
  ),
  nearMiss(
    "R-041",
    "the old organisation code became a unified code",
    company("CHANGE_ENTITY"),
    ({ entity: own, evidence }) => {
      if (evidence?.filedRecord)
        Object.assign(evidence.filedRecord.entity, { certType: 12, certNumber: own.certNumber.slice(8, 17) });
    },
  ),
  nearMiss("R-041", "the same number", individual("CHANGE_BOTH"), asItIs),
];

function keepsErp({ entity: own, evidence }: Parameters<Bend>[0]): boolean {
  return (
    evidence?.filedRecord?.entity.responsiblePerson?.idNumber === own.responsiblePerson?.idNumber &&
    evidence?.filedRecord?.entity.name === own.name
  );
}

function wasFiledAsPerson(application: Parameters<Bend>[0]): void {
  const { name, idNumber } = erpOf(application);
  Object.assign(filedEntityOf(application), { nature: 5, name, certType: 2, certNumber: idNumber });
}
