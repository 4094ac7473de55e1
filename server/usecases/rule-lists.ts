import type { z } from "zod";
import type { editListInput, ListEditRow, ListRow } from "#shared/contract/staff-rules";
import type { StaffActor } from "#shared/domain/order/actor";
import { LIST_KEYS, type ListKey, ruleListsSchema } from "#shared/domain/rules/lists";
import { shanghaiDay } from "#shared/domain/time/working-calendar";
import type { Deps } from "./deps";
import { done, edgeRefuse, type Reply } from "./reply";
import { ruleSetOf } from "./rule-set";

/** Every word and code list as it is in force today. */
export async function ruleLists(deps: Deps): Promise<{ rows: ListRow[] }> {
  const today = shanghaiDay(deps.now());
  const config = await deps.store.ruleConfig();
  const { lists } = ruleSetOf(config, today);
  const edited = new Set(
    config.listEdits.filter((edit) => edit.effectiveFrom <= today).map((edit) => edit.key),
  );
  return { rows: LIST_KEYS.map((list) => ({ list, value: lists[list], edited: edited.has(list) })) };
}

/** What administrators changed about a list, newest first. */
export async function listHistory(deps: Deps, list: ListKey): Promise<{ edits: ListEditRow[] }> {
  const config = await deps.store.ruleConfig();
  const edits = config.listEdits.filter((edit) => edit.key === list).sort((a, b) => b.id - a.id);
  return {
    edits: edits.map(({ id, effectiveFrom, reason, changedBy, changedAtMs, value }) => ({
      id,
      effectiveFrom,
      reason,
      changedBy,
      changedAtMs,
      value,
    })),
  };
}

/** Replaces a list as a whole from a day on. Refused: a value of another form, a day that has passed. */
export async function editList(
  deps: Deps,
  input: z.infer<typeof editListInput>,
  actor: StaffActor,
): Promise<Reply<{ revision: number }>> {
  const { list, effectiveFrom, reason } = input;
  const value = ruleListsSchema.shape[list].safeParse(input.value);
  if (!value.success) return edgeRefuse("BAD_LIST_VALUE", { list });
  const nowMs = deps.now();
  if (effectiveFrom < shanghaiDay(nowMs)) return edgeRefuse("EFFECTIVE_IN_PAST");
  const edit = { key: list, value: value.data, effectiveFrom, reason };
  return done({
    revision: await deps.store.addListEdit({ ...edit, changedBy: actor.username, changedAtMs: nowMs }),
  });
}
