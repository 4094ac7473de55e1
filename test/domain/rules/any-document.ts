import fc from "fast-check";
import { z } from "zod";
import { type Application, applicationSchema } from "#shared/domain/filing/application";
import { FILING_KINDS, kindCode } from "#shared/domain/filing/filing-type";
import { PROVINCES } from "#shared/domain/provinces/province";
import { NATURES } from "#shared/domain/rules/natures";

/** Any document that the intake takes, however absurd: made from its schema, or a sound one with things broken. */

/** Values that mean something somewhere: a rule gets past its first condition only with some of these. */
const TELLING = [
  ...[
    "",
    " ",
    "无",
    "null",
    "__proto__",
    "constructor",
    "\ud800",
    "\udfff示例",
    "\u0000",
    "👨‍👩‍👧",
    "a\u0301",
  ],
  ...[
    "深圳市示例科技有限公司",
    "示例科技",
    "示例（深圳）科技",
    "中国示例",
    "张三",
    "个体工商户",
    "存续",
    "注销",
  ],
  ...[
    "example.com",
    "a.b.c.d.e.example.com",
    "示例.中国",
    "xn--",
    "xn--a-",
    "www.",
    "..",
    "com.cn",
    "localhost",
  ],
  ...["203.0.113.10", "10.0.0.1", "256.1.1.1", "::1", "2001:db8::1", "::ffff:10.0.0.1", "1.2.3.4/33", "-"],
  ...[
    "13812345678",
    "17012345678",
    "0755-86541234",
    "+86 138 1234 5678",
    "86",
    "95588",
    "1e309",
    "-1",
    "NaN",
  ],
  ...["110101199003070011", "11010519491231002X", "110101199002300019", "830000199001010012", "H12345678"],
  ...["91350100M000100Y43", "91110108MA01ABCD5T", "12345678-9", "440301123456789", "粤ICP备2026012345号-1"],
  ...["ECS", "AUTH_CODE", "SUBSCRIPTION", "PAY_PER_USE", "ANDROID", "IOS", "HARMONY", "BATCH", "ERP", "SRP"],
  ...["PASSED", "NONE", "SYNCING", "ENTITY", "SHAREHOLDER", "ID_CARD", "RESIDENCE_PERMIT", "WHITE", "GREY"],
  ...["440000", "440300", "440305", "000000", "999999", "https://beian.miit.gov.cn/", "a@b.cn", "@", "a@@b"],
  ...["广东省深圳市南山区科技路1号A座1801室", "CHANGE_BOTH", "2026-02-30T25:61:00Z", "2026-03-01T02:11:00Z"],
];
const DAYS = [
  "2026-02-30",
  "0000-00-00",
  "9999-99-99",
  "2026-03-02",
  "2026-03-05",
  "1949-12-31",
  "2046-01-01",
];
const HASHES = ["a", "b", "c"].map((digit) => digit.repeat(64));
const CODES = [0, 1, 2, 3, 4, 5, 7, 11, 14, 16, 30, 32, 41, 99, 256, 8_388_608, Number.MAX_SAFE_INTEGER];

function anyText(max: number): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...TELLING).map((text) => text.slice(0, max)) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: "binary", maxLength: Math.min(max, 20) }).map((t) => t.slice(0, max)),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom("示", "a", "1", ".", "-", " ", "省", "\ud800").map((c) => c.repeat(max)),
    },
  );
}

/** Strings of the schema: days and hashes by what it accepts, all others by their length. */
function anyString(schema: z.ZodString): fc.Arbitrary<string> {
  const takes = (text: string) => schema.safeParse(text).success;
  if (takes("2026-02-30") && !takes("x")) return fc.constantFrom(...DAYS);
  if (takes("a".repeat(64)) && !takes("x")) return fc.constantFrom(...HASHES);
  return anyText(schema.maxLength ?? 60).filter(takes);
}

function anyNumber(schema: z.ZodNumber): fc.Arbitrary<number> {
  const { minValue, maxValue } = schema;
  const takes = (value: number) => schema.safeParse(value).success;
  return fc.constantFrom(...[...CODES, minValue ?? 0, maxValue ?? 0, 0.5].filter(takes));
}

/** A value that the schema accepts; lists are mostly short, and seldom as long as they may be. */
export function anyOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) return fc.option(anyOf(schema.unwrap()), { nil: undefined, freq: 4 });
  if (schema instanceof z.ZodNullable) return fc.option(anyOf(schema.unwrap()), { freq: 6 });
  if (schema instanceof z.ZodPipe) return anyOf(schema.in);
  if (schema instanceof z.ZodString) return anyString(schema);
  if (schema instanceof z.ZodNumber) return anyNumber(schema);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodArray) return fc.array(anyOf(schema.element), { maxLength: 3 });
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(fc.constantFrom("1", "5", "ECS"), anyOf(schema.valueType));
  if (schema instanceof z.ZodObject) {
    const entries = Object.entries(schema.shape).map(([key, inner]) => [key, anyOf(inner)] as const);
    return fc.record(Object.fromEntries(entries));
  }
  throw new Error(`no values for ${schema.constructor.name}`);
}

/** A document out of nothing, of any kind; half of them in one of the provinces, so that its switches speak. */
export const anyDocument: fc.Arbitrary<Application> = fc
  .tuple(
    anyOf(applicationSchema),
    fc.constantFrom(...FILING_KINDS),
    fc.option(fc.constantFrom(...PROVINCES.map(({ adcode }) => adcode))),
    fc.option(fc.constantFrom(NATURES.ENTERPRISE, NATURES.INDIVIDUAL)),
    anyOf(z.object({ fromAccountId: z.string().max(9).min(1), toAccountId: z.string().max(9).min(1) })),
  )
  .map(([made, kind, provinceCode, nature, accounts]) => {
    const document = z.looseObject({ entity: z.looseObject({ region: z.looseObject({}) }) }).parse(made);
    if (provinceCode !== null) document.entity.region = { ...document.entity.region, provinceCode };
    if (nature !== null) document.entity.nature = nature;
    return applicationSchema.parse({
      ...document,
      filingType: kind.type,
      entityOrigin: kind.type === "ADD_ACCESS" || kind.type === "ADD_SERVICE" ? kind.origin : null,
      cancelOrigin: kind.type === "CANCEL_ACCESS" ? kind.origin : null,
      transfer: kind.type === "TRANSFER" ? { ...Object(accounts), scope: "ENTITY" } : null,
    });
  });

/** What is done to a place of a sound document. */
const BREAKS = [
  () => undefined,
  () => null,
  () => "",
  (old: unknown) => (Array.isArray(old) ? [] : {}),
  (old: unknown) => (Array.isArray(old) ? [...old, ...old] : old),
  (old: unknown) => (typeof old === "boolean" ? !old : old),
  (old: unknown) => (typeof old === "number" ? old + 1 : old),
  (old: unknown) => (typeof old === "string" ? old.slice(1) : old),
  ...[...TELLING, ...DAYS, ...HASHES, ...CODES].map((value) => () => value),
];

export interface Break {
  /** Which of the document's places, as a part of their number. */
  readonly where: number;
  readonly what: (old: unknown) => unknown;
}

export const anyBreaks: fc.Arbitrary<Break[]> = fc.array(
  fc.record({ where: fc.double({ min: 0, max: 0.999, noNaN: true }), what: fc.constantFrom(...BREAKS) }),
  { minLength: 1, maxLength: 8 },
);

/** The document with as many of the breaks as the intake would still take. */
export function broken(document: Application, breaks: readonly Break[]): Application {
  return breaks.reduce((sound, { where, what }) => {
    const copy = structuredClone(sound);
    const places = placesIn(copy);
    const place = places[Math.floor(where * places.length)];
    if (place === undefined) return sound;
    Reflect.set(place.owner, place.key, what(Reflect.get(place.owner, place.key)));
    const parsed = applicationSchema.safeParse(copy);
    return parsed.success ? parsed.data : sound;
  }, document);
}

interface Place {
  readonly owner: object;
  readonly key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ owner: value, key }, ...placesIn(inner)]);
}

/** A name for each kind of order, for tests that go through them all. */
export const KIND_CODES = FILING_KINDS.map(kindCode);
