import { z } from "zod";
import {
  JGDM_IN_PROGRESS,
  JGDM_MALFORMED,
  MSG_OTHER,
  MSG_SEQUENCE_GAP,
  MSG_WRONG_PROVINCE,
} from "#shared/contract/bureau-codes";
import { provinceShortName } from "#shared/contract/bureau-provinces";
import { type BureauRecord, parseSubmissionKey, recordSchema } from "#shared/contract/bureau-record";
import { BUREAU_LIMITS, submitRequestSchema } from "#shared/contract/bureau-v1";
import type { Answer } from "./answer";
import type { Bureau } from "./bureau";
import { certDigestOf } from "./registry";
import type { Recipient, SubmissionRow } from "./rows";
import { saveChange } from "./save-change";
import { recordError } from "./take-step";

/**
 * Takes a batch or refuses it as a whole (contracts.md §4). A number at or below the last one is a repeat: it gets
 * its first answer, which is always the same, and nothing of it is looked at. Any code but 0 uses no number.
 */
export function acceptBatch(bureau: Bureau, body: unknown, nowMs: number): Answer {
  const request = submitRequestSchema.safeParse(body);
  if (!request.success) return { msgCode: MSG_OTHER };
  const { provinceCode, dataSequence, records } = request.data;
  if (provinceShortName(provinceCode) === null) return { msgCode: MSG_WRONG_PROVINCE };
  const province = bureau.state.provinces.get(provinceCode) ?? { lastDataSequence: 0, lastFile: 0 };
  if (dataSequence <= province.lastDataSequence) return { msgCode: 0, accepted: dataSequence };
  const keyed = keyedRecords(records);
  if (keyed === null) return { msgCode: MSG_OTHER };
  const expected = province.lastDataSequence + 1;
  if (dataSequence > expected) return { msgCode: MSG_SEQUENCE_GAP, missing: expected };
  bureau.state.provinces.set(provinceCode, { ...province, lastDataSequence: dataSequence });
  for (const { key, orderNo, record } of keyed) {
    if (bureau.submissions.get(key) === undefined) {
      acceptRecord(bureau, { key, orderNo, provinceCode }, record, nowMs);
    }
  }
  return { msgCode: 0, accepted: dataSequence };
}

const keySchema = z.looseObject({ submissionKey: z.string() });

interface KeyedRecord {
  readonly key: string;
  readonly orderNo: string;
  readonly record: unknown;
}

/** The records with their keys, or null when there are none or too many, or a key is missing, malformed or doubled. */
function keyedRecords(records: readonly unknown[]): KeyedRecord[] | null {
  if (records.length === 0 || records.length > BUREAU_LIMITS.recordsPerBatch) return null;
  const keyed = new Map<string, KeyedRecord>();
  for (const record of records) {
    const named = keySchema.safeParse(record);
    if (!named.success) return null;
    const key = named.data.submissionKey;
    const parts = parseSubmissionKey(key);
    if (parts === null || keyed.has(key)) return null;
    keyed.set(key, { key, orderNo: parts.orderNo, record });
  }
  return [...keyed.values()];
}

type Identity = Pick<SubmissionRow, "key" | "orderNo" | "provinceCode">;

function acceptRecord(bureau: Bureau, identity: Identity, record: unknown, nowMs: number): void {
  const other = bureau.submissions.liveOf(identity.orderNo);
  const parsed = recordSchema.safeParse(record);
  const row: SubmissionRow = {
    ...identity,
    czlx: 0,
    certDigest: "",
    entityNumber: null,
    services: [],
    targetServices: [],
    recipients: [],
    ...(parsed.success ? contentOf(parsed.data) : {}),
    state: "RECEIVED",
    stepAtMs: nowMs,
    sentAtMs: null,
    results: 0,
  };
  const jgdm = !parsed.success ? JGDM_MALFORMED : other !== null ? JGDM_IN_PROGRESS : null;
  const change = jgdm === null ? { row, outcomes: [] } : recordError(row, jgdm, nowMs);
  saveChange(bureau, change, nowMs);
}

function contentOf(record: BureauRecord) {
  return {
    czlx: record.czlx,
    certDigest: certDigestOf(record.entity.certType, record.entity.certNumber),
    entityNumber: record.target?.entityFilingNumber || record.entity.filingNumber || null,
    services: record.services.map((service) => ({
      kind: service.kind,
      name: service.name,
      domains: service.domains,
      filingNumber: service.filingNumber || null,
    })),
    targetServices: record.target?.serviceFilingNumbers ?? [],
    recipients: distinctByPhone(record.smsRecipients),
  };
}

/** One code per phone, even where the provider named it twice. */
function distinctByPhone(given: BureauRecord["smsRecipients"]): Recipient[] {
  const byPhone = new Map<string, Recipient>();
  for (const { role, phone, idTail } of given) {
    if (byPhone.has(phone)) continue;
    byPhone.set(phone, { role, phone, idTail, code: "", resends: 0, wrong: 0, verified: false });
  }
  return [...byPhone.values()];
}
