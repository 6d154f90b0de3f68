/** Two tables read side by side: the budget in one, the expenditure in the other, in one unit. */

import { done, type Outcome } from "../../workbook/problem";
import type { SheetSnapshot } from "../../workbook/snapshot";
import type { Decimal } from "../amounts/decimal";
import type { Unit } from "../amounts/unit";
import type { Finding } from "../finding";
import type { BudgetTable } from "../table";
import { budgetSide } from "./assemble";
import { budgetMeasure, commonUnit, expenditureMeasure, type BudgetMeasure, type Measure } from "./basis";
import { createFigureAt, readAmountColumns, type AmountColumns, type Figure } from "./columns";
import { failedTable, mergeIn, tableFindings, unitUnknown } from "./execute";
import { countedIn, differingUnits, incomparable } from "./differing-units";
import type { KeyedRows, Matching } from "./match";
import type { Basis, NoRate } from "./result";
import { createSum } from "./scaled";
import { coverages, mainTotal, type Coverage } from "./totals";

export interface LocatedTable {
  readonly table: BudgetTable;
  readonly sheet: SheetSnapshot;
}

/** The measures of two tables, before their figures are read. */
export interface Measures {
  readonly budget: BudgetMeasure;
  readonly expenditure: Measure;
}

/** Two tables with the lines that they have in common: the budget's first. */
export interface JoinedTables {
  readonly budgetSheet: LocatedTable;
  readonly expenditureSheet: LocatedTable;
  readonly measures: Measures;
  readonly keys: readonly [KeyedRows, KeyedRows];
  readonly matching: Matching;
}

export interface SideFigures {
  readonly columns: AmountColumns;
  /** By index of the side's rows. */
  readonly at: (i: number) => Figure;
  readonly covered: readonly Coverage[];
  /** Index of the row that is the total of the table; null if it prints none. */
  readonly total: number | null;
}

export interface BothSides {
  /** null is unknown. */
  readonly unit: Unit | null;
  /** See `Sides`. */
  readonly incomparable: NoRate | null;
  readonly ofBudget: SideFigures;
  readonly ofSpending: SideFigures;
  /** What is wrong with the figures themselves. */
  readonly findings: readonly Finding[];
}

/** Fails where one of the tables has no such figures, or a merge leaves it uncertain which row they mean. */
export function measuresOf({ table: budgetTable }: LocatedTable, { table }: LocatedTable, basis: Basis): Outcome<Measures> {
  const budget = budgetMeasure(budgetTable, basis);
  if (budget === null) return failedTable(budgetTable, "no-budget-column");
  const expenditure = expenditureMeasure(table);
  if (expenditure === null) return failedTable(table, "no-expenditure-column");
  const budgetMerge = mergeIn(budgetTable, budget);
  if (budgetMerge !== null) return failedTable(budgetTable, "merged-body", budgetMerge);
  const merge = mergeIn(table, expenditure);
  return merge === null ? done({ budget, expenditure }) : failedTable(table, "merged-body", merge);
}

/** `preferred`: the unit of the table that the result is of. */
export function readBothSides({ budgetSheet, expenditureSheet, measures: { budget, expenditure } }: JoinedTables, preferred: Unit | null): BothSides {
  const [budgetTable, table] = [budgetSheet.table, expenditureSheet.table];
  const common = commonUnit(preferred, [
    ...expenditure.terms.map(({ column }) => ({ own: column.unit, table: table.unit })),
    ...budget.terms.map(({ column }) => ({ own: column.unit, table: budgetTable.unit })),
  ]);
  const unit = common.ok ? common.unit : null;
  const [ofBudget, ofSpending] = [readSide(budgetSheet, budget, unit), readSide(expenditureSheet, expenditure, unit)];
  const differing = differingUnits([...countedIn(budgetTable, budget, ofBudget.columns), ...countedIn(table, expenditure, ofSpending.columns)]);
  return {
    unit, ofBudget, ofSpending,
    incomparable: incomparable(common, differing),
    findings: [
      ...(differing !== null ? [differing] : unit === null ? [unitUnknown(table.unit === null ? table : budgetTable, common.ok ? "warning" : "error")] : []),
      ...tableFindings(budgetTable, ofBudget.columns, ofBudget.covered),
      ...tableFindings(table, ofSpending.columns, ofSpending.covered),
    ],
  };
}

function readSide({ table, sheet }: LocatedTable, measure: Measure, unit: Unit | null): SideFigures {
  const columns = readAmountColumns(table, sheet, unit);
  const covered = coverages(table.rows);
  return { columns, covered, at: createFigureAt(measure, columns), total: mainTotal(table.rows, covered) };
}

/** What the total row prints; where it prints nothing, `sum`. */
export function totalBudget(at: number | null, budgetAt: (i: number) => Figure, sum: Decimal): Decimal | NoRate {
  const printed = at === null ? "blank" : budgetAt(at);
  return printed === "blank" ? sum : budgetSide(printed);
}

export function sumOfBody(table: BudgetTable, figureAt: (i: number) => Figure): Decimal {
  const sum = createSum();
  table.rows.forEach(({ kind }, i) => {
    const figure = kind === "body" ? figureAt(i) : "blank";
    if (typeof figure !== "string") sum.add(figure);
  });
  return sum.total();
}
