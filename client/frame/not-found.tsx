import { Link } from "@tanstack/react-router";
import { Result } from "antd";
import { useTranslation } from "react-i18next";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Result
      status="404"
      title={<h1>{t("notFound.title")}</h1>}
      subTitle={t("notFound.text")}
      extra={<Link to="/">{t("notFound.home")}</Link>}
    />
  );
}
