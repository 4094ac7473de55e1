import type { Keyring } from "../crypto/keyring";
import type { Client } from "./connection";
import { documents } from "./documents";
import { resourceIndex } from "./order-resources";
import { sealedTexts } from "./sealed-texts";
import { searchIndex } from "./search-index";
import { query } from "./statements";
import { survivingDocument } from "./surviving-document";
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
  const revisions = documents(client, keyring, sealedTexts(client, keyring), searchIndex(client));
  const put = resourceIndex(client);

  function indexOne(orderNo: string): void {
    const application = survivingDocument(revisions, orderNo);
    if (application !== null) put(orderNo, application);
    done().run(orderNo);
  }

  for (let rows = waiting().all(CHUNK); rows.length > 0; rows = waiting().all(CHUNK)) {
    inTransaction(client, () => {
      for (const { orderNo } of rows) indexOne(orderNo);
    });
  }
}
