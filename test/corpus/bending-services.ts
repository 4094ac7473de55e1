import type { Application } from "#shared/domain/filing/application";
import type { Evidence } from "#shared/domain/filing/evidence";
import type { MaterialKind } from "#shared/domain/filing/materials";
import type { Service } from "#shared/domain/filing/service";
import { type BaseQuery, baseOrder, company } from "./base-orders";
import { domainFacts, evidenceOf, imageOf, replaceEverywhere, serviceOf } from "./bending";
import type { CaseFile } from "./case";

/** Ways to the parts of services, papers and evidence; like those of `bending.ts` they throw where one is missing. */

type Part<T> = NonNullable<T>;
type Item<T> = Part<T> extends readonly (infer One)[] ? One : never;

function item<T>(list: readonly T[] | null | undefined, index: number, what: string): T {
  const found = list?.[index];
  if (found === undefined) throw new Error(`the order has no ${what} ${index}`);
  return found;
}

/** A company's order with one APP, in Zhejiang unless told otherwise. */
export function companyApp(kind: string, wish: Parameters<typeof company>[1] = {}): BaseQuery {
  return company(kind, { services: ["APP"], ...wish });
}

export function livenessOf(application: Application, index = 0): Item<Application["liveness"]> {
  return item(application.liveness, index, "liveness check");
}

export function faceFacts(application: Application, index = 0): Item<Evidence["faces"]> {
  return item(evidenceOf(application).faces, index, "face comparison");
}

export function siteFacts(application: Application, index = 0): Item<Evidence["sites"]> {
  return item(evidenceOf(application).sites, index, "visit to a site");
}

export function resourceOf(application: Application, index = 0): Part<Service["resource"]> {
  const { resource } = serviceOf(application, index);
  if (!resource) throw new Error(`service ${index} has no resource`);
  return resource;
}

export function platformOf(application: Application, index = 0): Item<Service["platforms"]> {
  return item(serviceOf(application).platforms, index, "platform");
}

export function bindingOf(application: Application, index = 0): Item<Service["ipDomainBindings"]> {
  return item(serviceOf(application).ipDomainBindings, index, "binding");
}

export function domainOf(application: Application, service = 0, place = 0): string {
  return item(serviceOf(application, service).domains, place, "domain");
}

/** Gives a domain another name everywhere in the order; its homepage follows. */
export function renameDomain(application: Application, to: string, from = domainOf(application)): void {
  replaceEverywhere(application, from, to);
  replaceEverywhere(application, `www.${from}`, `www.${to}`);
}

/** Puts the first domain under another suffix: `qihang.com` becomes `qihang.top`. */
export function moveToSuffix(application: Application, suffix: string): void {
  renameDomain(application, `${domainOf(application).split(".")[0]}.${suffix}`);
}

/** The brand of a company, as its first website's name begins with it (outside Guangdong and Heilongjiang). */
export function brandOf(application: Application): string {
  return serviceOf(application).name.slice(0, 2);
}

/** Gives the first service another name everywhere in the order, on its platforms as well. */
export function renameService(application: Application, to: string): void {
  replaceEverywhere(application, serviceOf(application).name, to);
}

/** The first service is called so, or what is made of the order; its other names stay. */
export function named(
  name: string | ((application: Application) => string),
): (application: Application) => void {
  return (application) => {
    serviceOf(application).name = typeof name === "string" ? name : name(application);
  };
}

/** The address that an APP binds and its hosts resolve to. */
export function bound(ip: string): (application: Application) => void {
  return (application) => {
    bindingOf(application).ip = ip;
    resourceOf(application).publicIps = [ip];
    for (const record of evidenceOf(application).domains ?? []) record.resolvedIps = [ip];
  };
}

/** A website's one range; the resource has both its ends, or what `publicIps` says. */
export function range(
  start: string,
  end = start,
  publicIps = [...new Set([start, end])],
): (application: Application) => void {
  return (application) => {
    serviceOf(application).ipRanges = [{ start, end }];
    resourceOf(application).publicIps = [...publicIps];
  };
}

type Resource = ReturnType<typeof resourceOf>;

export function resource(change: Partial<Resource>): (application: Application) => void {
  return (application) => {
    Object.assign(resourceOf(application), change);
  };
}

/** A code that a yearly server issued, unused. */
export const UNUSED_CODE = {
  code: "ICP-EXAMPLE01",
  issuerInstanceId: "i-issuer",
  issuerValid: true,
  used: false,
};
export const BY_CODE: Partial<Resource> = {
  type: "AUTH_CODE",
  months: 0,
  filingsUsed: 0,
  authCode: UNUSED_CODE,
};

/** A website and an APP come to share the website's domain, which is closed as a new website's is. */
export function shareDomain(application: Application): void {
  const shared = domainOf(application, 1);
  renameDomain(application, shared);
  const evidence = evidenceOf(application);
  evidence.domains = (evidence.domains ?? []).filter(
    ({ domain, resolves }) => domain !== shared || !resolves,
  );
}

interface Holder {
  readonly realNameHolder: string;
  readonly holderCertType: number;
  readonly holderCertNumber: string;
  readonly holderRelation: string;
}

export const STRANGER: Holder = {
  realNameHolder: "示例他方贸易有限公司",
  holderCertType: 1,
  holderCertNumber: "91110108MA01ABCD5T",
  holderRelation: "NONE",
};

export const PARTNER: Holder = {
  realNameHolder: "欧阳示例",
  holderCertType: 2,
  holderCertNumber: "110101199003070011",
  holderRelation: "SHAREHOLDER",
};

/** The registrar knows somebody else as the holder of a domain. */
export function heldBy(application: Application, holder: Partial<Holder>, domain = 0): void {
  Object.assign(domainFacts(application, domain), holder);
}

/** The ERP as the holder of a domain. */
export function erpAsHolder({ entity }: Application): Holder {
  const { name, idType, idNumber } = entity.responsiblePerson ?? {};
  if (!name || !idType || !idNumber) throw new Error("the order has no ERP");
  return { realNameHolder: name, holderCertType: idType, holderCertNumber: idNumber, holderRelation: "ERP" };
}

/** Takes a paper away and leaves what was read off it, so that nothing but its absence is found. */
export function withoutFile(application: Application, kind: MaterialKind, serviceIndex?: number): void {
  const goes = (one: Item<Application["materials"]>) =>
    one.kind === kind && (serviceIndex === undefined || one.serviceIndex === serviceIndex);
  if (!application.materials.some(goes)) throw new Error(`the order has no ${kind}`);
  application.materials = application.materials.filter((one) => !goes(one));
}

/** The file of the first paper of a kind, as it was received. */
export function fileOf(application: Application, files: CaseFile[], kind: MaterialKind): CaseFile {
  const sha256 = application.materials.find((one) => one.kind === kind)?.sha256;
  const found = files.find((file) => file.sha256 === sha256);
  if (found === undefined) throw new Error(`the order has no file of ${kind}`);
  return found;
}

/** Adds a paper with a file of its own, faultless to the image check. */
export function addFile(
  application: Application,
  files: CaseFile[],
  kind: MaterialKind,
  file: Pick<CaseFile, "mediaType" | "bytes">,
): void {
  const sha256 = "5a".repeat(32);
  const like = imageOf(application, "LIVENESS_PHOTO");
  application.materials.push({ kind, sha256 });
  evidenceOf(application).images?.push({ ...like, sha256, documentKind: "OTHER" });
  files.push({ sha256, ...file });
}

/** Hash of the first verification photo of a base order, for facts about it. */
export function photoOf(base: BaseQuery): string {
  const { photoSha256 } = livenessOf(baseOrder(base).application);
  if (!photoSha256) throw new Error("the order has no verification photo");
  return photoSha256;
}

/** The resource of the first service of a base order, for facts about it. */
export function instanceOf(base: BaseQuery): string {
  const { instanceId } = resourceOf(baseOrder(base).application);
  if (!instanceId) throw new Error("the order has no resource");
  return instanceId;
}
