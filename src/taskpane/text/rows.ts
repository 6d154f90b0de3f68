/** What was compared in the text, as the list shows it. */

import type { AnyFinding, TextPlace } from "../../domain/finding";
import { textComparisons, type CheckedText, type TextComparison } from "../../pipeline/check-text";
import type { ReportText, ReviewedFinding } from "../../pipeline/review";
import { cellOfLine } from "../../pipeline/text-source/cells";
import type { Place } from "../../workbook/address";

export interface ComparedRow {
  readonly key: string;
  readonly comparison: TextComparison;
  readonly isDismissed: boolean;
  /** The cell that the sentence stands in, where the text is text cells. */
  readonly cell: Place | null;
}

/** Without those of checks that are switched off; what was dismissed stays, said as such. */
export function comparedRows(checked: CheckedText, findings: readonly ReviewedFinding[], off: readonly string[], text: ReportText): ComparedRow[] {
  const dismissed = new Set(findings.filter(({ dismissal }) => dismissal !== null).map(({ finding }) => about(finding)));
  return textComparisons(checked).flatMap((comparison, at): ComparedRow[] => {
    const { rule, finding, sentence } = comparison;
    if (off.includes(rule)) return [];
    return [{ key: String(at), comparison, isDismissed: finding !== null && dismissed.has(about(finding)), cell: sentence === null ? null : cellOfLine(text, sentence.line) }];
  });
}

/** Whether it is the finding with these words. */
export function isOf({ comparison: { finding } }: ComparedRow, { start, end }: TextPlace): boolean {
  return finding?.text !== undefined && finding.text.start === start && finding.text.end === end;
}

function about({ rule, kind, text, place, expected, actual }: AnyFinding): string {
  return JSON.stringify([rule, kind, text?.start, text?.end, place, expected, actual]);
}
