/** What a formula reads: the areas its references, names and tables mean. */

import { parseRange } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import type { Book, Sheet } from "../model";
import { piecesOf } from "./references";
import type { Prefix } from "./references";
import { tableArea } from "./structured";
import type { TableArea } from "./structured";

export interface Area {
  readonly sheet: Sheet;
  readonly range: CellRange;
}

export interface Precedents {
  readonly areas: readonly Area[];
  /** Calculated anew whenever anything is. */
  readonly isVolatile: boolean;
  /** Decides only while it is calculated what it reads. */
  readonly isOpen: boolean;
}

const VOLATILE = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|INFO|CELL)\s*\(/i;
const OPEN = /\b(?:OFFSET|INDIRECT)\s*\(/i;

/** Areas read by the formula of a cell; names are followed. */
export function precedentsOf(formula: string, home: Sheet, row: number, column: number): Precedents {
  const found: Found = { areas: [], isVolatile: VOLATILE.test(formula), isOpen: OPEN.test(formula) };
  collect(formula, { sheet: home, row, column }, found, new Set());
  return found;
}

interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

interface Found {
  readonly areas: Area[];
  isVolatile: boolean;
  isOpen: boolean;
}

function collect(formula: string, place: Place, found: Found, names: Set<string>): void {
  const { sheet: home, row, column } = place;
  for (const piece of piecesOf(formula)) {
    switch (piece.kind) {
      case "reference":
        for (const sheet of sheetsOf(home, piece.reference.prefix)) found.areas.push({ sheet, range: piece.reference.range });
        break;
      case "name":
        collectName(piece.prefix, piece.name, place, found, names);
        break;
      case "structured":
        addTable(tableArea(home, piece.text, row, column), found);
        break;
      case "text":
        // "A1:INDEX(…)" reaches from a reference to wherever; "A1#" is a spill of any size.
        if (/:|#(?![A-Z])/.test(piece.text.replace(/"[^"]*"/g, ""))) found.isOpen = true;
        break;
    }
  }
}

function addTable(area: TableArea | null, found: Found): void {
  if (area?.range) found.areas.push({ sheet: area.sheet, range: area.range });
}

function collectName(prefix: Prefix | null, name: string, place: Place, found: Found, seen: Set<string>): void {
  const key = `${prefix?.text ?? ""}!${name.toLowerCase()}`;
  if (seen.has(key)) return;
  seen.add(key);
  const scope = sheetsOf(place.sheet, prefix)[0] ?? place.sheet;
  const defined = lookUpName(place.sheet.book, name, scope);
  if (defined === null) {
    addTable(tableArea(place.sheet, name, place.row, place.column), found);
    return;
  }
  const formula = defined.slice(1);
  if (VOLATILE.test(formula)) found.isVolatile = true;
  if (OPEN.test(formula)) found.isOpen = true;
  collect(formula, { ...place, sheet: scope }, found, seen);
}

function lookUpName(book: Book, name: string, home: Sheet): string | null {
  const wanted = name.toLowerCase();
  const candidates = book.names.filter((defined) => defined.name.toLowerCase() === wanted);
  return (candidates.find((defined) => defined.sheet === home) ?? candidates.find((defined) => defined.sheet === null))?.formula ?? null;
}

/** The sheets that a prefix means; none for another workbook or a sheet that is not there. */
export function sheetsOf(home: Sheet, prefix: Prefix | null): readonly Sheet[] {
  if (!prefix) return [home];
  if (!prefix.sheets) return [];
  const { sheets } = home.book;
  const position = (name: string): number => sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  const first = position(prefix.sheets[0]);
  if (first < 0) return [];
  if (prefix.sheets[0] === prefix.sheets[1]) return sheets.slice(first, first + 1);
  const last = position(prefix.sheets[1]);
  return last < 0 ? [] : sheets.slice(Math.min(first, last), Math.max(first, last) + 1);
}

/** "Sheet1!$A$1:$B$2" as an area of the book; null for anything that is no single reference. */
export function areaOf(formula: string, home: Sheet): Area | null {
  const pieces = piecesOf(formula.trim());
  const [piece] = pieces;
  if (pieces.length !== 1 || piece?.kind !== "reference") return null;
  const [sheet, another] = sheetsOf(home, piece.reference.prefix);
  return sheet && !another ? { sheet, range: piece.reference.range } : null;
}

/** Plain ranges of an attribute like `sqref`. */
export function rangesOf(sqref: string | undefined): CellRange[] {
  return (sqref ?? "").split(/\s+/).flatMap((ref) => parseRange(ref) ?? []);
}
