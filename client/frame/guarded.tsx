import { useMatches } from "@tanstack/react-router";
import { Result } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../lib/session";

/** Shows a page only to whom its route allows; the server refuses its data anyway. */
export function Guarded({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const needed = useMatches({ select: (matches) => matches.at(-1)?.staticData.permission });
  if (needed === undefined || permissions.includes(needed)) return children;
  return <Result status="403" title={<h1>{t("forbidden.title")}</h1>} subTitle={t("forbidden.text")} />;
}
