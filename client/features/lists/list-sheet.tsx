import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DEFAULT_LISTS } from "#shared/domain/rules/lists";
import { useMay } from "../../lib/session";
import { type ListEditView, type ListView, trpc } from "../../lib/trpc";
import { ChangeHistory } from "../../ui/rule-change/change-history";
import styles from "../../ui/rule-change/rule-change.module.css";
import { ChangedLines } from "./changed-lines";
import { ListForm } from "./list-form";
import { THIN_LISTS } from "./list-lines";
import { ListValue } from "./list-value";

/** One list: what it is for, what stands in it, who changed it, and the form to change it. */
export function ListSheet({ row }: { row: ListView }) {
  const { t } = useTranslation("lists");
  const mayChange = useMay("rules.manage");
  const [editing, setEditing] = useState(false);
  const thin = THIN_LISTS.includes(row.list) && !row.edited;
  return (
    <div className={styles.sheet}>
      <div className={styles.historyHead}>
        <h2>{t(`list.${row.list}`)}</h2>
        {row.edited ? <Tag color="processing">{t("edited")}</Tag> : null}
      </div>
      <p className={styles.faint}>{t(`about.${row.list}`)}</p>
      {thin ? (
        <Alert className={styles.note ?? ""} type="warning" showIcon title={t(`thin.${row.list}`)} />
      ) : null}
      {editing ? (
        <ListForm row={row} onClose={() => setEditing(false)} />
      ) : (
        <>
          <h3>{t("content")}</h3>
          <ListValue list={row.list} value={row.value} />
          {mayChange ? (
            <div className={styles.buttons}>
              <Button type="primary" onClick={() => setEditing(true)}>
                {t("edit")}
              </Button>
            </div>
          ) : null}
        </>
      )}
      <h3>{t("rules:change.history")}</h3>
      <ListHistory row={row} />
    </div>
  );
}

function ListHistory({ row }: { row: ListView }) {
  const history = useQuery(trpc.lists.history.queryOptions({ list: row.list }));
  const edits = history.data?.edits ?? [];
  const before = (edit: ListEditView): unknown =>
    edits.find((other) => other.id < edit.id)?.value ?? DEFAULT_LISTS[row.list];
  return (
    <ChangeHistory query={history} edits={edits}>
      {(edit) => <ChangedLines list={row.list} before={before(edit)} after={edit.value} />}
    </ChangeHistory>
  );
}
