import { baseOrder, company } from "../base-orders";
import { serviceOf } from "../bending";
import { all } from "../bends";
import type { Bend } from "../case";
import type { Sequence, Step } from "../intake-corpus";
import { anotherWebsite } from "../more-services";

const ON_ECS = ({ services }: Parameters<Bend>[0]) => services[0]?.resource?.type === "ECS";
const FIRST = company("FIRST_FILING", { where: ON_ECS });
const OTHER = company("FIRST_FILING", { province: "370000", where: ON_ECS });
const { instanceId } = serviceOf(baseOrder(FIRST).application).resource ?? {};

const CODE = "ICP-CORPUS01";

/** All services are on the first order's server, which as the form has it carries none yet. */
const onFirstServer: Bend = ({ services }) => {
  for (const { resource } of services) Object.assign(resource ?? {}, { instanceId, filingsUsed: 0 });
};

/** An order with so many websites on one server. */
function sendWebsites(count: number): Step {
  const bend = all(anotherWebsite(count - 1), onFirstServer);
  return { does: "SUBMIT", order: { base: FIRST, bend }, name: "first" };
}

/** The service comes with an authorisation code that the form calls good. */
const byCode: Bend = (application) => {
  const authCode = { code: CODE, issuerInstanceId: "i-issuer", issuerValid: true, used: false };
  Object.assign(serviceOf(application).resource ?? {}, {
    type: "AUTH_CODE",
    months: 0,
    filingsUsed: 0,
    instanceId: null,
    authCode,
  });
};

const giveUpFirst: Step = { does: "ABANDON", name: "first" };
const sendByCode: Step = { does: "SUBMIT", order: { base: FIRST, bend: byCode }, name: "first" };
const issue: Step = { does: "ISSUE_CODE", code: { code: CODE, issuerValid: true, used: false } };
const issueAnother: Step = {
  does: "ISSUE_CODE",
  code: { code: "ICP-CORPUS02", issuerValid: true, used: false },
};
const NO_CODE = ["R-137 services[0].resource.authCode"];

/** resources and codes that other orders use. */
export const RESOURCE_SEQUENCES: readonly Sequence[] = [
  {
    name: "a sixth service on a server with five in an open order",
    rule: "R-136",
    steps: [sendWebsites(5)],
    last: { base: OTHER, bend: onFirstServer },
    expected: ["R-136 services[0].resource.filingsUsed"],
  },
  {
    name: "a fifth service on a server with four in an open order",
    rule: "R-136",
    steps: [sendWebsites(4)],
    last: { base: OTHER, bend: onFirstServer },
    expected: [],
  },
  {
    name: "a service on a server with five in an order given up",
    rule: "R-136",
    steps: [sendWebsites(5), giveUpFirst],
    last: { base: OTHER, bend: onFirstServer },
    expected: [],
  },
  {
    name: "a code that was issued",
    rule: "R-137",
    steps: [issue],
    last: { base: OTHER, bend: byCode },
    expected: [],
  },
  {
    name: "a code that nobody issued",
    rule: "R-137",
    steps: [issueAnother],
    last: { base: OTHER, bend: byCode },
    expected: NO_CODE,
  },
  {
    name: "a code whose server lapsed",
    rule: "R-137",
    steps: [{ does: "ISSUE_CODE", code: { code: CODE, issuerValid: false, used: false } }],
    last: { base: OTHER, bend: byCode },
    expected: NO_CODE,
  },
  {
    name: "a code that another order has taken",
    rule: "R-137",
    steps: [issue, sendByCode],
    last: { base: OTHER, bend: byCode },
    expected: NO_CODE,
  },
  {
    name: "a code that an order given up had taken",
    rule: "R-137",
    steps: [issue, sendByCode, giveUpFirst],
    last: { base: OTHER, bend: byCode },
    expected: [],
  },
];
