/** Errors as values. The words come from the catalogs, by code: `problem.<code>` and `problem.<code>.remedy`. */

import type { Place } from "./address";

export type ProblemCode =
  /** The workbook, or what was asked for, has nothing in it. */
  | "empty-workbook"
  | "no-table"
  | "no-lines"
  | "only-made-sheets"
  | "no-budget-column"
  | "no-expenditure-column"
  | "several-columns"
  | "only-income"
  | "spending-of-parts"
  | "merged-body"
  | "ranges-differ"
  | "ranges-wide"
  | "ranges-same"
  | "ranges-empty"
  | "ranges-no-header"
  | "ranges-names-differ"
  | "sheet-hidden"
  /** The workbook refuses. */
  | "sheet-protected"
  | "workbook-protected"
  | "cells-changed"
  /** It was stopped while it wrote. */
  | "cancelled"
  | "sheet-missing"
  | "no-free-columns"
  | "cell-editing"
  | "too-large"
  | "read-only"
  | "host-too-old"
  | "host-failed"
  | "no-answer"
  | "stored-damaged"
  | "stored-newer"
  | "stored-several"
  | "columns-unknown"
  | "record-full"
  | "decisions-full"
  /** Files. */
  | "sample-not-loaded"
  | "file-missing"
  | "file-is-folder"
  | "file-unreadable"
  | "file-not-xlsx"
  | "file-not-text"
  | "file-too-large"
  | "document-too-large"
  | "text-empty"
  | "text-too-long"
  | "no-text-cells"
  | "part-not-loaded"
  | "file-encrypted"
  | "file-damaged"
  | "workbook-too-large"
  | "file-not-written"
  | "output-is-input"
  | "output-not-xlsx"
  | "output-not-xlsm"
  | "output-extension"
  /** Files that we made. */
  | "export-failed"
  | "download-refused"
  | "not-exported"
  | "export-newer"
  | "export-changed"
  | "export-incomplete"
  | "export-hidden"
  | "merge-no-unit"
  | "merge-repeated"
  | "merge-other-period"
  | "merge-other-unit"
  /** The command line. */
  | "no-input"
  | "bad-argument"
  | "unknown-option"
  | "option-without-value"
  | "option-with-value";

export interface Problem {
  readonly code: ProblemCode;
  readonly place?: Place;
  /** What the message names besides the place; plain text or numbers, never translated here. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A result, or why there is none. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failed(problem: Problem): Outcome<never> {
  return { ok: false, problem };
}

/** Whether it is a table's column of the budget or of the spending that is missing, which a person can name. */
export function lacksColumn({ code }: Problem): boolean {
  return code === "no-budget-column" || code === "no-expenditure-column" || code === "several-columns" || code === "only-income";
}

/** Whether tables can be read all the same: what is missing is only what rates are of. */
export function lacksRates(problem: Problem): boolean {
  return lacksColumn(problem) || problem.code === "spending-of-parts";
}
