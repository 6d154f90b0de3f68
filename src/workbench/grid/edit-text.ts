/** What the formula bar shows of a cell, and what editing it begins with: the whole value, not the rounded look of it. */

import type { ValueType } from "../../embedded/book/cells";
import { numberText } from "../../embedded/book/number-text";
import { isDateFormat } from "../../workbook/number-format";
import type { CellValue } from "../../workbook/snapshot";

/** `content` is the formula where there is one, else the value. */
export function editText(content: CellValue, type: ValueType, numberFormat: string): string {
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  if (typeof content === "string" || type !== "Double") return String(content);
  if (isDateFormat(numberFormat)) return numberText(content, Number.isInteger(content) ? "yyyy/m/d" : "yyyy/m/d h:mm:ss");
  if (numberFormat.includes("%")) return `${shiftPoint(content)}%`;
  return String(content);
}

/** × 100 without binary noise: 0.5981 → "59.81". */
function shiftPoint(value: number): string {
  const [digits = "0", exponent = "0"] = value.toExponential().split("e");
  return String(Number(`${digits}e${Number(exponent) + 2}`));
}
