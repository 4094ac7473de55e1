import { Button, Result } from "antd";
import { useTranslation } from "react-i18next";

/** The server did not answer who is signed in, so nothing else can be shown. */
export function Unreachable({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Result
      status="warning"
      title={<h1>{t("trouble.OFFLINE")}</h1>}
      extra={
        <Button type="primary" onClick={onRetry}>
          {t("action.retry")}
        </Button>
      }
    />
  );
}
