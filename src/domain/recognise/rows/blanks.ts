/** Lines of a form that nobody filled in. */

import type { LineFigures } from "./figures";
import { isBalance } from "./labels";
import type { Line } from "./line";

/** Without lines that hold nothing, and without names that hold no figures where they begin no part of the table. The last line ends the table, whatever it holds. */
export function withoutBlanks(lines: readonly Line[], figures: Pick<LineFigures, "areAboutTotal">): readonly Line[] {
  return withoutBlankParts(withoutBlankEnds(lines.filter((line, i, { length }) => holdsAnything(line) || i === length - 1)), figures);
}

/** More than its 行次. */
function holdsAnything({ name, code, number, hasFigures, rank }: Line): boolean {
  return name !== "" || code !== "" || number !== "" || hasFigures || rank > 0;
}

/** 三、国有资本经营 without a figure, the last line before 本年收入合计, begins no part of the table; 二、项目支出 before 小计 and its lines does. */
function withoutBlankEnds(lines: readonly Line[]): readonly Line[] {
  const isName = ({ hasFigures, rank }: Line): boolean => !hasFigures && rank === 0;
  const endsPart = ({ rank }: Line, next: Line | undefined): boolean => rank > 1 || (rank === 1 && (next === undefined || next.rank > 0 || isBalance(next.name)));
  const kept: Line[] = [];
  lines.forEach((line, at) => {
    const last = endsPart(line, lines[at + 1]) ? kept.findLastIndex((before) => !isName(before)) : -1;
    if (kept[last]?.rank === 0) kept.splice(last + 1);
    kept.push(line);
  });
  return kept;
}

/** A name without figures amid the lines that 小计 or 本年收入合计 adds up parts nothing either. */
function withoutBlankParts(lines: readonly Line[], { areAboutTotal }: Pick<LineFigures, "areAboutTotal">): readonly Line[] {
  const blank = new Set<Line>();
  let from = 0;
  lines.forEach((line, at) => {
    if (line.rank === 0) return;
    const part = line.rank === 1 ? lines.slice(from, at) : [];
    const first = part.findIndex(({ hasFigures }) => hasFigures);
    const names = first < 0 ? [] : part.slice(first).filter(({ hasFigures }) => !hasFigures);
    if (names.length > 0 && areAboutTotal(part, line)) for (const name of names) blank.add(name);
    from = at + 1;
  });
  return blank.size === 0 ? lines : lines.filter((line) => !blank.has(line));
}
