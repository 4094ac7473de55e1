import { Button, DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./audit.module.css";
import { actionText, ORDER_ACTIONS, PEOPLE_ACTIONS, RULE_ACTIONS } from "./audit-wording";
import type { AuditFilters } from "./use-audit-filters";

const FORMAT = "YYYY-MM-DD HH:mm";

export function AuditToolbar({ filters }: { filters: AuditFilters }) {
  const { t } = useTranslation("audit");
  const { search, change } = filters;
  const option = (value: string) => ({ value, label: actionText(value, { t }) });
  return (
    <>
      <ExactText
        label={t("filter.actor")}
        value={search.actor}
        maxLength={80}
        onChange={(actor) => change({ actor })}
      />
      <Select<string>
        className={styles.filter}
        aria-label={t("filter.action")}
        placeholder={t("filter.action")}
        value={search.action ?? null}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        options={[
          { label: t("filter.groupPeople"), options: PEOPLE_ACTIONS.map(option) },
          { label: t("filter.groupRules"), options: RULE_ACTIONS.map(option) },
          { label: t("filter.groupOrder"), options: ORDER_ACTIONS.map(option) },
        ]}
        onChange={(action: string | undefined) => change({ action })}
      />
      <ExactText
        label={t("filter.orderNo")}
        value={search.orderNo}
        maxLength={40}
        onChange={(orderNo) => change({ orderNo })}
      />
      <DatePicker.RangePicker
        aria-label={t("filter.time")}
        showTime={{ format: "HH:mm" }}
        format={FORMAT}
        allowEmpty={[true, true]}
        placeholder={[t("filter.from"), t("filter.to")]}
        value={[dateOf(search.from), dateOf(search.to)]}
        onChange={(times) => change({ from: times?.[0]?.format(FORMAT), to: times?.[1]?.format(FORMAT) })}
      />
      {filters.filtered ? (
        <Button type="link" onClick={filters.clear}>
          {t("common:filter.clear")}
        </Button>
      ) : null}
    </>
  );
}

/** The picker's dates stand for what a clock in Shanghai shows, wherever the browser is. */
function dateOf(text: string | undefined) {
  return text === undefined ? null : dayjs(text, FORMAT);
}

interface ExactTextProps {
  label: string;
  value: string | undefined;
  maxLength: number;
  onChange: (value: string | undefined) => void;
}

/** A filter that must be given in full; it is applied with Enter, on leaving the field, or when cleared. */
function ExactText({ label, value = "", maxLength, onChange }: ExactTextProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const apply = (text: string) => {
    const trimmed = text.trim();
    if (trimmed !== value) onChange(trimmed === "" ? undefined : trimmed);
  };
  return (
    <Input
      className={styles.filter}
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={maxLength}
      allowClear
      onChange={(event) => {
        setTyped(event.target.value);
        if (event.target.value === "") apply("");
      }}
      onPressEnter={() => apply(typed)}
      onBlur={() => apply(typed)}
    />
  );
}
