import { company, individual } from "../base-orders";
import { addPaper } from "../bending";
import { bindingOf, companyApp, shareDomain } from "../bending-services";
import { type CaseWorld, type CorpusCase, nearMiss, violates } from "../case";

const APP = companyApp("FIRST_FILING");

const ASKED: CaseWorld = {
  switches: {
    requiredMaterials: [
      {
        kind: "ANTI_FRAUD_REPORT",
        filingTypes: null,
        natures: null,
        effectiveFrom: null,
        source: "a bureau",
      },
    ],
  },
};

function askedFor(change: object): CaseWorld {
  const [required] = ASKED.switches?.requiredMaterials ?? [];
  if (required === undefined) return ASKED;
  return { switches: { requiredMaterials: [{ ...required, ...change }] } };
}

const REPORT = ["R-133 materials"];

/** the anti-fraud report, where a bureau asks for it. */
const REPORT_CASES: readonly CorpusCase[] = [
  violates("R-133", "a company's APP", APP, () => {}, REPORT, ASKED),
  violates(
    "R-133",
    "an individual's APP",
    individual("ADD_SERVICE/OURS", { services: ["APP"] }),
    () => {},
    REPORT,
    ASKED,
  ),
  violates(
    "R-133",
    "asked of units from today",
    APP,
    () => {},
    REPORT,
    askedFor({ natures: ["UNIT"], effectiveFrom: "2026-03-02" }),
  ),
  nearMiss("R-133", "no bureau asks for it", APP, () => {}),
  nearMiss("R-133", "a website needs none", company("FIRST_FILING"), () => {}, [], ASKED),
  nearMiss("R-133", "asked from tomorrow", APP, () => {}, [], askedFor({ effectiveFrom: "2026-03-03" })),
  nearMiss("R-133", "asked of government bodies", APP, () => {}, [], askedFor({ natures: ["GOVERNMENT"] })),
  nearMiss("R-133", "asked with other types", APP, () => {}, [], askedFor({ filingTypes: ["ADD_ACCESS"] })),
  nearMiss(
    "R-133",
    "the report is there",
    APP,
    (application) => {
      addPaper(application, "ANTI_FRAUD_REPORT", { serviceIndex: 0 });
    },
    [],
    ASKED,
  ),
];

/** A website and an APP of one person, the APP first, at one domain where `shared` says so. */
function together(kind: string) {
  return individual(kind, { services: ["APP", "WEBSITE"] });
}

/** an individual's website and APP at one domain are two orders. */
const TOGETHER_CASES: readonly CorpusCase[] = [
  ...["FIRST_FILING", "ADD_SERVICE/OURS"].map((kind) =>
    violates("R-134", `together in ${kind}`, together(kind), shareDomain, ["R-134 services"]),
  ),
  nearMiss("R-134", "together, at different domains", together("FIRST_FILING"), () => {}),
  nearMiss(
    "R-134",
    "a company's, at one domain",
    company("FIRST_FILING", { services: ["APP", "WEBSITE"] }),
    shareDomain,
  ),
  nearMiss("R-134", "bound to one address", together("FIRST_FILING"), (application) => {
    const { ip } = bindingOf(application);
    const [, site] = application.services;
    if (!site?.resource) throw new Error("the website has no resource");
    site.ipRanges = [{ start: ip, end: ip }];
    site.resource.publicIps = [ip];
  }),
];

export const APP_PAPER_CASES: readonly CorpusCase[] = [...REPORT_CASES, ...TOGETHER_CASES];
