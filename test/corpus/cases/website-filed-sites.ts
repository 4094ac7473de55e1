import type { Application } from "#shared/domain/filing/application";
import { type BaseQuery, company, individual } from "../base-orders";
import { evidenceOf, filedRecordOf } from "../bending";
import { siteFacts } from "../bending-services";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const ENTITY = company("CHANGE_ENTITY");
const ADD = company("ADD_SERVICE/OURS");
/** The entity has two filed websites besides the order's new one. */
const ADD_BESIDE_TWO = company("ADD_SERVICE/OURS", {
  where: ({ evidence }) => evidence?.filedRecord?.services.length === 2,
});
const JIANGSU = company("CHANGE_ENTITY", { province: "320000", where: keepsItsName });
const NUMBER = "entity.filingNumber";

function keepsItsName({ entity, evidence }: Application): boolean {
  return evidence?.filedRecord?.entity.name === entity.name;
}

type Site = ReturnType<typeof siteFacts>;

function site(change: Partial<Site>, index = 0): (application: Application) => void {
  return (application) => {
    Object.assign(siteFacts(application, index), change);
  };
}

function notVisited(application: Application): void {
  evidenceOf(application).sites?.shift();
}

/** filed websites are open, on mainland addresses. */
const OPEN_CASES: readonly CorpusCase[] = [
  violates("R-116", "on an address abroad", ENTITY, site({ onMainlandIp: false }), [`R-116 ${NUMBER}`]),
  violates("R-116", "not reachable", ADD, site({ reachable: false, onMainlandIp: false }), [
    `R-116 ${NUMBER}`,
  ]),
  violates("R-116", "the second of two", ADD_BESIDE_TWO, site({ onMainlandIp: false }, 1), [
    `R-116 ${NUMBER}`,
  ]),
  violates(
    "R-116",
    "both of two",
    ADD_BESIDE_TWO,
    (application) => {
      site({ onMainlandIp: false })(application);
      site({ onMainlandIp: false }, 1)(application);
    },
    [`R-116 ${NUMBER}`],
  ),
  violates(
    "R-116",
    "an individual's site abroad",
    individual("CHANGE_SERVICE"),
    site({ onMainlandIp: false }),
    [`R-116 ${NUMBER}`],
  ),
  violates("R-116", "the accessed site is closed", company("ADD_ACCESS/OTHER"), site({ reachable: false }), [
    `R-116 ${NUMBER}`,
  ]),
  violates(
    "R-116",
    "where the bureau asks for it too",
    company("ADD_SERVICE/OURS", { province: "440000" }),
    site({ onMainlandIp: false }),
    [`R-116 ${NUMBER}`],
  ),
  nearMiss("R-116", "the new site is closed", ADD, asItIs),
  nearMiss("R-116", "a filed APP is not visited", company("CHANGE_ENTITY", { where: holdsAnApp }), asItIs),
  cannotTell("R-116", "reachable, address unknown", ENTITY, site({ onMainlandIp: null }), [
    `R-116? ${NUMBER}`,
  ]),
  cannotTell("R-116", "nobody visited the one site", ADD_BESIDE_TWO, notVisited, [
    `R-116? ${NUMBER}`,
    `R-117? ${NUMBER}`,
  ]),
  cannotTell(
    "R-116",
    "nobody visited any site",
    ENTITY,
    (application) => {
      delete evidenceOf(application).sites;
    },
    [`R-116? ${NUMBER}`, `R-117? ${NUMBER}`],
  ),
];

function holdsAnApp({ evidence }: Application): boolean {
  return evidence?.filedRecord?.services.some(({ kind }) => kind === "APP") ?? false;
}

/** Numbers that a footer may show, made from those of the record. */
function footer(
  rule: string,
  name: string,
  base: BaseQuery,
  of: (entityNumber: string, serviceNumber: string) => string,
  expected: readonly string[] = [],
): CorpusCase {
  const make = expected.length === 0 ? nearMiss : violates;
  return make(
    rule,
    name,
    base,
    (application) => {
      const { entity, services } = filedRecordOf(application);
      siteFacts(application).footerNumber = of(
        entity.filingNumber ?? "",
        services.at(-1)?.filingNumber ?? "",
      );
    },
    expected,
  );
}

/** the filing number in the footer, with its link. */
const FOOTER_CASES: readonly CorpusCase[] = [
  violates("R-117", "no number", ENTITY, site({ footerNumber: null }), [`R-117 ${NUMBER}`]),
  violates("R-117", "an empty number", ADD, site({ footerNumber: "" }), [`R-117 ${NUMBER}`]),
  violates("R-117", "no link", ADD, site({ footerLink: null }), [`R-117 ${NUMBER}`]),
  violates("R-117", "a link to another ministry", ENTITY, site({ footerLink: "https://beian.mps.gov.cn/" }), [
    `R-117 ${NUMBER}`,
  ]),
  violates(
    "R-117",
    "a link that only begins alike",
    ENTITY,
    site({ footerLink: "https://beian.miit.gov.cn.example.com/" }),
    [`R-117 ${NUMBER}`],
  ),
  footer("R-117", "somebody else's number", ENTITY, () => "浙ICP备2019999999号-1", [`R-117 ${NUMBER}`]),
  footer("R-117", "a number with one digit more", ADD, (entity) => entity.replace("号", "0号"), [
    `R-117 ${NUMBER}`,
  ]),
  violates("R-117", "the second of two sites", ADD_BESIDE_TWO, site({ footerNumber: null }, 1), [
    `R-117 ${NUMBER}`,
  ]),
  footer("R-117", "the entity's number", ENTITY, (entity) => entity),
  footer("R-117", "another service's number", ADD_BESIDE_TWO, (_entity, service) => service),
  footer(
    "R-117",
    "a service's number in Guangdong",
    company("CHANGE_ENTITY", { province: "440000" }),
    (_entity, service) => service,
  ),
  nearMiss(
    "R-117",
    "a link without encryption or slash",
    ENTITY,
    site({ footerLink: "http://beian.miit.gov.cn" }),
  ),
  nearMiss(
    "R-117",
    "no number on a site that is closed",
    ENTITY,
    site({ reachable: false, footerNumber: null, footerLink: null }),
    [`R-116 ${NUMBER}`],
  ),
  nearMiss("R-117", "no number on the new, closed site", ADD, asItIs),
];

/** R-117 needs a look at the site as R-116 does. */
const UNSEEN_CASES: readonly CorpusCase[] = [
  cannotTell("R-117", "nobody visited an individual's site", individual("CHANGE_ENTITY"), notVisited, [
    `R-116? ${NUMBER}`,
    `R-117? ${NUMBER}`,
  ]),
];

const COPYRIGHT = "entity.name";

/** whose copyright the footer names, where the bureau asks for it. */
const COPYRIGHT_CASES: readonly CorpusCase[] = [
  violates(
    "R-118",
    "another company in Jiangsu",
    JIANGSU,
    site({ footerCopyright: "版权所有 © 示例他方贸易有限公司" }),
    [`R-118 ${COPYRIGHT}`],
  ),
  ...["350000", "410000", "420000", "430000", "610000", "620000"].map((province) =>
    violates(
      "R-118",
      `nobody named in ${province}`,
      company("CHANGE_ENTITY", { province, where: keepsItsName }),
      site({ footerCopyright: "版权所有 © 2026" }),
      [`R-118 ${COPYRIGHT}`],
    ),
  ),
  violates(
    "R-118",
    "where the switch is set",
    ADD,
    site({ footerCopyright: "版权所有 © 示例他方贸易有限公司" }),
    [`R-118 ${COPYRIGHT}`],
    { switches: { footerCopyright: true } },
  ),
  nearMiss(
    "R-118",
    "another company in Zhejiang",
    ADD,
    site({ footerCopyright: "版权所有 © 示例他方贸易有限公司" }),
  ),
  nearMiss("R-118", "the name between other words in Jiangsu", JIANGSU, (application) => {
    siteFacts(application).footerCopyright = `Copyright © 2020-2026 ${application.entity.name} 保留所有权利`;
  }),
  cannotTell("R-118", "nobody visited the site in Jiangsu", JIANGSU, notVisited, [
    `R-116? ${NUMBER}`,
    `R-117? ${NUMBER}`,
    `R-118? ${COPYRIGHT}`,
  ]),
];

/** a person looks at the content. */
const HUMAN_CASES: readonly CorpusCase[] = [
  nearMiss("R-119", "a copyright line that names a casino", ADD, site({ footerCopyright: "澳门在线赌场" })),
];

export const FILED_SITE_CASES: readonly CorpusCase[] = [
  ...OPEN_CASES,
  ...FOOTER_CASES,
  ...UNSEEN_CASES,
  ...COPYRIGHT_CASES,
  ...HUMAN_CASES,
];
