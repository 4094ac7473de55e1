import { createDemoAccounts } from "./auth/demo-accounts";
import type { Passwords } from "./auth/passwords";
import type { Config } from "./config";
import { demoApplicant, loadDemo, presentHourMs } from "./demo/load-demo";
import { fillRuleStore } from "./demo/rule-store-demo";
import { hashIntakeSecret } from "./intake/intake-key";
import type { SimulatorPort } from "./simulator/simulator-port";
import type { Deps } from "./usecases/deps";

/** The filing system of the demo presents this key; printed at every start, refused outside the demo. */
export const DEMO_INTAKE_SECRET = "demo-intake-key";
export const DEMO_INTAKE_NAME = "demo";

const DEMO_SEED = 20_261_122;
/** One line of progress per so many orders. */
const PROGRESS_EVERY = 100;

/** Accounts, intake key, blacklist and authorisation code of the demo, where they are missing. */
export async function createDemoAccess(
  deps: Pick<Deps, "store" | "now">,
  passwords: Pick<Passwords, "hash">,
): Promise<void> {
  await createDemoAccounts(deps, passwords);
  const secretHash = hashIntakeSecret(DEMO_INTAKE_SECRET);
  if ((await deps.store.intakeKey(secretHash)) === null) {
    await deps.store.addIntakeKey(DEMO_INTAKE_NAME, secretHash, deps.now());
  }
  await fillRuleStore(deps.store, deps.now());
}

/** Everything the demo needs before the first request; answers the simulated applicant. */
export async function prepareDemo(
  deps: Deps,
  passwords: Passwords,
  { dataDir, demoOrders }: Pick<Config, "dataDir" | "demoOrders">,
  say: (line: string) => void,
): Promise<Pick<SimulatorPort, "applicantFix">> {
  await createDemoAccess(deps, passwords);
  if (demoOrders > 0) await fillEmptyStore(deps, dataDir, demoOrders, say);
  return { applicantFix: demoApplicant(deps, dataDir) };
}

/** Orders with some history, in an empty store only. */
async function fillEmptyStore(
  deps: Deps,
  dataDir: string,
  orders: number,
  say: (line: string) => void,
): Promise<void> {
  const { rows } = await deps.store.queue({ view: "ALL", limit: 1 }, "", deps.now());
  if (rows.length > 0) return;
  say(`loading ${orders} demo orders …`);
  await loadDemo(deps, {
    dataDir,
    orders,
    seed: DEMO_SEED,
    asOfMs: presentHourMs(deps.now()),
    images: "all",
    onProgress: (done, total) => {
      if (done % PROGRESS_EVERY === 0) say(`  ${done} of ${total}`);
    },
  });
}
