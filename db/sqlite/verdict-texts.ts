import { z } from "zod";
import { type DraftContent, draftContent, type VerdictView } from "#shared/contract/staff-orders";
import type { SealedWrite } from "#shared/domain/order/decision";
import { notes } from "../schema/documents";
import { verdicts, verdictUndos } from "../schema/reviews";
import type { Client } from "./connection";
import type { SealedTexts } from "./sealed-texts";
import { insertInto, query } from "./statements";

type VerdictWrite = Extract<SealedWrite, { type: "VERDICT" }>;
type NoteWrite = Extract<SealedWrite, { type: "NOTE" }>;
export type NoteView = { author: string; atMs: number; text: string };

const verdictText = z.strictObject({
  comment: z.string(),
  note: z.string(),
  reasons: z.array(
    z.strictObject({
      templateCode: z.string().nullable(),
      fieldPath: z.string(),
      params: z.record(z.string(), z.string()),
      problem: z.string(),
      suggestion: z.string(),
      // Verdicts given before there were rules name none.
      ruleId: z.string().nullish(),
      problemEn: z.string().nullish(),
    }),
  ),
  overrides: z.array(
    z.strictObject({ ruleId: z.string(), fieldPath: z.string().nullable(), reason: z.string() }),
  ),
});
const noteText = z.strictObject({ text: z.string() });

/** What reviewers wrote: verdicts, notes to colleagues, unfinished drafts. All of it sealed with its order. */
export interface ReviewTexts {
  writeVerdict(orderNo: string, write: VerdictWrite): void;
  undoVerdict(orderNo: string, verdictId: string, by: string, nowMs: number): void;
  writeNote(orderNo: string, write: NoteWrite): void;
  verdicts(orderNo: string): VerdictView[];
  notes(orderNo: string): NoteView[];
  saveDraft(orderNo: string, username: string, draft: DraftContent, nowMs: number): void;
  loadDraft(orderNo: string, username: string): DraftContent | null;
  clearDraft(orderNo: string, username: string): void;
}

export function reviewTexts(client: Client, texts: SealedTexts): ReviewTexts {
  return { ...verdictTexts(client, texts), ...noteTexts(client, texts), ...draftTexts(client, texts) };
}

function verdictTexts(
  client: Client,
  texts: SealedTexts,
): Pick<ReviewTexts, "writeVerdict" | "undoVerdict" | "verdicts"> {
  const insert = insertInto(client, verdicts);
  const insertUndo = insertInto(client, verdictUndos);
  const standing = query<[string], VerdictRow>(
    client,
    `SELECT verdict_id AS verdictId, round, revision_no AS revision, outcome, decided_by AS decidedBy,
       decided_at_ms AS decidedAtMs, sealed
     FROM verdicts v WHERE order_no = ? AND NOT EXISTS (SELECT 1 FROM verdict_undos u WHERE u.order_no = v.order_no AND u.verdict_id = v.verdict_id)
     ORDER BY decided_at_ms DESC, round DESC LIMIT 200`,
  );
  return {
    writeVerdict(orderNo, { verdict, round, revisionNo, decidedBy, decidedAtMs, claimedAtMs }) {
      const { verdictId, outcome, comment, note, reasons, overrides } = verdict;
      const sealed = texts.seal(orderNo, "verdicts", verdictId, { comment, note, reasons, overrides });
      const counts = { reasons: reasons.length, overrides: overrides.length };
      insert({
        verdictId,
        orderNo,
        round,
        revisionNo,
        outcome,
        decidedBy,
        decidedAtMs,
        claimedAtMs,
        ...counts,
        sealed,
      });
    },
    undoVerdict(orderNo, verdictId, undoneBy, undoneAtMs) {
      insertUndo({ orderNo, verdictId, undoneBy, undoneAtMs });
    },
    verdicts(orderNo) {
      return standing()
        .all(orderNo)
        .map(({ verdictId, sealed, ...row }) => ({
          ...row,
          ...texts.open(orderNo, "verdicts", verdictId, sealed, verdictText),
        }));
    },
  };
}

type VerdictRow = Pick<VerdictView, "round" | "revision" | "outcome" | "decidedBy" | "decidedAtMs"> & {
  verdictId: string;
  sealed: Buffer;
};

function noteTexts(client: Client, texts: SealedTexts): Pick<ReviewTexts, "writeNote" | "notes"> {
  const insert = insertInto(client, notes);
  const lastNo = query<[string], { noteNo: number | null }>(
    client,
    "SELECT max(note_no) AS noteNo FROM notes WHERE order_no = ?",
  );
  const ofOrder = query<[string], { noteNo: number; author: string; atMs: number; sealed: Buffer }>(
    client,
    "SELECT note_no AS noteNo, author, at_ms AS atMs, sealed FROM notes WHERE order_no = ? ORDER BY note_no LIMIT 500",
  );
  return {
    writeNote(orderNo, { author, atMs, text }) {
      const noteNo = (lastNo().get(orderNo)?.noteNo ?? 0) + 1;
      insert({
        orderNo,
        noteNo,
        author,
        atMs,
        sealed: texts.seal(orderNo, "notes", `${orderNo}/${noteNo}`, { text }),
      });
    },
    notes(orderNo) {
      return ofOrder()
        .all(orderNo)
        .map(({ noteNo, author, atMs, sealed }) => {
          const { text } = texts.open(orderNo, "notes", `${orderNo}/${noteNo}`, sealed, noteText);
          return { author, atMs, text };
        });
    },
  };
}

function draftTexts(
  client: Client,
  texts: SealedTexts,
): Pick<ReviewTexts, "saveDraft" | "loadDraft" | "clearDraft"> {
  const put = query<[string, string, number, Buffer], never>(
    client,
    `INSERT INTO drafts (order_no, username, saved_at_ms, sealed) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET saved_at_ms = excluded.saved_at_ms, sealed = excluded.sealed`,
  );
  const get = query<[string, string], { sealed: Buffer }>(
    client,
    "SELECT sealed FROM drafts WHERE order_no = ? AND username = ?",
  );
  const drop = query<[string, string], never>(
    client,
    "DELETE FROM drafts WHERE order_no = ? AND username = ?",
  );
  return {
    saveDraft(orderNo, username, draft, nowMs) {
      put().run(orderNo, username, nowMs, texts.seal(orderNo, "drafts", `${orderNo}/${username}`, draft));
    },
    loadDraft(orderNo, username) {
      const row = get().get(orderNo, username);
      if (row === undefined) return null;
      return texts.open(orderNo, "drafts", `${orderNo}/${username}`, row.sealed, draftContent);
    },
    clearDraft(orderNo, username) {
      drop().run(orderNo, username);
    },
  };
}
