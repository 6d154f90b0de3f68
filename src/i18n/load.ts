/** One language, in a part of its own: a page loads the words that it shows. */

import { translatorOf, type Catalog, type Locale, type Translator } from "./translate";

const CATALOGS: Readonly<Record<Locale, () => Promise<Catalog>>> = {
  "zh-CN": async () => (await import("./zh-CN")).zhCN,
  "en-US": async () => (await import("./en-US")).enUS,
};

export async function loadTranslator(locale: Locale): Promise<Translator> {
  return translatorOf(locale, await CATALOGS[locale]());
}
