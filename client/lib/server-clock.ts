/**
 * Countdowns (lease, undo, due time) run against the server's clock: a workstation that is minutes off would
 * otherwise hide the undo button or promise a lease that is over.
 */
let offsetMs = 0;

/** HTTP dates have a resolution of one second; smaller differences are noise. */
const TOLERANCE_MS = 2000;

/** Learns the offset from the `Date` header of an answer. Answers without one change nothing. */
export function learnServerClock(response: Response): void {
  const header = response.headers.get("date");
  const serverMs = header === null ? Number.NaN : Date.parse(header);
  if (Number.isNaN(serverMs)) return;
  const difference = serverMs + 500 - Date.now();
  offsetMs = Math.abs(difference) > TOLERANCE_MS ? difference : 0;
}

/** The server's present, UTC ms, as well as we know it. */
export function serverNowMs(): number {
  return Date.now() + offsetMs;
}
