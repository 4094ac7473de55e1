import punycode from "punycode.js";
import { getPublicSuffix } from "tldts";
import { canonicalDomain } from "../privacy/normalise";

/**
 * Domain names of a filing (domain.md §5.5, §5.6). Public suffixes are those of the ICANN part of the public suffix
 * list: `github.io` is a domain like any other. Every function takes a name as it was written, IDN or punycode.
 */

const MAX_HOST_LENGTH = 253;
const MAX_LABEL_LENGTH = 63;
const ACE_PREFIX = "xn--";
/** Under this suffix the label below the registrable domain counts as registrable too (seed2 L22). */
const GOVERNMENT_SUFFIX = "gov.cn";

/** The name in lower-case ASCII (`xn--…` for IDN labels); null when it is no host name of two labels or more. */
export function asciiHost(value: string): string | null {
  const labels = value.toLowerCase().split(".").map(asciiLabel);
  const valid = labels.filter((label) => label !== null);
  if (valid.length !== labels.length || valid.length < 2) return null;
  const host = valid.join(".");
  if (host.length > MAX_HOST_LENGTH || /^\d+$/.test(valid.at(-1) ?? "")) return null;
  return host;
}

function asciiLabel(label: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}-]{1,63}$/u.test(label) || label.startsWith("-") || label.endsWith("-")) return null;
  // Full-width letters and the like look like a domain and are none.
  if (label !== label.normalize("NFKC").toLowerCase()) return null;
  const ascii = /^[a-z\d-]+$/.test(label) ? label : encoded(label);
  if (ascii === null || ascii.length > MAX_LABEL_LENGTH) return null;
  return ascii.startsWith(ACE_PREFIX) && decoded(ascii) === null ? null : ascii;
}

function encoded(label: string): string | null {
  try {
    return ACE_PREFIX + punycode.encode(label);
  } catch {
    return null;
  }
}

/** The label behind `xn--`; null when nothing can be read from it, or only ASCII, which needs no encoding. */
function decoded(ascii: string): string | null {
  try {
    const label = punycode.decode(ascii.slice(ACE_PREFIX.length));
    return /[^\0-\x7f]/u.test(label) && encoded(label) === ascii ? label : null;
  } catch {
    return null;
  }
}

/** The name with its IDN labels as people read them; what is no host name comes back as it was given. */
export function readableHost(value: string): string {
  const host = asciiHost(value);
  if (host === null) return value;
  const readable = (label: string) => (label.startsWith(ACE_PREFIX) ? decoded(label) : null) ?? label;
  return host.split(".").map(readable).join(".");
}

/** One key for all spellings of a name, for comparison; what is no host name is compared as it was written. */
export function domainKey(value: string): string {
  return asciiHost(value) ?? canonicalDomain(value);
}

/** Whether a name is the domain itself or lies under it. */
export function isWithinDomain(value: string, domain: string): boolean {
  const key = domainKey(value);
  const parent = domainKey(domain);
  return parent !== "" && (key === parent || key.endsWith(`.${parent}`));
}

/** The public suffix the name ends with, in ASCII (`com.cn`); the last label where no rule speaks. Null: no host. */
export function publicSuffix(value: string): string | null {
  const host = asciiHost(value);
  return host === null ? null : suffixOf(host);
}

function suffixOf(host: string): string {
  const options = { allowPrivateDomains: false, extractHostname: false, validateHostname: false };
  return getPublicSuffix(host, options) ?? host.slice(host.lastIndexOf(".") + 1);
}

/** The top-level domain in ASCII without its dot; null when it is no host name. */
export function topLevelDomain(value: string): string | null {
  return asciiHost(value)?.split(".").at(-1) ?? null;
}

/** The domain one label above the public suffix, in ASCII; null when there is none. */
export function registrableDomain(value: string): string | null {
  const host = asciiHost(value);
  if (host === null) return null;
  const level = labelsAbove(host);
  return level === 0
    ? null
    : host
        .split(".")
        .slice(level - 1)
        .join(".");
}

/** Whether a website may be filed under exactly this name: a registrable domain, or one label more under .gov.cn. */
export function isFilableDomain(value: string): boolean {
  const host = asciiHost(value);
  if (host === null) return false;
  const above = labelsAbove(host);
  return above === 1 || (above === 2 && suffixOf(host) === GOVERNMENT_SUFFIX);
}

/** Level of a name: 2 for a registrable domain (`a.com`, `a.com.cn`), 3 for a name below it, …; null: no host. */
export function domainLevel(value: string): number | null {
  const host = asciiHost(value);
  return host === null ? null : labelsAbove(host) + 1;
}

/** How many labels stand before the public suffix. */
function labelsAbove(host: string): number {
  return host.split(".").length - suffixOf(host).split(".").length;
}
