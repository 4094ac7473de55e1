import { BulbOutlined, DesktopOutlined, MoonOutlined, SunOutlined } from "@ant-design/icons";
import { Button, Dropdown, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { DENSITIES, densityPreference, THEMES, themePreference } from "../lib/preferences";
import { useStore } from "../lib/store";

const ICONS = { system: <DesktopOutlined />, light: <SunOutlined />, dark: <MoonOutlined /> };

/** Light, dark or as the system is; compact or comfortable rows. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const theme = useStore(themePreference);
  const density = useStore(densityPreference);
  const items = [
    {
      key: "theme",
      type: "group" as const,
      label: t("theme.label"),
      children: THEMES.map((name) => ({
        key: name,
        icon: ICONS[name],
        label: t(`theme.${name}`),
        onClick: () => themePreference.set(name),
      })),
    },
    {
      key: "density",
      type: "group" as const,
      label: t("density.label"),
      children: DENSITIES.map((name) => ({
        key: name,
        label: t(`density.${name}`),
        onClick: () => densityPreference.set(name),
      })),
    },
  ];
  return (
    <Tooltip title={t("theme.label")}>
      <Dropdown trigger={["click"]} menu={{ items, selectable: true, selectedKeys: [theme, density] }}>
        <Button type="text" icon={<BulbOutlined />} aria-label={t("theme.label")} />
      </Dropdown>
    </Tooltip>
  );
}
