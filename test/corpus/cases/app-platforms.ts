import type { Application } from "#shared/domain/filing/application";
import type { BaseQuery } from "../base-orders";
import { serviceOf } from "../bending";
import { companyApp, platformOf } from "../bending-services";
import { type CorpusCase, nearMiss, violates } from "../case";

type Platform = ReturnType<typeof platformOf>;
/** A platform, what it names, and what is special about that. */
type Given = readonly [platform: string, value: string, why: string];

/** A company's APP on exactly these platforms. */
function on(...platforms: string[]): BaseQuery {
  return companyApp("FIRST_FILING", {
    where: ({ services }) =>
      services[0]?.platforms?.map(({ platform }) => platform).join() === platforms.join(),
  });
}

const ANDROID = on("ANDROID");
const IOS = on("IOS");
const BOTH = on("ANDROID", "IOS");
const WITH_HARMONY = on("ANDROID", "HARMONY");

function platform(change: Partial<Platform>, index = 0): (application: Application) => void {
  return (application) => {
    Object.assign(platformOf(application, index), change);
  };
}

/** The platform of that name lies at this place of the base order. */
const PLACES: Readonly<Record<string, { base: BaseQuery; index: number }>> = {
  ANDROID: { base: ANDROID, index: 0 },
  IOS: { base: IOS, index: 0 },
  HARMONY: { base: WITH_HARMONY, index: 1 },
};

function given(rule: string, field: "packageName" | "fingerprint" | "publicKey", good: boolean) {
  return ([name, value, why]: Given): CorpusCase => {
    const { base = ANDROID, index = 0 } = PLACES[name] ?? {};
    const bend = platform({ [field]: value }, index);
    return good
      ? nearMiss(rule, `${name}: ${why}`, base, bend)
      : violates(rule, `${name}: ${why}`, base, bend, [`${rule} services[0].platforms[${index}].${field}`]);
  };
}

/** what every platform has to name. */
const COMPLETE_CASES: readonly CorpusCase[] = [
  ...(["packageName", "publicKey", "fingerprint", "domains"] as const).map((field) =>
    violates("R-126", `no ${field}`, ANDROID, platform({ [field]: field === "domains" ? [] : null }), [
      "R-126 services[0].platforms[0]",
    ]),
  ),
  violates("R-126", "an empty package name", ANDROID, platform({ packageName: "" }), [
    "R-126 services[0].platforms[0]",
  ]),
  violates("R-126", "no fingerprint on the second platform", BOTH, platform({ fingerprint: null }, 1), [
    "R-126 services[0].platforms[1]",
  ]),
  violates(
    "R-126",
    "no platform",
    ANDROID,
    (application) => {
      serviceOf(application).platforms = [];
    },
    ["R-126 services[0].platforms"],
  ),
  violates(
    "R-126",
    "platforms left out",
    companyApp("ADD_SERVICE/OURS"),
    (application) => {
      delete serviceOf(application).platforms;
    },
    ["R-126 services[0].platforms"],
  ),
  nearMiss("R-126", "one platform is enough", IOS, () => {}),
];

/** A package name of so many characters. */
function long(characters: number): string {
  return `com.example.${"a".repeat(characters - 12)}`;
}

const BAD_PACKAGES: readonly Given[] = [
  ["ANDROID", "启航客户端", "Chinese"],
  ["ANDROID", "example", "one part"],
  ["ANDROID", "1com.example", "a digit first"],
  ["ANDROID", "_com.example", "an underscore first"],
  ["ANDROID", "com..example", "an empty part"],
  ["ANDROID", "com.example.", "a dot last"],
  ["ANDROID", "com.example-one.client", "a hyphen"],
  ["ANDROID", "com.example client", "a blank inside"],
  ["ANDROID", long(129), "one character too long"],
  ["HARMONY", "com.example-one.client", "a hyphen"],
  ["HARMONY", "example", "one part"],
  ["HARMONY", long(129), "one character too long"],
  ["IOS", "com.example_one.client", "an underscore"],
  ["IOS", "example", "one part"],
  ["IOS", "com.*", "a wildcard"],
  ["IOS", long(156), "one character too long"],
];

const GOOD_PACKAGES: readonly Given[] = [
  ["ANDROID", "com.example_one.Client2", "underscore, capital and digit"],
  ["ANDROID", "a.b", "as short as can be"],
  ["ANDROID", long(128), "of the greatest length"],
  ["HARMONY", "com.example_one.client", "with underscore"],
  ["HARMONY", long(128), "of the greatest length"],
  ["IOS", "com.example-one.client", "with hyphen"],
  ["IOS", "1com.2example", "parts that begin with digits"],
  ["IOS", long(155), "of the greatest length"],
];

/** package names and bundle IDs. */
const PACKAGE_CASES: readonly CorpusCase[] = [
  ...BAD_PACKAGES.map(given("R-127", "packageName", false)),
  ...GOOD_PACKAGES.map(given("R-127", "packageName", true)),
];

const HEX = "0123456789ABCDEF".repeat(8);

function hex(digits: number): string {
  return HEX.slice(0, digits);
}

const COLONS = (hex(32).match(/../gu) ?? []).join(":");

const BAD_FINGERPRINTS: readonly Given[] = [
  ["ANDROID", hex(31), "a digit too few"],
  ["ANDROID", hex(33), "a digit too many"],
  ["ANDROID", hex(40), "a SHA-1"],
  ["ANDROID", hex(64), "a SHA-256"],
  ["ANDROID", `${hex(31)}G`, "a letter that is no digit"],
  ["ANDROID", COLONS.replaceAll(":", "-"), "with hyphens"],
  ["IOS", hex(32), "an MD5, as the form calls it"],
  ["IOS", hex(39), "a digit too few"],
  ["IOS", hex(41), "a digit too many"],
  ["IOS", hex(64), "a SHA-256"],
  ["HARMONY", hex(31), "a digit less than an MD5"],
  ["HARMONY", hex(33), "a digit more than an MD5"],
  ["HARMONY", hex(39), "a digit less than a SHA-1"],
  ["HARMONY", hex(41), "a digit more than a SHA-1"],
  ["HARMONY", hex(63), "a digit less than a SHA-256"],
  ["HARMONY", hex(65), "a digit more than a SHA-256"],
];
const GOOD_FINGERPRINTS: readonly Given[] = [
  ["ANDROID", hex(32).toLowerCase(), "in small letters"],
  ["ANDROID", COLONS, "with colons"],
  ["ANDROID", COLONS.replaceAll(":", " "), "with blanks"],
  ["IOS", hex(40), "a SHA-1"],
  ["HARMONY", hex(32), "an MD5"],
  ["HARMONY", hex(40), "a SHA-1"],
  ["HARMONY", hex(64), "a SHA-256"],
];

/** fingerprints of the signing certificates. */
const FINGERPRINT_CASES: readonly CorpusCase[] = [
  ...BAD_FINGERPRINTS.map(given("R-128", "fingerprint", false)),
  ...GOOD_FINGERPRINTS.map(given("R-128", "fingerprint", true)),
];

/** public keys. */
const KEY_CASES: readonly CorpusCase[] = [
  ...(
    [
      ["ANDROID", "公钥见附件截图", "a sentence"],
      ["IOS", "-----BEGIN PUBLIC KEY-----", "a heading"],
      ["ANDROID", "ABCDEF", "a few digits"],
      ["ANDROID", hex(31), "one digit too short"],
    ] as const
  ).map(given("R-129", "publicKey", false)),
  violates(
    "R-129",
    "the fingerprint of the other platform",
    BOTH,
    (application) => {
      platformOf(application, 1).publicKey = platformOf(application).fingerprint;
    },
    ["R-129 services[0].platforms[1].publicKey"],
  ),
  ...(
    [
      ["ANDROID", hex(32), "as short as can be"],
      ["ANDROID", "1234567890".repeat(60), "decimal"],
      ["ANDROID", hex(128).repeat(4).toLowerCase(), "hexadecimal in small letters"],
      ["HARMONY", `${"MIIBIjANBgkqhkiG9w0BAQEFAAOC".repeat(14)}+/==`, "base64"],
    ] as const
  ).map(given("R-129", "publicKey", true)),
];

export const APP_PLATFORM_CASES: readonly CorpusCase[] = [
  ...COMPLETE_CASES,
  ...PACKAGE_CASES,
  ...FINGERPRINT_CASES,
  ...KEY_CASES,
];
