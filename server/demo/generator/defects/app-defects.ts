import type { DraftApp, DraftPlatform } from "../apps";
import type { Draft } from "../draft";
import { domainRecord } from "../evidence";
import {
  both,
  type Defect,
  editsServices,
  filesServices,
  found,
  hasOneService,
  isPerson,
  opensServices,
  outside,
  type Planted,
  startsWithApp,
  startsWithWebsite,
} from "./defect";
import { addDomain, firstDomain } from "./domain-moves";

const filesApp = both(filesServices, startsWithApp);
const editsApp = both(editsServices, startsWithApp);

function onApp(
  ruleId: string,
  path: string,
  change: (app: DraftApp, draft: Draft) => void,
): (draft: Draft) => Planted[] {
  return (draft) => {
    const app = draft.services[0]?.app;
    if (app == null) return [];
    change(app, draft);
    return [found(ruleId, `services[0].${path}`)];
  };
}

function onPlatform(
  ruleId: string,
  field: string,
  change: (platform: DraftPlatform, draft: Draft) => void,
): (draft: Draft) => Planted[] {
  return onApp(ruleId, `platforms[0]${field}`, (app, draft) => {
    const [platform] = app.platforms;
    if (platform !== undefined) change(platform, draft);
  });
}

/** Faults of APPs (group APP). */
export const APP_DEFECTS: readonly Defect[] = [
  {
    id: "app-named-otherwise-on-platform",
    touches: ["app platform"],
    suits: filesApp,
    plant: onPlatform("R-123", ".displayName", (platform) => {
      platform.displayName = `${platform.displayName}测试版`;
    }),
  },
  {
    id: "app-icon-not-named",
    touches: ["app icon"],
    suits: filesApp,
    plant: onApp("R-125", "icon", (app) => {
      app.iconGiven = false;
    }),
  },
  {
    id: "app-platform-without-domains",
    touches: ["app platform"],
    suits: filesApp,
    plant: onPlatform("R-126", "", (platform) => {
      platform.domains = [];
    }),
  },
  {
    id: "package-name-malformed",
    touches: ["app platform"],
    suits: filesApp,
    plant: onPlatform("R-127", ".packageName", (platform, { brand }) => {
      platform.packageName = `${brand.zh}客户端`;
    }),
  },
  {
    id: "fingerprint-too-short",
    touches: ["app platform"],
    suits: filesApp,
    plant: onPlatform("R-128", ".fingerprint", (platform) => {
      platform.fingerprint = platform.fingerprint.replaceAll(":", "").slice(0, 30);
    }),
  },
  {
    id: "public-key-is-a-sentence",
    touches: ["app platform"],
    suits: filesApp,
    plant: onPlatform("R-129", ".publicKey", (platform) => {
      platform.publicKey = "公钥见附件截图";
    }),
  },
  {
    id: "app-domain-of-fifth-level",
    touches: ["domain"],
    suits: (shape) =>
      editsApp(shape) &&
      hasOneService(shape) &&
      shape.province.maxIndividualServices !== 1 &&
      shape.province.id !== "SX",
    plant: (draft) => {
      const [service] = draft.services;
      const app = service?.app;
      const deep = `c.b.a.${service?.domains[0] ?? ""}`;
      if (service === undefined || app == null) return [];
      const at = service.domains.length;
      addDomain(draft, 0, deep, domainRecord(draft, service, deep));
      return [found("R-130", `services[0].domains[${at}]`)];
    },
  },
  {
    id: "platform-domain-not-listed",
    touches: ["app platform"],
    suits: filesApp,
    plant: (draft) => {
      const platform = draft.services[0]?.app?.platforms[0];
      if (platform === undefined) return [];
      platform.domains.push(`cdn.${platform.domains[0] ?? ""}`);
      return [found("R-131", `services[0].platforms[0].domains[${platform.domains.length - 1}]`)];
    },
  },
  {
    id: "sdk-not-named",
    touches: ["sdk"],
    suits: filesApp,
    plant: onApp("R-132", "sdks", (app) => {
      app.usesSdk = true;
      app.sdks = [];
    }),
  },
  {
    id: "site-and-app-on-one-domain",
    touches: ["services", "domain", "srp"],
    rare: true,
    suits: (shape) =>
      opensServices(shape) &&
      isPerson(shape) &&
      startsWithWebsite(shape) &&
      hasOneService(shape) &&
      outside("HI")(shape) &&
      shape.province.maxIndividualServices !== 1,
    bend: (shape) => {
      shape.serviceKinds.push("APP");
    },
    plant: shareDomain,
  },
  {
    id: "resolved-address-not-bound",
    touches: ["domain"],
    suits: filesApp,
    plant: (draft) => {
      const record = firstDomain(draft);
      if (record === undefined) return [];
      record.resolvedIps = [...record.resolvedIps, "121.36.0.9"];
      return [found("R-142", "services[0].ipDomainBindings")];
    },
  },
];

/** Puts the APP, the second service, on the domain of the website, the first. */
function shareDomain(draft: Draft): readonly Planted[] {
  const domain = draft.services[0]?.domains[0];
  const second = draft.services[1];
  if (domain === undefined || second?.app == null) return [];
  const former = [...second.domains];
  for (let i = draft.domains.length - 1; i >= 0; i -= 1) {
    if (former.includes(draft.domains[i]?.domain ?? "")) draft.domains.splice(i, 1);
  }
  const certificates = draft.papers.filter((paper) => former.includes(paper.domain ?? ""));
  for (const [i, certificate] of certificates.entries()) {
    if (i === 0) certificate.domain = domain;
    else draft.papers.splice(draft.papers.indexOf(certificate), 1);
  }
  second.domains = [domain];
  if (second.homepageUrl !== null) second.homepageUrl = `www.${domain}`;
  for (const binding of second.app.ipDomainBindings) binding.domains = [domain];
  for (const platform of second.app.platforms) platform.domains = [domain];
  return [found("R-134", "services")];
}
