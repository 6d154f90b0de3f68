/** Excel.RangeBorderCollection and RangeBorder */

import { type Edge, EDGES, readBorder, setBorder } from "../../book/borders";
import type { Line } from "../../book/styles/words";
import { integer } from "../../protocol/arguments";
import { type ApiObject, defineObject, object, type ObjectType, readable, writable } from "../../protocol/definition";
import { ExcelError } from "../../protocol/errors";
import type { Json } from "../../protocol/json";
import type { Areas } from "./format";
import { numberOf, wordOf } from "../values";
import { colorOf } from "./colors";
import { cellsExist, movedCells } from "../cells";

interface Border {
  readonly areas: Areas;
  readonly edge: Edge;
}

export const LINE_STYLES: readonly Line["style"][] = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"];
export const LINE_WEIGHTS: readonly Line["weight"][] = ["Hairline", "Thin", "Medium", "Thick"];

/** Checked changes of a border, for the objects here and for setCellProperties. */
export const lineChanges = {
  style: (value: Json): Partial<Line> => ({ style: wordOf(value, LINE_STYLES) }),
  weight: (value: Json): Partial<Line> => ({ weight: wordOf(value, LINE_WEIGHTS) }),
  color: (value: Json): Partial<Line> => ({ color: colorOf(value) }),
  tintAndShade: (value: Json): Partial<Line> => {
    if (value !== null && numberOf(value) !== 0) throw new ExcelError("NotImplemented");
    return {};
  },
};

function read(key: keyof Line): (border: Border) => Json {
  return ({ areas, edge }) => {
    const answers = areas.map(({ sheet, range }) => readBorder(sheet, range, edge)[key]);
    return answers.every((answer) => answer === answers[0]) ? (answers[0] ?? null) : null;
  };
}

function write(change: (value: Json) => Partial<Line>): (border: Border, value: Json) => void {
  return ({ areas, edge }, value) => {
    const line = change(value);
    for (const { sheet, range } of areas) setBorder(sheet, range, edge, line);
  };
}

export const rangeBorderType: ObjectType<Border> = defineObject<Border>({
  name: "RangeBorder",
  moved: ({ areas, edge }, change) => ({ areas: areas.map((cells) => movedCells(cells, change)), edge }),
  exists: ({ areas }) => areas.every(cellsExist),
  properties: {
    SideIndex: readable("1.1", ({ edge }) => edge),
    Style: writable("1.1", read("style"), write(lineChanges.style)),
    Weight: writable("1.1", read("weight"), write(lineChanges.weight)),
    Color: writable("1.1", read("color"), write(lineChanges.color)),
    TintAndShade: writable("1.9", () => 0, write(lineChanges.tintAndShade)),
  },
});

function borderAt(areas: Areas, edge: Edge | undefined): ApiObject {
  if (edge === undefined) throw new ExcelError("InvalidArgument");
  return rangeBorderType.of({ areas, edge });
}

export const rangeBorderCollectionType: ObjectType<Areas> = defineObject<Areas>({
  name: "RangeBorderCollection",
  moved: (areas, change) => areas.map((cells) => movedCells(cells, change)),
  exists: (areas) => areas.every(cellsExist),
  properties: {
    Count: readable("1.1", () => EDGES.length),
    TintAndShade: writable("1.9", () => 0, (_areas, value) => void lineChanges.tintAndShade(value)),
  },
  methods: {
    GetItemAt: object("1.1", (areas, args) => borderAt(areas, EDGES[integer(args, 0)])),
  },
  items: (areas) => EDGES.map((edge) => rangeBorderType.of({ areas, edge })),
  item: (areas, key) => borderAt(areas, EDGES.find((edge) => edge === key)),
});

export function bordersObject(areas: Areas): ApiObject {
  return rangeBorderCollectionType.of(areas);
}
