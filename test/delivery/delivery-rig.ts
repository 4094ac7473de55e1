import { pino } from "pino";
import { v7 } from "uuid";
import type { Store } from "#db/store";
import { deliver } from "#server/bureau/deliver";
import type { DeliveryDeps } from "#server/bureau/delivery-deps";
import type { BureauGateway } from "#server/bureau/gateway";
import { createHttpGateway } from "#server/bureau/http-gateway";
import { openMaterialVault } from "#server/materials/material-vault";
import { notifyDue } from "#server/outbox/notify-due";
import { pushDue } from "#server/outbox/push-due";
import { sendWebhooks } from "#server/outbox/send-webhooks";
import { runTimers } from "#server/workers/run-timers";
import type { Application } from "#shared/domain/filing/application";
import type { FilingKind } from "#shared/domain/filing/filing-type";
import { DEFAULT_ORDER_SETTINGS } from "#shared/domain/order/settings";
import { SECRET, startBureau } from "#test/bureau-simulator/bureau-client";
import { deskOf, documentOf } from "#test/support/desk";
import { jpegOf, sha256Of, temporaryFolder, vaultKeyOf } from "#test/support/material-fixtures";
import { FIRST_FILING, HOLDER, NOW_MS, verdictOf } from "#test/support/order-fixtures";
import { createInspectedStore } from "#test/support/test-store";
import { startFaultProxy } from "./fault-proxy";
import { quietMemory } from "./quiet-memory";

export const GUANGDONG = "440000";
export const BEIJING = "110000";
const UNDO_MS = DEFAULT_ORDER_SETTINGS.undoWindowMs;

export interface RigParts {
  readonly wrapStore?: (store: Store) => Store;
  readonly wrapGateway?: (gateway: BureauGateway) => BureauGateway;
  readonly seed?: string;
  readonly answerWithinMs?: number;
}

/** Store, desk and workers on one clock, the real simulator behind a network that can fail. Nothing runs by itself. */
export async function openDeliveryRig(parts: RigParts = {}) {
  const { store: plain, client } = await createInspectedStore();
  const { folder, remove } = await temporaryFolder();
  const materials = await openMaterialVault(folder, vaultKeyOf());
  const bureau = await startBureau({ startMs: NOW_MS, seed: parts.seed ?? "seed" });
  const proxy = await startFaultProxy(bureau.origin);
  const now = () => bureau.clock.ms;
  const http = createHttpGateway({
    baseUrl: proxy.origin,
    secret: SECRET,
    now,
    newId: v7,
    answerWithinMs: parts.answerWithinMs ?? 5_000,
  });
  const store = parts.wrapStore?.(plain) ?? plain;
  const deps: DeliveryDeps = {
    store,
    materials,
    now,
    newId: v7,
    settings: DEFAULT_ORDER_SETTINGS,
    rules: [],
    log: pino({ level: "silent" }),
    gateway: parts.wrapGateway?.(http) ?? http,
    random: () => 0,
  };
  const licence = await jpegOf();
  const sha256 = sha256Of(licence);
  await materials.put(sha256, licence);
  await plain.addMaterial({
    sha256,
    intakeKey: "key-1",
    mediaType: "image/jpeg",
    bytes: licence.length,
    uploadedAtMs: NOW_MS,
  });
  const desk = deskOf(plain);
  const memory = { current: quietMemory(GUANGDONG, BEIJING) };

  const document = (orderNo: string, kind: FilingKind, patch: Partial<Application> = {}): Application => ({
    ...documentOf(orderNo, kind),
    materials: [{ kind: "ENTITY_CERTIFICATE", sha256 }],
    ...patch,
  });

  /** From nothing to an approval whose undo window is over; the push is due. */
  async function approve(
    orderNo: string,
    kind = FIRST_FILING,
    patch: Partial<Application> = {},
  ): Promise<void> {
    await desk.submit(orderNo, now(), document(orderNo, kind, patch));
    await desk.must(orderNo, { type: "claim" }, HOLDER, now());
    const verdict = verdictOf("APPROVE", { verdictId: `verdict-${orderNo}` });
    await desk.must(orderNo, { type: "approve", verdict }, HOLDER, now());
  }

  async function inProvince(orderNo: string, provinceCode: string): Promise<void> {
    const { entity } = documentOf(orderNo);
    await approve(orderNo, FIRST_FILING, {
      entity: { ...entity, region: { ...entity.region, provinceCode } },
    });
  }

  return {
    store: plain,
    bureau,
    proxy,
    deps,
    desk,
    http,
    approve,
    inProvince,
    document,
    /** Lets real time pass on the one clock; the bureau's runs as fast, unless it was told otherwise. */
    pass(ms: number) {
      bureau.clock.ms += ms;
    },
    push: async () => {
      bureau.clock.ms += UNDO_MS;
      await pushDue(deps);
    },
    deliver: () => deliver(deps, memory.current),
    /** One turn of every worker, with a little time for their pauses to end. */
    async turn(ms = 2_000) {
      bureau.clock.ms += ms;
      await pushDue(deps);
      await deliver(deps, memory.current);
      while (await notifyDue(deps));
      while (await sendWebhooks(deps, "WEBHOOK", null));
      while (await sendWebhooks(deps, "EFFECT", null));
      await runTimers(deps);
    },
    /** The process has died and is back: what was only remembered is gone. */
    restart() {
      memory.current = quietMemory(GUANGDONG, BEIJING);
    },
    async statusOf(orderNo: string) {
      return (await plain.load(orderNo))?.status ?? null;
    },
    /** `data` of each audit row of that action, oldest first. */
    auditData: (orderNo: string, action: string): Record<string, unknown>[] =>
      client
        .prepare<[string, string], { data: string }>(
          "SELECT data FROM audit_events WHERE order_no = ? AND action = ? ORDER BY seq",
        )
        .all(orderNo, action)
        .map(({ data }) => JSON.parse(data)),
    /** Submission numbers of which the desk learnt that the bureau has them: told so, or implied by a record error. */
    acceptances: (orderNo: string): number[] =>
      client
        .prepare<[string], { data: string }>(
          `SELECT data FROM audit_events WHERE order_no = ? AND (action = 'uploadAccepted'
             OR action = 'recordRejected' AND from_status = 'SUBMITTING_TO_BUREAU') ORDER BY seq`,
        )
        .all(orderNo)
        .map(({ data }) => Number(JSON.parse(data).submissionNo)),
    /** Action and transition of each audit row, oldest first. */
    async trail(orderNo: string): Promise<string[]> {
      const rows = client
        .prepare<[string], { action: string; transition: string | null }>(
          "SELECT action, transition FROM audit_events WHERE order_no = ? ORDER BY seq",
        )
        .all(orderNo);
      return rows.map(({ action, transition }) => `${transition ?? "-"} ${action}`);
    },
    notifications: (orderNo: string) =>
      client
        .prepare<[string], { target: string; template: string }>(
          "SELECT target, template FROM notifications WHERE order_no = ? ORDER BY rowid",
        )
        .all(orderNo),
    outbox: (orderNo: string, kind: string) =>
      client
        .prepare<
          [string, string],
          { state: string; payload: string; not_before_ms: number; attempts: number }
        >(
          "SELECT state, payload, not_before_ms, attempts FROM outbox WHERE order_no = ? AND kind = ? ORDER BY seq",
        )
        .all(orderNo, kind),
    async close() {
      await http.close();
      await proxy.stop();
      await bureau.stop();
      await plain.close();
      await remove();
    },
  };
}

export type DeliveryRig = Awaited<ReturnType<typeof openDeliveryRig>>;
