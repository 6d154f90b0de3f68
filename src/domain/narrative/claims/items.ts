/** Numbered items and the lines that go on with them. */

import type { Item, Subject } from "../claim";
import { NO_SUBJECT, type Beside } from "./context";
import type { Paragraph } from "../text/paragraphs";

/** A heading that names a line of a budget: its paragraphs speak of that line. */
export const NAMES_A_LINE = /(?:项目|经费|资金|费|费用|工程|补助|补贴|款|专项|支出|事务)$/u;

/** Open items, outermost first, with the level of each number. */
export type OpenItems = readonly { readonly level: number; readonly item: Item | null }[];

/**
 * A number ends the items of its own level and of deeper ones. A heading that names no budget line opens
 * nothing below a project (（1）资金情况 under 1. X项目 still speaks of X); it only ends what was open.
 * `subjectOf` gives what a numbered line of prose is about.
 */
export function openItem(open: OpenItems, paragraph: Paragraph, beside: Beside, subjectOf: () => Subject | null): OpenItems {
  const { number } = paragraph;
  if (number === null) return open;
  const outer = open.filter(({ level }) => level < number.level);
  const subject = paragraph.kind !== "heading" ? subjectOf() : namesALine(headingSubject(paragraph), beside);
  const inherited = outer.at(-1)?.item ?? null;
  const item = subject === null ? inherited : { paragraph: paragraph.index, number: number.value, subject };
  return [...outer, { level: number.level, item }];
}

function namesALine(subject: Subject, { isLine }: Beside): Subject | null {
  return NAMES_A_LINE.test(subject.text) || isLine(subject.text) ? subject : null;
}

export function headingSubject({ text, number, start, end }: Paragraph): Subject {
  const length = number?.length ?? 0;
  return { text: text.slice(length), span: { start: start + length, end }, origin: "item" };
}

export function subjectOfItem(item: Item | null): Subject {
  return item === null ? NO_SUBJECT : { ...item.subject, origin: "item" };
}
