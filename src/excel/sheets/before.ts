/** What stands where whole sheets of ours are to be written, read just before. */

import { LAST_ROW, type CellRange } from "../../workbook/address";
import type { WriteSheet } from "../../workbook/edits";
import type { Before } from "../../workbook/inverse";
import { done, failed, type Outcome, type Problem } from "../../workbook/problem";
import { contentsOf, contentsOfSheet, createStylePool, sameContents, SIDES, type CellStyle, type LayoutCell, type PageSetup, type SheetContents, type SheetLayout, type Side, type Untold } from "../../workbook/sheet-layout";
import { parsePlace } from "../../workbook/sheet-place";
import type { BorderLook, Content } from "../../workbook/edits";
import type { CellValue } from "../../workbook/snapshot";
import { rowsPerChunk, sliceRows } from "../chunks";
import { readMerges } from "../merges";
import { getRange, rangeOf } from "../ranges";

type SheetBefore = Extract<Before, { kind: "sheet" }>;

interface Loaded {
  readonly edit: WriteSheet;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

/** Bytes that formula and value of a cell take when read, and all of its look. */
const CONTENT_BYTES = 60;
const LOOK_BYTES = 900;

/** One sync if there is no such sheet yet, one more a chunk for contents, and for looks where another content takes their place. */
export async function readSheets(context: Excel.RequestContext, edits: readonly WriteSheet[]): Promise<Outcome<ReadonlyMap<WriteSheet, SheetBefore>>> {
  const befores = new Map<WriteSheet, SheetBefore>();
  if (edits.length === 0) return done(befores);
  const book = context.workbook.protection.load("protected");
  const loaded = edits.map((edit): Loaded => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(edit.name).load("name");
    sheet.protection.load("protected");
    return { edit, sheet, used: sheet.getUsedRangeOrNullObject(false).load("rowIndex,columnIndex,rowCount,columnCount") };
  });
  await context.sync();
  for (const one of loaded) {
    const problem = refusalOf(one, book.protected);
    if (problem !== null) return failed(problem);
  }
  for (const { edit, sheet, used } of loaded) befores.set(edit, sheet.isNullObject ? { kind: "sheet", contents: null, layout: null } : await readSheet(context, edit, sheet, used));
  return done(befores);
}

function refusalOf({ edit: { name, layout }, sheet }: Loaded, isBookProtected: boolean): Problem | null {
  const changesTabs = sheet.isNullObject !== (layout === null) || (layout !== null && !sheet.isNullObject && layout.name !== sheet.name);
  if (changesTabs && isBookProtected) return { code: "workbook-protected" };
  return !sheet.isNullObject && sheet.protection.protected ? { code: "sheet-protected", values: { sheet: name } } : null;
}

async function readSheet(context: Excel.RequestContext, edit: WriteSheet, sheet: Excel.Worksheet, used: Excel.Range): Promise<SheetBefore> {
  const extent: CellRange | null = used.isNullObject ? null : { ...rangeOf(used), top: 0, left: 0 };
  const contents = extent === null ? [] : await readContents(context, sheet, extent);
  const { layout } = edit;
  const isInPlace = layout !== null && layout.name === sheet.name && sameContents(contents, contentsOf(layout), "content");
  return { kind: "sheet", contents, layout: isInPlace ? null : await readLayout(context, sheet, extent, contents, edit.untold) };
}

async function readContents(context: Excel.RequestContext, sheet: Excel.Worksheet, extent: CellRange): Promise<SheetContents> {
  const rows: Content[][] = [];
  for (const slice of sliceRows(extent, rowsPerChunk(extent.right + 1, CONTENT_BYTES))) {
    const range = getRange(sheet, slice).load("formulas,values");
    await context.sync();
    rows.push(...contentsOfSheet({ top: 0, left: 0, formulas: range.formulas as CellValue[][], values: range.values as CellValue[][] }));
  }
  return rows;
}

const LINE = { style: true, weight: true, color: true };
const LOOK = {
  hyperlink: true,
  format: {
    horizontalAlignment: true, verticalAlignment: true, wrapText: true, indentLevel: true,
    fill: { color: true, pattern: true },
    font: { name: true, size: true, bold: true, italic: true, underline: true, color: true },
    borders: LINE,
  },
};

async function readLayout(context: Excel.RequestContext, sheet: Excel.Worksheet, extent: CellRange | null, contents: SheetContents, untold: Untold): Promise<SheetLayout> {
  const page = loadPage(sheet);
  const frozen = sheet.freezePanes.getLocationOrNullObject().load("rowCount");
  const columns = extent === null ? [] : Array.from({ length: extent.right + 1 }, (_, column) => getRange(sheet, { top: 0, bottom: 0, left: column, right: column }));
  for (const column of columns) column.format.load("columnWidth");
  await context.sync();
  const merges = extent === null ? [] : await readMerges(context, sheet, extent);
  const pool = createStylePool();
  const rows: SheetLayout["rows"][number][] = [];
  for (const slice of extent === null ? [] : sliceRows(extent, rowsPerChunk(extent.right + 1, LOOK_BYTES))) {
    const range = getRange(sheet, slice).load("numberFormat");
    const looks = range.getCellProperties(LOOK);
    const heights = range.getRowProperties({ format: { rowHeight: true } });
    await context.sync();
    looks.value.forEach((line, i) => {
      const row = slice.top + i;
      const cells = line.map((look, column): LayoutCell => ({
        content: contents[row]?.[column] ?? { kind: "blank" },
        style: pool.numberOf(styleOf(look, (range.numberFormat as string[][])[i]?.[column] ?? "General")),
        figure: null,
        link: look.hyperlink?.documentReference === undefined ? null : parsePlace(look.hyperlink.documentReference ?? ""),
      }));
      rows.push({ height: heights.value[i]?.format?.rowHeight ?? null, outline: untold.outline[row] ?? 0, cells });
    });
  }
  return {
    name: sheet.name,
    widths: columns.map((column) => column.format.columnWidth),
    rows,
    styles: pool.styles,
    merges,
    frozenRows: frozen.isNullObject || frozen.rowCount > LAST_ROW ? 0 : frozen.rowCount,
    page: page(),
    charts: untold.charts,
  };
}

function styleOf({ format = {} }: Excel.CellProperties, numberFormat: string): CellStyle {
  const { fill = {}, font = {}, borders = {} } = format;
  const line = (side: Side): BorderLook | null => {
    const border = borders[side];
    return border?.style === undefined || border.style === "None" ? null : { style: border.style, weight: border.weight ?? "Thin", color: border.color ?? "#000000" };
  };
  const [top, bottom, left, right] = SIDES.map(line);
  return {
    numberFormat,
    horizontalAlignment: format.horizontalAlignment ?? "General",
    verticalAlignment: format.verticalAlignment ?? "Bottom",
    wrapText: format.wrapText ?? false,
    indent: format.indentLevel ?? 0,
    fill: fill.pattern === "None" ? null : (fill.color ?? null),
    font: { name: font.name ?? null, size: font.size ?? 11, bold: font.bold ?? false, italic: font.italic ?? false, underline: font.underline ?? "None", color: font.color ?? "#000000" },
    lines: { top: top ?? null, bottom: bottom ?? null, left: left ?? null, right: right ?? null },
  };
}

/** Asks for the page; the answer reads it after a sync. */
function loadPage(sheet: Excel.Worksheet): () => PageSetup {
  const { pageLayout: page } = sheet;
  page.load("orientation,paperSize,zoom,topMargin,bottomMargin,leftMargin,rightMargin");
  page.headersFooters.defaultForAllPages.load("centerFooter");
  const titles = page.getPrintTitleRowsOrNullObject().load("rowIndex,rowCount");
  const area = page.getPrintAreaOrNullObject();
  area.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  const breaks = sheet.horizontalPageBreaks.load("items/rowIndex");
  return () => ({
    orientation: page.orientation === "Landscape" ? "Landscape" : "Portrait",
    paper: page.paperSize,
    fitsWidth: page.zoom.horizontalFitToPages === 1,
    titleRows: titles.isNullObject ? null : { top: titles.rowIndex, bottom: titles.rowIndex + titles.rowCount - 1 },
    area: area.isNullObject ? null : (area.areas.items.map(rangeOf)[0] ?? null),
    breaks: breaks.items.map(({ rowIndex }) => rowIndex),
    footer: page.headersFooters.defaultForAllPages.centerFooter,
    margins: { top: page.topMargin, bottom: page.bottomMargin, left: page.leftMargin, right: page.rightMargin },
  });
}
