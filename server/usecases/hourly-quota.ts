const HOUR_MS = 3_600_000;

/** Counts what a person did within the last hour; kept in memory, so a restart forgives. */
export interface HourlyQuota {
  /** Takes one, or answers false when the hour's share is used up. */
  take(who: string, nowMs: number): boolean;
}

export function createHourlyQuota(limit: number): HourlyQuota {
  const used = new Map<string, number[]>();
  return {
    take(who, nowMs) {
      const recent = (used.get(who) ?? []).filter((atMs) => nowMs - atMs < HOUR_MS);
      const granted = recent.length < limit;
      if (granted) recent.push(nowMs);
      used.set(who, recent);
      return granted;
    },
  };
}
