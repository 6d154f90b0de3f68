/** A column of functional classes under a header that does not say so, 所属科目 or 归口: what stands in it does. */

import type { SheetSnapshot } from "../../../workbook/snapshot";
import { CLASS_LEVELS, classKey, codesNamed, isFunctionCode, namesEver } from "../../functional-class/dictionary";
import { codedName } from "../../functional-class/leading-code";
import { because } from "../../recognise/reason";
import { columnOf, isAmount, type BudgetTable, type TableColumn } from "../../table";
import { createCellTexts } from "./cell-texts";

type IsClass = (text: string) => boolean;

/** Each of the tables that has such a column beside the names of its lines with that column told. */
export function tellClassColumns(tables: readonly BudgetTable[], sheets: ReadonlyMap<string, SheetSnapshot>): readonly BudgetTable[] {
  const named = new Set(tables.filter((table) => isOfClasses(table, isOfficial)).flatMap(({ rows }) => rows.flatMap(({ kind, name }) => (kind === "body" ? [classKey(name)] : []))));
  const isClass: IsClass = (text) => isOfficial(text) || named.has(classKey(text));
  return tables.map((table) => {
    const sheet = sheets.get(table.sheetId);
    const name = columnOf(table, "name");
    if (sheet === undefined || hasClasses(table) || name === null) return table;
    const areClasses = isOfClasses(table, isClass);
    if (areClasses && (isOfClasses(table, isTop) || name.header.some((header) => header.includes("项目")))) return table;
    const textAt = createCellTexts(sheet);
    const rows = table.rows.filter(({ kind }) => kind === "body");
    const firstAmount = table.columns.findIndex(isAmount);
    const told = table.columns.flatMap((column, i) => {
      if (!UNTOLD.has(column.reason.code) || column.role !== null) return [];
      const texts = rows.map(({ row }) => textAt(row, column.column));
      if (i < firstAmount && !areClasses && areCodes(texts)) return [asClass(column, "function-code")];
      return areMostly(texts, areClasses ? isTop : isClass) ? [asClass(column, "function-name")] : [];
    });
    const [found] = told;
    return found === undefined ? table : { ...table, columns: table.columns.map((column) => (column.column === found.column ? found : column)) };
  });
}

/** Not what a person, or the header, says is something else. */
const UNTOLD: ReadonlySet<string> = new Set(["header-unknown", "role-taken", "no-header"]);

function asClass(column: TableColumn, role: "function-code" | "function-name"): TableColumn {
  return { ...column, role, confidence: "likely", reason: because("header-likely", { header: column.header.join(" ") }) };
}

function isOfficial(text: string): boolean {
  return codedName(text) !== null || codesNamed(text).length > 0;
}

/** 一般公共服务支出, which may stand beside 行政运行: a class (类) beside its items. */
function isTop(text: string): boolean {
  return codesNamed(text).some((code) => code.length === CLASS_LEVELS[0]);
}

function hasClasses(table: BudgetTable): boolean {
  return columnOf(table, "function-name") !== null || columnOf(table, "function-code") !== null;
}

/** Its lines are classes themselves. */
function isOfClasses(table: BudgetTable, isClass: IsClass): boolean {
  if (columnOf(table, "name") === null) return hasClasses(table);
  return areMostly(table.rows.flatMap(({ kind, name }) => (kind === "body" ? [name] : [])), isClass);
}

/** Every one a functional code of a class that there is, or was: figures hardly are. */
function areCodes(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== "");
  return filled.length > 1 && filled.length * 2 >= texts.length && filled.every((text) => isFunctionCode(text) && namesEver(text.slice(0, CLASS_LEVELS[0])).length > 0);
}

/** Three of four at least, and as many as there are lines without any. */
function areMostly(texts: readonly string[], isClass: IsClass): boolean {
  const filled = texts.filter((text) => text !== "");
  const classes = filled.filter(isClass).length;
  return classes > 0 && classes * 4 >= filled.length * 3 && filled.length * 2 >= texts.length;
}
