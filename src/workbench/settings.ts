/** What a person chooses for the embedded Excel. The address remembers it, so a reload or a link keeps it. */

import type { ApiSet } from "../embedded/protocol/level";
import { localeFor } from "../i18n/translate";
import type { Locale } from "../i18n/translate";

export const THEMES = ["light", "colorful", "dark", "contrast"] as const;
export type ThemeName = (typeof THEMES)[number];

/** Below the add-in's floor, the floor, and what Excel 2021, Excel 2024 and Microsoft 365 have. */
export const LEVELS = ["1.12", "1.13", "1.14", "1.17", "1.19"] as const satisfies readonly ApiSet[];
export type Level = (typeof LEVELS)[number];

export interface Settings {
  readonly locale: Locale;
  readonly theme: ThemeName;
  readonly level: Level;
}

/** From the query "?lang=en-US&theme=dark&level=1.13"; what is missing or unknown is the default. */
export function readSettings(query: string): Settings {
  const given = new URLSearchParams(query);
  return {
    locale: localeFor(given.get("lang") ?? "zh-CN"),
    theme: THEMES.find((theme) => theme === given.get("theme")) ?? "light",
    level: LEVELS.find((level) => level === given.get("level")) ?? "1.19",
  };
}

export function writeSettings({ locale, theme, level }: Settings): string {
  return `?${new URLSearchParams({ lang: locale, theme, level }).toString()}`;
}
