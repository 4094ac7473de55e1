import { UndoOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Button, Progress } from "antd";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useRefusal } from "../lib/refusal";
import { useIntentions } from "../lib/request-id";
import { useShortcut } from "../lib/shortcuts";
import { useStore } from "../lib/store";
import { client, queryClient, trpc } from "../lib/trpc";
import { type UndoWindow, undoWindow } from "../lib/undo-window";
import { useNow } from "../lib/use-now";
import { KeyCap } from "./key-cap";
import styles from "./undo-toast.module.css";

const WINDOW_MS = 10_000;

/** Ten seconds to take the last verdict back, wherever the reviewer has gone since. */
export function UndoToast() {
  const open = useStore(undoWindow);
  return open ? <OpenWindow key={open.orderNo + open.untilMs} undo={open} /> : null;
}

function OpenWindow({ undo }: { undo: UndoWindow }) {
  const { t } = useTranslation();
  const nowMs = useNow(200);
  const leftMs = undo.untilMs - nowMs;
  const over = leftMs <= 0;
  const { takeBack, running } = useTakeBack(undo);
  useEffect(() => {
    if (over && !running) undoWindow.set(null);
  }, [over, running]);
  useShortcut({ keys: "u", label: "common:undo.keys", group: "verdict" }, takeBack, !over && !running);
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return (
    <div className={styles.toast} role="status">
      <div className={styles.text}>
        <strong>
          {t("undo.title", { orderNo: undo.orderNo, outcome: t(`codes:outcomeDone.${undo.outcome}`) })}
        </strong>
        <span aria-hidden="true">{t("undo.left", { count: seconds })}</span>
      </div>
      <Progress
        type="circle"
        size={22}
        percent={Math.max(0, Math.min(100, (leftMs / WINDOW_MS) * 100))}
        showInfo={false}
        aria-hidden="true"
      />
      <Button type="primary" icon={<UndoOutlined />} loading={running} disabled={over} onClick={takeBack}>
        {t("undo.button")} <KeyCap keys="u" />
      </Button>
    </div>
  );
}

function useTakeBack(undo: UndoWindow) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const intentions = useIntentions();
  const { mutate, isPending } = useMutation(
    trpc.verdicts.undo.mutationOptions({
      async onSuccess(answer) {
        undoWindow.set(null);
        message.success(t("undo.done"));
        await restore(undo);
        void queryClient.invalidateQueries(trpc.queue.pathFilter());
        await navigate({ to: "/orders/$orderNo", params: { orderNo: answer.orderNo } });
      },
      onError: (error) => message.error(refusal(error).message),
    }),
  );
  const takeBack = useCallback(
    () => mutate({ orderNo: undo.orderNo, requestId: intentions.of("undo") }),
    [mutate, undo.orderNo, intentions.of],
  );
  return { takeBack, running: isPending };
}

/** Gives the order back as it was left, with everything that was typed. */
async function restore({ orderNo, draft }: UndoWindow): Promise<void> {
  // Without the draft the order still comes back; only the typing is lost.
  if (draft) await client.orders.saveDraft.mutate({ orderNo, draft }).catch(() => {});
  void queryClient.invalidateQueries(trpc.orders.history.queryFilter({ orderNo }));
  await queryClient.fetchQuery({ ...trpc.orders.get.queryOptions({ orderNo }), staleTime: 0 });
}
