import type { Decimal } from "../../amounts/decimal";
import { ZERO } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import { figureIn } from "../../execution/columns";
import { headerOf } from "../../execution/basis";
import { officialName } from "../../functional-class/dictionary";
import { measuresOf, type Measure } from "../cross-table/measures";
import { normaliseCode } from "../../recognise/normalise";
import { columnOf } from "../../table";
import type { Adjustment, TableInput, WorkbookInput } from "../input";
import { cellAt, nameKey, placeAt } from "../input";
import type { Finding } from "../../finding";
import { parseProjectCode } from "../../functional-class/project-code";
import { workbookCheck } from "../check";
import { findingOf, unitWord } from "../findings";

/**
 * The text tells that projects' budgets were changed, but 项目支出 of the division they belong to (by the first
 * five digits of their functional code) is the same before and after: the change never reached the table.
 * Where the division did change, other projects may make up the difference, and nothing is said.
 */
export const adjustmentUnseen = workbookCheck({
  id: "adjustment-unseen",
  scope: "workbook",
  severities: ["warning"],
  parameters: {},
  find: (workbook) => ({ findings: workbook.adjustments.length === 0 ? [] : unseenIn(workbook), reconciliations: [] }),
});

interface Division {
  readonly names: readonly string[];
  readonly quotes: readonly string[];
  readonly changes: readonly Adjustment[];
}

function unseenIn(workbook: WorkbookInput): Finding[] {
  const measures = workbook.tables.flatMap(measuresOf);
  const before = figuresByName(measures.filter(({ meaning }) => meaning === "original-budget project"));
  const after = figuresByName(measures.filter(({ meaning }) => meaning === "adjusted-budget project"));
  return [...divisionsOf(workbook)].flatMap(([name, { names, quotes, changes }]) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was === undefined || was === null || is === undefined || is === null || !was.figure.eq(is.figure)) return [];
    const { unit } = is.measure.column;
    const change = unit === null ? ZERO : changes.reduce((sum, { change: told, unit: own }) => sum.plus(convert(told, own, unit)), ZERO);
    if (change.isZero()) return [];
    return [findingOf({
      rule: "adjustment-unseen", severity: "warning", place: placeAt(is.measure.table, is.i, is.measure.column.column.column),
      expected: is.figure.plus(change), actual: is.figure,
      values: {
        name: is.measure.table.table.rows[is.i]?.name ?? name, column: headerOf(is.measure.column.column), figure: is.figure,
        change, projects: names.join("、"), quote: quotes.join(" "), unit: unitWord(unit),
      },
    })];
  });
}

interface Located {
  readonly measure: Measure;
  readonly i: number;
  readonly figure: Decimal;
}

/** null where a name stands more than once. */
function figuresByName(measures: readonly Measure[]): ReadonlyMap<string, Located | null> {
  const found = new Map<string, Located | null>();
  for (const measure of measures) {
    const keys = measure.table.nameKeys();
    measure.table.table.rows.forEach(({ kind }, i) => {
      const figure = kind === "body" ? figureIn(measure.column, i) : "blank";
      const key = keys[i] ?? "";
      if (typeof figure !== "string" && key !== "") found.set(key, found.has(key) ? null : { measure, i, figure });
    });
  }
  return found;
}

/** Told changes by the name of the division that the year's classification gives their projects. */
function divisionsOf({ tables, adjustments, cutOff }: WorkbookInput): ReadonlyMap<string, Division> {
  const divisions = new Map<string, Division>();
  const codes = functionCodes(tables);
  for (const adjustment of adjustments) {
    const code = adjustment.name === null ? undefined : codes.get(nameKey(adjustment.name));
    const year = code?.year ?? cutOff?.year;
    const name = code === undefined || year === undefined ? null : officialName(code.function.slice(0, 5), year);
    if (name === null || adjustment.name === null) continue;
    const known = divisions.get(nameKey(name)) ?? { names: [], quotes: [], changes: [] };
    divisions.set(nameKey(name), {
      names: [...new Set([...known.names, adjustment.name])], quotes: [...known.quotes, adjustment.quote], changes: [...known.changes, adjustment],
    });
  }
  return divisions;
}

/** Of every line that prints one, by its name. */
function functionCodes(tables: readonly TableInput[]): ReadonlyMap<string, { readonly function: string; readonly year: number | undefined }> {
  const codes = new Map<string, { readonly function: string; readonly year: number | undefined }>();
  for (const input of tables) {
    const column = columnOf(input.table, "function-code");
    if (column === null) continue;
    const keys = input.nameKeys();
    input.table.rows.forEach(({ row, code }, i) => {
      const printed = normaliseCode(String(cellAt(input, row, column.column)));
      const key = keys[i] ?? "";
      if (key !== "" && printed.length >= 5) codes.set(key, { function: printed, year: parseProjectCode(code)?.year });
    });
  }
  return codes;
}
