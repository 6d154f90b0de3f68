/** The lines that two tables share, figure against figure. */

import { consecutive, type Place } from "../../../workbook/address";
import { ZERO, type Decimal } from "../../amounts/decimal";
import { headerOf } from "../../execution/basis";
import { addTo } from "../../execution/columns";
import { createSum } from "../../execution/scaled";
import type { Finding, Severity, Shown } from "../../finding";
import { placeOf } from "../../table";
import type { Found } from "../check";
import { decimalText, findingOf } from "../findings";
import { lineName, placeAt } from "../input";
import { MOST_SINGLE_LINES, outcomeOf, type Reconciliation, type ReconciliationKind } from "../reconciliation";
import { amount, cellAmount, cellUnit } from "../shown";
import type { Agreeing, Tie } from "./alignment";
import { amountAt, differenceOf, inUnitOf, sumOf, type Measure } from "./measures";

/** Lines that agree, each for itself, or many as one. */
export function passedLines(agreeing: Agreeing, detail: Measure, lines: Measure): Reconciliation[] {
  if (agreeing.count > MOST_SINGLE_LINES) return [manyPassed(agreeing, detail, lines)];
  return [...agreeing.rows].flatMap((i, line) => {
    const [figure, other] = i < 0 ? [null, null] : [amountAt(lines, line), amountAt(detail, i)];
    return figure === null || other === null ? [] : [reconciliationOf({ detail: [i], line }, detail, lines, "same-line", { figure, expected: inUnitOf(lines, other, detail), difference: ZERO }, null)];
  });
}

interface Figures {
  readonly figure: Decimal;
  readonly expected: Decimal;
  readonly difference: Decimal;
}

export function compareTies(ties: readonly Tie[], detail: Measure, lines: Measure, kind: ReconciliationKind, judge: (difference: Decimal) => Severity | null): Found {
  const findings: Finding[] = [];
  const reconciliations: Reconciliation[] = [];
  for (const tie of ties) {
    const [figure, sum] = [amountAt(lines, tie.line), sumOf(detail, tie.detail)];
    if (figure === null || sum === null) continue;
    const difference = differenceOf(figure, lines, sum, detail);
    const severity = judge(difference);
    const expected = inUnitOf(lines, sum, detail);
    const reconciliation = reconciliationOf(tie, detail, lines, kind, { figure, expected, difference }, severity);
    reconciliations.push(reconciliation);
    if (severity === null) continue;
    findings.push(findingOf({
      rule: "cross-table", severity, place: placeAt(lines.table, tie.line, lines.column.column.column), expected, actual: figure,
      values: {
        relation: relationOf(kind, tie), name: reconciliation.left.label, column: headerOf(lines.column.column), other: detail.table.table.sheetName, otherName: reconciliation.right.label, rows: tie.detail.length,
        figure: cellAmount(lines.table, tie.line, lines.column, figure), otherFigure: showSum(sum, detail, tie.detail),
        difference: amount(difference.abs(), lines.column.unit, cellUnit(lines.table, tie.line, lines.column)),
      },
    }));
  }
  return { findings, reconciliations };
}

/** Of one row as its cell prints it, of several in the column's unit. */
function showSum(sum: Decimal, { table, column }: Measure, [row, another]: readonly number[]): Shown {
  return row === undefined || another !== undefined ? amount(sum, column.unit, column.printedUnit) : cellAmount(table, row, column, sum);
}

function reconciliationOf(tie: Tie, detail: Measure, lines: Measure, kind: ReconciliationKind, { figure, expected, difference }: Figures, severity: Severity | null): Reconciliation {
  return {
    kind, lines: 1, unit: lines.column.unit, outcome: outcomeOf(severity), difference: decimalText(difference),
    left: { places: [placeAt(lines.table, tie.line, lines.column.column.column)], label: lineName(lines.table.table.rows[tie.line]), figure: decimalText(figure) },
    right: { places: placesOf(tie.detail, detail), label: labelOf(detail, tie.detail), figure: decimalText(expected) },
  };
}

/** What messages choose their words by. */
function relationOf(kind: ReconciliationKind, { detail }: Tie): string {
  if (kind !== "adjacent-sum") return kind;
  return detail.length === 1 ? "renamed" : "adjacent";
}

function manyPassed({ rows, count }: Agreeing, detail: Measure, lines: Measure): Reconciliation {
  const sum = createSum();
  rows.forEach((i, line) => {
    if (i >= 0) addTo(sum, lines.column, line);
  });
  const figure = decimalText(sum.total());
  return {
    kind: "same-line", lines: count, unit: lines.column.unit, outcome: "passed", difference: "0",
    left: { places: [spanOf([rows.findIndex((i) => i >= 0), rows.findLastIndex((i) => i >= 0)], lines)], label: headerOf(lines.column.column), figure },
    right: { places: [spanOf(rows.filter((i) => i >= 0), detail)], label: headerOf(detail.column.column), figure },
  };
}

/** From the first of the rows to the last. */
function spanOf(rows: Iterable<number>, { table: { table }, column: { column: { column } } }: Measure): Place {
  let [first, last] = [Infinity, 0];
  for (const i of rows) [first, last] = [Math.min(first, i), Math.max(last, i)];
  return placeOf(table, { top: table.rows[first]?.row ?? 0, bottom: table.rows[last]?.row ?? 0, left: column, right: column });
}

/** A line that the other table has not: worth a warning where the totals of the two agree all the same, else information. */
export function missingLine(i: number, own: Measure, other: Measure, isTotalEqual: boolean): Finding {
  const figure = amountAt(own, i) ?? ZERO;
  return findingOf({
    rule: "cross-table", severity: isTotalEqual ? "warning" : "info", place: placeAt(own.table, i, own.column.column.column), actual: figure,
    values: {
      relation: "missing", name: lineName(own.table.table.rows[i]), column: headerOf(own.column.column), figure: cellAmount(own.table, i, own.column, figure),
      other: other.table.table.sheetName, otherName: "", otherFigure: "", rows: 1, difference: "",
    },
  });
}

/** "公安 + 司法"; of more than two the first and the last: "医疗保障 … 食品和药品监督管理事务". */
function labelOf({ table }: Measure, rows: readonly number[]): string {
  const names = rows.map((i) => lineName(table.table.rows[i]));
  return names.length > 2 ? `${names[0] ?? ""} … ${names.at(-1) ?? ""}` : names.join(" + ");
}

/** Adjacent cells as one place. */
function placesOf(rows: readonly number[], { table: { table }, column: { column: { column } } }: Measure): Place[] {
  return consecutive(rows.map((i) => table.rows[i]?.row ?? 0)).map(({ first, last }) => placeOf(table, { top: first, bottom: last, left: column, right: column }));
}
