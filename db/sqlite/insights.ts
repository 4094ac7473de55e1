import type { InsightsInput, InsightsOverview, ReviewerRow } from "#shared/contract/staff-insights";
import { shanghaiDay } from "#shared/domain/time/working-calendar";
import type { ListStore } from "../ports/list-store";
import type { Client } from "./connection";
import {
  figureConditions,
  figureWithin,
  filterBindings,
  filterConditions,
  ROUND_INDEX,
  SHANGHAI_DAY,
} from "./round-figures";
import { statementCache } from "./statements";

const DAY_MS = 86_400_000;
/** Longest daily chart. */
const MAX_DAYS = 800;

type Bindings = Record<string, string | number>;

/** Figures over review rounds. Each counts exactly the rounds that `rounds` lists for it: same conditions. */
export function insightFigures(client: Client): Pick<ListStore, "insights" | "reviewers"> {
  const received = statementCache<Bindings, Daily>(client);
  const decided = statementCache<Bindings, Decided>(client);
  const backlog = statementCache<Bindings, Backlog>(client);
  const reviewers = statementCache<Bindings, ReviewerRow>(client);
  return {
    async insights(input, nowMs) {
      const bindings = { ...filterBindings(input), nowMs };
      const where = filterConditions(input);
      const receivedDays = received(receivedText(where)).all(bindings);
      const decidedDays = decided(decidedText(where)).all(bindings);
      const open = backlog(backlogText(where)).get(bindings);
      return overviewOf(
        input,
        receivedDays,
        decidedDays,
        open ?? { backlog: 0, fresh: 0, aging: 0, late: 0 },
      );
    },
    async reviewers(input) {
      return reviewers(reviewerText(filterConditions(input))).all(filterBindings(input));
    },
  };
}

interface Daily {
  day: number;
  rounds: number;
}

interface Decided extends Daily {
  approved: number;
  rejected: number;
  revised: number;
  onTime: number;
  firstPass: number;
  firstRounds: number;
}

interface Backlog {
  backlog: number;
  fresh: number;
  aging: number;
  late: number;
}

function count(figure: Parameters<typeof figureConditions>[0], name: string): string {
  return `count(*) FILTER (WHERE ${figureWithin(figure).join(" AND ")}) AS ${name}`;
}

function receivedText(where: readonly string[]): string {
  return `SELECT ${SHANGHAI_DAY("submitted_at_ms")} AS day, count(*) AS rounds
    FROM review_rounds INDEXED BY ${ROUND_INDEX.received}
    WHERE ${[...figureConditions("received"), ...where].join(" AND ")} GROUP BY 1`;
}

function decidedText(where: readonly string[]): string {
  return `SELECT ${SHANGHAI_DAY("decided_at_ms")} AS day, count(*) AS rounds, ${count("approved", "approved")},
      ${count("rejected", "rejected")}, ${count("revised", "revised")}, ${count("onTime", "onTime")},
      ${count("firstPass", "firstPass")}, ${count("firstRounds", "firstRounds")}
    FROM review_rounds INDEXED BY ${ROUND_INDEX.decided}
    WHERE ${[...figureConditions("decided"), ...where].join(" AND ")} GROUP BY 1`;
}

function backlogText(where: readonly string[]): string {
  return `SELECT count(*) AS backlog, ${count("backlogFresh", "fresh")}, ${count("backlogAging", "aging")},
      ${count("backlogLate", "late")}
    FROM review_rounds INDEXED BY ${ROUND_INDEX.open}
    WHERE ${[...figureConditions("backlog"), ...where].join(" AND ")}`;
}

function overviewOf(
  input: InsightsInput,
  receivedDays: readonly Daily[],
  decidedDays: readonly Decided[],
  open: Backlog,
): InsightsOverview {
  const sum = (key: keyof Decided) => decidedDays.reduce((total, day) => total + day[key], 0);
  const decided = sum("rounds");
  const firstRounds = sum("firstRounds");
  return {
    received: receivedDays.reduce((total, day) => total + day.rounds, 0),
    decided,
    approved: sum("approved"),
    rejected: sum("rejected"),
    revised: sum("revised"),
    backlog: open.backlog,
    backlogByAge: { fresh: open.fresh, aging: open.aging, late: open.late },
    onTime: sum("onTime"),
    onTimeShare: decided === 0 ? null : sum("onTime") / decided,
    firstPass: sum("firstPass"),
    firstRounds,
    firstPassShare: firstRounds === 0 ? null : sum("firstPass") / firstRounds,
    daily: dailyOf(input, receivedDays, decidedDays),
  };
}

/** Every day of the range, quiet ones included; of an over-long range only its last days. */
function dailyOf(
  { fromMs, toMs }: InsightsInput,
  receivedDays: readonly Daily[],
  decidedDays: readonly Daily[],
): InsightsOverview["daily"] {
  if (toMs <= fromMs) return [];
  const received = new Map(receivedDays.map(({ day, rounds }) => [day, rounds]));
  const decided = new Map(decidedDays.map(({ day, rounds }) => [day, rounds]));
  const last = shanghaiDayNumber(toMs - 1);
  const first = Math.max(shanghaiDayNumber(fromMs), last - MAX_DAYS + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const day = first + index;
    return {
      day: shanghaiDay(day * DAY_MS),
      received: received.get(day) ?? 0,
      decided: decided.get(day) ?? 0,
    };
  });
}

/** Days since 1970 in Shanghai, as `SHANGHAI_DAY` counts them. */
function shanghaiDayNumber(atMs: number): number {
  return Math.floor((atMs + 8 * 3_600_000) / DAY_MS);
}

/** Of an even number of rounds the median is the lower one of the two in the middle. */
function reviewerText(where: readonly string[]): string {
  return `SELECT reviewer, count(*) AS decided, ${count("approved", "approved")}, ${count("rejected", "rejected")},
      ${count("revised", "revised")}, ${count("onTime", "onTime")},
      percentile_disc(decided_at_ms - claimed_at_ms, 0.5) AS medianHandlingMs
    FROM review_rounds INDEXED BY ${ROUND_INDEX.decided}
    WHERE ${[...figureConditions("decided"), ...where].join(" AND ")}
    GROUP BY reviewer ORDER BY decided DESC, reviewer LIMIT 500`;
}
