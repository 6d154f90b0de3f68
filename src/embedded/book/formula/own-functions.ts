/** Functions that the engine lacks or answers otherwise than Excel does. */

import { numberText } from "../number-text";
import { typedValue } from "../typing";
import { chineseNumeral } from "../chinese-numerals";

/** The engine's values, as far as these functions meet them; see its RVKind. */
type EngineValue =
  | { readonly kind: 0 }
  | { readonly kind: 1; readonly value: number }
  | { readonly kind: 2; readonly value: string }
  | { readonly kind: 3; readonly value: boolean }
  | { readonly kind: 4; readonly code: string }
  | { readonly kind: 5; readonly rows: readonly (readonly EngineValue[])[]; readonly height: number; readonly width: number };

type Plain = number | string | boolean | null;

interface OwnFunction {
  readonly minArity: number;
  readonly maxArity: number;
  readonly invoke: (args: unknown[]) => unknown;
}

class Failure extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** A function of single values; of arrays it gives an array. */
function scalar(minArity: number, maxArity: number, compute: (...args: Plain[]) => Plain): OwnFunction {
  const once = (values: readonly EngineValue[]): EngineValue => {
    try {
      return wrapped(compute(...values.map(unwrapped)));
    } catch (error) {
      return { kind: 4, code: error instanceof Failure ? error.code : "#VALUE!" };
    }
  };
  return {
    minArity, maxArity,
    invoke: (args) => {
      const values = args as EngineValue[];
      const arrays = values.filter((value) => value.kind === 5);
      const height = Math.max(0, ...arrays.map((array) => array.height));
      const width = Math.max(0, ...arrays.map((array) => array.width));
      if (height === 0) return once(values);
      const at = (value: EngineValue, y: number, x: number): EngineValue => (value.kind === 5 ? (value.rows[value.height === 1 ? 0 : y]?.[value.width === 1 ? 0 : x] ?? { kind: 4, code: "#N/A" }) : value);
      return { kind: 5, height, width, rows: Array.from({ length: height }, (_, y) => Array.from({ length: width }, (__, x) => once(values.map((value) => at(value, y, x))))) };
    },
  };
}

function unwrapped(value: EngineValue): Plain {
  switch (value.kind) {
    case 0: return null;
    case 1: case 2: case 3: return value.value;
    case 4: throw new Failure(value.code);
    case 5: throw new Failure("#VALUE!");
  }
}

function wrapped(value: Plain): EngineValue {
  if (value === null) return { kind: 0 };
  if (typeof value === "number") return Number.isFinite(value) ? { kind: 1, value } : { kind: 4, code: "#NUM!" };
  return typeof value === "string" ? { kind: 2, value } : { kind: 3, value };
}

/** A text counts as what typing it would give. */
function numberOf(value: Plain | undefined): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  const typed = typedValue(value).value;
  if (typeof typed !== "number") throw new Failure("#VALUE!");
  return typed;
}

/** Half away from zero on the 15 digits that Excel knows: ROUND(1.005, 2) is 1.01. */
function excelRound(value: number, digits: number, round: (positive: number) => number = Math.round): number {
  const places = Math.trunc(digits);
  const shifted = shiftedBy(Number(Math.abs(value).toPrecision(15)), places);
  if (!Number.isFinite(shifted)) return value;
  // Shifting brings back a digit beyond the 15th (1.1 becomes 110.00000000000001).
  const result = shiftedBy(round(Number(shifted.toPrecision(15))), -places);
  return value < 0 ? -result : result;
}

/** By places of its decimal digits; very small and very large numbers have an exponent of their own. */
function shiftedBy(value: number, places: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

function datePart(part: "yyyy" | "m" | "d"): OwnFunction {
  return scalar(1, 1, (date) => {
    const serial = Math.floor(numberOf(date));
    if (serial < 0) throw new Failure("#NUM!");
    return Number(numberText(serial, part));
  });
}

/** Typed arguments count if they can be numbers, truth values and left out ones too; in references and arrays only numbers do. */
const COUNT: OwnFunction = {
  minArity: 1, maxArity: 255,
  invoke: (args) => wrapped((args as EngineValue[]).reduce((sum, value) => sum + (value.kind === 5 ? value.rows.flat().filter(({ kind }) => kind === 1).length : countsAsNumber(value) ? 1 : 0), 0)),
};

function countsAsNumber(value: EngineValue): boolean {
  return value.kind === 2 ? typeof typedValue(value.value).value === "number" : value.kind !== 4;
}

export const OWN_FUNCTIONS: ReadonlyMap<string, OwnFunction> = new Map<string, OwnFunction>([
  ["COUNT", COUNT],
  ["ROUND", scalar(2, 2, (value, digits) => excelRound(numberOf(value), numberOf(digits)))],
  ["ROUNDUP", scalar(2, 2, (value, digits) => excelRound(numberOf(value), numberOf(digits), Math.ceil))],
  ["ROUNDDOWN", scalar(2, 2, (value, digits) => excelRound(numberOf(value), numberOf(digits), Math.floor))],
  ["VALUE", scalar(1, 1, (text) => numberOf(text))],
  ["YEAR", datePart("yyyy")],
  ["MONTH", datePart("m")],
  ["DAY", datePart("d")],
  ["TEXT", scalar(2, 2, (value, format) => {
    const typed = typeof value === "string" ? typedValue(value).value : value;
    return numberText(typeof typed === "number" ? typed : (value ?? 0), String(format ?? ""));
  })],
  ["NUMBERSTRING", scalar(2, 2, (value, kind) => {
    const style = numberOf(kind);
    if (style !== 1 && style !== 2 && style !== 3) throw new Failure("#NUM!");
    return style === 3 ? chineseNumeral(numberOf(value), "digits") : chineseNumeral(numberOf(value), style === 1 ? "plain" : "formal");
  })],
]);
