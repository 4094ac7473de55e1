import { randomUUID } from "node:crypto";
import { type DemoOrder, generateDemoOrder } from "#server/demo/generator/generate-demo-order";
import { loadPictureMaker } from "#server/demo/images/picture-maker";
import { appendSidecar } from "#server/demo/sidecar";
import { INTAKE_BASE_PATH, type OrderView, orderViewSchema } from "#shared/contract/intake-v1";
import { type Application, filingKindOf } from "#shared/domain/filing/application";
import { kindCode } from "#shared/domain/filing/filing-type";

const SEED = 3_371;
const FIRST_FILING = { type: "FIRST_FILING", origin: null } as const;
const HEADERS = { authorization: "Bearer demo-intake-key" };

/** The customers' filing system: it submits orders of its own and looks at what became of them. */
export interface Filer {
  /** A first filing without fault, of an entity that no other order names; answers its number. */
  submit(): Promise<string>;
  /** A first filing with planted faults, whose simulated applicant knows how to mend them. */
  submitFaulty(): Promise<string>;
  /** A company's first filing with these planted faults, its documents drawn so that they can be read. */
  submitDrawn(...defects: string[]): Promise<string>;
  /** A company's first filing with exactly these planted faults; answers how the customer mends it, too. */
  submitWith(...defects: string[]): Promise<Submitted>;
  /** The next revision of an order that was sent back. */
  revise(orderNo: string, application: Application): Promise<void>;
  /** What the customer sees of the order. */
  view(orderNo: string): Promise<OrderView>;
}

export interface Submitted {
  readonly orderNo: string;
  /** The same document without the faults. */
  readonly mended: Application;
}

export function openFiler(url: string, dataDir: string): Filer {
  let index = 0;

  async function send(order: DemoOrder): Promise<string> {
    await Promise.all(order.files.map((file) => upload(url, file)));
    const response = await fetch(`${url}${INTAKE_BASE_PATH}/orders`, {
      method: "POST",
      headers: { ...HEADERS, "content-type": "application/json", "idempotency-key": randomUUID() },
      body: JSON.stringify(order.application),
    });
    const text = await response.text();
    if (response.status !== 201) throw new Error(`submission answered ${response.status}: ${text}`);
    const { orderNo }: { orderNo: string } = JSON.parse(text);
    return orderNo;
  }

  return {
    submit() {
      index += 1;
      const input = { seed: SEED, index, atMs: Date.now(), filingKind: FIRST_FILING };
      return send(generateDemoOrder({ ...input, defects: "NONE" }));
    },
    async submitFaulty() {
      const atMs = Date.now();
      for (;;) {
        index += 1;
        const order = generateDemoOrder({ seed: SEED, index, atMs });
        const kind = filingKindOf(order.application);
        if (kind.type !== "FIRST_FILING" || order.defects.length === 0) continue;
        const orderNo = await send(order);
        const { defects } = order;
        await appendSidecar(dataDir, {
          orderNo,
          seed: SEED,
          index,
          atMs,
          kind: kindCode(kind),
          defects: [...defects],
        });
        return orderNo;
      }
    },
    async submitDrawn(...defects) {
      const { pictures } = await loadPictureMaker("all");
      for (;;) {
        index += 1;
        const input = { seed: SEED, index, atMs: Date.now(), filingKind: FIRST_FILING, defects };
        const { entity } = generateDemoOrder(input).application;
        if (entity.name.endsWith("有限公司")) return send(generateDemoOrder({ ...input, pictures }));
      }
    },
    async submitWith(...defects) {
      for (;;) {
        index += 1;
        const input = { seed: SEED, index, atMs: Date.now(), filingKind: FIRST_FILING, defects };
        const order = generateDemoOrder(input);
        const planted = order.defectIds.length === defects.length;
        if (!planted || !order.application.entity.name.endsWith("有限公司")) continue;
        const mended = generateDemoOrder({ ...input, mended: true });
        await Promise.all(mended.files.map((file) => upload(url, file)));
        return { orderNo: await send(order), mended: mended.application };
      }
    },
    async revise(orderNo, application) {
      const response = await fetch(`${url}${INTAKE_BASE_PATH}/orders/${orderNo}/revisions`, {
        method: "POST",
        headers: { ...HEADERS, "content-type": "application/json", "idempotency-key": randomUUID() },
        body: JSON.stringify(application),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`the revision answered ${response.status}: ${text}`);
    },
    async view(orderNo) {
      const response = await fetch(`${url}${INTAKE_BASE_PATH}/orders/${orderNo}`, { headers: HEADERS });
      if (response.status !== 200) throw new Error(`the customer's view answered ${response.status}`);
      return orderViewSchema.parse(await response.json());
    },
  };
}

async function upload(url: string, { sha256, mediaType, bytes }: DemoOrder["files"][number]): Promise<void> {
  const response = await fetch(`${url}${INTAKE_BASE_PATH}/materials/${sha256}`, {
    method: "PUT",
    headers: { ...HEADERS, "content-type": mediaType },
    body: Buffer.from(bytes),
  });
  if (!response.ok) throw new Error(`upload answered ${response.status}`);
  await response.arrayBuffer();
}
