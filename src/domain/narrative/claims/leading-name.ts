/** A line named in the first clause of a passage, its figures behind a comma or a full stop: "12号院改造项目，年初预算500万元…". */

import type { Subject } from "../claim";
import { clauseEnd } from "./clause";
import { datesIn, inDocument, type SentenceContext } from "./context";
import { NAMES_A_LINE } from "./items";
import { subjectIn } from "./subject";

const LONGEST_NAME = 60;
const FIGURE = /\d\s?[百千万亿]{0,2}[元%]/u;
/** Behind the last word of a name: （街道）. */
const BRACKETED = /[（(][^（()）]*[)）]/gu;
/** Of the functional classification. */
const ENDS_AS_CLASS = /[（(][类款项][）)]$/u;
/** Words of clauses, which names do without. */
const SAYS_SOMETHING = /[不未已了是将需应的把被为]|加强|进行|开展|推进|完成|落实|存在|其中/u;

/**
 * null where the first clause is no name. Lines of the workbook are names; else, "ends-like-one": names of budget lines
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
  const isName = context.beside.isLine(words) || (!SAYS_SOMETHING.test(bare) && (sign === "says-nothing" || NAMES_A_LINE.test(bare) || ENDS_AS_CLASS.test(words)));
  if (!isName) return null;
  return { text: context.sentence.text.slice(name.start, name.end), span: inDocument(context, name), origin: "own" };
}
