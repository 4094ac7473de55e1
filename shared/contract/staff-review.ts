import { z } from "zod";
import type { MaterialNeed, SuperfluousMaterial } from "../domain/materials/material-needs";
import type { ProvinceCard } from "../domain/provinces/province-card";
import type { Change } from "../domain/review/revision-diff";
import type { SuggestedOutcome } from "../domain/review/suggested-outcome";
import type { Finding, Question } from "../domain/rules/report";
import type { RuleGroup, Text } from "../domain/rules/rule";
import { verdictInput } from "./staff-orders";
import { orderNoInput } from "./staff-queue";

/** What the machine tells the reviewer about an order before he decides (contracts.md §3). */

/** A finding with what "why does it say this?" needs: the rule in words and its source. */
export interface FindingView extends Finding {
  readonly group: RuleGroup;
  readonly title: Text;
  readonly source: string;
  /** What the customer would read if the finding is accepted, the most fitting template first; empty for advice. */
  readonly texts: readonly FindingText[];
}

export interface FindingText {
  readonly templateCode: string;
  readonly title: Text;
  readonly text: Text;
}

/** A question that only a person can answer, with the rule behind it. */
export interface QuestionView extends Question {
  readonly group: RuleGroup;
  readonly title: Text;
  readonly source: string;
}

export interface MaterialsView {
  readonly needs: readonly MaterialNeed[];
  readonly superfluous: readonly SuperfluousMaterial[];
}

/** Everything of `OrderDetail` that the rules give. */
export interface MachineReview {
  readonly findings: readonly FindingView[];
  readonly questions: readonly QuestionView[];
  /** Null while nobody ran the rules. */
  readonly findingsVersion: string | null;
  readonly suggestion: SuggestedOutcome;
  readonly province: ProvinceCard | null;
  readonly materialNeeds: MaterialsView;
}

export const diffInput = z.strictObject({
  orderNo: orderNoInput,
  from: z.number().int().min(1),
  to: z.number().int().min(1),
});

/** A finding as the comparison of two revisions names it. */
export interface FindingKey {
  readonly ruleId: string;
  readonly fieldPath: string;
  readonly title: Text;
}

/** Two revisions compared. Values are masked; a masked value may look the same on both sides and still have changed. */
export interface DiffAnswer {
  readonly changes: readonly Change[];
  /** Places the last verdict asked about that were left as they were. */
  readonly untouchedRequests: readonly string[];
  /** Changes nobody had asked for. */
  readonly unasked: readonly string[];
  readonly findings: {
    readonly resolved: readonly FindingKey[];
    readonly remaining: readonly FindingKey[];
    readonly added: readonly FindingKey[];
  };
}

/** The message as it would be sent; nothing is stored. */
export const previewInput = verdictInput.pick({ orderNo: true, outcome: true, comment: true, reasons: true });

export interface PreviewedReason {
  readonly fieldPath: string;
  readonly ruleId: string | null;
  readonly problem: Text;
  readonly suggestion: string;
  /** Placeholders that nobody filled in. */
  readonly holes: readonly string[];
}

export interface MessagePreview {
  readonly subject: Text;
  readonly comment: string;
  readonly reasons: readonly PreviewedReason[];
  /** Whether it can be sent: no hole anywhere, and a reason where one is needed. */
  readonly complete: boolean;
}
