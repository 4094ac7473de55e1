import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { sessionExpired, useSession } from "../../lib/session";
import { useStore } from "../../lib/store";
import { SignInForm } from "./sign-in-form";

/** Comes up over the page when the session has ended, and leaves it exactly as it was after the sign-in. */
export function ExpiredSessionDialog() {
  const { t } = useTranslation("session");
  const expired = useStore(sessionExpired);
  const { username } = useSession();
  return (
    <Modal
      open={expired}
      title={t("expired.title")}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
      width={400}
    >
      <p>{t("expired.text")}</p>
      <SignInForm username={username} />
    </Modal>
  );
}
