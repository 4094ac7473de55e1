import type { Text } from "../rule";

/** What the fields of a responsible person are called in messages to the customer. */
export const PERSON_FIELDS = {
  name: { zh: "姓名", en: "name" },
  idNumber: { zh: "证件号码", en: "ID number" },
  mobile: { zh: "手机号码", en: "mobile number" },
  emergencyPhone: { zh: "应急电话", en: "emergency phone" },
  email: { zh: "电子邮箱", en: "e-mail address" },
} as const satisfies Record<string, Text>;

export type ContactField = "mobile" | "emergencyPhone" | "email";
