/**
 * Days off and make-up working days (调休) of 2026, as the State Council announced them (domain.md §10).
 * Kept as a table of our own, because every due time of the running year hangs on it: a changed or broken
 * calendar dependency cannot move it. Ranges include both ends.
 */
export const CALENDAR_2026 = {
  year: 2026,
  off: [
    ["2026-01-01", "2026-01-03"],
    ["2026-02-15", "2026-02-23"],
    ["2026-04-04", "2026-04-06"],
    ["2026-05-01", "2026-05-05"],
    ["2026-06-19", "2026-06-21"],
    ["2026-09-25", "2026-09-27"],
    ["2026-10-01", "2026-10-07"],
  ],
  makeUp: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
} as const;
