/** Excel.PageLayout, with HeaderFooterGroup and HeaderFooter */

import type { Sheet } from "../../book/book";
import { type HeaderPart, type PageLayout, pageLayout, printArea, printTitles, setPageLayout, setPrintArea, setPrintTitles } from "../../book/page-layout";
import { isWholeColumns, isWholeRows } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import { optionalRecord, word } from "../../protocol/arguments";
import { action, type ApiObject, type Arguments, child, defineObject, existing, object, type ObjectType, type Property, writable } from "../../protocol/definition";
import { apiNotFound, invalidArgument } from "../../protocol/errors";
import type { Json } from "../../protocol/json";
import { areasOrNull } from "../areas/areas";
import { areasArgument, rangeOnSheet } from "../range/argument";
import { rangeObject } from "../range/range";
import { flagOf, numberOf, recordOf, textOf, wordOf } from "../values";

const exists = (sheet: Sheet): boolean => sheet.book.sheets.includes(sheet);

function setting<K extends Exclude<keyof PageLayout, "headers">>(key: K, check: (given: Json) => PageLayout[K]): Property<Sheet> {
  return writable(
    "1.9",
    (sheet) => toJson(pageLayout(sheet)[key]),
    (sheet, given) => {
      const changes: Partial<Pick<PageLayout, K>> = {};
      changes[key] = check(given);
      setPageLayout(sheet, changes);
    },
  );
}

function toJson(content: PageLayout[Exclude<keyof PageLayout, "headers">]): Json {
  return typeof content === "object" ? { ...content } : content;
}

const ZOOM = ["scale", "horizontalFitToPages", "verticalFitToPages"] as const;

function zoomOf(given: Json): PageLayout["zoom"] {
  const record = recordOf(given);
  const zoom: Partial<Record<(typeof ZOOM)[number], number>> = {};
  for (const name of ZOOM) {
    const part = record[name] ?? null;
    if (part !== null) zoom[name] = numberOf(part);
  }
  return zoom;
}

/** Points in each unit of Excel.PrintMarginUnit. */
const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;
const UNITS = ["Points", "Inches", "Centimeters"] as const;
const MARGINS = { left: "leftMargin", right: "rightMargin", top: "topMargin", bottom: "bottomMargin", header: "headerMargin", footer: "footerMargin" } as const;
type Margin = keyof typeof MARGINS;
const MARGIN_NAMES: readonly Margin[] = ["left", "right", "top", "bottom", "header", "footer"];

function setMargins(sheet: Sheet, args: Arguments): void {
  const points = POINTS[word(args, 0, UNITS)];
  const changes: Partial<Record<(typeof MARGINS)[Margin], number>> = {};
  for (const [name, size] of Object.entries(optionalRecord(args, 1) ?? {})) {
    const margin = wordOf(name, MARGIN_NAMES);
    if (size !== null) changes[MARGINS[margin]] = numberOf(size) * points;
  }
  setPageLayout(sheet, changes);
}

function printAreaOf(sheet: Sheet): ApiObject | null {
  return areasOrNull(sheet, printArea(sheet));
}

function printedAreas(sheet: Sheet, args: Arguments): readonly CellRange[] {
  return areasArgument(sheet, args, 0).map((cells) => {
    if (cells.sheet !== sheet) throw invalidArgument();
    return cells.range;
  });
}

function titles(part: "rows" | "columns"): (sheet: Sheet) => ApiObject | null {
  return (sheet) => {
    const range = printTitles(sheet)[part];
    return range === null ? null : rangeObject({ sheet, range });
  };
}

function headerPart(part: HeaderPart): Property<Sheet> {
  return writable(
    "1.9",
    (sheet) => pageLayout(sheet).headers[part],
    (sheet, given) => {
      const headers: Partial<Record<HeaderPart, string>> = {};
      headers[part] = textOf(given);
      setPageLayout(sheet, { headers });
    },
  );
}

export const headerFooterType: ObjectType<Sheet> = defineObject<Sheet>({
  name: "HeaderFooter",
  exists,
  properties: {
    LeftHeader: headerPart("leftHeader"),
    CenterHeader: headerPart("centerHeader"),
    RightHeader: headerPart("rightHeader"),
    LeftFooter: headerPart("leftFooter"),
    CenterFooter: headerPart("centerFooter"),
    RightFooter: headerPart("rightFooter"),
  },
});

export const headerFooterGroupType: ObjectType<Sheet> = defineObject<Sheet>({
  name: "HeaderFooterGroup",
  exists,
  properties: {
    /** One header and footer for all pages is what the book keeps. */
    State: writable("1.9", () => "Default", (_sheet, state) => {
      if (state !== "Default") throw apiNotFound("HeaderFooterGroup.state");
    }),
  },
  children: { DefaultForAllPages: child("1.9", headerFooterType.of) },
});

export const pageLayoutType: ObjectType<Sheet> = defineObject<Sheet>({
  name: "PageLayout",
  exists,
  properties: {
    Orientation: setting("orientation", (given) => wordOf(given, ["Portrait", "Landscape"])),
    PaperSize: setting("paperSize", textOf),
    Zoom: setting("zoom", zoomOf),
    BlackAndWhite: setting("blackAndWhite", flagOf),
    DraftMode: setting("draftMode", flagOf),
    CenterHorizontally: setting("centerHorizontally", flagOf),
    CenterVertically: setting("centerVertically", flagOf),
    PrintHeadings: setting("printHeadings", flagOf),
    PrintGridlines: setting("printGridlines", flagOf),
    PrintErrors: setting("printErrors", (given) => wordOf(given, ["AsDisplayed", "Blank", "Dash", "NotAvailable"])),
    PrintComments: setting("printComments", (given) => wordOf(given, ["NoComments", "EndSheet", "InPlace"])),
    PrintOrder: setting("printOrder", (given) => wordOf(given, ["DownThenOver", "OverThenDown"])),
    FirstPageNumber: setting("firstPageNumber", (given) => (given === "" ? "" : numberOf(given))),
    LeftMargin: setting("leftMargin", numberOf),
    RightMargin: setting("rightMargin", numberOf),
    TopMargin: setting("topMargin", numberOf),
    BottomMargin: setting("bottomMargin", numberOf),
    HeaderMargin: setting("headerMargin", numberOf),
    FooterMargin: setting("footerMargin", numberOf),
  },
  children: { HeadersFooters: child("1.9", headerFooterGroupType.of) },
  methods: {
    GetPrintArea: object("1.9", existing(printAreaOf)),
    GetPrintAreaOrNullObject: object("1.9", printAreaOf),
    GetPrintTitleRows: object("1.9", existing(titles("rows"))),
    GetPrintTitleRowsOrNullObject: object("1.9", titles("rows")),
    GetPrintTitleColumns: object("1.9", existing(titles("columns"))),
    GetPrintTitleColumnsOrNullObject: object("1.9", titles("columns")),
    SetPrintArea: action("1.9", (sheet, args) => setPrintArea(sheet, printedAreas(sheet, args))),
    SetPrintMargins: action("1.9", setMargins),
    SetPrintTitleRows: action("1.9", (sheet, args) => {
      const { range } = rangeOnSheet(sheet, args, 0);
      if (!isWholeRows(range)) throw invalidArgument();
      setPrintTitles(sheet, { rows: range });
    }),
    SetPrintTitleColumns: action("1.9", (sheet, args) => {
      const { range } = rangeOnSheet(sheet, args, 0);
      if (!isWholeColumns(range)) throw invalidArgument();
      setPrintTitles(sheet, { columns: range });
    }),
  },
});

export function pageLayoutObject(sheet: Sheet): ApiObject {
  return pageLayoutType.of(sheet);
}
