import { company, individual } from "../base-orders";
import { all, certifyAs, entity, natureOf, reading, registry, rename, renumber } from "../bends";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";
import { creditCodeLike, otherCreditCode } from "../numbers";

const NUMBER = "entity.certNumber";
const SOCIETY = { kind: "FIRST_FILING", nature: 6 };

/** R-025 and R-026: what the companies' registry says. */
export const COMPANY_REGISTRY_CASES: readonly CorpusCase[] = [
  violates(
    "R-025",
    "on the list of abnormal companies",
    company("FIRST_FILING"),
    registry({ status: "经营异常" }),
    [`R-025 ${NUMBER}`],
  ),
  violates("R-025", "licence revoked", company("CHANGE_ENTITY"), registry({ status: "吊销，未注销" }), [
    `R-025 ${NUMBER}`,
  ]),
  violates("R-025", "resting", company("ADD_ACCESS/OTHER"), registry({ status: "歇业" }), [
    `R-025 ${NUMBER}`,
  ]),
  nearMiss("R-025", "open for business", company("FIRST_FILING"), registry({ status: "开业" })),
  nearMiss("R-025", "a society's state is not asked", SOCIETY, registry({ status: "注销" })),
  cannotTell("R-025", "no state is known", company("FIRST_FILING"), registry({ status: null }), [
    `R-025? ${NUMBER}`,
  ]),

  violates(
    "R-026",
    "the registry has another name",
    company("FIRST_FILING"),
    registry({ name: "杭州示例乙科技有限公司" }),
    ["R-026 entity.name"],
  ),
  violates(
    "R-026",
    "the registry has another number",
    company("CHANGE_BOTH"),
    registry({ certNumber: otherCreditCode() }),
    [`R-026 ${NUMBER}`],
  ),
  nearMiss("R-026", "the registry has other brackets", company("FIRST_FILING"), (application) => {
    rename((name) => `${name}(示例)`)(application, []);
    if (application.evidence?.companyRegistry)
      application.evidence.companyRegistry.name = application.entity.name.replace("(示例)", "（示例）");
  }),
  nearMiss("R-026", "a society is not in that registry", SOCIETY, registry({ name: "另一个示例协会" })),
  cannotTell("R-026", "no name is known", company("FIRST_FILING"), registry({ name: null }), [
    "R-026? entity.name",
  ]),
  cannotTell("R-026", "no number is known", company("FIRST_FILING"), registry({ certNumber: null }), [
    `R-026? ${NUMBER}`,
  ]),
];

const EXPIRED = ["R-027 entity.certValidTo"];
const WRONG_PROVINCE = ["R-028 entity.region.provinceCode", "R-032 entity.contactAddress"];

/** until when, and where the certificate was issued. */
export const CERTIFICATE_ISSUE_CASES: readonly CorpusCase[] = [
  violates(
    "R-027",
    "expired yesterday",
    company("FIRST_FILING"),
    entity({ certValidTo: "2026-03-01" }),
    EXPIRED,
  ),
  violates(
    "R-027",
    "a person's certificate expired years ago",
    individual("CHANGE_BOTH"),
    entity({ certValidTo: "2019-12-31" }),
    EXPIRED,
  ),
  nearMiss("R-027", "expires today", company("FIRST_FILING"), entity({ certValidTo: "2026-03-02" })),
  nearMiss("R-027", "long-term", company("ADD_ACCESS/OTHER"), entity({ certValidTo: null })),
  nearMiss("R-027", "a claim is not asked", company("CLAIM"), entity({ certValidTo: "2019-12-31" })),

  violates(
    "R-028",
    "the code was issued in Jiangsu",
    company("FIRST_FILING"),
    renumber((number) => creditCodeLike(number, { area: "320106" })),
    WRONG_PROVINCE,
  ),
  violates(
    "R-028",
    "a certificate without a code, by an office in Jiangsu",
    company("FIRST_FILING"),
    all(
      certifyAs(5),
      renumber(() => "61213"),
      natureOf(1),
      reading("ENTITY_CERTIFICATE", { issuer: "江苏省南京市市场监督管理局" }),
    ),
    WRONG_PROVINCE,
  ),
  nearMiss(
    "R-028",
    "issued in another city of the province",
    company("FIRST_FILING"),
    renumber((number) => creditCodeLike(number, { area: "330203" })),
  ),
  nearMiss(
    "R-028",
    "a certificate without a code, by the province's own office",
    company("FIRST_FILING"),
    all(
      certifyAs(5),
      renumber(() => "61213"),
      natureOf(1),
      reading("ENTITY_CERTIFICATE", { issuer: "浙江省民政厅" }),
    ),
  ),
  nearMiss(
    "R-028",
    "a person files where the certificate was not issued",
    individual("CHANGE_ENTITY", {
      province: "120000",
    }),
    asItIs,
  ),
  cannotTell(
    "R-028",
    "a national authority issued the code",
    company("FIRST_FILING"),
    renumber((number) => creditCodeLike(number, { area: "100000" })),
    ["R-028? entity.region.provinceCode"],
  ),
];
