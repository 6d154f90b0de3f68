/** Figures as the language writes them, exact: decimals go to Intl as texts, never through a binary number. */

import type { Shown } from "../domain/finding";
import type { Locale, Translator } from "./translate";

/** The most decimals that every browser formats; no amount has as many. */
const MOST_PLACES = 20;

const FORMATS: Readonly<Record<Locale, Intl.NumberFormat>> = { "zh-CN": formatOf("zh-CN"), "en-US": formatOf("en-US") };

function formatOf(locale: Locale): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: MOST_PLACES, signDisplay: "negative" });
}

/** "27752.1" as "27,752.10": two decimals, more only where the figure has more. Whatever is no plain decimal stays as it is. */
export function formatFigure(locale: Locale, figure: string): string {
  return isPlainDecimal(figure) ? FORMATS[locale].format(figure) : figure;
}

function isPlainDecimal(text: string): text is `${number}` {
  return /^-?\d+(?:\.\d+)?$/u.test(text);
}

/** The figure with its unit: "98.81 万元", "184.33%". */
export function describeFigure(words: Translator, { figure, unit }: Shown): string {
  const number = formatFigure(words.locale, figure);
  return unit === null ? number : words(`amount.${unit}`, { figure: number });
}
