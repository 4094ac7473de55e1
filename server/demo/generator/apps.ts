import { SDK_SAMPLES } from "../data/companies";
import type { OrderSeed } from "./order-seed";
import type { Rng } from "./random";

export interface DraftPlatform {
  platform: string;
  displayName: string;
  packageName: string;
  publicKey: string;
  fingerprint: string;
  domains: string[];
}

/** What an APP has beyond a website. */
export interface DraftApp {
  readonly displayName: string;
  readonly domains: string[];
  importMode: string;
  usesSdk: boolean;
  sdks: { vendor: string; type: string; name: string }[];
  ipDomainBindings: { ip: string; domains: string[] }[];
  platforms: DraftPlatform[];
  /** false: the form's icon was left out although the picture was uploaded. */
  iconGiven: boolean;
}

const PLATFORM_SETS = [
  ["ANDROID"],
  ["ANDROID", "IOS"],
  ["ANDROID", "IOS"],
  ["ANDROID", "IOS", "HARMONY"],
  ["ANDROID", "HARMONY"],
  ["IOS"],
];
/** Fingerprint digits by platform: MD5, SHA-1 and SHA-256 (`domain.md` §5.6). */
const FINGERPRINT_DIGITS: Readonly<Record<string, number>> = { ANDROID: 32, IOS: 40, HARMONY: 64 };

export interface AppInput {
  readonly order: OrderSeed;
  /** Number of the service within its entity. */
  readonly number: number;
  readonly name: string;
  readonly domain: string;
  readonly ip: string;
  /** The province counts domains, so that a second one would be one too many. */
  readonly oneDomain: boolean;
}

export function makeApp({ order, number, name, domain, ip, oneDomain }: AppInput): DraftApp {
  const rng = order.stream(`app ${number}`);
  const domains = rng.chance(0.4) && !oneDomain ? [domain, `api.${domain}`] : [domain];
  const [label = "demo", suffix = "com"] = domain.split(".");
  const usesSdk = rng.chance(0.6);
  return {
    displayName: name,
    domains,
    importMode: "MANUAL",
    usesSdk,
    sdks: usesSdk ? SDK_SAMPLES.slice(0, 1 + rng.int(3)).map((sdk) => ({ ...sdk })) : [],
    ipDomainBindings: [{ ip, domains: [...domains] }],
    platforms: rng.pick(PLATFORM_SETS).map((platform) => ({
      platform,
      displayName: name,
      packageName: `${suffix}.${label}.${platform === "IOS" ? "ios" : "client"}`,
      publicKey: hexText(rng, 512),
      fingerprint: fingerprintOf(rng, platform),
      domains: [...domains],
    })),
    iconGiven: true,
  };
}

function fingerprintOf(rng: Rng, platform: string): string {
  const digits = hexText(rng, FINGERPRINT_DIGITS[platform] ?? 32);
  return platform === "HARMONY" ? digits : (digits.match(/../g) ?? []).join(":");
}

/** Upper-case hexadecimal digits, `length` of them (a multiple of eight). */
function hexText(rng: Rng, length: number): string {
  let text = "";
  while (text.length < length) text += rng.int(0x1_0000_0000).toString(16).padStart(8, "0");
  return text.slice(0, length).toUpperCase();
}
