/** Budget execution of a budget's lines, where what was paid out of them stands on another sheet, payment by payment. */

import type { SheetSnapshot } from "../../workbook/snapshot";
import type { Decimal } from "../amounts/decimal";
import type { Finding } from "../finding";
import { DIALECTS } from "../recognise/dialects/dialect";
import { tidy } from "../recognise/headers/text";
import { columnsCalled } from "../recognise/rows/payments";
import { placeOf, type BudgetTable } from "../table";
import { assembleExecution, budgetSide, expenditureSide, type ExecutionOptions } from "./assemble";
import { expenditureMeasure, otherBudgetMeasure } from "./basis";
import { readBothSides, sumOfBody, type JoinedTables, type LocatedTable, type SideFigures } from "./both-sides";
import { createFigureAt, isInUnit } from "./columns";
import { countedIn, differingUnits } from "./differing-units";
import { sourceOf } from "./execute";
import type { Matching } from "./match";
import { matchFindings, namingFindings } from "./match-findings";
import { otherNames, type OtherNames } from "./other-names";
import type { NoRate, TableExecution } from "./result";
import { createSum } from "./scaled";
import { isCovered, type Coverage } from "./totals";

/** Whether rates belong to the budget's lines: its table has a column for what was spent and leaves it empty, or several dated payments are out of one line. */
export function areAddedUp({ table: budgetTable }: LocatedTable, { table }: LocatedTable, { right }: Matching): boolean {
  if (expenditureMeasure(budgetTable) !== null) return true;
  return arePayments(table) && right.some((match) => match?.kind === "duplicate" && match.others.length === 1);
}

/** Whether a table has figures of what was spent. A column of zeros has; one that only its total row fills, by a formula, has not. */
export function hasSpending(table: BudgetTable, { values, top, left }: SheetSnapshot): boolean {
  const terms = expenditureMeasure(table)?.terms ?? [];
  return table.rows.some(({ row, kind }) => kind === "body" && terms.some(({ column: { column } }) => (values[row - top]?.[column - left] ?? "") !== ""));
}

/** Each has its date, and none is a sum of those before it. */
function arePayments({ columns }: BudgetTable): boolean {
  const isCumulative = columns.some(({ role, header }) => role === "expenditure" && DIALECTS.some(({ cumulative }) => header.some((text) => cumulative.test(tidy(text)))));
  return columnsCalled(columns, "paidOn").length > 0 && !isCumulative;
}

/** Of the budget table's rows, in its unit. Payments out of no line of it are findings; the total counts them, as that of the payments does. */
export function computePaidOut(joining: JoinedTables, options: ExecutionOptions): TableExecution {
  const { budgetSheet: { table }, expenditureSheet: { table: payments }, measures: { budget, expenditure }, keys, matching } = joining;
  const { unit, incomparable, ofBudget, ofSpending, findings } = readBothSides(joining, table.unit);
  const other = otherBudgetMeasure(table, table, budget.basis);
  const otherAt = other === null || !isInUnit(other, ofBudget.columns, unit) || differingUnits([...countedIn(table, other, ofBudget.columns), ...countedIn(payments, expenditure, ofSpending.columns)]) !== null ? null : createFigureAt(other, ofBudget.columns);
  const names = otherNames(...keys, matching);
  const paidBy = paymentsByLine(payments, matching);
  const paid = createPaidAt({ paidBy, matching, names }, ofSpending);
  const sum = payments.rows.some(({ kind }, i) => kind === "body" && ofSpending.at(i) === "unreadable") ? null : sumOfBody(payments, ofSpending.at);
  const printed = ofSpending.total === null ? "blank" : ofSpending.at(ofSpending.total);
  const coverageAt = new Map(ofBudget.covered.map((coverage) => [coverage.at, coverage]));
  const spentAt = (i: number): Decimal | NoRate => {
    const parts = coverageAt.get(i);
    if (i === ofBudget.total) return printed === "blank" ? (sum ?? "unreadable-expenditure") : expenditureSide(printed);
    return parts === undefined ? paid(i) : sumOfParts(table, parts, paid);
  };
  return assembleExecution({
    table, unit, incomparable,
    total: ofBudget.total,
    basis: budget.basis,
    budgetFrom: sourceOf(table, budget),
    expenditureFrom: sourceOf(payments, expenditure),
    budgetAt: (i) => budgetSide(ofBudget.at(i)),
    expenditureAt: spentAt,
    otherBudgetAt: otherAt === null ? null : (i) => budgetSide(otherAt(i)),
    expenditureSum: sum,
    findings: [...findings, addedUp(table, payments, paidBy), ...leftOver(table, payments, matching, paidBy), ...namingFindings(table, payments, matching.right, names)],
  }, options);
}

/** By index of the budget's lines the payments out of each. Where they have no dates, several may be one entered twice, and are none. */
type PaidBy = ReadonlyMap<number, readonly number[]>;

function paymentsByLine(payments: BudgetTable, { right }: Matching): PaidBy {
  const paidBy = new Map<number, number[]>();
  const mayBeSeveral = arePayments(payments);
  right.forEach((match, r) => {
    const line = match?.kind === "matched" ? match.other : match?.kind === "duplicate" && mayBeSeveral && match.others.length === 1 ? match.others[0] : undefined;
    const known = line === undefined ? undefined : paidBy.get(line);
    if (known !== undefined) known.push(r);
    else if (line !== undefined) paidBy.set(line, [r]);
  });
  return paidBy;
}

interface Paid {
  readonly paidBy: PaidBy;
  readonly matching: Matching;
  readonly names: OtherNames;
}

/** What a line's payments come to. */
function createPaidAt({ paidBy, matching, names }: Paid, { at }: SideFigures): (i: number) => Decimal | NoRate {
  return (i) => {
    const payments = paidBy.get(i) ?? [];
    if (payments.some((r) => names.get(r) === "conflict")) return "name-conflict";
    const figures = payments.map(at).filter((figure) => figure !== "blank");
    if (figures.length === 0) return payments.length === 0 && matching.left[i]?.kind === "duplicate" ? "duplicate-key" : "no-expenditure-figure";
    const sum = createSum();
    for (const figure of figures) {
      if (figure === "unreadable") return "unreadable-expenditure";
      sum.add(figure);
    }
    return sum.total();
  };
}

/** Of a sum of lines: what was paid out of these, if anything was. */
function sumOfParts({ rows }: BudgetTable, { at, from, to }: Coverage, paidAt: (i: number) => Decimal | NoRate): Decimal | NoRate {
  const sum = createSum();
  let isPaid = false;
  for (let i = from; i <= to; i += 1) {
    const paid = isCovered(rows, at, i) ? paidAt(i) : "no-expenditure-figure";
    if (paid === "no-expenditure-figure") continue;
    if (typeof paid === "string") return paid;
    sum.add(paid);
    isPaid = true;
  }
  return isPaid ? sum.total() : "no-expenditure-figure";
}

/** Where the spending comes from, and that several payments are one figure. */
function addedUp(table: BudgetTable, payments: BudgetTable, paidBy: PaidBy): Finding {
  const counted = [...paidBy.values()].reduce((count, { length }) => count + length, 0);
  const header = { ...table.range, top: table.headerTop, bottom: Math.max(table.headerTop, table.headerBottom) };
  return { rule: "payments-added", severity: "info", place: placeOf(table, header), expected: null, actual: null, values: { other: payments.sheetName, payments: counted, lines: paidBy.size } };
}

/** Lines and payments that are joined with nothing. Where all payments are told one by one, none of a line is no mistake. */
function leftOver(table: BudgetTable, payments: BudgetTable, { left, right }: Matching, paidBy: PaidBy): Finding[] {
  const joined = new Set([...paidBy.values()].flat());
  const unpaid = left.map((match, l) => (paidBy.has(l) || (match?.kind === "unmatched" && arePayments(payments)) ? null : match));
  const homeless = right.map((match, r) => (joined.has(r) ? null : match));
  return [...matchFindings(table, payments, unpaid, "unmatched-budget"), ...matchFindings(payments, table, homeless, "unmatched-expenditure")];
}
