import type { FilingType } from "#shared/domain/filing/filing-type";
import { canonicalValue, type IndexedKind } from "#shared/domain/privacy/normalise";
import type { OtherEntity, OtherPerson } from "#shared/domain/rules/rule-input";
import { blindIndex } from "../crypto/blind-index";
import type { Keyring } from "../crypto/keyring";
import type { FactRequest } from "../ports/rule-store";
import { certificateToken } from "./certificate-token";
import type { Client } from "./connection";
import type { Documents } from "./documents";
import { everyPerson, type OrderPersons, orderPersons, type StatedPerson } from "./order-persons";
import { query } from "./statements";
import { survivingDocument } from "./surviving-document";

/** Orders opened to look for shared contacts; a number that more entities share is found out by the first ones. */
const MOST_OTHERS = 50;

/** Changes of the entity an account holds already: its filed record is the entity itself, whatever number it has. */
const CHANGES: readonly FilingType[] = ["CHANGE_ENTITY", "CHANGE_SERVICE", "CHANGE_BOTH"];

/** Open orders and present records of other entities that share a number, mail address or person with this one. */
export type ReadOtherEntities = (request: FactRequest) => OtherEntity[];

type Search = { token: string; orderNo: string; entityToken: string | null; ownAccount: string | null };

export function otherEntityReader(
  client: Client,
  keyring: Keyring,
  documents: Pick<Documents, "read">,
): ReadOtherEntities {
  // What only an older revision carries is not what the order says now; abandoned orders say nothing at all.
  const sharing = query<Search, { orderNo: string; entityLabel: string }>(
    client,
    `SELECT o.order_no AS orderNo, o.entity_label AS entityLabel
     FROM blind_index b CROSS JOIN orders o ON o.order_no = b.order_no AND o.revision_no = b.revision_no
     WHERE b.token = @token AND b.order_no <> @orderNo AND o.entity_token IS NOT @entityToken
       AND o.account_id IS NOT @ownAccount
       AND (o.is_open = 1 OR EXISTS (SELECT 1 FROM filings r WHERE r.order_no = o.order_no))
     LIMIT ${MOST_OTHERS}`,
  );

  return (request) => {
    const { application, orderNo } = request;
    const { filingType, accountId, entity } = application;
    const own = contactTokens(keyring, orderPersons(application));
    const search = {
      orderNo: orderNo ?? "",
      entityToken: certificateToken(keyring, entity.certType, entity.certNumber),
      ownAccount: CHANGES.includes(filingType) ? accountId : null,
    };
    const found = new Map<string, string>();
    for (const token of own) {
      for (const other of sharing().all({ ...search, token })) found.set(other.orderNo, other.entityLabel);
    }
    return [...found].slice(0, MOST_OTHERS).flatMap(([otherNo, entityLabel]) => {
      const document = survivingDocument(documents, otherNo);
      if (document === null) return [];
      const persons = orderPersons(document);
      // The index also holds what papers and registries said; compared is what was stated.
      if (![...contactTokens(keyring, persons)].some((token) => own.has(token))) return [];
      return [otherEntity(otherNo, entityLabel, persons)];
    });
  };
}

/** Blind indexes of every ID number, phone and mail address of the persons. */
function contactTokens(keyring: Keyring, persons: OrderPersons): Set<string> {
  const tokens = everyPerson(persons).flatMap(({ idNumber, mobile, emergencyPhone, email }) => [
    blindIndex(keyring, "ID_NUMBER", idNumber ?? ""),
    blindIndex(keyring, "PHONE", mobile ?? ""),
    blindIndex(keyring, "PHONE", emergencyPhone ?? ""),
    blindIndex(keyring, "EMAIL", email ?? ""),
  ]);
  return new Set(tokens.filter((token) => token !== null));
}

function otherEntity(orderNo: string, entityLabel: string, { erp, srps }: OrderPersons): OtherEntity {
  const stated = [...new Set(srps)].filter((person) => person !== null);
  return {
    orderNo,
    entityLabel,
    erp: erp === null ? null : otherPerson(erp),
    srps: stated.map(otherPerson),
  };
}

function otherPerson(person: StatedPerson): OtherPerson {
  const { idNumber, isLegalRepresentative, mobile, emergencyPhone, email } = person;
  return {
    idNumber: canonical("ID_NUMBER", idNumber),
    isLegalRepresentative: isLegalRepresentative ?? false,
    mobile: canonical("PHONE", mobile),
    emergencyPhone: canonical("PHONE", emergencyPhone),
    email: canonical("EMAIL", email),
  };
}

function canonical(kind: IndexedKind, value: string | null | undefined): string | null {
  const text = canonicalValue(kind, value ?? "");
  return text === "" ? null : text;
}
