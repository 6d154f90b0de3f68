/**
 * Reading and setting how cells look. A whole range is asked first; only where its cells
 * differ is every cell asked, so a uniform column of any height costs one small answer.
 */

import type { CellRange } from "../workbook/address";
import type { BorderEdge, BorderLook, CellLook, CopyLook, SetLook } from "../workbook/edits";
import type { LookRun } from "../workbook/inverse";
import { edgesOf, linesToDraw } from "../workbook/lines";
import { getRange } from "./ranges";

const INDEX_OF = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight", horizontal: "InsideHorizontal", vertical: "InsideVertical" } as const;

interface LoadedLook {
  readonly place: CellRange;
  readonly range: Excel.Range;
  readonly borders: ReadonlyMap<BorderEdge, Excel.RangeBorder>;
}

/** Asks for the look of a range; `runsOf` or `isMixed` read it after a sync. */
export function loadLook(sheet: Excel.Worksheet, place: CellRange): LoadedLook {
  const range = getRange(sheet, place);
  range.load("numberFormat");
  range.format.load("horizontalAlignment,verticalAlignment,wrapText");
  range.format.fill.load("color,pattern");
  range.format.font.load("name,size,bold,italic,underline,color");
  const borders = edgesOf(place).map((edge) => [edge, range.format.borders.getItem(INDEX_OF[edge]).load("style,weight,color")] as const);
  return { place, range, borders: new Map(borders) };
}

/** True where the cells differ in more than their number format. Excel answers null for a mixture. */
export function isMixed({ range, borders }: LoadedLook): boolean {
  const { format } = range;
  const values: unknown[] = [
    format.horizontalAlignment, format.verticalAlignment, format.wrapText, format.fill.color, format.fill.pattern,
    format.font.name, format.font.size, format.font.bold, format.font.italic, format.font.underline, format.font.color,
    ...[...borders.values()].flatMap((border) => (border.style === "None" ? [] : [border.style, border.weight, border.color])),
  ];
  return values.some((value) => value === null || value === undefined);
}

/** The look of a range that is not mixed, split only where the number format changes. */
export function runsOf({ place, range, borders }: LoadedLook): LookRun[] {
  const { format } = range;
  const line = (edge: BorderEdge): BorderLook => borderLook(borders.get(edge) ?? {});
  const look = {
    horizontalAlignment: format.horizontalAlignment,
    verticalAlignment: format.verticalAlignment,
    wrapText: format.wrapText,
    fill: format.fill.pattern === "None" ? null : format.fill.color,
    font: fontLook(format.font),
  };
  return numberFormatRuns(place, range.numberFormat as string[][]).map(({ range: run, numberFormat }) => ({
    range: run,
    look: {
      ...look, numberFormat,
      borders: {
        top: line(run.top === place.top ? "top" : "horizontal"),
        bottom: line(run.bottom === place.bottom ? "bottom" : "horizontal"),
        left: line(run.left === place.left ? "left" : "vertical"),
        right: line(run.right === place.right ? "right" : "vertical"),
        // A single cell repeated over a range brings its own edges along.
        horizontal: line(borders.has("horizontal") ? "horizontal" : "top"),
        vertical: line(borders.has("vertical") ? "vertical" : "left"),
      },
    },
  }));
}

const BORDER = { style: true, weight: true, color: true };

/** Asks for the look of every single cell; for mixed ranges. */
export function loadCellLooks(range: Excel.Range): OfficeExtension.ClientResult<Excel.CellProperties[][]> {
  return range.getCellProperties({
    format: {
      horizontalAlignment: true, verticalAlignment: true, wrapText: true,
      fill: { color: true, pattern: true },
      font: { name: true, size: true, bold: true, italic: true, underline: true, color: true },
      borders: BORDER,
    },
  });
}

/** One run a cell, from what `loadCellLooks` brought. */
export function cellRuns(place: CellRange, cells: readonly (readonly Excel.CellProperties[])[], numberFormats: readonly (readonly string[])[]): LookRun[] {
  return cells.flatMap((row, i) => row.map((cell, j) => {
    const format = cell.format ?? {};
    const edge = (name: "top" | "bottom" | "left" | "right"): BorderLook => borderLook(format.borders?.[name] ?? {});
    const position = { top: place.top + i, bottom: place.top + i, left: place.left + j, right: place.left + j };
    return {
      range: position,
      look: {
        numberFormat: numberFormats[i]?.[j] ?? "General",
        horizontalAlignment: format.horizontalAlignment ?? "General",
        verticalAlignment: format.verticalAlignment ?? "Bottom",
        wrapText: format.wrapText ?? false,
        fill: format.fill?.pattern === "None" ? null : (format.fill?.color ?? null),
        font: fontLook(format.font ?? {}),
        borders: { top: edge("top"), bottom: edge("bottom"), left: edge("left"), right: edge("right"), horizontal: edge("top"), vertical: edge("left") },
      },
    };
  }));
}

/** What all cells of a range have in common; undefined where they differ. */
interface CommonLook {
  readonly cells: { readonly [K in Exclude<keyof CellLook, "font" | "borders">]?: CellLook[K] | undefined };
  readonly font: { readonly [K in keyof CellLook["font"]]?: CellLook["font"][K] | undefined };
}

function commonLook(runs: readonly LookRun[]): CommonLook {
  const common = <T>(values: readonly T[]): T | undefined => (values.every((value) => value === values[0]) ? values[0] : undefined);
  const of = <K extends keyof CellLook>(name: K): CellLook[K] | undefined => common(runs.map(({ look }) => look[name]));
  const font = <K extends keyof CellLook["font"]>(name: K): CellLook["font"][K] | undefined => common(runs.map(({ look }) => look.font[name]));
  return {
    cells: { numberFormat: of("numberFormat"), horizontalAlignment: of("horizontalAlignment"), verticalAlignment: of("verticalAlignment"), wrapText: of("wrapText"), fill: of("fill") },
    font: { name: font("name"), size: font("size"), bold: font("bold"), italic: font("italic"), underline: font("underline"), color: font("color") },
  };
}

/** Gives a range the look of an edit. Properties that were so before are left alone. */
export function setLook(range: Excel.Range, edit: CopyLook | SetLook, look: CellLook, before: readonly LookRun[]): void {
  const { format } = range;
  const { cells, font: fontNow } = commonLook(before);
  if (cells.numberFormat !== look.numberFormat) range.numberFormat = look.numberFormat as unknown as string[][];
  if (cells.horizontalAlignment !== look.horizontalAlignment) format.horizontalAlignment = look.horizontalAlignment as Excel.HorizontalAlignment;
  if (cells.verticalAlignment !== look.verticalAlignment) format.verticalAlignment = look.verticalAlignment as Excel.VerticalAlignment;
  if (cells.wrapText !== look.wrapText) format.wrapText = look.wrapText;
  if (cells.fill !== look.fill) {
    if (look.fill === null) format.fill.clear();
    else format.fill.color = look.fill;
  }
  const font = format.font;
  if (fontNow.name !== look.font.name) font.name = look.font.name;
  if (fontNow.size !== look.font.size) font.size = look.font.size;
  if (fontNow.bold !== look.font.bold) font.bold = look.font.bold;
  if (fontNow.italic !== look.font.italic) font.italic = look.font.italic;
  if (fontNow.underline !== look.font.underline) font.underline = look.font.underline as Excel.RangeUnderlineStyle;
  if (fontNow.color !== look.font.color) font.color = look.font.color;
  for (const [edge, line] of linesToDraw(edit, look, before)) {
    const item = format.borders.getItem(INDEX_OF[edge]);
    item.style = line.style as Excel.BorderLineStyle;
    if (line.style === "None") continue;
    item.weight = line.weight as Excel.BorderWeight;
    item.color = line.color;
  }
}

function numberFormatRuns(place: CellRange, formats: readonly (readonly string[])[]): { range: CellRange; numberFormat: string }[] {
  const first = formats[0]?.[0] ?? "General";
  if (formats.every((row) => row.every((format) => format === first))) return [{ range: place, numberFormat: first }];
  const runs: { range: CellRange; numberFormat: string }[] = [];
  for (let column = place.left; column <= place.right; column++) {
    let top = place.top;
    for (let row = place.top; row <= place.bottom; row++) {
      const here = formats[row - place.top]?.[column - place.left] ?? "General";
      const next = row === place.bottom ? null : (formats[row + 1 - place.top]?.[column - place.left] ?? "General");
      if (next === here) continue;
      runs.push({ range: { top, bottom: row, left: column, right: column }, numberFormat: here });
      top = row + 1;
    }
  }
  return runs;
}

function fontLook(font: { name?: string; size?: number; bold?: boolean; italic?: boolean; underline?: string; color?: string }): CellLook["font"] {
  return {
    name: font.name ?? "",
    size: font.size ?? 0,
    bold: font.bold ?? false,
    italic: font.italic ?? false,
    underline: font.underline ?? "None",
    color: font.color ?? "#000000",
  };
}

function borderLook(border: { style?: string; weight?: string; color?: string }): BorderLook {
  const style = border.style ?? "None";
  return style === "None" ? { style, weight: "Thin", color: "#000000" } : { style, weight: border.weight ?? "Thin", color: border.color ?? "#000000" };
}
