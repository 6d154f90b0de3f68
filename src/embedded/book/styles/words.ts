/** The words of Office.js for looks, and what files call the same things. */

/**
 * Every property of a look but its borders. Colours are "#RRGGBB", theme colours resolved; fillColor "" is no fill.
 * textOrientation is degrees (-90…90, 180 is stacked vertical text).
 */
export interface Look {
  readonly numberFormat: string;
  readonly fillColor: string;
  readonly fillPattern: FillPattern;
  readonly fillPatternColor: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: keyof typeof UNDERLINES;
  readonly strikethrough: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  readonly horizontalAlignment: keyof typeof HORIZONTAL;
  readonly verticalAlignment: keyof typeof VERTICAL;
  readonly wrapText: boolean;
  readonly shrinkToFit: boolean;
  readonly indentLevel: number;
  readonly textOrientation: number;
  readonly readingOrder: keyof typeof READING_ORDERS;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
}

export const UNDERLINES = { None: "none", Single: "single", Double: "double", SingleAccountant: "singleAccounting", DoubleAccountant: "doubleAccounting" } as const;
export const HORIZONTAL = { General: "general", Left: "left", Center: "center", Right: "right", Fill: "fill", Justify: "justify", CenterAcrossSelection: "centerContinuous", Distributed: "distributed" } as const;
export const VERTICAL = { Top: "top", Center: "center", Bottom: "bottom", Justify: "justify", Distributed: "distributed" } as const;
export const READING_ORDERS = { Context: "0", LeftToRight: "1", RightToLeft: "2" } as const;

/** Gradients are no pattern in files; writing one is refused. */
export const FILL_PATTERNS = {
  None: "none", Solid: "solid", Gray50: "mediumGray", Gray75: "darkGray", Gray25: "lightGray", Horizontal: "darkHorizontal", Vertical: "darkVertical", Down: "darkDown", Up: "darkUp",
  Checker: "darkGrid", SemiGray75: "darkTrellis", LightHorizontal: "lightHorizontal", LightVertical: "lightVertical", LightDown: "lightDown", LightUp: "lightUp", Grid: "lightGrid", CrissCross: "lightTrellis",
  Gray16: "gray125", Gray8: "gray0625", LinearGradient: "linear", RectangularGradient: "path",
} as const;
export type FillPattern = keyof typeof FILL_PATTERNS;

export interface Line {
  readonly style: "None" | "Continuous" | "Dash" | "DashDot" | "DashDotDot" | "Dot" | "Double" | "SlantDashDot";
  readonly weight: "Hairline" | "Thin" | "Medium" | "Thick";
  readonly color: string;
}

/** What files call each combination of style and weight. */
export const LINES: Readonly<Record<string, Pick<Line, "style" | "weight">>> = {
  none: { style: "None", weight: "Thin" },
  hair: { style: "Continuous", weight: "Hairline" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  dashed: { style: "Dash", weight: "Thin" },
  mediumDashed: { style: "Dash", weight: "Medium" },
  dashDot: { style: "DashDot", weight: "Thin" },
  mediumDashDot: { style: "DashDot", weight: "Medium" },
  dashDotDot: { style: "DashDotDot", weight: "Thin" },
  mediumDashDotDot: { style: "DashDotDot", weight: "Medium" },
  dotted: { style: "Dot", weight: "Thin" },
  double: { style: "Double", weight: "Thick" },
  slantDashDot: { style: "SlantDashDot", weight: "Medium" },
};

/** The file's word for a line: the exact combination, else the style in a weight that exists. */
export function lineWord(line: Pick<Line, "style" | "weight">): string {
  const words = Object.entries(LINES);
  const exact = words.find(([, known]) => known.style === line.style && known.weight === line.weight);
  return (exact ?? words.find(([, known]) => known.style === line.style))?.[0] ?? "none";
}

/** The Office.js word for a file's word. */
export function keyOf<K extends string>(words: Readonly<Record<K, string>>, word: string, otherwise: K): K {
  for (const key of Object.keys(words) as K[]) if (words[key] === word) return key;
  return otherwise;
}
