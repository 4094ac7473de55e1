import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import type { AuditRow } from "#shared/contract/staff-insights";
import { useFormatTime } from "../../lib/format-time";
import { useMay } from "../../lib/session";
import styles from "./audit.module.css";
import { actionText, actorText, dataLines } from "./audit-wording";
import { useAuditSpeech } from "./use-audit-speech";

const WIDTH = 520;

/** One record with everything it holds. */
export function AuditRecord({ row, onClose }: { row: AuditRow | null; onClose: () => void }) {
  const { t } = useTranslation("audit");
  return (
    <Drawer
      open={row !== null}
      onClose={onClose}
      size={WIDTH}
      destroyOnHidden
      title={t("drawer.title", { seq: row?.seq ?? "" })}
      closable={{ "aria-label": t("drawer.close") }}
    >
      {row === null ? null : <RecordLines row={row} />}
    </Drawer>
  );
}

function RecordLines({ row }: { row: AuditRow }) {
  const { t } = useTranslation("audit");
  const format = useFormatTime();
  const speech = useAuditSpeech();
  const mayOpen = useMay("orders.read");
  const data = dataLines(row, speech);
  return (
    <>
      <dl className={styles.lines}>
        <Line label={t("column.time")} value={format(row.atMs, "seconds")} />
        <Line label={t("column.actor")} value={actorText(row.actor, speech)} />
        <Line label={t("column.action")} value={actionText(row.action, speech)} />
        <Line label={t("drawer.code")} value={row.action} />
        {row.orderNo === null ? null : <Line label={t("column.orderNo")} value={row.orderNo} />}
      </dl>
      {data.length === 0 ? <p className={styles.faint}>{t("drawer.noData")}</p> : null}
      <dl className={styles.lines}>
        {data.map(({ key, label, value }) => (
          <Line key={key} label={label} value={value} />
        ))}
      </dl>
      {row.orderNo !== null && mayOpen ? (
        <Link to="/orders/$orderNo" params={{ orderNo: row.orderNo }}>
          {t("drawer.openOrder")}
        </Link>
      ) : null}
    </>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <div className={styles.line}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
