import type { Service } from "../../filing/service";
import { servicesAt } from "../document-view";
import type { Text } from "../rule";
import type { RuleInput } from "../rule-input";

type Platform = NonNullable<Service["platforms"]>[number];

const PLATFORM_TEXTS = {
  ANDROID: { zh: "安卓", en: "Android" },
  IOS: { zh: "iOS", en: "iOS" },
  HARMONY: { zh: "鸿蒙", en: "HarmonyOS" },
} as const satisfies Record<string, Text>;
export type PlatformName = keyof typeof PLATFORM_TEXTS;

/** One platform of an APP of the order. */
export interface PlatformAt {
  readonly service: Service;
  /** Of the service. */
  readonly index: number;
  readonly platform: Platform;
  /** Among the platforms of its APP. */
  readonly place: number;
  /** `services[0].platforms[1]` */
  readonly path: string;
  /** Null for a platform that is none of the three: its formats are not known. */
  readonly name: PlatformName | null;
  readonly label: Text;
}

/** Every platform of every APP of the order. */
export function platformsAt(input: RuleInput): PlatformAt[] {
  return servicesAt(input, "APP").flatMap(({ service, index, path }) =>
    (service.platforms ?? []).map((platform, place) => ({
      service,
      index,
      platform,
      place,
      path: `${path}.platforms[${place}]`,
      ...named(platform.platform),
    })),
  );
}

function named(written: string): { readonly name: PlatformName | null; readonly label: Text } {
  const name = written.trim().toUpperCase();
  if (name === "ANDROID" || name === "IOS" || name === "HARMONY")
    return { name, label: PLATFORM_TEXTS[name] };
  const label =
    name === "" ? { zh: "未注明的平台", en: "an unnamed platform" } : { zh: written, en: written };
  return { name: null, label };
}

/** Whether something was filled in. */
export function isGiven(text: string | null | undefined): text is string {
  return typeof text === "string" && text.trim() !== "";
}
