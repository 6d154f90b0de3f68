/** A finding as the list says it. */

import type { AnyFinding, TextPlace } from "../../domain/finding";
import { placeOf, type BudgetTable } from "../../domain/table";
import { describePlace, findingWords } from "../../i18n/describe";
import type { Translator } from "../../i18n/translate";
import type { Reason, ReviewedFinding } from "../../pipeline/review";
import { TEXT_ALONE } from "./listing";

/** What the rule is called: "超支"; empty for one without a name. */
export function ruleName(words: Translator, rule: string): string {
  const key = `check.${rule}`;
  return words.has(key) ? words(key) : "";
}

/** "项目完成情况 A2:D28"; what is no table has a name of its own. */
export function tableName(words: Translator, tableId: string, tables: readonly BudgetTable[]): string {
  const table = tables.find(({ id }) => id === tableId);
  if (table !== undefined) return describePlace(placeOf(table, table.range));
  return tableId === TEXT_ALONE ? words("findings.text") : tableId;
}

/** "正文第 1209 行". */
export function textPlaceName(words: Translator, { line }: TextPlace): string {
  return words("findings.text.line", { line: line + 1 });
}

/** "人员保障 · 6 月起缺两人". */
export function reasonText(words: Translator, { category, text }: Reason): string {
  return [category === null ? "" : words(`reason-category.${category}`), text].filter((part) => part !== "").join(" · ");
}

/** All that is shown of a finding, for the search. */
export function searchText(words: Translator, { finding, lineName, dismissal, reason }: ReviewedFinding): string {
  const { what, remedy } = findingWords(words, finding);
  const place: string[] = finding.place === null ? [] : [describePlace(finding.place)];
  return [ruleName(words, finding.rule), what, remedy, lineName, ...place, ...textPart(words, finding), dismissal?.note ?? "", reason === null ? "" : reasonText(words, reason)].join("\n");
}

function textPart(words: Translator, { text }: AnyFinding): string[] {
  return text === undefined ? [] : [textPlaceName(words, text), text.quote];
}
