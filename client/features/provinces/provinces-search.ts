import { z } from "zod";
import { SWITCH_KEYS } from "#shared/domain/provinces/switches";

/** One province with all its switches, or one switch in all provinces, as it stands in the address. */
export const provincesSearch = z.object({
  by: z.enum(["province", "switch"]).optional().catch(undefined),
  province: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  switch: z.enum(SWITCH_KEYS).optional().catch(undefined),
});
export type ProvincesSearch = z.infer<typeof provincesSearch>;
