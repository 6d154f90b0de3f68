import { Decimal, ZERO } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import { severityOfDifference } from "../../difference";
import { headerOf } from "../../execution/basis";
import { figureIn } from "../../execution/columns";
import { matchRows, type Matching } from "../../execution/match";
import type { Finding, Severity } from "../../finding";
import { NOTHING_FOUND, workbookCheck, type Found } from "../check";
import { align, type Alignment, type MatchingOf } from "../cross-table/alignment";
import { compareTies, missingLine, passedLines } from "../cross-table/compare";
import { differenceOf, inUnitOf, sumOf } from "../cross-table/measures";
import { findRelations } from "../cross-table/relations";
import { decimalText, findingOf } from "../findings";
import { lineName, placeAt } from "../input";
import { outcomeOf } from "../reconciliation";
import { amount, cellAmount, cellUnit } from "../shown";

/**
 * The same item in two tables: equal by name or code, or the sum of the lines of its function, or of adjacent
 * lines. Only tables that agree on most of what both name are compared, so different scopes under one name are
 * no error; a tie by sum alone is a proposal. A line that one of two such tables lacks is said, too.
 */
export const crossTable = workbookCheck<{ tolerance: number; lone: number }>({
  id: "cross-table",
  scope: "workbook",
  severities: ["error", "warning", "info"],
  parameters: {
    tolerance: { kind: "number", default: 0.01, unit: "amount", min: 0, max: 1_000_000, source: "budget-checkers" },
    lone: { kind: "number", default: 20, unit: "percent", min: 0, max: 100, source: "experience" },
  },
  find: function* (workbook, { tolerance, lone }) {
    const told = new Set<string>();
    const matchingOf = createMatchingOf();
    const relations = findRelations(workbook.tables);
    yield NOTHING_FOUND;
    for (const relation of relations) {
      const alignment = align(relation, matchingOf);
      yield NOTHING_FOUND;
      yield compare(alignment, new Decimal(tolerance), lone, told);
    }
  },
});

/** Several columns of two tables share their matching. */
function createMatchingOf(): MatchingOf {
  const known = new Map<string, Matching>();
  return (left, right) => {
    const pair = `${left.table.id} ${right.table.id}`;
    const matching = known.get(pair) ?? matchRows(left.keyed(), right.keyed());
    known.set(pair, matching);
    return matching;
  };
}

/** `told` holds the lines already said to be missing; other columns of the same two tables miss them as well. */
function compare(alignment: Alignment, printedTolerance: Decimal, lonePercent: number, told: Set<string>): Found {
  const { detail, lines, by, agreeing, same, sums, loneDetail, loneLines } = alignment;
  const { unit, printedUnit } = lines.column;
  const tolerance = unit === null || printedUnit === null ? printedTolerance : convert(printedTolerance, printedUnit, unit);
  const isOneToOne = loneDetail.length === 0 && loneLines.length === 0 && sums.length === 0;
  const judge = (difference: Decimal): Severity | null => {
    const severity = severityOfDifference(difference, tolerance);
    return severity === "error" && !isOneToOne ? "warning" : severity;
  };
  const total = compareTotals(alignment, judge);
  const tied = agreeing.count + same.length + sums.length;
  const hasFew = (lone: readonly number[]): boolean => lone.length * 100 <= Math.max(100, (lone.length + tied) * lonePercent);
  const missing: Finding[] = [
    ...(hasFew(loneDetail) ? loneDetail.map((i) => missingLine(i, detail, lines, total.isEqual)) : []),
    ...(hasFew(loneLines) ? loneLines.map((j) => missingLine(j, lines, detail, total.isEqual)) : []),
  ].filter(({ place: { sheetId, range }, values }) => {
    const line = `${sheetId} ${range.top} ${String(values["other"])}`;
    return !told.has(line) && told.add(line);
  });
  const ties = [
    compareTies(same, detail, lines, by === "groups" ? "grouped" : "same-line", judge),
    compareTies(sums, detail, lines, "adjacent-sum", () => "info"),
  ];
  return {
    findings: [...ties.flatMap(({ findings }) => findings), ...missing, ...total.findings],
    reconciliations: [...passedLines(agreeing, detail, lines), ...ties.flatMap(({ reconciliations }) => reconciliations), ...total.reconciliations],
  };
}

/** Totals of two tables must agree where each covers all of the other. */
function compareTotals({ detail, lines, loneDetail, loneLines, agreeing, same, sums }: Alignment, judge: (difference: Decimal) => Severity | null): Found & { readonly isEqual: boolean } {
  const none = { findings: [], reconciliations: [], isEqual: false };
  const [i, j] = [detail.table.totalRow(), lines.table.totalRow()];
  if (i === null || j === null) return none;
  const [figure, printed] = [figureIn(detail.column, i), figureIn(lines.column, j)];
  if (typeof figure === "string" || typeof printed === "string") return none;
  const difference = differenceOf(printed, lines, figure, detail);
  // A selection of lines, the larger ones say, has a smaller total by right.
  const tied = agreeing.count + same.length + sums.length;
  const isWhole = loneDetail.length * 5 <= tied && loneLines.length * 5 <= tied;
  if (!isWhole && !difference.isZero()) return none;
  // What one table has more, and is said to be missing in the other, explains it.
  const beyond = (sumOf(lines, loneLines) ?? ZERO).minus(inUnitOf(lines, sumOf(detail, loneDetail) ?? ZERO, detail));
  if (!difference.isZero() && difference.eq(beyond)) return none;
  const severity = judge(difference);
  const expected = inUnitOf(lines, figure, detail);
  const [place, other] = [placeAt(lines.table, j, lines.column.column.column), placeAt(detail.table, i, detail.column.column.column)];
  const [name, otherName] = [lineName(lines.table.table.rows[j]), lineName(detail.table.table.rows[i])];
  return {
    isEqual: severity === null,
    findings: severity === null ? [] : [findingOf({
      rule: "cross-table", severity, place, expected, actual: printed,
      values: {
        relation: "total", name, column: headerOf(lines.column.column), other: detail.table.table.sheetName, otherName, rows: 1,
        figure: cellAmount(lines.table, j, lines.column, printed), otherFigure: cellAmount(detail.table, i, detail.column, figure),
        difference: amount(difference.abs(), lines.column.unit, cellUnit(lines.table, j, lines.column)),
      },
    })],
    reconciliations: [{
      kind: "same-total", lines: 1, unit: lines.column.unit, outcome: outcomeOf(severity), difference: decimalText(difference),
      left: { places: [place], label: name, figure: decimalText(printed) },
      right: { places: [other], label: otherName, figure: decimalText(expected) },
    }],
  };
}
