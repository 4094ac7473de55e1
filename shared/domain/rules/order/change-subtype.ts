import { canonicalIdNumber } from "../../privacy/normalise";
import { filedEntity, isUnit, type Person, servicesAt } from "../document-view";
import { NATURES } from "../natures";
import { at, cannotCheck, fact, violated } from "../results";
import type { EvidenceRef, RuleResult } from "../rule";
import type { RuleInput } from "../rule-input";
import {
  type ChangedItem,
  changedContacts,
  changedEntityItems,
  changedItemNames,
  erpReplaced,
} from "./changed-items";
import { filedCounterpart, filedServices } from "./filed-services";

type Srp = NonNullable<RuleInput["application"]["services"][number]["responsiblePerson"]>;

const WHOLE = { zh: "主体或服务信息", en: "entity or service data" };

/** The four grounds on which a change must be CHANGE_BOTH (R-014, domain.md §2.2). */
export function changeNeedsBoth(input: RuleInput): RuleResult[] {
  const { changeBothOnly, changeBothOnErpChange } = input.province.switches;
  const items = changedEntityItems(input);
  const needsBoth = (changed: readonly ChangedItem[], ...grounds: EvidenceRef[]) => {
    const params = { changedItems: changedItemNames(changed) ?? WHOLE, province: input.province.name };
    const places = changed.flatMap(({ path }) => [at(path), at(`evidence.filedRecord.${path}`)]);
    return [violated("filingType", params, [at("filingType"), ...places, ...grounds])];
  };
  if (changeBothOnly === true) return needsBoth(items ?? [], fact("province.changeBothOnly", true));
  if (items === null) {
    const matters = changeBothOnErpChange === true || !isUnit(input) || isEnterprise(input);
    return matters ? [cannotCheck("filingType", "evidence.filedRecord")] : [];
  }
  if (changeBothOnErpChange === true && erpReplaced(input) === true) {
    const persons = items.filter(({ path }) => path.startsWith("entity.responsiblePerson."));
    return needsBoth(persons, fact("province.changeBothOnErpChange", true));
  }
  const contacts = contactChanges(input);
  const decisive = !isUnit(input)
    ? [...contacts.erp, ...contacts.srp]
    : isEnterprise(input)
      ? [...(anySrpIsErp(input) ? contacts.erp : []), ...contacts.srpAsErp]
      : [];
  if (decisive.length > 0) return needsBoth(decisive);
  const untold = isEnterprise(input) && contacts.erp.length > 0 && somebodyServesUnnamed(input);
  return untold ? [cannotCheck("filingType", "evidence.filedRecord.services[].responsiblePerson")] : [];
}

/** Whether a filed service does not say who answers for it: it may be the ERP. */
function somebodyServesUnnamed(input: RuleInput): boolean {
  return (
    !anySrpIsErp(input) && (filedServices(input) ?? []).some(({ service }) => !service.responsiblePerson)
  );
}

function isEnterprise({ application }: RuleInput): boolean {
  return application.entity.nature === NATURES.ENTERPRISE;
}

interface ContactChanges {
  readonly erp: readonly ChangedItem[];
  readonly srp: readonly ChangedItem[];
  /** Those of a service whose responsible person was the ERP and still is. */
  readonly srpAsErp: readonly ChangedItem[];
}

function contactChanges(input: RuleInput): ContactChanges {
  const before = filedEntity(input)?.responsiblePerson ?? null;
  const after = input.application.entity.responsiblePerson ?? null;
  const filed = filedServices(input) ?? [];
  const ofServices = servicesAt(input).map((place) => {
    const own = place.service.responsiblePerson;
    const former = filedCounterpart(filed, place)?.service.responsiblePerson;
    if (!own || !former || own.sameAsEntity) return { items: [], asErp: false };
    const path = `${place.path}.responsiblePerson`;
    const items = changedContacts("SRP", path, { before: former.sameAsEntity ? before : former, after: own });
    return { items, asErp: isErp(former, before) && isErp(own, after) };
  });
  return {
    erp: changedContacts("ERP", "entity.responsiblePerson", { before, after }),
    srp: ofServices.flatMap(({ items }) => items),
    srpAsErp: ofServices.flatMap(({ items, asErp }) => (asErp ? items : [])),
  };
}

/** Whether the ERP answers for a service too: one of the order, else one that is filed. */
function anySrpIsErp(input: RuleInput): boolean {
  const { entity, services } = input.application;
  const filedErp = filedEntity(input)?.responsiblePerson ?? null;
  return (
    services.some(({ responsiblePerson }) => isErp(responsiblePerson, entity.responsiblePerson ?? null)) ||
    (filedServices(input) ?? []).some(({ service }) => isErp(service.responsiblePerson, filedErp))
  );
}

function isErp(srp: Srp | null | undefined, erp: Person | null): boolean {
  if (!srp) return false;
  if (srp.sameAsEntity) return true;
  const own = canonicalIdNumber(srp.idNumber ?? "");
  return own !== "" && own === canonicalIdNumber(erp?.idNumber ?? "");
}
