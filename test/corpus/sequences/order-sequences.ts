import { baseOrder, company } from "../base-orders";
import { asItIs, type Bend } from "../case";
import type { Sequence, Step } from "../intake-corpus";

const FIRST = company("FIRST_FILING");
const OTHER = company("FIRST_FILING", { province: "370000" });
const { accountId, entity, services } = baseOrder(FIRST).application;

const sendFirst: Step = { does: "SUBMIT", order: { base: FIRST, bend: asItIs }, name: "first" };
const giveUpFirst: Step = { does: "ABANDON", name: "first" };
const fileFirst: Step = { does: "FILE", name: "first" };
const again = { base: FIRST, bend: asItIs };

const onSameAccount: Bend = (application) => {
  application.accountId = accountId;
};
const onAnotherAccount: Bend = (application) => {
  application.accountId = "acct-00000001";
};

/** other orders of the account and the entity, and the blacklist. */
export const ORDER_SEQUENCES: readonly Sequence[] = [
  {
    name: "the same order once more",
    rule: "R-001",
    steps: [sendFirst],
    last: again,
    expected: ["R-001 accountId"],
  },
  {
    name: "the same order after the first was given up",
    rule: "R-001",
    steps: [sendFirst, giveUpFirst],
    last: again,
    expected: [],
  },
  {
    name: "the same company on another account",
    rule: "R-001",
    steps: [sendFirst],
    last: { base: FIRST, bend: onAnotherAccount },
    expected: ["R-001 entity.certNumber", "R-002 accountId"],
  },
  {
    name: "another company on the account of an open order",
    rule: "R-002",
    steps: [sendFirst],
    last: { base: OTHER, bend: onSameAccount },
    expected: ["R-001 accountId", "R-002 accountId"],
  },
  {
    name: "another company on the account of a filed order",
    rule: "R-002",
    steps: [sendFirst, fileFirst],
    last: { base: OTHER, bend: onSameAccount },
    expected: ["R-002 accountId"],
  },
  {
    name: "another company on the account of an order given up",
    rule: "R-002",
    steps: [sendFirst, giveUpFirst],
    last: { base: OTHER, bend: onSameAccount },
    expected: [],
  },
  {
    name: "another company on an account of its own",
    rule: "R-002",
    steps: [sendFirst, fileFirst],
    last: { base: OTHER, bend: asItIs },
    expected: [],
  },
  {
    name: "the company is listed",
    rule: "R-008",
    steps: [{ does: "BLACKLIST", entry: { kind: "ENTITY", value: entity.certNumber } }],
    last: again,
    expected: ["R-008 entity.certNumber"],
  },
  {
    name: "the domain is listed",
    rule: "R-008",
    steps: [{ does: "BLACKLIST", entry: { kind: "DOMAIN", value: services[0]?.domains[0] ?? "" } }],
    last: again,
    expected: ["R-008 services[0].domains[0]"],
  },
  {
    name: "the person is listed",
    rule: "R-008",
    steps: [
      { does: "BLACKLIST", entry: { kind: "PERSON", value: entity.responsiblePerson?.idNumber ?? "" } },
    ],
    last: again,
    expected: ["R-008 entity.responsiblePerson.idNumber"],
  },
  {
    name: "somebody else is listed",
    rule: "R-008",
    steps: [{ does: "BLACKLIST", entry: { kind: "ENTITY", value: "91110108MA01ABCD5T" } }],
    last: again,
    expected: [],
  },
];
