import { randomUUID } from "node:crypto";
import { generateDemoOrder } from "#server/demo/generator/generate-demo-order";
import type { Application } from "#shared/domain/filing/application";

/** What a client was promised: the server answered, so it must be on disk whatever happens next (P1). */
export type Promised =
  | { readonly kind: "ORDER"; readonly orderNo: string }
  | { readonly kind: "CLAIM"; readonly orderNo: string; readonly version: number }
  | { readonly kind: "VERDICT"; readonly orderNo: string; readonly version: number };

export interface Load {
  readonly promises: readonly Promised[];
  /** Ends when the server stopped answering. */
  readonly ended: Promise<void>;
}

let nextIndex = 0;

/** Mixed load until the server is gone: customers who submit, reviewers who claim and send back. */
export async function startLoad(url: string, intakeUrl = url): Promise<Load> {
  const promises: Promised[] = [];
  const cookies = await Promise.all(["reviewer1", "reviewer2"].map((username) => signIn(url, username)));
  const lanes = [
    ...cookies.map((cookie) => reviewerLane(url, cookie, promises)),
    customerLane(intakeUrl, promises),
    customerLane(intakeUrl, promises),
  ];
  return { promises, ended: Promise.all(lanes).then(() => undefined) };
}

const STAFF_HEADERS = { "content-type": "application/json", "x-icp-client": "1" };

async function signIn(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/username`, {
    method: "POST",
    headers: STAFF_HEADERS,
    body: JSON.stringify({ username, password: "demo-Passw0rd!" }),
  });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** The answer's `data`, or null once the server does not answer any more. */
async function call(url: string, cookie: string, procedure: string, input: unknown): Promise<Answer | null> {
  try {
    const response = await fetch(`${url}/trpc/${procedure}`, {
      method: "POST",
      headers: { ...STAFF_HEADERS, cookie },
      body: JSON.stringify(input),
    });
    const body: { result?: { data: Answer } } = await response.json();
    return body.result?.data ?? null;
  } catch {
    return null;
  }
}

interface Answer {
  readonly orderNo: string;
  readonly version: number;
}

async function reviewerLane(url: string, cookie: string, promises: Promised[]): Promise<void> {
  for (;;) {
    const claimed = await call(url, cookie, "queue.claimNext", { requestId: randomUUID() });
    if (claimed === null) return;
    promises.push({ kind: "CLAIM", orderNo: claimed.orderNo, version: claimed.version });
    const decided = await call(url, cookie, "verdicts.record", {
      orderNo: claimed.orderNo,
      version: claimed.version,
      requestId: randomUUID(),
      outcome: "REVISE",
      comment: "请补充材料",
      reasons: [{ fieldPath: "materials", text: "缺少材料", suggestion: "请上传" }],
      overrides: [],
    });
    if (decided === null) return;
    promises.push({ kind: "VERDICT", orderNo: decided.orderNo, version: decided.version });
  }
}

async function customerLane(url: string, promises: Promised[]): Promise<void> {
  for (;;) {
    try {
      const response = await fetch(`${url}/api/intake/v1/orders`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: "Bearer demo-intake-key",
          "idempotency-key": randomUUID(),
        },
        body: JSON.stringify(newDocument()),
      });
      const body: Answer = await response.json();
      if (response.status !== 201) throw new Error(`intake answered ${response.status}`);
      promises.push({ kind: "ORDER", orderNo: body.orderNo });
    } catch {
      return;
    }
  }
}

/** A document of an entity nobody else uses, without its papers: uploads are not what is killed here. */
function newDocument(): Application {
  nextIndex += 1;
  const atMs = Date.now();
  const kind = { type: "FIRST_FILING", origin: null } as const;
  const { application } = generateDemoOrder({
    seed: 977,
    index: nextIndex,
    atMs,
    filingKind: kind,
    defects: "NONE",
  });
  return { ...application, materials: [] };
}
