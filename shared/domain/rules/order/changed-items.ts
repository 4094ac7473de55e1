import type { Entity } from "../../filing/entity";
import {
  canonicalEmail,
  canonicalIdNumber,
  canonicalPersonName,
  canonicalPhone,
  canonicalText,
} from "../../privacy/normalise";
import { filedEntity, type Person, ROLE_NAMES, type Role } from "../document-view";
import { listed } from "../param-texts";
import type { Text } from "../rule";
import type { RuleInput } from "../rule-input";

/** One item of the order that differs from the registry's present record. */
export interface ChangedItem {
  /** Its place in the order, such as `entity.contactAddress`. */
  readonly path: string;
  readonly name: Text;
}

type Value = string | number | boolean | null | undefined;

interface Item<T> {
  readonly key: string;
  readonly name: Text;
  readonly read: (owner: T) => Value;
  /** Two spellings with the same canonical form are no change. */
  readonly canonical?: (value: string) => string;
}

const ENTITY_ITEMS: readonly Item<Entity>[] = [
  {
    key: "region.provinceCode",
    name: { zh: "省份", en: "province" },
    read: ({ region }) => region.provinceCode,
  },
  { key: "region.cityCode", name: { zh: "城市", en: "city" }, read: ({ region }) => region.cityCode },
  { key: "region.countyCode", name: { zh: "区县", en: "county" }, read: ({ region }) => region.countyCode },
  { key: "nature", name: { zh: "主办单位性质", en: "nature of the entity" }, read: ({ nature }) => nature },
  { key: "name", name: { zh: "主办单位名称", en: "name of the entity" }, read: ({ name }) => name },
  { key: "certType", name: { zh: "证件类型", en: "certificate type" }, read: ({ certType }) => certType },
  {
    key: "certNumber",
    name: { zh: "证件号码", en: "certificate number" },
    read: ({ certNumber }) => certNumber,
    canonical: canonicalIdNumber,
  },
  {
    key: "certAddress",
    name: { zh: "证件住址", en: "certificate address" },
    read: ({ certAddress }) => certAddress,
  },
  {
    key: "contactAddress",
    name: { zh: "通讯地址", en: "contact address" },
    read: ({ contactAddress }) => contactAddress,
  },
  {
    key: "certValidFrom",
    name: { zh: "证件起始日期", en: "first day of the certificate" },
    read: ({ certValidFrom }) => certValidFrom,
  },
  {
    key: "certValidTo",
    name: { zh: "证件截止日期", en: "last day of the certificate" },
    read: ({ certValidTo }) => certValidTo,
  },
  { key: "investor", name: { zh: "投资人或主管单位", en: "investor" }, read: ({ investor }) => investor },
  { key: "remark", name: { zh: "备注", en: "remark" }, read: ({ remark }) => remark },
];

/** A phone that has no digits at all is compared as the text it is. */
const phone = (value: string) => canonicalPhone(value) || canonicalText(value);

/** The items by which a responsible person is reached (domain.md §2.2, CHANGE). */
const CONTACT_ITEMS: readonly Item<Person>[] = [
  { key: "mobile", name: { zh: "手机号", en: "mobile" }, read: ({ mobile }) => mobile, canonical: phone },
  {
    key: "emergencyPhone",
    name: { zh: "应急电话", en: "emergency phone" },
    read: ({ emergencyPhone }) => emergencyPhone,
    canonical: phone,
  },
  {
    key: "emergencyContactName",
    name: { zh: "应急联系人", en: "emergency contact" },
    read: ({ emergencyContactName }) => emergencyContactName,
    canonical: canonicalPersonName,
  },
  {
    key: "emergencyContactRelation",
    name: { zh: "应急联系人关系", en: "relation to the emergency contact" },
    read: ({ emergencyContactRelation }) => emergencyContactRelation,
  },
  {
    key: "landline",
    name: { zh: "办公电话", en: "landline" },
    read: ({ landline }) => landline,
    canonical: phone,
  },
  { key: "email", name: { zh: "邮箱", en: "e-mail" }, read: ({ email }) => email, canonical: canonicalEmail },
];

const PERSON_ITEMS: readonly Item<Person>[] = [
  { key: "name", name: { zh: "姓名", en: "name" }, read: ({ name }) => name, canonical: canonicalPersonName },
  { key: "idType", name: { zh: "证件类型", en: "ID type" }, read: ({ idType }) => idType },
  {
    key: "idNumber",
    name: { zh: "证件号码", en: "ID number" },
    read: ({ idNumber }) => idNumber,
    canonical: canonicalIdNumber,
  },
  {
    key: "idValidFrom",
    name: { zh: "证件起始日期", en: "first day of the ID" },
    read: ({ idValidFrom }) => idValidFrom,
  },
  {
    key: "idValidTo",
    name: { zh: "证件截止日期", en: "last day of the ID" },
    read: ({ idValidTo }) => idValidTo,
  },
  ...CONTACT_ITEMS,
  {
    key: "isLegalRepresentative",
    name: { zh: "是否法定代表人", en: "whether legal representative" },
    read: ({ isLegalRepresentative }) => isLegalRepresentative,
  },
];

/**
 * Items of the entity and of its responsible person that differ from `evidence.filedRecord`, in the order of the
 * form; null without a filed record. The entity's own filing number is its identity, no item. An item that either
 * side does not mention was not touched; null and "" are the same empty value.
 */
export function changedEntityItems(input: RuleInput): ChangedItem[] | null {
  const filed = filedEntity(input);
  if (filed === null) return null;
  const { entity } = input.application;
  return [
    ...changed(ENTITY_ITEMS, filed, entity).map(({ key, name }) => ({ path: `entity.${key}`, name })),
    ...personChanges(PERSON_ITEMS, "ERP", "entity.responsiblePerson", {
      before: filed.responsiblePerson,
      after: entity.responsiblePerson,
    }),
  ];
}

interface Sides {
  readonly before: Person | null | undefined;
  readonly after: Person | null | undefined;
}

/** Contact items of a responsible person that differ; `path` is the person's place in the order. */
export function changedContacts(role: Role, path: string, sides: Sides): ChangedItem[] {
  return personChanges(CONTACT_ITEMS, role, path, sides);
}

/** Whether another person, or one with another ID number, is to be ERP; null without a filed record. */
export function erpReplaced(input: RuleInput): boolean | null {
  const items = changedEntityItems(input);
  if (items === null) return null;
  const identity = ["entity.responsiblePerson.name", "entity.responsiblePerson.idNumber"];
  return items.some(({ path }) => identity.includes(path));
}

/** The names of the items as one list, in both languages; null when there are none. */
export function changedItemNames(items: readonly ChangedItem[]): Text | null {
  return listed(items.map(({ name }) => name));
}

function personChanges(
  items: readonly Item<Person>[],
  role: Role,
  path: string,
  { before, after }: Sides,
): ChangedItem[] {
  const { zh, en } = ROLE_NAMES[role];
  return changed(items, before ?? {}, after ?? {}).map(({ key, name }) => ({
    path: `${path}.${key}`,
    name: { zh: `${zh}${name.zh}`, en: `${name.en} of the ${en}` },
  }));
}

function changed<T>(items: readonly Item<T>[], before: T, after: T): Item<T>[] {
  return items.filter(({ read, canonical = canonicalText }) => {
    const was = read(before);
    const is = read(after);
    return was !== undefined && is !== undefined && canonical(textOf(was)) !== canonical(textOf(is));
  });
}

function textOf(value: Exclude<Value, undefined>): string {
  return String(value ?? "");
}
