import type { Page } from "../images/page";
import { chineseDate, dateOfDay } from "./calendar-days";
import type { DraftEntity } from "./entity";
import type { OrderSeed } from "./order-seed";
import type { Human } from "./people";

/** The letters and undertakings of an order, worded for its own entity, person and domains. */
export interface LetterSetting {
  readonly order: OrderSeed;
  readonly entity: DraftEntity;
  readonly individual: boolean;
  readonly erp: Human;
  readonly srp: Human;
  readonly legalRepresentative: string;
  readonly provinceName: string;
  readonly domains: readonly string[];
}

export type LetterKind =
  | "ERP_AUTHORIZATION"
  | "SRP_AUTHORIZATION"
  | "FILING_UNDERTAKING"
  | "TRUTH_NOTICE"
  | "TRUTH_UNDERTAKING"
  | "VERIFICATION_SHEET"
  | "PARTY_BUILDING_PROOF"
  | "INSTITUTION_APPROVAL"
  | "NAME_CHANGE_PROOF"
  | "FORCED_CANCEL_EVIDENCE"
  | "RESIDENCE_PROOF"
  | "EMPLOYMENT_PROOF";

export function letterPage(kind: LetterKind, setting: LetterSetting): Page {
  const { entity, erp, srp, legalRepresentative, individual } = setting;
  const unit = entity.name;
  const text = LETTERS[kind](setting);
  const bySrp = kind.startsWith("TRUTH_");
  return {
    form: "LETTER",
    title: text.title,
    lines: text.lines,
    signer: individual ? erp.name : bySrp ? srp.name : legalRepresentative,
    date: chineseDate(dateOfDay(setting.order.today - 3 - setting.order.stream(`letter ${kind}`).int(12))),
    seal: text.sealedBy ?? (individual ? null : unit),
  };
}

interface Letter {
  readonly title: string;
  readonly lines: readonly string[];
  readonly sealedBy?: string;
}

const LETTERS: Readonly<Record<LetterKind, (setting: LetterSetting) => Letter>> = {
  ERP_AUTHORIZATION: ({ entity, erp, legalRepresentative, provinceName }) => ({
    title: "主体负责人授权书",
    lines: [
      `致${provinceName}通信管理局：`,
      `兹授权本单位员工${erp.name}(证件号码${erp.idNumber})担任${entity.name}的互联网信息服务备案主体负责人，`,
      "办理备案相关事宜，由此产生的责任由本单位承担。",
      `法定代表人：${legalRepresentative}`,
    ],
  }),
  SRP_AUTHORIZATION: ({ entity, srp, provinceName }) => ({
    title: "互联网信息服务负责人授权书",
    lines: [
      `致${provinceName}通信管理局：`,
      `兹授权${srp.name}(证件号码${srp.idNumber})为${entity.name}的互联网信息服务负责人，`,
      "负责信息服务的日常管理与信息安全工作，授权期限自签署之日起至服务注销之日止。",
    ],
  }),
  FILING_UNDERTAKING: ({ entity, provinceName, domains }) => ({
    title: "互联网信息服务备案承诺书",
    lines: [
      `${provinceName}通信管理局：`,
      `本备案主体${entity.name}承诺所提交的备案信息真实、准确，`,
      `涉及域名：${domains.join("、") || "无"}。`,
      "备案信息发生变化时及时办理变更，不从事未经许可的经营性互联网信息服务。",
    ],
  }),
  TRUTH_NOTICE: ({ entity, srp }) => ({
    title: "备案信息真实性责任告知书",
    lines: [
      `${entity.name}互联网信息服务负责人${srp.name}：`,
      "您须对所填写的备案信息及所提交的证件材料的真实性负责。",
      "提供虚假备案信息的，主管部门将依法处理。",
      "本人已阅读并知悉上述内容。",
    ],
  }),
  TRUTH_UNDERTAKING: ({ entity, srp }) => ({
    title: "备案信息真实性承诺书",
    lines: [
      `本人${srp.name}，证件号码${srp.idNumber}，`,
      `系${entity.name}的互联网信息服务负责人，承诺备案信息真实有效，`,
      "并愿意承担由此产生的法律责任。",
    ],
  }),
  VERIFICATION_SHEET: ({ entity, erp, domains }) => ({
    title: "网站备案信息真实性核验单",
    lines: [
      `主办单位：${entity.name}`,
      `证件号码：${entity.certNumber}`,
      `负责人：${erp.name}`,
      `域名：${domains.join("、") || "无"}`,
      "核验结果：证件原件与备案信息一致。",
    ],
  }),
  PARTY_BUILDING_PROOF: ({ entity }) => ({
    title: "互联网企业党建工作证明",
    lines: [`兹证明${entity.name}已按要求登记党建工作情况，`, "同意其办理互联网信息服务备案。"],
    sealedBy: "示例网信办公室",
  }),
  INSTITUTION_APPROVAL: ({ entity }) => ({
    title: "事业单位网站开办审核表",
    lines: [`单位名称：${entity.name}`, `统一社会信用代码：${entity.certNumber}`, "审核意见：同意开办。"],
    sealedBy: "示例机构编制委员会",
  }),
  NAME_CHANGE_PROOF: ({ entity }) => ({
    title: "名称变更核准通知书",
    lines: [`统一社会信用代码：${entity.certNumber}`, `核准变更后的名称为：${entity.name}。`, "特此通知。"],
    sealedBy: "示例登记机关",
  }),
  FORCED_CANCEL_EVIDENCE: ({ entity }) => ({
    title: "取消接入情况说明",
    lines: [
      `备案主体：${entity.name}`,
      "备案资源已到期释放满三十日，经多次通知仍未续费，",
      "依据服务协议取消其在本平台的接入。",
    ],
    sealedBy: "示例接入服务商",
  }),
  RESIDENCE_PROOF: ({ erp, entity }) => ({
    title: "居住证",
    lines: [`姓名：${erp.name}`, `公民身份号码：${erp.idNumber}`, `居住地址：${entity.contactAddress}`],
    sealedBy: "示例公安机关",
  }),
  EMPLOYMENT_PROOF: ({ erp }) => ({
    title: "在职及收入证明",
    lines: [`兹证明${erp.name}(身份证号${erp.idNumber})为我单位在职员工，`, "以本人劳动收入为主要生活来源。"],
    sealedBy: "示例用人单位",
  }),
};
