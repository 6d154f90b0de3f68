import type { Place } from "../../../workbook/address";
import { Decimal } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import { headerOf } from "../../execution/basis";
import { figureIn } from "../../execution/columns";
import type { Finding, Severity } from "../../finding";
import { placeOf } from "../../table";
import { workbookCheck, type Found } from "../check";
import { align, type Alignment, type Tie } from "../cross-table/alignment";
import { differenceOf, inUnitOf, type Entry, type Measure } from "../cross-table/measures";
import { findRelations } from "../cross-table/relations";
import { findingOf, unitWord } from "../findings";
import { lineName, placeAt } from "../input";
import { outcomeOf, severityOfDifference, type Reconciliation, type ReconciliationKind } from "../reconciliation";

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
  find: (workbook, { tolerance, lone }) => {
    const told = new Set<string>();
    const found = findRelations(workbook.tables).map((relation) => compare(align(relation), new Decimal(tolerance), lone, told));
    return { findings: found.flatMap(({ findings }) => findings), reconciliations: found.flatMap(({ reconciliations }) => reconciliations) };
  },
});

/** `told` holds the lines already said to be missing; other columns of the same two tables miss them as well. */
function compare(alignment: Alignment, printedTolerance: Decimal, lonePercent: number, told: Set<string>): Found {
  const { detail, lines, by, same, sums, loneDetail, loneLines } = alignment;
  const { unit, printedUnit } = lines.column;
  const tolerance = unit === null || printedUnit === null ? printedTolerance : convert(printedTolerance, printedUnit, unit);
  const isOneToOne = loneDetail.length === 0 && loneLines.length === 0 && sums.length === 0;
  const judge = (difference: Decimal): Severity | null => {
    const severity = severityOfDifference(difference, tolerance);
    return severity === "error" && !isOneToOne ? "warning" : severity;
  };
  const total = compareTotals(alignment, judge);
  const hasFewLone = (entries: readonly Entry[], all: number): boolean => entries.length * 100 <= Math.max(100, all * lonePercent);
  const missing = [
    ...(hasFewLone(loneDetail, loneDetail.length + same.length + sums.length) ? loneDetail.map((entry) => missingLine(entry, detail, lines, total.isEqual)) : []),
    ...(hasFewLone(loneLines, loneLines.length + same.length + sums.length) ? loneLines.map((entry) => missingLine(entry, lines, detail, total.isEqual)) : []),
  ].filter(({ place: { sheetId, range }, values: { other } }) => {
    const line = `${sheetId} ${range.top} ${other ?? ""}`;
    return !told.has(line) && told.add(line);
  });
  const ties = [
    ...same.map((tie) => compareTie(tie, detail, lines, by === "groups" ? "grouped" : "same-line", judge)),
    ...sums.map((tie) => compareTie(tie, detail, lines, "adjacent-sum", judge)),
  ];
  return {
    findings: [...ties.flatMap(({ findings }) => findings), ...missing, ...total.findings],
    reconciliations: [...ties.flatMap(({ reconciliations }) => reconciliations), ...total.reconciliations],
  };
}

function compareTie({ detail: entry, line }: Tie, detail: Measure, lines: Measure, kind: ReconciliationKind, judge: (difference: Decimal) => Severity | null): Found {
  const expected = inUnitOf(lines, entry.figure, detail);
  const difference = differenceOf(line.figure, lines, entry.figure, detail);
  const severity = kind === "adjacent-sum" ? "info" : judge(difference);
  const places = placesOf(entry, detail);
  const reconciliation: Reconciliation = {
    kind, unit: lines.column.unit, outcome: outcomeOf(severity), difference: difference.toFixed(),
    left: { places: placesOf(line, lines), label: line.label, figure: line.figure.toFixed() },
    right: { places, label: entry.label, figure: expected.toFixed() },
  };
  if (severity === null) return { findings: [], reconciliations: [reconciliation] };
  const relation = kind !== "adjacent-sum" ? kind : entry.rows.length === 1 ? "renamed" : "adjacent";
  return {
    findings: [findingOf({
      rule: "cross-table", severity, place: placeAt(lines.table, line.rows[0] ?? 0, lines.column.column.column),
      expected, actual: line.figure,
      values: {
        relation, name: line.label, column: headerOf(lines.column.column), figure: line.figure, unit: unitWord(lines.column.unit),
        other: detail.table.table.sheetName, otherName: entry.label, otherFigure: expected, rows: entry.rows.length, difference,
      },
    })],
    reconciliations: [reconciliation],
  };
}

function missingLine(entry: Entry, own: Measure, other: Measure, isTotalEqual: boolean): Finding {
  return findingOf({
    rule: "cross-table", severity: isTotalEqual ? "warning" : "info", place: placeAt(own.table, entry.rows[0] ?? 0, own.column.column.column),
    expected: null, actual: entry.figure,
    values: {
      relation: "missing", name: entry.label, column: headerOf(own.column.column), figure: entry.figure, unit: unitWord(own.column.unit),
      other: other.table.table.sheetName, otherName: "", otherFigure: "", rows: entry.rows.length, difference: "",
    },
  });
}

/** Totals of two tables must agree where each covers all of the other. */
function compareTotals({ detail, lines, loneDetail, loneLines, same, sums }: Alignment, judge: (difference: Decimal) => Severity | null): Found & { readonly isEqual: boolean } {
  const [i, j] = [detail.table.totalRow(), lines.table.totalRow()];
  const none = { findings: [], reconciliations: [], isEqual: false };
  if (i === null || j === null) return none;
  const [expected, printed] = [figureIn(detail.column, i), figureIn(lines.column, j)];
  if (typeof expected === "string" || typeof printed === "string") return none;
  const difference = differenceOf(printed, lines, expected, detail);
  // A selection of lines, the larger ones say, has a smaller total by right.
  const tied = same.length + sums.length;
  const isWhole = loneDetail.length * 5 <= tied && loneLines.length * 5 <= tied;
  if (!isWhole && !difference.isZero()) return none;
  const severity = judge(difference);
  const inUnit = inUnitOf(lines, expected, detail);
  const [place, other] = [placeAt(lines.table, j, lines.column.column.column), placeAt(detail.table, i, detail.column.column.column)];
  const [name, otherName] = [lineName(lines.table.table.rows[j]), lineName(detail.table.table.rows[i])];
  return {
    isEqual: severity === null,
    findings: severity === null ? [] : [findingOf({
      rule: "cross-table", severity, place, expected: inUnit, actual: printed,
      values: {
        relation: "total", name, column: headerOf(lines.column.column), figure: printed, unit: unitWord(lines.column.unit),
        other: detail.table.table.sheetName, otherName, otherFigure: inUnit, rows: 1, difference,
      },
    })],
    reconciliations: [{
      kind: "same-total", unit: lines.column.unit, outcome: outcomeOf(severity), difference: difference.toFixed(),
      left: { places: [place], label: name, figure: printed.toFixed() },
      right: { places: [other], label: otherName, figure: inUnit.toFixed() },
    }],
  };
}

/** Adjacent cells as one place. */
function placesOf({ rows }: Entry, { table, column: { column: { column } } }: Measure): Place[] {
  const runs: { top: number; bottom: number }[] = [];
  for (const i of rows) {
    const row = table.table.rows[i]?.row ?? 0;
    const last = runs.at(-1);
    if (last !== undefined && last.bottom === row - 1) last.bottom = row;
    else runs.push({ top: row, bottom: row });
  }
  return runs.map(({ top, bottom }) => placeOf(table.table, { top, bottom, left: column, right: column }));
}
