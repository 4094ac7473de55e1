import { useNavigate, useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import i18next from "i18next";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { OrderRow } from "#shared/contract/staff-queue";
import { useMay } from "../../lib/session";
import { useShortcut } from "../../lib/shortcuts";
import { useClaimNext } from "../../lib/use-claim-next";
import { ColumnChoice } from "../../ui/column-choice";
import { DataTable } from "../../ui/data-table";
import { KeyCap } from "../../ui/key-cap";
import styles from "./queue.module.css";
import { useQueueColumns } from "./queue-columns";
import { QueuePlaceholder } from "./queue-placeholder";
import { QueueTabs } from "./queue-tabs";
import { QueueToolbar } from "./queue-toolbar";
import { useQueueFilters } from "./use-queue-filters";
import { useQueueRows } from "./use-queue-rows";

const TABLE = "queue";
const LOAD_AHEAD_MS = 600;

/** Fetches the workbench's code and texts while somebody looks at the queue, so that the first order opens at once. */
function useLoadAhead(): void {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => {
      void router.loadRouteChunk(router.routesById["/orders/$orderNo"]);
      void i18next.loadNamespaces("workbench");
    }, LOAD_AHEAD_MS);
    return () => clearTimeout(timer);
  }, [router]);
}

export function QueuePage() {
  const { t } = useTranslation("queue");
  useLoadAhead();
  const filters = useQueueFilters();
  const columns = useQueueColumns();
  const rows = useQueueRows(filters.input);
  const navigate = useNavigate();
  const open = useCallback(
    (row: OrderRow) => void navigate({ to: "/orders/$orderNo", params: { orderNo: row.orderNo } }),
    [navigate],
  );
  const { sort } = filters.input;
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{t("common:nav.queue")}</h1>
      <div className={styles.head}>
        <QueueTabs view={filters.view} onChange={(view) => filters.change({ view })} />
        <TakeNext />
      </div>
      <QueueToolbar filters={filters}>
        <ColumnChoice table={TABLE} columns={columns} />
      </QueueToolbar>
      <div className={styles.list} data-stale={rows.stale}>
        <DataTable
          id={TABLE}
          label={t(`view.${filters.view}`)}
          columns={columns}
          rows={rows.rows}
          rowKey={keyOf}
          onOpen={open}
          {...(sort ? { sort } : {})}
          onSort={({ by, dir }) => filters.change({ sort: by === "submittedAtMs" ? by : "dueAtMs", dir })}
          loading={rows.loading}
          onEndReached={rows.loadMore}
          placeholder={
            <QueuePlaceholder
              view={filters.view}
              filtered={filters.filtered}
              clear={filters.clear}
              error={rows.error}
              retry={rows.retry}
            />
          }
          footer={footerText(t, rows)}
        />
      </div>
    </div>
  );
}

function keyOf(row: OrderRow): string {
  return row.orderNo;
}

function footerText(
  t: (key: string, values?: { count: number }) => string,
  list: ReturnType<typeof useQueueRows>,
) {
  if (list.error) return t("common:table.loadFailed");
  if (list.loadingMore) return t("common:table.loadingMore");
  return (
    t("common:table.rows", { count: list.rows.length }) + (list.complete ? ` · ${t("common:table.end")}` : "")
  );
}

function TakeNext() {
  const { t } = useTranslation("queue");
  const mayReview = useMay("orders.review");
  const { takeNext, taking } = useClaimNext();
  useShortcut({ keys: "n", label: "queue:keys.next", group: "page" }, takeNext, mayReview);
  if (!mayReview) return null;
  return (
    <Button className={styles.next ?? ""} type="primary" size="medium" loading={taking} onClick={takeNext}>
      {t("takeNext")} <KeyCap keys="n" />
    </Button>
  );
}
