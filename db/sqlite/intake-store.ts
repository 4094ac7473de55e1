import type { IntakeStore, MaterialRow } from "../ports/account-store";
import { idempotency, intakeKeys, materials } from "../schema/intake";
import type { Client } from "./connection";
import { insertInto, query } from "./statements";
import { inTransaction } from "./transaction";

/** Intake keys, uploaded materials and stored answers. */
export function sqliteIntakeStore(client: Client): IntakeStore {
  return { ...keys(client), ...materialRows(client), ...storedAnswers(client) };
}

function keys(client: Client): Pick<IntakeStore, "intakeKey" | "addIntakeKey" | "orderIntakeKey"> {
  const byHash = query<[string], { name: string }>(
    client,
    "SELECT name FROM intake_keys WHERE secret_hash = ? AND active = 1",
  );
  const insert = insertInto(client, intakeKeys);
  const ofOrder = query<[string], { intakeKey: string | null }>(
    client,
    "SELECT intake_key AS intakeKey FROM orders WHERE order_no = ?",
  );
  return {
    async intakeKey(secretHash) {
      return byHash().get(secretHash)?.name ?? null;
    },
    async addIntakeKey(name, secretHash, nowMs) {
      insert({ name, secretHash, active: true, createdAtMs: nowMs });
    },
    async orderIntakeKey(orderNo) {
      return ofOrder().get(orderNo)?.intakeKey ?? null;
    },
  };
}

const COLUMNS =
  "m.sha256, m.intake_key AS intakeKey, m.media_type AS mediaType, m.bytes, m.uploaded_at_ms AS uploadedAtMs";

function materialRows(
  client: Client,
): Pick<
  IntakeStore,
  "material" | "orderMaterials" | "addMaterial" | "dropUnboundMaterials" | "materialInUse"
> {
  const one = query<[string, string], MaterialRow>(
    client,
    `SELECT ${COLUMNS} FROM materials m WHERE m.sha256 = ? AND m.intake_key = ?`,
  );
  // An order of a lead has no key of its own: any upload of the same bytes tells type and size.
  const ofRevision = query<[string, number], MaterialRow>(
    client,
    `SELECT ${COLUMNS} FROM revision_materials r JOIN materials m ON m.sha256 = r.sha256
       AND m.intake_key = coalesce(r.intake_key, (SELECT min(x.intake_key) FROM materials x WHERE x.sha256 = r.sha256))
     WHERE r.order_no = ? AND r.revision_no = ? ORDER BY m.sha256`,
  );
  // Sent again: the day in which it must be used starts anew.
  const insert = insertInto(
    client,
    materials,
    "ON CONFLICT DO UPDATE SET uploaded_at_ms = excluded.uploaded_at_ms",
  );
  const unbound = query<[number, number], MaterialRow>(
    client,
    `SELECT ${COLUMNS} FROM materials m WHERE m.uploaded_at_ms < ? AND NOT EXISTS (
       SELECT 1 FROM revision_materials r
       WHERE r.sha256 = m.sha256 AND (r.intake_key = m.intake_key OR r.intake_key IS NULL))
     ORDER BY m.uploaded_at_ms, m.sha256 LIMIT ?`,
  );
  const drop = query<[string, string], never>(
    client,
    "DELETE FROM materials WHERE sha256 = ? AND intake_key = ?",
  );
  const anyone = query<[string], { sha256: string }>(
    client,
    "SELECT sha256 FROM materials WHERE sha256 = ? LIMIT 1",
  );
  return {
    async material(sha256, intakeKey) {
      return one().get(sha256, intakeKey) ?? null;
    },
    async orderMaterials(orderNo, revisionNo) {
      return ofRevision().all(orderNo, revisionNo);
    },
    async addMaterial(row) {
      insert(row);
    },
    async dropUnboundMaterials(beforeMs, limit) {
      return inTransaction(client, () => {
        const rows = unbound().all(beforeMs, limit);
        for (const row of rows) drop().run(row.sha256, row.intakeKey);
        return rows;
      });
    },
    async materialInUse(sha256) {
      return anyone().get(sha256) !== undefined;
    },
  };
}

function storedAnswers(client: Client): Pick<IntakeStore, "idempotentAnswer" | "storeIdempotentAnswer"> {
  const get = query<[string, string], { bodyHash: string; status: number; body: string }>(
    client,
    "SELECT body_hash AS bodyHash, status, body FROM idempotency WHERE intake_key = ? AND key = ?",
  );
  // Status 0 holds the place while the request is worked on; an answer that is there stays.
  const insert = insertInto(
    client,
    idempotency,
    "ON CONFLICT DO UPDATE SET status = excluded.status, body = excluded.body WHERE status = 0 AND body_hash = excluded.body_hash",
  );
  return {
    async idempotentAnswer(intakeKey, key) {
      return get().get(intakeKey, key) ?? null;
    },
    async storeIdempotentAnswer({ intakeKey, key, bodyHash, status, body, nowMs }) {
      insert({ intakeKey, key, bodyHash, status, body, atMs: nowMs });
    },
  };
}
