import { INDEXED_KINDS } from "#shared/domain/privacy/normalise";
import { blindIndex } from "../crypto/blind-index";
import type { Keyring } from "../crypto/keyring";
import type { Client } from "./connection";
import { foldSearchText, indexTokens, matchExpression, searchWords } from "./search-text";
import { query } from "./statements";

/** Hits a text search looks at, newest orders first. Whoever gets more than that should narrow the words. */
const MAX_HITS = 1000;
/** Candidates of the index that are compared with the text before giving up on more hits. */
const MAX_CANDIDATES = 5000;

/** Finds orders by clear words (numbers, units, services, domains) and, exactly, by personal values. */
export interface SearchIndex {
  /** Replaces the words of an order. */
  put(orderNo: string, words: readonly string[]): void;
  /** Adds words to those an order has. */
  add(orderNo: string, words: readonly string[]): void;
}

export function searchIndex(client: Client): SearchIndex {
  const docOf = query<[string], { id: number; body: string }>(
    client,
    "SELECT id, body FROM search_docs WHERE order_no = ?",
  );
  const insertDoc = query<[string, string], never>(
    client,
    "INSERT INTO search_docs (order_no, body) VALUES (?, ?)",
  );
  const updateDoc = query<[string, number], never>(client, "UPDATE search_docs SET body = ? WHERE id = ?");
  const dropTokens = query<[number], never>(client, "DELETE FROM search_index WHERE rowid = ?");
  const putTokens = query<[number, string], never>(
    client,
    "INSERT INTO search_index (rowid, tokens) VALUES (?, ?)",
  );

  function write(orderNo: string, body: string): void {
    const doc = docOf().get(orderNo);
    if (doc?.body === body) return;
    let id = doc?.id;
    if (id === undefined) {
      id = Number(insertDoc().run(orderNo, body).lastInsertRowid);
    } else {
      updateDoc().run(body, id);
      dropTokens().run(id);
    }
    putTokens().run(id, indexTokens(body));
  }

  return {
    put: (orderNo, words) => write(orderNo, bodyOf(words)),
    add(orderNo, words) {
      const known = docOf().get(orderNo)?.body.split("\n") ?? [];
      write(orderNo, bodyOf([...known, ...words]));
    },
  };
}

function bodyOf(words: readonly string[]): string {
  const lines = words
    .map((word) => foldSearchText(word).replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "");
  return [...new Set(lines)].join("\n");
}

/** Order numbers that a typed text finds; at most `MAX_HITS`. */
export type FindOrders = (text: string) => string[];

export function orderFinder(client: Client, keyring: Keyring): FindOrders {
  const candidates = query<[string, number], { orderNo: string; body: string }>(
    client,
    `SELECT d.order_no AS orderNo, d.body FROM search_index i JOIN search_docs d ON d.id = i.rowid
     WHERE search_index MATCH ? ORDER BY i.rowid DESC LIMIT ?`,
  );
  // A value that only an older revision carries is not what the order says now.
  const byToken = query<[string, number], { orderNo: string }>(
    client,
    `SELECT DISTINCT b.order_no AS orderNo FROM blind_index b JOIN orders o ON o.order_no = b.order_no
     WHERE b.token = ? AND b.revision_no = o.revision_no LIMIT ?`,
  );

  return (text) => {
    const words = searchWords(text);
    const found = new Set<string>();
    const expression = matchExpression(words);
    if (expression !== null) {
      for (const { orderNo, body } of candidates().iterate(expression, MAX_CANDIDATES)) {
        if (words.every((word) => body.includes(word))) found.add(orderNo);
        if (found.size >= MAX_HITS) break;
      }
    }
    for (const kind of INDEXED_KINDS) {
      const token = blindIndex(keyring, kind, text);
      if (token === null) continue;
      for (const { orderNo } of byToken().all(token, MAX_HITS)) found.add(orderNo);
    }
    return [...found].slice(0, MAX_HITS);
  };
}
