import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe holds against the page: rule, impact and the first element of each. */
export async function axeFaults(page: Page): Promise<string[]> {
  // The legacy mode stays in this page; the other one opens a second one for the report.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html.slice(0, 160)}`);
}
