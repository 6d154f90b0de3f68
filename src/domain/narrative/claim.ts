/** What a report's text says about money and dates: one kind of claim for each way of saying it. */

import type { Currency } from "../amounts/currency";
import type { NarrativeDocument } from "./document";
import type { TextDate } from "./text/dates";
import type { Money, Percent } from "./text/figures";
import type { Span } from "./text/paragraphs";
import type { Sentence } from "./text/sentences";

/** Words as they stand in the document. */
export interface Quote extends Span {
  readonly text: string;
}

/** Whom or what a figure is about. */
export interface Subject {
  /** As written; "" if the text names none. */
  readonly text: string;
  /** Where it is written, which for "该项目" is further up; null if the text names none. */
  readonly span: Span | null;
  /** "own": beside the figure. "carried": from the words before. "item": from the numbered item it stands in. */
  readonly origin: "own" | "carried" | "item" | "none";
}

/** A numbered item or heading with the lines that belong to it. */
export interface Item {
  /** Index of the paragraph that carries the number. */
  readonly paragraph: number;
  readonly number: number;
  /** What the item is about: a project's name, as printed. */
  readonly subject: Subject;
}

interface ClaimBase {
  /** From the first word that says what the figure is to its end. Offsets into the document. */
  readonly span: Span;
  readonly sentence: Sentence;
  readonly subject: Subject;
  readonly item: Item | null;
}

/** 全年预算 and 全部预算 count as adjusted, as in the ministry's forms; plain 预算 as "budget". */
export type AmountRole = "original-budget" | "adjusted-budget" | "budget" | "expenditure" | "balance" | "overspend" | "income" | "other";

export interface AmountClaim extends ClaimBase {
  readonly kind: "amount";
  readonly role: AmountRole;
  /** The words that gave it its role, as written: 全年支出. "" where there are none. */
  readonly label: string;
  /** The figure alone. */
  readonly figure: Span;
  readonly money: Money;
  /** A named piece of the subject's money: 工程首付款 of "支付工程首付款81.70万元"; null for the whole, "" for one of several that are not named. */
  readonly aspect: string | null;
  /**
   * "part" after 其中; "base" is the whole of a share or what a change is measured against; "plan" is still to be
   * paid; "difference" is by how much two figures differ.
   */
  readonly place: "main" | "part" | "base" | "plan" | "difference";
  /** 共计, 合计, 总计. */
  readonly isTotal: boolean;
  /** The day up to which it is counted, where the sentence says so. */
  readonly cutOff: TextDate | null;
}

/** 完成全年预算60.15%: expenditure ÷ budget. */
export interface RateClaim extends ClaimBase {
  readonly kind: "rate";
  readonly percent: Percent;
  readonly figure: Span;
  readonly label: string;
  readonly basis: "original-budget" | "adjusted-budget" | "budget";
  /** The budget named with it, as in 完成全年预算27752.10万元的84.14%. */
  readonly budget: AmountClaim | null;
}

/** 占预算全部支出7,349.67万元的95.10%. */
export interface ShareClaim extends ClaimBase {
  readonly kind: "share";
  readonly percent: Percent;
  readonly figure: Span;
  readonly part: ShareSide;
  readonly whole: ShareSide;
}

export interface ShareSide {
  /** As written; "" if left out. */
  readonly name: string;
  readonly amount: AmountClaim | null;
}

/** 比上年减少20万元，降低5%; 由100万元增加到120万元. */
export interface ChangeClaim extends ClaimBase {
  readonly kind: "change";
  readonly direction: 1 | -1;
  readonly money: Money | null;
  readonly percent: Percent | null;
  readonly figure: Span;
  readonly from: AmountClaim | null;
  readonly to: AmountClaim | null;
  /** 增加20万元，降低1.67%: its percentage goes the other way. */
  readonly isContrary: boolean;
}

/** A sum that other sums make up. */
export interface TotalClaim extends ClaimBase {
  readonly kind: "total";
  readonly whole: AmountClaim;
  /** At least two. */
  readonly parts: readonly AmountClaim[];
  /** "of-which": 其中 picks some out, and may leave some out. "adds-up": the parts come first, then 共计. */
  readonly relation: "of-which" | "adds-up";
}

/** 6月追加预算20万元. */
export interface AdjustmentClaim extends ClaimBase {
  readonly kind: "adjustment";
  readonly direction: 1 | -1;
  /** As written, without sign. */
  readonly money: Money;
  readonly figure: Span;
  /** 追加, 调减 … as written. */
  readonly label: string;
  /** 指标调增: by quota, not by the unit's own request. */
  readonly isQuota: boolean;
  /** The nearest date before it in its sentence. */
  readonly when: TextDate | null;
  /** Its subject is another line of the workbook than the item it stands in. */
  readonly isOfOtherLine: boolean;
  /** The whole clause, ready to show. */
  readonly quote: Quote;
}

/** 40人×12月×4000元=1920000元. */
export interface FormulaClaim extends ClaimBase {
  readonly kind: "formula";
  /** Its factors multiplied, in yuan, as decimal text: what the product should be. */
  readonly product: string;
  readonly result: AmountClaim;
}

/** 低于序时进度0.75个百分点: a rate less another one. */
export interface PointsClaim extends ClaimBase {
  readonly kind: "points";
  readonly direction: 1 | -1;
  /** As written, without sign. */
  readonly percent: Percent;
  readonly figure: Span;
  /** What the sentence told before of the subject; empty where it tells none. */
  readonly rates: readonly RateClaim[];
  /** "name": of another line, or whatever is called so. `told`: the rate written beside it. */
  readonly against: { readonly kind: "time" | "average" | "name"; readonly name: string; readonly told: Percent | null };
  readonly cutOff: TextDate | null;
}

export interface DateClaim extends ClaimBase {
  readonly kind: "date";
  /** "cut-off" after 截至 or 截止. */
  readonly use: "cut-off" | "event";
  readonly date: TextDate;
  /** What follows the date up to the next date or clause: 报账. */
  readonly what: string;
}

export type Claim = AmountClaim | RateClaim | ShareClaim | ChangeClaim | TotalClaim | AdjustmentClaim | FormulaClaim | PointsClaim | DateClaim;

/** A report's text with everything it says. */
export interface Narrative {
  readonly document: NarrativeDocument;
  /** The workbook's. */
  readonly currency: Currency;
  /** In reading order; in the workbook's currency, or of no money. */
  readonly claims: readonly Claim[];
  /** What is told in other currencies. */
  readonly foreign: ReadonlyMap<Currency, readonly Claim[]>;
  readonly items: readonly Item[];
  /** The item each paragraph belongs to, by paragraph index. */
  readonly itemOf: readonly (Item | null)[];
}
