import { useTranslation } from "react-i18next";
import type { ProvinceCardItem } from "#shared/domain/provinces/province-card";
import { createStore, useStore } from "../../../lib/store";
import { useSpoken } from "../../../lib/use-spoken";
import { useWorkbench } from "../workbench-context";
import styles from "./review.module.css";

/** Who once opened the card wants it open on the next order too, as long as the page lives. */
const opened = createStore(false);

/** What the filing province asks of this order, each line with where it is known from; folded to one line. */
export function ProvincePanel() {
  const { t } = useTranslation("workbench");
  const spoken = useSpoken();
  const { province } = useWorkbench().order;
  const open = useStore(opened);
  if (province === null) return null;
  const { name, items, unknown, notes } = province;
  return (
    <details
      className={styles.province}
      open={open}
      onToggle={(event) => opened.set(event.currentTarget.open)}
    >
      <summary className={styles.provinceHead}>
        <strong>{t("province.title", { name: spoken(name) })}</strong>
        <span className={styles.secondary}>
          {t("province.items", { count: items.length })}
          {unknown.length > 0 ? ` · ${t("province.unknownCount", { count: unknown.length })}` : ""}
        </span>
      </summary>
      {items.length === 0 ? <p className={styles.quiet}>{t("province.nothing")}</p> : null}
      <ul className={styles.asks}>
        {items.map((item) => (
          <Ask key={item.key} item={item} />
        ))}
        {unknown.map((policy) => (
          <li key={policy.zh} className={styles.ask}>
            <span className={styles.unknown}>{t("province.unknown")}</span>
            <span>{spoken(policy)}</span>
          </li>
        ))}
      </ul>
      {notes.length > 0 ? <Notes notes={notes} /> : null}
    </details>
  );
}

function Ask({ item }: { item: ProvinceCardItem }) {
  const { t } = useTranslation("workbench");
  const spoken = useSpoken();
  const { text, source, confidence, effectiveFrom } = item;
  const sure = confidence === null ? t("province.confidence.none") : t(`province.confidence.${confidence}`);
  return (
    <li className={styles.ask}>
      <span className={styles.confidence} data-confidence={confidence ?? "none"} title={sure}>
        {t(`province.level.${confidence ?? "none"}`)}
        <span className="visually-hidden">{sure}</span>
      </span>
      <span>
        {spoken(text)}
        <span className={styles.secondary}>
          {source ?? t("province.noSource")}
          {effectiveFrom === null ? "" : ` · ${t("province.since", { day: effectiveFrom })}`}
        </span>
      </span>
    </li>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  const { t } = useTranslation("workbench");
  return (
    <details className={styles.notes}>
      <summary>{t("province.notes", { count: notes.length })}</summary>
      <ul lang="en">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}
