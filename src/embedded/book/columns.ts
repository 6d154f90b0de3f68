/** Column spans: splitting and joining them so that any columns can be changed alone. */

import type { ColumnSpan, Sheet } from "./model";

const PLAIN: Omit<ColumnSpan, "min" | "max"> = { width: null, hidden: false, style: null, attributes: null };

/** Changes columns left…right. The spans stay in order and without overlap. */
export function setColumns(sheet: Sheet, left: number, right: number, change: (span: ColumnSpan) => ColumnSpan): void {
  const spans: ColumnSpan[] = [];
  let next = left;
  for (const span of sheet.columns) {
    if (span.max < left || span.min > right) {
      if (span.min > right && next <= right) {
        spans.push(change({ ...PLAIN, min: next, max: right }));
        next = right + 1;
      }
      spans.push(span);
      continue;
    }
    if (span.min < left) spans.push({ ...span, max: left - 1 });
    if (span.min > next) spans.push(change({ ...PLAIN, min: next, max: span.min - 1 }));
    const inside = { ...span, min: Math.max(span.min, left), max: Math.min(span.max, right) };
    spans.push(change(inside));
    next = inside.max + 1;
    if (span.max > right) spans.push({ ...span, min: right + 1 });
  }
  if (next <= right) spans.push(change({ ...PLAIN, min: next, max: right }));
  sheet.columns = joined(spans);
}

/** Spans that say something, neighbours that say the same as one. */
export function joined(spans: readonly ColumnSpan[]): ColumnSpan[] {
  const result: ColumnSpan[] = [];
  for (const span of spans) {
    if (span.width === null && !span.hidden && span.style === null && span.attributes === null) continue;
    const last = result.at(-1);
    if (last && last.max + 1 === span.min && isAlike(last, span)) result[result.length - 1] = { ...last, max: span.max };
    else result.push(span);
  }
  return result;
}

function isAlike(a: ColumnSpan, b: ColumnSpan): boolean {
  return a.width === b.width && a.hidden === b.hidden && a.style === b.style && JSON.stringify(a.attributes) === JSON.stringify(b.attributes);
}

export function columnSpan(sheet: Sheet, column: number): ColumnSpan | undefined {
  return sheet.columns.find((span) => span.min <= column && span.max >= column);
}
