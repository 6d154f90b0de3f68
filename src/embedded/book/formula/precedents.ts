/** What a formula reads: the areas its references, names and tables mean. */

import { parseRange } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import type { Book, Sheet } from "../model";
import { parseStructuredReference } from "./structured";
import { piecesOf } from "./references";
import type { Prefix } from "./references";

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

/** Areas read by the formula of a sheet; names are followed. */
export function precedentsOf(formula: string, home: Sheet): Precedents {
  const found: Found = { areas: [], isVolatile: VOLATILE.test(formula), isOpen: OPEN.test(formula) };
  collect(formula, home, found, new Set());
  return found;
}

interface Found {
  readonly areas: Area[];
  isVolatile: boolean;
  isOpen: boolean;
}

function collect(formula: string, home: Sheet, found: Found, names: Set<string>): void {
  for (const piece of piecesOf(formula)) {
    switch (piece.kind) {
      case "reference":
        for (const sheet of sheetsOf(home, piece.reference.prefix)) found.areas.push({ sheet, range: piece.reference.range });
        break;
      case "name":
        collectName(piece.prefix, piece.name, home, found, names);
        break;
      case "structured": {
        const table = parseStructuredReference(home.book, piece.text);
        if (table) found.areas.push({ sheet: table.sheet, range: table.range });
        // "[@Sum]" means the table the formula stands in.
        else for (const own of home.tables) found.areas.push({ sheet: home, range: own.range });
        break;
      }
      case "text":
        // "A1:INDEX(…)" reaches from a reference to wherever; "A1#" is a spill of any size.
        if (/^[^"]*:|[^"]#(?![A-Z])/.test(piece.text.replace(/"[^"]*"/g, ""))) found.isOpen = true;
        break;
    }
  }
}

function collectName(prefix: Prefix | null, name: string, home: Sheet, found: Found, seen: Set<string>): void {
  const key = `${prefix?.text ?? ""}!${name.toLowerCase()}`;
  if (seen.has(key)) return;
  seen.add(key);
  const [scope] = sheetsOf(home, prefix);
  const defined = lookUpName(home.book, name, scope ?? home);
  if (defined !== null) {
    const formula = defined.slice(1);
    if (VOLATILE.test(formula)) found.isVolatile = true;
    if (OPEN.test(formula)) found.isOpen = true;
    collect(formula, scope ?? home, found, seen);
    return;
  }
  const table = parseStructuredReference(home.book, name);
  if (table) found.areas.push({ sheet: table.sheet, range: table.range });
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
