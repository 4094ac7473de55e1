import { Button, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { TRACKING_STAGES } from "#shared/contract/staff-bureau";
import { ColumnChoice } from "../../ui/column-choice";
import { FilterSelect, ProvinceFilter } from "../../ui/filter-select";
import { OrderDrawer } from "./order-drawer";
import { ProvinceStates } from "./province-states";
import styles from "./tracking.module.css";
import { TrackingBoard } from "./tracking-board";
import { TRACKING_VIEWS } from "./tracking-search";
import { TRACKING_TABLE, TrackingTable, useTrackingColumns } from "./tracking-table";
import { type TrackingFilters, useTrackingFilters } from "./use-tracking-filters";

export function TrackingPage() {
  const { t } = useTranslation("tracking");
  const filters = useTrackingFilters();
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{t("common:nav.tracking")}</h1>
      <Toolbar filters={filters} />
      {filters.view === "board" ? <TrackingBoard filters={filters} /> : null}
      {filters.view === "table" ? <TrackingTable filters={filters} /> : null}
      {filters.view === "provinces" ? <ProvinceStates provinces={filters.search.provinces} /> : null}
      <OrderDrawer orderNo={filters.search.order} onClose={() => filters.openOrder(undefined)} />
    </div>
  );
}

function Toolbar({ filters }: { filters: TrackingFilters }) {
  const { t } = useTranslation("tracking");
  const { search, view, change } = filters;
  const columns = useTrackingColumns();
  return (
    <div className={styles.toolbar}>
      <Segmented
        aria-label={t("view.label")}
        value={view}
        onChange={(next) => change({ view: next })}
        options={TRACKING_VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
      />
      {view === "provinces" ? null : (
        <FilterSelect
          label={t("filter.stages")}
          values={search.stages}
          options={TRACKING_STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
          onChange={(stages) => change({ stages })}
        />
      )}
      <ProvinceFilter values={search.provinces} onChange={(provinces) => change({ provinces })} />
      {filters.filtered ? (
        <Button type="link" onClick={filters.clear}>
          {t("common:filter.clear")}
        </Button>
      ) : (
        <span className={styles.intro}>{t("intro")}</span>
      )}
      {view === "table" ? (
        <span className={styles.end}>
          <ColumnChoice table={TRACKING_TABLE} columns={columns} />
        </span>
      ) : null}
    </div>
  );
}
