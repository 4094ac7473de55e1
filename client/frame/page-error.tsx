import { Button, Result, Space } from "antd";
import { useTranslation } from "react-i18next";

/** What is left of a page whose code failed: the rest of the frame keeps working. */
export function PageError({ reset }: { reset?: () => void }) {
  const { t } = useTranslation();
  return (
    <Result
      status="error"
      title={<h1>{t("error.title")}</h1>}
      subTitle={t("error.text")}
      extra={
        <Space>
          <Button type="primary" onClick={() => reset?.()}>
            {t("error.retry")}
          </Button>
          <Button onClick={() => window.location.reload()}>{t("error.reload")}</Button>
        </Space>
      }
    />
  );
}
