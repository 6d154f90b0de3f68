/** Excel.Filter of a table's column, and what filter criteria are made of */

import type { FilterCriteria } from "../../book/filters";
import { type Table, type TableColumn } from "../../book/tables";
import { clearTableFilter, filterTable, tableCriteria } from "../../book/table-filters";
import { integer, optionalRecord, optionalText, plain, text, word } from "../../protocol/arguments";
import { action, type ApiObject, type Arguments, defineObject, type Method, type ObjectType, readable } from "../../protocol/definition";
import { invalidArgument } from "../../protocol/errors";
import { isList, isRecord, type Json, type JsonRecord } from "../../protocol/json";
import { colorOf } from "../format/colors";
import { textOf, wordOf } from "../values";

interface Column {
  readonly table: Table;
  readonly column: TableColumn;
}

const FILTERS: readonly FilterCriteria["filterOn"][] = ["BottomItems", "BottomPercent", "CellColor", "Dynamic", "FontColor", "Values", "TopItems", "TopPercent", "Icon", "Custom"];

type Values = NonNullable<FilterCriteria["values"]>;

function valuesOf(given: Json): Values {
  if (!isList(given)) throw invalidArgument();
  return given.map((item) => {
    if (typeof item === "string") return item;
    if (!isRecord(item)) throw invalidArgument();
    return { date: textOf(item["date"] ?? null), specificity: textOf(item["specificity"] ?? null) };
  });
}

/** Excel.FilterCriteria from an add-in. @throws ExcelError InvalidArgument */
export function criteriaOf(given: JsonRecord): FilterCriteria {
  const part = (name: string): Json => given[name] ?? null;
  const optional = <T>(name: string, check: (content: Json) => T): Partial<Record<string, T>> => (part(name) === null ? {} : { [name]: check(part(name)) });
  return {
    filterOn: wordOf(part("filterOn"), FILTERS),
    ...optional("criterion1", String),
    ...optional("criterion2", String),
    ...optional("operator", (operator) => wordOf(operator, ["And", "Or"])),
    ...optional("values", valuesOf),
    ...optional("color", colorOf),
    ...optional("dynamicCriteria", textOf),
  };
}

/** The same on its way back. */
export function criteriaJson(criteria: FilterCriteria | null): Json {
  if (criteria === null) return null;
  const { values, ...rest } = criteria;
  return { ...rest, ...(values === undefined ? {} : { values: values.map((item) => (typeof item === "string" ? item : { ...item })) }) };
}

/** A shorthand of Filter.apply. */
function shorthand(criteria: (args: Arguments) => FilterCriteria): Method<Column> {
  return action("1.2", ({ table, column }, args) => filterTable(table, column, criteria(args)));
}

function custom(args: Arguments): FilterCriteria {
  const second = optionalText(args, 1);
  return { filterOn: "Custom", criterion1: text(args, 0), ...(second === null ? {} : { criterion2: second, operator: word(args, 2, ["And", "Or"], "And") }) };
}

export const filterType: ObjectType<Column> = defineObject<Column>({
  name: "Filter",
  exists: ({ table, column }) => table.columns.includes(column),
  properties: { Criteria: readable("1.2", ({ table, column }) => criteriaJson(tableCriteria(table, column))) },
  methods: {
    Apply: shorthand((args) => criteriaOf(optionalRecord(args, 0) ?? {})),
    ApplyBottomItemsFilter: shorthand((args) => ({ filterOn: "BottomItems", criterion1: String(integer(args, 0)) })),
    ApplyBottomPercentFilter: shorthand((args) => ({ filterOn: "BottomPercent", criterion1: String(integer(args, 0)) })),
    ApplyTopItemsFilter: shorthand((args) => ({ filterOn: "TopItems", criterion1: String(integer(args, 0)) })),
    ApplyTopPercentFilter: shorthand((args) => ({ filterOn: "TopPercent", criterion1: String(integer(args, 0)) })),
    ApplyCellColorFilter: shorthand((args) => ({ filterOn: "CellColor", color: colorOf(plain(args, 0)) })),
    ApplyFontColorFilter: shorthand((args) => ({ filterOn: "FontColor", color: colorOf(plain(args, 0)) })),
    ApplyCustomFilter: shorthand(custom),
    ApplyDynamicFilter: shorthand((args) => ({ filterOn: "Dynamic", dynamicCriteria: text(args, 0) })),
    ApplyValuesFilter: shorthand((args) => ({ filterOn: "Values", values: valuesOf(plain(args, 0)) })),
    Clear: action("1.2", ({ table, column }) => clearTableFilter(table, column)),
  },
});

export function filterObject(column: Column): ApiObject {
  return filterType.of(column);
}
