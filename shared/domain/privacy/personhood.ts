import type { Application } from "../filing/application";
import { type Entity, isIndividual } from "../filing/entity";
import { canonicalIdNumber, canonicalPersonName, canonicalText } from "./normalise";
import type { DomainEvidence, OcrPaper } from "./personal-fields";

/**
 * Whether a name or number in a document belongs to a natural person. Where the document leaves it open the
 * answer is yes: a unit's name shown masked costs a click, a person's name shown in clear cannot be taken back.
 */

/** Certificate codes of natural persons (domain.md §5.2, §5.4; 8 = officer card of the older interface). */
const PERSON_CERT_TYPES: ReadonlySet<number> = new Set([2, 7, 8, 11, 14, 30, 41, 42]);

const RESIDENT_ID = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/u;

const UNIT_SUFFIX =
  /(?:公司|企业|集团|工厂|中心|事务所|合作社|协会|学会|商会|基金会|委员会|政府|大学|学院|学校|中学|小学|幼儿园|医院|诊所|研究院|研究所|银行|商行|经营部|工作室|服务部|门市部|个体户|出版社|报社|电视台|管理局|法院|检察院|代表处|办事处|联合会|俱乐部|律所|分部|总部|支行|分行|商店|便利店|超市|餐厅|饭店|酒店|网吧)(?:\(.*\))?$/u;
const SHORT_UNIT_SUFFIX = /^\p{sc=Han}{5,}[厂店局院所校社部站队馆处会行坊园铺]$/u;
const FOREIGN_UNIT = /\b(?:CO|LTD|INC|LLC|CORP|CORPORATION|COMPANY|LIMITED|GMBH|UNIVERSITY|FOUNDATION)\b\.?/u;

/** Whether the sponsor's own name, number and addresses are those of a natural person. */
export function isPersonalEntity(entity: Pick<Entity, "nature" | "certType">): boolean {
  return isIndividual(entity) || PERSON_CERT_TYPES.has(entity.certType);
}

/** Whether a number has the form of a resident ID or a residence permit, whatever certificate type stands beside it. */
export function looksLikePersonalNumber(value: string): boolean {
  return RESIDENT_ID.test(canonicalIdNumber(value));
}

/** Whether a name is a unit's by its ending. No is no proof of a person. */
export function looksLikeUnitName(name: string): boolean {
  const compact = canonicalText(name);
  if (compact.length >= 4 && UNIT_SUFFIX.test(compact)) return true;
  return SHORT_UNIT_SUFFIX.test(compact) || FOREIGN_UNIT.test(name.toUpperCase());
}

/** The people a document names, and the unit it is about: what a third name is judged against. */
export type Parties = {
  readonly entityIsPersonal: boolean;
  /** Canonical names of the sponsor as stated and as filed, when it is a unit. */
  readonly unitNames: ReadonlySet<string>;
  readonly personNames: ReadonlySet<string>;
};

export function partiesOf(application: Application): Parties {
  const { entity, services, evidence } = application;
  const filed = evidence?.filedRecord;
  const people = [
    entity.responsiblePerson,
    filed?.entity.responsiblePerson,
    ...services.map((service) => service.responsiblePerson),
    ...(filed?.services ?? []).map((service) => service.responsiblePerson),
  ];
  const entities = filed ? [entity, filed.entity] : [entity];
  const names = [
    ...people.flatMap((person) => [person?.name, person?.emergencyContactName]),
    ...entities.filter(isPersonalEntity).map((one) => one.name),
    evidence?.companyRegistry?.legalRepresentative,
    ...(evidence?.ocr ?? []).map((paper) => paper.fields.legalRepresentative),
  ];
  return {
    entityIsPersonal: isPersonalEntity(entity),
    unitNames: new Set(
      entities.filter((one) => !isPersonalEntity(one)).map((one) => canonicalText(one.name)),
    ),
    personNames: new Set(names.filter((name) => typeof name === "string" && name !== "").map(personKey)),
  };
}

/** Whether the holder of a domain is a natural person. */
export function holderIsPerson(evidence: DomainEvidence, parties: Parties): boolean {
  const holder = evidence.realNameHolder ?? "";
  const { holderCertType } = evidence;
  if (parties.personNames.has(personKey(holder))) return true;
  if (holderCertType != null) return PERSON_CERT_TYPES.has(holderCertType);
  return !isKnownUnit(holder, parties);
}

/** Whether a paper was issued to a natural person: by its kind, else by the name on it. */
export function paperIsPersonal(paper: OcrPaper, parties: Parties): boolean {
  const name = paper.fields.name ?? "";
  if (/^(?:ERP_ID|SRP_ID|LIVENESS)/u.test(paper.materialKind)) return true;
  if (name !== "" && parties.personNames.has(personKey(name))) return true;
  if (paper.materialKind === "ENTITY_CERTIFICATE") return parties.entityIsPersonal;
  return !isKnownUnit(name, parties);
}

/** Whether the registry extract is that of a natural person. */
export function registryIsPersonal(name: string, parties: Parties): boolean {
  return parties.personNames.has(personKey(name)) || (parties.entityIsPersonal && !looksLikeUnitName(name));
}

function isKnownUnit(name: string, parties: Parties): boolean {
  return parties.unitNames.has(canonicalText(name)) || looksLikeUnitName(name);
}

function personKey(name: string | null | undefined): string {
  return canonicalPersonName(name ?? "");
}
