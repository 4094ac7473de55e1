import type { CorpusCase } from "./case";
import { ENTITY_NAME_CASES } from "./cases/ent-name";

/** All cases of the corpus. */
export const CORPUS: readonly CorpusCase[] = [...ENTITY_NAME_CASES];
