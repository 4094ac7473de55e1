import { canonicalText } from "../../privacy/normalise";
import { hasMaterial, ocrOf, type ServiceAt, sameText, servicesAt } from "../document-view";
import { listed } from "../param-texts";
import { at, fact, needsHuman, violated } from "../results";
import type { EvidenceRef, RuleResult } from "../rule";
import type { RuleInput } from "../rule-input";
import { shownWords } from "./listed-words";
import { permitName, preApprovalName } from "./pre-approval-types";

/** Categories that a service shows and does not declare, or declares without the document. */
export function undeclaredCategories(input: RuleInput, place: ServiceAt): RuleResult[] {
  const declared = place.service.preApprovals ?? [];
  const hasPaper = hasMaterial(input, "PRE_APPROVAL", place.index);
  const bare = new Map<number, EvidenceRef[]>();
  const results = shownWords(input, place).flatMap(({ hits, path }) => {
    const types = [...new Set(hits.map(({ type }) => type))].filter((type) => {
      const index = declared.findIndex((one) => String(one.type) === type);
      if (index < 0) return true;
      if (!declared[index]?.materialSha256 && !hasPaper)
        bare.set(index, [...(bare.get(index) ?? []), at(path)]);
      return false;
    });
    const words = hits.map(({ word }) => fact("list.preApprovalWords", word));
    return types.length === 0 ? [] : [violated(path, paramsOf(types), [at(path), ...words])];
  });
  const withoutPaper = [...bare].map(([index, grounds]) =>
    violated(`${place.path}.preApprovals[${index}]`, paramsOf([String(declared[index]?.type)]), grounds),
  );
  return [...results, ...withoutPaper];
}

function paramsOf(types: readonly string[]) {
  const category = listed(types.map(preApprovalName)) ?? preApprovalName("");
  return { category, document: listed(types.map(permitName)) ?? permitName("") };
}

/** A question for each declared permit and for each permit paper that no declaration names. */
export function permitQuestions(input: RuleInput): RuleResult[] {
  const papers = input.application.materials.flatMap((material, place) =>
    material.kind === "PRE_APPROVAL" ? [{ material, path: `materials[${place}]` }] : [],
  );
  const named = new Set<string>();
  const declarations = servicesAt(input).flatMap(({ service, index, path }) =>
    (service.preApprovals ?? []).map((permit, place) => {
      if (permit.materialSha256) named.add(permit.materialSha256);
      const signs = signsAgainst(input, index);
      const expired = permit.validTo != null && permit.validTo < input.today;
      const where = `${path}.preApprovals[${place}]`;
      return needsHuman(where, [at(where), ...signs], expired || signs.length > 0);
    }),
  );
  const others = papers
    .filter(({ material }) => !named.has(material.sha256))
    .map(({ material, path }) => {
      const signs = signsAgainst(input, material.serviceIndex ?? 0);
      return needsHuman(path, [at(path), ...signs], signs.length > 0);
    });
  return [...declarations, ...others];
}

/** What was read off the permits of a service that speaks against them: run out, or somebody else's. */
function signsAgainst(input: RuleInput, serviceIndex: number): EvidenceRef[] {
  const { entity } = input.application;
  return ocrOf(input, "PRE_APPROVAL", serviceIndex).flatMap(({ fields, path }) => [
    ...(fields.validTo != null && fields.validTo < input.today ? [at(`${path}.validTo`)] : []),
    ...(fields.name && !sameText(fields.name, entity.name) ? [at(`${path}.name`)] : []),
    ...(fields.certNumber && canonicalText(fields.certNumber) !== canonicalText(entity.certNumber)
      ? [at(`${path}.certNumber`)]
      : []),
  ]);
}
