import type { Service } from "#shared/domain/filing/service";
import type { FieldBuilder } from "./field-builder";
import { answer, coded, type Group, list, text } from "./section";

/** What only an APP has: its platforms, kits and the addresses it calls. Nothing for a website. */
export function appGroups(service: Service, serviceIndex: number, field: FieldBuilder): Group[] {
  if (service.kind !== "APP") return [];
  const path = `services[${serviceIndex}]`;
  const at = { serviceIndex, onlyIfGiven: true };
  const platforms = (service.platforms ?? []).flatMap((platform, index) => {
    const own = `${path}.platforms[${index}]`;
    return [
      ...field(`${own}.platform`, coded("platform", platform.platform), { serviceIndex }),
      ...field(`${own}.displayName`, text(platform.displayName), at),
      ...field(`${own}.packageName`, text(platform.packageName), { serviceIndex }),
      ...field(`${own}.publicKey`, text(platform.publicKey), { serviceIndex }),
      ...field(`${own}.fingerprint`, text(platform.fingerprint), { serviceIndex }),
      ...field(`${own}.domains`, list((platform.domains ?? []).map(text)), at),
    ];
  });
  const kits = (service.sdks ?? []).map((kit) =>
    text([kit.vendor, kit.type, kit.name].filter(Boolean).join(" · ")),
  );
  const bindings = (service.ipDomainBindings ?? []).map((one) =>
    text(`${one.ip} → ${one.domains.join(", ")}`),
  );
  return [
    { id: `${path}.platforms`, title: "platforms", fields: platforms },
    {
      id: `${path}.app`,
      title: "appDetails",
      fields: [
        ...field(`${path}.icon`, answer(Boolean(service.icon)), { serviceIndex, papers: ["APP_ICON"] }),
        ...field(`${path}.usesSdk`, answer(service.usesSdk), at),
        ...field(`${path}.sdks`, list(kits), at),
        ...field(`${path}.ipDomainBindings`, list(bindings), at),
      ],
    },
  ];
}
