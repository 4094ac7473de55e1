import type { Refusal, RefusalCode } from "./refusal";

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** What each refusal tells the person: what happened and what to do next. `{name}` stands for a parameter. */
export const REFUSAL_TEXTS = {
  ORDER_NOT_FOUND: { zh: "没有这个订单，请核对订单号", en: "There is no such order; check the order number" },
  NOT_PERMITTED: { zh: "您的角色不能执行此操作", en: "Your role may not do this" },
  STALE_ORDER: {
    zh: "订单已被更新，请查看最新内容后再操作;您填写的内容仍保留",
    en: "The order has changed since you opened it. Look at the current state and try again; what you typed is kept",
  },
  STALE_FINDINGS: {
    zh: "审核结果已重新计算，请查看最新结果后再提交结论",
    en: "The findings were recalculated; review them before you decide",
  },
  STATUS_NOT_ALLOWED: {
    zh: "订单当前状态({status})不允许此操作",
    en: "The order's current status ({status}) does not allow this",
  },
  KIND_NOT_ALLOWED: { zh: "该备案类型不允许此操作", en: "This filing type does not allow this" },
  ORDER_NOT_CLAIMED: { zh: "请先领取订单再操作", en: "Claim the order first" },
  ORDER_CLAIMED_BY_OTHER: { zh: "订单正由 {holder} 处理", en: "The order is being handled by {holder}" },
  ORDER_ALREADY_YOURS: { zh: "您已领取此订单", en: "You already hold this order" },
  LEASE_EXPIRED: {
    zh: "领取已超时释放，请重新领取;您填写的内容仍保留",
    en: "Your claim expired and was released. Claim the order again; what you typed is kept",
  },
  LEASE_NOT_EXPIRED: { zh: "领取尚未超时", en: "The claim has not expired" },
  CLAIM_LIMIT: {
    zh: "您手上已有 {limit} 个订单，请先处理或释放",
    en: "You already hold {limit} orders; decide or release some first",
  },
  FOUR_EYES: {
    zh: "强制取消接入须由发起人以外的人审核",
    en: "A forced cancellation must be reviewed by somebody other than its creator",
  },
  ORDER_ON_HOLD: { zh: "订单已挂起，请先恢复", en: "The order is on hold; resume it first" },
  ORDER_NOT_ON_HOLD: { zh: "订单未挂起", en: "The order is not on hold" },
  HOLD_NOT_OVER: { zh: "挂起时间未到", en: "The hold is not over yet" },
  HOLD_UNTIL_INVALID: {
    zh: "挂起截止时间须晚于现在，且不超过 {days} 天",
    en: "The hold must end in the future, within {days} days",
  },
  ASSIGNEE_INVALID: {
    zh: "{to} 不能审核此订单，请选择其他同事",
    en: "{to} may not review this order; choose another colleague",
  },
  REASON_REQUIRED: { zh: "请至少填写一条原因", en: "Give at least one reason" },
  REASON_FIELD_REQUIRED: { zh: "每条原因须指明对应字段", en: "Every reason must name its field" },
  TEMPLATE_UNKNOWN: { zh: "没有编号为 {template} 的原因模板", en: "There is no reason template {template}" },
  UNFILLED_PLACEHOLDER: {
    zh: "给客户的内容里还有未填写的占位符",
    en: "The message to the customer still contains an unfilled placeholder",
  },
  UNRESOLVED_FINDINGS: {
    zh: "还有 {count} 条阻断项未处理，请处理或说明理由后放行",
    en: "{count} blocking findings are open; resolve them or override them with a reason",
  },
  OVERRIDE_NOT_ALLOWED: {
    zh: "规则 {ruleId} 不能由您放行",
    en: "You may not override rule {ruleId}",
  },
  UNDO_WINDOW_OVER: { zh: "撤回时间已过", en: "The time to undo is over" },
  UNDO_WINDOW_OPEN: {
    zh: "结论仍在可撤回时间内，请稍候",
    en: "The verdict can still be undone; wait a moment",
  },
  NOT_YOUR_VERDICT: { zh: "只能撤回自己的结论", en: "Only your own verdict can be undone" },
  COMMENT_REQUIRED: { zh: "请填写说明", en: "Give an explanation" },
  EVIDENCE_REQUIRED: {
    zh: "强制取消接入须附证据材料",
    en: "A forced cancellation needs its evidence attached",
  },
  NOT_EXPIRED: { zh: "期限未到", en: "The time limit has not been reached" },
  CONFIRMATION_MISSING: {
    zh: "尚未收到客户确认，不能提交管局",
    en: "The customer's confirmation has not arrived; the order cannot be pushed",
  },
  OPEN_ORDER_EXISTS: {
    zh: "该主体或账号还有未完成的备案订单 {orderNo}，请先完成或放弃",
    en: "Order {orderNo} of this entity or account is still open; finish or abandon it first",
  },
  ACCOUNT_HAS_ENTITY: {
    zh: "目标账号已有备案主体，不能接收转移",
    en: "The target account already has an entity and cannot receive the filing",
  },
  IMMUTABLE_FIELD: {
    zh: "{field} 不能修改，请放弃本单后重新提交",
    en: "{field} cannot be changed; abandon this order and submit a new one",
  },
  RECORD_CODE_INVALID: { zh: "{jgdm} 不是记录级错误码", en: "{jgdm} is not a record-level error code" },
  BUREAU_EVENT_EARLY: {
    zh: "管局消息先于前序步骤到达",
    en: "The bureau's event arrived before the step it follows",
  },
  BUREAU_EVENT_LATE: { zh: "订单已越过该步骤", en: "The order is already past this step" },
  STALE_SUBMISSION: { zh: "该消息属于较早一次上报", en: "The event belongs to an earlier submission" },
} as const satisfies Record<RefusalCode, Sentence>;

/** The two sentences of a refusal, parameters filled in. */
export function refusalSentences(refusal: Refusal): Sentence {
  const text = REFUSAL_TEXTS[refusal.code];
  return { zh: fill(text.zh, refusal), en: fill(text.en, refusal) };
}

function fill(sentence: string, refusal: Refusal): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(refusal.params[name] ?? whole));
}
