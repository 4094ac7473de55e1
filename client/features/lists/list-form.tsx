import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ruleListsSchema } from "#shared/domain/rules/lists";
import { useRefusal } from "../../lib/refusal";
import { type ListView, trpc } from "../../lib/trpc";
import { ChangeFields, freshChange, hasReason } from "../../ui/rule-change/change-fields";
import { Faults, JsonEditor, jsonText } from "../../ui/rule-change/json-editor";
import { readJson, readValue } from "../../ui/rule-change/json-fault";
import styles from "../../ui/rule-change/rule-change.module.css";
import { useAfterChange } from "../../ui/rule-change/use-change";
import { WordEditor } from "../../ui/rule-change/word-editor";
import { ChangedLines } from "./changed-lines";
import { FlagsEditor } from "./flags-editor";
import { listChange, listShape } from "./list-lines";

/** Replaces a list from a day on; what would come in and go out stands there before it is saved. */
export function ListForm({ row, onClose }: { row: ListView; onClose: () => void }) {
  const { t } = useTranslation("lists");
  const refusal = useRefusal();
  const json = listShape(row.list) === "json";
  const form = ruleListsSchema.shape[row.list];
  const [draft, setDraft] = useState<unknown>(() => (json ? jsonText(row.value) : row.value));
  const [change, setChange] = useState(freshChange);
  const edit = useMutation(trpc.lists.edit.mutationOptions({ onSuccess: useAfterChange(onClose) }));
  const read = json ? readJson(String(draft), form) : readValue(draft, form);
  const value = "value" in read ? read.value : row.value;
  const { added, removed } = listChange(row.value, value);
  const changed = added.length + removed.length > 0 || (row.value === null) !== (value === null);
  return (
    <form
      className={styles.form}
      aria-label={t("edit")}
      onSubmit={(event) => {
        event.preventDefault();
        if ("value" in read) edit.mutate({ list: row.list, value, ...change });
      }}
    >
      {json ? (
        <JsonEditor
          label={t(`list.${row.list}`)}
          text={String(draft)}
          faults={read.faults}
          onChange={setDraft}
        />
      ) : (
        <>
          {listShape(row.list) === "flags" ? (
            <FlagsEditor draft={draft} onChange={setDraft} />
          ) : (
            <HeldWords row={row} draft={draft} onChange={setDraft} />
          )}
          <Faults faults={read.faults} />
        </>
      )}
      <div className={styles.field} role="status">
        <ChangedLines list={row.list} before={row.value} after={value} />
      </div>
      <ChangeFields change={change} onChange={setChange} />
      {edit.error ? <Alert type="warning" showIcon title={refusal(edit.error).message} /> : null}
      <div className={styles.buttons}>
        <Button
          type="primary"
          htmlType="submit"
          loading={edit.isPending}
          disabled={read.faults.length > 0 || !changed || !hasReason(change)}
        >
          {t("common:action.save")}
        </Button>
        <Button onClick={onClose}>{t("common:action.cancel")}</Button>
      </div>
    </form>
  );
}

interface WordsProps {
  row: ListView;
  draft: unknown;
  onChange: (draft: unknown) => void;
}

/** Words; where "we hold no such list" is another thing than an empty one, the choice between them first. */
function HeldWords({ row, draft, onChange }: WordsProps) {
  const { t } = useTranslation("lists");
  const editor = (
    <WordEditor
      label={t(`list.${row.list}`)}
      words={Array.isArray(draft) ? draft.map(String) : []}
      onChange={onChange}
    />
  );
  if (listShape(row.list) === "words") return editor;
  return (
    <>
      <div className={styles.field}>
        <Checkbox checked={draft !== null} onChange={(event) => onChange(event.target.checked ? [] : null)}>
          {t("held")}
        </Checkbox>
      </div>
      {draft === null ? null : editor}
    </>
  );
}
