/** Range.getSpecialCells: the cells of a kind, as few rectangles as a scan by rows gives. */

import { hasFormulaAt, readValueTypes, usedRange, type ValueType } from "../../book/cells";
import { conditionalFormatsOf } from "../../book/conditional-formats";
import { validationsOf } from "../../book/data-validation";
import { isColumnHidden, isRowHidden } from "../../book/sizes";
import { overlap } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import { word } from "../../protocol/arguments";
import type { Arguments } from "../../protocol/definition";
import type { Cells } from "../cells";

const KINDS = ["Blanks", "Constants", "Formulas", "Visible", "ConditionalFormats", "DataValidations"] as const;

/** Excel.SpecialCellValueType: which values "Constants" and "Formulas" are asked for. */
const VALUE_KINDS = {
  All: ["String", "Double", "Boolean", "Error"],
  Errors: ["Error"],
  ErrorsLogical: ["Error", "Boolean"],
  ErrorsLogicalNumber: ["Error", "Boolean", "Double"],
  ErrorsLogicalText: ["Error", "Boolean", "String"],
  ErrorsNumbers: ["Error", "Double"],
  ErrorsNumbersText: ["Error", "Double", "String"],
  ErrorsText: ["Error", "String"],
  Logical: ["Boolean"],
  LogicalNumbers: ["Boolean", "Double"],
  LogicalNumbersText: ["Boolean", "Double", "String"],
  LogicalText: ["Boolean", "String"],
  Numbers: ["Double"],
  NumbersText: ["Double", "String"],
  Text: ["String"],
} as const satisfies Record<string, readonly ValueType[]>;
type ValueKind = keyof typeof VALUE_KINDS;
const VALUE_KIND_NAMES: readonly ValueKind[] = [
  "All", "Errors", "ErrorsLogical", "ErrorsLogicalNumber", "ErrorsLogicalText", "ErrorsNumbers", "ErrorsNumbersText", "ErrorsText",
  "Logical", "LogicalNumbers", "LogicalNumbersText", "LogicalText", "Numbers", "NumbersText", "Text",
];

/** Looks only at the used range, as Excel does. @throws ExcelError InvalidArgument for kinds the host does not know */
export function specialCells(cells: Cells, args: Arguments): readonly CellRange[] {
  const kind = word(args, 0, KINDS);
  if (kind === "ConditionalFormats") return parts(cells, conditionalFormatsOf(cells.sheet, cells.range).flatMap(({ ranges }) => ranges));
  if (kind === "DataValidations") return parts(cells, validationsOf(cells.sheet).flatMap(({ ranges }) => ranges));
  const used = usedRange(cells.sheet, false);
  const range = used === null ? null : overlap(cells.range, used);
  return range === null ? [] : rectangles(range, testFor(kind, { ...cells, range }, args));
}

/** What lies inside the cells, each rectangle once. */
function parts(cells: Cells, ranges: readonly CellRange[]): readonly CellRange[] {
  const inside = ranges.map((range) => overlap(range, cells.range)).filter((range) => range !== null);
  return [...new Map(inside.map((range) => [JSON.stringify(range), range])).values()];
}

type Test = (row: number, column: number) => boolean;

function testFor(kind: "Blanks" | "Constants" | "Formulas" | "Visible", { sheet, range }: Cells, args: Arguments): Test {
  if (kind === "Visible") return (row, column) => !isRowHidden(sheet, row) && !isColumnHidden(sheet, column);
  const types = readValueTypes(sheet, range);
  const typeAt = (row: number, column: number) => types[row - range.top]?.[column - range.left] ?? "Empty";
  const isFormula: Test = (row, column) => hasFormulaAt(sheet, row, column);
  if (kind === "Blanks") return (row, column) => typeAt(row, column) === "Empty" && !isFormula(row, column);
  const wanted: ReadonlySet<ValueType> = new Set(VALUE_KINDS[word(args, 1, VALUE_KIND_NAMES, "All")]);
  return (row, column) => isFormula(row, column) === (kind === "Formulas") && wanted.has(typeAt(row, column));
}

/** Runs of cells in each row, joined with the equal run above. */
function rectangles(range: CellRange, holds: Test): readonly CellRange[] {
  const found: CellRange[] = [];
  let open = new Map<string, CellRange>();
  for (let row = range.top; row <= range.bottom; row += 1) {
    const next = new Map<string, CellRange>();
    for (const [left, right] of runs(range.left, range.right, (column) => holds(row, column))) {
      const key = `${left} ${right}`;
      next.set(key, { ...(open.get(key) ?? { top: row, left, right }), bottom: row });
      open.delete(key);
    }
    found.push(...open.values());
    open = next;
  }
  found.push(...open.values());
  return found.sort((a, b) => a.top - b.top || a.left - b.left);
}

function runs(first: number, last: number, holds: (column: number) => boolean): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let start: number | null = null;
  for (let column = first; column <= last + 1; column += 1) {
    const isIn = column <= last && holds(column);
    if (isIn && start === null) start = column;
    else if (!isIn && start !== null) {
      found.push([start, column - 1]);
      start = null;
    }
  }
  return found;
}
