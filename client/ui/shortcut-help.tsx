import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { type Shortcut, useActiveShortcuts } from "../lib/shortcuts";
import { KeyCap } from "./key-cap";
import styles from "./shortcut-help.module.css";

const GROUPS = ["page", "order", "verdict", "documents", "general"] as const;

/** The keys that work on this page now, by group; read from the shortcuts themselves, so it cannot be wrong. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const shortcuts = useActiveShortcuts();
  return (
    <Modal open destroyOnHidden title={t("shortcuts.title")} footer={null} onCancel={onClose} width={640}>
      <p className={styles.hint}>{t("shortcuts.hint")}</p>
      <div className={styles.groups}>
        {GROUPS.map((group) => (
          <Group
            key={group}
            name={group}
            shortcuts={shortcuts.filter((shortcut) => shortcut.group === group)}
          />
        ))}
      </div>
    </Modal>
  );
}

function Group({ name, shortcuts }: { name: string; shortcuts: readonly Shortcut[] }) {
  const { t } = useTranslation();
  if (shortcuts.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{t(`shortcuts.group.${name}`)}</h3>
      <dl className={styles.list}>
        {shortcuts.map((shortcut) => (
          <div key={`${shortcut.keys}/${shortcut.label}`} className={styles.row}>
            <dt>{t(shortcut.label)}</dt>
            <dd className={styles.keys}>
              <KeyCap keys={shortcut.keys} />
              <span className="visually-hidden">{shortcut.keys}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
