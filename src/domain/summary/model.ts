/**
 * The summary as plain data, in the user's language: sheets of blocks, every figure with its exact value and where it
 * comes from. It is built once (build.ts) and rendered many times; a renderer computes nothing.
 */

import type { Place } from "../../workbook/address";
import type { Decimal } from "../amounts/decimal";

export const SHEET_KEYS = ["summary", "findings", "reconciliations", "monitoring", "self-evaluation", "project-forms"] as const;
export type SheetKey = (typeof SHEET_KEYS)[number];

/** A summary of one workbook. */
export interface Summary {
  /** Stand at the head of every sheet and name the exported file. */
  readonly facts: SummaryFacts;
  /** In the order of `SHEET_KEYS`. */
  readonly sheets: readonly SummarySheet[];
}

export interface SummaryFacts {
  /** 填报单位; "" where the workbook does not say. */
  readonly organisation: string;
  readonly year: number | null;
  /** YYYY-MM-DD; null is unknown. */
  readonly cutOff: string | null;
  /** Of the rate of the whole. */
  readonly basis: "original" | "adjusted";
  /** Some tables have the other budget only, and their rates are of that. */
  readonly hasOtherBasis?: true;
  /** No table has a budget that anything could be a rate of. */
  readonly hasNoBudget?: true;
  /** The workbook has tables of projects only: key figures are these projects', and what the unit as a whole has is not known. */
  readonly isOfProjects?: true;
  /** In words, what tables are not in the key figures though they are of the same form as those that are. */
  readonly notCounted?: readonly string[];
  /** In words, those of them that may be part of the unit: what is told of it is told without them. */
  readonly without?: string;
  /** Of all amounts of the summary, as printed: 万元. */
  readonly unit: string;
}

/** A sheet of blocks. */
export interface BlockSheet {
  /** As the tab should say it; at most 31 characters. */
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly orientation: "portrait" | "landscape";
}

export interface SummarySheet extends BlockSheet {
  readonly key: SheetKey;
}

export type Block =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  /** Said, not shown: what is missing, what a share is of, how a figure was come by. */
  | { readonly kind: "note"; readonly text: string }
  | TableBlock
  | FormBlock
  | ChartBlock
  | SignOffBlock
  | { readonly kind: "page-break" };

export interface TableBlock {
  readonly kind: "table";
  /** Unique in the summary: figures of other blocks refer to it. */
  readonly id: string;
  /** 表题; null where the heading above says it. */
  readonly title: string | null;
  readonly columns: readonly SummaryColumn[];
  readonly rows: readonly SummaryRow[];
}

export interface SummaryColumn {
  /** Unique in the table. */
  readonly key: string;
  /** From the top: a two-row header has two, and equal neighbours in the upper row are one heading. */
  readonly header: readonly string[];
  /** What its cells hold, for width and alignment. */
  readonly kind: "number" | "name" | "code" | "amount" | "percent" | "text" | "long-text";
  /** People fill it: what they wrote is kept when the sheet is built again, by the row's key. */
  readonly isOpen: boolean;
  /** Which budget its amounts or rates are of, where that is one. */
  readonly basis?: "original" | "adjusted";
  /** Its texts tell lines apart, as codes and names do. */
  readonly isIdentity?: true;
}

export interface SummaryRow {
  /** Unique in the table and the same in the next run, whatever moved: a code, a name, a finding's mark. */
  readonly key: string;
  readonly kind: "body" | "subtotal" | "total";
  /** 0: 类, 1: 款, 2: 项, 3: what stands without a code below one of them; outline levels in Excel, indentation elsewhere. */
  readonly level: 0 | 1 | 2 | 3;
  /** Belongs to the row above and stands on its page: the sources of a project's funds. */
  readonly isPart?: true;
  /** 基本支出 or 项目支出, where its table says under which of them it stands. */
  readonly spendingPart?: "basic" | "project";
  /** Its name with what tells it apart, where another line of the table is called the same: for whoever shows it without the lines around it. */
  readonly label?: string;
  /** One for each column. */
  readonly cells: readonly SummaryCell[];
}

export type SummaryCell =
  | { readonly kind: "blank" }
  | { readonly kind: "text"; readonly text: string }
  /** Text that leads to a cell of the workbook. */
  | { readonly kind: "link"; readonly text: string; readonly place: Place }
  | { readonly kind: "figure"; readonly figure: Figure; readonly format: FigureFormat }
  /** For people to fill; `proposal` stands there until they do. */
  | { readonly kind: "open"; readonly proposal: string };

/** amount: #,##0.00 · percent: 0.00% of a fraction · score: 0.00 · count: whole. */
export type FigureFormat = "amount" | "percent" | "score" | "count";

export interface Figure {
  /** Exact; a percentage as a fraction rounded half up at four places. null: there is none, and `missing` says why. */
  readonly value: Decimal | null;
  readonly missing: string | null;
  /** How it is come by; null for a plain constant. */
  readonly formula: Expression | null;
}

/** How a figure follows from cells of the workbook and from other figures of the summary, so that Excel can calculate it again. */
export type Expression =
  /** A cell of the workbook, times a power of ten where its unit is another; `isText`: a figure kept as text, which Excel must read as a number first. */
  | { readonly op: "cell"; readonly place: Place; readonly times: Decimal | null; readonly isText?: true }
  /** A figure of a table of the summary. */
  | { readonly op: "figure"; readonly table: string; readonly row: string; readonly column: string }
  /** Where Excel cannot read the source (full-width digits, a unit in the cell), or where it is known from the text only. */
  | { readonly op: "value"; readonly value: Decimal }
  /** `times`: a power of ten, where the figure's unit is another than that of its cells; null for 1. */
  | { readonly op: "sum"; readonly terms: readonly Expression[]; readonly times?: Decimal | null }
  | { readonly op: "difference"; readonly from: Expression; readonly take: Expression }
  /** Rounded half up at `places` decimals; no figure where the denominator is zero. */
  | { readonly op: "ratio"; readonly numerator: Expression; readonly denominator: Expression; readonly places: number }
  /** The smaller of a multiple and a cap, and not less than nothing: the execution score. */
  | { readonly op: "capped"; readonly of: Expression; readonly times: number; readonly cap: number };

/** One project's form: labels and what stands beside them, over a grid of four columns. */
export interface FormBlock {
  readonly kind: "form";
  /** Unique in the summary. */
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FormField[];
}

export interface FormField {
  readonly key: string;
  readonly label: string;
  readonly cell: SummaryCell;
  /** Takes the whole width; else two fields share a line. */
  readonly isWide: boolean;
  /** Lines of height that people need to write in. */
  readonly lines: number;
}

/** Lines to be signed: 填报单位, 负责人, 填报人, 日期. */
export interface SignOffBlock {
  readonly kind: "sign-off";
  readonly labels: readonly string[];
  /** What stands beside a label until people write there; nothing where none is given. */
  readonly proposals?: Readonly<Record<string, string>>;
}

/** A chart over a table of the summary; it stays linked to that table's cells. */
export interface ChartBlock {
  readonly kind: "chart";
  readonly id: string;
  readonly title: string;
  /** "bar" is horizontal. */
  readonly shape: "bar" | "column";
  /** Stands to the right of the table before it, where that leaves room. */
  readonly isBeside?: true;
  readonly table: string;
  /** Rows of the table, by key, in the order shown. */
  readonly rows: readonly string[];
  /** Names along the axis. */
  readonly categories: string;
  readonly series: readonly { readonly column: string; readonly name: string; readonly color: string }[];
  readonly format: FigureFormat;
  /** A line across at this value: the 100 % mark. The axis goes from `from` to `to`, which is before there would be another. */
  readonly mark: { readonly value: Decimal; readonly name: string; readonly from?: Decimal; readonly to?: Decimal } | null;
}
