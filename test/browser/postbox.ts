import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Takes in the product's webhooks, as the customers' filing system would. */
export interface Postbox {
  readonly url: string;
  /** What came for an order so far, oldest first. */
  of(orderNo: string): readonly Webhook[];
  close(): Promise<void>;
}

export interface Webhook {
  readonly orderNo: string;
  readonly [key: string]: unknown;
}

export async function openPostbox(): Promise<Postbox> {
  const received: Webhook[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.writeHead(204).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}/webhook`,
    of: (orderNo) => received.filter((one) => one.orderNo === orderNo),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
