/** Fluent's light and dark themes, chosen by Office's or the browser's. */

import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

/** Chinese faces first in line after Windows' own, so that figures and characters sit on one baseline. */
const FONT = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', system-ui, sans-serif";

const LIGHT: Theme = { ...webLightTheme, fontFamilyBase: FONT, fontFamilyNumeric: FONT };
const DARK: Theme = { ...webDarkTheme, fontFamilyBase: FONT, fontFamilyNumeric: FONT };

/**
 * High contrast needs no theme of its own: the system then replaces all colours (forced-colors),
 * and Fluent's components and ours follow its keywords.
 */
export function fluentTheme(isDark: boolean): Theme {
  return isDark ? DARK : LIGHT;
}

const DARK_PREFERRED = "(prefers-color-scheme: dark)";

/** Whether pages around this one are dark, for hosts that do not tell their theme: Excel on the web. */
export function usePrefersDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(DARK_PREFERRED);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => window.matchMedia(DARK_PREFERRED).matches,
  );
}
