/** The cells of a worksheet part (ECMA-376 18.3.1.80, sheetData), read as a stream. */

import { SaxParser } from "@cj-tech-master/excelts/xml";
import { columnIndex, parseRange } from "../../../workbook/address";
import { localName, writeAttributes } from "../package/xml";
import { moveRelative } from "../formula/references";
import type { ArrayArea, Cell, Formula, RichText, Row, Scalar } from "../model";
import { decodeText, readInlineString } from "./strings";

export interface ReadCells {
  readonly rows: Map<number, Row>;
  readonly arrays: ArrayArea[];
  /** Some formula came without a result. */
  readonly needsCalculation: boolean;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

const ROW_KNOWN = new Set(["r", "ht", "customHeight", "hidden", "s", "customFormat", "spans"]);

/**
 * @param xml the element <sheetData>, begin to end
 * @param strings the workbook's shared strings
 */
export function readCells(xml: string, strings: readonly (string | RichText)[], date1904: boolean): ReadCells {
  const rows = new Map<number, Row>();
  const arrays: ArrayArea[] = [];
  const shared = new Map<string, SharedFormula>();
  let needsCalculation = false;

  let rowNumber = -1;
  let row: Row = newRow();
  let column = -1;
  let attributes: Readonly<Record<string, string>> = {};
  let text = "";
  let value: string | null = null;
  let formulaText: string | null = null;
  let formulaAttributes: Readonly<Record<string, string>> = {};
  /** An inline string is put together again, for the reader of strings. */
  let inline: string | null = null;

  function endCell(): void {
    const formula = formulaText === null ? null : readFormula(formulaText);
    const read = inline === null ? readValue(value, attributes["t"], strings, date1904) : readInlineString(inline);
    if (formula && value === null && inline === null) needsCalculation = true;
    const style = attributes["s"] === undefined ? 0 : Number(attributes["s"]);
    const { vm } = attributes;
    const cell: Cell = vm === undefined ? { value: read, formula, style } : { value: read, formula, style, valueMetadata: vm };
    if (isBlankCell(cell)) cell.listed = true;
    row.cells[column] = cell;
  }

  function readFormula(content: string): Formula | null {
    const { t: kind, ref, si } = formulaAttributes;
    if (kind === "shared" && si !== undefined) {
      const master = shared.get(si);
      if (content !== "") shared.set(si, { text: content, row: rowNumber, column });
      else if (master) return { text: moveRelative(master.text, rowNumber - master.row, column - master.column), array: null, spills: false };
    }
    if (content === "") return null;
    const range = kind === "array" && ref !== undefined ? parseRange(ref) : null;
    if (!range) return { text: content, array: null, spills: false };
    const array: ArrayArea = { range, dynamic: attributes["cm"] !== undefined };
    arrays.push(array);
    return { text: content, array, spills: array.dynamic };
  }

  const parser = new SaxParser({ position: false, invalidCharHandling: "skip" });
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    if (inline !== null) {
      inline += `<${name}${writeAttributes(tag.attributes)}>`;
      text = "";
      return;
    }
    switch (name) {
      case "row": {
        rowNumber = tag.attributes["r"] === undefined ? rowNumber + 1 : Number(tag.attributes["r"]) - 1;
        row = readRow(tag.attributes);
        rows.set(rowNumber, row);
        column = -1;
        break;
      }
      case "c":
        attributes = tag.attributes;
        column = attributes["r"] === undefined ? column + 1 : columnOf(attributes["r"]);
        value = null;
        formulaText = null;
        break;
      case "f":
        formulaAttributes = tag.attributes;
        text = "";
        break;
      case "is":
        inline = "<is>";
        break;
      default:
        text = "";
    }
  });
  parser.on("text", (chunk) => {
    text += chunk;
  });
  parser.on("cdata", (chunk) => {
    text += chunk;
  });
  parser.on("closetag", (tag) => {
    const name = localName(tag.name);
    if (inline !== null && name !== "c") {
      inline += `${escapeText(text)}</${name}>`;
      text = "";
      return;
    }
    if (name === "v") value = text;
    else if (name === "f") formulaText = text.trim();
    else if (name === "c") {
      endCell();
      inline = null;
    }
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml);
  parser.close();
  return { rows, arrays, needsCalculation };
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

export function newRow(): Row {
  return { cells: [], height: null, hidden: false, style: null, attributes: null };
}

function readRow(attributes: Readonly<Record<string, string>>): Row {
  const rest = Object.entries(attributes).filter(([name]) => !ROW_KNOWN.has(name));
  const isCustom = attributes["customHeight"] === "1" || attributes["customHeight"] === "true";
  return {
    cells: [],
    height: attributes["ht"] === undefined ? null : Number(attributes["ht"]),
    hidden: attributes["hidden"] === "1" || attributes["hidden"] === "true",
    style: attributes["s"] !== undefined && attributes["customFormat"] !== undefined ? Number(attributes["s"]) : null,
    attributes: rest.length > 0 || isCustom ? { ...Object.fromEntries(rest), ...(isCustom ? { customHeight: "1" } : {}) } : null,
  };
}

function columnOf(reference: string): number {
  let letters = 0;
  while (letters < reference.length && reference.charCodeAt(letters) > 57) letters++;
  const column = columnIndex(reference.slice(0, letters));
  if (column === null) throw new Error(`no cell: ${reference}`);
  return column;
}

const errors = new Map<string, Scalar>();

/** One object for each kind of error. */
export function errorValue(code: string): Scalar {
  let known = errors.get(code);
  if (known === undefined) errors.set(code, (known = { error: code }));
  return known;
}

function readValue(text: string | null, type: string | undefined, strings: readonly (string | RichText)[], date1904: boolean): Scalar {
  if (text === null || (text === "" && type !== "str")) return null;
  switch (type) {
    case "s": return strings[Number(text)] ?? null;
    case "str": case "inlineStr": return decodeText(text);
    case "b": return text.trim() === "1" || text.trim() === "true";
    case "e": return errorValue(text.trim());
    case "d": return serialOf(text.trim(), date1904);
    default: {
      const value = Number(text);
      return Number.isFinite(value) ? value : text;
    }
  }
}

const DAY = 86_400_000;

/** An ISO 8601 date of the strict dialect as a serial number. */
function serialOf(iso: string, date1904: boolean): number | string {
  const time = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(iso) ? iso : `${iso.includes("T") ? iso : `${iso}T00:00`}Z`);
  return Number.isNaN(time) ? iso : (time - Date.UTC(1899, 11, 30)) / DAY - (date1904 ? 1462 : 0);
}

export function isBlankCell(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.value === null && cell.formula === null);
}
