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

export function App() {
  const locale = useLocale();
  const dark = useDarkMode();
  const theme = useThemeConfig(dark);
  return (
    <ConfigProvider
      locale={locale === "zh-CN" ? zhCN : enUS}
      theme={theme}
      componentSize="small"
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
