/** Budget execution from two tables: the budget in one, the expenditure in the other. */

import { done, type Outcome } from "../../workbook/problem";
import { ZERO, type Decimal } from "../amounts/decimal";
import type { BudgetTable } from "../table";
import { assembleExecution, budgetSide, expenditureSide, type ExecutionOptions } from "./assemble";
import { otherBudgetMeasure } from "./basis";
import { measuresOf, readBothSides, sumOfBody, totalBudget, type JoinedTables, type LocatedTable } from "./both-sides";
import { createFigureAt, isInUnit, type Figure } from "./columns";
import { countedIn, differingUnits } from "./differing-units";
import { sourceOf } from "./execute";
import { keyedPair, matchRows, type Match } from "./match";
import { matchFindings, namingFindings } from "./match-findings";
import { tellNamesApart } from "./names-apart";
import { otherNames, sameParents } from "./other-names";
import { areAddedUp, computePaidOut } from "./paid-out";
import type { NoRate, TableExecution } from "./result";
import { createSum } from "./scaled";
import { isCovered, type Coverage } from "./totals";

/**
 * Rates of two tables' lines, joined by code, else by name: those of the expenditure table, in its unit; of the budget
 * table where its lines are what payments are added up on (paid-out.ts). `isAlone`: no other table is joined with that budget.
 */
export function computeJoined(budgetSheet: LocatedTable, expenditureSheet: LocatedTable, options: ExecutionOptions, isAlone = true): Outcome<TableExecution> {
  const measures = measuresOf(budgetSheet, expenditureSheet, options.basis);
  if (!measures.ok) return measures;
  const [ofBudget, ofSpending] = keyedPair(budgetSheet.table.rows, expenditureSheet.table.rows);
  const keys = tellNamesApart({ ...budgetSheet, keyed: ofBudget }, { ...expenditureSheet, keyed: ofSpending });
  const matching = matchRows(...keys);
  const compute = isAlone && areAddedUp(budgetSheet, expenditureSheet, matching) ? computePaidOut : computeOnSpending;
  return done(compute({ budgetSheet, expenditureSheet, measures: measures.value, keys, matching }, options));
}

/**
 * Of the expenditure table's rows. What is joined with nothing, or could be with several, is a finding
 * and has no rate. One code under two names is said, and has no rate where code and name tell different lines.
 * The total divides the two tables' totals; a table without one gives the sum of its rows.
 */
function computeOnSpending(joining: JoinedTables, options: ExecutionOptions): TableExecution {
  const { measures: { budget, expenditure }, keys: [budgetKeys, keys], matching } = joining;
  const [{ table: budgetTable }, { table }] = [joining.budgetSheet, joining.expenditureSheet];
  const { unit, incomparable, ofBudget, ofSpending, findings } = readBothSides(joining, table.unit);
  const budgetSum = sumOfBody(budgetTable, ofBudget.at);
  const other = otherBudgetMeasure(table, budgetTable, budget.basis);
  const otherAt = other === null || !isInUnit(other, ofBudget.columns, unit) || differingUnits([...countedIn(budgetTable, other, ofBudget.columns), ...countedIn(table, expenditure, ofSpending.columns)]) !== null ? null : createFigureAt(other, ofBudget.columns);
  const otherSum = otherAt === null ? ZERO : sumOfBody(budgetTable, otherAt);
  const { left, right } = matching;
  const names = otherNames(budgetKeys, keys, matching);
  const parents = sameParents(budgetKeys, keys);
  const coverageAt = new Map(ofSpending.covered.map((coverage) => [coverage.at, coverage]));
  const joined = (i: number, at: (i: number) => Figure): Decimal | NoRate => {
    const parent = parents.get(i);
    if (parent !== undefined) return budgetSide(at(parent));
    const parts = table.rows[i]?.kind === "subtotal" && keys.codes[i] === "" ? coverageAt.get(i) : undefined;
    if (parts !== undefined) return budgetOfParts(table, parts, (part) => joined(part, at));
    return names.get(i) === "conflict" ? "name-conflict" : joinedBudget(right[i] ?? null, at);
  };
  const { total } = ofSpending;
  return assembleExecution({
    table, unit, total, budgetSum, incomparable,
    basis: budget.basis,
    budgetFrom: sourceOf(budgetTable, budget),
    expenditureFrom: sourceOf(table, expenditure),
    budgetAt: (i) => (i === total ? totalBudget(ofBudget.total, ofBudget.at, budgetSum) : joined(i, ofBudget.at)),
    expenditureAt: (i) => expenditureSide(ofSpending.at(i)),
    otherBudgetAt: otherAt === null ? null : (i) => (i === total ? totalBudget(ofBudget.total, otherAt, otherSum) : joined(i, otherAt)),
    findings: [
      ...findings,
      ...matchFindings(budgetTable, table, left, "unmatched-budget"),
      ...matchFindings(table, budgetTable, right, "unmatched-expenditure"),
      ...namingFindings(budgetTable, table, right, names),
    ],
  }, options);
}

function joinedBudget(match: Match | null, budgetAt: (i: number) => Figure): Decimal | NoRate {
  if (match?.kind === "matched") return budgetSide(budgetAt(match.other));
  if (match?.kind !== "duplicate") return "unmatched";
  return match.others.length === 1 ? "shared-budget" : "duplicate-key";
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
