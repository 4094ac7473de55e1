import { baseOrder, company } from "../base-orders";
import { erpOf, replaceEverywhere, srpOf } from "../bending";
import { asItIs, type Bend } from "../case";
import type { Sequence, Step } from "../intake-corpus";
import { ERP, SRP } from "../persons";

const FIRST = company("FIRST_FILING", { sameSrp: true });
const OTHER = company("FIRST_FILING", { province: "370000", sameSrp: false });
const CHONGQING = company("FIRST_FILING", { province: "500000", sameSrp: false });
const known = erpOf(baseOrder(FIRST).application);

const sendFirst: Step = { does: "SUBMIT", order: { base: FIRST, bend: asItIs }, name: "first" };
const giveUpFirst: Step = { does: "ABANDON", name: "first" };
const fileFirst: Step = { does: "FILE", name: "first" };

/** The second company's ERP has this of the first one's. */
function sharing(...keys: readonly ("mobile" | "email" | "emergencyPhone")[]): Bend {
  return (application) => {
    for (const key of keys) replaceEverywhere(application, erpOf(application)[key] ?? "", known[key] ?? "");
  };
}

/** The second company has the first one's legal representative; the contacts stay as they are. */
const sameLegalRepresentative: Bend = (application) => {
  const { name, idNumber } = erpOf(application);
  replaceEverywhere(application, name ?? "", known.name ?? "");
  replaceEverywhere(application, idNumber ?? "", known.idNumber ?? "");
};

const sameInEverything: Bend = (application, files) => {
  sameLegalRepresentative(application, files);
  sharing("mobile", "email", "emergencyPhone")(application, files);
};

/** The second company's SRP is the first one's ERP, who is its SRP as well. */
const knownAsSrp: Bend = (application) => {
  const { name, idNumber } = srpOf(application);
  replaceEverywhere(application, name ?? "", known.name ?? "");
  replaceEverywhere(application, idNumber ?? "", known.idNumber ?? "");
};

/** persons, phones and mailboxes of other entities. */
export const PERSON_SEQUENCES: readonly Sequence[] = [
  {
    name: "a mobile of an open order",
    rule: "R-055",
    steps: [sendFirst],
    last: { base: OTHER, bend: sharing("mobile") },
    expected: [`R-055 ${ERP}.mobile`],
  },
  {
    name: "a mobile of a filed order",
    rule: "R-055",
    steps: [sendFirst, fileFirst],
    last: { base: OTHER, bend: sharing("mobile") },
    expected: [`R-055 ${ERP}.mobile`],
  },
  {
    name: "a mobile of an order given up",
    rule: "R-055",
    steps: [sendFirst, giveUpFirst],
    last: { base: OTHER, bend: sharing("mobile") },
    expected: [],
  },
  {
    name: "the same legal representative with other contacts",
    rule: "R-056",
    steps: [sendFirst],
    last: { base: OTHER, bend: sameLegalRepresentative },
    expected: [`R-056 ${ERP}.email`, `R-056 ${ERP}.emergencyPhone`, `R-056 ${ERP}.mobile`],
  },
  {
    name: "the same legal representative with the same contacts",
    rule: "R-056",
    steps: [sendFirst],
    last: { base: OTHER, bend: sameInEverything },
    expected: [],
  },
  {
    name: "an emergency phone of an open order",
    rule: "R-057",
    steps: [sendFirst],
    last: { base: OTHER, bend: sharing("emergencyPhone") },
    expected: [`R-057 ${ERP}.emergencyPhone`],
  },
  {
    name: "an emergency phone of an order given up",
    rule: "R-057",
    steps: [sendFirst, giveUpFirst],
    last: { base: OTHER, bend: sharing("emergencyPhone") },
    expected: [],
  },
  {
    name: "a mailbox of a filed order",
    rule: "R-059",
    steps: [sendFirst, fileFirst],
    last: { base: OTHER, bend: sharing("email") },
    expected: [`R-059 ${ERP}.email`],
  },
  {
    name: "a mailbox of an order given up",
    rule: "R-059",
    steps: [sendFirst, giveUpFirst],
    last: { base: OTHER, bend: sharing("email") },
    expected: [],
  },
  {
    name: "an SRP who serves another company",
    rule: "R-069",
    steps: [sendFirst],
    last: { base: CHONGQING, bend: knownAsSrp },
    expected: [`R-069 ${SRP}.idNumber`],
  },
  {
    name: "an SRP who serves another company, outside Chongqing",
    rule: "R-069",
    steps: [sendFirst],
    last: { base: OTHER, bend: knownAsSrp },
    expected: [],
  },
  {
    name: "the photo of another company's person",
    rule: "R-076",
    steps: [{ does: "SUBMIT", order: { base: FIRST, bend: asItIs, sharesPhoto: true }, name: "first" }],
    last: { base: OTHER, bend: asItIs, sharesPhoto: true },
    expected: ["R-076 liveness[0].photoSha256"],
  },
  {
    name: "the photo of the same person",
    rule: "R-076",
    steps: [{ does: "SUBMIT", order: { base: FIRST, bend: asItIs, sharesPhoto: true }, name: "first" }],
    last: { base: OTHER, bend: knownAsSrp, sharesPhoto: true },
    expected: [],
  },
];
