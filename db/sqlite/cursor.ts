import { z } from "zod";
import { BadCursorError } from "../ports/list-store";

/**
 * A cursor names the last row of a page by its place in the list's order. It is opaque to clients and bound to one
 * list: a cursor of another list or of another sort is refused, not misread.
 */
export function encodeCursor(list: string, place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...place]), "utf8").toString("base64url");
}

/** The place a cursor names, null for the first page. Throws BadCursorError on anything we never issued. */
export function decodeCursor<S extends z.ZodType>(
  list: string,
  place: S,
  cursor: string | null | undefined,
): z.infer<S> | null {
  if (cursor === null || cursor === undefined) return null;
  const parsed = z
    .tuple([z.literal(list)])
    .rest(z.union([z.string(), z.number()]))
    .safeParse(jsonOf(cursor));
  const decoded = parsed.success ? place.safeParse(parsed.data.slice(1)) : null;
  if (!decoded?.success) throw new BadCursorError();
  return decoded.data;
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
