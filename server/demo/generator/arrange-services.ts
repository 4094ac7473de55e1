import type { FilingKind } from "#shared/domain/filing/filing-type";
import { type DraftService, makeService, type ServiceSetting, siblingDomain } from "./services";

/** Which services the order carries and which the registry holds; old ones are numbered first. */
export function arrangeServices(
  setting: ServiceSetting,
  filingNumber: string,
): { services: DraftService[]; filedServices: DraftService[] } {
  const { shape } = setting;
  const wanted = shape.serviceKinds;
  const make = (first: number, kinds: readonly DraftService["kind"][]) =>
    kinds.map((kind, i) => makeService(setting, kind, first + i));
  const filed = (services: DraftService[]): DraftService[] => {
    services.forEach((service, i) => {
      service.filingNumber = `${filingNumber}-${i + 1}${service.kind === "APP" ? "A" : ""}`;
    });
    return services;
  };
  const twoDomains = (service: DraftService | undefined) => {
    const domain = service?.domains[0];
    if (shape.secondDomain && service?.kind === "WEBSITE" && domain !== undefined)
      service.domains.push(siblingDomain(domain));
  };
  switch (shape.kind.type) {
    case "FIRST_FILING":
      return { services: make(0, wanted), filedServices: [] };
    case "ADD_SERVICE": {
      const old = filed(
        make(
          0,
          Array.from({ length: shape.filedBefore }, () => "WEBSITE" as const),
        ),
      );
      return { services: make(shape.filedBefore, wanted), filedServices: old };
    }
    case "ADD_ACCESS": {
      const all = filed(make(0, shape.kind.origin === "OURS" ? ["WEBSITE", ...wanted] : wanted));
      const accessed = all.slice(-wanted.length);
      twoDomains(accessed[0]);
      return { services: accessed, filedServices: all };
    }
    default: {
      const all = filed(
        make(0, [...wanted, ...Array.from({ length: shape.filedBefore - 1 }, () => "WEBSITE" as const)]),
      );
      return {
        services: shape.kind.type === "CHANGE_ENTITY" ? [] : servicesNamed(shape.kind, all, wanted.length),
        filedServices: all,
      };
    }
  }
}

function servicesNamed(kind: FilingKind, all: DraftService[], count: number): DraftService[] {
  return kind.type === "DEREGISTER_ENTITY" || kind.type === "CLAIM" || kind.type === "TRANSFER"
    ? all
    : all.slice(0, count);
}
