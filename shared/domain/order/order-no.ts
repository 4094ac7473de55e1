const PREFIX = "BA";
/** Crockford's alphabet: no I, L, O and U, so that a number read over the phone is not misheard. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DAY_MS = 86_400_000;
/** Shanghai is UTC+8 throughout; the day in the number is the one on the customer's calendar. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
/** 32^4 slots a day, about 82 ms each. */
const TIME_DIGITS = 4;
const CHANCE_DIGITS = 6;

/** An order number as this house makes them: `BA`, the day, the time of day, chance. 20 characters. */
export const ORDER_NO_PATTERN = /^BA\d{8}[0-9A-HJKMNP-TV-Z]{10}$/;

/**
 * Order number of an order born at `nowMs`, for example `BA202611224Q1TZ7KX3N`. Sorts by time; two orders of the
 * same 82 ms collide once in a thousand million. `entropyHex` is the fresh id's hexadecimal text (UUIDv7): its last
 * 30 bits are the random ones.
 */
export function orderNoOf(nowMs: number, entropyHex: string): string {
  const local = nowMs + SHANGHAI_OFFSET_MS;
  const day = new Date(local).toISOString().slice(0, 10).replaceAll("-", "");
  const slot = Math.floor(((local % DAY_MS) / DAY_MS) * ALPHABET.length ** TIME_DIGITS);
  return `${PREFIX}${day}${base32(slot, TIME_DIGITS)}${base32(chance(entropyHex), CHANCE_DIGITS)}`;
}

function chance(entropyHex: string): number {
  const digits = entropyHex.replace(/[^0-9a-fA-F]/g, "").slice(-8);
  if (digits.length < 8) throw new Error("an order number needs eight hexadecimal digits of chance");
  return Number.parseInt(digits, 16) % ALPHABET.length ** CHANCE_DIGITS;
}

function base32(value: number, digits: number): string {
  let rest = value;
  let text = "";
  for (let place = 0; place < digits; place++) {
    text = (ALPHABET[rest % ALPHABET.length] ?? "") + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
}
