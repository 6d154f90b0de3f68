/** Budget execution of a table that holds both budget and expenditure. */

import { columnName, rangeOfCell, type CellRange } from "../../workbook/address";
import { done, failed, type Outcome, type ProblemCode } from "../../workbook/problem";
import { ERROR_VALUES, type SheetSnapshot } from "../../workbook/snapshot";
import { whyUnreadable } from "../amounts/read";
import type { Finding, Severity } from "../finding";
import { placeOf, type BudgetTable, type TableColumn } from "../table";
import { assembleExecution, budgetSide, expenditureSide, type ExecutionOptions } from "./assemble";
import { budgetMeasure, commonUnit, expenditureMeasure, headerOf, isOfIncome, mayBeSide, otherBudgetMeasure, type Measure } from "./basis";
import { createFigureAt, isInUnit, readAmountColumns, type AmountColumns } from "./columns";
import { countedIn, differingUnits, incomparable } from "./differing-units";
import type { FigureSource, TableExecution } from "./result";
import { checkTotals, coverages, mainTotal, withRunningTotals, type Coverage } from "./totals";

/**
 * Rates of every row. Each amount cell is read once; totals divide totals as printed, and the body rows are
 * summed beside them. Fails with `no-budget-column`, `no-expenditure-column`, `several-columns`, `only-income`, or `merged-body` where a merge
 * makes it uncertain which row a figure belongs to.
 */
export function computeExecution(table: BudgetTable, sheet: SheetSnapshot, options: ExecutionOptions): Outcome<TableExecution> {
  const budget = budgetMeasure(table, options.basis);
  if (budget === null) return lacking(table, "budget");
  const expenditure = expenditureMeasure(table);
  if (expenditure === null) return isOfIncome(table) ? failedTable(table, "only-income") : lacking(table, "expenditure");
  const merge = mergeIn(table, budget) ?? mergeIn(table, expenditure);
  if (merge !== null) return failedTable(table, "merged-body", merge);

  const common = commonUnit(table.unit, [...budget.terms, ...expenditure.terms].filter(({ column }) => isFilled(table, sheet, column)).map(({ column }) => ({ own: column.unit, table: table.unit })));
  const unit = common.ok ? common.unit : null;
  const columns = readAmountColumns(table, sheet, unit);
  const budgetAt = createFigureAt(budget, columns);
  const covered = coverages(table.rows);
  const expenditureAt = withRunningTotals(table, expenditure, columns, covered, createFigureAt(expenditure, columns));
  const other = otherBudgetMeasure(table, table, budget.basis);
  const counted = countedIn(table, expenditure, columns);
  const otherAt = other === null || !isInUnit(other, columns, unit) || differingUnits([...countedIn(table, other, columns), ...counted]) !== null ? null : createFigureAt(other, columns);
  const differing = differingUnits([...countedIn(table, budget, columns), ...counted]);
  return done(assembleExecution({
    table, unit,
    basis: budget.basis,
    incomparable: incomparable(common, differing),
    budgetFrom: sourceOf(table, budget),
    expenditureFrom: sourceOf(table, expenditure),
    budgetAt: (i) => budgetSide(budgetAt(i)),
    expenditureAt: (i) => expenditureSide(expenditureAt(i)),
    otherBudgetAt: otherAt === null ? null : (i) => budgetSide(otherAt(i)),
    total: mainTotal(table.rows, covered),
    findings: [...(differing !== null ? [differing] : unit === null ? [unitUnknown(table, common.ok ? "info" : "error")] : []), ...tableFindings(table, columns, covered)],
  }, options));
}

/** A column without any figure says nothing of units. */
function isFilled({ rows }: BudgetTable, { values, top, left }: SheetSnapshot, { column }: TableColumn): boolean {
  return rows.some(({ row }) => (values[row - top]?.[column - left] ?? "") !== "");
}

/** There may be a column of it, or several of which none is the whole. */
function lacking(table: BudgetTable, side: "budget" | "expenditure"): Outcome<never> {
  const columns = mayBeSide(table, side);
  if (columns.length === 0) return failedTable(table, `no-${side}-column`);
  const names = columns.map(({ column, header }) => `${columnName(column)} ${header.join(" ")}`);
  return failed({ code: "several-columns", place: placeOf(table, table.range), values: { side, columns: names.join(", ") } });
}

export function failedTable(table: BudgetTable, code: ProblemCode, range: CellRange = table.range): Outcome<never> {
  return failed({ code, place: placeOf(table, range) });
}

/** The merge across rows that a measure's columns run into. Merges within one row leave it clear which row they mean. */
export function mergeIn(table: BudgetTable, { terms }: Measure): CellRange | null {
  const meets = (range: CellRange): boolean => range.bottom > range.top && terms.some(({ column }) => column.column >= range.left && column.column <= range.right);
  return table.mergedBody.find(meets) ?? null;
}

export function sourceOf(table: BudgetTable, { terms, reason }: Measure): FigureSource {
  return { tableId: table.id, sheetId: table.sheetId, sheetName: table.sheetName, columns: terms.map(({ column }) => column.column), reason };
}

/** What is wrong with the figures themselves: cells that hold no amount, totals that are not the sum. */
export function tableFindings(table: BudgetTable, columns: AmountColumns, covered: readonly Coverage[]): Finding[] {
  return [...columns.values()].flatMap((column) => {
    const unreadable = [...column.unreadable].flatMap(([i, content]): Finding[] => {
      const row = table.rows[i];
      // A group's heading may say anything.
      if (row === undefined || row.kind === "group") return [];
      const isError = ERROR_VALUES.has(content);
      return [{
        rule: isError ? "error-value" : "not-a-number", severity: "error",
        place: placeOf(table, rangeOfCell(row.row, column.column.column)),
        expected: null, actual: content,
        values: { content, ...(isError ? {} : { why: whyUnreadable(content) }), column: headerOf(column.column), name: row.name },
      }];
    });
    return [...unreadable, ...checkTotals(table, column, covered)];
  });
}

/**
 * Inside one table an unknown unit is the same for all figures and their rates hold; across two that is only likely.
 * A unit that the table does state, but none that we count in, is named.
 */
export function unitUnknown(table: BudgetTable, severity: Severity): Finding {
  const header = { ...table.range, top: table.headerTop, bottom: Math.max(table.headerTop, table.headerBottom) };
  const unknown = { rule: "unit-unknown", severity, place: placeOf(table, header), expected: null, actual: null } as const;
  const stated = table.unitReason.code === "unit-not-counted" ? table.unitReason.values?.["text"] : undefined;
  return stated === undefined ? { ...unknown, values: { effect: severity } } : { ...unknown, kind: "not-counted", values: { effect: severity, text: stated } };
}
