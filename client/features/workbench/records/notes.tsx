import { useMutation } from "@tanstack/react-query";
import { App, Button, Empty, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormatTime } from "../../../lib/format-time";
import { useRefusal } from "../../../lib/refusal";
import { useIntentions } from "../../../lib/request-id";
import { useMay } from "../../../lib/session";
import { queryClient, trpc } from "../../../lib/trpc";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";

/** Notes among colleagues; the customer never sees them. */
export function Notes() {
  const { t } = useTranslation("workbench");
  const format = useFormatTime();
  const { notes } = useWorkbench().order;
  const reviews = useMay("orders.review");
  return (
    <div className={styles.records}>
      {reviews ? <NewNote /> : null}
      {notes.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("records.noNotes")} />
      ) : null}
      {notes.map((note) => (
        <article key={`${note.atMs}/${note.author}`} className={styles.card}>
          <p className={styles.previewText}>{note.text}</p>
          <div className={styles.when}>
            {note.author} · {format(note.atMs)}
          </div>
        </article>
      ))}
    </div>
  );
}

function NewNote() {
  const { t } = useTranslation("workbench");
  const { message } = App.useApp();
  const refusal = useRefusal();
  const intentions = useIntentions();
  const { orderNo } = useWorkbench().order;
  const [text, setText] = useState("");
  const add = useMutation(
    trpc.orders.addNote.mutationOptions({
      onSuccess() {
        intentions.done("note");
        setText("");
        void queryClient.invalidateQueries(trpc.orders.get.queryFilter({ orderNo }));
      },
      onError: (error) => message.error(refusal(error).message),
    }),
  );
  return (
    <div className={styles.newNote}>
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4000}
        value={text}
        aria-label={t("records.newNote")}
        placeholder={t("records.newNote")}
        onChange={(event) => {
          intentions.done("note");
          setText(event.target.value);
        }}
      />
      <Button
        type="primary"
        disabled={text.trim() === ""}
        loading={add.isPending}
        onClick={() => add.mutate({ orderNo, requestId: intentions.of("note"), text: text.trim() })}
      >
        {t("records.addNote")}
      </Button>
    </div>
  );
}
