import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import { LOCALES, type Locale } from "#shared/contract/staff-session";
import { localePreference } from "./preferences";

/**
 * Texts live in `locales/<locale>/<namespace>.json` and load per namespace when a page first asks for them:
 * `useTranslation("queue")`. A new namespace is two files and nothing else.
 */
const files = import.meta.glob<Record<string, unknown>>("../locales/*/*.json", { import: "default" });

const backend = {
  type: "backend" as const,
  read(
    locale: string,
    namespace: string,
    done: (error: unknown, texts: Record<string, unknown> | null) => void,
  ) {
    const load = files[`../locales/${locale}/${namespace}.json`];
    if (!load) return done(new Error(`no texts ${locale}/${namespace}`), null);
    load().then(
      (texts) => done(null, texts),
      (error: unknown) => done(error, null),
    );
  },
};

/** Namespaces that the frame needs before the first paint. */
const FRAME_NAMESPACES = ["common", "codes"];

export async function startTexts(): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: localePreference.get(),
      fallbackLng: false,
      supportedLngs: [...LOCALES],
      load: "currentOnly",
      ns: FRAME_NAMESPACES,
      defaultNS: "common",
      interpolation: { escapeValue: false },
      returnNull: false,
      saveMissing: true,
      // A missing text is a bug: it reaches the console, where the browser tests look.
      missingKeyHandler: (locales, namespace, key) =>
        reportError(new Error(`missing text ${locales.join()}/${namespace}:${key}`)),
    });
  document.documentElement.lang = i18next.language;
  i18next.on("languageChanged", (locale) => {
    document.documentElement.lang = locale;
    document.title = i18next.t("product");
  });
  document.title = i18next.t("product");
  localePreference.subscribe(() => void i18next.changeLanguage(localePreference.get()));
}

/** The language on the screen now; it changes only when the texts of the new one are loaded. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === "en-US" ? "en-US" : "zh-CN";
}
