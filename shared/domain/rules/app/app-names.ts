import { sameText, servicesAt } from "../document-view";
import { at, cannotCheck, violated } from "../results";
import type { RuleResult } from "../rule";
import type { RuleInput } from "../rule-input";
import { isSameService } from "../same-service";
import { quoted } from "../website/name-form";
import { platformsAt } from "./platforms";

/** Names of the entity's APPs. */

/** APPs of the order that bear the name of another one: of one before it in the order, or of one that is filed. */
export function namesakes(input: RuleInput): RuleResult[] {
  const apps = servicesAt(input, "APP");
  return apps.flatMap(({ service, path }, place): RuleResult[] => {
    const { name } = service;
    if (name.trim() === "") return [];
    const where = `${path}.name`;
    const earlier = apps.slice(0, place).find((other) => sameText(other.service.name, name));
    if (earlier !== undefined) {
      return [violated(where, { name: quoted(name) }, [at(where), at(`${earlier.path}.name`)])];
    }
    const filed = filedNames(input);
    if (filed === null) return [cannotCheck(where, "evidence.miitRegistry.appsFiled")];
    const isNamesake = (other: FiledName) => sameText(other.name, name);
    const twin = filed.others.find(isNamesake);
    if (twin !== undefined) return [violated(where, { name: quoted(name) }, [at(where), at(twin.path)])];
    return filed.either.some(isNamesake) ? [cannotCheck(where, "evidence.filedRecord.services[].name")] : [];
  });
}

/** Platforms that show the APP under another name. One that states none is not judged. */
export function differingLabels(input: RuleInput): RuleResult[] {
  return platformsAt(input).flatMap(({ service, index, platform: { displayName }, path }) => {
    if (!displayName?.trim() || sameText(displayName, service.name)) return [];
    const where = `${path}.displayName`;
    return [violated(where, { name: quoted(service.name) }, [at(where), at(`services[${index}].name`)])];
  });
}

interface FiledName {
  readonly name: string;
  readonly path: string;
}

interface FiledNames {
  /** Of APPs that are not the order's own. */
  readonly others: readonly FiledName[];
  /** Of the order's own APPs or of others: nothing tells which. */
  readonly either: readonly FiledName[];
}

/**
 * Names of the entity's filed APPs, from the filed record and the registry's list; null where nothing tells. Once the
 * order's own APPs are filed they stand in both: there each of them takes one entry, under its filed name.
 */
function filedNames(input: RuleInput): FiledNames | null {
  const { services, evidence, filingType } = input.application;
  const record = evidence?.filedRecord?.services ?? null;
  const listed = evidence?.miitRegistry?.appsFiled ?? null;
  if (record === null && listed === null) return null;
  const inList = (listed ?? []).map((name, place) => ({
    name,
    path: `evidence.miitRegistry.appsFiled[${place}]`,
  }));
  const inRecord = (record ?? []).flatMap((service, place) =>
    service.kind === "APP"
      ? [{ name: service.name, path: `evidence.filedRecord.services[${place}].name`, service }]
      : [],
  );
  if (filingType === "FIRST_FILING" || filingType === "ADD_SERVICE") {
    return { others: [...inRecord, ...inList], either: [] };
  }
  if (record !== null) {
    const own = inRecord.filter(({ service }) => services.some((mine) => isSameService(mine, service)));
    const others = inRecord.filter((app) => !own.includes(app));
    return { others: [...others, ...without(inList, own)], either: [] };
  }
  if (filingType === "ADD_ACCESS") {
    return {
      others: without(
        inList,
        services.filter(({ kind }) => kind === "APP"),
      ),
      either: [],
    };
  }
  return { others: [], either: inList };
}

/** The list with one entry of each name taken out. */
function without(listed: readonly FiledName[], named: readonly { readonly name: string }[]): FiledName[] {
  const rest = [...listed];
  for (const { name } of named) {
    const place = rest.findIndex((entry) => sameText(entry.name, name));
    if (place >= 0) rest.splice(place, 1);
  }
  return rest;
}
