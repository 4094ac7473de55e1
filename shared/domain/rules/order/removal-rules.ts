import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, rule } from "../rule";
import { deregistrationFaults } from "./deregistration-scope";
import { namedTargets, targetsOf } from "./removal-targets";

/** Orders that end a filing or an access. */
export const REMOVAL_RULES: readonly Rule[] = [
  rule({
    id: "R-017",
    group: "ORD",
    title: { zh: "注销范围错误", en: "Deregister scope wrong" },
    applies: { filingTypes: ["DEREGISTER_ENTITY", "DEREGISTER_SERVICE"] },
    fields: ["target"],
    needs: ["evidence.filedRecord", "evidence.miitRegistry"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "该记录不在本平台接入或正在注销，请核对注销对象",
      en: "Target is not accessed here or is already being deregistered",
    },
    params: ["target"],
    templates: ["T-ORD-07"],
    source: "seed §8, §9 (one service per order); V3.0 1042/1043/1048",
    thresholds: { services: 1 },
    judge: deregistrationFaults,
  }),
  rule({
    id: "R-018",
    group: "ORD",
    title: { zh: "多域名部分删除应走变更", en: "Partial domain removal needs a change" },
    // An order may name its target and carry no service, so the kind is that of the filed service.
    applies: { filingTypes: ["DEREGISTER_SERVICE"] },
    fields: ["target"],
    needs: ["evidence.filedRecord.services[].domains"],
    severity: "warn",
    check: "fully",
    outcome: null,
    message: {
      zh: "仅删除部分域名请走变更，不要注销整个服务",
      en: "To drop some domains use a change, not deregistration",
    },
    params: [],
    templates: [],
    source: "seed §8, §9 notice",
    thresholds: { domains: 1 },
    judge: (input, { domains }) => {
      const targets = targetsOf(input);
      const { services } = input.application;
      if (services.length > 0 && services.every(({ kind }) => kind === "APP")) return [];
      if (targets === null) return [cannotCheck("target", "evidence.filedRecord.services[].domains")];
      const several = targets.filter(
        ({ service }) => service.kind === "WEBSITE" && service.domains.length > domains,
      );
      if (several.length === 0) return [];
      return [violated("target", {}, [at("target"), ...several.map(({ path }) => at(`${path}.domains`))])];
    },
  }),
  rule({
    id: "R-019",
    group: "ORD",
    title: { zh: "取消接入后果提示", en: "Cancel access will create a shell" },
    applies: { filingTypes: ["CANCEL_ACCESS"] },
    fields: ["target"],
    needs: ["evidence.filedRecord.services[].accessProviders"],
    severity: "warn",
    check: "fully",
    outcome: null,
    message: {
      zh: "没有其他接入商，取消后会成为空壳并被清理，请确认",
      en: "No other provider; the service becomes a shell and is purged",
    },
    params: [],
    templates: [],
    source: "seed §7; V3.0 1025",
    judge: (input) => {
      if (input.application.cancelOrigin !== "VOLUNTARY") return [];
      const targets = targetsOf(input) ?? [];
      const alone = targets.filter(({ service: { accessProviders } }) =>
        accessProviders?.length ? accessProviders.every(({ ours }) => ours) : false,
      );
      if (alone.length > 0) {
        return [
          violated("target", {}, [at("target"), ...alone.map(({ path }) => at(`${path}.accessProviders`))]),
        ];
      }
      const known =
        targets.length >= namedTargets(input).length &&
        targets.every(({ service }) => service.accessProviders);
      return known && targets.length > 0
        ? []
        : [cannotCheck("target", "evidence.filedRecord.services[].accessProviders")];
    },
  }),
  rule({
    id: "R-020",
    group: "ORD",
    title: { zh: "注销/取消须客户确认", en: "Customer confirmation required" },
    applies: { filingTypes: ["CANCEL_ACCESS", "DEREGISTER_ENTITY", "DEREGISTER_SERVICE"] },
    fields: ["target"],
    needs: ["context.confirmation"],
    severity: "block",
    check: "fully",
    outcome: null,
    override: "NONE",
    gate: "PUSH",
    message: {
      zh: "尚未收到客户确认，不能提交管局",
      en: "Customer confirmation not received; cannot push",
    },
    params: [],
    templates: [],
    source: "seed §7.6, §8.6, §9.6",
    judge: ({ application, facts }) => {
      if (application.cancelOrigin === "FORCED" && application.filingType === "CANCEL_ACCESS") return [];
      if (facts.confirmed === null) return [cannotCheck("target", "context.confirmation")];
      return facts.confirmed ? [] : [violated("target", {}, [fact("context.confirmation", false)])];
    },
  }),
];
