/** Things that are to happen in a played history, always taken in order of time. */
export interface Agenda {
  at(atMs: number, happen: () => Promise<void>): void;
  /** Plays everything up to and including `untilMs`; what happens may put more on the agenda. */
  play(untilMs: number): Promise<void>;
}

/** `enter` is told the time before each thing happens: the clock of the played history. */
export function createAgenda(enter: (atMs: number) => void): Agenda {
  const entries: { atMs: number; happen: () => Promise<void> }[] = [];
  return {
    at(atMs, happen) {
      let place = entries.length;
      while (place > 0 && (entries[place - 1]?.atMs ?? 0) > atMs) place -= 1;
      entries.splice(place, 0, { atMs, happen });
    },
    async play(untilMs) {
      for (;;) {
        const next = entries[0];
        if (next === undefined || next.atMs > untilMs) return;
        entries.shift();
        enter(next.atMs);
        await next.happen();
      }
    },
  };
}
