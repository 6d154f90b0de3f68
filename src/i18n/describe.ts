/** Domain values in words. What a code's message names comes with the value; its place is shown beside it. */

import type { AnyFinding, MessageValue } from "../domain/finding";
import type { Reason } from "../domain/table";
import { formatRange, type Place } from "../workbook/address";
import type { Problem } from "../workbook/problem";
import { describeFigure } from "./figures";
import type { MessageValues, Translator } from "./translate";

/** Why something was decided; empty for a code without words. */
export function describeReason(words: Translator, reason: Reason): string {
  return describe(words, `reason.${reason.code}`, inWords(words, reason.values ?? {}));
}

/** What was found and what to do about it, as one text. */
export function describeFinding(words: Translator, finding: AnyFinding): string {
  const { what, remedy } = findingWords(words, finding);
  return [what, remedy].filter((text) => text !== "").join(words.locale === "en-US" ? " " : "");
}

/** The same as two texts; empty for a rule without words. */
export function findingWords(words: Translator, { rule, kind, expected, actual, values }: AnyFinding): { readonly what: string; readonly remedy: string } {
  const named = inWords(words, { expected: expected ?? "", actual: actual ?? "", ...values });
  const key = kind === undefined ? `finding.${rule}` : `finding.${rule}.${kind}`;
  return { what: describe(words, key, named), remedy: describe(words, `${key}.remedy`, named) };
}

/** What messages about problems may name; empty where whoever met the problem did not know it. */
const UNNAMED = { argument: "", usage: "", file: "", code: "" };

/** What went wrong, and what to do about it. */
export function describeProblem(words: Translator, problem: Problem): { readonly what: string; readonly remedy: string } {
  const values = { ...UNNAMED, ...problem.values };
  return { what: words(`problem.${problem.code}`, values), remedy: words(`problem.${problem.code}.remedy`, values) };
}

/** "项目完成情况 B23": the sheet as people call it, and the cells. */
export function describePlace(place: Place): string {
  return `${place.sheetName} ${formatRange(place.range)}`;
}

/** What a message names, in words: figures with their units, and the names of a column's `role` and of a `unit`. */
function inWords(words: Translator, values: Readonly<Record<string, MessageValue>>): MessageValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name === "role" || name === "unit" ? term(words, `${name}.${String(value)}`, value) : wordOf(words, value)]));
}

function term(words: Translator, key: string, otherwise: MessageValue): string | number {
  return words.has(key) ? words(key) : wordOf(words, otherwise);
}

function wordOf(words: Translator, value: MessageValue): string | number {
  if (typeof value !== "object") return value;
  return "figure" in value ? describeFigure(words, value) : value.map((part) => wordOf(words, part)).join(" ");
}

function describe(words: Translator, key: string, values: MessageValues | undefined): string {
  return words.has(key) ? words(key, values) : "";
}
