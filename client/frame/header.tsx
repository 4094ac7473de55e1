import { QuestionCircleOutlined } from "@ant-design/icons";
import { Link, useMatches } from "@tanstack/react-router";
import { Button, Tooltip } from "antd";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "../lib/classes";
import { liveConnected } from "../lib/live/live-channel";
import { useMay } from "../lib/session";
import { useShortcut } from "../lib/shortcuts";
import { useStore } from "../lib/store";
import { Brand } from "../ui/brand";
import { LanguageSwitch } from "../ui/language-switch";
import { ShortcutHelp } from "../ui/shortcut-help";
import { ThemeSwitch } from "../ui/theme-switch";
import styles from "./frame.module.css";
import { useNavEntries } from "./nav-entries";
import { UserMenu } from "./user-menu";

export function Header() {
  const { t } = useTranslation();
  const entries = useNavEntries();
  const within = useMatches({ select: (matches) => matches.at(-1)?.staticData.within });
  const live = useMay("queue.read");
  const [helping, setHelping] = useState(false);
  const help = useCallback(() => setHelping(true), []);
  useShortcut({ keys: "shift+slash", label: "common:shortcuts.help", group: "general" }, help);
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.brand}>
        <Brand />
        {t("product")}
      </Link>
      <nav className={styles.nav} aria-label={t("nav.label")}>
        {entries.map((entry) => (
          <Link
            key={entry.path}
            to={entry.path}
            className={classes(styles.navLink, entry.nav === within && styles.navLinkWithin)}
            activeOptions={{ includeSearch: false }}
          >
            {t(`nav.${entry.nav}`)}
          </Link>
        ))}
      </nav>
      <div className={styles.tools}>
        {live ? <LiveDot /> : null}
        <Tooltip title={t("shortcuts.open")}>
          <Button
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-label={t("shortcuts.open")}
            onClick={help}
          />
        </Tooltip>
        <ThemeSwitch />
        <LanguageSwitch />
        <UserMenu />
      </div>
      {helping ? <ShortcutHelp onClose={() => setHelping(false)} /> : null}
    </header>
  );
}

function LiveDot() {
  const { t } = useTranslation();
  const connected = useStore(liveConnected);
  const text = t(connected ? "live.on" : "live.off");
  return (
    <Tooltip title={text}>
      <span role="img" aria-label={text} className={classes(styles.dot, connected && styles.dotOn)} />
    </Tooltip>
  );
}
