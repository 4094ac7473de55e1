import type { NewAuthCode, NewBlacklistEntry } from "#db/ports/rule-store";
import { checkAnswerSchema } from "#shared/contract/intake-v1";
import type { Application } from "#shared/domain/filing/application";
import { RULES } from "#shared/domain/rules/catalogue";
import { type IntakeRig, openIntakeRig } from "#test/support/intake-rig";
import { jpegOf, sha256Of } from "#test/support/material-fixtures";
import { approval, lead, VERIFIED } from "#test/support/order-road";
import { type BaseOrder, type BaseQuery, baseOrder, SUBMITTED_AT_MS } from "./base-orders";
import { imageOf, replaceEverywhere } from "./bending";
import type { Bend } from "./case";
import { type PreparedCase, writtenAs } from "./run-case";

/** One thing that happens at the desk before the last order comes. */
export type Step =
  | { readonly does: "SUBMIT"; readonly order: SequenceOrder; readonly name: string }
  /** Withdrawn and given up by the customer. */
  | { readonly does: "ABANDON"; readonly name: string }
  /** Approved by us and by the bureau. */
  | { readonly does: "FILE"; readonly name: string }
  | { readonly does: "BLACKLIST"; readonly entry: Pick<NewBlacklistEntry, "kind" | "value"> }
  | { readonly does: "ISSUE_CODE"; readonly code: Pick<NewAuthCode, "code" | "issuerValid" | "used"> };

export interface SequenceOrder {
  readonly base: BaseQuery;
  readonly bend: Bend;
  /** Its verification photo is one that all such orders of the sequence share. */
  readonly sharesPhoto?: true;
}

/** Orders that come one after the other; the last is checked, and its whole finding set compared. */
export interface Sequence {
  readonly name: string;
  readonly rule: string;
  readonly steps: readonly Step[];
  readonly last: SequenceOrder;
  readonly expected: readonly string[];
}

/** The desk behind its real intake, on the day of the corpus. */
export interface CorpusIntake {
  readonly rig: IntakeRig;
  /** What `/orders/check` finds. */
  check(order: BaseOrder, expected: readonly string[]): Promise<string[]>;
  submit(order: BaseOrder): Promise<string>;
}

export async function openCorpusIntake(): Promise<CorpusIntake> {
  const rig = await openIntakeRig({ rules: RULES });
  rig.clock.nowMs = SUBMITTED_AT_MS;
  const uploaded = new Set<string>();

  async function bring(order: BaseOrder): Promise<void> {
    for (const { sha256, bytes } of order.files) {
      if (uploaded.has(sha256)) continue;
      const { status } = await rig.upload(Buffer.from(bytes));
      if (status !== 201) throw new Error(`a file was answered with ${status}`);
      uploaded.add(sha256);
    }
  }

  async function check(order: BaseOrder, expected: readonly string[]): Promise<string[]> {
    await bring(order);
    const reply = await rig.call("POST", "/orders/check", { body: order.application });
    if (reply.status !== 200) throw new Error(`the check answered ${reply.status} ${reply.text}`);
    return writtenAs(expected, checkAnswerSchema.parse(reply.body).findings);
  }

  async function submit(order: BaseOrder): Promise<string> {
    await bring(order);
    return rig.submit(order.application);
  }

  return { rig, check, submit };
}

/** Whether a case says everything in its document and leaves its files alone, so that the intake can be asked. */
export function isSendable({ case: corpusCase, order, input }: PreparedCase): boolean {
  const { facts, switches, lists, today, gates } = corpusCase;
  const plain = [facts, switches, lists, today, gates].every((part) => part === undefined);
  const files = new Map(order.files.map((file) => [file.sha256, file]));
  const untouched = (input.facts.files ?? []).every(
    ({ sha256, bytes, mediaType }) =>
      files.get(sha256)?.bytes.length === bytes && files.get(sha256)?.mediaType === mediaType,
  );
  return plain && untouched && order.application.materials.every(({ sha256 }) => files.has(sha256));
}

/** Runs a sequence on a desk of its own; what the check of the last order finds. */
export async function runSequence(sequence: Sequence): Promise<string[]> {
  const intake = await openCorpusIntake();
  try {
    const orderNos = new Map<string, string>();
    for (const step of sequence.steps) await take(intake, step, orderNos);
    return await intake.check(await bentOrder(intake.rig, sequence.last), sequence.expected);
  } finally {
    await intake.rig.close();
  }
}

async function take(intake: CorpusIntake, step: Step, orderNos: Map<string, string>): Promise<void> {
  const { rig } = intake;
  const change = { reason: "示例", changedBy: "admin1", changedAtMs: rig.clock.nowMs };
  switch (step.does) {
    case "SUBMIT":
      orderNos.set(step.name, await intake.submit(await bentOrder(rig, step.order)));
      return;
    case "ABANDON":
      for (const command of ["withdraw", "abandon"]) await tell(rig, orderNos.get(step.name), command);
      return;
    case "FILE": {
      const numbers = { entity: "浙ICP备2026000001号", services: ["浙ICP备2026000001号-1"] };
      const done = { type: "bureauApproved", submissionNo: 1, numbers } as const;
      await lead(rig, orderNos.get(step.name) ?? "", [...approval(), ...VERIFIED, done]);
      return;
    }
    case "BLACKLIST":
      await rig.store.addBlacklistEntry({ ...step.entry, bureau: "浙江省通信管理局", ...change });
      return;
    case "ISSUE_CODE":
      await rig.store.addAuthCode({ ...step.code, issuerInstanceId: "i-issuer", ...change });
  }
}

async function tell(rig: IntakeRig, orderNo: string | undefined, command: string): Promise<void> {
  const { status, text } = await rig.call("POST", `/orders/${orderNo}/${command}`, { body: {} });
  if (status !== 200) throw new Error(`${command} answered ${status} ${text}`);
}

async function bentOrder(rig: IntakeRig, { base, bend, sharesPhoto }: SequenceOrder): Promise<BaseOrder> {
  const { application: made, files } = baseOrder(base);
  const application = structuredClone(made);
  bend(application, []);
  if (sharesPhoto === true) await sharePhoto(rig, application);
  return { application, files };
}

async function sharePhoto(rig: IntakeRig, application: Application): Promise<void> {
  const photo = await jpegOf(9);
  await rig.upload(photo);
  replaceEverywhere(application, imageOf(application, "LIVENESS_PHOTO").sha256, sha256Of(photo));
}
