import { canonicalFingerprint, isFingerprint } from "../../identifiers/fingerprint";
import { isBundleId, isPackageName } from "../../identifiers/package-name";
import { compactPublicKey, publicKeyNotation } from "../../identifiers/public-key";
import { servicesAt } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { at, violated } from "../results";
import { type Rule, type RuleResult, rule, type Text } from "../rule";
import type { RuleInput } from "../rule-input";
import { isGiven, type PlatformAt, platformsAt } from "./platforms";

/** What an APP says about each platform it runs on (domain.md §7.APP). A field left empty is R-126 and nothing else. */
export const PLATFORM_RULES: readonly Rule[] = [
  rule({
    id: "R-126",
    group: "APP",
    title: { zh: "APP平台信息缺失", en: "Platform data missing" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["APP"] },
    fields: ["services[].platforms[]"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: {
      zh: "每个平台须填包名、公钥、指纹",
      en: "Each platform needs package, public key and fingerprint",
    },
    params: ["materialList"],
    templates: ["T-AUT-05"],
    source: "seed §1 s3.3",
    judge: (input) => [...appsWithoutPlatform(input), ...platformsAt(input).flatMap(emptyFields)],
  }),
  rule({
    id: "R-127",
    group: "APP",
    title: { zh: "包名格式", en: "Package or bundle format" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["APP"] },
    fields: ["services[].platforms[].packageName"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: { zh: "包名或Bundle ID格式错误", en: "Invalid package name or bundle ID" },
    params: ["platform", "field", "reason"],
    templates: ["T-APP-02"],
    source: "seed §12",
    thresholds: { maxPackageName: 128, maxBundleId: 155 },
    judge: (input, { maxPackageName, maxBundleId }) =>
      platformsAt(input).flatMap((entry) => {
        const { packageName } = entry.platform;
        if (!isGiven(packageName) || entry.name === null) return [];
        const fits =
          entry.name === "IOS"
            ? isBundleId(packageName, maxBundleId)
            : isPackageName(packageName, maxPackageName);
        return fits ? [] : [wrongFeature(entry, "packageName", PACKAGE_FORM[entry.name])];
      }),
  }),
  rule({
    id: "R-128",
    group: "APP",
    title: { zh: "指纹格式", en: "Fingerprint format" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["APP"] },
    fields: ["services[].platforms[].fingerprint"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "安卓填MD5（32位），iOS填SHA-1（40位），鸿蒙填证书指纹",
      en: "Android MD5 (32 hex), iOS SHA-1 (40 hex), Harmony certificate fingerprint",
    },
    params: ["platform", "field", "reason"],
    templates: ["T-APP-02"],
    source: "seed §12; HW-KB doc_0121",
    thresholds: { androidDigits: 32, iosDigits: 40, harmonyMd5: 32, harmonySha1: 40, harmonySha256: 64 },
    judge: (input, { androidDigits, iosDigits, harmonyMd5, harmonySha1, harmonySha256 }) => {
      const lengths = {
        ANDROID: [androidDigits],
        IOS: [iosDigits],
        HARMONY: [harmonyMd5, harmonySha1, harmonySha256],
      };
      return platformsAt(input).flatMap((entry) => {
        const { fingerprint } = entry.platform;
        if (!isGiven(fingerprint) || entry.name === null) return [];
        const allowed = lengths[entry.name];
        return isFingerprint(fingerprint, allowed)
          ? []
          : [wrongFeature(entry, "fingerprint", fingerprintForm(allowed))];
      });
    },
  }),
  rule({
    id: "R-129",
    group: "APP",
    title: { zh: "公钥格式", en: "Public key format" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["APP"] },
    fields: ["services[].platforms[].publicKey"],
    needs: [],
    severity: "warn",
    check: "partly",
    outcome: "REJECT",
    message: { zh: "公钥疑似填写错误，请按平台指引复核", en: "Public key looks wrong for the platform" },
    params: ["platform", "field", "reason"],
    templates: ["T-APP-02"],
    source: "seed §12",
    // No source names the least length. Below that of the shortest fingerprint nothing is a modulus, even cut off.
    thresholds: { minCharacters: 32 },
    judge: (input, { minCharacters }) =>
      platformsAt(input).flatMap((entry) => {
        const { publicKey } = entry.platform;
        if (!isGiven(publicKey)) return [];
        const reason = publicKeyFault(publicKey, minCharacters, entry);
        return reason === null ? [] : [wrongFeature(entry, "publicKey", reason)];
      }),
  }),
];

const FIELD_TEXTS = {
  packageName: { zh: "包名", en: "Package name" },
  publicKey: { zh: "公钥", en: "Public key" },
  fingerprint: { zh: "证书指纹", en: "Certificate fingerprint" },
  domains: { zh: "域名", en: "Domains" },
} as const satisfies Record<string, Text>;
type Field = keyof typeof FIELD_TEXTS;

const ANDROID_FORM: Text = {
  zh: "应为由点分隔、以字母开头的两段以上，如com.example.app",
  en: "it takes two or more dotted parts, each beginning with a letter, such as com.example.app",
};
const PACKAGE_FORM = {
  ANDROID: ANDROID_FORM,
  HARMONY: ANDROID_FORM,
  IOS: {
    zh: "应为由点分隔的字母、数字、连字符，如com.example.app",
    en: "it takes dotted parts of letters, digits and hyphens, such as com.example.app",
  },
} as const satisfies Record<string, Text>;

function fingerprintForm(lengths: readonly number[]): Text {
  return {
    zh: `应为${lengths.join("、")}位十六进制数`,
    en: `it takes ${lengths.join(", ")} hexadecimal digits`,
  };
}

function wrongFeature({ path, label }: PlatformAt, field: Field, reason: Text): RuleResult {
  const place = `${path}.${field}`;
  return violated(place, { platform: label, field: FIELD_TEXTS[field], reason }, [
    at(place),
    at(`${path}.platform`),
  ]);
}

function appsWithoutPlatform(input: RuleInput): RuleResult[] {
  const materialList = { zh: "至少一个运行平台的信息", en: "data of at least one platform" };
  return servicesAt(input, "APP").flatMap(({ service: { platforms }, path }) =>
    platforms && platforms.length > 0
      ? []
      : [violated(`${path}.platforms`, { materialList }, [at(`${path}.platforms`)])],
  );
}

function emptyFields({ platform, path, label }: PlatformAt): RuleResult[] {
  const { packageName, publicKey, fingerprint, domains } = platform;
  const filled: Record<Field, boolean> = {
    packageName: isGiven(packageName),
    publicKey: isGiven(publicKey),
    fingerprint: isGiven(fingerprint),
    domains: (domains ?? []).some(isGiven),
  };
  const fields = (["packageName", "publicKey", "fingerprint", "domains"] as const).filter(
    (field) => !filled[field],
  );
  if (fields.length === 0) return [];
  const texts = fields.map((field) => FIELD_TEXTS[field]);
  const materialList = {
    zh: `${label.zh}平台的${texts.map(({ zh }) => zh).join("、")}`,
    en: `${texts.map(({ en }) => en.toLowerCase()).join(", ")} of ${label.en}`,
  };
  return [
    violated(
      path,
      { materialList },
      fields.map((field) => at(`${path}.${field}`)),
    ),
  ];
}

function publicKeyFault(
  publicKey: string,
  minCharacters: number,
  { service, place }: PlatformAt,
): Text | null {
  const key = compactPublicKey(publicKey);
  if (publicKeyNotation(publicKey) === null) {
    return { zh: "不是十进制、十六进制或Base64", en: "it is neither decimal, hexadecimal nor base64" };
  }
  if (key.length < minCharacters) {
    return { zh: `不足${minCharacters}个字符`, en: `it has fewer than ${minCharacters} characters` };
  }
  const elsewhere = (service.platforms ?? []).filter((_, other) => other !== place);
  const isFingerprintOf = elsewhere.some(
    ({ fingerprint }) =>
      isGiven(fingerprint) && canonicalFingerprint(fingerprint) === canonicalFingerprint(publicKey),
  );
  return isFingerprintOf
    ? { zh: "与另一平台的证书指纹相同", en: "it equals the fingerprint of another platform" }
    : null;
}
