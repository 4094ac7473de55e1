import type { Application } from "#shared/domain/filing/application";
import { applicationSchema } from "#shared/domain/filing/application";
import { maskApplication, personalDataOf } from "#shared/domain/privacy/mask";
import { INDEXED_KINDS, type IndexedKind } from "#shared/domain/privacy/normalise";
import { blindIndex } from "../crypto/blind-index";
import type { Keyring } from "../crypto/keyring";
import type { StoredRevision } from "../ports/order-store";
import { blindIndex as blindIndexTable, revisionMaterials, revisions } from "../schema/documents";
import { orders } from "../schema/orders";
import { certificateToken } from "./certificate-token";
import type { Client } from "./connection";
import { resourceIndex } from "./order-resources";
import type { SealedTexts } from "./sealed-texts";
import type { SearchIndex } from "./search-index";
import { insertInto, query, updateOf } from "./statements";

/** The revisions of an order's document, sealed, and everything in clear that is read off the newest one. */
export interface Documents {
  /** Stores a revision and brings label, services, words, blind indexes, resources and materials of the order up to date. */
  write(orderNo: string, revisionNo: number, application: Application, nowMs: number): void;
  read(orderNo: string, revisionNo: number | null): StoredRevision | null;
}

export function documents(
  client: Client,
  keyring: Keyring,
  texts: SealedTexts,
  search: SearchIndex,
): Documents {
  const insertRevision = insertInto(client, revisions);
  const insertToken = insertInto(client, blindIndexTable, "ON CONFLICT DO NOTHING");
  const insertMaterial = insertInto(client, revisionMaterials, "ON CONFLICT DO NOTHING");
  const describe = updateOf(
    client,
    orders,
    ["entityLabel", "entityToken", "services"],
    "order_no = @orderNo",
  );
  const indexResources = resourceIndex(client);
  const intakeKeyOf = query<[string], { intakeKey: string | null }>(
    client,
    "SELECT intake_key AS intakeKey FROM orders WHERE order_no = ?",
  );
  const newest = query<[string], RevisionRow>(
    client,
    `SELECT revision_no AS revisionNo, submitted_at_ms AS submittedAtMs, sealed FROM revisions
     WHERE order_no = ? ORDER BY revision_no DESC LIMIT 1`,
  );
  const numbered = query<[string, number], RevisionRow>(
    client,
    `SELECT revision_no AS revisionNo, submitted_at_ms AS submittedAtMs, sealed FROM revisions
     WHERE order_no = ? AND revision_no = ?`,
  );

  return {
    write(orderNo, revisionNo, application, nowMs) {
      const sealed = texts.seal(orderNo, "revisions", rowKey(orderNo, revisionNo), application);
      insertRevision({ orderNo, revisionNo, submittedAtMs: nowMs, sealed });
      // What may stand in clear is what may be shown to everybody: the masked document.
      const shown = maskApplication(application);
      const { certType, certNumber } = application.entity;
      const entityToken = certificateToken(keyring, certType, certNumber);
      describe({ entityLabel: shown.entity.name, entityToken, services: servicesText(shown) }, { orderNo });
      search.put(orderNo, [orderNo, ...clearWords(application, shown)]);
      for (const { kind, value } of personalDataOf(application)) {
        const token = isIndexed(kind) ? blindIndex(keyring, kind, value) : null;
        if (token !== null) insertToken({ token, orderNo, revisionNo, kind });
      }
      indexResources(orderNo, application);
      const intakeKey = intakeKeyOf().get(orderNo)?.intakeKey ?? null;
      for (const sha256 of materialHashes(application)) {
        insertMaterial({ orderNo, revisionNo, sha256, intakeKey });
      }
    },
    read(orderNo, revisionNo) {
      const row = revisionNo === null ? newest().get(orderNo) : numbered().get(orderNo, revisionNo);
      if (row === undefined) return null;
      const key = rowKey(orderNo, row.revisionNo);
      const application = texts.open(orderNo, "revisions", key, row.sealed, applicationSchema);
      return { revisionNo: row.revisionNo, submittedAtMs: row.submittedAtMs, application };
    },
  };
}

type RevisionRow = { revisionNo: number; submittedAtMs: number; sealed: Buffer };

function rowKey(orderNo: string, revisionNo: number): string {
  return `${orderNo}/${revisionNo}`;
}

function isIndexed(kind: string): kind is IndexedKind {
  return INDEXED_KINDS.some((indexed) => indexed === kind);
}

function servicesText(shown: Application): string {
  return JSON.stringify(shown.services.map(({ kind, name, domains }) => ({ kind, name, domains })));
}

/** Unit name and credit code, names and domains of services, filing numbers; nothing that is shown masked. */
function clearWords(application: Application, shown: Application): string[] {
  const { entity, target } = shown;
  const unitTexts = [
    entity.name === application.entity.name ? entity.name : "",
    entity.certNumber === application.entity.certNumber ? entity.certNumber : "",
  ];
  const services = shown.services.flatMap(({ name, domains, filingNumber }) => [
    name,
    ...domains,
    filingNumber ?? "",
  ]);
  const numbers = [entity.filingNumber, target?.entityFilingNumber, ...(target?.serviceFilingNumbers ?? [])];
  return [...unitTexts, ...services, ...numbers.map((number) => number ?? "")];
}

/** Every upload the document refers to, wherever it does. */
function materialHashes(application: Application): Set<string> {
  const hashes = [
    ...application.materials.map((material) => material.sha256),
    ...(application.liveness ?? []).map((photo) => photo.photoSha256),
    ...application.services.flatMap((service) => [
      service.icon,
      ...(service.preApprovals ?? []).map((approval) => approval.materialSha256),
    ]),
  ];
  return new Set(hashes.filter((hash) => typeof hash === "string"));
}
