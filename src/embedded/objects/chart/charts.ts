/** Excel.ChartCollection and Chart */

import type { Sheet } from "../../book/book";
import { addChart, changeChart, type Chart, chartsOf, deleteChart } from "../../book/charts";
import { geometry } from "../../book/sizes";
import { integer, isObject, plain, text, word } from "../../protocol/arguments";
import { action, type ApiObject, type Arguments, child, defineObject, existing, object, type ObjectType, type Property, readable, value, writable } from "../../protocol/definition";
import { invalidArgument } from "../../protocol/errors";
import { EVENT, registrations } from "../events/registration";
import { rangeArgument, rangeOnSheet } from "../range/argument";
import { numberOf, textOf } from "../values";
import { worksheetObject } from "../worksheet/worksheet";
import { axesObject } from "./axes";
import { type ChartKey, chartAt, findChart, sheetAlive } from "./chart-key";
import { legendObject, titleObject } from "./parts";
import { seriesObject } from "./series";
import { enclosing } from "../../../workbook/address";

const SERIES_BY = ["Auto", "Columns", "Rows"] as const;

function change(key: ChartKey, changes: Parameters<typeof changeChart>[1]): void {
  changeChart(chartAt(key), changes);
}

function measure(side: keyof Chart["position"]): Property<ChartKey> {
  return writable(
    "1.1",
    (key) => chartAt(key).position[side],
    (key, points) => change(key, { position: { ...chartAt(key).position, [side]: numberOf(points) } }),
  );
}

/** Over the cells from the first to the last given, or from the first at its own size. */
function setPosition(key: ChartKey, args: Arguments): void {
  const start = rangeOnSheet(key.sheet, args, 0).range;
  const { left, top } = geometry(key.sheet, start);
  if (!isObject(args, 1) && plain(args, 1) === null) return change(key, { position: { ...chartAt(key).position, left, top } });
  const area = geometry(key.sheet, enclosing(start, rangeOnSheet(key.sheet, args, 1).range));
  return change(key, { position: { left, top, width: area.width, height: area.height } });
}

/** The series that a new chart of the data would have. */
function setData(key: ChartKey, args: Arguments): void {
  const { sheet, range } = rangeArgument(key.sheet, args, 0);
  const { type: kind } = chartAt(key);
  const model = addChart(key.sheet, kind, { sheet, range }, word(args, 1, SERIES_BY, "Auto"));
  const { series } = model;
  deleteChart(model);
  change(key, { series });
}

export const chartType: ObjectType<ChartKey> = defineObject<ChartKey>({
  name: "Chart",
  exists: (key) => findChart(key) !== null,
  properties: {
    Id: readable("1.7", ({ id }) => id),
    Name: writable("1.1", (key) => chartAt(key).name, (key, name) => change(key, { name: textOf(name) })),
    ChartType: writable("1.7", (key) => chartAt(key).type, (key, kind) => change(key, { type: textOf(kind) })),
    Left: measure("left"),
    Top: measure("top"),
    Width: measure("width"),
    Height: measure("height"),
  },
  children: {
    Axes: child("1.1", axesObject),
    Title: child("1.1", titleObject),
    Legend: child("1.1", legendObject),
    Series: child("1.1", seriesObject),
    Worksheet: child("1.2", ({ sheet }) => worksheetObject(sheet)),
  },
  methods: {
    Delete: action("1.1", (key) => deleteChart(chartAt(key))),
    SetData: action("1.1", setData),
    SetPosition: action("1.1", setPosition),
  },
});

function keyOf({ sheet, id }: Chart): ChartKey {
  return { sheet, id };
}

/** By name in any case, or by id. */
function named(sheet: Sheet, name: string): ApiObject | null {
  const found = chartsOf(sheet).find((chart) => chart.id === name || chart.name.toLowerCase() === name.toLowerCase());
  return found === undefined ? null : chartType.of(keyOf(found));
}

export const chartCollectionType: ObjectType<Sheet> = defineObject<Sheet>({
  name: "ChartCollection",
  exists: sheetAlive,
  properties: { Count: readable("1.1", (sheet) => chartsOf(sheet).length) },
  methods: {
    ...registrations<Sheet>({ AddedEvent: [EVENT.chartAdded, "1.8"], DeletedEvent: [EVENT.chartDeleted, "1.8"] }, ({ id }) => id),
    Add: object("1.1", (sheet, args) => {
      const source = rangeArgument(sheet, args, 1);
      return chartType.of(keyOf(addChart(sheet, text(args, 0), { sheet: source.sheet, range: source.range }, word(args, 2, SERIES_BY, "Auto"))));
    }),
    GetCount: value("1.4", (sheet) => chartsOf(sheet).length),
    GetItem: object("1.1", existing((sheet, args) => named(sheet, text(args, 0)))),
    GetItemAt: object("1.1", (sheet, args) => {
      const found = chartsOf(sheet)[integer(args, 0)];
      if (found === undefined) throw invalidArgument();
      return chartType.of(keyOf(found));
    }),
    GetItemOrNullObject: object("1.4", (sheet, args) => named(sheet, text(args, 0))),
  },
  items: (sheet) => chartsOf(sheet).map((chart) => chartType.of(keyOf(chart))),
  item: (sheet, key) => (typeof key === "string" ? named(sheet, key) : null),
});

export function chartsObject(sheet: Sheet): ApiObject {
  return chartCollectionType.of(sheet);
}
