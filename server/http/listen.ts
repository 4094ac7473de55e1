import { createServer, type RequestListener } from "node:http";
import type { OpenStreams } from "./open-streams";

/** A slow client may not hold a connection by sending its head or body in drops. */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 60_000;
const KEEP_ALIVE_MS = 65_000;
/** Answers under way at shutdown may take this long; then their connections are cut. */
const FINISH_WITHIN_MS = 4_000;

export interface Listening {
  readonly port: number;
  readonly url: string;
  /** Ends the streams, lets answers under way finish, closes. */
  close(): Promise<void>;
}

/** Serves `app` on host and port (0: any free one). Rejects when the address is taken. */
export function listen(
  app: RequestListener,
  host: string,
  port: number,
  streams: OpenStreams,
): Promise<Listening> {
  const server = createServer(
    { headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    app,
  );
  const close = () =>
    new Promise<void>((resolve) => {
      streams.endAll();
      const cut = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      server.closeIdleConnections();
    });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      const given = typeof address === "object" && address !== null ? address.port : port;
      const name = host.includes(":") ? `[${host}]` : host;
      resolve({ port: given, url: `http://${name}:${given}`, close });
    });
  });
}
