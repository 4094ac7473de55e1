import type { MaterialKind } from "../filing/materials";
import { ruleOf } from "../rules/catalogue";
import { hasMaterial, servicesAt } from "../rules/document-view";
import { applies } from "../rules/engine";
import type { RuleInput } from "../rules/rule-input";
import type { MatrixRow } from "./material-matrix";

export interface PaperDemand {
  /** null: only a person can tell, or something to tell it from is missing. */
  readonly needed: boolean | null;
  /** Nothing of that kind is missing. */
  readonly met: boolean;
}

/**
 * Whether this order needs a conditional paper. The rules that own the paper decide: it is needed when one of them
 * would find it missing if it were not there. So the list of needs and the findings cannot disagree.
 */
export function demandOf(input: RuleInput, row: MatrixRow, kind: MaterialKind): PaperDemand {
  const present = hasMaterial(input, kind);
  if (kind === "CUSTOMER_CONFIRMATION")
    return { needed: true, met: present || input.facts.confirmed === true };
  if (kind === "PRE_APPROVAL" && declaresPreApproval(input))
    return { needed: true, met: present || everyApprovalNamed(input) };
  const without = verdictOn(row, withoutKind(input, kind));
  if (without !== "MISSING") return { needed: without === "FINE" ? false : null, met: present };
  const met = present && (row.kinds.length > 1 || verdictOn(row, input) !== "MISSING");
  return { needed: true, met };
}

type Verdict = "MISSING" | "FINE" | "OPEN";

/** What the paper's own rules say; a missing material stands at `materials`. */
function verdictOn(row: MatrixRow, input: RuleInput): Verdict {
  const rules = row.ownRules.flatMap((id) => ruleOf(id) ?? []);
  const results = rules.flatMap((rule) => (applies(rule, input) ? rule.judge(input, rule.thresholds) : []));
  if (results.some(({ kind, fieldPath }) => kind === "VIOLATED" && fieldPath === "materials"))
    return "MISSING";
  const decidable = rules.length > 0 && rules.every(({ check }) => check !== "human");
  return decidable && results.length === 0 ? "FINE" : "OPEN";
}

function withoutKind(input: RuleInput, kind: MaterialKind): RuleInput {
  const materials = input.application.materials.filter((material) => material.kind !== kind);
  return { ...input, application: { ...input.application, materials } };
}

function declaresPreApproval(input: RuleInput): boolean {
  return servicesAt(input).some(({ service }) => (service.preApprovals ?? []).length > 0);
}

function everyApprovalNamed(input: RuleInput): boolean {
  return servicesAt(input).every(({ service }) =>
    (service.preApprovals ?? []).every(({ materialSha256 }) => Boolean(materialSha256)),
  );
}
