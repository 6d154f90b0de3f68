/** Data validation: rules by range, and whether a cell obeys them. */

import { contains, formatRange, intersects, parseRange, subtract } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { valueAt } from "./cells";
import { announce } from "./changes";
import { WORKSHEET_ORDER } from "./file/order";
import { moveRelative } from "./formula/references";
import type { Sheet } from "./model";
import { editXml, xmlOf } from "./package/package";
import { childOf, childrenOf, element, ensureChild, flag, removeChild, setAttributes, textOf } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { checkWritable } from "./protection";
import { evaluate } from "./recalculate";
import { clip } from "./store";

export type ValidationOperator = "Between" | "NotBetween" | "EqualTo" | "NotEqualTo" | "GreaterThan" | "LessThan" | "GreaterThanOrEqualTo" | "LessThanOrEqualTo";

export type ValidationRule =
  | { readonly type: "WholeNumber" | "Decimal" | "TextLength" | "Date" | "Time"; readonly operator: ValidationOperator; readonly formula1: string; readonly formula2?: string }
  /** `source`: "a,b,c", or a formula with "=". */
  | { readonly type: "List"; readonly source: string; readonly inCellDropDown: boolean }
  | { readonly type: "Custom"; readonly formula: string };

export interface Validation {
  readonly ranges: readonly CellRange[];
  readonly rule: ValidationRule;
  readonly ignoreBlanks: boolean;
  readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
  readonly errorAlert: { readonly show: boolean; readonly style: "Stop" | "Warning" | "Information"; readonly title: string; readonly message: string };
}

/** ECMA-376 part 1, 18.18.20 and 18.18.21: the file's words for operators and kinds of rule. */
const OPERATORS: Readonly<Record<string, ValidationOperator>> = {
  between: "Between", notBetween: "NotBetween", equal: "EqualTo", notEqual: "NotEqualTo",
  greaterThan: "GreaterThan", lessThan: "LessThan", greaterThanOrEqual: "GreaterThanOrEqualTo", lessThanOrEqual: "LessThanOrEqualTo",
};
const COMPARED = { whole: "WholeNumber", decimal: "Decimal", textLength: "TextLength", date: "Date", time: "Time" } as const;
const ALERTS = { stop: "Stop", warning: "Warning", information: "Information" } as const;
const NO_PROMPT: Validation["prompt"] = { show: true, title: "", message: "" };
const NO_ALERT: Validation["errorAlert"] = { show: true, style: "Stop", title: "", message: "" };

export function validationsOf(sheet: Sheet): readonly Validation[] {
  return entriesOf(sheet).flatMap(({ validation }) => validation ?? []);
}

/** The rule of all cells of the range; "none" where there is none, "mixed" where they differ. */
export function validationAt(sheet: Sheet, range: CellRange): Validation | "none" | "mixed" {
  const touching = validationsOf(sheet).filter(({ ranges }) => ranges.some((area) => intersects(area, range)));
  const [first] = touching;
  if (first === undefined) return "none";
  const uncovered = first.ranges.reduce<CellRange[]>((left, area) => left.flatMap((piece) => subtract(piece, area)), [range]);
  return touching.length === 1 && uncovered.length === 0 ? first : "mixed";
}

export function setValidation(sheet: Sheet, range: CellRange, validation: Partial<Omit<Validation, "ranges">> & { readonly rule: ValidationRule }): void {
  checkWritable(sheet, range);
  removeFrom(sheet, range);
  const { rule, ignoreBlanks = true, prompt = NO_PROMPT, errorAlert = NO_ALERT } = validation;
  const list = ensureChild(editXml(sheet.part), "dataValidations", WORKSHEET_ORDER);
  list.children.push(entryOf(range, { rule, ignoreBlanks, prompt, errorAlert }));
  countEntries(list);
  announce(sheet.book, { kind: "validation", sheetId: sheet.id, range });
}

export function clearValidation(sheet: Sheet, range: CellRange): void {
  checkWritable(sheet, range);
  removeFrom(sheet, range);
  announce(sheet.book, { kind: "validation", sheetId: sheet.id, range });
}

/** Cells of the range whose value breaks its rule. The API never refuses such a value; a person's typing is refused by the grid. */
export function invalidCells(sheet: Sheet, range: CellRange): readonly { row: number; column: number }[] {
  const found: { row: number; column: number }[] = [];
  const extent = clip(sheet, range);
  if (extent === null) return found;
  const validations = validationsOf(sheet);
  for (let row = extent.top; row <= extent.bottom; row++) {
    for (let column = extent.left; column <= extent.right; column++) {
      const validation = validations.find(({ ranges }) => ranges.some((area) => contains(area, row, column)));
      if (validation !== undefined && !obeys(sheet, row, column, validation)) found.push({ row, column });
    }
  }
  return found;
}

interface Entry {
  readonly element: XmlElement;
  /** null where the file's rule allows anything. */
  readonly validation: Validation | null;
}

function entriesOf(sheet: Sheet): Entry[] {
  const list = childOf(xmlOf(sheet.part), "dataValidations");
  return list === undefined ? [] : childrenOf(list, "dataValidation").map((entry) => ({ element: entry, validation: readEntry(entry) }));
}

function rangesOf(entry: XmlElement): CellRange[] {
  return (entry.attributes["sqref"] ?? "").split(" ").flatMap((text) => parseRange(text) ?? []);
}

function readEntry(entry: XmlElement): Validation | null {
  const rule = readRule(entry);
  if (rule === null) return null;
  const text = (name: string): string => entry.attributes[name] ?? "";
  const style = ALERTS[(entry.attributes["errorStyle"] ?? "stop") as keyof typeof ALERTS] ?? "Stop";
  return {
    ranges: rangesOf(entry), rule,
    ignoreBlanks: flag(entry, "allowBlank"),
    prompt: { show: flag(entry, "showInputMessage"), title: text("promptTitle"), message: text("prompt") },
    errorAlert: { show: flag(entry, "showErrorMessage"), style, title: text("errorTitle"), message: text("error") },
  };
}

function readRule(entry: XmlElement): ValidationRule | null {
  const formula = (name: string): string => {
    const child = childOf(entry, name);
    return child === undefined ? "" : textOf(child);
  };
  const type = entry.attributes["type"] ?? "none";
  const [formula1, formula2] = [formula("formula1"), formula("formula2")];
  if (type === "custom") return { type: "Custom", formula: `=${formula1}` };
  if (type === "list") {
    const literal = /^"([\s\S]*)"$/.exec(formula1);
    // The file's "showDropDown" hides the arrow.
    return { type: "List", source: literal === null ? `=${formula1}` : (literal[1] ?? "").replaceAll('""', '"'), inCellDropDown: !flag(entry, "showDropDown") };
  }
  if (!Object.hasOwn(COMPARED, type)) return null;
  return {
    type: COMPARED[type as keyof typeof COMPARED],
    operator: OPERATORS[entry.attributes["operator"] ?? "between"] ?? "Between",
    formula1: `=${formula1}`,
    ...(formula2 === "" ? {} : { formula2: `=${formula2}` }),
  };
}

function entryOf(range: CellRange, { rule, ignoreBlanks, prompt, errorAlert }: Omit<Validation, "ranges">): XmlElement {
  const formulas = formulasOf(rule).map((text, i) => element(`formula${i + 1}`, {}, [text]));
  const entry = element("dataValidation", { type: typeOf(rule) }, formulas);
  setAttributes(entry, {
    errorStyle: errorAlert.style === "Stop" ? undefined : errorAlert.style.toLowerCase(),
    operator: "operator" in rule ? Object.keys(OPERATORS).find((name) => OPERATORS[name] === rule.operator) : undefined,
    allowBlank: ignoreBlanks ? true : undefined,
    showDropDown: rule.type === "List" && !rule.inCellDropDown ? true : undefined,
    showInputMessage: prompt.show ? true : undefined,
    showErrorMessage: errorAlert.show ? true : undefined,
    errorTitle: errorAlert.title || undefined, error: errorAlert.message || undefined,
    promptTitle: prompt.title || undefined, prompt: prompt.message || undefined,
    sqref: formatRange(range),
  });
  return entry;
}

function typeOf(rule: ValidationRule): string {
  if (rule.type === "List" || rule.type === "Custom") return rule.type.toLowerCase();
  return Object.entries(COMPARED).find(([, kind]) => kind === rule.type)?.[0] ?? "whole";
}

function formulasOf(rule: ValidationRule): string[] {
  const bare = (formula: string): string => formula.replace(/^=/, "");
  if (rule.type === "Custom") return [bare(rule.formula)];
  if (rule.type === "List") return [rule.source.startsWith("=") ? bare(rule.source) : `"${rule.source.replaceAll('"', '""')}"`];
  return [bare(rule.formula1), ...(rule.formula2 === undefined ? [] : [bare(rule.formula2)])];
}

/** What of other rules lies outside the range stays. */
function removeFrom(sheet: Sheet, range: CellRange): void {
  const root = editXml(sheet.part);
  const list = childOf(root, "dataValidations");
  if (list === undefined) return;
  for (const entry of childrenOf(list, "dataValidation")) {
    const rest = rangesOf(entry).flatMap((area) => subtract(area, range));
    if (rest.length === 0) removeChild(list, entry);
    else entry.attributes["sqref"] = rest.map(formatRange).join(" ");
  }
  if (childrenOf(list).length === 0) removeChild(root, list);
  else countEntries(list);
}

function countEntries(list: XmlElement): void {
  setAttributes(list, { count: childrenOf(list, "dataValidation").length });
}

function obeys(sheet: Sheet, row: number, column: number, { rule, ignoreBlanks, ranges }: Validation): boolean {
  const value = valueAt(sheet, row, column);
  if (value === "") return ignoreBlanks;
  const [first] = ranges;
  const calculate = (formula: string): string | number | boolean => {
    const moved = first === undefined ? formula : moveRelative(formula.replace(/^=/, ""), row - first.top, column - first.left);
    return evaluate(sheet.book, sheet.id, moved);
  };
  switch (rule.type) {
    case "Custom":
      return calculate(rule.formula) === true;
    case "List":
      return rule.source.startsWith("=") ? calculate(`COUNTIF(${rule.source.slice(1)},${quoted(value)})`) !== 0 : rule.source.split(",").map((item) => item.trim()).includes(String(value));
    default: {
      const measured = rule.type === "TextLength" ? String(value).length : value;
      if (typeof measured !== "number" || (rule.type === "WholeNumber" && !Number.isInteger(measured))) return false;
      return compare(rule.operator, measured, Number(calculate(rule.formula1)), rule.formula2 === undefined ? NaN : Number(calculate(rule.formula2)));
    }
  }
}

function quoted(value: string | number | boolean): string {
  return typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : String(value).toUpperCase();
}

function compare(operator: ValidationOperator, value: number, first: number, second: number): boolean {
  switch (operator) {
    case "Between": return value >= first && value <= second;
    case "NotBetween": return value < first || value > second;
    case "EqualTo": return value === first;
    case "NotEqualTo": return value !== first;
    case "GreaterThan": return value > first;
    case "LessThan": return value < first;
    case "GreaterThanOrEqualTo": return value >= first;
    case "LessThanOrEqualTo": return value <= first;
  }
}
