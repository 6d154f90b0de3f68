/** How a sheet is printed; the names of Excel.PageLayout. Margins in points. */

import { columnName, LAST_COLUMN, LAST_ROW, parseRange, quoteSheetName } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import { WORKSHEET_ORDER } from "./file/order";
import type { Sheet } from "./model";
import { editXml, xmlOf } from "./package/package";
import { childOf, childrenOf, element, ensureChild, flag, numberAttribute, removeChild, setAttributes, setText, textOf } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { refuse } from "./refusal";

export interface PageLayout {
  readonly orientation: "Portrait" | "Landscape";
  /** Excel.PaperType: "A4", "A3", "Letter" … */
  readonly paperSize: string;
  readonly zoom: { readonly scale?: number; readonly horizontalFitToPages?: number; readonly verticalFitToPages?: number };
  readonly leftMargin: number;
  readonly rightMargin: number;
  readonly topMargin: number;
  readonly bottomMargin: number;
  readonly headerMargin: number;
  readonly footerMargin: number;
  readonly centerHorizontally: boolean;
  readonly centerVertically: boolean;
  readonly blackAndWhite: boolean;
  readonly draftMode: boolean;
  readonly printGridlines: boolean;
  readonly printHeadings: boolean;
  readonly printOrder: "DownThenOver" | "OverThenDown";
  readonly printComments: "NoComments" | "EndSheet" | "InPlace";
  readonly printErrors: "AsDisplayed" | "Blank" | "Dash" | "NotAvailable";
  /** null or "" is automatic. */
  readonly firstPageNumber: number | "";
  readonly headers: Readonly<Record<HeaderPart, string>>;
}

/** Of the default page. */
export type HeaderPart = "leftHeader" | "centerHeader" | "rightHeader" | "leftFooter" | "centerFooter" | "rightFooter";

export type PageChanges = Partial<Omit<PageLayout, "headers">> & { readonly headers?: Partial<PageLayout["headers"]> };

/** ECMA-376 part 1, 18.18.50 (paper sizes by number), as far as Excel.PaperType names them. */
const PAPER: Readonly<Record<string, number>> = {
  Letter: 1, LetterSmall: 2, Tabloid: 3, Ledger: 4, Legal: 5, Statement: 6, Executive: 7, A3: 8, A4: 9, A4Small: 10, A5: 11, B4: 12, B5: 13, Folio: 14, Quatro: 15, Paper10x14: 16, Paper11x17: 17, Note: 18,
};
const POINTS_PER_INCH = 72;
/** Excel's "normal" margins, in inches. */
const MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 } as const;
type Margin = keyof typeof MARGINS;
const MARGIN_PROPERTY = { left: "leftMargin", right: "rightMargin", top: "topMargin", bottom: "bottomMargin", header: "headerMargin", footer: "footerMargin" } as const;

const ORDERS = { downThenOver: "DownThenOver", overThenDown: "OverThenDown" } as const;
const COMMENTS = { none: "NoComments", atEnd: "EndSheet", asDisplayed: "InPlace" } as const;
const ERRORS = { displayed: "AsDisplayed", blank: "Blank", dash: "Dash", NA: "NotAvailable" } as const;

const SHEET_PROPERTIES_ORDER = ["tabColor", "outlinePr", "pageSetUpPr"];

export function pageLayout(sheet: Sheet): PageLayout {
  const root = xmlOf(sheet.part);
  const setup = childOf(root, "pageSetup");
  const margins = childOf(root, "pageMargins");
  const options = childOf(root, "printOptions");
  const margin = (name: Margin): number => numberAttribute(margins, name, MARGINS[name]) * POINTS_PER_INCH;
  const paper = numberAttribute(setup, "paperSize", PAPER["Letter"] ?? 1);
  return {
    orientation: setup?.attributes["orientation"] === "landscape" ? "Landscape" : "Portrait",
    paperSize: Object.entries(PAPER).find(([, number]) => number === paper)?.[0] ?? "UserDefined",
    zoom: zoomOf(sheet, setup),
    leftMargin: margin("left"), rightMargin: margin("right"), topMargin: margin("top"), bottomMargin: margin("bottom"), headerMargin: margin("header"), footerMargin: margin("footer"),
    centerHorizontally: flag(options, "horizontalCentered"),
    centerVertically: flag(options, "verticalCentered"),
    printGridlines: flag(options, "gridLines"),
    printHeadings: flag(options, "headings"),
    blackAndWhite: flag(setup, "blackAndWhite"),
    draftMode: flag(setup, "draft"),
    printOrder: wordOf(ORDERS, setup?.attributes["pageOrder"], "DownThenOver"),
    printComments: wordOf(COMMENTS, setup?.attributes["cellComments"], "NoComments"),
    printErrors: wordOf(ERRORS, setup?.attributes["errors"], "AsDisplayed"),
    firstPageNumber: flag(setup, "useFirstPageNumber") ? numberAttribute(setup, "firstPageNumber", 1) : "",
    headers: headersOf(root),
  };
}

export function setPageLayout(sheet: Sheet, changes: PageChanges): void {
  const root = editXml(sheet.part);
  const child = (name: string): XmlElement => ensureChild(root, name, WORKSHEET_ORDER);
  const setup: Record<string, string | number | boolean | undefined> = {};
  if (changes.orientation !== undefined) setup["orientation"] = changes.orientation.toLowerCase();
  if (changes.paperSize !== undefined) setup["paperSize"] = PAPER[changes.paperSize] ?? refuse("InvalidArgument", `There is no paper ${changes.paperSize}.`);
  if (changes.blackAndWhite !== undefined) setup["blackAndWhite"] = changes.blackAndWhite;
  if (changes.draftMode !== undefined) setup["draft"] = changes.draftMode;
  if (changes.printOrder !== undefined) setup["pageOrder"] = keyOf(ORDERS, changes.printOrder);
  if (changes.printComments !== undefined) setup["cellComments"] = keyOf(COMMENTS, changes.printComments);
  if (changes.printErrors !== undefined) setup["errors"] = keyOf(ERRORS, changes.printErrors);
  if (changes.firstPageNumber !== undefined) {
    setup["useFirstPageNumber"] = changes.firstPageNumber === "" ? undefined : true;
    setup["firstPageNumber"] = changes.firstPageNumber === "" ? undefined : changes.firstPageNumber;
  }
  if (Object.keys(setup).length > 0) setAttributes(child("pageSetup"), setup);
  if (changes.zoom !== undefined) setZoom(sheet, child("pageSetup"), changes.zoom);
  setOptions(child, changes);
  setMargins(child, changes);
  if (changes.headers !== undefined) setHeaders(sheet, child("headerFooter"), changes.headers);
  announce(sheet.book, { kind: "page-layout", sheetId: sheet.id });
}

function setOptions(child: (name: string) => XmlElement, { centerHorizontally, centerVertically, printGridlines, printHeadings }: PageChanges): void {
  const options = { horizontalCentered: centerHorizontally, verticalCentered: centerVertically, gridLines: printGridlines, headings: printHeadings };
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  if (given.length > 0) setAttributes(child("printOptions"), Object.fromEntries(given.map(([name, value]) => [name, value === true ? true : undefined])));
}

/** The schema wants all six margins if there is one. */
function setMargins(child: (name: string) => XmlElement, changes: PageChanges): void {
  const names = Object.keys(MARGINS) as Margin[];
  if (names.every((name) => changes[MARGIN_PROPERTY[name]] === undefined)) return;
  const margins = child("pageMargins");
  for (const name of names) {
    const points = changes[MARGIN_PROPERTY[name]];
    if (points !== undefined && points < 0) refuse("InvalidArgument", "A margin can't be negative.");
    setAttributes(margins, { [name]: points === undefined ? numberAttribute(margins, name, MARGINS[name]) : points / POINTS_PER_INCH });
  }
}

/** Fitting to pages is switched on by the sheet's properties; a count of 0 in the file is "as many as it takes". */
function zoomOf(sheet: Sheet, setup: XmlElement | undefined): PageLayout["zoom"] {
  const properties = childOf(xmlOf(sheet.part), "sheetPr");
  const isFitted = flag(properties && childOf(properties, "pageSetUpPr"), "fitToPage");
  if (!isFitted) return { scale: numberAttribute(setup, "scale", 100) };
  const [across, down] = [numberAttribute(setup, "fitToWidth", 1), numberAttribute(setup, "fitToHeight", 1)];
  return { ...(across > 0 ? { horizontalFitToPages: across } : {}), ...(down > 0 ? { verticalFitToPages: down } : {}) };
}

function setZoom(sheet: Sheet, setup: XmlElement, { scale, horizontalFitToPages, verticalFitToPages }: PageLayout["zoom"]): void {
  if (scale !== undefined && (scale < 10 || scale > 400)) refuse("InvalidArgument", "The scale must be 10 to 400 per cent.");
  const isFitted = scale === undefined;
  const properties = ensureChild(editXml(sheet.part), "sheetPr", WORKSHEET_ORDER);
  setAttributes(ensureChild(properties, "pageSetUpPr", SHEET_PROPERTIES_ORDER), { fitToPage: isFitted ? true : undefined });
  setAttributes(setup, { scale, fitToWidth: isFitted ? (horizontalFitToPages ?? 0) : undefined, fitToHeight: isFitted ? (verticalFitToPages ?? 0) : undefined });
}

const HEADER_PARTS = { oddHeader: ["leftHeader", "centerHeader", "rightHeader"], oddFooter: ["leftFooter", "centerFooter", "rightFooter"] } as const;
const SECTIONS = ["&L", "&C", "&R"] as const;
const HEADER_ORDER = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];

function headersOf(root: XmlElement): PageLayout["headers"] {
  const parent = childOf(root, "headerFooter");
  const texts = Object.entries(HEADER_PARTS).flatMap(([name, parts]) => {
    const stored = parent && childOf(parent, name);
    const sections = sectionsOf(stored ? textOf(stored) : "");
    return parts.map((part, i) => [part, sections[i] ?? ""] as const);
  });
  return Object.fromEntries(texts) as Record<HeaderPart, string>;
}

/** "&Lleft&Ccenter&Rright"; a text without a mark stands in the centre. */
function sectionsOf(text: string): string[] {
  const marked = /^&[LCR]/.test(text) || text === "" ? text : `&C${text}`;
  return SECTIONS.map((mark) => {
    const from = marked.indexOf(mark);
    if (from < 0) return "";
    const rest = marked.slice(from + 2);
    const to = rest.search(/&[LCR]/);
    return to < 0 ? rest : rest.slice(0, to);
  });
}

function setHeaders(sheet: Sheet, parent: XmlElement, changes: Partial<PageLayout["headers"]>): void {
  const headers = { ...headersOf(xmlOf(sheet.part)), ...changes };
  for (const [name, parts] of Object.entries(HEADER_PARTS)) {
    const text = parts.map((part, i) => (headers[part] === "" ? "" : `${SECTIONS[i] ?? ""}${headers[part]}`)).join("");
    setText(ensureChild(parent, name, HEADER_ORDER), text);
  }
}

export function printArea(sheet: Sheet): readonly CellRange[] {
  return references(sheet, "Print_Area").flatMap((text) => parseRange(text) ?? []);
}

export function setPrintArea(sheet: Sheet, ranges: readonly CellRange[]): void {
  setBuiltIn(sheet, "Print_Area", ranges.map(absolute));
}

export function printTitles(sheet: Sheet): { readonly rows: CellRange | null; readonly columns: CellRange | null } {
  const ranges = references(sheet, "Print_Titles").flatMap((text) => parseRange(text) ?? []);
  return {
    rows: ranges.find(({ left, right }) => left === 0 && right === LAST_COLUMN) ?? null,
    columns: ranges.find(({ top, bottom }) => top === 0 && bottom === LAST_ROW) ?? null,
  };
}

export function setPrintTitles(sheet: Sheet, titles: { readonly rows?: CellRange | null; readonly columns?: CellRange | null }): void {
  const { rows, columns } = { ...printTitles(sheet), ...titles };
  setBuiltIn(sheet, "Print_Titles", [
    ...(columns === null ? [] : [`$${columnName(columns.left)}:$${columnName(columns.right)}`]),
    ...(rows === null ? [] : [`$${rows.top + 1}:$${rows.bottom + 1}`]),
  ]);
}

function absolute({ top, left, bottom, right }: CellRange): string {
  return `$${columnName(left)}$${top + 1}:$${columnName(right)}$${bottom + 1}`;
}

/** The addresses that one of Excel's own names lists, without the sheet. */
function references(sheet: Sheet, name: string): string[] {
  const defined = sheet.book.names.find((candidate) => candidate.builtIn && candidate.sheet === sheet && candidate.name === name);
  return defined === undefined ? [] : defined.formula.slice(1).split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map((part) => part.slice(part.lastIndexOf("!") + 1));
}

function setBuiltIn(sheet: Sheet, name: string, addresses: readonly string[]): void {
  const { names } = sheet.book;
  const at = names.findIndex((candidate) => candidate.builtIn && candidate.sheet === sheet && candidate.name === name);
  if (at >= 0) names.splice(at, 1);
  const formula = `=${addresses.map((address) => `${quoteSheetName(sheet.name)}!${address}`).join(",")}`;
  if (addresses.length > 0) names.push({ name, sheet, formula, comment: "", visible: true, builtIn: true, attributes: {} });
  announce(sheet.book, { kind: "page-layout", sheetId: sheet.id });
}

/** A break before the row or column. */
export function pageBreaks(sheet: Sheet): { readonly rows: readonly number[]; readonly columns: readonly number[] } {
  return { rows: breaksIn(sheet, "rowBreaks"), columns: breaksIn(sheet, "colBreaks") };
}

export function setPageBreaks(sheet: Sheet, { rows, columns }: { readonly rows: readonly number[]; readonly columns: readonly number[] }): void {
  writeBreaks(sheet, "rowBreaks", rows, LAST_COLUMN);
  writeBreaks(sheet, "colBreaks", columns, LAST_ROW);
  announce(sheet.book, { kind: "page-layout", sheetId: sheet.id });
}

/** A break's id is the row after which it stands, counted from one: the row before which it stands, from zero. */
function breaksIn(sheet: Sheet, name: "rowBreaks" | "colBreaks"): number[] {
  const list = childOf(xmlOf(sheet.part), name);
  return list === undefined ? [] : childrenOf(list, "brk").map((entry) => numberAttribute(entry, "id", 0));
}

function writeBreaks(sheet: Sheet, name: "rowBreaks" | "colBreaks", before: readonly number[], max: number): void {
  const root = editXml(sheet.part);
  const existing = childOf(root, name);
  if (existing !== undefined) removeChild(root, existing);
  if (before.length === 0) return;
  const list = ensureChild(root, name, WORKSHEET_ORDER);
  setAttributes(list, { count: before.length, manualBreakCount: before.length });
  list.children = [...before].sort((a, b) => a - b).map((id) => element("brk", { id, max, man: 1 }));
}

function wordOf<K extends string, V extends string>(words: Readonly<Record<K, V>>, stored: string | undefined, otherwise: V): V {
  return stored !== undefined && Object.hasOwn(words, stored) ? words[stored as K] : otherwise;
}

function keyOf<K extends string, V extends string>(words: Readonly<Record<K, V>>, word: V): K | undefined {
  return (Object.keys(words) as K[]).find((key) => words[key] === word);
}
