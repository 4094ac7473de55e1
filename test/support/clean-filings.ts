import { generateDemoOrder } from "#server/demo/generator/generate-demo-order";
import type { Application } from "#shared/domain/filing/application";
import { foldApplication } from "#shared/domain/privacy/fold-application";
import { FIRST_FILING, NOW_MS } from "./order-fixtures";

const MOST_TRIED = 4000;

/** First filings without a fault, each of its own account, entity and persons; `accept` picks suitable ones. */
export function cleanFilings(
  count: number,
  accept: (application: Application) => boolean = () => true,
): Application[] {
  return firstFilings(count, "NONE", accept);
}

/** First filings as applicants send them: some without a fault, some with up to three. */
export function mixedFilings(count: number): Application[] {
  return firstFilings(count, "MIX", () => true);
}

function firstFilings(
  count: number,
  defects: "MIX" | "NONE",
  accept: (application: Application) => boolean,
): Application[] {
  const found: Application[] = [];
  for (let index = 0; index < MOST_TRIED && found.length < count; index++) {
    const order = { seed: 11, index, atMs: NOW_MS, filingKind: FIRST_FILING, defects };
    const { application } = generateDemoOrder(order);
    if (accept(application)) found.push(foldApplication(application));
  }
  if (found.length < count) throw new Error(`only ${found.length} of ${count} first filings suit`);
  return found;
}
