import { SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { hiddenColumnsPreference } from "../lib/preferences";
import { useStore } from "../lib/store";
import styles from "./column-choice.module.css";
import { defaultHidden } from "./data-table";

interface Props {
  /** Id of the table. */
  table: string;
  columns: readonly { id: string; title: string; fixed?: boolean; hidden?: boolean }[];
}

/** Which columns a table shows; kept in this browser. */
export function ColumnChoice({ table, columns }: Props) {
  const { t } = useTranslation();
  const preference = hiddenColumnsPreference(table, defaultHidden(columns));
  const hidden = useStore(preference);
  const toggle = (id: string, show: boolean) =>
    preference.set(show ? hidden.filter((other) => other !== id) : [...hidden, id]);
  const content = (
    <div className={styles.list}>
      {columns.map((column) => (
        <Checkbox
          key={column.id}
          checked={!hidden.includes(column.id)}
          disabled={column.fixed === true}
          onChange={(event) => toggle(column.id, event.target.checked)}
        >
          {column.title}
        </Checkbox>
      ))}
      <Button type="link" onClick={() => preference.set(defaultHidden(columns))}>
        {t("table.resetColumns")}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={t("table.showColumns")} content={content}>
      <Tooltip title={t("table.columns")}>
        <Button type="text" icon={<SettingOutlined />} aria-label={t("table.columns")} />
      </Tooltip>
    </Popover>
  );
}
