import { DatePicker, Segmented } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useTranslation } from "react-i18next";
import { type DayRange, MAX_DAYS, RANGE_NAMES, type RangeChoice, type RangeName } from "./day-range";

interface Props {
  range: DayRange;
  onChange: (choice: RangeChoice) => void;
}

const FORMAT = "YYYY-MM-DD";

/** Today, the last days, or any days. The picker's dates are names of Shanghai days, not instants. */
export function RangePicker({ range, onChange }: Props) {
  const { t } = useTranslation("insights");
  const pick = (name: RangeName | "custom") => {
    if (name === "custom") onChange({ from: range.fromDay, to: range.toDay });
    else onChange({ range: name });
  };
  return (
    <>
      <Segmented<RangeName | "custom">
        aria-label={t("range.label")}
        value={range.name ?? "custom"}
        options={[...RANGE_NAMES, "custom" as const].map((value) => ({ value, label: t(`range.${value}`) }))}
        onChange={pick}
      />
      <DatePicker.RangePicker
        aria-label={t("range.label")}
        value={[dayjs(range.fromDay, FORMAT), dayjs(range.toDay, FORMAT)]}
        placeholder={[t("range.from"), t("range.to")]}
        allowClear={false}
        format={FORMAT}
        disabledDate={(date, { from }) => from !== undefined && Math.abs(date.diff(from, "day")) >= MAX_DAYS}
        onChange={(days) => {
          const [from, to] = days ?? [];
          if (from && to) onChange({ from: from.format(FORMAT), to: to.format(FORMAT) });
        }}
      />
    </>
  );
}
