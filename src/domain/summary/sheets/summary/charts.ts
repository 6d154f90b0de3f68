/** The two charts: budget against expenditure by category, and rates of execution in order. */

import { Decimal } from "../../../amounts/decimal";
import type { Build } from "../../build";
import type { Block, ChartBlock } from "../../model";
import type { ClassTable } from "./class-table";
import { EXECUTION } from "./execution";
import { PROJECTS } from "./project-figures";
import type { ProjectBlocks } from "./projects";
import { TRACKED } from "./tracked";

/** More bars than these on one page cannot be read. */
const MOST_LINES = 40;
const MOST_CATEGORIES = 16;
const BLUE = "#4472C4";
const ORANGE = "#ED7D31";

interface Tables {
  readonly execution: ClassTable | null;
  readonly tracked: ClassTable | null;
  readonly projects: ProjectBlocks["table"];
}

export function chartBlocks(build: Build, { execution, tracked, projects }: Tables): Block[] {
  const { words: { say, role } } = build;
  const lines = projects !== null && projects.rated.length > 0 ? { table: PROJECTS, rows: projects.rated } : execution === null ? null : { table: EXECUTION, rows: rated(execution) };
  const categories = execution !== null ? { table: EXECUTION, of: execution } : tracked === null ? null : { table: TRACKED, of: tracked };
  return [
    ...(categories === null ? [] : [{
      kind: "chart", id: "categories", title: say("chart.categories"), shape: "column", isBeside: true, table: categories.table, categories: "name", format: "amount", mark: null,
      rows: topClasses(categories.of),
      series: [{ column: "budget", name: say("project.budget"), color: BLUE }, { column: "spent", name: role("expenditure"), color: ORANGE }],
    } satisfies ChartBlock]),
    ...(lines === null || lines.rows.length === 0 ? [] : rateChart(lines, build)),
  ];
}

function rateChart({ table, rows }: { readonly table: string; readonly rows: readonly string[] }, { words: { say, role } }: Build): Block[] {
  const shown = rows.length <= MOST_LINES ? rows : [...rows.slice(0, MOST_LINES / 2), ...rows.slice(-MOST_LINES / 2)];
  return [
    ...(shown.length < rows.length ? [{ kind: "note" as const, text: say("chart.cut", { shown: shown.length, all: rows.length }) }] : []),
    {
      kind: "chart", id: "rates", title: say("chart.rates"), shape: "bar", table, rows: shown, categories: "name",
      series: [{ column: "rate", name: role("rate"), color: BLUE }], format: "percent", mark: { value: new Decimal(1), name: say("chart.full") },
    },
  ];
}

/** Lines themselves, not the classes that sum them up; the highest rate first. */
function rated({ rows, nodes, columns }: ClassTable): string[] {
  const at = columns.findIndex(({ key }) => key === "rate");
  const sums = new Set(nodes.flatMap(({ key, parts }) => (parts.length > 0 ? [key] : [])));
  return rows
    .flatMap(({ key, kind, cells }) => {
      const cell = cells[at];
      const value = cell?.kind === "figure" ? cell.figure.value : null;
      return value === null || kind === "total" || sums.has(key) ? [] : [{ key, value }];
    })
    .sort((a, b) => b.value.cmp(a.value))
    .map(({ key }) => key);
}

/** Classes (类), and lines of none; of many the largest. */
function topClasses({ rows, columns }: ClassTable): string[] {
  const at = columns.findIndex(({ key }) => key === "budget");
  const top = rows.filter(({ level, kind }) => level === 0 && kind !== "total");
  if (top.length <= MOST_CATEGORIES) return top.map(({ key }) => key);
  const sizeOf = (row: (typeof top)[number]): Decimal => {
    const cell = row.cells[at];
    return (cell?.kind === "figure" ? cell.figure.value : null) ?? new Decimal(0);
  };
  return [...top].sort((a, b) => sizeOf(b).cmp(sizeOf(a))).slice(0, MOST_CATEGORIES).map(({ key }) => key);
}
