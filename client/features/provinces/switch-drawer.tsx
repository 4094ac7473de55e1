import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import type { SwitchKey } from "#shared/domain/provinces/switches";
import { useMay } from "../../lib/session";
import { trpc } from "../../lib/trpc";
import { useSpoken } from "../../lib/use-spoken";
import { ChangeHistory } from "../../ui/rule-change/change-history";
import { FactList } from "../../ui/rule-change/fact-list";
import styles from "../../ui/rule-change/rule-change.module.css";
import { datesOf, type SwitchCell } from "./switch-columns";
import { SwitchForm } from "./switch-form";
import { valueLines } from "./switch-wording";
import { useSwitchSpeech } from "./use-switch-speech";

const WIDTH = 640;

/** One switch of one province: its value and where that is known from, its history, and the form to change it. */
export function SwitchDrawer({ cell, onClose }: { cell: SwitchCell | null; onClose: () => void }) {
  const { t } = useTranslation("provinces");
  const spoken = useSpoken();
  return (
    <Drawer
      open={cell !== null}
      onClose={onClose}
      size={WIDTH}
      destroyOnHidden
      title={cell === null ? "" : `${spoken(cell.province.name)} · ${t(`switch.${cell.switch.key}`)}`}
      closable={{ "aria-label": t("common:action.close") }}
    >
      {cell === null ? null : <SwitchSheet cell={cell} />}
    </Drawer>
  );
}

function SwitchSheet({ cell }: { cell: SwitchCell }) {
  const { t } = useTranslation("provinces");
  const mayChange = useMay("rules.manage");
  const { source, confidence, key, value, conflict } = cell.switch;
  return (
    <div className={styles.drawer}>
      <FactList
        facts={[
          [t("column.value"), <ValueLines key="value" name={key} value={value} />],
          [t("column.source"), source ?? t("noSource")],
          [t("column.confidence"), confidence === null ? "—" : t(`confidenceLong.${confidence}`)],
          [t("column.dates"), datesOf(cell.switch, t)],
          [
            t("otherReading"),
            conflict === null ? null : (
              <div key="other">
                <ValueLines name={key} value={conflict.alternative ?? null} />
                <div className={styles.faint}>
                  {t("sourceIs")} {conflict.source}
                </div>
              </div>
            ),
          ],
          [t("origin"), t(cell.switch.edited ? "byAdmin" : "asDocumented")],
        ]}
      />
      {mayChange ? (
        <>
          <h2>{t("form.title")}</h2>
          <SwitchForm cell={cell} />
        </>
      ) : null}
      <h2>{t("rules:change.history")}</h2>
      <SwitchHistory cell={cell} />
    </div>
  );
}

function ValueLines({ name, value }: { name: SwitchKey; value: unknown }) {
  const speech = useSwitchSpeech();
  return valueLines(name, value, speech).map((line) => <div key={line}>{line}</div>);
}

function SwitchHistory({ cell }: { cell: SwitchCell }) {
  const { t } = useTranslation("provinces");
  const { code } = cell.province;
  const history = useQuery(trpc.provinces.history.queryOptions({ code }));
  const edits = history.data?.edits.filter(({ key }) => key === cell.switch.key) ?? [];
  return (
    <ChangeHistory query={history} edits={edits}>
      {(edit) => (
        <>
          <ValueLines name={edit.key} value={edit.value} />
          <div className={styles.faint}>
            {t("sourceIs")} {edit.source}
            {edit.confidence === null ? null : ` · ${t(`confidenceLong.${edit.confidence}`)}`}
            {edit.effectiveTo === null ? null : ` · ${t("dates.to", { to: edit.effectiveTo })}`}
          </div>
        </>
      )}
    </ChangeHistory>
  );
}
