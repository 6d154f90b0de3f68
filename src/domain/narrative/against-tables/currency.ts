/** In which currency a table's amounts are: nothing says so in most, and they are in yuan. */

import { currencyIn, currencyOfFormat, type Currency } from "../../amounts/currency";
import { statedUnit, type Unit } from "../../amounts/unit";
import type { SheetSnapshot, Snapshot } from "../../../workbook/snapshot";
import { isAmount, type BudgetTable } from "../../table";

export interface TableMoney {
  readonly currency: Currency;
  /** What its amounts count in, of that currency; null where it does not say, or counts in millions. */
  readonly unit: Unit | null;
}

export function moneyOf(table: BudgetTable, sheet: SheetSnapshot): TableMoney {
  const texts = textsAbout(table);
  const currency = texts.map(currencyOfNote).find((one) => one !== null) ?? currencyOfCells(table, sheet) ?? "CNY";
  return { currency, unit: currency === "CNY" ? table.unit : table.unit ?? scaleIn(texts) };
}

/** Of the table with most lines. */
export function currencyOfWorkbook(snapshot: Snapshot, tables: readonly BudgetTable[]): Currency {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.id, sheet]));
  const [largest] = [...tables].sort((a, b) => b.rows.length - a.rows.length);
  const sheet = sheets.get(largest?.sheetId ?? "");
  return largest === undefined || sheet === undefined ? "CNY" : moneyOf(largest, sheet).currency;
}

/** Nearest first: headers of amounts, what stands above, the title, the sheet's name. */
function textsAbout({ columns, captions, title, sheetName, notes }: BudgetTable): readonly string[] {
  const headers = columns.filter(isAmount).flatMap(({ header }) => header);
  return [...new Set([...headers, ...captions.map(({ text }) => text), ...(title === null ? [] : [title.text]), sheetName, ...notes.map(({ text }) => text)])];
}

/** Where a Chinese text names dollars they need not be the table's: 美元贷款项目. */
function currencyOfNote(text: string): Currency | null {
  const unit = statedUnit(text);
  if (unit === null || unit === "other") return unit === "other" || IS_CODE.test(text) ? currencyIn(text) : null;
  return SAYS_YUAN.test(text) ? "CNY" : null;
}

const IS_CODE = /^\P{Script=Han}*(?<![A-Za-z])(?:USD|US\$|HKD|HK\$|EUR|GBP)(?![A-Za-z])\P{Script=Han}*$/u;
const SAYS_YUAN = /元|RMB|CNY|yuan|renminbi|[¥￥]/iu;

/** The first format of the first lines that prints one. */
function currencyOfCells({ columns, rows }: BudgetTable, sheet: SheetSnapshot): Currency | null {
  for (const { row } of rows.slice(0, LINES_LOOKED_AT)) {
    for (const column of columns.filter(isAmount)) {
      const currency = currencyOfFormat(sheet.numberFormats[row - sheet.top]?.[column.column - sheet.left] ?? "");
      if (currency !== null) return currency;
      const value = sheet.values[row - sheet.top]?.[column.column - sheet.left];
      if (typeof value === "string" && /^\s*-?\(?\$/u.test(value)) return "USD";
    }
  }
  return null;
}

const LINES_LOOKED_AT = 5;

const SCALES: readonly (readonly [RegExp, Unit | null])[] = [
  [/million|billion|百万|\b[mb]n\b/iu, null], [/ten thousands?|10,?000|万/iu, "万元"], [/亿|hundred millions?/iu, "亿元"], [/thousand|(?<![\d,])'?000s?\b|千/iu, "千元"],
];

function scaleIn(texts: readonly string[]): Unit | null {
  for (const text of texts) {
    const found = statedUnit(text) !== null || IS_CODE.test(text) ? SCALES.find(([pattern]) => pattern.test(text)) : undefined;
    if (found !== undefined) return found[1];
  }
  return "元";
}
