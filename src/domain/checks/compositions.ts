/** Comparing amounts with what they are made up of, line by line. */

import { consecutive, type CellRange, type Place } from "../../workbook/address";
import { ZERO, type Decimal } from "../amounts/decimal";
import { convert } from "../amounts/unit";
import { severityOfDifference } from "../difference";
import { headerOf } from "../execution/basis";
import { addTo, figureIn } from "../execution/columns";
import { createSum } from "../execution/scaled";
import type { Finding, Shown } from "../finding";
import { placeOf } from "../table";
import type { Found } from "./check";
import { decimalText, findingOf } from "./findings";
import { lineName, placeAt, type TableInput } from "./input";
import { compareLines, type Composition } from "./parts";
import { amount, cellUnit } from "./shown";
import { MOST_SINGLE_LINES, outcomeOf, type Reconciliation, type Side } from "./reconciliation";

type ComposedKind = Extract<Reconciliation["kind"], "parts" | "sums" | "periods" | "balance" | "adjustment">;
const RULES = { parts: "parts-mismatch", sums: "parts-mismatch", periods: "parts-mismatch", balance: "parts-mismatch", adjustment: "adjustment-mismatch" } as const;

/** About a composition that the lines do not bear out nothing is said. */
export function compareCompositions(table: TableInput, compositions: readonly Composition[], kind: ComposedKind, printedTolerance: Decimal): Found {
  const findings: Finding[] = [];
  const reconciliations: Reconciliation[] = [];
  for (const composition of compositions) {
    const { whole: { column, unit, printedUnit } } = composition;
    const compared = compareLines(table, composition);
    if (!composition.isBorneOut(compared)) continue;
    const { lines, differences } = compared;
    const tolerance = unit === null || printedUnit === null ? printedTolerance : convert(printedTolerance, printedUnit, unit);
    const describe = createDescription(table, composition, kind);
    const isLong = lines.length > MOST_SINGLE_LINES;
    if (isLong) reconciliations.push(describe.passed(lines.filter((i) => !differences.has(i))));
    for (const i of isLong ? differences.keys() : lines) {
      const difference = differences.get(i) ?? ZERO;
      const severity = severityOfDifference(difference, tolerance);
      const reconciliation = describe.line(i, difference, outcomeOf(severity));
      reconciliations.push(reconciliation);
      const printed = figureIn(composition.whole, i);
      if (severity === null || typeof printed === "string") continue;
      const sum = printed.minus(difference);
      const shown = (figure: Decimal): Shown => amount(figure, unit, cellUnit(table, i, composition.whole));
      findings.push(findingOf({
        rule: RULES[kind], severity, place: placeAt(table, i, column.column), expected: sum, actual: printed,
        values: { name: reconciliation.left.label, column: headerOf(column), formula: reconciliation.right.label, sum: shown(sum), printed: shown(printed), difference: shown(difference.abs()) },
      }));
    }
  }
  return { findings, reconciliations };
}

interface Description {
  readonly line: (i: number, difference: Decimal, outcome: Reconciliation["outcome"]) => Reconciliation;
  /** Many lines that passed, as one. */
  readonly passed: (lines: readonly number[]) => Reconciliation;
}

function createDescription(table: TableInput, composition: Composition, kind: ComposedKind): Description {
  const { whole, terms } = composition;
  const { column: { column }, unit } = whole;
  const formula = formulaOf(terms);
  const [added, taken] = ([1, -1] as const).map((sign) => adjacentColumns(composition, sign));
  /** The terms of these rows. */
  const sideOf = (rows: Pick<CellRange, "top" | "bottom">, figure: string): Side => {
    const placesOf = (spans: readonly ColumnSpan[] = []): Place[] => spans.map((span) => placeOf(table.table, { ...rows, ...span }));
    return { places: placesOf(added), label: formula, figure, ...(taken === undefined || taken.length === 0 ? {} : { taken: placesOf(taken) }) };
  };
  const rowOf = (i: number): number => table.table.rows[i]?.row ?? 0;
  return {
    line: (i, difference, outcome) => {
      const figure = figureIn(whole, i);
      const printed = typeof figure === "string" ? ZERO : figure;
      const row = rowOf(i);
      return {
        kind, unit, outcome, lines: 1, difference: decimalText(difference),
        left: { places: [placeAt(table, i, column)], label: lineName(table.table.rows[i]), figure: decimalText(printed) },
        right: sideOf({ top: row, bottom: row }, decimalText(difference.isZero() ? printed : printed.minus(difference))),
      };
    },
    passed: (lines) => {
      const sum = createSum();
      for (const i of lines) addTo(sum, whole, i);
      const [top, bottom] = [rowOf(lines[0] ?? 0), rowOf(lines.at(-1) ?? 0)];
      const figure = sum.total().toFixed();
      return {
        kind, unit, outcome: "passed", lines: lines.length, difference: "0",
        left: { places: [placeOf(table.table, { top, bottom, left: column, right: column })], label: headerOf(whole.column), figure },
        right: sideOf({ top, bottom }, figure),
      };
    },
  };
}

/** Of many terms, as the months of a year, the first and the last. */
function formulaOf(terms: Composition["terms"]): string {
  const named = terms.map(({ column: { column }, sign }, k) => `${k === 0 ? "" : sign < 0 ? " − " : " + "}${headerOf(column)}`);
  return named.length <= MOST_NAMED ? named.join("") : [named[0], " + …", named.at(-1)].join("");
}

const MOST_NAMED = 6;

type ColumnSpan = Pick<CellRange, "left" | "right">;

/** The columns of the terms that are added, or taken away; neighbours are one place. */
function adjacentColumns({ terms }: Composition, sign: 1 | -1): ColumnSpan[] {
  const columns = terms.flatMap((term) => (term.sign === sign ? [term.column.column.column] : [])).sort((a, b) => a - b);
  return consecutive(columns).map(({ first, last }) => ({ left: first, right: last }));
}
