import { z } from "zod";
import { LIST_KEYS } from "#shared/domain/rules/lists";

/** What the page can show: the lists that the rules read, and the two registers beside them. */
export const REGISTERS = ["blacklist", "authCodes"] as const;

export const listsSearch = z.object({
  list: z
    .enum([...LIST_KEYS, ...REGISTERS])
    .optional()
    .catch(undefined),
});
