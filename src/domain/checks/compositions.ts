/** Comparing amounts with what they are made up of, line by line. */

import type { Decimal } from "../amounts/decimal";
import { convert } from "../amounts/unit";
import { headerOf } from "../execution/basis";
import type { Finding } from "../finding";
import type { Found } from "./check";
import { findingOf, unitWord } from "./findings";
import { lineName, placeAt, type TableInput } from "./input";
import { compareLines, type Composition } from "./parts";
import { outcomeOf, severityOfDifference, type Reconciliation } from "./reconciliation";

/** A composition that fails in more lines than it holds in is none, and nothing is said about it. */
export function compareCompositions(table: TableInput, compositions: readonly Composition[], kind: "parts" | "adjustment", printedTolerance: Decimal): Found {
  const findings: Finding[] = [];
  const reconciliations: Reconciliation[] = [];
  for (const composition of compositions) {
    const { whole: { column, unit, printedUnit }, terms } = composition;
    const compared = compareLines(table, composition);
    const failing = compared.filter(({ whole, sum }) => !whole.eq(sum)).length;
    if (failing * 2 > compared.length) continue;
    const tolerance = unit === null || printedUnit === null ? printedTolerance : convert(printedTolerance, printedUnit, unit);
    const header = headerOf(column);
    const formula = terms.map(({ column: term, sign }, k) => `${k === 0 ? "" : sign < 0 ? " − " : " + "}${headerOf(term.column)}`).join("");
    for (const { i, whole, sum } of compared) {
      const difference = whole.minus(sum);
      const severity = severityOfDifference(difference, tolerance);
      const place = placeAt(table, i, column.column);
      const name = lineName(table.table.rows[i]);
      reconciliations.push({
        kind, unit, outcome: outcomeOf(severity), difference: difference.toFixed(),
        left: { places: [place], label: name, figure: whole.toFixed() },
        right: { places: terms.map((term) => placeAt(table, i, term.column.column.column)), label: formula, figure: sum.toFixed() },
      });
      if (severity === null) continue;
      findings.push(findingOf({
        rule: `${kind}-mismatch`, severity, place, expected: sum, actual: whole,
        values: { name, column: header, formula, sum, printed: whole, difference, unit: unitWord(unit) },
      }));
    }
  }
  return { findings, reconciliations };
}
