/** How a sheet is printed; the names of Excel.PageLayout. Margins in points. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Sheet } from "./model";

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

export function pageLayout(sheet: Sheet): PageLayout { return notYet(sheet); }
export function setPageLayout(sheet: Sheet, changes: Partial<Omit<PageLayout, "headers">> & { readonly headers?: Partial<PageLayout["headers"]> }): void { notYet(sheet, changes); }
export function printArea(sheet: Sheet): readonly CellRange[] { return notYet(sheet); }
export function setPrintArea(sheet: Sheet, ranges: readonly CellRange[]): void { notYet(sheet, ranges); }
export function printTitles(sheet: Sheet): { readonly rows: CellRange | null; readonly columns: CellRange | null } { return notYet(sheet); }
export function setPrintTitles(sheet: Sheet, titles: { readonly rows?: CellRange | null; readonly columns?: CellRange | null }): void { notYet(sheet, titles); }
/** A break before the row or column. */
export function pageBreaks(sheet: Sheet): { readonly rows: readonly number[]; readonly columns: readonly number[] } { return notYet(sheet); }
export function setPageBreaks(sheet: Sheet, breaks: { readonly rows: readonly number[]; readonly columns: readonly number[] }): void { notYet(sheet, breaks); }
