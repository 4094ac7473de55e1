import { type DestinationStream, destination, type Logger, pino } from "pino";

/**
 * One log for the process, JSON lines on standard error. Bodies, headers and addresses of requests are never given
 * to it; the list below is the second line of defence for the day somebody forgets.
 */
const NEVER = [
  "password",
  "token",
  "cookie",
  "authorization",
  "document",
  "application",
  "body",
  "headers",
  "phone",
  "idNumber",
];

export function createLog(level: string, to: DestinationStream = destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: NEVER.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[removed]" },
      serializers: { err: describeError, error: describeError },
    },
    to,
  );
}

/** Kind and place of a failure. Messages of the database or a parser may quote data, so they stay out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === "string" ? error : typeof error;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const at = error.stack?.split("\n").find((line) => line.trimStart().startsWith("at "));
  return { kind: error.name, code, at: at?.trim() };
}
