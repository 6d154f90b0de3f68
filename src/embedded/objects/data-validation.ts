/** Excel.DataValidation of a range */

import { clearValidation, invalidCells, setValidation, type Validation, validationAt, type ValidationOperator, type ValidationRule } from "../book/data-validation";
import { action, type ApiObject, defineObject, existing, object, type ObjectType, readable, writable } from "../protocol/definition";
import { ExcelError, invalidArgument } from "../protocol/errors";
import type { Json, JsonRecord } from "../protocol/json";
import { areasOrNull } from "./areas/areas";
import { type Areas, followsAreas } from "./format/format";
import { flagOf, recordOf, textOf, wordOf } from "./values";
import { cellCount } from "../../workbook/address";

const OPERATORS: readonly ValidationOperator[] = ["Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqualTo", "LessThanOrEqualTo"];
/** Kinds of rule by the name of their part in Excel.DataValidationRule. */
const COMPARISONS = { wholeNumber: "WholeNumber", decimal: "Decimal", textLength: "TextLength", date: "Date", time: "Time" } as const;
type ComparisonName = keyof typeof COMPARISONS;
const COMPARISON_NAMES: readonly ComparisonName[] = ["wholeNumber", "decimal", "textLength", "date", "time"];

const NO_PROMPT: Validation["prompt"] = { show: true, title: "", message: "" };
const NO_ALERT: Validation["errorAlert"] = { show: true, style: "Stop", title: "", message: "" };

/** "When retrieving the value, it will always be returned as a string formula." */
function formulaOf(given: Json): string {
  if (typeof given === "number") return `=${given}`;
  const text = textOf(given);
  return text.startsWith("=") ? text : `=${text}`;
}

function ruleOf(given: JsonRecord): ValidationRule {
  const parts = Object.entries(given).filter(([, part]) => part !== null);
  const [first] = parts;
  if (first === undefined || parts.length !== 1) throw invalidArgument();
  const [name, part] = [first[0], recordOf(first[1])];
  if (name === "custom") return { type: "Custom", formula: textOf(part["formula"] ?? null) };
  if (name === "list") return { type: "List", source: textOf(part["source"] ?? null), inCellDropDown: part["inCellDropDown"] !== false };
  const { formula1 = null, formula2 = null, operator = null } = part;
  return {
    type: COMPARISONS[wordOf(name, COMPARISON_NAMES)],
    operator: wordOf(operator, OPERATORS),
    formula1: formulaOf(formula1),
    ...(formula2 === null ? {} : { formula2: formulaOf(formula2) }),
  };
}

function ruleJson(rule: ValidationRule): Json {
  switch (rule.type) {
    case "Custom":
      return { custom: { formula: rule.formula } };
    case "List":
      return { list: { source: rule.source, inCellDropDown: rule.inCellDropDown } };
    case "WholeNumber":
    case "Decimal":
    case "TextLength":
    case "Date":
    case "Time": {
      const { type: kind, ...comparison } = rule;
      const name = COMPARISON_NAMES.find((candidate) => COMPARISONS[candidate] === kind) ?? "wholeNumber";
      return { [name]: { ...comparison } };
    }
  }
}

/** The validation of all areas together. */
function stateOf(areas: Areas): Validation | "none" | "mixed" {
  const states = areas.map(({ sheet, range }) => validationAt(sheet, range));
  const [first = "none"] = states;
  return states.every((state) => JSON.stringify(state) === JSON.stringify(first)) ? first : "mixed";
}

function ofRule<T extends Json>(read: (validation: Validation) => T, otherwise: T): (areas: Areas) => T | null {
  return (areas) => {
    const state = stateOf(areas);
    if (state === "mixed") return null;
    return state === "none" ? otherwise : read(state);
  };
}

/** Changes a part of the rule that is there. @throws ExcelError InvalidOperation without one */
function change(areas: Areas, part: Partial<Pick<Validation, "ignoreBlanks" | "prompt" | "errorAlert">>): void {
  const state = stateOf(areas);
  if (typeof state === "string") throw new ExcelError("InvalidOperation");
  const { rule, ignoreBlanks, prompt, errorAlert } = state;
  for (const { sheet, range } of areas) setValidation(sheet, range, { rule, ignoreBlanks, prompt, errorAlert, ...part });
}

function setRule(areas: Areas, given: Json): void {
  const rule = ruleOf(recordOf(given));
  for (const { sheet, range } of areas) setValidation(sheet, range, { rule });
}

function promptOf(given: JsonRecord): Validation["prompt"] {
  return { show: given["showPrompt"] !== false, title: textOf(given["title"] ?? ""), message: textOf(given["message"] ?? "") };
}

function alertOf(given: JsonRecord): Validation["errorAlert"] {
  return {
    show: given["showAlert"] !== false,
    style: wordOf(given["style"] ?? "Stop", ["Stop", "Warning", "Information"]),
    title: textOf(given["title"] ?? ""),
    message: textOf(given["message"] ?? ""),
  };
}

function broken(areas: Areas): ApiObject | null {
  const [first] = areas;
  if (first === undefined) return null;
  const cells = areas.flatMap(({ sheet, range }) => invalidCells(sheet, range));
  return areasOrNull(first.sheet, cells.map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column })));
}

/** true: every cell obeys; false: none does; null: some do. */
function validity(areas: Areas): boolean | null {
  const count = areas.reduce((sum, { range }) => sum + cellCount(range), 0);
  const invalid = areas.reduce((sum, { sheet, range }) => sum + invalidCells(sheet, range).length, 0);
  if (invalid === 0) return true;
  return invalid === count ? false : null;
}

export const dataValidationType: ObjectType<Areas> = defineObject<Areas>({
  name: "DataValidation",
  ...followsAreas,
  properties: {
    Type: readable("1.8", (areas) => {
      const state = stateOf(areas);
      if (state === "mixed") return "MixedCriteria";
      return state === "none" ? "None" : state.rule.type;
    }),
    Rule: writable("1.8", ofRule<Json>(({ rule }) => ruleJson(rule), {}), setRule),
    IgnoreBlanks: writable("1.8", ofRule<boolean>(({ ignoreBlanks }) => ignoreBlanks, true), (areas, given) => change(areas, { ignoreBlanks: flagOf(given) })),
    Prompt: writable(
      "1.8",
      ofRule<Json>(({ prompt }) => promptJson(prompt), promptJson(NO_PROMPT)),
      (areas, given) => change(areas, { prompt: promptOf(recordOf(given)) }),
    ),
    ErrorAlert: writable(
      "1.8",
      ofRule<Json>(({ errorAlert }) => alertJson(errorAlert), alertJson(NO_ALERT)),
      (areas, given) => change(areas, { errorAlert: alertOf(recordOf(given)) }),
    ),
    Valid: readable("1.8", validity),
  },
  methods: {
    Clear: action("1.8", (areas) => {
      for (const { sheet, range } of areas) clearValidation(sheet, range);
    }),
    GetInvalidCells: object("1.9", existing(broken)),
    GetInvalidCellsOrNullObject: object("1.9", broken),
  },
});

function promptJson({ show, title, message }: Validation["prompt"]): Json {
  return { showPrompt: show, title, message };
}

function alertJson({ show, style, title, message }: Validation["errorAlert"]): Json {
  return { showAlert: show, style, title, message };
}

export function dataValidationObject(areas: Areas): ApiObject {
  return dataValidationType.of(areas);
}
