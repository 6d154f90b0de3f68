/** What the workbook does not have, said once at the head. */

import { bodyLines } from "../../sources/totals";
import { isWholeAdjusted, wholeSpent } from "./key-figures";
import { findCutOff, formatCutOff } from "../../../execution/cut-off";
import { columnOf, type BudgetTable } from "../../../table";
import type { Build } from "../../build";
import type { Block } from "../../model";
import type { Sources } from "../../sources/choose";
import type { SummaryWord, SummaryWords } from "../../words";

export function missingBlocks({ facts, sources, projects, words: { say } }: Build): Block[] {
  const { original, adjusted, whole, unit, leftOut, measures, joined, tables } = sources;
  const ofWhole: readonly (readonly [boolean, SummaryWord])[] = facts.isOfProjects === true ? [[true, "missing.whole"]] : [
    [original === null, "missing.original"], [adjusted === null && !isWholeAdjusted({ whole }), "missing.adjusted"], [whole === null, wholeSpent(sources) === null ? "missing.expenditure" : "missing.execution"],
  ];
  const missing: readonly (readonly [boolean, SummaryWord])[] = [
    ...ofWhole,
    [projects.length === 0, "missing.projects"], [unit === null, "missing.unit"],
  ];
  return [
    ...missing.flatMap(([isMissing, word]): Block[] => (isMissing ? [{ kind: "note", text: say(word) }] : [])),
    ...(facts.notCounted ?? []).map((text): Block => ({ kind: "note", text })),
    ...(joined.length === 0 ? [] : [{ kind: "note" as const, text: say("tables-joined", { tables: namesOf(joined.map(({ table }) => table)).map((table) => say("table-named", { table, date: "none" })).join(say("and")) }) }]),
    ...leftOut.filter((source) => bodyLines(source).length > 0).map(({ table }): Block => ({ kind: "note", text: say("left-out", { table: nameOf(table) }) })),
    ...pairsLeftOut(sources).map(({ table, counted, others }): Block => ({ kind: "note", text: say("pairs-left-out", { table: table.sheetName, counted, others }) })),
    ...incomeLeftOut(tables).map(({ table, lines }): Block => ({ kind: "note", text: say("income-left-out", { table: nameOf(table), sheet: table.sheetName, lines }) })),
    ...measures.map((table): Block => ({ kind: "note", text: say("measures-left-out", { table: nameOf(table) }) })),
  ];
}

/** Tables of income, and of others the number of lines that are income; 0 for all of them. */
function incomeLeftOut(tables: Sources["tables"]): readonly { readonly table: BudgetTable; readonly lines: number }[] {
  return tables.flatMap(({ table }) => {
    const lines = table.doubts.some(({ code }) => code === "doubt-income") ? 0 : table.rows.filter(({ isIncome }) => isIncome === true).length;
    return lines > 0 || table.doubts.some(({ code }) => code === "doubt-income") ? [{ table, lines }] : [];
  });
}

interface PairsLeftOut {
  readonly table: BudgetTable;
  readonly counted: string;
  readonly others: string;
}

/** What of a table that counts stands in columns that do not: more blocks of budget and spending, or more spending. */
function pairsLeftOut({ whole, projects }: Pick<Sources, "whole" | "projects">): readonly PairsLeftOut[] {
  const tables = new Map([...(whole === null ? [] : [whole.source]), ...projects].map(({ table }) => [table.id, table]));
  return [...tables.values()].flatMap((table) => table.doubts.flatMap(({ code, values = {} }): PairsLeftOut[] => {
    const others = code === "doubt-other-pairs" ? values["others"] : code === "doubt-several-expenditures" ? values["header"] : undefined;
    return others === undefined ? [] : [{ table, counted: String(values["counted"]), others: String(others) }];
  }));
}

/** By their tabs, by their titles where several stand on one sheet, by the headers of their spending where not each has one. */
function namesOf(tables: readonly BudgetTable[]): readonly string[] {
  const ways = [tables.map(({ sheetName }) => sheetName), tables.map(({ title }) => title?.text ?? ""), tables.map((table) => columnOf(table, "expenditure")?.header.join(" ") ?? nameOf(table))];
  return ways.find((names) => !names.includes("") && new Set(names).size === tables.length) ?? tables.map(nameOf);
}

function nameOf({ title, sheetName }: BudgetTable): string {
  return title?.text ?? sheetName;
}

/** Tables of the form of those that count, which do not: nobody should take the key figures for more than they are. */
export function sayNotCounted(sources: Pick<Sources, "earlier" | "beside" | "whole" | "partOnly">, words: Pick<SummaryWords, "say" | "role">): readonly string[] {
  const { earlier, partOnly } = sources;
  const { say, role } = words;
  const [own = "", ...beside] = namesWithBeside(sources);
  const others = beside.map((table) => say("table-named", { table, date: "none" })).join(say("and"));
  return [...(partOnly === null ? [] : [say("part-only", { table: nameOf(partOnly.table), without: role(partOnly.without) })]), ...(others === "" ? [] : [say("beside-left-out", { table: own, others })]), ...earlier.map(({ counted, others }) => say("earlier-left-out", { table: say("table-named", { table: counted.sheetName, date: dateOf(counted) }), others: others.map((table) => say("table-named", { table: table.sheetName, date: dateOf(table) })).join(say("and")) }))];
}

/** What the whole is without: those of them that may be part of it, or 项目支出; "" for nothing. */
export function sayWithout(sources: Pick<Sources, "beside" | "whole" | "partOnly">, { say, role }: Pick<SummaryWords, "say" | "role">): string {
  const { partOnly } = sources;
  const tables = namesWithBeside(sources).slice(1).map((table) => say("table-named", { table, date: "none" }));
  return [...(partOnly === null ? [] : [role(partOnly.without)]), ...tables].join(say("and"));
}

function namesWithBeside({ whole, beside }: Pick<Sources, "beside" | "whole">): readonly string[] {
  return whole === null ? [] : namesOf([whole.source.table, ...beside.map(({ table }) => table)]);
}

function dateOf(table: BudgetTable): string {
  const found = findCutOff(table);
  return found === null ? "none" : formatCutOff(found.cutOff);
}
