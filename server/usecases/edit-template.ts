import type { z } from "zod";
import type { draftTemplateInput, settleTemplateInput } from "#shared/contract/staff-templates";
import type { StaffActor } from "#shared/domain/order/actor";
import { refuse } from "#shared/domain/order/refusal";
import { textFaults } from "#shared/domain/review/template-library";
import { reasonTemplate } from "#shared/domain/review/templates";
import type { Deps } from "./deps";
import { done, edgeRefuse, type Reply } from "./reply";

type Settle = z.infer<typeof settleTemplateInput>;

/**
 * Writes a new version of a template's texts; customers read it only when somebody else has released it. Refused: an
 * unknown template, placeholders that do not fit, an open draft of another person.
 */
export async function draftTemplate(
  deps: Deps,
  input: z.infer<typeof draftTemplateInput>,
  actor: StaffActor,
): Promise<Reply<{ version: number }>> {
  const template = reasonTemplate(input.code);
  if (template === null) return refuse("TEMPLATE_UNKNOWN", { template: input.code });
  const faults = textFaults(template, input);
  if (faults.length > 0) return edgeRefuse("TEMPLATE_FAULTS", { names: faults.join(", ") });
  const version = await deps.store.draftTemplate({ ...input, author: actor.username, nowMs: deps.now() });
  return version === null ? edgeRefuse("TEMPLATE_DRAFT_OPEN") : done({ version });
}

/** Puts a draft in force: from now on its texts are what customers read. Refused: one's own, one that is settled. */
export async function releaseTemplate(
  deps: Deps,
  { code, version }: Settle,
  actor: StaffActor,
): Promise<Reply<{ version: number }>> {
  const draft = (await deps.store.templateVersions(code)).find(
    ({ versionNo, state }) => versionNo === version && state === "DRAFT",
  );
  if (draft === undefined) return edgeRefuse("STALE_TEMPLATE_DRAFT");
  if (draft.author === actor.username) return edgeRefuse("OWN_TEMPLATE");
  const step = { code, versionNo: version, by: actor.username, nowMs: deps.now() };
  return (await deps.store.releaseTemplate(step)) ? done({ version }) : edgeRefuse("STALE_TEMPLATE_DRAFT");
}

/** Throws a draft away, its author or anybody who may write one. */
export async function discardTemplate(
  deps: Deps,
  { code, version }: Settle,
  actor: StaffActor,
): Promise<Reply<{ version: number }>> {
  const step = { code, versionNo: version, by: actor.username, nowMs: deps.now() };
  const discarded = await deps.store.discardTemplateDraft(step);
  return discarded ? done({ version }) : edgeRefuse("STALE_TEMPLATE_DRAFT");
}
