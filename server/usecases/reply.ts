import type { EdgeRefusalCode } from "#shared/contract/staff-refusals";
import type { Refusal, RefusalParams } from "#shared/domain/order/refusal";

/** A refusal that the order machine does not know: documents, people, quotas. */
export interface EdgeRefusal {
  readonly kind: "EDGE_REFUSAL";
  readonly code: EdgeRefusalCode;
  readonly params: RefusalParams;
}

/** What a use-case answers: a value, or a refusal as a value. Anything thrown is a bug. */
export type Reply<T> = { readonly kind: "DONE"; readonly value: T } | Refusal | EdgeRefusal;

export function done<T>(value: T): Reply<T> {
  return { kind: "DONE", value };
}

export function edgeRefuse(code: EdgeRefusalCode, params: RefusalParams = {}): EdgeRefusal {
  return { kind: "EDGE_REFUSAL", code, params };
}
