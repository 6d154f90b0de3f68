import { consecutive, type Place } from "../../../workbook/address";
import { Decimal, ZERO } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import { severityOfDifference } from "../../difference";
import { headerOf } from "../../execution/basis";
import { figureIn, type AmountColumn } from "../../execution/columns";
import { isCovered, sumOfCovered, type Coverage } from "../../execution/totals";
import type { Shown } from "../../finding";
import { isLeftOver } from "../../recognise/headers/text";
import { placeOf } from "../../table";
import { tableCheck, type Found } from "../check";
import { findingOf, percentFigure } from "../findings";
import { lineName, placeAt, type TableInput } from "../input";
import { halfDigitOfPercent, percentAt, type RatioColumn } from "../ratios";
import { outcomeOf } from "../reconciliation";
import { amount, cellUnit, percentage, points } from "../shown";

/**
 * Printed totals and subtotals that are not the sum of their rows. A difference of the tolerance, one unit of
 * the last printed digit by default, is a warning with its size; more is an error, less information. Shares
 * that add up to something else than their printed total have drifted by rounding, which is information; so is a total
 * that is the sum of the subtotals in it as they are printed, for one of these is what is wrong.
 */
export const totalMismatch = tableCheck<{ tolerance: number }>({
  id: "total-mismatch",
  scope: "table",
  severities: ["error", "warning", "info"],
  parameters: { tolerance: { kind: "number", default: 0.01, unit: "amount", min: 0, max: 1_000_000, source: "budget-checkers" } },
  find: (table, { tolerance }) => {
    const found = [
      ...columnsOfMoney(table).flatMap((column) => table.coverages().map((coverage) => compareTotal(table, column, coverage, new Decimal(tolerance)))),
      ...table.ratios().filter(({ role }) => role === "share").flatMap((ratio) => table.coverages().map((coverage) => compareShares(table, ratio, coverage))),
    ].filter((one) => one !== null);
    return { findings: found.flatMap(({ findings }) => findings), reconciliations: found.flatMap(({ reconciliations }) => reconciliations) };
  },
});

/** Those that headers tell, and those that the figures put together with others. */
function columnsOfMoney(table: TableInput): readonly AmountColumn[] {
  const told = new Map([...table.amounts(), ...table.otherAmounts()]);
  const proven = table.provenSums().flatMap(({ whole, terms }) => [whole, ...terms.map(({ column }) => column)]);
  return [...new Map([...proven.map((column) => [column.column.column, column] as const), ...told]).values()].sort((a, b) => a.column.column - b.column.column);
}

/** null where the total is not printed, or a cell among its rows cannot be read, or none holds an amount. */
function compareTotal(table: TableInput, column: AmountColumn, coverage: Coverage, printedTolerance: Decimal): Found | null {
  const printed = figureIn(column, coverage.at);
  const expected = isRunningRest(column, coverage) ? null : sumOfCovered(table.table, column, coverage);
  if (typeof printed === "string" || expected === null) return null;
  const difference = printed.minus(expected);
  const { unit, printedUnit } = column;
  const tolerance = unit === null || printedUnit === null ? printedTolerance : convert(printedTolerance, printedUnit, unit);
  const own = severityOfDifference(difference, tolerance);
  const isCarried = own !== null && printedBelow(table, column, coverage)?.eq(printed) === true;
  const severity = isCarried ? "info" : own;
  const place = placeAt(table, coverage.at, column.column.column);
  const name = lineName(table.table.rows[coverage.at]);
  const header = headerOf(column.column);
  const shown = (figure: Decimal): Shown => amount(figure, unit, cellUnit(table, coverage.at, column));
  return {
    findings: severity === null ? [] : [findingOf({
      rule: "total-mismatch", ...(isCarried ? { kind: "carried" } : {}), severity, place, expected, actual: printed,
      values: { column: header, name, rows: coverage.rows, sum: shown(expected), printed: shown(printed), difference: shown(difference.abs()) },
    })],
    reconciliations: [{
      kind: "total", lines: 1, unit, outcome: outcomeOf(severity), difference: difference.toFixed(),
      left: { places: [place], label: name, figure: printed.toFixed() },
      right: { places: placesOfRows(table, coverage, column.column.column), label: header, figure: expected.toFixed() },
    }],
  };
}

/** What the subtotals inside come to as they are printed, with the lines outside them; null without any, or where one cannot be read. */
function printedBelow({ table, coverages }: TableInput, column: AmountColumn, { at, from, to }: Coverage): Decimal | null {
  const isInside = (other: Coverage): boolean => other.at !== at && other.at >= from && other.at <= to && other.from >= from && other.to <= to && table.rows[other.at]?.isIncome === table.rows[at]?.isIncome;
  const hasSums = table.rows.slice(from, to + 1).some(({ kind }) => kind === "subtotal" || kind === "total");
  const subtotals = !hasSums ? [] : coverages().filter(isInside).sort((a, b) => b.to - b.from - (a.to - a.from));
  if (subtotals.length === 0) return null;
  let sum = ZERO;
  const isCounted = new Set<number>();
  for (const subtotal of subtotals) {
    const figure = isCounted.has(subtotal.from) ? "blank" : figureIn(column, subtotal.at);
    if (figure === "unreadable") return null;
    if (figure === "blank") continue;
    sum = sum.plus(figure);
    for (let i = subtotal.from; i <= subtotal.to; i++) isCounted.add(i);
  }
  for (let i = from; i <= to; i++) {
    const figure = !isCounted.has(i) && isCovered(table.rows, at, i) ? figureIn(column, i) : "blank";
    if (figure === "unreadable") return null;
    if (figure !== "blank") sum = sum.plus(figure);
  }
  return sum;
}

/** 余额 that runs on from line to line: of all lines that is left which is left after the last. */
function isRunningRest(column: AmountColumn, { at, to, rows }: Coverage): boolean {
  const [printed, last] = [figureIn(column, at), figureIn(column, to)];
  return rows > 1 && column.column.role === null && isLeftOver(headerOf(column.column)) && typeof printed !== "string" && typeof last !== "string" && printed.equals(last);
}

/** Percent. Shares that come to more, and to twice their total, are of a whole each: 占计划%. */
const MOST_OF_ONE_WHOLE = 150;

/** null where no total is printed, or where it is none of theirs. */
function compareShares(table: TableInput, ratio: RatioColumn, coverage: Coverage): Found | null {
  const { at, from, to, rows } = coverage;
  if (Number.isNaN(ratio.scaled[at] ?? NaN)) return null;
  let expected = ZERO;
  let largest = ZERO;
  let drift = halfDigitOfPercent(ratio, at);
  for (let i = from; i <= to; i++) {
    if (!isCovered(table.table.rows, at, i) || Number.isNaN(ratio.scaled[i] ?? NaN)) continue;
    const share = percentAt(ratio, i);
    expected = expected.plus(share);
    largest = Decimal.max(largest, share);
    drift = drift.plus(halfDigitOfPercent(ratio, i));
  }
  const printed = percentAt(ratio, at);
  if (expected.gt(MOST_OF_ONE_WHOLE) && expected.gt(printed.times(2))) return null;
  if (isOfNoTotal(table, ratio) && printed.lt(largest)) return null;
  const difference = printed.minus(expected);
  const severity = difference.isZero() ? null : difference.abs().lte(drift) ? "info" : "error";
  const place = placeAt(table, at, ratio.column.column);
  const name = lineName(table.table.rows[at]);
  const header = headerOf(ratio.column);
  return {
    findings: severity === null ? [] : [findingOf({
      rule: "total-mismatch", severity, place, expected: percentFigure(expected), actual: percentFigure(printed),
      values: { column: header, name, rows, sum: percentage(expected), printed: percentage(printed), difference: points(difference.abs()) },
    })],
    reconciliations: [{
      kind: "share-total", lines: 1, unit: "percent", outcome: outcomeOf(severity), difference: percentFigure(difference),
      left: { places: [place], label: name, figure: percentFigure(printed) },
      right: { places: placesOfRows(table, coverage, ratio.column.column), label: header, figure: percentFigure(expected) },
    }],
  };
}

/** 四季度占比 is of each line's own year, and that of the total lies among them. */
function isOfNoTotal(table: TableInput, { column }: RatioColumn): boolean {
  return table.shares().some(({ ratio, denominator }) => ratio.column.column === column.column && denominator === null);
}

/** More runs of rows than these are told as one range. */
const MOST_RUNS = 100;

/** The rows that count, without the subtotals and headings between them. */
function placesOfRows({ table }: TableInput, { at, from, to }: Coverage, column: number): readonly Place[] {
  const runs = consecutive(table.rows.slice(from, to + 1).flatMap(({ row }, i) => (isCovered(table.rows, at, from + i) ? [row] : [])));
  const whole = { first: runs[0]?.first ?? 0, last: runs.at(-1)?.last ?? 0 };
  return (runs.length > MOST_RUNS ? [whole] : runs).map(({ first, last }) => placeOf(table, { top: first, bottom: last, left: column, right: column }));
}
