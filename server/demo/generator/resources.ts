import { dateOfDay } from "./calendar-days";
import { type OrderSeed, uniqueNumber } from "./order-seed";

/** The customer's server behind a service, as the resource check reported it. */
export interface DraftResource {
  type: string;
  instanceId: string;
  billing: string;
  months: number;
  regionMainland: boolean;
  filingsUsed: number;
  publicIps: string[];
  expiresOn: string;
  authCode: { code: string; issuerInstanceId: string; issuerValid: boolean; used: boolean } | null;
}

const RESOURCE_TYPES = [
  ...Array.from({ length: 16 }, () => "ECS"),
  "ENTERPRISE_PORTAL",
  "DEDICATED_CLOUD",
  "NAT_GATEWAY",
  "PRIVILEGED",
] as const;

/** A resource that may be filed on, with a public address of its own in our mainland pools. */
export function makeResource(order: OrderSeed, serviceNumber: number): DraftResource {
  const rng = order.stream(`resource ${serviceNumber}`);
  const type = rng.pick(RESOURCE_TYPES);
  return {
    type,
    instanceId: `${type === "ECS" ? "i" : type.toLowerCase().slice(0, 3)}-${rng.int(0x7fff_ffff).toString(36)}${rng.int(0xffff).toString(36)}`,
    billing: "SUBSCRIPTION",
    months: rng.pick([12, 12, 24, 36]),
    regionMainland: true,
    filingsUsed: type === "ECS" ? rng.int(3) : 0,
    publicIps: [publicIp(order, serviceNumber)],
    expiresOn: dateOfDay(order.today + 200 + rng.int(800)),
    authCode: null,
  };
}

/** An address of 203.0.113.0/24 now and then, else of 121.36.0.0/14. */
export function publicIp(order: OrderSeed, lane: number): string {
  const rng = order.stream(`ip ${lane}`);
  if (rng.chance(0.1)) return `203.0.113.${1 + rng.int(254)}`;
  const host = uniqueNumber(order, lane, 2 ** 18, 7);
  return `121.${36 + (host >> 16)}.${(host >> 8) & 255}.${host & 255}`;
}
