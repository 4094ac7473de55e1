import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { useLocale } from "./lib/i18n";
import { useDarkMode, useThemeConfig } from "./lib/theme";
import { queryClient } from "./lib/trpc";
import { router } from "./routes";

/** The server puts a fresh nonce into each page; AntD's style tags need it under our content security policy. */
function styleNonce(): { nonce: string } | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return nonce ? { nonce } : undefined;
}

const csp = styleNonce();

/**
 * Dialogs and menus get a place of their own. In `body` itself AntD would lock the page's scrolling with a style tag
 * that carries no nonce; here nothing needs to be locked, because the page never scrolls.
 */
function overlays(): HTMLElement {
  return document.getElementById("overlays") ?? document.body;
}

export function App() {
  const locale = useLocale();
  const dark = useDarkMode();
  const theme = useThemeConfig(dark);
  return (
    <ConfigProvider
      locale={locale === "zh-CN" ? zhCN : enUS}
      theme={theme}
      componentSize="small"
      getPopupContainer={overlays}
      button={{ autoInsertSpace: false }}
      {...(csp ? { csp } : {})}
    >
      <AntApp>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
