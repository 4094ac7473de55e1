import { describe, expect, it } from "vitest";
import { FILING_KINDS, kindCode } from "#shared/domain/filing/filing-type";
import { orderSchema } from "#shared/domain/order/order";
import { live } from "./life";
import { LIVES } from "./lives.data";

it("every sub-kind has its lives", () => {
  expect(Object.keys(LIVES).sort()).toEqual(FILING_KINDS.map(kindCode).sort());
});

describe.each(Object.keys(LIVES))("%s", (kind) => {
  it.each(LIVES[kind] ?? [])("%s: %s ends %s", (_how, script, end, rows) => {
    const life = live(kind, script);
    expect(life.order.status).toBe(end);
    expect(life.rows.join(" ")).toContain(rows);
    expect(orderSchema.parse(life.order)).toEqual(life.order);
  });
});
