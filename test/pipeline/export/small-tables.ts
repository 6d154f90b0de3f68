/** Tables of a summary as the builder names them, in a few words. */

import { Decimal } from "../../../src/domain/amounts/decimal";
import type { SummaryCell, SummaryColumn, SummaryRow, TableBlock } from "../../../src/domain/summary/model";
import type { Collected } from "../../../src/pipeline/export/collect";
import { FACTS } from "./small-export";

const text = (value: string): SummaryCell => ({ kind: "text", text: value });
const amount = (value: string): SummaryCell => (value === "" ? { kind: "blank" } : { kind: "figure", format: "amount", figure: { value: new Decimal(value), missing: null, formula: null } });

/** Rows of key figures and coverage are known by what they are. */
const KEYS: Readonly<Record<string, string>> = { 年初预算: "original", 调增: "increase", 调减: "decrease", 调整后预算: "adjusted", 支出: "spent", 跟踪项目: "tracked", 项目支出: "whole" };
/** Which budget columns are about; of coverage it is that of the projects. */
const BASES: Readonly<Record<string, "original" | "adjusted">> = { original: "original", value: "original", adjusted: "adjusted", budget: "adjusted" };

/** Cells as they are written; "" is blank, 合计 makes a total row. */
export function table(id: string, columns: readonly string[], rows: readonly (readonly [level: 0 | 1 | 2, cells: readonly string[]])[]): TableBlock {
  const words = new Set(["code", "name", "class-code", "class", "unit", "status", "reason"]);
  return {
    kind: "table", id, title: null,
    columns: columns.map((key): SummaryColumn => ({ key, header: [key], kind: words.has(key) ? "name" : "amount", isOpen: false, ...(BASES[key] === undefined ? {} : { basis: BASES[key] }) })),
    rows: rows.map(([level, cells], i): SummaryRow => ({ key: cells.includes("合计") ? "total" : (KEYS[cells[0] ?? ""] ?? String(i)), kind: cells.includes("合计") ? "total" : "body", level, cells: cells.map((cell, c) => (words.has(columns[c] ?? "") ? text(cell) : amount(cell))) })),
  };
}

export function collected(...blocks: readonly TableBlock[]): Collected {
  return { summary: { facts: FACTS, sheets: [{ key: "summary", name: "汇总表", orientation: "portrait", blocks }] }, facts: FACTS };
}
