/** Formula results. A change marks what depends on it; reading calculates what is marked. */

import { notYet } from "./model";
import type { Book } from "./model";

export type CalculationMode = "Automatic" | "AutomaticExceptTables" | "Manual";

/** Brings every marked formula up to date; called by every read, cheap when nothing is marked. */
export function recalculate(book: Book): void { notYet(book); }
/** F9 ("Recalculate") does the marked ones, "Full" and "FullRebuild" do all. */
export function calculateNow(book: Book, type: "Recalculate" | "Full" | "FullRebuild"): void { notYet(book, type); }
export function calculationMode(book: Book): CalculationMode { return notYet(book); }
export function setCalculationMode(book: Book, mode: CalculationMode): void { notYet(book, mode); }
/** Why this text is no formula Excel would take; null if it is one. */
export function formulaProblem(formula: string): string | null { return notYet(formula); }
/** A formula's value as if it stood in a cell of its own (data validation, names, tests). */
export function evaluate(book: Book, sheetId: string, formula: string): string | number | boolean { return notYet(book, sheetId, formula); }
