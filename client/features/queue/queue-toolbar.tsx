import { SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, type InputRef, Select } from "antd";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FILING_TYPES } from "#shared/domain/filing/filing-type";
import { ORDER_STATUSES } from "#shared/domain/order/status";
import { PROVINCE_CODES } from "../../lib/provinces";
import { useShortcut } from "../../lib/shortcuts";
import { trpc } from "../../lib/trpc";
import styles from "./queue.module.css";
import type { useQueueFilters } from "./use-queue-filters";

type Filters = ReturnType<typeof useQueueFilters>;

/** Search, filters, and whatever stands at the right end. */
export function QueueToolbar({ filters, children }: { filters: Filters; children: ReactNode }) {
  const { t } = useTranslation("queue");
  const { search, change, filtered, clear } = filters;
  const all = filters.view === "ALL";
  return (
    <div className={styles.toolbar}>
      <SearchBox text={filters.text} onSearch={filters.setText} />
      <MultiSelect
        label={t("filter.provinces")}
        values={search.provinces ?? []}
        options={PROVINCE_CODES.map((value) => ({ value, label: t(`codes:province.${value}`) }))}
        onChange={(provinces) => change({ provinces: provinces.length > 0 ? provinces : undefined })}
      />
      <MultiSelect
        label={t("filter.types")}
        values={search.types ?? []}
        options={FILING_TYPES.map((value) => ({ value, label: t(`codes:filingType.${value}`) }))}
        onChange={(types) => change({ types: types.length > 0 ? types : undefined })}
      />
      {all ? (
        <MultiSelect
          label={t("filter.statuses")}
          values={search.statuses ?? []}
          options={ORDER_STATUSES.map((value) => ({ value, label: t(`codes:status.${value}`) }))}
          onChange={(statuses) => change({ statuses: statuses.length > 0 ? statuses : undefined })}
        />
      ) : null}
      {filters.view === "MINE" ? null : (
        <ClaimedBySelect value={search.claimedBy} onChange={(claimedBy) => change({ claimedBy })} />
      )}
      {filtered ? (
        <Button type="link" onClick={clear}>
          {t("filter.clear")}
        </Button>
      ) : null}
      <div className={styles.end}>{children}</div>
    </div>
  );
}

interface MultiSelectProps<T extends string> {
  label: string;
  values: readonly T[];
  options: { value: T; label: string }[];
  onChange: (values: T[]) => void;
}

function MultiSelect<T extends string>({ label, values, options, onChange }: MultiSelectProps<T>) {
  return (
    <Select<T[]>
      className={styles.filter ?? ""}
      mode="multiple"
      aria-label={label}
      placeholder={label}
      value={[...values]}
      options={options}
      onChange={onChange}
      showSearch={{ optionFilterProp: "label" }}
      allowClear
      maxTagCount="responsive"
      popupMatchSelectWidth={false}
    />
  );
}

function ClaimedBySelect({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (to: string | undefined) => void;
}) {
  const { t } = useTranslation("queue");
  const [opened, setOpened] = useState(false);
  const reviewers = useQuery(
    trpc.staff.reviewers.queryOptions({}, { enabled: opened || value !== undefined }),
  );
  return (
    <Select<string>
      className={styles.filter ?? ""}
      aria-label={t("filter.claimedBy")}
      placeholder={t("filter.claimedBy")}
      value={value ?? null}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      loading={reviewers.isFetching}
      popupMatchSelectWidth={false}
      onOpenChange={() => setOpened(true)}
      onChange={(next: string | undefined) => onChange(next)}
      options={(reviewers.data?.rows ?? []).map((row) => ({
        value: row.username,
        label: `${row.displayName} (${row.username})`,
      }))}
    />
  );
}

const TYPING_PAUSE_MS = 250;

/** Searches while one types, but never in the middle of composing a Chinese word. */
function SearchBox({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const { t } = useTranslation("queue");
  const [typed, setTyped] = useState(text);
  const composing = useRef(false);
  const input = useRef<InputRef>(null);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed.trim() === text || composing.current) return;
    const timer = setTimeout(() => onSearch(typed), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onSearch]);
  const focus = useCallback(() => input.current?.focus({ cursor: "all" }), []);
  useShortcut({ keys: "slash", label: "queue:keys.search", group: "page" }, focus);
  return (
    <Input
      ref={input}
      className={styles.search ?? ""}
      type="search"
      prefix={<SearchOutlined />}
      aria-label={t("search.label")}
      placeholder={t("search.placeholder")}
      value={typed}
      maxLength={100}
      allowClear
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onSearch(typed)}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false;
        setTyped(event.currentTarget.value);
        onSearch(event.currentTarget.value);
      }}
    />
  );
}
