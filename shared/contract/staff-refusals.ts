import type { RefusalCode } from "../domain/order/refusal";

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/**
 * How the staff API says no before, or beside, the order machine: sign-in, request form, documents, people.
 * Stable codes as in `data.refusal` (contracts.md §3); `{name}` stands for a parameter.
 */
export const EDGE_REFUSAL_TEXTS = {
  SIGN_IN_REQUIRED: { zh: "请先登录", en: "Sign in first" },
  SIGN_IN_FAILED: { zh: "用户名或密码不正确", en: "The user name or password is not correct" },
  ACCOUNT_LOCKED: {
    zh: "登录失败次数过多，账号已临时锁定，请 {minutes} 分钟后再试",
    en: "Too many failed attempts: the account is locked for now. Try again in {minutes} minutes",
  },
  TOO_MANY_ATTEMPTS: {
    zh: "登录尝试过于频繁，请 {minutes} 分钟后再试",
    en: "Too many sign-in attempts from here. Try again in {minutes} minutes",
  },
  SERVER_BUSY: { zh: "系统繁忙，请稍后再试", en: "The system is busy; try again in a moment" },
  CROSS_SITE: { zh: "请求来源不被允许", en: "Requests from this origin are not accepted" },
  CLIENT_HEADER_MISSING: { zh: "请求缺少客户端标识", en: "The request lacks the x-icp-client header" },
  UNSUPPORTED_MEDIA_TYPE: { zh: "仅接受 application/json", en: "Only application/json is accepted" },
  METHOD_NOT_ALLOWED: { zh: "请求方法不被允许", en: "This request method is not accepted" },
  BAD_INPUT: { zh: "请求内容不符合要求，请检查后重试", en: "The input is not valid; check it and try again" },
  TOO_LARGE: { zh: "请求内容过大", en: "The request is too large" },
  NOT_FOUND: { zh: "没有这个地址", en: "There is nothing at this address" },
  REVEAL_LIMIT: {
    zh: "一小时内最多查看 {limit} 次完整信息，请稍后再试",
    en: "Personal data may be shown {limit} times an hour; try again later",
  },
  DOCUMENT_NOT_FOUND: { zh: "该订单没有这份材料", en: "The order has no such document" },
  DOCUMENT_CLOSED: {
    zh: "材料含个人信息，请先领取订单再查看",
    en: "Documents hold personal data: claim the order to open them",
  },
  HASH_MISMATCH: {
    zh: "文件内容与校验值不一致，请重新上传",
    en: "The bytes do not match their hash; upload them again",
  },
  MATERIAL_REFUSED: {
    zh: "仅接受完好的 JPEG、PNG、PDF 文件",
    en: "Only intact JPEG, PNG and PDF files are accepted",
  },
  UNKNOWN_MATERIAL: {
    zh: "订单引用了未上传的材料",
    en: "The order refers to a material that was never uploaded",
  },
  STAFF_NOT_FOUND: { zh: "没有这个账号", en: "There is no such account" },
  ROLES_INCOMPATIBLE: {
    zh: "系统管理员、安全管理员、审计员不能兼任其他角色",
    en: "Administrator, security administrator and auditor exclude every other role",
  },
  OWN_ROLES: { zh: "不能修改自己的角色", en: "You cannot change your own roles" },
  RULE_NOT_FOUND: { zh: "没有这条规则", en: "There is no such rule" },
  PROVINCE_NOT_FOUND: { zh: "没有这个省份", en: "There is no such province" },
  EFFECTIVE_IN_PAST: { zh: "生效日期不能早于今天", en: "A change cannot take effect before today" },
  EFFECTIVE_RANGE: { zh: "失效日期不能早于生效日期", en: "The last day lies before the first" },
  BAD_SWITCH_VALUE: { zh: "该值不符合“{key}”的格式", en: "The value does not have the form of {key}" },
  BAD_LIST_VALUE: { zh: "该内容不符合“{list}”的格式", en: "The value does not have the form of {list}" },
  RULE_FIXED: {
    zh: "{ruleId} 不允许停用或降级：没有人可以放行它的命中",
    en: "{ruleId} stays as it is: nobody may set its findings aside",
  },
  BLACKLIST_DUPLICATE: { zh: "黑名单中已有该条目", en: "The blacklist has this entry already" },
  BLACKLIST_NOT_FOUND: { zh: "黑名单中没有该条目", en: "The blacklist has no such entry" },
  TEMPLATE_FAULTS: {
    zh: "占位符不符合要求：{names}。每个占位符须在中英文正文中都出现，且不能新增",
    en: "Placeholders do not fit: {names}. Both bodies need each of them, and no other",
  },
  TEMPLATE_DRAFT_OPEN: {
    zh: "该模板已有他人的草稿，请先发布或作废",
    en: "Somebody else has an open draft of this template; release or discard it first",
  },
  STALE_TEMPLATE_DRAFT: {
    zh: "该草稿已被处理或已有新的版本，请刷新后查看",
    en: "This draft was settled or replaced meanwhile; reload and read it again",
  },
  OWN_TEMPLATE: {
    zh: "模板须由作者以外的人发布",
    en: "A template is released by somebody other than its author",
  },
  SIMULATOR_ABSENT: { zh: "当前环境没有管局模拟器", en: "There is no bureau simulator here" },
  SIMULATOR_UNREACHABLE: { zh: "管局模拟器没有响应", en: "The bureau simulator does not answer" },
  INTERNAL: { zh: "系统出错，请稍后再试", en: "Something went wrong; try again later" },
} as const satisfies Record<string, Sentence>;

export type EdgeRefusalCode = keyof typeof EDGE_REFUSAL_TEXTS;

/** Every code that `data.refusal` of an answer may hold. */
export type StaffRefusalCode = RefusalCode | EdgeRefusalCode;

/** `data` of every error of the staff API; the messages have their parameters filled in. */
export interface StaffErrorData {
  readonly code: string;
  readonly httpStatus: number;
  readonly refusal: StaffRefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly messageZh: string;
  readonly messageEn: string;
  /** Paths of the input fields that were not accepted; empty for every other refusal. Never a value. */
  readonly fields: readonly string[];
}
