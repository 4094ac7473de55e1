import type { z } from "zod";
import type { ShapeError } from "#shared/contract/intake-v1";
import type { Problem } from "./answer";
import { problem } from "./problems";

type Issue = z.core.$ZodIssue;

/** Faults listed in one answer; a document with more is broken as a whole. */
const MAX_ERRORS = 50;

/** Names that may be repeated to the caller: those of our own fields, and unknown ones that look like names. */
const FIELD_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,39}$/;

/** A failed parse as a problem: where and what was expected, never what was sent. */
export function shapeProblem(error: z.ZodError): Problem {
  const errors = error.issues.flatMap(shapeErrorsOf).slice(0, MAX_ERRORS);
  return problem("INVALID_DOCUMENT", { details: { errors } });
}

function shapeErrorsOf(issue: Issue): ShapeError[] {
  const path = pathText(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: joined(path, key),
        problem: "UNKNOWN_KEY",
        messageZh: "未知字段",
        messageEn: "Unknown key",
      }));
    case "invalid_value":
      return [
        {
          path,
          problem: "NOT_ALLOWED",
          messageZh: "不在允许的取值中",
          messageEn: "Not one of the allowed values",
          allowed: issue.values.map(String),
        },
      ];
    case "too_big":
      return [bound(path, "TOO_LONG_OR_LARGE", Number(issue.maximum), "超过上限", "Above the limit")];
    case "too_small":
      return [bound(path, "TOO_SHORT_OR_SMALL", Number(issue.minimum), "低于下限", "Below the limit")];
    case "invalid_format":
      return [{ path, problem: "FORMAT", messageZh: "格式不正确", messageEn: "Wrong format" }];
    case "custom":
      return [
        { path, problem: "REQUIRED", messageZh: "该备案类型必填", messageEn: "Required for this type" },
      ];
    case "invalid_type":
      return [
        {
          path,
          problem: "TYPE",
          messageZh: `缺失或类型不正确,应为 ${issue.expected}`,
          messageEn: `Missing or of the wrong type; expected ${issue.expected}`,
        },
      ];
    default:
      return [{ path, problem: "INVALID", messageZh: "内容不符合要求", messageEn: "Not acceptable" }];
  }
}

function bound(path: string, kind: string, limit: number, zh: string, en: string): ShapeError {
  return { path, problem: kind, messageZh: `${zh} ${limit}`, messageEn: `${en} of ${limit}`, limit };
}

/** `services[0].domains[1]`, as in findings and reasons. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : joined(text, String(part))),
    "",
  );
}

function joined(path: string, key: string): string {
  const name = FIELD_NAME.test(key) ? key : "?";
  return path === "" ? name : `${path}.${name}`;
}
