import type { Draft, DraftSite } from "../draft";
import {
  both,
  type Defect,
  editsServices,
  filesServices,
  found,
  inProvince,
  isCompany,
  isPerson,
  isUnit,
  opensServices,
  outside,
  type Planted,
  startsWithWebsite,
  typeIn,
} from "./defect";

const NAME = "services[0].name";

function renamedTo(ruleId: string, name: (draft: Draft) => string): (draft: Draft) => Planted[] {
  return (draft) => {
    const [service] = draft.services;
    if (service === undefined) return [];
    service.name = name(draft);
    return [found(ruleId, NAME)];
  };
}

/** Units whose bureau prescribes no form of the site's name. */
const namesSiteFreely = both(editsServices, startsWithWebsite, isCompany, outside("GD", "HL"));

/** Changes what was seen on an open, filed website. */
function onFiledSite(
  ruleId: string,
  path: string,
  change: (site: DraftSite) => void,
): (draft: Draft) => Planted[] {
  return ({ sites }) => {
    const open = sites.find((site) => site.reachable);
    if (open === undefined) return [];
    change(open);
    return [found(ruleId, path)];
  };
}

const hasFiledSites = typeIn("ADD_ACCESS", "ADD_SERVICE", "CHANGE_ENTITY", "CHANGE_SERVICE", "CHANGE_BOTH");

/** Faults of websites: name, content, remark, and the sites filed before (group WEB). */
export const WEBSITE_DEFECTS: readonly Defect[] = [
  {
    id: "symbol-in-site-name",
    touches: ["site name"],
    suits: (shape) =>
      editsServices(shape) && startsWithWebsite(shape) && (isPerson(shape) || outside("GD", "HL")(shape)),
    plant: renamedTo(
      "R-106",
      ({ services: [service], order }) =>
        `${service?.name}${order.stream("symbol").pick(["★", "！", "@", "♥"])}`,
    ),
  },
  {
    id: "site-name-too-short",
    touches: ["site name"],
    suits: namesSiteFreely,
    plant: renamedTo("R-106", ({ brand }) => brand.zh),
  },
  {
    id: "national-prefix",
    touches: ["site name"],
    suits: namesSiteFreely,
    plant: renamedTo(
      "R-107",
      ({ names, order }) => `${order.stream("prefix").pick(["中国", "国家", "中华"])}${names.short}`,
    ),
  },
  {
    id: "site-name-unrelated",
    touches: ["site name"],
    suits: namesSiteFreely,
    plant: renamedTo("R-109", () => "晚风小筑生活馆"),
  },
  {
    id: "individual-name-out-of-scope",
    touches: ["site name"],
    suits: both(editsServices, startsWithWebsite, isPerson),
    plant: renamedTo("R-110", ({ order }) =>
      order.stream("scope").pick(["青禾的工作室", "小满论坛", "听雨的博客", "拾光交流平台"]),
    ),
  },
  {
    id: "guangdong-name-without-official-site",
    touches: ["site name"],
    suits: both(editsServices, startsWithWebsite, isUnit, inProvince("GD")),
    plant: renamedTo("R-111", ({ names }) => names.short),
  },
  {
    id: "heilongjiang-name-not-of-unit",
    touches: ["site name"],
    rare: true,
    suits: both(editsServices, startsWithWebsite, isCompany, inProvince("HL")),
    plant: renamedTo("R-111", ({ brand }) => `${brand.zh}客户服务`),
  },
  {
    id: "site-name-repeated",
    touches: ["site name", "filed"],
    rare: true,
    suits: both(typeIn("ADD_SERVICE"), startsWithWebsite, inProvince("SN")),
    plant: renamedTo(
      "R-112",
      ({ filed, services: [service] }) => filed?.services[0]?.name ?? service?.name ?? "",
    ),
  },
  {
    id: "shop-of-an-individual",
    touches: ["content"],
    suits: both(filesServices, isPerson),
    plant: ({ services: [service] }) => {
      if (service === undefined) return [];
      service.serviceContent = [256];
      return [found("R-113", "services[0].serviceContent[0]")];
    },
  },
  {
    id: "remark-empty",
    touches: ["remark"],
    suits: editsServices,
    plant: ({ services: [service] }) => {
      if (service === undefined) return [];
      service.remark = "";
      return [found("R-114", "services[0].remark")];
    },
  },
  {
    id: "several-languages",
    touches: ["languages"],
    suits: both(editsServices, outside("XJ")),
    plant: ({ services: [service] }) => {
      if (service === undefined) return [];
      service.languages = [1, 2, 12];
      return [found("R-115", "services[0].languages")];
    },
  },
  {
    id: "filed-site-abroad",
    touches: ["sites"],
    suits: hasFiledSites,
    plant: onFiledSite("R-116", "entity.filingNumber", (site) => {
      site.onMainlandIp = false;
    }),
  },
  {
    id: "footer-without-number",
    touches: ["sites"],
    suits: hasFiledSites,
    plant: onFiledSite("R-117", "entity.filingNumber", (site) => {
      site.footerNumber = null;
    }),
  },
  {
    id: "footer-without-link",
    touches: ["sites"],
    suits: hasFiledSites,
    plant: onFiledSite("R-117", "entity.filingNumber", (site) => {
      site.footerLink = null;
    }),
  },
  {
    id: "footer-names-somebody-else",
    touches: ["sites"],
    suits: (shape) => hasFiledSites(shape) && shape.province.copyright === true,
    plant: onFiledSite("R-118", "entity.name", (site) => {
      site.footerCopyright = "版权所有 © 示例他方贸易有限公司";
    }),
  },
  {
    id: "construction-plan-missing",
    touches: ["registry", "plan"],
    rare: true,
    suits: (shape) =>
      shape.kind.type === "ADD_SERVICE" &&
      (shape.province.id === "HN" || (shape.province.id === "SH" && isUnit(shape))),
    plant: ({ registry, shape }) => {
      registry.servicesTotal = shape.province.id === "HN" ? 3 : 32;
      return [found("R-120", "materials")];
    },
  },
  {
    id: "province-ceiling-reached",
    touches: ["registry"],
    rare: true,
    suits: both(typeIn("ADD_SERVICE"), startsWithWebsite, inProvince("SN")),
    plant: ({ registry, shape }) => {
      registry.servicesTotal = isPerson(shape) ? 5 : 30;
      return [found("R-121", "services")];
    },
  },
  {
    id: "sixth-service-of-an-individual",
    touches: ["registry"],
    rare: true,
    suits: both(opensServices, typeIn("ADD_SERVICE"), isPerson, outside("SN", "JX", "HN")),
    plant: ({ registry }) => {
      registry.servicesTotal = 5;
      return [found("R-122", "services")];
    },
  },
];

/** Faults that a list of words decides: right as long as the lists hold 新闻, 药品 and 担保 (group PRE). */
export const SECTOR_DEFECTS: readonly Defect[] = [
  {
    id: "news-without-permit",
    touches: ["site name"],
    suits: both(opensServices, startsWithWebsite, isCompany, outside("GD", "HL")),
    plant: renamedTo("R-143", ({ brand }) => `${brand.zh}新闻网`),
  },
  {
    id: "scope-needs-undertaking",
    touches: ["scope"],
    suits: both(filesServices, isCompany),
    plant: ({ company }) => {
      if (company === null) return [];
      company.businessScope += "；药品零售";
      return [found("R-145", "materials")];
    },
  },
  {
    id: "finance-without-document",
    touches: ["scope"],
    suits: both(filesServices, isCompany),
    plant: ({ company }) => {
      if (company === null) return [];
      company.businessScope += "；非融资性担保服务";
      return [found("R-146", "materials")];
    },
  },
];
