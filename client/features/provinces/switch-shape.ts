import { z } from "zod";
import { type SwitchKey, switchesSchema } from "#shared/domain/provinces/switches";

/** How a switch's value is best typed; read off its form, so that a new switch needs no editor of its own. */
export type SwitchShape =
  | { readonly kind: "flag" | "number" | "words" | "json" }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  | { readonly kind: "sides"; readonly of: "flag" | "number" };

export function shapeOf(key: SwitchKey): SwitchShape {
  const form = inner(switchesSchema.shape[key]);
  if (form instanceof z.ZodBoolean) return { kind: "flag" };
  if (form instanceof z.ZodNumber) return { kind: "number" };
  if (form instanceof z.ZodEnum) return { kind: "choice", options: form.options.map(String) };
  if (form instanceof z.ZodArray && form.element instanceof z.ZodString) return { kind: "words" };
  return sidesOf(form) ?? { kind: "json" };
}

/** Two answers, one for units and one for individuals, and nothing else. */
function sidesOf(form: unknown): SwitchShape | null {
  if (!(form instanceof z.ZodObject)) return null;
  const { unit, individual, ...others } = form.shape;
  if (unit === undefined || individual === undefined || Object.keys(others).length > 0) return null;
  const side = inner(unit);
  if (side instanceof z.ZodBoolean) return { kind: "sides", of: "flag" };
  return side instanceof z.ZodNumber ? { kind: "sides", of: "number" } : null;
}

function inner(form: unknown): unknown {
  return form instanceof z.ZodNullable ? form.unwrap() : form;
}
