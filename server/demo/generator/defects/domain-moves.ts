import type { Page } from "../../images/page";
import type { Draft, DraftDomain } from "../draft";
import { paper } from "../papers";

/** Adds a domain to a service with all that belongs to it: record, certificate, and the visit to a closed site. */
export function addDomain(draft: Draft, serviceIndex: number, domain: string, record: DraftDomain): void {
  const service = draft.services[serviceIndex];
  if (service === undefined) return;
  service.domains.push(domain);
  draft.domains.push(record);
  const certificate = draft.papers.find(
    (one) => one.kind === "DOMAIN_CERTIFICATE" && one.serviceIndex === serviceIndex,
  );
  if (certificate !== undefined) {
    const { page, sheet } = certificate;
    draft.papers.push(paper({ kind: "DOMAIN_CERTIFICATE", page, sheet, serviceIndex, domain }));
  }
  const site = draft.sites.find((one) => service.domains.includes(one.domain));
  if (site !== undefined) draft.sites.push({ ...site, domain });
  reissueCertificates(draft);
}

/** Gives the first domain of a new website another name everywhere in the order. */
export function renameDomain(draft: Draft, serviceIndex: number, to: string): void {
  const service = draft.services[serviceIndex];
  const from = service?.domains[0];
  if (service === undefined || from === undefined) return;
  service.domains[0] = to;
  if (service.homepageUrl === `www.${from}`) service.homepageUrl = `www.${to.replace(/^www\./, "")}`;
  for (const record of draft.domains) if (record.domain === from) record.domain = to;
  for (const site of draft.sites) if (site.domain === from) site.domain = to;
  for (const one of draft.papers) if (one.domain === from) one.domain = to;
  reissueCertificates(draft);
}

/** Draws the domain certificate anew, for the domains that the order lists now. */
function reissueCertificates(draft: Draft): void {
  const domains = draft.services.flatMap((service) => service.domains);
  const certificates = draft.papers.filter((one) => one.kind === "DOMAIN_CERTIFICATE");
  const former = certificates[0]?.page;
  if (former?.form !== "SCREENSHOT") return;
  const page: Page = { ...former, rows: [["域名", domains.join("  ")], ...former.rows.slice(1)] };
  for (const certificate of certificates) certificate.page = page;
}

/** The record of a service's first domain. */
export function firstDomain(draft: Draft, serviceIndex = 0): DraftDomain | undefined {
  const domain = draft.services[serviceIndex]?.domains[0];
  return draft.domains.find((record) => record.domain === domain);
}

export const FIRST_DOMAIN = "services[0].domains[0]";
