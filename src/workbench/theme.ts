/** Fluent's themes in Excel's green. */

import { createDarkTheme, createLightTheme, teamsHighContrastTheme } from "@fluentui/react-components";
import type { BrandVariants, Theme } from "@fluentui/react-components";
import type { ThemeName } from "./settings";

const GREEN: BrandVariants = {
  10: "#020402", 20: "#0a1d11", 30: "#0c301b", 40: "#0c3d21", 50: "#0b4b27", 60: "#0a592e", 70: "#0a6735", 80: "#107c41",
  90: "#2c854f", 100: "#43925f", 110: "#589f70", 120: "#6dad82", 130: "#82ba94", 140: "#98c7a7", 150: "#aed4ba", 160: "#c5e1ce",
};

const FONT = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', system-ui, sans-serif";

const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: { ...createLightTheme(GREEN), fontFamilyBase: FONT },
  colorful: { ...createLightTheme(GREEN), fontFamilyBase: FONT },
  dark: { ...createDarkTheme(GREEN), fontFamilyBase: FONT },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase: FONT },
};

export function fluentTheme(name: ThemeName): Theme {
  return THEMES[name];
}
