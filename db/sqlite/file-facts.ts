import type { Application } from "#shared/domain/filing/application";
import { referredMaterials } from "#shared/domain/filing/referred-materials";
import type { FileFact, RuleFacts } from "#shared/domain/rules/rule-input";
import { blindIndex } from "../crypto/blind-index";
import type { Keyring } from "../crypto/keyring";
import type { FactRequest } from "../ports/rule-store";
import type { Client } from "./connection";
import { orderPersons } from "./order-persons";
import { query } from "./statements";

/** A picture smaller than this shows no face: that two orders use the same one says nothing. */
const SMALLEST_PHOTO_BYTES = 4096;
/** Orders with the same photo that are looked at. */
const MOST_ORDERS = 50;

/** The order's files as they were received, and photos of it that other people's orders used. */
export type ReadFileFacts = (request: FactRequest) => Pick<RuleFacts, "files" | "photosUsed">;

export function fileFactReader(client: Client, keyring: Keyring): ReadFileFacts {
  const received = query<{ sha256: string; intakeKey: string | null }, FileFact>(
    client,
    `SELECT sha256, media_type AS mediaType, bytes FROM materials
     WHERE sha256 = @sha256 AND (@intakeKey IS NULL OR intake_key = @intakeKey) ORDER BY intake_key LIMIT 1`,
  );
  const users = query<{ sha256: string; orderNo: string }, { orderNo: string }>(
    client,
    `SELECT DISTINCT o.order_no AS orderNo
     FROM revision_materials r CROSS JOIN orders o ON o.order_no = r.order_no
     WHERE r.sha256 = @sha256 AND r.order_no <> @orderNo
       AND (o.is_open = 1 OR o.status IN ('FILED', 'CLAIMED')) LIMIT ${MOST_ORDERS}`,
  );
  const names = query<[string, string], { orderNo: string }>(
    client,
    "SELECT order_no AS orderNo FROM blind_index WHERE token = ? AND order_no = ? LIMIT 1",
  );

  function usedBy(sha256: string, owners: readonly string[], self: string): string | null {
    const bytes = received().get({ sha256, intakeKey: null })?.bytes ?? 0;
    // Whose face it should be is not known without an ID number.
    if (bytes < SMALLEST_PHOTO_BYTES || owners.length === 0) return null;
    const others = users().all({ sha256, orderNo: self });
    const stranger = others.find(({ orderNo }) =>
      owners.every((token) => names().get(token, orderNo) === undefined),
    );
    return stranger?.orderNo ?? null;
  }

  return ({ orderNo, intakeKey, application }) => {
    const hashes = new Set(referredMaterials(application).map(({ sha256 }) => sha256));
    const photos = [...photoOwners(application, keyring)];
    return {
      files: [...hashes].flatMap((sha256) => received().get({ sha256, intakeKey }) ?? []),
      photosUsed: photos.flatMap(([sha256, owners]) => {
        const other = usedBy(sha256, [...owners], orderNo ?? "");
        return other === null ? [] : [{ sha256, orderNo: other }];
      }),
    };
  };
}

/** Each verification photo with the blind indexes of those it is said to show. */
function photoOwners(application: Application, keyring: Keyring): Map<string, Set<string>> {
  const { erp, srps } = orderPersons(application);
  const owners = new Map<string, Set<string>>();
  const add = (sha256: string, person: (typeof srps)[number] | undefined) => {
    const tokens = owners.get(sha256) ?? new Set<string>();
    const token = blindIndex(keyring, "ID_NUMBER", person?.idNumber ?? "");
    owners.set(sha256, token === null ? tokens : tokens.add(token));
  };
  for (const { person, serviceIndex, photoSha256 } of application.liveness ?? []) {
    if (photoSha256) add(photoSha256, person === "ERP" ? erp : srps[serviceIndex ?? 0]);
  }
  for (const { kind, serviceIndex, sha256 } of application.materials) {
    if (kind === "LIVENESS_PHOTO") add(sha256, srps[serviceIndex ?? 0]);
  }
  return owners;
}
