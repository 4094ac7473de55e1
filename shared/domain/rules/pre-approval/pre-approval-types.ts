import type { Text } from "../rule";

/** Pre-approval types of `domain.md` §5.8; the list may go on. */
const TYPE_NAMES: ReadonlyMap<string, Text> = new Map([
  ["1", { zh: "新闻", en: "news" }],
  ["2", { zh: "出版", en: "publishing" }],
  ["3", { zh: "教育", en: "education" }],
  ["4", { zh: "医疗保健", en: "health care" }],
  ["5", { zh: "药品和医疗器械", en: "drugs and medical devices" }],
  ["6", { zh: "电子公告服务", en: "electronic bulletin services" }],
  ["9", { zh: "文化", en: "culture" }],
  ["10", { zh: "广播电影电视节目", en: "radio, film and television programmes" }],
  ["11", { zh: "网络预约车", en: "ride hailing" }],
  ["13", { zh: "互联网金融", en: "internet finance" }],
  ["14", { zh: "校外培训", en: "off-campus tutoring" }],
]);

/** Name of a pre-approval type; of an unknown one its code. */
export function preApprovalName(code: string): Text {
  return TYPE_NAMES.get(code) ?? { zh: `前置审批类型${code}`, en: `pre-approval type ${code}` };
}

/** How the document of a type is called to the customer. */
export function permitName(code: string): Text {
  const { zh, en } = preApprovalName(code);
  return { zh: `${zh}前置审批文件`, en: `the pre-approval document for ${en}` };
}
