/** In which currency a table's amounts are: nothing says so in most, and they are in yuan. */

import { currencyIn, currencyOfFormat, type Currency } from "../../amounts/currency";
import { statedUnit, type Unit } from "../../amounts/unit";
import type { SheetSnapshot, Snapshot } from "../../../workbook/snapshot";
import { isAmount, type BudgetTable } from "../../table";

export interface TableMoney {
  readonly currency: Currency;
  /** What its amounts count in, of that currency; null where it does not say. */
  readonly unit: Unit | null;
  /** How many of that unit each of its amounts is: 100 of 万元, where it counts in millions of yuan. */
  readonly scale: number;
}

export function moneyOf(table: BudgetTable, sheet: SheetSnapshot): TableMoney {
  const texts = textsAbout(table);
  const currency = texts.map(currencyOfNote).find((one) => one !== null) ?? currencyOfCells(table, sheet) ?? "CNY";
  if (table.unit !== null) return { currency, unit: table.unit, scale: 1 };
  const counted = texts.filter((text) => statedUnit(text) !== null || IS_CODE.test(text) || IN_MILLIONS.test(text)).flatMap((text) => countedIn(text, currency) ?? []);
  return { currency, ...(counted[0] ?? { unit: currency === "CNY" ? null : "元", scale: 1 }) };
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
  // A title row that runs on into the header leaves the note of the unit over any column.
  const headers = [...columns.filter(isAmount), ...columns.filter((column) => !isAmount(column))].flatMap(({ header }) => header);
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

/** Without a currency: of the workbook's. */
const IN_MILLIONS = /^\s*\(?(?:(?:all )?(?:amounts?|figures?)(?: are)? )?in (?:millions?|billions?)\)?\s*$/iu;

const SCALES: readonly (readonly [RegExp, Unit])[] = [[/ten thousands?|10,?000|万/iu, "万元"], [/亿|hundred millions?/iu, "亿元"], [/thousand|(?<![\d,])'?000s?\b|千/iu, "千元"]];

/** Dollars in millions count as so many whole dollars, for 万 and 亿 are no words of theirs. */
function countedIn(text: string, currency: Currency): Pick<TableMoney, "unit" | "scale"> | null {
  if (/(?<!hundred )millions?\b|百万|\bmn\b/iu.test(text)) return currency === "CNY" ? { unit: "万元", scale: 100 } : { unit: "元", scale: 1_000_000 };
  if (/billion|十亿|\bbn\b/iu.test(text)) return currency === "CNY" ? { unit: "亿元", scale: 10 } : { unit: "元", scale: 1_000_000_000 };
  if (currency === "CNY") return null;
  return { unit: SCALES.find(([pattern]) => pattern.test(text))?.[1] ?? "元", scale: 1 };
}
