import type { Application } from "#shared/domain/filing/application";
import { company, individual } from "../base-orders";
import { addPaper, companyFacts, replaceEverywhere, serviceOf } from "../bending";
import { brandOf, companyApp, renameService } from "../bending-services";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING");
const NAME = "services[0].name";

/** The website is called after its brand and this. */
function named(tail: string) {
  return (application: Application) => {
    serviceOf(application).name = `${brandOf(application)}${tail}`;
  };
}

/** The service declares a permit of this type; its document is the order's certificate of a domain. */
function declared(application: Application, type: number, withDocument = true): void {
  const sha256 = application.materials.find(({ kind }) => kind === "DOMAIN_CERTIFICATE")?.sha256;
  if (sha256 === undefined) throw new Error("the order has no domain certificate");
  serviceOf(application).preApprovals = [
    {
      type,
      number: "示例许可〔2024〕001号",
      validTo: "2030-12-31",
      ...(withDocument ? { materialSha256: sha256 } : {}),
    },
  ];
  if (withDocument) application.materials.push({ kind: "PRE_APPROVAL", sha256, serviceIndex: 0 });
}

/** Category by the word that shows it. */
const WORDS: readonly (readonly [string, number])[] = [
  ["新闻", 1],
  ["出版", 2],
  ["药品", 5],
  ["医疗器械", 5],
  ["广播电视节目", 10],
  ["视听节目", 10],
  ["网约车", 11],
  ["网络预约出租", 11],
  ["校外培训", 14],
  ["学科类培训", 14],
];

/** a category that the name shows has to be declared with its document. */
const DECLARED_CASES: readonly CorpusCase[] = [
  ...WORDS.map(([word]) =>
    violates("R-143", `a site called after ${word}`, FIRST, named(`${word}资料`), [`R-143 ${NAME}`]),
  ),
  ...WORDS.map(([word, type]) =>
    nearMiss("R-143", `${word}, declared with its permit`, FIRST, (application) => {
      named(`${word}资料`)(application);
      declared(application, type);
    }),
  ),
  violates(
    "R-143",
    "an APP called after 新闻",
    companyApp("ADD_SERVICE/OURS"),
    (application) => renameService(application, `${brandOf(application)}新闻`),
    [`R-143 ${NAME}`],
  ),
  violates(
    "R-143",
    "an individual's, which is out of scope as well",
    individual("FIRST_FILING"),
    (application) => {
      serviceOf(application).name = "青禾新闻手记";
    },
    [`R-110 ${NAME}`, `R-143 ${NAME}`],
  ),
  violates(
    "R-143",
    "declared as another category",
    FIRST,
    (application) => {
      named("新闻资料")(application);
      declared(application, 2);
    },
    [`R-143 ${NAME}`],
  ),
  violates(
    "R-143",
    "declared without a document",
    FIRST,
    (application) => {
      named("新闻资料")(application);
      declared(application, 1, false);
    },
    ["R-143 services[0].preApprovals[0]"],
  ),
  violates(
    "R-143",
    "news among the content",
    FIRST,
    (application) => {
      serviceOf(application).serviceContent = [128, 16];
    },
    ["R-143 services[0].serviceContent[1]"],
  ),
  violates("R-143", "a word of our own list", FIRST, named("占卜资料"), [`R-143 ${NAME}`], {
    lists: { preApprovalWords: { "9": ["占卜"] } },
  }),
  nearMiss("R-143", "the word's characters apart", FIRST, named("新风见闻")),
  nearMiss("R-143", "nothing of the kind", company("CHANGE_BOTH"), asItIs),
];

function scope(addition: string | null) {
  return (application: Application) => {
    const facts = companyFacts(application);
    facts.businessScope = addition === null ? null : `${facts.businessScope}；${addition}`;
  };
}

const UNDERTAKING = ["R-145 materials"];

/** a word in the scope only asks for the undertaking. */
const UNDERTAKING_CASES: readonly CorpusCase[] = [
  ...WORDS.map(([word]) =>
    violates("R-145", `${word} in the scope`, FIRST, scope(`${word}零售`), UNDERTAKING),
  ),
  violates("R-145", "with an APP", companyApp("CHANGE_SERVICE"), scope("药品零售"), UNDERTAKING),
  nearMiss("R-145", "the undertaking is there", FIRST, (application) => {
    scope("药品零售")(application);
    addPaper(application, "NO_PRE_APPROVAL_UNDERTAKING");
  }),
  nearMiss("R-145", "the category is declared", FIRST, (application) => {
    scope("药品零售")(application);
    declared(application, 5);
  }),
  nearMiss(
    "R-145",
    "the name shows it as well, which is R-143",
    FIRST,
    (application) => {
      scope("药品零售")(application);
      named("药品资料")(application);
    },
    [`R-143 ${NAME}`],
  ),
  nearMiss("R-145", "an entity change", company("CHANGE_ENTITY"), scope("药品零售")),
  nearMiss("R-145", "nobody knows the scope, but the undertaking is there", FIRST, (application) => {
    scope(null)(application);
    addPaper(application, "NO_PRE_APPROVAL_UNDERTAKING");
  }),
  cannotTell("R-145", "nobody knows the scope", FIRST, scope(null), ["R-145? materials", "R-146? materials"]),
];

const FINANCE = ["R-146 materials"];

/** finance words in name or scope. */
const FINANCE_CASES: readonly CorpusCase[] = [
  ...["担保", "典当", "贷款", "理财", "小额信贷", "融资租赁"].map((word) =>
    violates("R-146", `${word} in the scope`, FIRST, scope(`${word}服务`), FINANCE),
  ),
  violates(
    "R-146",
    "in the unit's name",
    FIRST,
    (application) => {
      const { name } = application.entity;
      replaceEverywhere(application, name, name.replace("有限公司", "融资租赁有限公司"));
    },
    FINANCE,
  ),
  violates("R-146", "a word of our own list", company("ADD_ACCESS/OTHER"), scope("保理服务"), FINANCE, {
    lists: { financeWords: ["保理"] },
  }),
  nearMiss("R-146", "the regulator's document is there", FIRST, (application) => {
    scope("融资担保服务")(application);
    addPaper(application, "PRE_APPROVAL", { serviceIndex: 0 });
  }),
  nearMiss("R-146", "the undertaking is there", FIRST, (application) => {
    scope("融资担保服务")(application);
    addPaper(application, "NO_PRE_APPROVAL_UNDERTAKING");
  }),
  cannotTell(
    "R-146",
    "nobody knows the scope of a unit that declares a permit without its document",
    FIRST,
    (application) => {
      scope(null)(application);
      declared(application, 1, false);
    },
    ["R-146? materials"],
  ),
  nearMiss("R-146", "in the remark only", FIRST, (application) => {
    serviceOf(application).remark = "介绍公司产品，不涉及贷款与理财";
  }),
  nearMiss("R-146", "an entity change", company("CHANGE_ENTITY"), scope("典当服务")),
];

/** a person decides. */
const HUMAN_CASES: readonly CorpusCase[] = [
  nearMiss("R-144", "a permit that ran out", FIRST, (application) => {
    declared(application, 1);
    for (const permit of serviceOf(application).preApprovals ?? []) permit.validTo = "2020-12-31";
  }),
  nearMiss("R-147", "insurance in the scope", FIRST, scope("保险代理")),
];

export const SECTOR_CASES: readonly CorpusCase[] = [
  ...DECLARED_CASES,
  ...UNDERTAKING_CASES,
  ...FINANCE_CASES,
  ...HUMAN_CASES,
];
