/** The cells of a worksheet as its part keeps them. */

import { xmlEncode } from "@cj-tech-master/excelts/xml";
import { columnName, formatRange } from "../../../workbook/address";
import { writeAttributes } from "../package/xml";
import { isError } from "../model";
import type { Cell, Row, Scalar, Sheet } from "../model";
import { encodeText, stringNumber } from "./strings";
import type { StringList } from "./strings";

/** ECMA-376 18.17.3; younger errors are not written. */
const FILE_ERRORS: ReadonlySet<string> = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);

export interface WriteContext {
  readonly strings: StringList;
  /** The number that marks a formula as one that spills. */
  readonly spillMetadata: () => string;
}

/** @returns <sheetData> from begin to end */
export function writeCells(sheet: Sheet, context: WriteContext): string {
  if (sheet.rows.size === 0) return "<sheetData/>";
  const names: string[] = [];
  const parts: string[] = ["<sheetData>"];
  for (const number of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    const row = sheet.rows.get(number);
    if (row) writeRow(row, number, names, context, parts);
  }
  parts.push("</sheetData>");
  return parts.join("");
}

function writeRow(row: Row, number: number, names: string[], context: WriteContext, parts: string[]): void {
  let cells = "";
  row.cells.forEach((cell, column) => {
    if (cell) cells += writeCell(cell, (names[column] ??= columnName(column)) + String(number + 1), context);
  });
  const attributes = rowAttributes(row);
  if (cells === "" && attributes === "") return;
  parts.push(`<row r="${number + 1}"${attributes}${cells === "" ? "/>" : `>${cells}</row>`}`);
}

function rowAttributes(row: Row): string {
  return (row.style === null ? "" : ` s="${row.style}" customFormat="1"`)
    + (row.height === null ? "" : ` ht="${row.height}"`)
    + (row.hidden ? ' hidden="1"' : "")
    + (row.attributes === null ? "" : writeAttributes(row.attributes));
}

function writeCell(cell: Cell, name: string, context: WriteContext): string {
  const style = cell.style === 0 ? "" : ` s="${cell.style}"`;
  const { formula, value } = cell;
  if (!formula) {
    if (value === null) return `<c r="${name}"${style}/>`;
    const metadata = cell.valueMetadata === undefined ? "" : ` vm="${cell.valueMetadata}"`;
    if (typeof value === "string" || (typeof value === "object" && !isError(value))) return `<c r="${name}"${style}${metadata} t="s"><v>${stringNumber(context.strings, value)}</v></c>`;
    return `<c r="${name}"${style}${metadata}${typeAttribute(value)}><v>${plainValue(value)}</v></c>`;
  }
  const { array } = formula;
  const spill = array?.dynamic === true ? ` cm="${context.spillMetadata()}"` : "";
  const kind = array ? ` t="array" ref="${formatRange(array.range)}"` : "";
  // A result that old programs have no word for is left out; whoever opens the file calculates it.
  const known = isError(value) && !FILE_ERRORS.has(value.error) ? null : value;
  const result = known === null ? "" : `<v>${plainValue(known)}</v>`;
  return `<c r="${name}"${style}${typeAttribute(known)}${spill}><f${kind}>${xmlEncode(formula.text)}</f>${result}</c>`;
}

function typeAttribute(value: Scalar): string {
  if (typeof value === "number" || value === null) return "";
  if (typeof value === "boolean") return ' t="b"';
  return isError(value) ? ' t="e"' : ' t="str"';
}

function plainValue(value: Exclude<Scalar, null>): string {
  switch (typeof value) {
    case "number": return String(value);
    case "boolean": return value ? "1" : "0";
    case "string": return encodeText(value);
    default: return isError(value) ? (FILE_ERRORS.has(value.error) ? value.error : "#VALUE!") : encodeText(value.text);
  }
}
