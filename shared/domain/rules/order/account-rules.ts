import { FILING_TYPES } from "../../filing/filing-type";
import { ADDING_FILINGS } from "../filing-sets";
import { cannotCheck, fact, violated } from "../results";
import { type Rule, rule } from "../rule";
import { sponsorName } from "./sponsor-name";

/** More open orders than this are not named. */
const MAX_NAMED_ORDERS = 5;

/** Whose order this is. */
export const ACCOUNT_RULES: readonly Rule[] = [
  rule({
    id: "R-001",
    group: "ORD",
    title: { zh: "存在进行中的订单", en: "Another order is open" },
    applies: { filingTypes: FILING_TYPES },
    fields: ["accountId", "entity.certNumber", "transfer.fromAccountId", "transfer.toAccountId"],
    needs: ["context.openOrders"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "NONE",
    gate: "ENTRY",
    message: {
      zh: "该主体或账号还有未完成的备案订单，请先完成或放弃后再提交",
      en: "An order for this entity or account is still open; finish or abandon it first",
    },
    params: ["entityName", "otherOrderNo"],
    templates: ["T-ORD-01"],
    source: "seed §1 s2.1; HW-KB doc_0028",
    judge: (input) => {
      const { openOrders } = input.facts;
      if (openOrders === null) return [cannotCheck("accountId", "context.openOrders")];
      if (openOrders.length === 0) return [];
      const otherOrderNo = openOrders.slice(0, MAX_NAMED_ORDERS).join("、");
      const params = { entityName: sponsorName(input), otherOrderNo };
      const place = input.facts.openOrderPlace ?? "accountId";
      return [violated(place, params, [fact("context.openOrders", otherOrderNo)])];
    },
  }),
  rule({
    id: "R-002",
    group: "ORD",
    title: { zh: "一账号一主体", en: "One account, one entity" },
    applies: { filingTypes: [...ADDING_FILINGS, "CLAIM", "TRANSFER"] },
    fields: ["accountId", "entity.certNumber", "transfer.toAccountId"],
    needs: ["context.accountBinding"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "当前账号已绑定其他备案主体，请换用对应账号或先做转移备案",
      en: "This account is bound to another entity; use its account or transfer first",
    },
    params: ["boundEntity"],
    templates: ["T-ORD-08"],
    source: "seed §11; HW-KB doc_0180, doc_0168",
    judge: ({ application, facts }) => {
      const place = application.filingType === "TRANSFER" ? "transfer.toAccountId" : "accountId";
      if (facts.accountBinding === null) return [cannotCheck(place, "context.accountBinding")];
      if (facts.accountBinding === "FREE") return [];
      const { boundEntity } = facts.accountBinding;
      return [violated(place, { boundEntity }, [fact("context.accountBinding", boundEntity)])];
    },
  }),
];
