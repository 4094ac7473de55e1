import { DownOutlined, LogoutOutlined } from "@ant-design/icons";
import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { signOut } from "../lib/auth";
import { announceSessionChange, useSession } from "../lib/session";

export function UserMenu() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const session = useSession();
  const leave = async () => {
    if (!(await signOut())) {
      message.error(t("user.signOutFailed"));
      return;
    }
    announceSessionChange();
    // A fresh page: nothing of this session stays in memory for the next person.
    window.location.assign("/");
  };
  const roles = session.roles.map((role) => t(`codes:role.${role}`)).join(" · ");
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "roles", disabled: true, label: `${session.username} · ${roles}` },
          { type: "divider" },
          { key: "out", icon: <LogoutOutlined />, label: t("user.signOut"), onClick: () => void leave() },
        ],
      }}
    >
      <Button type="text" aria-label={t("user.menu", { name: session.displayName })}>
        {session.displayName}
        <DownOutlined />
      </Button>
    </Dropdown>
  );
}
