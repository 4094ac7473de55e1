import { BadCursorError } from "#db/ports/list-store";
import { done, edgeRefuse, type Reply } from "./reply";

/** A page of a list; a cursor that was never issued is bad input, not a fault of ours. */
export async function readPage<T>(read: () => Promise<T>): Promise<Reply<T>> {
  try {
    return done(await read());
  } catch (error) {
    if (error instanceof BadCursorError) return edgeRefuse("BAD_INPUT");
    throw error;
  }
}
