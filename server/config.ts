import path from "node:path";
import { z } from "zod";
import { DEMO_BUREAU_SECRET } from "#shared/contract/bureau-v1";
import { isLoopbackName, urlOrNull } from "./http/loopback";

/** The environment of contracts.md §1, parsed once at boot. Nothing else reads `process.env`. */

const DEMO_WEBHOOK_SECRET = "demo-webhook-secret";
const SECRET_CHARACTERS = 16;

const optionalText = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === "" ? null : value.trim()));

const httpUrl = (what: string) =>
  optionalText.refine((value) => value === null || /^https?:$/.test(urlOrNull(value)?.protocol ?? ""), {
    message: `${what} must be an http or https address`,
  });

const envSchema = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("./data"),
  DEMO: z.enum(["0", "1"]).optional(),
  /** Orders that an empty data directory is filled with. */
  DEMO_ORDERS: z.coerce.number().int().min(0).max(10_000).default(300),
  BUREAU_URL: httpUrl("BUREAU_URL"),
  BUREAU_CLOCK: z.coerce.number().min(0).max(1_000_000).optional(),
  BUREAU_SECRET: optionalText,
  INTAKE_WEBHOOK_URL: httpUrl("INTAKE_WEBHOOK_URL"),
  INTAKE_WEBHOOK_SECRET: optionalText,
  MASTER_KEY: optionalText,
  MASTER_KEY_FILE: optionalText,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  PUBLIC_URL: httpUrl("PUBLIC_URL"),
  CLAIM_LIMIT: z.coerce.number().int().min(1).max(10_000).default(200),
  /** How many reverse proxies stand in front; their `X-Forwarded-For` is believed, nobody else's. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
});
type Env = z.infer<typeof envSchema>;

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly demo: boolean;
  /** Orders that an empty data directory is filled with; 0 outside the demo. */
  readonly demoOrders: number;
  /** null: the embedded simulator. */
  readonly bureauUrl: string | null;
  readonly bureauClock: number;
  readonly bureauSecret: string;
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  readonly masterKey: string | null;
  readonly masterKeyFile: string | null;
  readonly logLevel: Env["LOG_LEVEL"];
  /** Origin that browsers use; null: whatever loopback name they came by. */
  readonly publicOrigin: string | null;
  readonly secureCookies: boolean;
  readonly claimLimit: number;
  readonly trustedProxies: number;
}

/** The environment does not make a configuration; the message lists every problem, and no value. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`the configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

/** Parses the environment or throws `ConfigError` with the full list of problems. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // A variable that is set to nothing, as compose files and shells write it, is one that is not set.
  const given = Object.entries(environment).filter(([, value]) => value?.trim() !== "");
  const parsed = envSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`),
    );
  }
  const env = parsed.data;
  const production = env.NODE_ENV === "production";
  const demo = env.DEMO === undefined ? !production : env.DEMO === "1";
  const problems = [...exposureProblems(env, production, demo), ...secretProblems(env, production)];
  if (problems.length > 0) throw new ConfigError(problems);
  const publicOrigin = env.PUBLIC_URL === null ? null : new URL(env.PUBLIC_URL).origin;
  return {
    production,
    port: env.PORT,
    host: env.HOST,
    dataDir: path.resolve(env.DATA_DIR),
    demo,
    demoOrders: demo ? env.DEMO_ORDERS : 0,
    bureauUrl: env.BUREAU_URL === null ? null : env.BUREAU_URL.replace(/\/+$/, ""),
    bureauClock: env.BUREAU_CLOCK ?? (demo ? 600 : 1),
    bureauSecret: env.BUREAU_SECRET ?? DEMO_BUREAU_SECRET,
    webhook:
      env.INTAKE_WEBHOOK_URL === null
        ? null
        : { url: env.INTAKE_WEBHOOK_URL, secret: env.INTAKE_WEBHOOK_SECRET ?? DEMO_WEBHOOK_SECRET },
    masterKey: env.MASTER_KEY,
    masterKeyFile: env.MASTER_KEY_FILE,
    logLevel: env.LOG_LEVEL,
    publicOrigin,
    secureCookies: publicOrigin?.startsWith("https:") ?? false,
    claimLimit: env.CLAIM_LIMIT,
    trustedProxies: env.TRUST_PROXY,
  };
}

/** What may not be reachable by strangers: demo accounts with a printed password, and sessions over plain http. */
function exposureProblems(env: Env, production: boolean, demo: boolean): string[] {
  const problems: string[] = [];
  const local = isLoopbackName(env.HOST);
  if (production && demo) problems.push("DEMO: demo data and accounts are refused with NODE_ENV=production");
  if (!local && demo) problems.push("HOST: with DEMO=1 only a loopback address is accepted");
  const publicUrl = env.PUBLIC_URL === null ? null : urlOrNull(env.PUBLIC_URL);
  if (publicUrl === null && !local) {
    problems.push("PUBLIC_URL: an https address is required unless HOST is a loopback address");
  }
  if (publicUrl?.protocol === "http:" && !isLoopbackName(publicUrl.hostname)) {
    problems.push("PUBLIC_URL: plain http is accepted on loopback only");
  }
  return problems;
}

/** Secrets that everybody knows, or that are missing, where strangers could use that. */
function secretProblems(env: Env, production: boolean): string[] {
  const problems: string[] = [];
  const exposed = production || !isLoopbackName(env.HOST);
  if (env.MASTER_KEY !== null && env.MASTER_KEY_FILE !== null) {
    problems.push("MASTER_KEY: give either MASTER_KEY or MASTER_KEY_FILE");
  }
  if (env.BUREAU_SECRET !== null && env.BUREAU_SECRET.length < SECRET_CHARACTERS) {
    problems.push(`BUREAU_SECRET: at least ${SECRET_CHARACTERS} characters`);
  }
  if (!exposed) return problems;
  if (env.BUREAU_SECRET === null || env.BUREAU_SECRET === DEMO_BUREAU_SECRET) {
    problems.push("BUREAU_SECRET: a secret of your own is required");
  }
  if (env.BUREAU_URL === null) problems.push("BUREAU_URL: the simulated bureau is for demonstrations only");
  if (env.MASTER_KEY === null && env.MASTER_KEY_FILE === null) {
    problems.push("MASTER_KEY: MASTER_KEY or MASTER_KEY_FILE is required");
  }
  const webhookSecret = env.INTAKE_WEBHOOK_SECRET;
  if (env.INTAKE_WEBHOOK_URL !== null && (webhookSecret?.length ?? 0) < SECRET_CHARACTERS) {
    problems.push(`INTAKE_WEBHOOK_SECRET: at least ${SECRET_CHARACTERS} characters are required`);
  }
  return problems;
}
