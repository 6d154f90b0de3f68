/** Fluent's light and dark themes, chosen by Office's. */

import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

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
