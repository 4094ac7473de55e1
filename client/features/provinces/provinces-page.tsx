import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { SWITCH_KEYS } from "#shared/domain/provinces/switches";
import { type ProvinceView, trpc } from "../../lib/trpc";
import { useSpoken } from "../../lib/use-spoken";
import { DataTable } from "../../ui/data-table";
import { ListPlaceholder } from "../../ui/list-placeholder";
import { ChoiceList } from "../../ui/rule-change/choice-list";
import styles from "../../ui/rule-change/rule-change.module.css";
import { SectionPage } from "../../ui/rule-change/section-page";
import { ProvinceHead } from "./province-head";
import type { ProvincesSearch } from "./provinces-search";
import { type SwitchCell, useSwitchColumns } from "./switch-columns";
import { SwitchDrawer } from "./switch-drawer";

const route = getRouteApi("/provinces");
const TABLE = { province: "province-switches", switch: "switch-provinces" } as const;
type By = keyof typeof TABLE;

/** What each province asks for beyond the national rules, by province or side by side for one switch. */
export function ProvincesPage() {
  const { t } = useTranslation("provinces");
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (patch: ProvincesSearch) => void navigate({ search: (old) => ({ ...old, ...patch }), replace: true }),
    [navigate],
  );
  const by: By = search.by ?? "province";
  const provinces = useQuery(trpc.provinces.list.queryOptions({}));
  const rows = provinces.data?.rows ?? [];
  const province = rows.find((row) => row.code === search.province) ?? rows[0];
  const key = search.switch ?? SWITCH_KEYS[0];
  const cells = rows.flatMap((row) =>
    row.switches.flatMap((one) =>
      (by === "province" ? row === province : one.key === key) ? [{ province: row, switch: one }] : [],
    ),
  );
  const columns = useSwitchColumns(by);
  const [opened, setOpened] = useState<Place | null>(null);
  return (
    <SectionPage
      title={t("section")}
      toolbar={
        <>
          <Segmented<By>
            aria-label={t("by.label")}
            value={by}
            options={(["province", "switch"] as const).map((value) => ({ value, label: t(`by.${value}`) }))}
            onChange={(next) => change({ by: next })}
          />
          <span className={styles.faint}>{t("intro")}</span>
        </>
      }
    >
      <div className={styles.split}>
        {by === "province" ? (
          <ProvinceChoice
            rows={rows}
            chosen={province?.code}
            onChoose={(code) => change({ province: code })}
          />
        ) : (
          <ChoiceList
            label={t("by.switch")}
            chosen={key}
            choices={SWITCH_KEYS.map((one) => ({ key: one, text: t(`switch.${one}`), end: null }))}
            onChoose={(one) => change({ switch: SWITCH_KEYS.find((known) => known === one) })}
          />
        )}
        <div className={styles.stack}>
          {by === "province" ? <ProvinceHead province={province} /> : <h2>{t(`switch.${key}`)}</h2>}
          <DataTable
            key={by}
            id={TABLE[by]}
            label={t("table")}
            columns={columns}
            rows={cells}
            rowKey={(cell) => `${cell.province.code}-${cell.switch.key}`}
            onOpen={(cell) => setOpened({ code: cell.province.code, key: cell.switch.key })}
            loading={provinces.isPending}
            placeholder={
              <ListPlaceholder
                error={provinces.error}
                retry={() => void provinces.refetch()}
                empty={t("empty")}
              />
            }
          />
        </div>
      </div>
      <SwitchDrawer cell={cellAt(rows, opened)} onClose={() => setOpened(null)} />
    </SectionPage>
  );
}

interface Place {
  readonly code: string;
  readonly key: string;
}

/** Found anew whenever the list is read, so that an open drawer shows what is in force. */
function cellAt(rows: readonly ProvinceView[], place: Place | null): SwitchCell | null {
  const province = rows.find((row) => row.code === place?.code);
  const found = province?.switches.find((one) => one.key === place?.key);
  return province === undefined || found === undefined ? null : { province, switch: found };
}

interface ChoiceProps {
  rows: readonly ProvinceView[];
  chosen: string | undefined;
  onChoose: (code: string) => void;
}

function ProvinceChoice({ rows, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation("provinces");
  const spoken = useSpoken();
  return (
    <ChoiceList
      label={t("by.province")}
      chosen={chosen}
      choices={rows.map(({ code, name, switches }) => ({
        key: code,
        text: spoken(name),
        end: t("known", {
          known: switches.filter(({ source, edited }) => source !== null || edited).length,
          count: switches.length,
        }),
      }))}
      onChoose={onChoose}
    />
  );
}
