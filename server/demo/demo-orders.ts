import type { Deps } from "#server/usecases/deps";
import { submitOrder } from "#server/usecases/submit-order";
import { filingKindOf } from "#shared/domain/filing/application";
import { kindCode } from "#shared/domain/filing/filing-type";
import { foldApplication } from "#shared/domain/privacy/fold-application";
import type { DemoFile } from "./generator/finish-order";
import { generateDemoOrder } from "./generator/generate-demo-order";
import type { PictureMaker } from "./images/page";
import { appendSidecar, type Sidecar } from "./sidecar";

/** The filing system of the demo: the name of the intake key that all its orders come through. */
export const DEMO_INTAKE_KEY = "demo";

export const DEMO_CUSTOMER = { kind: "CUSTOMER", intakeKey: DEMO_INTAKE_KEY } as const;

/** Puts the files where an upload would have put them. */
export async function storeFiles(deps: Deps, files: readonly DemoFile[]): Promise<void> {
  for (const { sha256, mediaType, bytes } of files) {
    await deps.materials.put(sha256, Buffer.from(bytes));
    await deps.store.addMaterial({
      sha256,
      intakeKey: DEMO_INTAKE_KEY,
      mediaType,
      bytes: bytes.byteLength,
      uploadedAtMs: deps.now(),
    });
  }
}

/** Generates one order, submits it as its customer would, and keeps its sidecar. */
export async function submitDemoOrder(
  deps: Deps,
  dataDir: string,
  input: { readonly seed: number; readonly index: number; readonly pictures: PictureMaker },
): Promise<Sidecar> {
  const atMs = deps.now();
  const order = generateDemoOrder({ ...input, atMs });
  await storeFiles(deps, order.files);
  const application = foldApplication(order.application);
  const reply = await submitOrder(deps, { application, once: null }, DEMO_CUSTOMER);
  if (reply.kind !== "DONE") throw new Error(`demo order ${input.index} was not accepted: ${reply.kind}`);
  const sidecar: Sidecar = {
    orderNo: reply.value.orderNo,
    seed: input.seed,
    index: input.index,
    atMs,
    kind: kindCode(filingKindOf(application)),
    defects: order.defects.map(({ ruleId, fieldPath }) => ({ ruleId, fieldPath })),
  };
  await appendSidecar(dataDir, sidecar);
  return sidecar;
}
