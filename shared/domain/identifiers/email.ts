import { z } from "zod";

/** Length limits of the bureau interface (domain.md §5.4). */
const MIN_LENGTH = 6;
const MAX_LENGTH = 128;

const emailSchema = z.email().min(MIN_LENGTH).max(MAX_LENGTH);

/** Whether the text is an e-mail address as mail providers give them out, of 6 to 128 characters (domain.md §5.4). */
export function isEmailAddress(email: string): boolean {
  return emailSchema.safeParse(email).success;
}
