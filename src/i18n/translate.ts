/** Messages in the user's language. Catalogs hold ICU MessageFormat; values are inserted as they are, never parsed. */

import { IntlMessageFormat } from "intl-messageformat";
import type { zhCN } from "./zh-CN";

export type Locale = "zh-CN" | "en-US";

/** The Chinese catalog is the reference; the English one must have the same keys (checked by the compiler). */
export type MessageKey = keyof typeof zhCN;

export type MessageValues = Readonly<Record<string, string | number>>;

export interface Translator {
  readonly locale: Locale;
  (key: MessageKey, values?: MessageValues): string;
  /** Whether there is such a message: for keys that are put together. */
  has(key: string): key is MessageKey;
}

export type Catalog = Readonly<Record<MessageKey, string>>;

/** Chinese for every Chinese locale and for anything we do not know; English for every English one. */
export function localeFor(displayLanguage: string): Locale {
  return /^en\b/i.test(displayLanguage) ? "en-US" : "zh-CN";
}

/** What makes a message more than its own text; most have none of it, and compiling takes a millisecond each. */
const PATTERN = /[{}']/u;

export function translatorOf(locale: Locale, catalog: Catalog): Translator {
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  const translate = (key: MessageKey, values?: MessageValues): string => {
    const pattern = catalog[key];
    if (!PATTERN.test(pattern)) return pattern;
    let message = compiled.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    return String(message.format(values));
  };
  const has = (key: string): key is MessageKey => Object.hasOwn(catalog, key);
  return Object.assign(translate, { locale, has });
}
