import { expect, it } from "vitest";
import { isEmailAddress } from "#shared/domain/identifiers/email";

const LONGEST = `${"a".repeat(64)}@${"b".repeat(59)}.com`;

it.each(["a@b.cn", "zhang.san+icp@mail.example.com", "12345678@qq.com", "A_B@Example.COM", LONGEST])(
  "takes %s",
  (email) => {
    expect(isEmailAddress(email)).toBe(true);
  },
);

it.each([
  "",
  "zhangsan",
  "@example.com",
  "zhang@",
  "zhang@example",
  "zhang@@example.com",
  "zhang@exam ple.com",
  "a@b.c",
  "zhang＠example.com",
  `b${LONGEST}`,
])("refuses %j", (email) => {
  expect(isEmailAddress(email)).toBe(false);
});

it("answers at once for a long text made to be hard", () => {
  expect(isEmailAddress(`${"a.".repeat(60)}@`)).toBe(false);
});
