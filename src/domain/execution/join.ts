/** Budget execution from two tables: the budget in one, the expenditure in the other. */

import { rangeOfCell } from "../../workbook/address";
import { done, type Outcome } from "../../workbook/problem";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { ZERO, type Decimal } from "../amounts/decimal";
import type { Finding } from "../finding";
import { columnOf, placeOf, type BudgetTable } from "../table";
import { assembleExecution, budgetSide, expenditureSide, type ExecutionOptions } from "./assemble";
import { budgetMeasure, commonUnit, expenditureMeasure, otherBudgetMeasure } from "./basis";
import { createFigureAt, isInUnit, readAmountColumns, type Figure } from "./columns";
import { failedTable, mergeIn, sourceOf, tableFindings, unitUnknown } from "./execute";
import { keyedPair, matchRows, type Match } from "./match";
import { tellNamesApart } from "./names-apart";
import { otherNames, sameParents, type OtherNames } from "./other-names";
import type { NoRate, TableExecution } from "./result";
import { createSum } from "./scaled";
import { coverages, isCovered, mainTotal, type Coverage } from "./totals";

export interface LocatedTable {
  readonly table: BudgetTable;
  readonly sheet: SheetSnapshot;
}

/**
 * Rates of the expenditure table's rows on the budget table's figures, converted into the expenditure's unit.
 * Lines are joined by code, else by name; what is joined with nothing, or could be with several, is a finding
 * and has no rate. One code under two names is said, and has no rate where code and name tell different lines.
 * The total divides the two tables' totals; a table without one gives the sum of its rows.
 */
export function computeJoined(budgetSheet: LocatedTable, expenditureSheet: LocatedTable, options: ExecutionOptions): Outcome<TableExecution> {
  const { table: budgetTable } = budgetSheet;
  const { table } = expenditureSheet;
  const budget = budgetMeasure(budgetTable, options.basis);
  if (budget === null) return failedTable(budgetTable, "no-budget-column");
  const expenditure = expenditureMeasure(table);
  if (expenditure === null) return failedTable(table, "no-expenditure-column");
  const budgetMerge = mergeIn(budgetTable, budget);
  if (budgetMerge !== null) return failedTable(budgetTable, "merged-body", budgetMerge);
  const merge = mergeIn(table, expenditure);
  if (merge !== null) return failedTable(table, "merged-body", merge);

  const common = commonUnit(table.unit, [
    ...expenditure.terms.map(({ column }) => ({ own: column.unit, table: table.unit })),
    ...budget.terms.map(({ column }) => ({ own: column.unit, table: budgetTable.unit })),
  ]);
  const unit = common.ok ? common.unit : null;
  const budgetColumns = readAmountColumns(budgetTable, budgetSheet.sheet, unit);
  const columns = readAmountColumns(table, expenditureSheet.sheet, unit);
  const budgetAt = createFigureAt(budget, budgetColumns);
  const expenditureAt = createFigureAt(expenditure, columns);
  const budgetCovered = coverages(budgetTable.rows);
  const covered = coverages(table.rows);
  const budgetTotal = mainTotal(budgetTable.rows, budgetCovered);
  const total = mainTotal(table.rows, covered);
  const budgetSum = sumOfBody(budgetTable, budgetAt);
  const other = otherBudgetMeasure(table, budgetTable, budget.basis);
  const otherAt = other === null || !isInUnit(other, budgetColumns, unit) ? null : createFigureAt(other, budgetColumns);
  const otherSum = otherAt === null ? ZERO : sumOfBody(budgetTable, otherAt);
  const [ofBudget, ofSpending] = keyedPair(budgetTable.rows, table.rows);
  const [budgetKeys, keys] = tellNamesApart({ ...budgetSheet, keyed: ofBudget }, { ...expenditureSheet, keyed: ofSpending });
  const matching = matchRows(budgetKeys, keys);
  const { left, right } = matching;
  const names = otherNames(budgetKeys, keys, matching);
  const parents = sameParents(budgetKeys, keys);
  const coverageAt = new Map(covered.map((coverage) => [coverage.at, coverage]));
  const joined = (i: number, at: (i: number) => Figure): Decimal | NoRate => {
    const parent = parents.get(i);
    if (parent !== undefined) return budgetSide(at(parent));
    const parts = table.rows[i]?.kind === "subtotal" && keys.codes[i] === "" ? coverageAt.get(i) : undefined;
    if (parts !== undefined) return budgetOfParts(table, parts, (part) => joined(part, at));
    return names.get(i) === "conflict" ? "name-conflict" : joinedBudget(right[i] ?? null, at);
  };
  return done(assembleExecution({
    table, unit, total, budgetSum,
    basis: budget.basis,
    isComparable: common.ok,
    budgetFrom: sourceOf(budgetTable, budget),
    expenditureFrom: sourceOf(table, expenditure),
    budgetAt: (i) => (i === total ? totalBudget(budgetTotal, budgetAt, budgetSum) : joined(i, budgetAt)),
    expenditureAt: (i) => expenditureSide(expenditureAt(i)),
    otherBudgetAt: otherAt === null ? null : (i) => (i === total ? totalBudget(budgetTotal, otherAt, otherSum) : joined(i, otherAt)),
    findings: [
      ...(unit === null ? [unitUnknown(table.unit === null ? table : budgetTable, common.ok ? "warning" : "error")] : []),
      ...tableFindings(budgetTable, budgetColumns, budgetCovered),
      ...tableFindings(table, columns, covered),
      ...matchFindings(budgetTable, table, left, "unmatched-budget"),
      ...matchFindings(table, budgetTable, right, "unmatched-expenditure"),
      ...namingFindings(budgetTable, table, right, names),
    ],
  }, options));
}

function joinedBudget(match: Match | null, budgetAt: (i: number) => Figure): Decimal | NoRate {
  if (match?.kind === "matched") return budgetSide(budgetAt(match.other));
  if (match?.kind !== "duplicate") return "unmatched";
  return match.others === 1 ? "shared-budget" : "duplicate-key";
}

/** Of a sum that the budget table does not print: what its lines have there, if all do. */
function budgetOfParts({ rows }: BudgetTable, { at, from, to }: Coverage, budgetAt: (i: number) => Decimal | NoRate): Decimal | NoRate {
  const sum = createSum();
  for (let i = from; i <= to; i += 1) {
    const budget = isCovered(rows, at, i) ? budgetAt(i) : ZERO;
    if (typeof budget === "string") return "unmatched";
    sum.add(budget);
  }
  return sum.total();
}

function totalBudget(at: number | null, budgetAt: (i: number) => Figure, sum: Decimal): Decimal | NoRate {
  const printed = at === null ? "blank" : budgetAt(at);
  return printed === "blank" ? sum : budgetSide(printed);
}

function sumOfBody(table: BudgetTable, figureAt: (i: number) => Figure): Decimal {
  const sum = createSum();
  table.rows.forEach(({ kind }, i) => {
    const figure = kind === "body" ? figureAt(i) : "blank";
    if (typeof figure !== "string") sum.add(figure);
  });
  return sum.total();
}

/** The lines of a table that are joined with no line of the other one. */
function matchFindings(table: BudgetTable, other: BudgetTable, matches: readonly (Match | null)[], rule: "unmatched-budget" | "unmatched-expenditure"): Finding[] {
  const nameColumn = (columnOf(table, "name") ?? columnOf(table, "code"))?.column ?? table.range.left;
  return table.rows.flatMap((row, i): Finding[] => {
    const match = matches[i] ?? null;
    if (match === null || match.kind === "matched") return [];
    const lines = match.kind === "duplicate" ? sharingOneBudget(match, rule) : null;
    return [{
      rule: match.kind === "duplicate" ? "duplicate-key" : rule,
      ...(lines === null ? {} : { kind: "one-budget" }),
      severity: "warning",
      place: placeOf(table, rangeOfCell(row.row, nameColumn)),
      expected: null,
      actual: null,
      values: { name: row.name, code: row.code, other: other.sheetName, ...(lines === null ? {} : { lines }) },
    }];
  });
}

/** Lines that have one code and two names. */
function namingFindings(budgetTable: BudgetTable, table: BudgetTable, matches: readonly (Match | null)[], names: OtherNames): Finding[] {
  const column = (columnOf(table, "name") ?? columnOf(table, "code"))?.column ?? table.range.left;
  return [...names].flatMap(([i, kind]): Finding[] => {
    const [row, match] = [table.rows[i], matches[i]];
    const known = match?.kind === "matched" ? budgetTable.rows[match.other] : undefined;
    if (row === undefined || known === undefined) return [];
    return [{
      rule: kind === "conflict" ? "name-conflict" : "renamed-line",
      severity: kind === "conflict" ? "warning" : "info",
      place: placeOf(table, rangeOfCell(row.row, column)),
      expected: null,
      actual: null,
      values: { name: row.name, code: row.code, known: known.name, other: budgetTable.sheetName },
    }];
  });
}

/** How many lines of expenditure, payments told one by one, say, have one line of the budget together; null where it has several. */
function sharingOneBudget({ own, others }: Extract<Match, { kind: "duplicate" }>, rule: "unmatched-budget" | "unmatched-expenditure"): number | null {
  const [budgets, expenditures] = rule === "unmatched-budget" ? [own, others] : [others, own];
  return budgets === 1 ? expenditures : null;
}
