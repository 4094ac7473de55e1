import { z } from "zod";
import { ORDER_STATUSES } from "#shared/domain/order/status";
import type { ChangeAnswer, ChangeRequest } from "../ports/order-store";
import { onceKeys } from "../schema/orders";
import type { Client } from "./connection";
import { insertInto, query } from "./statements";

const answerText = z.strictObject({
  orderNo: z.string(),
  status: z.enum(ORDER_STATUSES),
  version: z.number().int(),
  undoUntilMs: z.number().int().nullable(),
});

/** Answers of changes that must happen at most once, kept with the change itself. */
export interface OnceKeys {
  find(once: ChangeRequest["once"]): ChangeAnswer | null;
  keep(once: ChangeRequest["once"], answer: ChangeAnswer, nowMs: number): void;
}

export function onceKeyTable(client: Client): OnceKeys {
  const get = query<[string, string], { answer: string }>(
    client,
    "SELECT answer FROM once_keys WHERE scope = ? AND key = ?",
  );
  const insert = insertInto(client, onceKeys);
  return {
    find(once) {
      const row = once === null ? undefined : get().get(once.scope, once.key);
      return row === undefined ? null : answerText.parse(JSON.parse(row.answer));
    },
    keep(once, answer, nowMs) {
      if (once !== null) insert({ ...once, answer: JSON.stringify(answer), atMs: nowMs });
    },
  };
}
