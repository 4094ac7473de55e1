/** What a remark says about the emergency contact. Free text: the machine proposes, the reviewer confirms. */

/** How a contact may stand to the responsible person: relatives, friends, positions in the unit. */
const RELATION_WORDS =
  "父亲|母亲|父母|父子|父女|母子|母女|爸爸|妈妈|夫妻|夫妇|丈夫|妻子|配偶|爱人|儿子|女儿|子女|兄弟|兄妹|姐弟|姐妹|" +
  "哥哥|弟弟|姐姐|妹妹|亲属|亲戚|亲友|家属|家人|朋友|好友|同事|同学|员工|经理|主任|主管|会计|出纳|助理|秘书|" +
  "股东|董事|监事|职员|职务|职位|关系";
const AROUND_WORDS =
  "第三联系人|第三人|应急|紧急|联系人|联络人|联系|联络|电话|手机|号码|姓名|名字|负责人|主体|服务|本人|公司|单位|" +
  "办公室|行政|财务|技术|与|和|系|为|是|的|其|之|及";

const RELATION = new RegExp(RELATION_WORDS, "u");
const CONTACT = /联系人|联络人|第三人|应急|紧急/u;
const NO_NAME = new RegExp(`${RELATION_WORDS}|${AROUND_WORDS}`, "gu");

/** Whether the remark relates the emergency contact to the responsible person. */
export function remarkRelates(remark: string): boolean {
  return RELATION.test(remark);
}

/** Whether the remark names an emergency contact: it speaks of one or of a relation, and a name is left over. */
export function remarkNames(remark: string): boolean {
  if (!CONTACT.test(remark) && !RELATION.test(remark)) return false;
  return /\p{sc=Han}{2}|\p{sc=Latin}{2}/u.test(remark.replace(NO_NAME, " "));
}
