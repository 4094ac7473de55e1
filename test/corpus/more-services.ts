import type { Application } from "#shared/domain/filing/application";
import { evidenceOf, serviceOf } from "./bending";
import type { Bend } from "./case";

/** More of what an order has: each newcomer is complete, with its papers and evidence, like the first one. */

/** One more website, like the first service but for its name and its domain. */
export function anotherWebsite(times = 1): Bend {
  return (application) => {
    for (let count = 0; count < times; count += 1) addWebsite(application);
  };
}

const NUMERALS = ["零", "一", "二", "三", "四", "五", "六"];

function addWebsite(application: Application): void {
  const first = serviceOf(application);
  const from = first.domains[0] ?? "";
  const index = application.services.length;
  const to = from.replace(".", `n${index}.`);
  const resource = first.resource;
  application.services.push({
    ...structuredClone(first),
    name: `${first.name}${NUMERALS[index]}`,
    domains: [to],
    homepageUrl: `www.${to}`,
    ...(resource ? { resource: { ...resource, instanceId: `${resource.instanceId}${index}` } } : {}),
  });
  for (const list of listsByService(application)) copyEntries(list, index, from, to);
  copyDomainEvidence(application, from, to);
}

type Entry = { serviceIndex?: number | null | undefined };

function listsByService(application: Application): Entry[][] {
  const { ocr, faces } = evidenceOf(application);
  return [application.materials, application.liveness ?? [], ocr ?? [], faces ?? []];
}

function copyEntries(list: Entry[], index: number, from: string, to: string): void {
  const copies = list.filter((entry) => entry.serviceIndex === 0).map((entry) => structuredClone(entry));
  for (const copy of copies) {
    copy.serviceIndex = index;
    if ("domain" in copy && copy.domain === from) copy.domain = to;
  }
  list.push(...copies);
}

/** One more domain of a service, with its certificate and what is known of it. */
export function anotherDomain(domain: (first: string) => string, index = 0): Bend {
  return (application) => {
    const { domains } = serviceOf(application, index);
    const from = domains[0] ?? "";
    const to = domain(from);
    domains.push(to);
    const certificate = application.materials.find((one) => one.domain === from);
    if (certificate !== undefined) application.materials.push({ ...certificate, domain: to });
    copyDomainEvidence(application, from, to);
  };
}

function copyDomainEvidence(application: Application, from: string, to: string): void {
  const { domains, sites } = evidenceOf(application);
  const known = domains?.find(({ domain }) => domain === from);
  if (known !== undefined) domains?.push({ ...known, domain: to });
  const visited = sites?.find(({ domain }) => domain === from);
  if (visited !== undefined) sites?.push({ ...visited, domain: to });
}
