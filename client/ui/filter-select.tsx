import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { FILING_TYPES, type FilingType } from "#shared/domain/filing/filing-type";
import { PROVINCE_CODES } from "../lib/provinces";
import styles from "./filter-select.module.css";

interface Props<T extends string> {
  label: string;
  values: readonly T[] | undefined;
  options: { value: T; label: string }[];
  /** `undefined` when nothing is chosen, so that the address stays short. */
  onChange: (values: T[] | undefined) => void;
}

/** A filter of which several values may be chosen. */
export function FilterSelect<T extends string>({ label, values, options, onChange }: Props<T>) {
  return (
    <Select<T[]>
      className={styles.filter}
      mode="multiple"
      aria-label={label}
      placeholder={label}
      value={[...(values ?? [])]}
      options={options}
      onChange={(chosen) => onChange(chosen.length > 0 ? chosen : undefined)}
      showSearch={{ optionFilterProp: "label" }}
      allowClear
      maxTagCount="responsive"
      popupMatchSelectWidth={false}
    />
  );
}

interface CodesProps<T extends string> {
  values: readonly T[] | undefined;
  onChange: (values: T[] | undefined) => void;
}

export function ProvinceFilter({ values, onChange }: CodesProps<string>) {
  const { t } = useTranslation();
  return (
    <FilterSelect<string>
      label={t("filter.provinces")}
      values={values}
      options={PROVINCE_CODES.map((value) => ({ value, label: t(`codes:province.${value}`) }))}
      onChange={onChange}
    />
  );
}

export function FilingTypeFilter({ values, onChange }: CodesProps<FilingType>) {
  const { t } = useTranslation();
  return (
    <FilterSelect
      label={t("filter.types")}
      values={values}
      options={FILING_TYPES.map((value) => ({ value, label: t(`codes:filingType.${value}`) }))}
      onChange={onChange}
    />
  );
}
