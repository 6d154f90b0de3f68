/** 预算批复: the approved and the adjusted budget by functional class, with its parts. */

import { BLANK, amount, difference, ratio, type Known } from "../../cells";
import type { Build } from "../../build";
import type { Block } from "../../model";
import type { Sources } from "../../sources/choose";
import { bodyLines, totalOf } from "../../sources/totals";
import type { FigureKey, SourceTable } from "../../sources/read";
import { classTable, type ClassColumn } from "./class-table";
import { notesOn } from "./notes";

const TABLE = "budget";

interface Side {
  readonly basis: "original" | "adjusted";
  readonly source: SourceTable;
  readonly parts: readonly ("basic" | "project")[];
}

export function budgetBlocks(build: Build): Block[] {
  const { sources, words: { say, role, noRate } } = build;
  const sides = sidesOf(sources);
  const last = sides.at(-1);
  if (last === undefined) return [];
  const columns: ClassColumn[] = sides.flatMap(({ basis, parts }, side): ClassColumn[] => {
    const amountColumn = (key: string, header: string | readonly string[], of: FigureKey): ClassColumn => ({
      key, header, kind: "amount", amount: { side, of: ({ figures }) => figures[of] ?? null }, cell: ({ figure }) => amount(figure(key)),
    });
    const name = role(`${basis}-budget`);
    const whole = { ...amountColumn(basis, parts.length === 0 ? name : [name, say("budget.total")], `${basis}-budget`), basis };
    return [whole, ...parts.map((part) => amountColumn(`${basis}-${part}`, [name, role(part)], `${basis}-budget ${part}`))];
  });
  if (sides.length === 2) columns.push({ key: "change", header: say("budget.change"), kind: "amount", amount: null, cell: ({ reference }) => amount(difference(reference("adjusted"), reference("original"))) });
  const total = (key: string): Known | null => totalIn(sides, key);
  columns.push({
    key: "share", header: say("budget.share", { basis: role(`${last.basis}-budget`) }), kind: "percent", amount: null,
    cell: ({ reference }) => {
      const part = reference(last.basis);
      return part === null ? BLANK : ratio(part, totalReference(total(last.basis), last.basis), noRate);
    },
  });
  const { columns: shown, rows, by } = classTable(TABLE, sides.map(({ source }) => bodyAndClasses(source)), columns, total, build);
  return [
    { kind: "heading", text: say("budget.heading", { by }) },
    { kind: "table", id: TABLE, title: null, columns: shown, rows },
    ...notesOn(build, sides.map(({ source, basis }) => ({ source, role: `${basis}-budget` }))),
  ];
}

function sidesOf({ original, adjusted }: Sources): Side[] {
  return (["original", "adjusted"] as const).flatMap((basis): Side[] => {
    const source = basis === "original" ? original : adjusted;
    if (source === null) return [];
    const parts = (["basic", "project"] as const).filter((part) => totalOf(source, `${basis}-budget ${part}`) !== null);
    return [{ basis, source, parts }];
  });
}

function totalIn(sides: readonly Side[], key: string): Known | null {
  for (const { basis, source } of sides) {
    if (key === basis) return totalOf(source, `${basis}-budget`);
    if (key === `${basis}-basic`) return totalOf(source, `${basis}-budget basic`);
    if (key === `${basis}-project`) return totalOf(source, `${basis}-budget project`);
  }
  return null;
}

function totalReference(known: Known | null, column: string): Known | null {
  return known === null ? null : { value: known.value, formula: { op: "figure", table: TABLE, row: "total", column } };
}

/** Lines that count, and those above them that name their classes. */
export function bodyAndClasses(source: SourceTable): SourceTable["lines"] {
  const body = new Set(bodyLines(source));
  return source.lines.filter((line) => body.has(line) || line.kind === "subtotal" || line.kind === "group");
}
