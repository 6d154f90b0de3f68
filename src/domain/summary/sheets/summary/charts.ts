/** The two charts: budget against expenditure by category, and rates of execution in order. */

import { Decimal, ZERO } from "../../../amounts/decimal";
import type { Build } from "../../build";
import type { Block, ChartBlock } from "../../model";
import type { ClassTable } from "./class-table";
import { EXECUTION } from "./execution";
import { PROJECTS } from "./project-figures";
import type { ProjectBlocks, Rated } from "./projects";
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

export interface Charts {
  /** Stands beside the key figures. */
  readonly categories: readonly Block[];
  /** Each under the heading of the table that it shows, so that one of a page's height leaves no page half empty above it. */
  readonly rates: { readonly of: typeof PROJECTS | typeof EXECUTION; readonly blocks: readonly Block[] } | null;
}

export function chartsOf(build: Build, { execution, tracked, projects }: Tables): Charts {
  const { words: { say, role } } = build;
  const lines = projects !== null && projects.rated.length > 0 ? { table: PROJECTS, rated: projects.rated } as const : execution === null ? null : { table: EXECUTION, rated: ratedIn(execution) } as const;
  const categories = execution !== null ? { table: EXECUTION, of: execution } : tracked === null ? null : { table: TRACKED, of: tracked };
  return {
    categories: categories === null ? [] : [{
      kind: "chart", id: "categories", title: say("chart.categories"), shape: "column", isBeside: true, table: categories.table, categories: "name", format: "amount", mark: null,
      rows: topClasses(categories.of),
      series: [{ column: "budget", name: say("project.budget"), color: BLUE }, { column: "spent", name: role("expenditure"), color: ORANGE }],
    } satisfies ChartBlock],
    rates: lines === null || lines.rated.length === 0 ? null : { of: lines.table, blocks: rateChart(lines, build) },
  };
}

interface Lines {
  readonly table: string;
  /** The highest rate first. */
  readonly rated: readonly Rated[];
}

const FULL = new Decimal(1);
/** The axis ends where the rates do, and always before 200 %, so that the one line across is that of 100 %. */
const ENDS = [new Decimal("1.5"), new Decimal("1.99")] as const;

function markOf({ rated }: Lines, say: Build["words"]["say"]): ChartBlock["mark"] {
  const [near, far] = ENDS;
  const [first, last] = [rated[0], rated.at(-1)];
  const top = first?.value ?? FULL;
  const lowest = last?.value ?? FULL;
  return { value: FULL, name: say("chart.full", { cut: top.gt(far) ? "yes" : "no" }), from: lowest.isNegative() ? lowest.floor() : ZERO, to: top.lt(near) ? near : far };
}

function rateChart(lines: Lines, { words: { say, role } }: Build): Block[] {
  const { table } = lines;
  const rows = lines.rated.map(({ key }) => key);
  const shown = rows.length <= MOST_LINES ? rows : [...rows.slice(0, MOST_LINES / 2), ...rows.slice(-MOST_LINES / 2)];
  return [
    ...(shown.length < rows.length ? [{ kind: "note" as const, text: say("chart.cut", { shown: shown.length, all: rows.length }) }] : []),
    {
      kind: "chart", id: "rates", title: say("chart.rates"), shape: "bar", table, rows: shown, categories: "name",
      series: [{ column: "rate", name: role("rate"), color: BLUE }], format: "percent", mark: markOf(lines, say),
    },
  ];
}

/** Lines themselves, not the classes that sum them up; the highest rate first. */
function ratedIn({ rows, nodes, columns }: ClassTable): Rated[] {
  const at = columns.findIndex(({ key }) => key === "rate");
  const sums = new Set(nodes.flatMap(({ key, parts }) => (parts.length > 0 ? [key] : [])));
  return rows
    .flatMap(({ key, kind, cells }) => {
      const cell = cells[at];
      const value = cell?.kind === "figure" ? cell.figure.value : null;
      return value === null || kind === "total" || sums.has(key) ? [] : [{ key, value }];
    })
    .sort((a, b) => b.value.cmp(a.value));
}

/** Classes (类), and lines of none; of many the largest. */
function topClasses({ rows, columns }: ClassTable): string[] {
  const at = columns.findIndex(({ key }) => key === "budget");
  const top = rows.filter(({ level, kind }) => level === 0 && kind !== "total");
  if (top.length <= MOST_CATEGORIES) return top.map(({ key }) => key);
  const sizeOf = (row: (typeof top)[number]): Decimal => {
    const cell = row.cells[at];
    return (cell?.kind === "figure" ? cell.figure.value : null) ?? ZERO;
  };
  return [...top].sort((a, b) => sizeOf(b).cmp(sizeOf(a))).slice(0, MOST_CATEGORIES).map(({ key }) => key);
}
