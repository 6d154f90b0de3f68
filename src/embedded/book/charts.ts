/** Charts as data. Charts of a file keep everything in them that is not changed here. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Sheet } from "./model";

export interface ChartSeries {
  /** A text, or a reference with "=". */
  readonly name: string;
  /** References without "=": "Sheet1!$B$2:$B$9"; "" when there is none. */
  readonly values: string;
  readonly categories: string;
}

export interface ChartPosition {
  /** Points. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Chart {
  readonly sheet: Sheet;
  readonly id: string;
  readonly name: string;
  /** Excel.ChartType, for example "ColumnClustered", "Line", "Pie". */
  readonly type: string;
  /** null: no title. */
  readonly title: string | null;
  readonly legend: "Top" | "Bottom" | "Left" | "Right" | "Corner" | null;
  readonly series: readonly ChartSeries[];
  readonly position: ChartPosition;
}

export function chartsOf(sheet: Sheet): readonly Chart[] { return notYet(sheet); }
/** Series by columns or rows of the range as Excel would guess ("Auto"). @throws HostRefusal InvalidArgument for a type we cannot write */
export function addChart(sheet: Sheet, type: string, source: { readonly sheet: Sheet; readonly range: CellRange }, seriesBy: "Auto" | "Columns" | "Rows"): Chart { return notYet(sheet, type, source, seriesBy); }
export function changeChart(chart: Chart, changes: Partial<Omit<Chart, "sheet" | "id">>): Chart { return notYet(chart, changes); }
export function deleteChart(chart: Chart): void { notYet(chart); }
