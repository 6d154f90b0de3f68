/** Conditional formats: rules kept with the sheet, and which cells they change how. */

import { formatRange, intersects, overlap, rangeOfCell } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import { matchRule, scaleColors } from "./conditional/matching";
import type { Grid } from "./conditional/matching";
import { createQuestions } from "./conditional/questions";
import type { Questions } from "./conditional/questions";
import type { RuleLook } from "./conditional/rule-look";
import { readRule, ruleElement } from "./conditional/rules";
import type { ConditionalRule } from "./conditional/rules";
import { WORKSHEET_ORDER } from "./file/order";
import { rangesOf } from "./formula/precedents";
import type { Sheet } from "./model";
import { editXml, xmlOf } from "./package/package";
import { childrenOf, element, flag, insertInOrder, numberAttribute, removeChild, setAttributes } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { checkAllowed } from "./protection";
import { refuse } from "./refusal";
import { clearRules } from "./rule-copying";

export type { RuleLook } from "./conditional/rule-look";
export type { ConditionalRule, Threshold } from "./conditional/rules";

export interface ConditionalFormat {
  readonly id: string;
  readonly ranges: readonly CellRange[];
  /** 0 is applied first. */
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly rule: ConditionalRule;
}

/** Files give rules no lasting name, so each gets one for as long as the workbook is open. */
const ids = new WeakMap<XmlElement, string>();

function idOf(rule: XmlElement): string {
  let id = ids.get(rule);
  if (id === undefined) ids.set(rule, (id = `{${crypto.randomUUID().toUpperCase()}}`));
  return id;
}

interface Entry {
  readonly holder: XmlElement;
  readonly rule: XmlElement;
}

/** By priority. */
function entries(sheet: Sheet): Entry[] {
  const root = xmlOf(sheet.part);
  return childrenOf(root, "conditionalFormatting")
    .flatMap((holder) => childrenOf(holder, "cfRule").map((rule) => ({ holder, rule })))
    .sort((a, b) => numberAttribute(a.rule, "priority", 0) - numberAttribute(b.rule, "priority", 0));
}

/** By priority. */
export function conditionalFormatsOf(sheet: Sheet, range?: CellRange): readonly ConditionalFormat[] {
  const all = entries(sheet).map((entry, priority) => read(sheet, entry, priority));
  return range ? all.filter((format) => format.ranges.some((area) => intersects(area, range))) : all;
}

function read(sheet: Sheet, { holder, rule }: Entry, priority: number): ConditionalFormat {
  return { id: idOf(rule), ranges: rangesOf(holder.attributes["sqref"]), priority, stopIfTrue: flag(rule, "stopIfTrue"), rule: readRule(rule, sheet.book.styles) };
}

/** The new rule comes first, as in Excel. */
export function addConditionalFormat(sheet: Sheet, ranges: readonly CellRange[], rule: ConditionalRule): ConditionalFormat {
  checkAllowed(sheet, "allowFormatCells");
  const [first] = ranges;
  if (!first) refuse("InvalidArgument", "A rule needs a range.");
  const made = ruleElement(rule, sheet.book.styles, first);
  const holder = element("conditionalFormatting", { sqref: ranges.map(formatRange).join(" ") }, [made]);
  insertInOrder(editXml(sheet.part), holder, WORKSHEET_ORDER);
  order(sheet, [made, ...entries(sheet).map((entry) => entry.rule).filter((other) => other !== made)]);
  tell(sheet, ranges);
  return read(sheet, { holder, rule: made }, 0);
}

function order(sheet: Sheet, rules: readonly XmlElement[]): void {
  rules.forEach((rule, index) => setAttributes(rule, { priority: index + 1 }));
  editXml(sheet.part);
}

function tell(sheet: Sheet, ranges: readonly CellRange[]): void {
  for (const range of ranges) announce(sheet.book, { kind: "conditional-formats", sheetId: sheet.id, range });
}

function find(sheet: Sheet, id: string): Entry {
  return entries(sheet).find(({ rule }) => idOf(rule) === id) ?? refuse("ItemNotFound", "There is no such conditional format.");
}

export function changeConditionalFormat(sheet: Sheet, id: string, changes: Partial<Omit<ConditionalFormat, "id">>): ConditionalFormat {
  checkAllowed(sheet, "allowFormatCells");
  const { holder, rule } = find(sheet, id);
  const before = rangesOf(holder.attributes["sqref"]);
  let target = holder;
  if (changes.ranges) {
    target = element("conditionalFormatting", { sqref: changes.ranges.map(formatRange).join(" ") });
    removeRule(sheet, { holder, rule });
    target.children.push(rule);
    insertInOrder(editXml(sheet.part), target, WORKSHEET_ORDER);
  }
  if (changes.rule) {
    const [first] = rangesOf(target.attributes["sqref"]);
    const made = ruleElement(changes.rule, sheet.book.styles, first ?? rangeOfCell(0, 0));
    const { priority, stopIfTrue } = rule.attributes;
    rule.attributes = made.attributes;
    rule.children = made.children;
    setAttributes(rule, { priority, stopIfTrue });
  }
  if (changes.stopIfTrue !== undefined) setAttributes(rule, { stopIfTrue: changes.stopIfTrue ? 1 : undefined });
  if (changes.priority !== undefined) {
    const others = entries(sheet).map((entry) => entry.rule).filter((other) => other !== rule);
    others.splice(Math.max(0, Math.min(changes.priority, others.length)), 0, rule);
    order(sheet, others);
  }
  tell(sheet, [...before, ...(changes.ranges ?? [])]);
  const at = entries(sheet).findIndex((entry) => entry.rule === rule);
  return read(sheet, { holder: target, rule }, at);
}

function removeRule(sheet: Sheet, { holder, rule }: Entry): void {
  removeChild(holder, rule);
  if (childrenOf(holder, "cfRule").length === 0) removeChild(editXml(sheet.part), holder);
}

export function deleteConditionalFormat(sheet: Sheet, id: string): void {
  checkAllowed(sheet, "allowFormatCells");
  const entry = find(sheet, id);
  removeRule(sheet, entry);
  tell(sheet, rangesOf(entry.holder.attributes["sqref"]));
}

/** Removes the range from every rule; without one, all rules. */
export function clearConditionalFormats(sheet: Sheet, range?: CellRange): void {
  checkAllowed(sheet, "allowFormatCells");
  const root = editXml(sheet.part);
  const before = childrenOf(root, "conditionalFormatting").flatMap((holder) => rangesOf(holder.attributes["sqref"]));
  if (range) clearRules(root, "conditionalFormatting", range);
  else for (const holder of childrenOf(root, "conditionalFormatting")) removeChild(root, holder);
  tell(sheet, range ? [range] : before);
}

/** What the rules make of a cell right now, over its own look; for drawing. */
export function ruleLookAt(sheet: Sheet, row: number, column: number): RuleLook {
  return ruleLooks(sheet, rangeOfCell(row, column))[0]?.[0] ?? {};
}

/** The same for every cell of a range at once. What an earlier rule says, a later one does not change. */
export function ruleLooks(sheet: Sheet, range: CellRange): RuleLook[][] {
  const looks: RuleLook[][] = Array.from({ length: range.bottom - range.top + 1 }, () => new Array<RuleLook>(range.right - range.left + 1).fill({}));
  const stopped = new Set<number>();
  const questions = createQuestions(sheet);
  const asked = conditionalFormatsOf(sheet, range).map((format) => askRule(sheet, format, range, questions));
  for (const rule of asked) applyRule(rule, range, looks, stopped);
  return looks;
}

/** A rule on the parts of its ranges that are to be drawn, and what it makes of their cells: null where it is not true. */
interface AskedRule {
  readonly stopIfTrue: boolean;
  readonly parts: readonly CellRange[];
  readonly looks: () => readonly Grid<RuleLook | null>[];
}

function askRule(sheet: Sheet, { rule, ranges, stopIfTrue }: ConditionalFormat, range: CellRange, questions: Questions): AskedRule {
  const parts = ranges.flatMap((area) => overlap(area, range) ?? []);
  if (rule.type === "ColorScale") {
    const fills = scaleColors(sheet, rule.points, ranges, parts, questions);
    return { stopIfTrue, parts, looks: () => each(fills(), (fillColor) => (fillColor === null ? null : { fillColor })) };
  }
  const look = "look" in rule ? rule.look : null;
  const matches = matchRule(sheet, rule, ranges, parts, questions);
  return { stopIfTrue, parts, looks: () => each(matches(), (isTrue) => (isTrue ? look : null)) };
}

function each<Value>(grids: readonly Grid<Value>[], look: (value: Value) => RuleLook | null): Grid<RuleLook | null>[] {
  return grids.map((grid) => grid.map((line) => line.map(look)));
}

function applyRule({ stopIfTrue, parts, looks: answer }: AskedRule, range: CellRange, looks: RuleLook[][], stopped: Set<number>): void {
  const width = range.right - range.left + 1;
  const grids = answer();
  parts.forEach((part, index) => {
    grids[index]?.forEach((cells, y) => {
      const row = part.top - range.top + y;
      cells.forEach((look, x) => {
        const column = part.left - range.left + x;
        const line = looks[row];
        if (!line || !look || stopped.has(row * width + column)) return;
        line[column] = { ...look, ...line[column] };
        if (stopIfTrue) stopped.add(row * width + column);
      });
    });
  });
}
