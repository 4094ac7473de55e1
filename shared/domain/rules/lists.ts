import { z } from "zod";

/**
 * Word lists, code lists and configured numbers that the rules read (domain.md §7, "Lists"). All are data: an
 * administrator edits them, and every edit makes a new rule-set version.
 */

const words = z.array(z.string().min(1).max(60)).max(2000);
const numbers = z.record(z.string().max(40), z.number().int().min(0).max(10_000));

export const ruleListsSchema = z.object({
  /** */
  nationalPrefixes: words,
  /** */
  sensitiveWords: words,
  /** industry, company, place and person words, and 论坛, 平台 and the like. */
  individualNameWords: words,
  /** */
  genericAppWords: words,
  /** words by pre-approval type code of `domain.md` §5.8. */
  preApprovalWords: z.record(z.string().max(8), words),
  /** */
  financeWords: words,
  /** */
  financeWordsLiaoning: words,
  /** company statuses that count as normal. */
  normalCompanyStatuses: words,
  /** first three digits. */
  riskySegments: words,
  /** top-level domains approved by MIIT, in ASCII without dot; null = no list is held. */
  approvedTlds: words.nullable(),
  /** our mainland address pools as CIDR. */
  ipPools: words,
  /** ranges that would be refused but are admitted here, as CIDR. */
  admittedIpRanges: words,
  /** least cumulative months by `resource.type`; a type that is not named is not eligible. */
  resourceTerms: numbers,
  /** services that one resource may carry; a type that is not named has no limit here. */
  resourceQuota: numbers,
  /** service content codes a nature may choose; a nature that is not named is not restricted. */
  contentByNature: z.record(z.string().max(40), z.array(z.number().int()).max(64)),
  /** Where the sources contradict each other nation-wide (domain.md §13): which of them is followed. */
  flags: z.strictObject({
    /** §13 no. 8, R-072: a change of the entity alone needs a service person's liveness (seed §6); false: it does not. */
    livenessOnEntityChange: z.boolean(),
    /** §13 no. 19, R-096: a unit's ERP, or a proven shareholder, may hold its domain (seed table 1-3); false: it alone. */
    unitDomainHeldByPerson: z.boolean(),
    /** §13 no. 20, R-009: a filing in review elsewhere stops additions too (HW-KB doc_0152); false: it does not (seed2). */
    reviewElsewhereStopsAdditions: z.boolean(),
  }),
});
export type RuleLists = z.infer<typeof ruleListsSchema>;
export type ListKey = keyof RuleLists;
export const LIST_KEYS = ruleListsSchema.keyof().options;

/**
 * What a fresh installation holds. Prefixes, segments, terms and content codes are documented; the four lists without
 * a public source (sensitive, pre-approval, finance, generic APP names) hold first entries to be grown by the desk.
 */
export const DEFAULT_LISTS: RuleLists = {
  nationalPrefixes: ["中国", "中华", "国家", "中央", "人民", "人大"],
  sensitiveWords: ["赌博", "博彩", "色情", "毒品", "枪支", "代孕", "翻墙", "反动"],
  individualNameWords: [
    ...["论坛", "平台", "工作室", "博客", "公司", "企业", "集团", "协会", "商城", "商务", "门户", "官网"],
    ...["医疗", "教育", "培训", "金融", "新闻", "招聘", "房产", "旅游", "法律", "药品", "科技"],
    ...["北京", "上海", "广东", "深圳", "浙江", "江苏", "四川", "湖南", "湖北", "山东"],
  ],
  genericAppWords: ["软件", "应用", "程序", "测试", "免费", "最新", "微信", "抖音", "淘宝", "小红书"],
  preApprovalWords: {
    "1": ["新闻"],
    "2": ["出版"],
    "5": ["药品", "医疗器械"],
    "10": ["广播电视节目", "视听节目"],
    "11": ["网约车", "网络预约出租"],
    "14": ["校外培训", "学科类培训"],
  },
  financeWords: ["担保", "典当", "贷款", "理财", "小额信贷", "融资租赁"],
  financeWordsLiaoning: ["投资管理", "担保", "典当", "贷款", "理财"],
  normalCompanyStatuses: ["存续", "在业", "开业", "在营", "正常"],
  riskySegments: ["162", "165", "167", "170", "171"],
  approvedTlds: null,
  ipPools: ["203.0.113.0/24", "121.36.0.0/14"],
  admittedIpRanges: ["203.0.113.0/24"],
  resourceTerms: {
    ECS: 3,
    AUTH_CODE: 0,
    ENTERPRISE_PORTAL: 3,
    DEDICATED_CLOUD: 12,
    NAT_GATEWAY: 3,
    PRIVILEGED: 0,
  },
  resourceQuota: { ECS: 5, AUTH_CODE: 1, ENTERPRISE_PORTAL: 3 },
  contentByNature: { INDIVIDUAL: [32, 8388608] },
  flags: { livenessOnEntityChange: true, unitDomainHeldByPerson: true, reviewElsewhereStopsAdditions: false },
};
