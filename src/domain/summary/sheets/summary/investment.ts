/** 重点投入: where most of the money went, each category with its share of the whole expenditure. */

import { Decimal } from "../../../amounts/decimal";
import type { Place } from "../../../../workbook/address";
import type { Build } from "../../build";
import { amount, at, column, count, link, ratio, sum, text, type Known } from "../../cells";
import type { Block, SummaryRow } from "../../model";
import { namesApart } from "../../sources/classes";
import { isPartOfBudget, namesUnits } from "../../sources/kinds";
import { bodyLines, totalOf } from "../../sources/totals";
import { executionFigures } from "../../sources/figures";
import type { SourceTable } from "../../sources/read";
import { wholeSpent } from "./key-figures";
import { notesOn } from "./notes";

/** What somebody chose, and what merely is the most, are two things to whoever tells them. */
const CHOSEN = "investment";
const LARGEST = "largest";
/** As many as a report names where nobody chose them. */
const MOST = 5;

interface Category {
  readonly key: string;
  readonly name: string;
  readonly place: Place;
  readonly spent: Known;
}

interface Unkeyed extends Omit<Category, "key"> {
  readonly row: number;
}

/** The categories of a table of shares, where somebody chose them; else those with the largest expenditure. */
export function investmentBlocks(build: Build): Block[] {
  const { sources, words: { say, role, noRate, amount: written, place } } = build;
  const chosen = sources.keyInvestment;
  const id = chosen === null ? LARGEST : CHOSEN;
  const categories = chosen === null ? largestCategories(build) : chosenCategories(chosen);
  if (categories.length === 0) return [];
  const own = (chosen === null ? null : totalOf(chosen, "expenditure")) ?? sum(categories.map(({ key, spent }) => at(spent, id, key, "spent")));
  const whole = wholeSpent(sources);
  // A part cannot be larger than the whole: then this is another year's, or another organisation's. The whole's own lines can, beside refunds.
  const denominator = whole !== null && own !== null && (whole.value.gte(own.value) || (chosen === null && whole.value.gt(0))) ? whole : own;
  const shareOf = (spent: Known | null): ReturnType<typeof ratio> => ratio(spent, denominator, noRate);
  const rows = categories.map(({ key, name, place: where, spent }, i): SummaryRow => ({
    key, kind: "body", level: 0, cells: [count(new Decimal(i + 1)), link(name, where), amount(spent), shareOf(at(spent, id, key, "spent"))],
  }));
  const total: SummaryRow = { key: "total", kind: "total", level: 0, cells: [text(""), text(say("column.total-row")), amount(own), shareOf(at(own, id, "total", "spent"))] };
  const from = denominator?.formula.op === "cell" ? place(denominator.formula.place) : "none";
  return [
    { kind: "heading", text: say("investment.heading") },
    {
      kind: "table", id, title: null, rows: [...rows, total],
      columns: [column("number", say("column.number"), "number"), column("name", say("investment.category"), "name"), column("spent", role("expenditure"), "amount"), column("share", say("investment.share"), "percent")],
    },
    ...(denominator === null ? [] : [{ kind: "note" as const, text: denominator === whole ? say("investment.denominator", { amount: written(denominator.value), unit: build.facts.unit, place: from }) : say("investment.own-total", { amount: written(denominator.value), unit: build.facts.unit }) }]),
    ...(chosen === null ? [{ kind: "note" as const, text: say("investment.largest", { count: categories.length }) }] : notesOn(build, [{ source: chosen, role: "expenditure" }])),
  ];
}

function chosenCategories(chosen: SourceTable): readonly Category[] {
  const apart = namesApart(chosen.lines);
  return withKeys(bodyLines(chosen).flatMap((line): Unkeyed[] => {
    const { row, place, figures: { expenditure } } = line;
    return expenditure === undefined ? [] : [{ row, name: apart.get(line) ?? line.name, place, spent: expenditure }];
  }));
}

function largestCategories({ sources }: Build): readonly Category[] {
  const { whole } = sources;
  // Offices are no purposes, nor is what every budget is divided into.
  if (whole === null || namesUnits(whole.source.table) || bodyLines(whole.source).every(({ name }) => isPartOfBudget(name))) return [];
  const figures = executionFigures(whole, sources);
  const apart = namesApart(whole.source.lines);
  const spending = bodyLines(whole.source).flatMap((line): Unkeyed[] => {
    const { row, place } = line;
    const spent = figures.get(row)?.spent ?? null;
    return spent === null || spent.value.lte(0) ? [] : [{ row, name: apart.get(line) ?? line.name, place, spent }];
  });
  return withKeys(spending.sort((a, b) => b.spent.value.cmp(a.spent.value)).slice(0, MOST));
}

/** By its name; one that is called as another before it, by its row, too. */
function withKeys(categories: readonly Unkeyed[]): readonly Category[] {
  return categories.map(({ row, ...category }, i) => ({ ...category, key: categories.findIndex(({ name }) => name === category.name) === i ? category.name : `${category.name} ${row}` }));
}
