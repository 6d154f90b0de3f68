/**
 * What stands for a line or a finding in what we keep: what it is about, never where it stands, so that it is
 * found again after rows were inserted, lines sorted and sheets renamed.
 */

/** A sheet, by its id, or by its name if no sheet has that id. */
export interface SheetMark {
  readonly sheetId: string;
  readonly sheetName: string;
}

/** A line of a table. */
export interface LineMark extends SheetMark {
  /** Of a column of codes that name lines; "" without one. */
  readonly code: string;
  readonly name: string;
  /** Which of the sheet's lines with this code and name, from 0. */
  readonly nth: number;
  /** Stands for the line's amounts, which tell lines of one name apart; "" where they did not. */
  readonly amounts: string;
}

/** A finding: the same rule about the same thing. */
export interface FindingMark {
  readonly rule: string;
  /** Which comparison of the rule it was, where there are several. */
  readonly kind: string | null;
  /** The line it is about, or the sheet where it is about no single one; null for the text alone. */
  readonly at: LineMark | SheetMark | null;
  /** The column by role or header, or the words of the text. */
  readonly about: string;
  /** The sheet it is compared with, if it is. */
  readonly other: SheetMark | null;
  /** Stands for the figures it was made of; with others it is a new matter. */
  readonly figures: string;
  /** Which of several that are alike in all this, from 0. */
  readonly nth: number;
}

export function isLine(mark: LineMark | SheetMark | null): mark is LineMark {
  return mark !== null && "nth" in mark;
}

/** Equal for equal marks only. */
export function lineMarkId({ sheetId, sheetName, code, name, nth, amounts }: LineMark): string {
  return JSON.stringify([sheetId, sheetName, code, name, nth, amounts]);
}

/** Equal for equal marks only. */
export function findingMarkId({ rule, kind, at, about, other, figures, nth }: FindingMark): string {
  const sheet = (mark: SheetMark | null): unknown => (mark === null ? null : [mark.sheetId, mark.sheetName]);
  return JSON.stringify([rule, kind, isLine(at) ? lineMarkId(at) : sheet(at), about, sheet(other), figures, nth]);
}
