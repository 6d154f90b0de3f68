/** A report as a Word document that people go on writing: heading styles, real tables whose headers repeat, page numbers. */

import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, VerticalMergeType, WidthType, type IStylesOptions } from "docx";
import type { Report, ReportBlock, ReportColumn, ReportRow, ReportTable } from "../pipeline/export/report/model";

/** Twentieths of a point: A4 with the margins of GB/T 9704, and what is left between them. */
const PAGE = { width: 11906, height: 16838, margin: { top: 2098, bottom: 1985, left: 1587, right: 1474 } } as const;
const TEXT_WIDTH = PAGE.width - PAGE.margin.left - PAGE.margin.right;

const SONG = { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia: "宋体" };
const HEI = { ...SONG, eastAsia: "黑体" };

export async function wordFile(report: Report): Promise<Uint8Array> {
  const document = new Document({
    // The library would name an author of its own otherwise.
    title: report.title, creator: "", lastModifiedBy: "", styles: STYLES,
    sections: [{
      properties: { page: { size: { width: PAGE.width, height: PAGE.height }, margin: PAGE.margin } },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })] })] }) },
      children: [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(report.title)] }), ...report.blocks.flatMap(drawBlock)],
    }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Sizes in half-points. */
const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: SONG, size: 24 } },
    title: { run: { font: HEI, size: 36, bold: true }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 240 } } },
    heading1: { run: { font: HEI, size: 32, bold: true, color: "000000" }, paragraph: { spacing: { before: 360, after: 120 }, keepNext: true } },
    heading2: { run: { font: HEI, size: 28, color: "000000" }, paragraph: { spacing: { before: 240, after: 120 }, keepNext: true } },
    heading3: { run: { font: SONG, size: 24, bold: true, color: "000000" }, paragraph: { spacing: { before: 160, after: 80 }, keepNext: true } },
  },
  paragraphStyles: [
    { id: "Body", name: "Body", basedOn: "Normal", quickFormat: true, paragraph: { indent: { firstLine: 480 }, spacing: { line: 400 }, alignment: AlignmentType.BOTH } },
    { id: "Remark", name: "Remark", basedOn: "Normal", quickFormat: true, run: { italics: true, color: "7F7F7F", size: 21 }, paragraph: { spacing: { before: 60, after: 60 } } },
    { id: "TableUnit", name: "Table Unit", basedOn: "Normal", run: { size: 21 }, paragraph: { alignment: AlignmentType.RIGHT, keepNext: true, spacing: { before: 120 } } },
    { id: "TableText", name: "Table Text", basedOn: "Normal", quickFormat: true, run: { size: 21 }, paragraph: { spacing: { before: 30, after: 30 } } },
  ],
};

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function drawBlock(block: ReportBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading": return [new Paragraph({ heading: HEADINGS[block.level], children: [new TextRun(block.text)] })];
    // What leads up to a table or a list stands on the page where that begins.
    case "paragraph": return [new Paragraph({ style: "Body", keepNext: block.text.endsWith("："), children: [new TextRun(block.text)] })];
    case "remark": return [new Paragraph({ style: "Remark", children: [new TextRun(block.text)] })];
    // Two tables in a row would be one to Word.
    case "table": return [...(block.unit === "" ? [] : [new Paragraph({ style: "TableUnit", children: [new TextRun(block.unit)] })]), drawTable(block), new Paragraph({ style: "TableText" })];
  }
}

function drawTable({ columns, rows }: ReportTable): Table {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => Math.floor((TEXT_WIDTH * weight) / weights));
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA }, layout: TableLayoutType.FIXED, columnWidths: widths,
    rows: [...headerRows(columns), ...rows.map((row, i) => drawRow(row, columns, i < rows.length - 1 && (rows.length <= SHORT_TABLE || i === 0 || i === rows.length - 2)))],
  });
}

const HEADER_FILL = "DDEBF7";
/** Tables up to so many rows stand on one page; of longer ones neither the first nor the last row stands alone. More would leave pages half empty. */
const SHORT_TABLE = 4;

/** Equal neighbours above the lowest heading are one cell; a column with fewer headings takes the rest of the height. */
function headerRows(columns: readonly ReportColumn[]): TableRow[] {
  const depth = columns.reduce((most, { header }) => Math.max(most, header.length), 1);
  return Array.from({ length: depth }, (_, d) => {
    const cells: TableCell[] = [];
    for (let c = 0; c < columns.length;) {
      const header = columns[c]?.header ?? [];
      let end = c + 1;
      while (d < header.length - 1 && isOneHeading(header, columns[end]?.header, d)) end++;
      const isBelow = d >= header.length;
      const merge = header.length < depth && d >= header.length - 1 ? { verticalMerge: isBelow ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART } : {};
      cells.push(drawCell(isBelow ? "" : (header[d] ?? ""), { align: "center", bold: true, fill: HEADER_FILL, indent: 0, span: end - c, isKept: true, ...merge }));
      c = end;
    }
    return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
  });
}

function isOneHeading(header: readonly string[], other: readonly string[] | undefined, depth: number): boolean {
  return other !== undefined && depth < other.length - 1 && header.slice(0, depth + 1).every((text, d) => text === other[d]);
}

/** `isKept`: on the page of the next row. */
function drawRow({ cells, isTotal, level }: ReportRow, columns: readonly ReportColumn[], isKept: boolean): TableRow {
  return new TableRow({ cantSplit: true, children: columns.map(({ align }, c) => drawCell(cells[c] ?? "", { align, bold: isTotal, fill: null, indent: c === 0 ? level : 0, span: 1, isKept })) });
}

interface CellLook {
  readonly align: ReportColumn["align"];
  readonly bold: boolean;
  readonly fill: string | null;
  readonly indent: number;
  readonly span: number;
  readonly isKept: boolean;
  readonly verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType];
}

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function drawCell(text: string, { align, bold, fill, indent, span, isKept, verticalMerge }: CellLook): TableCell {
  return new TableCell({
    columnSpan: span, verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 60, right: 60 },
    ...(verticalMerge === undefined ? {} : { verticalMerge }),
    ...(fill === null ? {} : { shading: { fill } }),
    children: [new Paragraph({ style: "TableText", keepNext: isKept, alignment: ALIGNMENTS[align], indent: { left: indent * 200 }, children: [new TextRun({ text, bold })] })],
  });
}
