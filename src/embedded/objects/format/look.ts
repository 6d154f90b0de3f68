/**
 * Format properties and what they mean to the book: one table for RangeFormat and its parts,
 * and for the bulk calls (`getCellProperties`, `setCellProperties` and their kin).
 */

import type { Uniform } from "../../book/formats";
import type { Look } from "../../book/styles/words";
import { ExcelError } from "../../protocol/errors";
import type { Json } from "../../protocol/json";
import type { ApiSet } from "../../protocol/level";
import { flagOf, numberOf, textOf, wordOf } from "../values";
import { colorOf } from "./colors";

/** One format property over any cells. */
export interface LookField {
  readonly set: ApiSet;
  /** null where the cells differ. */
  readonly get: (look: Uniform<Look>) => Json;
  readonly put: (value: Json) => Partial<Look>;
}

/** Cells without a fill read as white. */
const NO_FILL_READS = "#FFFFFF";

function field<K extends keyof Look>(set: ApiSet, key: K, check: (value: Json) => Look[K]): LookField {
  return {
    set,
    get: (look) => look[key],
    put: (value) => {
      const change: Partial<Record<K, Look[K]>> = {};
      change[key] = check(value);
      return change;
    },
  };
}

/** Tints belong to theme colours, which are resolved here: 0 always, and only 0 may be set. */
function noTint(set: ApiSet): LookField {
  return {
    set,
    get: () => 0,
    put: (value) => {
      if (numberOf(value) !== 0) throw new ExcelError("NotImplemented");
      return {};
    },
  };
}

const PATTERNS: readonly Look["fillPattern"][] = [
  "None", "Solid", "Gray50", "Gray75", "Gray25", "Horizontal", "Vertical", "Down", "Up", "Checker", "SemiGray75", "LightHorizontal",
  "LightVertical", "LightDown", "LightUp", "Grid", "CrissCross", "Gray16", "Gray8", "LinearGradient", "RectangularGradient",
];

export const fillFields: Readonly<Record<string, LookField>> = {
  Color: {
    set: "1.1",
    get: ({ fillColor }) => (fillColor === "" ? NO_FILL_READS : fillColor),
    put: (value) => (value === "" ? { fillColor: "", fillPattern: "None" } : { fillColor: colorOf(value) }),
  },
  Pattern: field("1.9", "fillPattern", (value) => wordOf(value, PATTERNS)),
  PatternColor: field("1.9", "fillPatternColor", colorOf),
  TintAndShade: noTint("1.9"),
  PatternTintAndShade: noTint("1.9"),
};

export const fontFields: Readonly<Record<string, LookField>> = {
  Name: field("1.1", "fontName", textOf),
  Size: field("1.1", "fontSize", numberOf),
  Color: field("1.1", "fontColor", colorOf),
  Bold: field("1.1", "bold", flagOf),
  Italic: field("1.1", "italic", flagOf),
  Underline: field("1.1", "underline", (value) => wordOf(value, ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"])),
  Strikethrough: field("1.9", "strikethrough", flagOf),
  Subscript: field("1.9", "subscript", flagOf),
  Superscript: field("1.9", "superscript", flagOf),
  TintAndShade: noTint("1.9"),
};

export const alignmentFields: Readonly<Record<string, LookField>> = {
  HorizontalAlignment: field("1.1", "horizontalAlignment", (value) =>
    wordOf(value, ["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"]),
  ),
  VerticalAlignment: field("1.1", "verticalAlignment", (value) => wordOf(value, ["Top", "Center", "Bottom", "Justify", "Distributed"])),
  WrapText: field("1.1", "wrapText", flagOf),
  IndentLevel: field("1.9", "indentLevel", numberOf),
  ReadingOrder: field("1.9", "readingOrder", (value) => wordOf(value, ["Context", "LeftToRight", "RightToLeft"])),
  ShrinkToFit: field("1.9", "shrinkToFit", flagOf),
  TextOrientation: field("1.7", "textOrientation", numberOf),
};

export const protectionFields: Readonly<Record<string, LookField>> = {
  Locked: field("1.2", "locked", flagOf),
  FormulaHidden: field("1.2", "formulaHidden", flagOf),
};
