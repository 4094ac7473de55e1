import type { KeyObject } from "node:crypto";
import type { z } from "zod";
import type { Keyring } from "../crypto/keyring";
import { createDataKey, type OpenProblem, open, seal, unwrapDataKey, wrapDataKey } from "../crypto/seal";
import { orderKeys } from "../schema/documents";
import type { Client } from "./connection";
import { insertInto, query } from "./statements";

/** A sealed text cannot be opened: wrong master key, destroyed data key, or damage. Never says what it holds. */
export class SealError extends Error {
  constructor(
    readonly problem: OpenProblem | "KEY_DESTROYED",
    table: string,
    key: string,
  ) {
    super(`${table} ${key} cannot be opened: ${problem}`);
    this.name = "SealError";
  }
}

/** Seals and opens the texts of orders, each order under its own data key. */
export interface SealedTexts {
  /** Makes the data key of a new order. */
  createKey(orderNo: string): void;
  seal(orderNo: string, table: string, key: string, value: object): Buffer;
  /** Opens and parses. Throws SealError, or a ZodError on a text of another shape. */
  open<S extends z.ZodType>(
    orderNo: string,
    table: string,
    key: string,
    sealed: Buffer,
    schema: S,
  ): z.infer<S>;
}

export function sealedTexts(client: Client, keyring: Keyring): SealedTexts {
  const wrapped = query<[string], { wrappedKey: Buffer }>(
    client,
    "SELECT wrapped_key AS wrappedKey FROM order_keys WHERE order_no = ?",
  );
  const insertKey = insertInto(client, orderKeys);

  function dataKeyOf(orderNo: string): KeyObject {
    const row = wrapped().get(orderNo);
    if (row === undefined) throw new SealError("KEY_DESTROYED", "order_keys", orderNo);
    const key = unwrapDataKey(keyring, { table: "order_keys", key: orderNo }, row.wrappedKey);
    if (!key.ok) throw new SealError(key.problem, "order_keys", orderNo);
    return key.value;
  }

  return {
    createKey(orderNo) {
      const wrappedKey = wrapDataKey(keyring, { table: "order_keys", key: orderNo }, createDataKey());
      insertKey({ orderNo, wrappedKey });
    },
    seal(orderNo, table, key, value) {
      return seal(dataKeyOf(orderNo), { table, key }, JSON.stringify(value));
    },
    open(orderNo, table, key, sealed, schema) {
      const opened = open(dataKeyOf(orderNo), { table, key }, sealed);
      if (!opened.ok) throw new SealError(opened.problem, table, key);
      return schema.parse(JSON.parse(opened.value.toString("utf8")));
    },
  };
}

/** Fails when the database was sealed under another master key: nothing in it could be opened (A13). */
export function assertKeyFits(client: Client, keyring: Keyring): void {
  const row = client
    .prepare<[], { orderNo: string; wrappedKey: Buffer }>(
      "SELECT order_no AS orderNo, wrapped_key AS wrappedKey FROM order_keys LIMIT 1",
    )
    .get();
  if (row === undefined) return;
  const key = unwrapDataKey(keyring, { table: "order_keys", key: row.orderNo }, row.wrappedKey);
  if (!key.ok) throw new SealError(key.problem, "order_keys", row.orderNo);
}
