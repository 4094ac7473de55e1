import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/**
 * What happens to one call. `BEFORE`: the line breaks and the bureau never hears of it. `LATE`: the same, but the
 * request is kept and arrives when the test says so. `AFTER`: the bureau has it, the answer is lost.
 */
export type Fault =
  | { readonly kind: "BEFORE" | "AFTER" | "LATE" | "SILENCE" }
  | { readonly kind: "INSTEAD"; readonly status: number; readonly headers?: Record<string, string> }
  | { readonly kind: "CODE"; readonly msgCode: number; readonly missing?: number }
  | { readonly kind: "ANSWER"; readonly status: number; readonly body: string };

export interface ProxiedCall {
  readonly method: string;
  /** Without `/bureau/v1`, query included. */
  readonly path: string;
  readonly body: string;
}

interface Kept {
  readonly request: IncomingMessage;
  readonly body: Buffer;
}

const OF_THE_LINE = ["host", "connection", "content-length"];

/** A network between the desk and the bureau that fails as it is told; calls it is told nothing about get through. */
export async function startFaultProxy(target: string) {
  const calls: ProxiedCall[] = [];
  const late: Kept[] = [];
  let judge: (call: ProxiedCall) => Fault | null = () => null;

  const forward = async ({ request, body }: Kept) => {
    const given: Record<string, string> = {};
    for (const [name, value] of Object.entries(request.headers)) {
      if (typeof value === "string" && !OF_THE_LINE.includes(name)) given[name] = value;
    }
    const response = await fetch(`${target}${request.url ?? ""}`, {
      method: request.method ?? "GET",
      headers: given,
      ...(body.length === 0 ? {} : { body: body.toString("utf8") }),
    });
    return { status: response.status, text: await response.text() };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const kept = { request, body: Buffer.concat(chunks) };
    const path = (request.url ?? "").replace(/^\/bureau\/v1/, "");
    const call = { method: request.method ?? "", path, body: kept.body.toString("utf8") };
    calls.push(call);
    const fault = judge(call);
    if (fault === null) {
      const { status, text } = await forward(kept);
      send(response, status, text);
      return;
    }
    switch (fault.kind) {
      case "LATE":
        late.push(kept);
        response.destroy();
        return;
      case "BEFORE":
        response.destroy();
        return;
      case "SILENCE":
        return;
      case "AFTER":
        await forward(kept);
        response.destroy();
        return;
      case "INSTEAD":
        send(response, fault.status, "", fault.headers);
        return;
      case "CODE": {
        const { msgCode, missing } = fault;
        send(
          response,
          200,
          JSON.stringify({ msgCode, msg: "", bureauTimeMs: 0, ...(missing ? { missing } : {}) }),
        );
        return;
      }
      case "ANSWER":
        await forward(kept);
        send(response, fault.status, fault.body);
    }
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;

  return {
    origin: `http://127.0.0.1:${port}`,
    calls,
    /** POSTs of batches seen so far, as sent. */
    batches: () => calls.filter(isBatch).map(({ body }) => batchOf(body)),
    /** From now on this decides; null lets a call through. */
    judgeBy(next: (call: ProxiedCall) => Fault | null) {
      judge = next;
    },
    /** The next calls that match meet these faults, one each; all others get through. */
    fail(matches: (call: ProxiedCall) => boolean, ...faults: readonly Fault[]) {
      const left = [...faults];
      judge = (call) => (matches(call) ? (left.shift() ?? null) : null);
    },
    /** Lets everything that was cut arrive now; the statuses it would have been answered with. */
    async arrive(): Promise<number[]> {
      const arrived = await Promise.all(late.splice(0).map(forward));
      return arrived.map(({ status }) => status);
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export function isBatch({ method, path }: ProxiedCall): boolean {
  return method === "POST" && path === "/submissions";
}

export function isPoll({ path }: ProxiedCall): boolean {
  return path.startsWith("/results?");
}

export function isAck({ path }: ProxiedCall): boolean {
  return path.endsWith("/ack");
}

export function isStatus({ path }: ProxiedCall): boolean {
  return path === "/submissions/status";
}

export interface SentBatch {
  readonly provinceCode: string;
  readonly dataSequence: number;
  readonly keys: readonly string[];
  readonly records: readonly unknown[];
}

function batchOf(body: string): SentBatch {
  const { provinceCode, dataSequence, records } = JSON.parse(body);
  return {
    provinceCode,
    dataSequence,
    records,
    keys: records.map((record: { submissionKey: string }) => record.submissionKey),
  };
}

function send(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(text);
}
