import type { Store } from "#db/store";
import { INTAKE_LIMITS } from "#shared/contract/intake-v1";
import type { Answer, Problem } from "./answer";
import { render } from "./answer";
import type { IntakeCaller } from "./intake-key";
import { problem } from "./problems";

/** A valid `Idempotency-Key`, or what is wrong with the header. */
export function idempotencyKeyOf(header: string | undefined): { kind: "KEY"; key: string } | Problem {
  if (header === undefined || header === "") return problem("IDEMPOTENCY_KEY_REQUIRED");
  const limit = INTAKE_LIMITS.idempotencyKeyCharacters;
  const valid = header.length <= limit && /^[\x21-\x7e]+$/.test(header);
  return valid ? { kind: "KEY", key: header } : problem("IDEMPOTENCY_KEY_INVALID", { params: { limit } });
}

export interface IdempotentRequest {
  readonly caller: IntakeCaller;
  readonly key: string;
  /** The caller's keyed hash of method, address and body. */
  readonly fingerprint: string;
  readonly english: boolean;
}

/** Status and body as they go over the line; `replayed` when they are those of an earlier request. */
export interface Outgoing {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly replayed: boolean;
}

/** Status of a row that holds its key while the request is worked on. */
const HELD = 0;

/**
 * Answers each Idempotency-Key of a caller once:
 *
 * | The process dies … | A repeat |
 * |---|---|
 * | before the key is held | is the first request |
 * | after that, before the change | is judged anew; another body is still refused |
 * | after the change, before the answer is kept | finds the change by its `once` key and answers it |
 * | after the answer is kept | gets it |
 *
 * Kept are results and refusals of a decision. What was wrong with the request itself changed nothing and is judged
 * anew. Repeats that arrive while the first is under way wait for its answer.
 */
export class Idempotency {
  readonly #store: Pick<Store, "idempotentAnswer" | "storeIdempotentAnswer">;
  readonly #now: () => number;
  readonly #underWay = new Map<string, { fingerprint: string; outgoing: Promise<Outgoing> }>();

  constructor(deps: {
    readonly store: Pick<Store, "idempotentAnswer" | "storeIdempotentAnswer">;
    now(): number;
  }) {
    this.#store = deps.store;
    this.#now = () => deps.now();
  }

  async run(request: IdempotentRequest, work: () => Promise<Answer>): Promise<Outgoing> {
    const id = `${request.caller.keyName} ${request.key}`;
    const first = this.#underWay.get(id);
    if (first !== undefined) {
      if (first.fingerprint !== request.fingerprint) return mismatch(request);
      return { ...(await first.outgoing), replayed: true };
    }
    const outgoing = this.#answerOnce(request, work);
    this.#underWay.set(id, { fingerprint: request.fingerprint, outgoing });
    try {
      return await outgoing;
    } finally {
      this.#underWay.delete(id);
    }
  }

  async #answerOnce(request: IdempotentRequest, work: () => Promise<Answer>): Promise<Outgoing> {
    const { caller, key, fingerprint } = request;
    const kept = await this.#store.idempotentAnswer(caller.keyName, key);
    if (kept !== null && kept.bodyHash !== fingerprint) return mismatch(request);
    if (kept !== null && kept.status !== HELD) {
      return { status: kept.status, text: kept.body, headers: {}, replayed: true };
    }
    if (kept === null) await this.#keep(request, HELD, "");
    const answer = await work();
    const outgoing = outgoingOf(answer, request);
    if (answer.kind === "RESULT" || answer.stored) await this.#keep(request, outgoing.status, outgoing.text);
    return outgoing;
  }

  #keep({ caller, key, fingerprint }: IdempotentRequest, status: number, body: string): Promise<void> {
    return this.#store.storeIdempotentAnswer({
      intakeKey: caller.keyName,
      key,
      bodyHash: fingerprint,
      status,
      body,
      nowMs: this.#now(),
    });
  }
}

function mismatch(request: IdempotentRequest): Outgoing {
  return outgoingOf(problem("IDEMPOTENCY_MISMATCH"), request);
}

function outgoingOf(answer: Answer, { english }: { readonly english: boolean }): Outgoing {
  const { status, text } = render(answer, english);
  return { status, text, headers: answer.kind === "PROBLEM" ? answer.headers : {}, replayed: false };
}
