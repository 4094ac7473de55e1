import {
  certificateNumberFault,
  isLegacyRegistrationNumber,
  LICENCE,
} from "../../identifiers/certificate-number";
import { isCreditCodeForm } from "../../identifiers/credit-code";
import { ENTITY_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, rule, type Text } from "../rule";
import { CERT_TYPES_BY_NATURE, isPairingUnknown } from "./cert-types";
import { isNormalStatus, registryDifferences } from "./company-registry";
import { certificateKind, certificateReadings, maskedNumber, sameName, shown } from "./entity-view";

/** The certificate: its name, type, number and validity, and what the company registry says. */
export const CERTIFICATE_RULES: readonly Rule[] = [
  rule({
    id: "R-021",
    group: "ENT",
    title: { zh: "主体名称与证件不一致", en: "Entity name differs from certificate" },
    applies: { filingTypes: [...ENTITY_FILINGS, "CLAIM"] },
    fields: ["entity.name"],
    needs: ["evidence.ocr[materialKind=ENTITY_CERTIFICATE].fields.name"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "主办单位名称与证件不一致，应为“{expected}”",
      en: 'Entity name differs from the certificate; expected "{expected}"',
    },
    params: ["expected", "actual"],
    templates: ["T-ENT-01"],
    source: "seed table 1-3; HW-KB 错误提示 1.2",
    judge: (input) => {
      const { name } = input.application.entity;
      const readings = certificateReadings(input, "name");
      const [first] = readings;
      if (first === undefined) {
        return [
          cannotCheck("entity.name", `evidence.ocr[materialKind=${certificateKind(input)}].fields.name`),
        ];
      }
      if (readings.some(({ value }) => sameName(input, name, value))) return [];
      const params = {
        expected: shown(input, "PERSON_NAME", first.value),
        actual: shown(input, "PERSON_NAME", name),
      };
      return [violated("entity.name", params, [at("entity.name"), at(first.path)])];
    },
  }),
  rule({
    id: "R-022",
    group: "ENT",
    title: { zh: "性质与证件类型不匹配", en: "Nature and certificate type mismatch" },
    applies: { filingTypes: ENTITY_FILINGS },
    fields: ["entity.nature", "entity.certType"],
    needs: ["list.certTypesByNature"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "主办单位性质与证件类型不匹配",
      en: "Certificate type is not valid for this entity nature",
    },
    params: ["maskedNumber", "reason"],
    templates: ["T-ENT-02"],
    source: "seed table 1-1, fig 6-4; V3.0 1014",
    judge: ({ application }) => {
      const { nature, certType, certNumber } = application.entity;
      const admitted = CERT_TYPES_BY_NATURE[nature];
      if (admitted?.includes(certType)) return [];
      if (admitted !== undefined && isPairingUnknown(nature, certType)) {
        return [cannotCheck("entity.certType", "list.certTypesByNature")];
      }
      const unknownNature: Text = { zh: "主办单位性质不存在", en: "there is no such entity nature" };
      const mismatch: Text = {
        zh: "证件类型不属于所选的主办单位性质",
        en: "this certificate type does not belong to the chosen entity nature",
      };
      const evidence = [
        at("entity.nature"),
        at("entity.certType"),
        fact("list.certTypesByNature", admitted?.join(", ") ?? null),
      ];
      return [
        violated(
          admitted === undefined ? "entity.nature" : "entity.certType",
          {
            maskedNumber: maskedNumber(certNumber),
            reason: admitted === undefined ? unknownNature : mismatch,
          },
          evidence,
        ),
      ];
    },
  }),
  rule({
    id: "R-023",
    group: "ENT",
    title: { zh: "证件号码无效", en: "Certificate number invalid" },
    applies: { filingTypes: [...ENTITY_FILINGS, "CLAIM"] },
    fields: ["entity.certNumber"],
    needs: ["list.certNumberFormats"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "证件号码格式或校验位错误",
      en: "Certificate number fails format or checksum",
    },
    params: ["maskedNumber", "reason"],
    templates: ["T-ENT-02"],
    source: "V3.0 1008/1015; GB 32100",
    judge: ({ application, today }) => {
      const { certType, certNumber } = application.entity;
      const reason = certificateNumberFault(certType, certNumber, today);
      if (reason === null) return [];
      return [
        violated("entity.certNumber", { maskedNumber: maskedNumber(certNumber), reason }, [
          at("entity.certNumber"),
          at("entity.certType"),
        ]),
      ];
    },
  }),
  rule({
    id: "R-024",
    group: "ENT",
    title: { zh: "须用统一社会信用代码", en: "Unified credit code required" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["ENTERPRISE"] },
    fields: ["entity.certNumber"],
    needs: ["evidence.ocr[materialKind=ENTITY_CERTIFICATE].fields.certNumber"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "请使用加载统一社会信用代码的最新证件",
      en: "Use the current certificate with the unified credit code",
    },
    params: ["reason"],
    templates: ["T-ENT-03"],
    source: "JD (most provinces); HW-KB 1.3",
    judge: ({ application }) => {
      const { certType, certNumber } = application.entity;
      if (certType !== LICENCE || isCreditCodeForm(certNumber)) return [];
      const reason: Text = isLegacyRegistrationNumber(certNumber)
        ? {
            zh: "所填为15位旧注册号，不是统一社会信用代码",
            en: "The number is an old 15-digit registration number, not a unified social credit code",
          }
        : {
            zh: "所填号码不是18位统一社会信用代码",
            en: "The number is not an 18-character unified social credit code",
          };
      return [violated("entity.certNumber", { reason }, [at("entity.certNumber"), at("entity.certType")])];
    },
  }),
  rule({
    id: "R-025",
    group: "ENT",
    title: { zh: "经营状态异常", en: "Business status abnormal" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["ENTERPRISE"] },
    fields: ["entity.certNumber"],
    needs: ["evidence.companyRegistry.status"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "工商公示状态为“{status}”，请先恢复正常",
      en: 'Registry status is "{status}"; restore it first',
    },
    params: ["status"],
    templates: ["T-ENT-04"],
    source: "HW-KB 错误提示 1.1; normal set [assumption]",
    judge: ({ application, lists }) => {
      const status = application.evidence?.companyRegistry?.status?.trim();
      if (!status) return [cannotCheck("entity.certNumber", "evidence.companyRegistry.status")];
      if (isNormalStatus(status, lists.normalCompanyStatuses)) return [];
      return [
        violated("entity.certNumber", { status }, [
          at("evidence.companyRegistry.status"),
          fact("list.normalCompanyStatuses", lists.normalCompanyStatuses.join("、")),
        ]),
      ];
    },
  }),
  rule({
    id: "R-026",
    group: "ENT",
    title: { zh: "与工商公示不符", en: "Differs from company registry" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["ENTERPRISE"] },
    fields: ["entity.name", "entity.certNumber", "entity.responsiblePerson.isLegalRepresentative"],
    needs: ["evidence.companyRegistry"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "名称、代码或法定代表人与工商公示信息不一致",
      en: "Name, code or legal representative differs from the public registry",
    },
    params: ["actual", "expected"],
    templates: ["T-ENT-01"],
    source: "HW-KB 1.2-1.5; TX-ops (enterprise-person checks)",
    judge: registryDifferences,
  }),
  rule({
    id: "R-027",
    group: "ENT",
    title: { zh: "证件过期", en: "Entity certificate expired" },
    applies: { filingTypes: ENTITY_FILINGS },
    fields: ["entity.certValidTo"],
    needs: ["context.today"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "证件已过有效期，请更换",
      en: "Certificate expired",
    },
    params: ["reason"],
    templates: ["T-ENT-03"],
    source: "HW-KB 1.6; doc_0024",
    judge: ({ application, today }) => {
      const { certValidTo } = application.entity;
      if (!certValidTo || certValidTo >= today) return [];
      const reason: Text = {
        zh: `证件有效期至${certValidTo}，已过期`,
        en: `The certificate was valid until ${certValidTo} and has expired`,
      };
      return [
        violated("entity.certValidTo", { reason }, [at("entity.certValidTo"), fact("context.today", today)]),
      ];
    },
  }),
];
