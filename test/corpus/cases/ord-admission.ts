import { company, individual } from "../base-orders";
import { ministry } from "../bends";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const HIT = { kind: "ENTITY", label: "示例公司", bureau: "浙江省通信管理局" } as const;
const GUANGDONG = { province: "440000" };

/** may the entity file at all? */
export const ADMISSION_CASES: readonly CorpusCase[] = [
  violates(
    "R-006",
    "an old filing of ours before the first one",
    company("FIRST_FILING"),
    ministry({ legacyOurs: true }),
    ["R-006 entity.certNumber"],
  ),
  violates(
    "R-006",
    "an old filing of ours before access",
    individual("ADD_ACCESS/OTHER"),
    ministry({ legacyOurs: true }),
    ["R-006 entity.certNumber"],
  ),
  nearMiss("R-006", "a change of an old filing", company("CHANGE_ENTITY"), ministry({ legacyOurs: true })),
  cannotTell(
    "R-006",
    "not known whether claimed",
    company("ADD_SERVICE/OTHER"),
    ministry({ legacyOurs: null }),
    ["R-006? entity.certNumber"],
  ),

  violates(
    "R-007",
    "a shell files first",
    company("FIRST_FILING", GUANGDONG),
    ministry({ entityFiled: true, entityShell: true }),
    ["R-007 entity.certNumber"],
  ),
  violates(
    "R-007",
    "a shell adds where it may not",
    company("ADD_SERVICE/OURS", GUANGDONG),
    ministry({ entityShell: true }),
    ["R-007 entity.certNumber"],
  ),
  nearMiss(
    "R-007",
    "a shell adds where it may",
    company("ADD_SERVICE/OURS"),
    ministry({ entityShell: true }),
  ),
  nearMiss(
    "R-007",
    "access for a shell",
    company("ADD_ACCESS/OURS", GUANGDONG),
    ministry({ entityShell: true }),
  ),
  cannotTell(
    "R-007",
    "not known whether it is a shell",
    company("ADD_SERVICE/OURS", GUANGDONG),
    ministry({ entityShell: null }),
    ["R-007? entity.certNumber"],
  ),

  violates(
    "R-008",
    "the company is blacklisted",
    company("FIRST_FILING"),
    asItIs,
    ["R-008 entity.certNumber"],
    {
      facts: { blacklist: [{ ...HIT, fieldPath: "entity.certNumber" }] },
    },
  ),
  violates(
    "R-008",
    "a domain and a person are blacklisted",
    company("CHANGE_BOTH"),
    asItIs,
    ["R-008 services[0].domains[0]", "R-008 entity.responsiblePerson.idNumber"],
    {
      facts: {
        blacklist: [
          { ...HIT, kind: "DOMAIN", fieldPath: "services[0].domains[0]" },
          { ...HIT, kind: "PERSON", fieldPath: "entity.responsiblePerson.idNumber" },
        ],
      },
    },
  ),
  nearMiss(
    "R-008",
    "access of a blacklisted company is cancelled",
    company("CANCEL_ACCESS/VOLUNTARY"),
    asItIs,
    [],
    {
      facts: { blacklist: [{ ...HIT, fieldPath: "entity.certNumber" }] },
    },
  ),
  cannotTell(
    "R-008",
    "no blacklist was asked",
    company("CHANGE_ENTITY"),
    asItIs,
    ["R-008? entity.certNumber"],
    {
      facts: { blacklist: null },
    },
  ),
];
