import { Agent, type Dispatcher, request } from "undici";
import { z } from "zod";
import { DEMO_PASSWORD } from "#server/auth/demo-accounts";

const orderSchema = z.object({ orderNo: z.string(), version: z.number(), status: z.string() });

/** The staff API as a browser would call it, over kept-alive connections. */
export interface StaffClient {
  call(procedure: string, input: unknown): Promise<unknown>;
  claimNext(): Promise<z.infer<typeof orderSchema>>;
  close(): Promise<void>;
}

let requests = 0;

export async function signIn(url: string, username: string, connections: number): Promise<StaffClient> {
  const dispatcher = new Agent({ connections });
  const headers = { "content-type": "application/json", "x-icp-client": "1" };
  const signedIn = await request(`${url}/api/auth/sign-in/username`, {
    dispatcher,
    method: "POST",
    headers,
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  });
  await signedIn.body.dump();
  if (signedIn.statusCode !== 200) throw new Error(`sign-in answered ${signedIn.statusCode}`);
  const cookie = String(signedIn.headers["set-cookie"]).split(";")[0] ?? "";

  const call = async (procedure: string, input: unknown): Promise<unknown> => {
    const response: Dispatcher.ResponseData = await request(`${url}/trpc/${procedure}`, {
      dispatcher,
      method: "POST",
      headers: { ...headers, cookie },
      body: JSON.stringify(input),
    });
    const body: unknown = await response.body.json();
    if (response.statusCode !== 200)
      throw new Error(`${procedure} answered ${response.statusCode}: ${JSON.stringify(body)}`);
    return z.object({ result: z.object({ data: z.unknown() }) }).parse(body).result.data;
  };
  return {
    call,
    claimNext: async () => orderSchema.parse(await call("queue.claimNext", { requestId: newRequestId() })),
    close: () => dispatcher.close(),
  };
}

export function newRequestId(): string {
  requests += 1;
  return `bench-${process.pid}-${requests}`;
}

/** A verdict that sends nothing to the bureau, so that only the verdict is measured. */
export function revise(order: { orderNo: string; version: number }): Record<string, unknown> {
  return {
    orderNo: order.orderNo,
    version: order.version,
    requestId: newRequestId(),
    outcome: "REVISE",
    comment: "请补充材料",
    reasons: [{ fieldPath: "materials", text: "缺少材料", suggestion: "请上传" }],
    overrides: [],
  };
}
