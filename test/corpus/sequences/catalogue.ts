import type { Sequence } from "../intake-corpus";
import { ORDER_SEQUENCES } from "./order-sequences";
import { PERSON_SEQUENCES } from "./person-sequences";
import { RESOURCE_SEQUENCES } from "./resource-sequences";

/** All sequences of the corpus. */
export const SEQUENCES: readonly Sequence[] = [
  ...ORDER_SEQUENCES,
  ...PERSON_SEQUENCES,
  ...RESOURCE_SEQUENCES,
];
