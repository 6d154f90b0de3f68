/** Excel.Range */

import { type ApiObject, child, defineObject, type ObjectType } from "../../protocol/definition";
import { type Cells, cellsExist, movedCells } from "../cells";
import { worksheetObject } from "../worksheet/worksheet";
import { contentProperties } from "./contents";
import { navigationMethods } from "./navigation";
import { placeProperties } from "./place";

export const rangeType: ObjectType<Cells> = defineObject<Cells>({
  name: "Range",
  tracked: true,
  moved: movedCells,
  exists: cellsExist,
  properties: { ...contentProperties, ...placeProperties },
  children: {
    Worksheet: child("1.1", ({ sheet }) => worksheetObject(sheet)),
  },
  methods: { ...navigationMethods },
});

export function rangeObject(cells: Cells): ApiObject {
  return rangeType.of(cells);
}
