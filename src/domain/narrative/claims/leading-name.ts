/** A line named in the first clause of a passage, its figures behind a comma or a full stop: "12号院改造项目，年初预算500万元…". */

import type { Subject } from "../claim";
import { clauseEnd } from "./clause";
import { datesIn, inDocument, type SentenceContext } from "./context";
import { NAMES_A_LINE } from "./items";
import { subjectIn } from "./subject";
import type { Span } from "../text/paragraphs";

const LONGEST_NAME = 60;
const FIGURE = /\d\s?[百千万亿]{0,2}[元%]/u;
/** Behind the last word of a name: （街道）. */
const BRACKETED = /[（(][^（()）]*[)）]/gu;
/** Of the functional classification. */
const ENDS_AS_CLASS = /[（(][类款项][）)]$/u;
/** Words of clauses, which names do without. */
const SAYS_SOMETHING = /[不未已了是将需应的把被为]|加强|进行|开展|推进|完成|落实|存在|其中/u;

const SHORTEST_LINE = 3;
/** Behind a line's name: another name goes on, or several are named. */
const NAME_GOES_ON = /^(?:[、和与及以等的之类费款（(]|系统|部门|单位|领域|方面|人员|经费|资金|工作|支出|预算)/u;

/** 图书采购共采购图书11970册，支出…: a line of the workbook, whatever the clause goes on with. */
function lineAtStart({ text, beside }: SentenceContext, { start, end }: Span): Span | null {
  for (let to = end - 1; to - start >= SHORTEST_LINE; to -= 1) {
    if (beside.isLine(text.slice(start, to))) return NAME_GOES_ON.test(text.slice(to, end)) ? null : { start, end: to };
  }
  return null;
}

/**
 * null where the first clause is no name, nor begins with a line's. Lines of the workbook are names; else, "ends-like-one": names of budget lines
 * end in 项目, 经费, 支出 …; "says-nothing": enough where the clause stands behind a list number and before figures.
 */
export function leadingName(context: SentenceContext, sign: "ends-like-one" | "says-nothing"): Subject | null {
  const { text } = context;
  const clause = { start: 0, end: clauseEnd(text, 0, Math.min(text.length, LONGEST_NAME)) };
  if (!"，,。".includes(text.charAt(clause.end) || " ") || FIGURE.test(text.slice(0, clause.end))) return null;
  const name = subjectIn(text, clause, datesIn(context, clause));
  if (name === null) return null;
  const words = text.slice(name.start, name.end);
  const bare = words.replace(BRACKETED, "");
  const line = context.beside.isLine(words) ? null : lineAtStart(context, name);
  if (line !== null) return { text: context.sentence.text.slice(line.start, line.end), span: inDocument(context, line), origin: "own" };
  const isName = context.beside.isLine(words) || (!SAYS_SOMETHING.test(bare) && (sign === "says-nothing" || NAMES_A_LINE.test(bare) || ENDS_AS_CLASS.test(words)));
  if (!isName) return null;
  return { text: context.sentence.text.slice(name.start, name.end), span: inDocument(context, name), origin: "own" };
}
