import { type BaseQuery, company, individual } from "../base-orders";
import { withoutFile } from "../bending-services";
import { asItIs, type CorpusCase, nearMiss, violates } from "../case";

const XINJIANG = { province: "650000" };

/** Where the order comes from matters, the paper is taken away. */
function approval(
  rule: string,
  name: string,
  base: BaseQuery,
  kind: "PARTY_BUILDING_PROOF" | "INSTITUTION_APPROVAL",
) {
  return violates(rule, name, base, (application) => withoutFile(application, kind), [`${rule} materials`]);
}

function publicBody(kind: string, province: string, nature: number): BaseQuery {
  return { kind, province, nature, services: ["WEBSITE"] };
}

/** proofs that single bureaus ask for. */
export const PROOF_CASES: readonly CorpusCase[] = [
  approval("R-148", "a company's first filing", company("FIRST_FILING", XINJIANG), "PARTY_BUILDING_PROOF"),
  approval(
    "R-148",
    "an individual's further site",
    individual("ADD_SERVICE/OURS", XINJIANG),
    "PARTY_BUILDING_PROOF",
  ),
  nearMiss("R-148", "an access order in Xinjiang", company("ADD_ACCESS/OTHER", XINJIANG), asItIs),
  nearMiss("R-148", "a change in Xinjiang", company("CHANGE_BOTH", XINJIANG), asItIs),
  nearMiss("R-148", "a first filing in Gansu", company("FIRST_FILING", { province: "620000" }), asItIs),
  approval(
    "R-149",
    "an institution in Jiangxi",
    publicBody("FIRST_FILING", "360000", 3),
    "INSTITUTION_APPROVAL",
  ),
  approval(
    "R-149",
    "a government body in Jiangxi",
    publicBody("ADD_SERVICE/OURS", "360000", 2),
    "INSTITUTION_APPROVAL",
  ),
  approval(
    "R-149",
    "an institution in Inner Mongolia",
    publicBody("FIRST_FILING", "150000", 3),
    "INSTITUTION_APPROVAL",
  ),
  nearMiss("R-149", "a government body in Inner Mongolia", publicBody("FIRST_FILING", "150000", 2), asItIs),
  nearMiss("R-149", "a company in Jiangxi", company("FIRST_FILING", { province: "360000" }), asItIs),
  nearMiss(
    "R-149",
    "an institution's access order in Jiangxi",
    publicBody("ADD_ACCESS/OTHER", "360000", 3),
    asItIs,
  ),
  nearMiss("R-149", "an institution in Zhejiang", publicBody("FIRST_FILING", "330000", 3), asItIs),
];
