import type { Rule } from "../rule";
import { FILE_RULES } from "./file-rules";
import { LIVENESS_RULES } from "./liveness-rules";
import { PAPER_RULES } from "./paper-rules";
import { PICTURE_RULES } from "./picture-rules";
import { PROVINCE_PAPER_RULES } from "./province-paper-rules";

/** Authenticity, papers and pictures (domain.md §7.AUT). */
export const AUTHENTICITY_RULES: readonly Rule[] = [
  ...LIVENESS_RULES,
  ...PAPER_RULES,
  ...PICTURE_RULES,
  ...FILE_RULES,
  ...PROVINCE_PAPER_RULES,
];
