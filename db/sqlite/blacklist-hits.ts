import type { Application } from "#shared/domain/filing/application";
import type { BlacklistHit } from "#shared/domain/rules/rule-input";
import type { Keyring } from "../crypto/keyring";
import type { BlacklistKind } from "../ports/rule-store";
import { blacklistToken, domainAndParents } from "./blacklist-tokens";
import type { Client } from "./connection";
import { query } from "./statements";

/** A place of the document and what might be listed of it. */
interface Named {
  readonly kind: BlacklistKind;
  readonly fieldPath: string;
  readonly tokens: readonly string[];
}

/** What an order names that is on the blacklist, each place by its nearest entry. */
export type ReadBlacklistHits = (application: Application) => BlacklistHit[];

export function blacklistReader(client: Client, keyring: Keyring): ReadBlacklistHits {
  const listed = query<[string, string], { token: string; label: string; bureau: string }>(
    client,
    `SELECT b.token, b.label, b.bureau FROM json_each(?) f CROSS JOIN blacklist b
       ON b.kind = ? AND b.token = f.value`,
  );

  return (application) => {
    const named = namedBy(application, keyring);
    return KINDS.flatMap((kind) => {
      const places = named.filter((place) => place.kind === kind);
      const tokens = new Set(places.flatMap((place) => place.tokens));
      const rows = listed().all(JSON.stringify([...tokens]), kind);
      const entries = new Map(rows.map((row) => [row.token, row]));
      return places.flatMap(({ fieldPath, tokens: wanted }) => {
        const token = wanted.find((candidate) => entries.has(candidate));
        const entry = token === undefined ? undefined : entries.get(token);
        return entry === undefined ? [] : [{ kind, fieldPath, label: entry.label, bureau: entry.bureau }];
      });
    });
  };
}

const KINDS = ["ENTITY", "DOMAIN", "PERSON"] as const;

function namedBy({ entity, services }: Application, keyring: Keyring): Named[] {
  const number = (kind: BlacklistKind, fieldPath: string, value: string | null | undefined): Named => {
    const token = blacklistToken(keyring, kind, value ?? "");
    return { kind, fieldPath, tokens: token === null ? [] : [token] };
  };
  const erpPath = "entity.responsiblePerson.idNumber";
  return [
    number("ENTITY", "entity.certNumber", entity.certNumber),
    number("PERSON", erpPath, entity.responsiblePerson?.idNumber),
    ...services.flatMap(({ domains, responsiblePerson }, index) => [
      ...domains.map((domain, place): Named => {
        const fieldPath = `services[${index}].domains[${place}]`;
        return { kind: "DOMAIN", fieldPath, tokens: domainAndParents(domain) };
      }),
      // One that is "same as entity" is the ERP, at the ERP's place.
      ...(responsiblePerson && !responsiblePerson.sameAsEntity
        ? [number("PERSON", `services[${index}].responsiblePerson.idNumber`, responsiblePerson.idNumber)]
        : []),
    ]),
  ];
}
