import type { Page } from "../images/page";
import { dateOfDay } from "./calendar-days";
import { certificatePage, idPages } from "./certificate-papers";
import { type Draft, isFullFiling, isIndividual } from "./draft";
import { type LetterKind, type LetterSetting, letterPage } from "./letter-pages";
import { bundlePapers, type Paper, paper } from "./papers";
import type { Human } from "./people";
import type { OrderShape } from "./shape";

export type PaperSetting = Pick<
  Draft,
  "order" | "shape" | "kind" | "place" | "entity" | "erp" | "srp" | "services" | "liveness" | "brand"
> & { readonly legalRepresentative: string; readonly scope: string };

/** Everything the applicant uploads for this type, nature and province (`domain.md` §6), bundled to few files. */
export function orderPapers(setting: PaperSetting): Paper[] {
  const { kind } = setting;
  const papers: Paper[] = [];
  if (isFullFiling(kind) || kind.type === "CLAIM") {
    if (!isIndividual(setting) && kind.type !== "CHANGE_SERVICE") papers.push(certificate(setting));
    papers.push(...idPapers(setting.erp, "ERP", null));
    if (isIndividual(setting) && needsFiveImages(setting)) papers.push(idAsCertificate(papers));
  }
  if (isFullFiling(kind)) {
    setting.services.forEach((service, i) => {
      papers.push(
        ...idPapers(setting.srp ?? setting.erp, setting.srp === null ? "SHARED" : "SRP", i, papers),
      );
      if (service.app !== null) papers.push(iconPaper(service.name, setting.order.index, i));
    });
    papers.push(...livenessPapers(setting));
    papers.push(...domainPapers(setting));
  }
  papers.push(...letters(setting));
  bundlePapers(papers);
  return papers;
}

function certificate(setting: PaperSetting): Paper {
  const { order, shape, entity, place, legalRepresentative, scope } = setting;
  const { page, fields } = certificatePage(order, shape, entity, place, legalRepresentative, scope);
  return paper({ kind: "ENTITY_CERTIFICATE", page, ocr: fields, sheet: "certificate" });
}

/** Where a change takes the five legacy images, an individual's ID stands for the certificate among them. */
function needsFiveImages({ shape, kind }: PaperSetting): boolean {
  return shape.province.bothOnly === true && kind.type === "CHANGE_BOTH";
}

function idAsCertificate(papers: readonly Paper[]): Paper {
  const front = papers.find((one) => one.kind === "ERP_ID_FRONT");
  if (front === undefined) throw new Error("no ID among the papers");
  return { ...front, kind: "ENTITY_CERTIFICATE", fileName: "entity-certificate" };
}

/** Both sides of an ID. One person in both roles hands in one set of pictures, read once for each role. */
function idPapers(
  human: Human,
  role: "ERP" | "SRP" | "SHARED",
  serviceIndex: number | null,
  known: Paper[] = [],
): Paper[] {
  const pages = idPages(human);
  const sheet = role === "SRP" ? "srp" : "erp";
  const prefix = role === "ERP" ? "ERP" : "SRP";
  return (["front", "back"] as const).map((side) => {
    const drawn = known.find((one) => one.sheet === `${sheet}-${side}`)?.page ?? pages[side].page;
    const suffix = side === "front" ? "FRONT" : "BACK";
    return paper({
      kind: `${prefix}_ID_${suffix}`,
      serviceIndex,
      page: drawn,
      ocr: pages[side].fields,
      documentKind: human.idType === 2 ? "ID_CARD" : "OTHER",
      sheet: `${sheet}-${side}`,
    });
  });
}

function iconPaper(name: string, hue: number, serviceIndex: number): Paper {
  const page: Page = { form: "ICON", text: name.slice(0, 2), hue: (hue * 47) % 360 };
  return paper({ kind: "APP_ICON", serviceIndex, page, sheet: `icon-${serviceIndex}` });
}

function livenessPapers({ liveness, srp, erp }: PaperSetting): Paper[] {
  const person = srp ?? erp;
  return liveness.map(({ serviceIndex }, i) =>
    paper({
      kind: "LIVENESS_PHOTO",
      serviceIndex,
      page: { form: "PORTRAIT", male: person.male, face: person.face + i, background: "WHITE" },
      sheet: `portrait-${i}`,
    }),
  );
}

function domainPapers({ shape, kind, services, entity, order }: PaperSetting): Paper[] {
  if (shape.province.noDomainCertificate === true || kind.type === "CHANGE_ENTITY") return [];
  const all = services.flatMap((service) => service.domains);
  const page: Page = {
    form: "SCREENSHOT",
    title: "域名证书",
    rows: [
      ["域名", all.join("  ")],
      ["域名所有者", entity.name],
      ["注册日期", dateOfDay(order.today - 900)],
      ["域名状态", "正常 (已实名)"],
    ],
  };
  return services.flatMap((service, serviceIndex) =>
    service.domains.map((domain) =>
      paper({ kind: "DOMAIN_CERTIFICATE", serviceIndex, domain, page, sheet: "domains" }),
    ),
  );
}

function letters(setting: PaperSetting): Paper[] {
  const { order, entity, erp, srp, legalRepresentative, place, services } = setting;
  const letterSetting: LetterSetting = {
    order,
    entity,
    individual: isIndividual(setting),
    erp,
    srp: srp ?? erp,
    legalRepresentative,
    provinceName: place.province.name,
    domains: services.flatMap((service) => service.domains),
  };
  return lettersNeeded(setting).map(({ kind, serviceIndex }) => {
    const page = letterPage(kind, letterSetting);
    const residence = kind === "RESIDENCE_PROOF";
    return paper({
      kind,
      serviceIndex,
      page,
      sheet: residence ? "residence" : `letter ${kind}`,
      documentKind: residence ? "RESIDENCE_PERMIT" : "OTHER",
      ocr: residence
        ? {
            name: erp.name,
            idNumber: erp.idNumber,
            address: entity.contactAddress,
            validFrom: dateOfDay(order.today - 60),
            validTo: dateOfDay(order.today + 300),
          }
        : kind.endsWith("_AUTHORIZATION")
          ? {
              name: kind === "ERP_AUTHORIZATION" ? erp.name : (srp ?? erp).name,
              validFrom: dateOfDay(order.today - 15),
            }
          : null,
    });
  });
}

interface NeededLetter {
  readonly kind: LetterKind;
  readonly serviceIndex: number | null;
}

function lettersNeeded(setting: PaperSetting): NeededLetter[] {
  const { shape, kind } = setting;
  const needed: NeededLetter[] = [];
  const need = (letter: LetterKind, serviceIndex: number | null = null) => {
    needed.push({ kind: letter, serviceIndex });
  };
  if (kind.type === "CANCEL_ACCESS" && kind.origin === "FORCED") need("FORCED_CANCEL_EVIDENCE");
  if (!isFullFiling(kind)) return needed;
  const { province } = shape;
  const individual = isIndividual(setting);
  const entityFiling = kind.type !== "CHANGE_SERVICE";
  const opening = kind.type === "FIRST_FILING" || kind.type === "ADD_SERVICE";
  if (!individual && shape.delegate && entityFiling) need("ERP_AUTHORIZATION");
  const srpIsLegal = setting.srp === null && setting.erp.isLegalRepresentative;
  const newErpLetter = province.erpChangeNeedsBoth === true && shape.changes.includes("LEGAL_REP");
  if (!individual && ((province.srpLetter === true && !srpIsLegal) || newErpLetter)) {
    for (const i of setting.services.keys()) need("SRP_AUTHORIZATION", i);
  }
  if (province.undertaking === true) need("FILING_UNDERTAKING");
  if (province.truthPapers === true) {
    need("TRUTH_NOTICE");
    need("TRUTH_UNDERTAKING");
  }
  if (individual && shape.outOfProvince && entityFiling && asksResidence(province.individuals))
    need("RESIDENCE_PROOF");
  if (individual && entityFiling && bringsEmploymentProof(shape)) need("EMPLOYMENT_PROOF");
  if (needsFiveImages(setting)) need("VERIFICATION_SHEET");
  if (province.partyProof === true && opening) need("PARTY_BUILDING_PROOF");
  if (opening && province.approvalFor?.some((nature) => nature === shape.nature))
    need("INSTITUTION_APPROVAL");
  if (shape.changes.includes("NAME")) need("NAME_CHANGE_PROOF");
  return needed;
}

function bringsEmploymentProof({ erpAge, province }: OrderShape): boolean {
  return (
    erpAge !== null &&
    erpAge < (province.employmentProofUnder ?? 0) &&
    erpAge >= (province.minAge?.individual ?? 0)
  );
}

function asksResidence(policy: string | null): boolean {
  return policy === "PERMIT" || policy === "STUDENT_OR_PERMIT";
}
