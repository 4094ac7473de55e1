import type { Keyring } from "../crypto/keyring";
import type { Client } from "./connection";
import { documents } from "./documents";
import { resourceIndex } from "./order-resources";
import { SealError, sealedTexts } from "./sealed-texts";
import { searchIndex } from "./search-index";
import { query } from "./statements";
import { inTransaction } from "./transaction";

/** Orders per transaction: an interrupted start goes on where it stopped. */
const CHUNK = 500;

/**
 * Reads what orders from before `order_resources` name, once, before the store serves anybody: without it their
 * resources would look unused. An order whose key was destroyed names nothing any more.
 */
export function indexOldResources(client: Client, keyring: Keyring): void {
  const waiting = query<[number], { orderNo: string }>(
    client,
    "SELECT order_no AS orderNo FROM resources_to_index LIMIT ?",
  );
  const done = query<[string], never>(client, "DELETE FROM resources_to_index WHERE order_no = ?");
  const { read } = documents(client, keyring, sealedTexts(client, keyring), searchIndex(client));
  const put = resourceIndex(client);

  function indexOne(orderNo: string): void {
    try {
      const revision = read(orderNo, null);
      if (revision !== null) put(orderNo, revision.application);
    } catch (error) {
      if (!(error instanceof SealError) || error.problem !== "KEY_DESTROYED") throw error;
    }
    done().run(orderNo);
  }

  for (let rows = waiting().all(CHUNK); rows.length > 0; rows = waiting().all(CHUNK)) {
    inTransaction(client, () => {
      for (const { orderNo } of rows) indexOne(orderNo);
    });
  }
}
