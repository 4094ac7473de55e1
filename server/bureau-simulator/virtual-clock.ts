/** Where virtual time stood at a moment of real time, and how fast it has run since. */
export interface ClockAnchor {
  readonly realMs: number;
  readonly virtualMs: number;
  readonly factor: number;
}

export interface VirtualClock {
  /** The bureau's time in ms. Never goes back, whatever the machine's clock or the speed does. */
  now(): number;
  /** What the next process needs, once it is worth keeping again; else null. */
  anchorToKeep(): ClockAnchor | null;
  /** From now on virtual time runs this many times as fast as real time; 0 stops it. Returns what to keep. */
  setFactor(factor: number): ClockAnchor;
  /** Moves virtual time ahead at once. Returns what to keep. */
  advance(byMs: number): ClockAnchor;
}

const KEEP_EVERY_MS = 10_000;

/**
 * Virtual time from real time. After a restart it goes on from the kept anchor: at full speed for as long as the
 * earlier process may have run without keeping another, so that time cannot go back, and at no more than real
 * speed for the rest, or a demonstration taken up again next week would find itself ten years on.
 *
 * @param floorMs a moment it must not fall behind: the youngest event on record
 */
export function createVirtualClock(
  nowMs: () => number,
  factor: number,
  kept: ClockAnchor | null,
  floorMs: number,
): VirtualClock {
  const start = nowMs();
  let highest = Math.max(floorMs, kept === null ? start : resume(kept, start));
  let anchor: ClockAnchor = { realMs: start, virtualMs: highest, factor };
  let keptAtMs = Number.NEGATIVE_INFINITY;

  const now = () => {
    const passed = Math.max(0, nowMs() - anchor.realMs);
    highest = Math.max(highest, Math.floor(anchor.virtualMs + passed * anchor.factor));
    return highest;
  };
  const move = (byMs: number, nextFactor: number) => {
    anchor = { realMs: nowMs(), virtualMs: now() + byMs, factor: nextFactor };
    keptAtMs = anchor.realMs;
    return anchor;
  };

  return {
    now,
    anchorToKeep: () => (Math.abs(nowMs() - keptAtMs) < KEEP_EVERY_MS ? null : move(0, anchor.factor)),
    setFactor: (next) => move(0, next),
    advance: (byMs) => move(byMs, anchor.factor),
  };
}

function resume(kept: ClockAnchor, startMs: number): number {
  const away = Math.max(0, startMs - kept.realMs);
  const atFullSpeed = Math.min(away, KEEP_EVERY_MS);
  const atRealSpeed = away - atFullSpeed;
  return Math.floor(kept.virtualMs + atFullSpeed * kept.factor + atRealSpeed * Math.min(1, kept.factor));
}
