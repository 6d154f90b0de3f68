/** How exactly a cell prints its figure: text keeps its digits, a number shows what its format asks for. */

import type { CellValue } from "../../workbook/snapshot";
import { withoutResidue } from "../amounts/decimal";
import { scaledNumber } from "../execution/scaled";

export interface NumberFormat {
  readonly isPercent: boolean;
  /** Decimals shown; null where the format leaves it to the number (General, text). */
  readonly places: number | null;
}

export type FormatReader = (format: string) => NumberFormat;

/** Formats repeat down a column, so each is read once. */
export function createFormatReader(): FormatReader {
  const known = new Map<string, NumberFormat>();
  return (format) => {
    let read = known.get(format);
    if (read === undefined) {
      read = readFormat(format);
      known.set(format, read);
    }
    return read;
  };
}

/** Of a format's sections the first, for positive numbers, without quoted text, escapes, colours and padding. */
function readFormat(format: string): NumberFormat {
  const shown = (format.split(";")[0] ?? "").replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gu, "");
  const isPercent = shown.includes("%");
  const decimals = /\.([0#?]+)/u.exec(shown)?.[1];
  if (decimals !== undefined) return { isPercent, places: decimals.length };
  return { isPercent, places: /[0#?]/u.test(shown) && !/e/iu.test(shown) ? 0 : null };
}

/** Decimals of the figure itself: those written in a text, those a number has in its shortest form. */
export function ownPlaces(value: CellValue): number {
  if (typeof value === "number") return placesOfNumber(value);
  if (typeof value !== "string") return 0;
  return /[.．]([\d０-９]+)/u.exec(value)?.[1]?.length ?? 0;
}

function placesOfNumber(value: number): number {
  const scaled = scaledNumber(value);
  if (scaled !== null) return scaled % 100 === 0 ? (scaled % 10_000 === 0 ? 0 : scaled % 1_000 === 0 ? 1 : 2) : scaled % 10 === 0 ? 3 : 4;
  const [digits = "", exponent] = String(withoutResidue(value)).split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent ?? 0));
}
