import { hash, verify } from "@node-rs/argon2";

/** Checks that run at once; each takes a core and 19 MiB, and the desk must stay usable meanwhile. */
const AT_ONCE = 2;
/** Checks that may wait; beyond that somebody is flooding the door. */
const WAITING = 64;

/** Too many sign-ins at this moment; nothing was checked. */
export class PasswordsBusyError extends Error {
  constructor() {
    super("too many password checks are waiting");
    this.name = "PasswordsBusyError";
  }
}

export interface Passwords {
  /** argon2id with a fresh salt. */
  hash(password: string): Promise<string>;
  /** Against `null` (no such person) it works just as long and answers false. */
  matches(password: string, passwordHash: string | null): Promise<boolean>;
}

export async function createPasswords(): Promise<Passwords> {
  const nobody = await hash("nobody has this password");
  const waiting: (() => void)[] = [];
  let running = 0;

  async function bounded<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) {
      if (waiting.length >= WAITING) throw new PasswordsBusyError();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    hash: (password) => bounded(() => hash(password)),
    matches: (password, passwordHash) =>
      bounded(async () => {
        const same = await verify(passwordHash ?? nobody, password);
        return same && passwordHash !== null;
      }),
  };
}
