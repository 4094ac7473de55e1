import express, { type ErrorRequestHandler, type Router } from "express";
import { MSG_OTHER } from "#shared/contract/bureau-codes";
import type { BureauControl } from "#shared/contract/bureau-control";
import { BUREAU_BASE_PATH, SIMULATED_HEADER } from "#shared/contract/bureau-v1";
import { createAuthenticator } from "./authenticate";
import type { Bureau } from "./bureau";
import { createControlDesk } from "./control-desk";
import { createControlRoutes } from "./control-routes";
import { createRegistry } from "./registry";
import { createResultBox } from "./result-box";
import { createProtocolRoutes } from "./routes";
import { createServe, sendAnswer } from "./serve";
import { openState, type State } from "./state";
import { createSubmissions } from "./submissions";
import { catchUp } from "./take-step";
import { createVirtualClock } from "./virtual-clock";

/** The part of a pino logger that is used here. Personal data is never given to it. */
export interface SimulatorLogger {
  error(fields: Record<string, unknown>, message: string): void;
}

export interface BureauSimulatorOptions {
  /** Shared signing secret (BUREAU_SECRET); the journal is sealed under it too. */
  readonly secret: string;
  /** The one provider this bureau talks to: `X-Provider`, and our name in its registry. */
  readonly provider: string;
  /** Virtual time per real time, until changed over `/control`. */
  readonly clockFactor: number;
  /** All chance comes from here, until changed over `/control`. */
  readonly seed: string;
  /** `none` by default: nothing fails by itself and nobody answers codes. */
  readonly profile?: BureauControl["profile"];
  /** Real time, Unix ms. */
  readonly nowMs: () => number;
  /** Where the state is kept; without it nothing outlives the process. */
  readonly journalPath?: string;
  /** False leaves out the unsigned `/control`, for a simulator that strangers can reach. */
  readonly exposeControl?: boolean;
  readonly logger?: SimulatorLogger;
}

export interface BureauSimulator {
  /** Serves `/bureau/v1/…`: mount it at the root, before anything that reads request bodies. */
  readonly app: Router;
  /** Brings the last changes to disk and closes the journal. Stop taking requests first. */
  stop(): Promise<void>;
}

/**
 * A provincial bureau for demonstrations and tests: it speaks the protocol of contracts.md §4 on a virtual clock.
 * It has no timers; what was due since the last call happens at the next one, in the right order and at its own
 * virtual time, so an idle simulator costs nothing.
 *
 * @throws when the journal cannot be read, belongs to another secret or is damaged
 */
export async function createBureauSimulator(options: BureauSimulatorOptions): Promise<BureauSimulator> {
  const state = await openState(options.journalPath, options.secret);
  const { seed, clockFactor, profile = "none" } = options;
  const desk = createControlDesk({ seed, clockFactor, profile }, state.controls);
  const clock = createVirtualClock(
    options.nowMs,
    desk.control().clockFactor,
    state.clocks.get("current") ?? null,
    youngestEvent(state, desk.sinceMs()),
  );
  const bureau: Bureau = {
    state,
    clock,
    submissions: createSubmissions(state.submissions, (row) => desk.nextStep(row)?.atMs ?? null),
    results: createResultBox(state),
    registry: createRegistry(state.entities),
    control: desk.control,
    nextStep: desk.nextStep,
    provider: options.provider,
  };
  catchUp(bureau);
  await state.flush();
  const authenticate = createAuthenticator(options.secret, options.provider, options.nowMs);
  const inner = express.Router();
  inner.use((_request, response, next) => {
    response.set({ [SIMULATED_HEADER]: "true", "cache-control": "no-store" });
    next();
  });
  if (options.exposeControl !== false) inner.use(createControlRoutes(bureau, desk));
  inner.use(createProtocolRoutes(bureau, createServe(bureau, authenticate)));
  inner.use((_request, response) => sendAnswer(response, 404, { msgCode: MSG_OTHER }, clock.now()));
  inner.use(answerFailure(bureau, options.logger));
  const app = express.Router();
  app.use(BUREAU_BASE_PATH, inner);
  return { app, stop: state.close };
}

function youngestEvent(state: State, sinceMs: number): number {
  let youngest = sinceMs;
  for (const row of state.submissions.values()) youngest = Math.max(youngest, row.stepAtMs);
  return youngest;
}

/** A failure here is a broken disk, a cut connection or a bug: to the provider an unknown outcome. */
function answerFailure(bureau: Bureau, logger: SimulatorLogger | undefined): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const reason = error instanceof Error ? error.message : "unknown";
    logger?.error({ method: request.method, reason }, "bureau simulator failed to answer");
    if (response.headersSent || request.destroyed) response.destroy();
    else sendAnswer(response, 500, { msgCode: MSG_OTHER }, bureau.clock.now());
  };
}
