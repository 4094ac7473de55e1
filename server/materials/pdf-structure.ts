import { constants, createInflate } from "node:zlib";

/** How much a PDF may unpack to, all streams together. A scan of ten pages is well below. */
const MAX_PDF_UNPACKED_BYTES = 256 * 1024 * 1024;

/** Streams a PDF may have; each costs a piece of work, so their number is limited too. */
const MAX_PDF_STREAMS = 20_000;

/** Where readers look for the end marker. */
const TAIL_BYTES = 2048;

/** Whether the end marker is there that a truncated PDF lacks. */
export function hasPdfEnd(bytes: Buffer): boolean {
  return bytes.subarray(-TAIL_BYTES).includes("%%EOF");
}

/**
 * Whether the compressed streams of a PDF unpack to more than allowed. Looks at every stream, whatever its
 * dictionary says, since a dictionary can hide its filter; a stream that is not deflated ends at once.
 */
export async function isPdfBomb(bytes: Buffer, limit: number = MAX_PDF_UNPACKED_BYTES): Promise<boolean> {
  let left = limit;
  let streams = 0;
  for (const stream of streamsOf(bytes)) {
    streams += 1;
    left -= await unpackedBytes(stream, left);
    if (left < 0 || streams > MAX_PDF_STREAMS) return true;
  }
  return false;
}

function* streamsOf(bytes: Buffer): Generator<Buffer> {
  let at = bytes.indexOf("stream");
  while (at >= 0) {
    const start = at + "stream".length + lineEnd(bytes, at + "stream".length);
    const end = bytes.indexOf("endstream", start);
    yield bytes.subarray(start, end < 0 ? bytes.length : end);
    if (end < 0) return;
    at = bytes.indexOf("stream", end + "endstream".length);
  }
}

function lineEnd(bytes: Buffer, at: number): number {
  if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? 2 : 1;
  return bytes[at] === 0x0a ? 1 : 0;
}

/** Bytes the stream unpacks to; stops as soon as they are more than `limit`. 0 for anything not deflated. */
function unpackedBytes(stream: Buffer, limit: number): Promise<number> {
  return new Promise((resolve) => {
    const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 256 * 1024 });
    let total = 0;
    inflate.on("data", (chunk: Buffer) => {
      total += chunk.length;
      if (total > limit) inflate.destroy();
    });
    inflate.on("error", () => inflate.destroy());
    inflate.on("close", () => resolve(total));
    inflate.end(stream);
  });
}
