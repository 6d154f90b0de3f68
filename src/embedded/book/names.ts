/** Defined names of the workbook and of single sheets. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Book, Sheet } from "./model";

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

export function namesOf(owner: Book | Sheet): readonly DefinedName[] { return notYet(owner); }
export function findName(owner: Book | Sheet, name: string): DefinedName | null { return notYet(owner, name); }
/** @throws HostRefusal InvalidArgument for a name or formula Excel refuses, ItemAlreadyExists */
export function addName(owner: Book | Sheet, name: string, formula: string, comment?: string): DefinedName { return notYet(owner, name, formula, comment); }
export function changeName(book: Book, defined: DefinedName, changes: Partial<Pick<DefinedName, "formula" | "comment" | "visible">>): void { notYet(book, defined, changes); }
export function deleteName(book: Book, defined: DefinedName): void { notYet(book, defined); }
/** What the name stands for: a range, or a value; Excel's NamedItemType. */
export function nameType(book: Book, defined: DefinedName): "Range" | "String" | "Integer" | "Double" | "Boolean" | "Error" | "Array" { return notYet(book, defined); }
export function nameValue(book: Book, defined: DefinedName): string | number | boolean { return notYet(book, defined); }
/** null when it is no range, or its sheet is gone. */
export function nameRange(book: Book, defined: DefinedName): { readonly sheet: Sheet; readonly range: CellRange } | null { return notYet(book, defined); }
