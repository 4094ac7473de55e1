import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { loadKeyring } from "#db/crypto/keyring";
import { openReader } from "#db/sqlite/connection";
import { queueLists } from "#db/sqlite/queue-list";
import { orderFinder } from "#db/sqlite/search-index";
import type { QueueListInput } from "#shared/contract/staff-queue";

/** One durable write of the disk, with nothing of ours around it: a page appended and forced out. */
export function openRawDisk(directory: string): { write(): Promise<void>; close(): void } {
  const file = openSync(path.join(directory, "raw.bin"), "w");
  const page = Buffer.alloc(4096, 7);
  return {
    async write() {
      writeSync(file, page);
      fdatasyncSync(file);
    },
    close: () => closeSync(file),
  };
}

/**
 * The queue page with nothing but the list query, `JSON.stringify` and `node:http` around it: no session, no
 * permission, no router, no validation. Runs as a process of its own, like the product it is compared with.
 */
export function serveRawQueue(dataDir: string, input: QueueListInput): void {
  const keys = loadKeyring({ masterKey: null, masterKeyFile: null, dataDir, mayGenerate: false });
  if (!keys.ok) throw new Error(keys.problem);
  const client = openReader(path.join(dataDir, "review.sqlite"));
  const lists = queueLists(client, orderFinder(client, keys.keyring));
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", async () => {
      const body = JSON.stringify(await lists.queue(input, "reviewer1", Date.now()));
      response.writeHead(200, { "content-type": "application/json" }).end(body);
    });
  });
  server.listen(0, "127.0.0.1", () => {
    const address: AddressInfo | string | null = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    process.stdout.write(`raw listens at http://127.0.0.1:${address.port}\n`);
  });
  process.on("SIGTERM", () => process.exit(0));
}
