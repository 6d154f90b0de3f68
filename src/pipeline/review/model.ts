/** What people decided about a workbook's findings, as plain data. */

import { DEFAULT_SETTINGS, type CheckSettings } from "../../domain/checks/settings";
import type { Unit } from "../../domain/amounts/unit";
import type { Place } from "../../workbook/address";
import type { RateContents } from "../rate-formulas";
import type { FindingMark, LineMark } from "./marks";

/** 经费保障, 制度保障, 人员保障, 硬件条件保障, 其他: the causes of deviation that the official monitoring form asks for. */
export const REASON_CATEGORIES = ["funds", "institution", "staff", "hardware", "other"] as const;
export type ReasonCategory = (typeof REASON_CATEGORIES)[number];

/** How 标记异常 colours what we wrote in the sheet; "following" are conditional formats that follow edits. */
export const COLOURS = ["none", "fixed", "following"] as const;
export type Colours = (typeof COLOURS)[number];

export interface ReportText {
  readonly text: string;
  /** The file's name, or "" where it was pasted. */
  readonly source: string;
  /** Where the text is text cells of the workbook: the cell of each line. */
  readonly cells: readonly (Place | null)[] | null;
}

export interface Dismissal {
  readonly mark: FindingMark;
  readonly note: string;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/** 偏差原因: why a line is not executed as planned. */
export interface Reason {
  readonly line: LineMark;
  readonly category: ReasonCategory | null;
  readonly text: string;
}

/** A changed budget that the text told and a person confirmed, with the figures as they were then: another text does not change them. */
export interface ConfirmedAdjustment {
  /** The line's name as its tables print it. */
  readonly name: string;
  readonly changes: readonly ConfirmedChange[];
}

export interface ConfirmedChange {
  /** A plain decimal with its sign: "-225". */
  readonly change: string;
  readonly unit: Unit;
  readonly quote: string;
}

export interface Review {
  readonly settings: CheckSettings;
  readonly dismissals: readonly Dismissal[];
  readonly reasons: readonly Reason[];
  /** Changed budgets that the text told, one entry a line. */
  readonly confirmed: readonly ConfirmedAdjustment[];
  readonly text: ReportText | null;
  readonly colours: Colours;
  /** 自动重算: what we wrote follows the amounts while the pane is open. */
  readonly live: boolean;
  /** Whether rates are written as values, or as formulas that Excel calculates. */
  readonly rates: RateContents;
}

export const EMPTY_REVIEW: Review = { settings: DEFAULT_SETTINGS, dismissals: [], reasons: [], confirmed: [], text: null, colours: "fixed", live: false, rates: "values" };
