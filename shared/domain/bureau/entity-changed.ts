import type { Application } from "#shared/domain/filing/application";
import type { Entity } from "#shared/domain/filing/entity";

/**
 * Whether any entity or ERP item of the order differs from the filed record (domain.md §4), or null when
 * `evidence.filedRecord` is missing, so that nobody can tell. The entity's own filing number is its identity, not
 * an item. An item that either side does not mention was not touched; null and "" are the same empty value.
 */
export function entityChanged(application: Pick<Application, "entity" | "evidence">): boolean | null {
  const filed = application.evidence?.filedRecord?.entity;
  if (!filed) return null;
  const before = itemsOf(filed);
  const after = itemsOf(application.entity);
  return Object.keys(after).some((item) => {
    const was = before[item];
    const is = after[item];
    return was !== undefined && is !== undefined && fold(was) !== fold(is);
  });
}

type Item = string | number | boolean | null | undefined;

function itemsOf(entity: Entity): Record<string, Item> {
  const { region, responsiblePerson, filingNumber: _identity, ...own } = entity;
  const items: Record<string, Item> = { ...own };
  for (const [name, value] of Object.entries(region)) items[`region.${name}`] = value;
  for (const [name, value] of Object.entries(responsiblePerson ?? {}))
    items[`responsiblePerson.${name}`] = value;
  return items;
}

/** Letter case and outer blanks make no difference in any of these items. */
function fold(item: Exclude<Item, undefined>): string {
  return String(item ?? "")
    .trim()
    .toLowerCase();
}
