import { company, individual } from "../base-orders";
import { filedEntity, filedService, ministry } from "../bends";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";
import { otherCreditCode } from "../numbers";

/** is it the right type of order? */
export const ORDER_TYPE_CASES: readonly CorpusCase[] = [
  violates("R-001", "the company has an open order", company("FIRST_FILING"), asItIs, ["R-001 accountId"], {
    facts: { openOrders: ["FO-20260228-0007"] },
  }),
  violates(
    "R-001",
    "an open order blocks a deregistration",
    company("DEREGISTER_ENTITY"),
    asItIs,
    ["R-001 accountId"],
    { facts: { openOrders: ["FO-20260228-0007", "FO-20260228-0008"] } },
  ),
  cannotTell("R-001", "nobody looked for open orders", company("CLAIM"), asItIs, ["R-001? accountId"], {
    facts: { openOrders: null },
  }),
  nearMiss("R-001", "no order is open", company("CANCEL_ACCESS/VOLUNTARY"), asItIs),

  violates(
    "R-002",
    "the account is another company's",
    company("FIRST_FILING"),
    asItIs,
    ["R-002 accountId"],
    { facts: { accountBinding: { boundEntity: "示例乙有限公司" } } },
  ),
  violates("R-002", "a claim from another account", company("CLAIM"), asItIs, ["R-002 accountId"], {
    facts: { accountBinding: { boundEntity: "示例乙有限公司" } },
  }),
  violates(
    "R-002",
    "the account that takes over has an entity",
    company("TRANSFER"),
    asItIs,
    ["R-002 transfer.toAccountId"],
    { facts: { accountBinding: { boundEntity: "示例乙有限公司" } } },
  ),
  nearMiss("R-002", "a change is not asked about its account", company("CHANGE_ENTITY"), asItIs, [], {
    facts: { accountBinding: { boundEntity: "示例乙有限公司" } },
  }),
  cannotTell(
    "R-002",
    "nobody looked up the account",
    company("ADD_SERVICE/OURS"),
    asItIs,
    ["R-002? accountId"],
    {
      facts: { accountBinding: null },
    },
  ),

  violates(
    "R-003",
    "the company is filed",
    company("FIRST_FILING"),
    ministry({ entityFiled: true, entityFilingNumber: "浙ICP备2019000123号", servicesTotal: 1 }),
    ["R-003 filingType"],
  ),
  violates("R-003", "the person is filed", individual("FIRST_FILING"), ministry({ entityFiled: true }), [
    "R-003 filingType",
  ]),
  nearMiss(
    "R-003",
    "a shell is no filed entity, even where it may add services",
    company("FIRST_FILING"),
    ministry({ entityFiled: true, entityShell: true }),
    ["R-007 entity.certNumber"],
  ),
  cannotTell(
    "R-003",
    "the ministry did not say whether the company is filed",
    company("FIRST_FILING"),
    ministry({ entityFiled: null }),
    ["R-003? filingType"],
  ),

  violates(
    "R-004",
    "the company is not filed",
    company("ADD_SERVICE/OTHER"),
    ministry({ entityFiled: false }),
    ["R-004 filingType"],
  ),
  violates(
    "R-004",
    "the website's domain is filed",
    company("ADD_SERVICE/OURS"),
    (application) => {
      const [domain = ""] = application.services[0]?.domains ?? [];
      application.evidence?.miitRegistry?.domainsFiled?.push(domain);
    },
    ["R-004 services[0].domains[0]", "R-101 services[0].domains[0]"],
  ),
  violates(
    "R-004",
    "the APP is filed",
    company("ADD_SERVICE/OURS", { services: ["APP"] }),
    (application) => {
      application.evidence?.miitRegistry?.appsFiled?.push(application.services[0]?.name ?? "");
    },
    ["R-004 services[0].name", "R-123 services[0].name"],
  ),
  nearMiss(
    "R-004",
    "an APP uses a filed domain",
    company("ADD_SERVICE/OURS", { services: ["APP"] }),
    (application) => {
      application.evidence?.miitRegistry?.domainsFiled?.push(...(application.services[0]?.domains ?? []));
    },
  ),
  nearMiss("R-004", "a website is named like a filed APP", company("ADD_SERVICE/OURS"), (application) => {
    application.evidence?.miitRegistry?.appsFiled?.push(application.services[0]?.name ?? "");
  }),
  cannotTell(
    "R-004",
    "the ministry did not say whether the company is filed",
    company("ADD_SERVICE/OURS"),
    ministry({ entityFiled: null }),
    ["R-004? filingType"],
  ),

  violates(
    "R-005",
    "the entity's number is another one",
    company("ADD_ACCESS/OURS"),
    (application) => {
      const { entity: own } = application;
      own.filingNumber = own.filingNumber?.replace(/\d(?=号)/u, (digit) => (digit === "1" ? "2" : "1"));
    },
    ["R-005 entity.filingNumber"],
  ),
  violates(
    "R-005",
    "the filed record is of another certificate",
    company("ADD_ACCESS/OTHER"),
    filedEntity({ certNumber: otherCreditCode() }),
    ["R-005 entity.certNumber"],
  ),
  violates(
    "R-005",
    "the service has another number",
    company("ADD_ACCESS/OTHER"),
    (application) => {
      for (const one of application.services) one.filingNumber = `${one.filingNumber?.split("-")[0]}-77`;
    },
    ["R-005 services[0].filingNumber"],
  ),
  nearMiss(
    "R-005",
    "the filed record writes the certificate number in small letters",
    company("ADD_ACCESS/OTHER"),
    ({ evidence, entity: own }) => {
      if (evidence?.filedRecord) evidence.filedRecord.entity.certNumber = own.certNumber.toLowerCase();
    },
  ),
  nearMiss(
    "R-005",
    "the name of the service differs",
    company("ADD_ACCESS/OTHER"),
    filedService({ name: "另一个示例网站" }),
  ),
];
