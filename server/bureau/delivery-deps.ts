import type { Deps } from "#server/usecases/deps";
import type { BureauGateway } from "./gateway";

/** What the delivery loops use besides the common dependencies. */
export interface DeliveryDeps extends Deps {
  readonly gateway: BureauGateway;
  /** A number in [0, 1): jitter only. */
  random(): number;
}
