/** The rule of a conditional format, read and replaced. */

import type { Sheet } from "../../book/book";
import { changeConditionalFormat, conditionalFormatsOf, type ConditionalRule } from "../../book/conditional-formats";
import { ExcelError } from "../../protocol/errors";

/** A conditional format by its id, since every change makes a new one of it. */
export interface RuleKey {
  readonly sheet: Sheet;
  readonly id: string;
}

export function ruleAt({ sheet, id }: RuleKey): ConditionalRule {
  const format = conditionalFormatsOf(sheet).find((candidate) => candidate.id === id);
  if (format === undefined) throw new ExcelError("ItemNotFound");
  return format.rule;
}

export function setRule(key: RuleKey, rule: ConditionalRule): void {
  changeConditionalFormat(key.sheet, key.id, { rule });
}
