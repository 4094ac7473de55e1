import type { Application } from "#shared/domain/filing/application";
import type { Documents } from "./documents";
import { SealError } from "./sealed-texts";

/**
 * The newest document of an order that is only looked at beside another one; null when there is none any more.
 * An order whose key was destroyed must not stand in the way of those that are not.
 */
export function survivingDocument(documents: Pick<Documents, "read">, orderNo: string): Application | null {
  try {
    return documents.read(orderNo, null)?.application ?? null;
  } catch (error) {
    if (error instanceof SealError && error.problem === "KEY_DESTROYED") return null;
    throw error;
  }
}
