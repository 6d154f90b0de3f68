/** The workbook's tables as a summary reads them: lines with figures in one unit, each with the cell it comes from. */

import { rangeOfCell, type Place } from "../../../workbook/address";
import type { SheetSnapshot } from "../../../workbook/snapshot";
import type { Unit } from "../../amounts/unit";
import { codedName } from "../../functional-class/leading-code";
import { withoutListNumber } from "../../recognise/normalise";
import { coverages, mainTotal } from "../../execution/totals";
import { AMOUNT_ROLES, columnOf, isChangeRole, placeOf, type BudgetRole, type BudgetTable, type Role, type RowKind, type TableColumn, type TableRow } from "../../table";
import type { Known } from "../cells";
import { classesAbove, headingsOf } from "./headings";
import { isKindOfSpending, partsOfLines, type Part } from "./kinds";
import { createCellTexts } from "./cell-texts";
import { createAmountAt } from "./amounts";
import { createComputedAmounts } from "./computed-amounts";
import { createExpectedOf } from "./expected";
import { createFundingOf, withFundingBelow, type Funding } from "./funding";
import { createGroupOf } from "./group-columns";
import { createUnitOf } from "./organisation";
import { createSayingOf, type Saying } from "./said";

/** 基本支出 and 项目支出 are known by the amount they divide, as there may be some of each. */
export type FigureKey = Exclude<Role, Part> | PartKey;
export type PartKey = `${BudgetRole | "expenditure"} ${Part}`;

export interface SourceLine {
  /** Its table: several may share the rows of a sheet. */
  readonly tableId: string;
  /** Row of the table's sheet, from zero. */
  readonly row: number;
  readonly kind: RowKind;
  readonly code: string;
  /** Without the number of a list before it. */
  readonly name: string;
  /** What sums it up or heads it in its table, or stands beside it as its kind; "" for nothing. */
  readonly above: string;
  /** Of its own columns, else of the class that it stands below. */
  readonly functionCode: string;
  readonly functionName: string;
  /** It has no code and stands below a class, which adds it up: what the class's money is for. */
  readonly isWithinClass?: true;
  /** Where it is named. */
  readonly place: Place;
  /** In the summary's unit. */
  readonly figures: Readonly<Partial<Record<FigureKey, Known>>>;
  /** What of them comes from which source of money, where columns or lines below tell it. */
  readonly funding?: Funding;
  /** 全年预计执行数. */
  readonly expected?: Known;
  /** The unit whose line it is, where a column says so; else "". */
  readonly unit: string;
  /** What a column of causes (偏差原因) says; "" without one. */
  readonly reason: string;
  /** What other columns say of it in words. */
  readonly said?: Saying;
  /** Whether it is of 基本支出 or 项目支出, where lines of the table are so divided; null: it is not known. */
  readonly part: Part | null;
}

export interface SourceTable {
  readonly table: BudgetTable;
  readonly lines: readonly SourceLine[];
  /** As the table prints it. */
  readonly total: SourceLine | null;
}

/** What amounts are shown in; null: the workbook states no unit, and they stay as they are. */
export function summaryUnit(tables: readonly BudgetTable[]): Unit | null {
  return tables.some(({ unit, columns }) => unit !== null || columns.some((column) => column.unit !== null)) ? "万元" : null;
}

/** Amounts whose unit is not known have no place beside others that are in `unit`, and are left out. */
export function readSource(table: BudgetTable, sheet: SheetSnapshot, unit: Unit | null): SourceTable {
  const amounts = amountsOf(table);
  const [functionCodes, functionNames, names, reasons] = (["function-code", "function-name", "name", "reason"] as const).map((role) => columnOf(table, role));
  const textIn = createCellTexts(sheet);
  const textAt = (row: number, column: TableColumn | null | undefined): string => (column === null || column === undefined ? "" : textIn(row, column.column));
  // 备注 and 说明 may say anything.
  const causes = reasons?.confidence === "sure" ? reasons : null;
  const sayingOf = createSayingOf(table, textIn, causes?.column ?? null);
  const named = names ?? functionNames ?? table.columns[0];
  const parts = partsOfLines(table.rows);
  // What is told by its class and is not called basic there is the rest of it.
  const hasBasic = [...parts.values()].includes("basic");
  const headings = headingsOf(table.rows);
  const classes = classesAbove(table.rows);
  const unitOf = createUnitOf(table, sheet);
  const groupOf = createGroupOf(table, sheet);
  const amountAt = createAmountAt(table, sheet, unit);
  const computedAt = createComputedAmounts(table, amountAt);
  const fundingOf = createFundingOf(table, amountAt);
  const expectedOf = createExpectedOf(table, amountAt);
  const lines = withFundingBelow(table.rows.map(({ row, kind, code, name }, i): SourceLine => {
    const figures: Partial<Record<FigureKey, Known>> = {};
    for (const { key, column } of amounts) {
      const before = figures[key];
      const known = before === undefined || isChangeRole(key) ? amountAt(row, column) : null;
      if (known !== null && known !== "unreadable") figures[key] = before === undefined ? known : added(before, known);
    }
    Object.assign(figures, computedAt(row));
    const expected = expectedOf?.(row) ?? null;
    return {
      tableId: table.id, row, kind, code, name: plainName(name), above: withoutListNumber(headings[i] || (groupOf?.(row) ?? "")), figures, part: parts.get(i) ?? (hasBasic && classes.has(i) && !isKindOfSpending(name) ? "project" : null), unit: unitOf?.(row) ?? "",
      ...inClass(functionOf(textAt(row, functionCodes), textAt(row, functionNames)), classes.get(i)), reason: textAt(row, causes), said: sayingOf(row),
      place: placeOf(table, rangeOfCell(row, named?.column ?? table.range.left)), ...(fundingOf !== null && { funding: fundingOf(row) }), ...(expected !== null && { expected }),
    };
  }));
  const covered = coverages(table.rows);
  const total = mainTotal(table.rows, covered);
  const whole = covered.find(({ at }) => at === total);
  // 年末结转和结余 below the total of what was spent is none of it, nor is the total of both, nor is the income side.
  const isApart = (i: number): boolean => table.rows[i]?.isIncome === true || (whole !== undefined && table.rows[i]?.isBalance === true && (i < whole.from || i > whole.to));
  return { table, lines: lines.filter((_, i) => !isApart(i)), total: total === null ? null : (lines[total] ?? null) };
}

/** Without the number of a list before it, and 其中: before what counts by itself. */
function plainName(name: string): string {
  return withoutListNumber(name).replace(/^(?:其中|of which|including|thereof)\s*[:：]\s*(?=\S)/iu, "");
}

/** Columns of money by what they are. */
function amountsOf(table: BudgetTable): readonly { readonly key: FigureKey; readonly column: TableColumn }[] {
  const budgets = BUDGETS.filter((role) => columnOf(table, role) !== null);
  const [only = null] = budgets.length === 1 ? budgets : [];
  return table.columns.flatMap((column): { readonly key: FigureKey; readonly column: TableColumn }[] => {
    const { role, partOf = only } = column;
    if (role === null || !AMOUNT_ROLES.has(role)) return [];
    if (role !== "basic" && role !== "project") return [{ key: role, column }];
    // In a table of both budgets it is not known whose parts these are, unless recognition tells it.
    return partOf === "original-budget" || partOf === "adjusted-budget" || partOf === "expenditure" ? [{ key: `${partOf} ${role}` as const, column }] : [];
  });
}

const BUDGETS = ["original-budget", "adjusted-budget"] as const;

/** Of their columns, one of which may hold both. */
function functionOf(codes: string, names: string): Pick<SourceLine, "functionCode" | "functionName"> {
  const [inCode, inName] = [codedName(codes), codedName(names)];
  return { functionCode: inCode?.code ?? (codes.replace(/\D/gu, "") || (inName?.code ?? "")), functionName: inName?.name ?? (names || (inCode?.name ?? "")) };
}

function inClass(own: Pick<SourceLine, "functionCode" | "functionName">, above: TableRow | undefined): Pick<SourceLine, "functionCode" | "functionName" | "isWithinClass"> {
  return above === undefined || own.functionCode !== "" ? own : { functionCode: above.code.replace(/\D/gu, ""), functionName: above.name, isWithinClass: true };
}

/** 上级追加 and 本级追加 are the increase together. */
function added(first: Known, second: Known): Known {
  return { value: first.value.plus(second.value), formula: { op: "sum", terms: [first.formula, second.formula] } };
}
