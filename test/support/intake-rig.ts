import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { pino } from "pino";
import { v7 } from "uuid";
import type { Store } from "#db/store";
import type { IntakeDeps } from "#server/intake/endpoint";
import { hashIntakeSecret } from "#server/intake/intake-key";
import { createIntakeRouter } from "#server/intake/router";
import type { SmsPassThrough } from "#server/intake/sms-pass-through";
import { openMaterialVault } from "#server/materials/material-vault";
import type { Application } from "#shared/domain/filing/application";
import type { FilingKind } from "#shared/domain/filing/filing-type";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import type { Rule } from "#shared/domain/rules/rule";
import { jpegOf, sha256Of, temporaryFolder, vaultKeyOf } from "./material-fixtures";
import { applicationOf, NOW_MS } from "./order-fixtures";
import { createInspectedStore } from "./test-store";

/** Secrets of the two filing systems of every rig; their key names are `ours` and `theirs`. */
export const OURS = "secret-of-our-filing-system";
export const THEIRS = "secret-of-another-filing-system";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; an empty object when it is no JSON. */
  readonly body: Record<string, unknown>;
}

interface Sent {
  readonly body?: unknown;
  readonly raw?: string | Buffer;
  readonly secret?: string | null;
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The intake API over real HTTP on a store and a vault of its own, with a clock that only tests move. */
export async function openIntakeRig(
  parts: {
    readonly wrap?: (store: Store) => Store;
    readonly sms?: SmsPassThrough;
    /** The catalogue that orders are judged by; none unless the test is about rules. */
    readonly rules?: readonly Rule[];
  } = {},
) {
  const { store: plain, client } = await createInspectedStore();
  const store = parts.wrap?.(plain) ?? plain;
  const { folder, remove } = await temporaryFolder();
  const clock = { nowMs: NOW_MS };
  const logged: string[] = [];
  const log = pino({ level: "trace" }, { write: (line) => void logged.push(line) });
  const silent = { kind: "UNAVAILABLE" } as const;
  const deps: IntakeDeps = {
    store,
    now: () => clock.nowMs,
    newId: () => v7(),
    settings: DEFAULT_ORDER_SETTINGS,
    rules: parts.rules ?? [],
    materials: await openMaterialVault(folder, vaultKeyOf()),
    log,
    sms: parts.sms ?? { verifySms: async () => silent, resendSms: async () => silent },
  };
  await store.addIntakeKey("ours", hashIntakeSecret(OURS), NOW_MS);
  await store.addIntakeKey("theirs", hashIntakeSecret(THEIRS), NOW_MS);
  const server = await listen(deps);
  const port = portOf(server);
  const base = `http://127.0.0.1:${port}/api/intake/v1`;
  let sentKeys = 0;

  async function call(method: string, path: string, sent: Sent = {}): Promise<Reply> {
    const { body, raw, secret = OURS, key, headers = {} } = sent;
    sentKeys += 1;
    const all: Record<string, string> = { ...headers };
    if (secret !== null) all.authorization ??= `Bearer ${secret}`;
    if (method === "POST" && key !== null) all["idempotency-key"] ??= key ?? `key-${sentKeys}`;
    if (body !== undefined) all["content-type"] ??= "application/json";
    const payload = body === undefined ? bytesOf(raw) : JSON.stringify(body);
    const response = await fetch(base + path, {
      method,
      headers: all,
      ...(payload === undefined ? {} : { body: payload }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }

  const upload = (bytes: Buffer, secret = OURS, headers: Record<string, string> = {}): Promise<Reply> =>
    call("PUT", `/materials/${sha256Of(bytes)}`, { raw: bytes, secret, headers });

  /** A document of the kind whose only material has been uploaded; account and certificate are `owner`'s alone. */
  async function documentOf(
    kind: FilingKind,
    owner = "one",
    patch: Partial<Application> = {},
  ): Promise<Application> {
    const licence = await jpegOf(owner.length);
    await upload(licence);
    const application = applicationOf(kind);
    return {
      ...application,
      accountId: `acct-${owner}`,
      entity: { ...application.entity, certNumber: `91440300${owner.toUpperCase()}` },
      materials: [{ kind: "ENTITY_CERTIFICATE", sha256: sha256Of(licence) }],
      ...(application.transfer
        ? {
            transfer: {
              ...application.transfer,
              fromAccountId: `acct-${owner}`,
              toAccountId: `acct-${owner}-b`,
            },
          }
        : {}),
      ...patch,
    };
  }

  async function submit(document: Application, sent: Sent = {}): Promise<string> {
    const { status, text, body } = await call("POST", "/orders", { body: document, ...sent });
    if (status !== 201) throw new Error(`submission answered ${status} ${text}`);
    return String(body.orderNo);
  }

  return {
    store,
    deps,
    clock,
    logged,
    folder,
    base,
    port,
    call,
    upload,
    documentOf,
    submit,
    /** The whole database as bytes, to look for what must not be there. */
    pages: (): Buffer => client.serialize(),
    rows: (sql: string): unknown[] => client.prepare<[], unknown>(sql).all(),
    /** Rows of a table, to show what a call did or did not leave. */
    count: (table: string): number =>
      Number(client.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM ${table}`).get()?.rows),
    outboxOf: (orderNo: string) =>
      client
        .prepare<[string], { kind: string; state: string; payload: string }>(
          "SELECT kind, state, payload FROM outbox WHERE order_no = ? ORDER BY seq",
        )
        .all(orderNo),
    async actionsOf(orderNo: string): Promise<string[]> {
      return (await store.history(orderNo)).map((event) => `${event.actor} ${event.action}`);
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await store.close();
      await remove();
    },
  };
}

export type IntakeRig = Awaited<ReturnType<typeof openIntakeRig>>;

async function listen(deps: IntakeDeps): Promise<Server> {
  const app = express();
  app.use("/api/intake/v1", createIntakeRouter(deps));
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const { port }: AddressInfo = address;
  return port;
}

function bytesOf(raw: string | Buffer | undefined): string | Uint8Array<ArrayBuffer> | undefined {
  return Buffer.isBuffer(raw) ? new Uint8Array(raw) : raw;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
