import { theme as antTheme, type ThemeConfig } from "antd";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { themePreference } from "./preferences";
import { useStore } from "./store";

const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

function followSystem(listener: () => void): () => void {
  systemDark.addEventListener("change", listener);
  return () => systemDark.removeEventListener("change", listener);
}

const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

function followMotion(listener: () => void): () => void {
  reducedMotion.addEventListener("change", listener);
  return () => reducedMotion.removeEventListener("change", listener);
}

/** Whether the page is dark now: as chosen, or as the system is. */
export function useDarkMode(): boolean {
  const chosen = useStore(themePreference);
  const system = useSyncExternalStore(followSystem, () => systemDark.matches);
  const dark = chosen === "system" ? system : chosen === "dark";
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  }, [dark]);
  return dark;
}

const LIGHT = {
  colorPrimary: "#1f5fbf",
  colorInfo: "#1f5fbf",
  colorLink: "#1f5fbf",
  colorBgLayout: "#f3f5f8",
  colorTextSecondary: "#4b5563",
  colorTextTertiary: "#5f6b7a",
  colorTextDescription: "#5f6b7a",
  colorTextPlaceholder: "#6b7684",
  colorSuccess: "#1f7a3d",
  colorWarning: "#9a5b00",
  colorError: "#c0322b",
  // Derived from the dark seeds above these would be murky.
  colorSuccessBg: "#edf8f0",
  colorSuccessBorder: "#a9dab8",
  colorWarningBg: "#fff6e3",
  colorWarningBorder: "#efcb85",
  colorErrorBg: "#fdf0ef",
  colorErrorBorder: "#f0b9b5",
};
const DARK = {
  colorPrimary: "#3c7fe0",
  colorLink: "#7fb0ff",
  colorBgLayout: "#101317",
  colorBgContainer: "#181c22",
  colorBgElevated: "#1f242c",
  colorTextSecondary: "#b3bcc8",
  colorTextTertiary: "#98a3b1",
  colorTextDescription: "#98a3b1",
  colorTextPlaceholder: "#8793a2",
  // Seeds: the dark algorithm dims them, and what is left must still be readable as text.
  colorInfo: "#6ea4f5",
  colorSuccess: "#58c97c",
  colorWarning: "#f0b04a",
  colorError: "#ff8079",
  // The derived one is so light that the red of a mismatch is hard to read on a chosen row.
  controlItemBgActive: "#1a273b",
};

/** The primary colour carries white text on buttons; as text of its own it would be too dim here. */
const DARK_TABS = {
  itemSelectedColor: DARK.colorLink,
  itemHoverColor: DARK.colorLink,
  inkBarColor: DARK.colorLink,
};

/** One compact look for people who sit in front of it all day; colours keep AA contrast in both modes. */
export function useThemeConfig(dark: boolean): ThemeConfig {
  const motion = !useSyncExternalStore(followMotion, () => reducedMotion.matches);
  return useMemo(
    () => ({
      algorithm: dark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
      token: {
        ...(dark ? DARK : LIGHT),
        fontSize: 13,
        fontFamily: "inherit",
        borderRadius: 5,
        controlHeight: 32,
        controlHeightSM: 28,
        motion,
      },
      components: {
        Tooltip: { maxWidth: 420 },
        Button: { contentFontSizeSM: 13, ...(dark ? { dangerColor: "#1d0c0b" } : {}) },
        Tabs: { titleFontSizeSM: 13, ...(dark ? DARK_TABS : {}) },
      },
    }),
    [dark, motion],
  );
}
