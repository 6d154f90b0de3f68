/** Every language at once: for whoever does not mind their size. The add-in's pages load one (load.ts). */

import { enUS } from "./en-US";
import { translatorOf, type Catalog, type Locale, type Translator } from "./translate";
import { zhCN } from "./zh-CN";

const CATALOGS: Readonly<Record<Locale, Catalog>> = { "zh-CN": zhCN, "en-US": enUS };

export function createTranslator(locale: Locale): Translator {
  return translatorOf(locale, CATALOGS[locale]);
}
