import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Skeleton, Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { useFormatTime } from "../../../lib/format-time";
import { useRefusal } from "../../../lib/refusal";
import { trpc } from "../../../lib/trpc";
import { useFieldLabel } from "../fields/use-field-label";
import styles from "../workbench.module.css";
import { useWorkbench } from "../workbench-context";

/** Everything that happened to the order, newest first, in words. */
export function History() {
  const { t } = useTranslation("workbench");
  const refusal = useRefusal();
  const { orderNo } = useWorkbench().order;
  const history = useQuery(trpc.orders.history.queryOptions({ orderNo }));
  const format = useFormatTime();
  if (history.isPending) return <Skeleton active paragraph={{ rows: 6 }} className={styles.records ?? ""} />;
  if (!history.data) {
    return (
      <Alert
        type="warning"
        title={refusal(history.error).message}
        action={<Button onClick={() => void history.refetch()}>{t("common:action.retry")}</Button>}
      />
    );
  }
  return (
    <Timeline
      className={styles.records ?? ""}
      items={[...history.data.events].reverse().map((event) => ({
        key: event.seq,
        content: (
          <div>
            <Happening action={event.action} data={event.data} actor={event.actor} />
            <div className={styles.when}>
              <Actor name={event.actor} /> · {format(event.atMs, "seconds")}
            </div>
          </div>
        ),
      }))}
    />
  );
}

type Data = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

function Happening({ action, data, actor }: { action: string; data: Data; actor: string }) {
  const { t, i18n } = useTranslation("workbench");
  const label = useFieldLabel();
  const { transition, fields, holder, purpose } = data;
  const known = [`codes:transition.${String(transition)}`, `codes:command.${action}`, `event.${action}`];
  const key = known.find((one) => i18n.exists(one, { ns: "workbench" }));
  const details = [
    ...(Array.isArray(fields) ? fields.map((path: string) => label(path)) : []),
    ...(typeof holder === "string" && holder !== actor ? [holder] : []),
    ...(typeof purpose === "string"
      ? [i18n.exists(`workbench:purpose.${purpose}`) ? t(`purpose.${purpose}`) : purpose]
      : []),
  ];
  return (
    <div>
      {key ? t(key) : action}
      {details.length > 0 ? <span className={styles.details}>{details.join(" · ")}</span> : null}
    </div>
  );
}

/** Customers and machines have names of their kind; staff have their own. */
function Actor({ name }: { name: string }) {
  const { t } = useTranslation("workbench");
  if (name.startsWith("customer:")) return <>{t("actor.customer")}</>;
  if (name.startsWith("system:")) return <>{t("actor.system")}</>;
  return <>{name === "bureau" ? t("actor.bureau") : name}</>;
}
