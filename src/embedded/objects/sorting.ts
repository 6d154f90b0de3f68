/** Excel.RangeSort and TableSort */

import { type SortField, sortRange } from "../book/sorting";
import { dataRange, type Table, tablesOf } from "../book/tables";
import { flag, plain, word } from "../protocol/arguments";
import { action, type ApiObject, type Arguments, defineObject, type ObjectType } from "../protocol/definition";
import { invalidArgument } from "../protocol/errors";
import { isList, isRecord } from "../protocol/json";
import { type Cells, cellsExist, movedCells } from "./cells";
import { colorOf } from "./format/colors";
import { numberOf, wordOf } from "./values";

function fieldsOf(args: Arguments): readonly SortField[] {
  const given = plain(args, 0);
  if (!isList(given) || given.length === 0) throw invalidArgument();
  return given.map((field) => {
    if (!isRecord(field)) throw invalidArgument();
    const { key = null, ascending, sortOn = null, color = null, dataOption = null } = field;
    return {
      key: numberOf(key),
      ascending: ascending !== false,
      ...(sortOn === null ? {} : { sortOn: wordOf(sortOn, ["Value", "CellColor", "FontColor", "Icon"]) }),
      ...(color === null ? {} : { color: colorOf(color) }),
      ...(dataOption === null ? {} : { dataOption: wordOf(dataOption, ["Normal", "TextAsNumber"]) }),
    };
  });
}

export const rangeSortType: ObjectType<Cells> = defineObject<Cells>({
  name: "RangeSort",
  moved: movedCells,
  exists: cellsExist,
  methods: {
    Apply: action("1.2", ({ sheet, range }, args) =>
      sortRange(sheet, range, fieldsOf(args), { matchCase: flag(args, 1), hasHeaders: flag(args, 2), orientation: word(args, 3, ["Rows", "Columns"], "Rows") }),
    ),
  },
});

export const tableSortType: ObjectType<Table> = defineObject<Table>({
  name: "TableSort",
  exists: (table) => tablesOf(table.sheet).includes(table),
  methods: {
    Apply: action("1.2", (table, args) => sortRange(table.sheet, dataRange(table), fieldsOf(args), { matchCase: flag(args, 1) })),
  },
});

export function rangeSortObject(cells: Cells): ApiObject {
  return rangeSortType.of(cells);
}
export function tableSortObject(table: Table): ApiObject {
  return tableSortType.of(table);
}
