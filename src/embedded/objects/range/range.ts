/** Excel.Range */

import { readStyleName, setStyleName } from "../../book/cell-styles";
import { mergesStartingIn } from "../../book/merges";
import { refuse } from "../../book/refusal";
import { type ApiObject, child, defineObject, object, type ObjectType, writable } from "../../protocol/definition";
import { areasObject, areasOrNull } from "../areas/areas";
import { type Cells, cellsExist, movedCells } from "../cells";
import { conditionalFormatsObject } from "../conditional/formats";
import { dataValidationObject } from "../data-validation";
import { formatObject } from "../format/format";
import { rangeSortObject } from "../sorting";
import { tablesOverObject } from "../table/tables";
import { textOf } from "../values";
import { worksheetObject } from "../worksheet/worksheet";
import { cellPropertyMethods } from "./cell-properties";
import { contentProperties } from "./contents";
import { editingMethods } from "./editing";
import { readHyperlink, writeHyperlink } from "./hyperlink";
import { navigationMethods } from "./navigation";
import { placeProperties } from "./place";
import { specialCells } from "./special-cells";
import { visibleViewObject } from "./view";

const MOST_MERGES = 512;

export const rangeType: ObjectType<Cells> = defineObject<Cells>({
  name: "Range",
  tracked: true,
  moved: movedCells,
  exists: cellsExist,
  properties: {
    ...contentProperties,
    ...placeProperties,
    Hyperlink: writable("1.7", readHyperlink, ({ sheet, range }, link) => writeHyperlink(sheet, range, link)),
    Style: writable("1.7", ({ sheet, range }) => readStyleName(sheet, range), ({ sheet, range }, name) => setStyleName(sheet, range, textOf(name))),
  },
  children: {
    ConditionalFormats: child("1.6", (cells) => conditionalFormatsObject([cells])),
    DataValidation: child("1.8", (cells) => dataValidationObject([cells])),
    Format: child("1.1", (cells) => formatObject([cells])),
    Sort: child("1.2", rangeSortObject),
    Worksheet: child("1.1", ({ sheet }) => worksheetObject(sheet)),
  },
  methods: {
    ...navigationMethods,
    ...editingMethods,
    ...cellPropertyMethods,
    GetMergedAreasOrNullObject: object("1.13", ({ sheet, range }) => {
      const merges = mergesStartingIn(sheet, range);
      // "If the merged areas count in this range is more than 512, then this method will fail"; it names no code.
      if (merges.length > MOST_MERGES) refuse("GeneralException", "There are too many merged areas in the range.");
      return areasOrNull(sheet, merges);
    }),
    GetVisibleView: object("1.3", visibleViewObject),
    GetTables: object("1.9", (cells, args) => tablesOverObject([cells], args)),
    GetSpecialCells: object("1.9", (cells, args) => areasObject(cells.sheet, specialCells(cells, args))),
    GetSpecialCellsOrNullObject: object("1.9", (cells, args) => areasOrNull(cells.sheet, specialCells(cells, args))),
  },
});

export function rangeObject(cells: Cells): ApiObject {
  return rangeType.of(cells);
}
