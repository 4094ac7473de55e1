import type { MaterialKind } from "../../filing/materials";
import { MATERIAL_NAMES } from "../../materials/material-names";
import { hasMaterial } from "../document-view";
import { isOfNature, NATURES, type NatureName } from "../natures";
import { at, fact, violated } from "../results";
import type { RuleResult } from "../rule";
import type { RuleInput } from "../rule-input";

/** A finding when the province asks this order for the material and it is not among the materials. */
export function missingIfRequired(input: RuleInput, kind: MaterialKind): RuleResult[] {
  if (!requiresMaterial(input, kind) || hasMaterial(input, kind)) return [];
  const grounds = [at("materials"), fact("province.requiredMaterials", kind)];
  return [violated("materials", { materialList: MATERIAL_NAMES[kind] }, grounds)];
}

function requiresMaterial({ application, province, today }: RuleInput, kind: MaterialKind): boolean {
  const { filingType, entity } = application;
  return province.switches.requiredMaterials.some(
    (asked) =>
      asked.kind === kind &&
      (asked.effectiveFrom === null || asked.effectiveFrom <= today) &&
      (asked.filingTypes === null || asked.filingTypes.includes(filingType)) &&
      (asked.natures === null ||
        asked.natures.some((name) => isNatureName(name) && isOfNature(entity.nature, name))),
  );
}

function isNatureName(name: string): name is NatureName | "UNIT" {
  return name === "UNIT" || Object.hasOwn(NATURES, name);
}
