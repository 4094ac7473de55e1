/**
 * Errors of the intake API that stand before or beside the order machine: HTTP status and the two sentences. Refusals
 * of the machine keep their own codes (`refusal.ts`). `{name}` stands for a parameter.
 */
export const INTAKE_PROBLEMS = {
  UNAUTHORIZED: {
    status: 401,
    zh: "缺少有效的接入密钥，请在 Authorization 中使用 Bearer 密钥",
    en: "A valid intake key is missing; send it as Authorization: Bearer",
  },
  NOT_FOUND: { status: 404, zh: "没有这个地址", en: "There is nothing at this address" },
  METHOD_NOT_ALLOWED: {
    status: 405,
    zh: "该地址不支持此请求方法",
    en: "This address does not accept the request method",
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    zh: "请求正文须为未压缩的 UTF-8 application/json",
    en: "The body must be application/json in UTF-8, not compressed",
  },
  BODY_TOO_LARGE: {
    status: 413,
    zh: "请求正文超过 {limit} 字节",
    en: "The body is larger than {limit} bytes",
  },
  INVALID_JSON: { status: 400, zh: "请求正文不是有效的 JSON", en: "The body is not valid JSON" },
  INVALID_DOCUMENT: {
    status: 400,
    zh: "请求内容的格式有误，详见 errors 中的字段",
    en: "The form of the request is wrong; the fields are listed in errors",
  },
  INVALID_HASH: {
    status: 400,
    zh: "地址中的散列值须为 64 位十六进制 SHA-256",
    en: "The hash in the address must be a SHA-256 of 64 hexadecimal digits",
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    zh: "每个 POST 请求须带 Idempotency-Key",
    en: "Every POST must carry an Idempotency-Key",
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 400,
    zh: "Idempotency-Key 须为 1 至 {limit} 个可见 ASCII 字符",
    en: "The Idempotency-Key must be 1 to {limit} visible ASCII characters",
  },
  IDEMPOTENCY_MISMATCH: {
    status: 409,
    zh: "该 Idempotency-Key 已用于另一个请求，请换用新的值",
    en: "This Idempotency-Key was used for another request; take a new one",
  },
  UNKNOWN_MATERIAL: {
    status: 422,
    zh: "引用了本密钥未上传的材料，请先上传再提交",
    en: "The order refers to materials that this key has not uploaded; upload them first",
  },
  MATERIAL_TOO_LARGE: {
    status: 413,
    zh: "材料超过 {limit} 字节",
    en: "The material is larger than {limit} bytes",
  },
  HASH_MISMATCH: {
    status: 422,
    zh: "收到的内容与地址中的散列值不符，请重新上传",
    en: "The bytes received do not have the hash in the address; upload them again",
  },
  MATERIAL_TYPE: {
    status: 415,
    zh: "材料须为 JPEG、PNG 或 PDF,且内容与声明的类型一致",
    en: "A material must be a JPEG, PNG or PDF, and be what its content type says",
  },
  MATERIAL_BOMB: {
    status: 422,
    zh: "材料展开后过大，请降低分辨率后重新上传",
    en: "The material unpacks to too much; upload it at a lower resolution",
  },
  MATERIAL_CORRUPT: {
    status: 422,
    zh: "材料已损坏或不完整，请重新上传",
    en: "The material is damaged or incomplete; upload it again",
  },
  MATERIAL_POLYGLOT: {
    status: 422,
    zh: "材料中夹带了其他格式的内容，请重新导出后上传",
    en: "The material carries content of another format; export it again and upload that",
  },
  BUREAU_UNAVAILABLE: {
    status: 503,
    zh: "管局暂时没有响应，请稍后重试",
    en: "The bureau does not answer right now; try again later",
  },
  INTERNAL_ERROR: { status: 500, zh: "系统出错，请稍后重试", en: "Something went wrong; try again later" },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type IntakeProblemCode = keyof typeof INTAKE_PROBLEMS;
