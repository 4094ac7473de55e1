import { deriveKeyring, type Keyring } from "#db/crypto/keyring";
import { type Client, openWriter } from "#db/sqlite/connection";
import { migrate } from "#db/sqlite/migrate";
import { storeInMemory } from "#db/sqlite/open-store";
import type { Store } from "#db/store";

/** The keyring of every test store. */
export const TEST_KEYRING: Keyring = deriveKeyring(Buffer.alloc(32, 7));

let template: Buffer | null = null;

/** A migrated database as bytes, made once per test file. */
function migratedDatabase(): Buffer {
  if (template === null) {
    const client = openWriter(":memory:");
    migrate(client);
    template = client.serialize();
    client.close();
  }
  return template;
}

/** An empty store of its own for one test, as a clone of a migrated in-memory database. */
export async function createTestStore(keyring: Keyring = TEST_KEYRING): Promise<Store> {
  return (await createInspectedStore(keyring)).store;
}

/** The store with the connection under it, for tests that look at rows or break them on purpose. */
export async function createInspectedStore(
  keyring: Keyring = TEST_KEYRING,
): Promise<{ store: Store; client: Client }> {
  const client = openWriter(migratedDatabase());
  return { store: storeInMemory(client, keyring), client };
}
