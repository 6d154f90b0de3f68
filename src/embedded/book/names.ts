/** Defined names of the workbook and of single sheets. */

import { columnIndex } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { ERROR_VALUES } from "../../workbook/snapshot";
import { announce } from "./changes";
import { recalculateAll } from "./formula/dependencies";
import { keptFormula, shownFormula } from "./formula/notation";
import { areaOf } from "./formula/precedents";
import type { Book, Sheet } from "./model";
import { evaluate } from "./recalculate";
import { refuse } from "./refusal";

export interface DefinedName {
  name: string;
  /** null: the whole workbook. */
  readonly sheet: Sheet | null;
  /** With its "=", for example "=Sheet1!$A$1:$B$2". */
  formula: string;
  comment: string;
  visible: boolean;
  /** Excel's own ("Print_Area", "Print_Titles", "_FilterDatabase"), which files mark with "_xlnm.". */
  readonly builtIn: boolean;
  /** What else the file says of it. */
  readonly attributes: Readonly<Record<string, string>>;
}

function bookOf(owner: Book | Sheet): Book {
  return "sheets" in owner ? owner : owner.book;
}

function scopeOf(owner: Book | Sheet): Sheet | null {
  return "sheets" in owner ? null : owner;
}

/** Of the owner's own scope: a workbook's do not include those of its sheets. */
export function namesOf(owner: Book | Sheet): readonly DefinedName[] {
  const scope = scopeOf(owner);
  return bookOf(owner).names.filter((defined) => defined.sheet === scope);
}

/** In the owner's own scope, in any case. */
export function findName(owner: Book | Sheet, name: string): DefinedName | null {
  const scope = scopeOf(owner);
  const wanted = name.toLowerCase();
  return bookOf(owner).names.find((defined) => defined.sheet === scope && defined.name.toLowerCase() === wanted) ?? null;
}

/** @throws HostRefusal InvalidArgument for a name or formula Excel refuses, ItemAlreadyExists */
export function addName(owner: Book | Sheet, name: string, formula: string, comment = ""): DefinedName {
  const book = bookOf(owner);
  const problem = nameProblem(name);
  if (problem !== null) refuse("InvalidArgument", problem);
  if (findName(owner, name)) refuse("ItemAlreadyExists", "There is a name like that.");
  const defined: DefinedName = { name, sheet: scopeOf(owner), formula: kept(formula), comment, visible: true, builtIn: false, attributes: {} };
  book.names.push(defined);
  namesChanged(book);
  return defined;
}

/** A value without "=" is meant literally. */
function kept(formula: string): string {
  if (formula.startsWith("=")) return `=${keptFormula(formula)}`;
  return /^[-+]?\d+(\.\d+)?$/.test(formula) ? `=${formula}` : `="${formula.replaceAll('"', '""')}"`;
}

export function changeName(book: Book, defined: DefinedName, changes: Partial<Pick<DefinedName, "formula" | "comment" | "visible">>): void {
  if (changes.formula !== undefined) defined.formula = kept(changes.formula);
  if (changes.comment !== undefined) defined.comment = changes.comment;
  if (changes.visible !== undefined) defined.visible = changes.visible;
  namesChanged(book);
}

export function deleteName(book: Book, defined: DefinedName): void {
  const at = book.names.indexOf(defined);
  if (at < 0) refuse("ItemNotFound", "There is no such name.");
  book.names.splice(at, 1);
  namesChanged(book);
}

function namesChanged(book: Book): void {
  recalculateAll(book);
  announce(book, { kind: "names" });
}

/** Excel's own names for a sheet, such as its print area; null takes the name away. */
export function setBuiltInName(sheet: Sheet, name: string, formula: string | null, visible = true): void {
  const { names } = sheet.book;
  const at = names.findIndex((defined) => defined.sheet === sheet && defined.builtIn && defined.name === name);
  if (formula === null) {
    if (at >= 0) names.splice(at, 1);
  } else if (at >= 0 && names[at]) names[at].formula = formula;
  else names.push({ name, sheet, formula, comment: "", visible, builtIn: true, attributes: {} });
}

const LONGEST_NAME = 255;

/** Why Excel would refuse a name (of a range, formula or table); null if it would not. */
export function nameProblem(name: string): string | null {
  if (name === "" || name.length > LONGEST_NAME) return `A name has 1 to ${LONGEST_NAME} characters.`;
  if (!/^[\p{L}_\\][\p{L}\p{N}\p{M}_.\\?]*$/u.test(name)) return "A name begins with a letter or _ and contains letters, digits, _ and full stops only.";
  const cell = /^([A-Za-z]{1,3})(\d+)$/.exec(name);
  if (cell && columnIndex(cell[1] ?? "") !== null && Number(cell[2]) >= 1 && Number(cell[2]) <= 1_048_576) return "A name does not look like a cell.";
  if (/^[rc]$/i.test(name) || /^r\d*c\d*$/i.test(name) || /^(true|false)$/i.test(name)) return "Excel keeps this name for itself.";
  return null;
}

/** What the name stands for: a range, or a value; Excel's NamedItemType. */
export function nameType(book: Book, defined: DefinedName): "Range" | "String" | "Integer" | "Double" | "Boolean" | "Error" | "Array" {
  if (nameRange(book, defined)) return "Range";
  if (/^=\{.*\}$/s.test(defined.formula)) return "Array";
  const value = nameValue(book, defined);
  if (ERROR_VALUES.has(value)) return "Error";
  if (typeof value === "boolean") return "Boolean";
  return typeof value === "number" ? (Number.isInteger(value) ? "Integer" : "Double") : "String";
}

/** Of a range: its address, as Office.js tells it. */
export function nameValue(book: Book, defined: DefinedName): string | number | boolean {
  if (nameRange(book, defined)) return shownFormula(defined.formula.slice(1));
  const home = defined.sheet ?? book.sheets[0];
  return home ? evaluate(book, home.id, defined.formula) : "";
}

/** null when it is no range, or its sheet is gone. */
export function nameRange(book: Book, defined: DefinedName): { readonly sheet: Sheet; readonly range: CellRange } | null {
  const home = defined.sheet ?? book.sheets[0];
  return home ? areaOf(defined.formula.slice(1), home) : null;
}
