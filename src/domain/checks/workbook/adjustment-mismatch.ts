import { Decimal } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import { severityOfDifference } from "../../difference";
import { headerOf } from "../../execution/basis";
import type { Shown } from "../../finding";
import type { Role } from "../../table";
import { NOTHING_FOUND, workbookCheck, type Found } from "../check";
import { compareCompositions } from "../compositions";
import { findingOf } from "../findings";
import { lineName, type WorkbookInput } from "../input";
import { adjustments as adjustmentsIn } from "../parts";
import type { PrintedTotal } from "../printed-totals";
import { outcomeOf } from "../reconciliation";
import { amount, cellUnit } from "../shown";

/**
 * 年初预算 + 调增 − 调减 + 指标调整 ≠ 调整后预算: in each line and total of a table that prints both budgets and the
 * changes; and for the whole budget, where the report's text tells the changes and tables print both totals.
 */
export const adjustmentMismatch = workbookCheck<{ tolerance: number }>({
  id: "adjustment-mismatch",
  scope: "workbook",
  severities: ["error", "warning", "info"],
  parameters: { tolerance: { kind: "number", default: 0.01, unit: "amount", min: 0, max: 1_000_000, source: "budget-checkers" } },
  find: function* (workbook, { tolerance }) {
    for (const table of workbook.tables) yield compareCompositions(table, adjustmentsIn(table), "adjustment", new Decimal(tolerance));
    yield compareWhole(workbook, new Decimal(tolerance));
  },
});

/** Of the totals at hand those two that the told changes lead from one to the other; else the largest of either kind. */
function compareWhole({ adjustments, totals }: WorkbookInput, printedTolerance: Decimal): Found {
  const told = adjustments.filter(({ name }) => name === null);
  const of = (role: Role): PrintedTotal[] => totals().filter(({ column: { column, unit } }) => column.role === role && unit !== null).sort((a, b) => b.figure.cmp(a.figure));
  const [originals, adjusted] = [of("original-budget"), of("adjusted-budget")];
  const pairs = told.length === 0 ? [] : originals.flatMap((from) => adjusted.map((to) => ({ from, to, sum: sumAfter(from, to, told) })));
  const pair = pairs.find(({ to, sum }) => to.figure.eq(sum)) ?? pairs[0];
  if (pair === undefined) return NOTHING_FOUND;
  const { from, to, sum } = pair;
  const { unit, printedUnit } = to.column;
  const start = startOf(from, to);
  const difference = to.figure.minus(sum);
  const severity = severityOfDifference(difference, unit === null || printedUnit === null ? printedTolerance : convert(printedTolerance, printedUnit, unit));
  const formula = [headerOf(from.column.column), ...told.flatMap(({ change, unit: own }) => [change.isNegative() ? "−" : "+", amount(change.abs(), own, own)])];
  const name = headerOf(to.column.column);
  const line = to.table.totalRow() ?? 0;
  const shown = (figure: Decimal): Shown => amount(figure, unit, cellUnit(to.table, line, to.column));
  return {
    findings: severity === null ? [] : [findingOf({
      rule: "adjustment-mismatch", severity, place: to.place, expected: sum, actual: to.figure,
      values: { name: lineName(to.table.table.rows[line]), column: name, formula, sum: shown(sum), printed: shown(to.figure), difference: shown(difference.abs()) },
    })],
    reconciliations: [{
      kind: "adjustment", lines: 1, unit, outcome: outcomeOf(severity), difference: difference.toFixed(),
      left: { places: [to.place], label: name, figure: to.figure.toFixed() },
      right: { places: [from.place], label: formula.map((part) => (typeof part === "string" ? part : `${part.figure}${part.unit === unit ? "" : (part.unit ?? "")}`)).join(" "), figure: sum.toFixed(), told: sum.minus(start).toFixed() },
    }],
  };
}

/** The original total with all told changes, in the unit of the adjusted one. */
function sumAfter(from: PrintedTotal, to: PrintedTotal, told: WorkbookInput["adjustments"]): Decimal {
  return told.reduce((sum, { change, unit: own }) => sum.plus(convert(change, own, unitOf(to))), startOf(from, to));
}

/** The original total alone, likewise. */
function startOf({ figure, column: { unit } }: PrintedTotal, to: PrintedTotal): Decimal {
  return unit === null ? figure : convert(figure, unit, unitOf(to));
}

function unitOf({ column: { unit } }: PrintedTotal): Unit {
  return unit ?? "元";
}
