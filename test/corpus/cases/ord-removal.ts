import { company, individual } from "../base-orders";
import { filedRecordOf } from "../bending";
import { filedService, without } from "../bends";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const US = { name: "本平台", ours: true };
const THEM = { name: "示例甲云计算有限公司", ours: false };
const AT_PUSH = { gates: ["PUSH"] as const };
const TARGET = ["R-017 target"];

/** orders that end a filing. */
export const REMOVAL_CASES: readonly CorpusCase[] = [
  violates(
    "R-017",
    "none of the entity's services is here",
    company("DEREGISTER_ENTITY"),
    (application) => {
      for (const service of filedRecordOf(application).services) service.accessProviders = [THEM];
    },
    TARGET,
  ),
  violates(
    "R-017",
    "the service is not here",
    company("DEREGISTER_SERVICE"),
    filedService({ accessProviders: [THEM] }),
    TARGET,
  ),
  violates(
    "R-017",
    "two services in one order",
    company("DEREGISTER_SERVICE", {
      where: ({ evidence }) => evidence?.filedRecord?.services.length === 2,
    }),
    (application) => {
      const numbers = filedRecordOf(application).services.flatMap(({ filingNumber }) => filingNumber ?? []);
      if (application.target) application.target.serviceFilingNumbers = numbers;
    },
    TARGET,
  ),
  violates(
    "R-017",
    "its deregistration is running",
    company("DEREGISTER_SERVICE"),
    filedService({ pendingOperation: "DEREGISTER_SERVICE" }),
    TARGET,
  ),
  nearMiss(
    "R-017",
    "one of two services is here",
    company("DEREGISTER_ENTITY", {
      where: ({ evidence }) => evidence?.filedRecord?.services.length === 2,
    }),
    filedService({ accessProviders: [THEM] }),
  ),
  nearMiss(
    "R-017",
    "the service is here and elsewhere",
    company("DEREGISTER_SERVICE"),
    filedService({ accessProviders: [THEM, US] }),
  ),
  nearMiss(
    "R-017",
    "a change of the service is running",
    company("DEREGISTER_SERVICE"),
    filedService({ pendingOperation: "CHANGE_SERVICE" }),
  ),
  cannotTell("R-017", "no filed record of the entity", company("DEREGISTER_ENTITY"), without("filedRecord"), [
    "R-017? target",
  ]),
  cannotTell(
    "R-017",
    "not known who gives access",
    company("DEREGISTER_SERVICE"),
    filedService({ accessProviders: null }),
    ["R-017? target"],
  ),

  violates(
    "R-018",
    "a website with two domains is given up",
    company("DEREGISTER_SERVICE"),
    (application) => {
      filedRecordOf(application).services[0]?.domains.push("second-example.com");
    },
    ["R-018 target warn"],
  ),
  violates(
    "R-018",
    "a person's website with three domains is given up",
    individual("DEREGISTER_SERVICE"),
    (application) => {
      filedRecordOf(application).services[0]?.domains.push("second-example.com", "third-example.com");
    },
    ["R-018 target warn"],
  ),
  nearMiss("R-018", "a website with one domain is given up", company("DEREGISTER_SERVICE"), asItIs),
  nearMiss(
    "R-018",
    "an APP with two domains is given up",
    company("DEREGISTER_SERVICE", {
      services: ["APP"],
      where: ({ evidence }) => (evidence?.filedRecord?.services[0]?.domains.length ?? 0) > 1,
    }),
    asItIs,
  ),
  cannotTell(
    "R-018",
    "no filed record of the website",
    company("DEREGISTER_SERVICE"),
    without("filedRecord"),
    ["R-017? target", "R-018? target"],
  ),

  violates(
    "R-019",
    "nobody else gives access to the website",
    company("CANCEL_ACCESS/VOLUNTARY"),
    filedService({ accessProviders: [US] }),
    ["R-019 target warn"],
  ),
  violates(
    "R-019",
    "nobody else gives access to the APP",
    company("CANCEL_ACCESS/VOLUNTARY", { services: ["APP"] }),
    filedService({ accessProviders: [US] }),
    ["R-019 target warn"],
  ),
  nearMiss(
    "R-019",
    "another provider gives access",
    company("CANCEL_ACCESS/VOLUNTARY"),
    filedService({ accessProviders: [US, THEM] }),
  ),
  nearMiss(
    "R-019",
    "a forced cancellation is not warned of",
    company("CANCEL_ACCESS/FORCED"),
    filedService({ accessProviders: [US] }),
  ),
  cannotTell(
    "R-019",
    "not known who gives access",
    company("CANCEL_ACCESS/VOLUNTARY"),
    filedService({ accessProviders: null }),
    ["R-019? target"],
  ),

  violates(
    "R-020",
    "a cancellation is not confirmed",
    company("CANCEL_ACCESS/VOLUNTARY"),
    asItIs,
    ["R-020 target"],
    { ...AT_PUSH, facts: { confirmed: false } },
  ),
  violates(
    "R-020",
    "a deregistration is not confirmed",
    individual("DEREGISTER_ENTITY"),
    asItIs,
    ["R-020 target"],
    {
      ...AT_PUSH,
      facts: { confirmed: false },
    },
  ),
  nearMiss("R-020", "a deregistration is confirmed", company("DEREGISTER_SERVICE"), asItIs, [], {
    ...AT_PUSH,
    facts: { confirmed: true },
  }),
  nearMiss(
    "R-020",
    "a forced cancellation needs no confirmation",
    company("CANCEL_ACCESS/FORCED"),
    asItIs,
    [],
    {
      ...AT_PUSH,
      facts: { confirmed: false },
    },
  ),
  nearMiss("R-020", "nobody asks before the upload", company("CANCEL_ACCESS/VOLUNTARY"), asItIs, [], {
    facts: { confirmed: false },
  }),
  cannotTell(
    "R-020",
    "nobody looked for the confirmation",
    company("DEREGISTER_ENTITY"),
    asItIs,
    ["R-020? target"],
    AT_PUSH,
  ),
];
