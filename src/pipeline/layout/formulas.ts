/** Expressions of figures as formulas of Excel. */

import type { Expression } from "../../domain/summary/model";
import { columnName, formatRange, quoteSheetName, rangeOfCell, type CellPosition } from "../../workbook/address";

/** Where a figure of the summary stands; null if there is none such. */
export type FindFigure = (table: string, row: string, column: string) => (CellPosition & { readonly sheetName: string }) | null;

/** Excel's limits are 8,192 characters and 255 arguments. */
const LONGEST = 8000;
const MOST_ARGUMENTS = 250;

/** With its "="; null where Excel could not take it, or a figure that it refers to is not on any sheet. */
export function formulaOf(expression: Expression, home: string, find: FindFigure): string | null {
  const term = termOf(expression, home, find);
  return term === null || term.text.length > LONGEST ? null : `=${term.text}`;
}

interface Term {
  readonly text: string;
  /** Can stand beside an operator without parentheses. */
  readonly isAtom: boolean;
  /** For references to one cell: neighbours in a sum become a range. */
  readonly at: (CellPosition & { readonly prefix: string }) | null;
}

function termOf(expression: Expression, home: string, find: FindFigure): Term | null {
  const inner = (one: Expression): Term | null => termOf(one, home, find);
  switch (expression.op) {
    case "cell": {
      const { place: { sheetName, range }, times, isText } = expression;
      const reached = reference(sheetName, { row: range.top, column: range.left }, home);
      // With its separators given it reads the same in every language of Excel.
      const cell: Term = isText === true ? { text: `NUMBERVALUE(${reached.text},".",",")`, isAtom: true, at: null } : reached;
      return times === null ? cell : { text: `${cell.text}*${times.toFixed()}`, isAtom: false, at: null };
    }
    case "figure": {
      const at = find(expression.table, expression.row, expression.column);
      return at === null ? null : reference(at.sheetName, at, home);
    }
    case "value": {
      const text = expression.value.toFixed();
      return { text, isAtom: !expression.value.isNegative(), at: null };
    }
    case "sum": {
      const terms = expression.terms.map(inner);
      if (!terms.every((term) => term !== null)) return null;
      const [sum, times] = [sumOf(terms), expression.times ?? null];
      return times === null ? sum : { text: `${atom(sum)}*${times.toFixed()}`, isAtom: false, at: null };
    }
    case "difference": {
      const [from, take] = [inner(expression.from), inner(expression.take)];
      return from === null || take === null ? null : { text: `${from.text}-${atom(take)}`, isAtom: false, at: null };
    }
    case "ratio": {
      const [numerator, denominator] = [inner(expression.numerator), inner(expression.denominator)];
      if (numerator === null || denominator === null) return null;
      return call(`IF(${denominator.text}=0,"",ROUND(${atom(numerator)}/${atom(denominator)},${expression.places}))`);
    }
    case "capped": {
      const of = inner(expression.of);
      return of === null ? null : call(`IF(ISNUMBER(${of.text}),MAX(0,MIN(${atom(of)}*${expression.times},${expression.cap})),"")`);
    }
  }
}

function call(text: string): Term {
  return { text, isAtom: true, at: null };
}

function atom({ text, isAtom }: Term): string {
  return isAtom ? text : `(${text})`;
}

function reference(sheetName: string, { row, column }: CellPosition, home: string): Term {
  const prefix = sheetName === home ? "" : `${quoteSheetName(sheetName)}!`;
  return { text: `${prefix}${formatRange(rangeOfCell(row, column))}`, isAtom: true, at: { prefix, row, column } };
}

function sumOf(terms: readonly Term[]): Term {
  const [only] = terms;
  if (only === undefined) return { text: "0", isAtom: true, at: null };
  if (terms.length === 1) return only;
  const parts = joined(terms);
  const calls = Array.from({ length: Math.ceil(parts.length / MOST_ARGUMENTS) }, (_, i) => `SUM(${parts.slice(i * MOST_ARGUMENTS, (i + 1) * MOST_ARGUMENTS).join(",")})`);
  return { text: calls.join("+"), isAtom: calls.length === 1, at: null };
}

/** Cells below each other as one range. */
function joined(terms: readonly Term[]): string[] {
  const parts: string[] = [];
  for (let i = 0; i < terms.length;) {
    const first = terms[i];
    if (first === undefined) break;
    let end = i;
    while (follows(terms[end], terms[end + 1])) end++;
    const last = terms[end]?.at ?? null;
    parts.push(end > i && first.at !== null && last !== null ? `${first.text}:${columnName(last.column)}${last.row + 1}` : first.text);
    i = end + 1;
  }
  return parts;
}

function follows(above: Term | undefined, below: Term | undefined): boolean {
  const [a, b] = [above?.at ?? null, below?.at ?? null];
  return a !== null && b !== null && a.prefix === b.prefix && a.column === b.column && b.row === a.row + 1;
}
