import { siblingDomain } from "../services";
import { both, type Defect, found, startsWithWebsite, typeIn } from "./defect";

/** Faults of orders that end a filing: the wrong object, or consequences the customer may not see (group ORD). */
export const REMOVAL_DEFECTS: readonly Defect[] = [
  {
    id: "two-services-in-one-deregistration",
    touches: ["target", "services"],
    rare: true,
    suits: typeIn("DEREGISTER_SERVICE"),
    bend: (shape) => {
      shape.filedBefore = 2;
    },
    plant: ({ target, filed }) => {
      const numbers = filed?.services.flatMap((service) => service.filingNumber ?? []) ?? [];
      if (target === null || numbers.length < 2) return [];
      target.serviceFilingNumbers = numbers.slice(0, 2);
      return [found("R-017", "target")];
    },
  },
  {
    id: "deregistration-already-running",
    touches: ["target"],
    suits: typeIn("DEREGISTER_ENTITY", "DEREGISTER_SERVICE"),
    plant: ({ filed, kind }) => {
      if (filed === null) return [];
      for (const service of filed.services) service.pendingOperation = kind.type;
      return [found("R-017", "target")];
    },
  },
  {
    id: "not-accessed-here",
    touches: ["target"],
    suits: typeIn("DEREGISTER_ENTITY", "DEREGISTER_SERVICE"),
    plant: ({ filed }) => {
      if (filed === null) return [];
      for (const service of filed.services)
        service.accessProviders = [{ name: "示例甲云计算有限公司", ours: false }];
      return [found("R-017", "target")];
    },
  },
  {
    id: "deregisters-several-domains",
    touches: ["filed domains"],
    suits: both(typeIn("DEREGISTER_SERVICE"), startsWithWebsite),
    plant: ({ filed, registry }) => {
      const [service] = filed?.services ?? [];
      const domain = service?.domains[0];
      if (service === undefined || domain === undefined) return [];
      service.domains.push(siblingDomain(domain));
      registry.domainsFiled.push(siblingDomain(domain));
      return [found("R-018", "target")];
    },
  },
  {
    id: "cancelling-the-only-access",
    touches: ["target"],
    suits: (shape) => shape.kind.origin === "VOLUNTARY",
    plant: ({ filed }) => {
      const [service] = filed?.services ?? [];
      if (service === undefined) return [];
      service.accessProviders = [{ name: "本平台", ours: true }];
      return [found("R-019", "target")];
    },
  },
];
