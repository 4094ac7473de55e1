import type { z } from "zod";

/** Why a typed value is not taken: where, and which text says it (`rules:json.<kind>`) with which word. */
export interface JsonFault {
  readonly kind: "syntax" | "type" | "value" | "limit" | "format";
  /** `0.kind`; empty = the value as a whole. */
  readonly path: string;
  /** What would be taken: a type, the choices, a limit; empty where the path says enough. */
  readonly expected: string;
}

export type Read =
  | { readonly value: unknown; readonly faults: readonly [] }
  | { readonly faults: JsonFault[] };

const MOST_FAULTS = 5;

/** Reads typed JSON and holds it against the form that the server asks for. */
export function readJson(text: string, form: z.ZodType): Read {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { faults: [{ kind: "syntax", path: "", expected: "" }] };
  }
  return readValue(parsed, form);
}

/** Holds a value against the form that the server asks for. */
export function readValue(value: unknown, form: z.ZodType): Read {
  const { success, data, error } = form.safeParse(value);
  if (success) return { value: data, faults: [] };
  return { faults: error.issues.slice(0, MOST_FAULTS).map(faultOf) };
}

function faultOf(issue: z.core.$ZodIssue): JsonFault {
  const path = issue.path.map(String).join(".");
  switch (issue.code) {
    case "invalid_type":
      return { kind: "type", path, expected: issue.expected };
    case "invalid_value":
      return { kind: "value", path, expected: issue.values.map(String).join(", ") };
    case "too_big":
      return { kind: "limit", path, expected: `≤ ${issue.maximum}` };
    case "too_small":
      return { kind: "limit", path, expected: `≥ ${issue.minimum}` };
    default:
      return { kind: "format", path, expected: "" };
  }
}
