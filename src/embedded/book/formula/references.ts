/** The references inside a formula: found, moved, and written back with everything else left as it was typed. */

import { tokenize } from "@borgar/fx/xlsx";
import { columnIndex, columnName, LAST_COLUMN, LAST_ROW } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";

/** What stands before "!": the text as written, and the sheets it means. */
export interface Prefix {
  readonly text: string;
  /** First and last sheet by name (the same unless "Sheet1:Sheet3!"); null for another workbook. */
  readonly sheets: readonly [string, string] | null;
}

export interface Reference {
  readonly kind: "cells" | "columns" | "rows";
  /** null: the formula's own sheet. */
  readonly prefix: Prefix | null;
  readonly range: CellRange;
  /** Which sides have a "$": top, left, bottom, right. */
  readonly fixed: readonly [boolean, boolean, boolean, boolean];
  /** One cell without ":". */
  readonly single: boolean;
}

/** Text between references, a reference, a name ("Rates", "Sheet1!Rates"), or a table reference ("Table1[Sum]"). */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "name"; readonly prefix: Prefix | null; readonly name: string }
  | { readonly kind: "structured"; readonly text: string };

const parsed = new Map<string, readonly Piece[]>();
const MOST_REMEMBERED = 5_000;

/** @param formula without its "=" */
export function piecesOf(formula: string): readonly Piece[] {
  const known = parsed.get(formula);
  if (known) return known;
  if (parsed.size >= MOST_REMEMBERED) parsed.clear();
  const pieces = split(formula);
  parsed.set(formula, pieces);
  return pieces;
}

function split(formula: string): Piece[] {
  const pieces: Piece[] = [];
  let text = "";
  const push = (piece: Piece): void => {
    if (text !== "") pieces.push({ kind: "text", text });
    text = "";
    pieces.push(piece);
  };
  for (const token of tokenize(formula)) {
    const reference = token.type === "range" || token.type === "range_beam" ? parseReference(token.value) : null;
    if (reference) push({ kind: "reference", reference });
    else if (token.type === "structured") push({ kind: "structured", text: token.value });
    else if (token.type === "range_named") {
      const bang = token.value.lastIndexOf("!");
      push({ kind: "name", prefix: bang < 0 ? null : parsePrefix(token.value.slice(0, bang)), name: token.value.slice(bang + 1) });
    } else text += token.value;
  }
  if (text !== "") pieces.push({ kind: "text", text });
  return pieces;
}

const CELL = String.raw`(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})`;
const CELLS = new RegExp(`^${CELL}(?::${CELL})?$`);
const COLUMNS = /^(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})$/;
const ROWS = /^(\$?)(\d{1,7}):(\$?)(\d{1,7})$/;

/** Reads "A1", "$A$1:B2", "A:C", "3:7", each with or without a sheet; null for anything else. */
function parseReference(text: string): Reference | null {
  const bang = text.lastIndexOf("!");
  const prefix = bang < 0 ? null : parsePrefix(text.slice(0, bang));
  const place = text.slice(bang + 1);
  const cells = CELLS.exec(place);
  if (cells) {
    const [, l1, c1, t1, r1, l2 = l1, c2 = c1, t2 = t1, r2 = r1] = cells as unknown as string[];
    const single = cells[6] === undefined;
    return ordered("cells", prefix, single, [Number(r1) - 1, t1 === "$"], [columnIndex(c1 ?? ""), l1 === "$"], [Number(r2) - 1, t2 === "$"], [columnIndex(c2 ?? ""), l2 === "$"]);
  }
  const columns = COLUMNS.exec(place);
  if (columns) return ordered("columns", prefix, false, [0, true], [columnIndex(columns[2] ?? ""), columns[1] === "$"], [LAST_ROW, true], [columnIndex(columns[4] ?? ""), columns[3] === "$"]);
  const rows = ROWS.exec(place);
  if (rows) return ordered("rows", prefix, false, [Number(rows[2]) - 1, rows[1] === "$"], [0, true], [Number(rows[4]) - 1, rows[3] === "$"], [LAST_COLUMN, true]);
  return null;
}

type Side = readonly [number | null, boolean];

function ordered(kind: Reference["kind"], prefix: Prefix | null, single: boolean, top: Side, left: Side, bottom: Side, right: Side): Reference | null {
  if (left[0] === null || right[0] === null || top[0] === null || bottom[0] === null) return null;
  if (top[0] < 0 || bottom[0] < 0 || top[0] > LAST_ROW || bottom[0] > LAST_ROW) return null;
  const [t, b] = top[0] <= bottom[0] ? [top, bottom] : [bottom, top];
  const [l, r] = left[0] <= right[0] ? [left, right] : [right, left];
  return { kind, prefix, single, range: { top: t[0] ?? 0, left: l[0] ?? 0, bottom: b[0] ?? 0, right: r[0] ?? 0 }, fixed: [t[1], l[1], b[1], r[1]] };
}

function parsePrefix(text: string): Prefix {
  const plain = text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
  if (plain.includes("[")) return { text, sheets: null };
  const [first = plain, last = first] = plain.split(":");
  return { text, sheets: [first, last] };
}

export function writeReference(reference: Reference): string {
  const { kind, range, fixed, single, prefix } = reference;
  const sheet = prefix ? `${prefix.text}!` : "";
  const mark = (index: 0 | 1 | 2 | 3): string => (fixed[index] ? "$" : "");
  const left = `${mark(1)}${columnName(range.left)}`;
  const right = `${mark(3)}${columnName(range.right)}`;
  const top = `${mark(0)}${range.top + 1}`;
  const bottom = `${mark(2)}${range.bottom + 1}`;
  if (kind === "columns") return `${sheet}${left}:${right}`;
  if (kind === "rows") return `${sheet}${top}:${bottom}`;
  return single ? `${sheet}${left}${top}` : `${sheet}${left}${top}:${right}${bottom}`;
}

function writePiece(piece: Piece): string {
  switch (piece.kind) {
    case "text": case "structured": return piece.text;
    case "reference": return writeReference(piece.reference);
    case "name": return piece.prefix ? `${piece.prefix.text}!${piece.name}` : piece.name;
  }
}

/** The formula with each piece replaced by a text; null keeps the piece. Returns the very same text when nothing changed. */
export function rewrite(formula: string, replace: (piece: Piece) => string | null): string {
  let changed = false;
  let text = "";
  for (const piece of piecesOf(formula)) {
    const replacement = replace(piece);
    if (replacement === null) text += writePiece(piece);
    else {
      changed = true;
      text += replacement;
    }
  }
  return changed ? text : formula;
}

export const GONE = "#REF!";

/** "$A$1", or "$A$1:$B$2". */
export function absolute({ top, left, bottom, right }: CellRange): string {
  const corner = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;
  return top === bottom && left === right ? corner(top, left) : `${corner(top, left)}:${corner(bottom, right)}`;
}

/** The formula as it reads when copied so many rows and columns away: relative sides move, "$" sides stay. */
export function moveRelative(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewrite(formula, (piece) => {
    if (piece.kind !== "reference") return null;
    const moved = movedReference(piece.reference, rows, columns);
    return moved ? writeReference(moved) : GONE;
  });
}

function movedReference(reference: Reference, rows: number, columns: number): Reference | null {
  const { range, fixed, kind } = reference;
  const row = (value: number, isFixed: boolean): number => (isFixed || kind === "columns" ? value : value + rows);
  const column = (value: number, isFixed: boolean): number => (isFixed || kind === "rows" ? value : value + columns);
  const sides = [row(range.top, fixed[0]), column(range.left, fixed[1]), row(range.bottom, fixed[2]), column(range.right, fixed[3])] as const;
  const [top, left, bottom, right] = sides;
  if (top < 0 || bottom < 0 || left < 0 || right < 0 || top > LAST_ROW || bottom > LAST_ROW || left > LAST_COLUMN || right > LAST_COLUMN) return null;
  const swapRows = top > bottom;
  const swapColumns = left > right;
  return {
    ...reference,
    range: { top: Math.min(top, bottom), left: Math.min(left, right), bottom: Math.max(top, bottom), right: Math.max(left, right) },
    fixed: [fixed[swapRows ? 2 : 0], fixed[swapColumns ? 3 : 1], fixed[swapRows ? 0 : 2], fixed[swapColumns ? 1 : 3]],
  };
}
