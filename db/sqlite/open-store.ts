import type { Keyring } from "../crypto/keyring";
import type { Store } from "../store";
import { sqliteAccountStore } from "./account-store";
import { auditLists } from "./audit-list";
import { auditLog, plainEntry } from "./audit-log";
import { startCheckpointer } from "./checkpointer";
import { assertDurable, type Client, openReader, openWriter } from "./connection";
import { sqliteDeliveryStore } from "./delivery-store";
import { indexOldResources } from "./index-old-resources";
import { insightFigures } from "./insights";
import { sqliteIntakeStore } from "./intake-store";
import { migrate, migrationsCurrent } from "./migrate";
import { sqliteOrderStore } from "./order-store";
import { lockDatabase } from "./process-lock";
import { queueLists } from "./queue-list";
import { roundLists } from "./round-list";
import { sqliteRuleStore } from "./rule-store";
import { assertKeyFits } from "./sealed-texts";
import { orderFinder } from "./search-index";
import { trackingLists } from "./tracking-list";
import { inTransaction } from "./transaction";

export interface StoreOptions {
  /** The database file, or `:memory:` for one that lives and dies with the store. */
  readonly path: string;
  readonly keyring: Keyring;
}

/**
 * Opens the database, migrates it and returns the store; the process owns the file from then on. Throws
 * DatabaseInUseError while another process has it, MigrationError when program and database do not belong
 * together, SealError when the master key is not the one the data were sealed with.
 */
export async function openStore({ path, keyring }: StoreOptions): Promise<Store> {
  if (path === ":memory:") return storeInMemory(preparedWriter(path, keyring), keyring);
  const lock = lockDatabase(path);
  try {
    const writer = preparedWriter(path, keyring);
    const reader = openReader(path);
    const checkpoints = startCheckpointer(path);
    return storeOn(writer, reader, keyring, async () => {
      await checkpoints.stop();
      // Nobody else is connected now: the log is emptied and a single file stays.
      writer.pragma("wal_checkpoint(TRUNCATE)");
      writer.close();
      lock.release();
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

function preparedWriter(path: string, keyring: Keyring): Client {
  const writer = openWriter(path);
  try {
    migrate(writer);
    probe(writer);
    assertDurable(writer);
    assertKeyFits(writer, keyring);
    indexOldResources(writer, keyring);
    return writer;
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** A store on one connection that serves the lists too: nobody else can reach a database in memory. */
export function storeInMemory(client: Client, keyring: Keyring): Store {
  return storeOn(client, client, keyring, async () => {
    client.close();
  });
}

function storeOn(writer: Client, lists: Client, keyring: Keyring, closeWriter: () => Promise<void>): Store {
  const audit = auditLog(writer, keyring);
  return {
    ...sqliteOrderStore(writer, keyring, audit),
    ...sqliteDeliveryStore(writer),
    ...sqliteAccountStore(writer, audit),
    ...sqliteIntakeStore(writer),
    ...sqliteRuleStore(writer, lists, keyring, audit),
    ...queueLists(lists, orderFinder(lists, keyring)),
    ...trackingLists(lists),
    ...auditLists(lists),
    ...insightFigures(lists),
    ...roundLists(lists),
    async recordAudit({ atMs, actor, action, orderNo, data }) {
      inTransaction(writer, () => audit(plainEntry(atMs, actor, action, orderNo, data)));
    },
    async ready() {
      try {
        probe(writer);
        return migrationsCurrent(writer);
      } catch {
        // Not writable, locked, full or closed: whatever it is, the answer is no.
        return false;
      }
    },
    async close() {
      if (!lists.open) return;
      if (lists !== writer) lists.close();
      await closeWriter();
    },
  };
}

/** A write that changes nothing anybody reads. */
function probe(writer: Client): void {
  inTransaction(writer, () => writer.prepare("UPDATE readiness SET probes = probes + 1").run());
}
