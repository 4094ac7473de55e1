import { expect } from "vitest";
import type { IntakeRig, Reply } from "./intake-rig";

/** Nothing of an order came to be, and no key was used up. */
export function expectNothingStored(rig: IntakeRig): void {
  const tables = ["orders", "revisions", "audit_events", "outbox", "once_keys", "idempotency"];
  expect(tables.map((table) => rig.count(table))).toEqual(tables.map(() => 0));
}

/** The reply is a problem of that code, complete and in both languages. */
export function expectProblem(reply: Reply, status: number, code: string): void {
  expect(reply).toMatchObject({ status, body: { status, code, type: "about:blank" } });
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  expect(reply.headers.get("cache-control")).toBe("no-store");
  expect(reply.body.messageZh).toMatch(/\p{sc=Han}/u);
  expect(reply.body.messageEn).toMatch(/^[A-Z]/);
  expect(reply.text).not.toMatch(/\{\w+\}/);
}
