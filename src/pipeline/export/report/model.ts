/** A report as plain data, in the order it is read: what Word, or anything else that prints, makes of it. */

export interface Report {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  /** 1: 一、 · 2: （一） · 3: 1. */
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  /** For whoever edits the report, not for its reader: what is missing, what is to be checked. */
  | { readonly kind: "remark"; readonly text: string }
  | ReportTable;

export interface ReportTable {
  readonly kind: "table";
  /** 单位：万元; "" for none. */
  readonly unit: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
}

export interface ReportColumn {
  /** From the top; equal neighbours in an upper row are one heading. */
  readonly header: readonly string[];
  readonly align: "left" | "center" | "right";
  /** How wide beside the others. */
  readonly weight: number;
}

export interface ReportRow {
  readonly isTotal: boolean;
  /** Steps that the name is set in by. */
  readonly level: number;
  /** One for each column. */
  readonly cells: readonly string[];
}
