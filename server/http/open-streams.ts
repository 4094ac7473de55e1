import type { ServerResponse } from "node:http";

/**
 * The event streams that are open. `server.close()` waits for every answer to end, and a stream never does by
 * itself: at shutdown they are ended first, and the clients come back to the next process.
 */
export interface OpenStreams {
  add(response: ServerResponse): void;
  endAll(): void;
  count(): number;
}

export function createOpenStreams(): OpenStreams {
  const open = new Set<ServerResponse>();
  let ended = false;
  return {
    add(response) {
      open.add(response);
      response.on("close", () => open.delete(response));
      if (ended) response.destroy();
    },
    endAll() {
      ended = true;
      for (const response of open) response.destroy();
    },
    count: () => open.size,
  };
}
