import { dayNumberAt, formatDay } from "#shared/domain/time/day-number";
import { serverNowMs } from "../../lib/server-clock";

/** Today in Shanghai, `YYYY-MM-DD`: the earliest day from which a change may be in force. */
export function shanghaiToday(): string {
  return formatDay(dayNumberAt(serverNowMs()));
}
