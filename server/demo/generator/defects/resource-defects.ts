import { dateOfDay } from "../calendar-days";
import type { Draft } from "../draft";
import type { DraftResource } from "../resources";
import { both, type Defect, filesServices, found, type Planted, startsWithWebsite, typeIn } from "./defect";

const RANGE = "services[0].ipRanges[0]";

function onResource(
  ruleId: string,
  field: string,
  change: (resource: DraftResource, draft: Draft) => void,
): (draft: Draft) => Planted[] {
  return (draft) => {
    const [service] = draft.services;
    if (service === undefined) return [];
    change(service.resource, draft);
    return [found(ruleId, `services[0].resource.${field}`)];
  };
}

const takesQuota = typeIn("FIRST_FILING", "ADD_ACCESS", "ADD_SERVICE");
const filesWebsite = both(filesServices, startsWithWebsite);

/** An access order keeps what is filed, so its addresses and resource may differ as they like. */
export const RESOURCE_DEFECTS: readonly Defect[] = [
  {
    id: "pay-per-use-server",
    touches: ["resource"],
    suits: filesServices,
    plant: onResource("R-135", "billing", (resource) => {
      resource.type = "ECS";
      resource.billing = "PAY_PER_USE";
    }),
  },
  {
    id: "server-rented-too-briefly",
    touches: ["resource"],
    suits: filesServices,
    plant: onResource("R-135", "months", (resource) => {
      resource.type = "ECS";
      resource.months = 1;
    }),
  },
  {
    id: "server-outside-mainland",
    touches: ["resource"],
    suits: filesServices,
    plant: onResource("R-135", "regionMainland", (resource) => {
      resource.type = "ECS";
      resource.regionMainland = false;
    }),
  },
  {
    id: "filing-quota-used-up",
    touches: ["resource"],
    suits: takesQuota,
    plant: onResource("R-136", "filingsUsed", (resource) => {
      resource.type = "ECS";
      resource.filingsUsed = 5;
    }),
  },
  {
    id: "authorisation-code-used",
    touches: ["resource"],
    suits: takesQuota,
    plant: onResource("R-137", "authCode", (resource, { order }) => {
      resource.type = "AUTH_CODE";
      resource.filingsUsed = 0;
      const code = order.stream("auth code").int(0x7fff_ffff).toString(36).toUpperCase().padStart(6, "0");
      resource.authCode = {
        code: `ICP-${code}`,
        issuerInstanceId: resource.instanceId,
        issuerValid: true,
        used: true,
      };
    }),
  },
  {
    id: "server-expires-during-review",
    touches: ["resource"],
    suits: filesServices,
    plant: onResource("R-138", "expiresOn", (resource, { order }) => {
      resource.expiresOn = dateOfDay(order.today + 6 + order.stream("resource expiry").int(8));
    }),
  },
  {
    id: "private-address",
    touches: ["ip"],
    suits: filesWebsite,
    plant: ({ services: [service], order }) => {
      if (service === undefined) return [];
      const address = `192.168.${order.stream("private").int(250)}.10`;
      service.ipRanges = [{ start: address, end: address }];
      return [found("R-139", RANGE), found("R-140", RANGE)];
    },
  },
  {
    id: "address-of-another-provider",
    touches: ["ip"],
    suits: filesWebsite,
    plant: ({ services: [service], order }) => {
      if (service === undefined) return [];
      const address = `47.104.${order.stream("foreign address").int(250)}.21`;
      service.ipRanges = [{ start: address, end: address }];
      return [found("R-140", RANGE)];
    },
  },
  {
    id: "address-range-upside-down",
    touches: ["ip", "resource"],
    suits: filesWebsite,
    plant: ({ services: [service] }) => {
      if (service === undefined) return [];
      service.resource.publicIps = ["203.0.113.10", "203.0.113.20"];
      service.ipRanges = [{ start: "203.0.113.20", end: "203.0.113.10" }];
      return [found("R-141", RANGE)];
    },
  },
];
