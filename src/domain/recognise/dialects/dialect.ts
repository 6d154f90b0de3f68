/** How a language words the headers, totals and notes of budget tables. To add a language, add a file like zh.ts and list it here. */

import type { BudgetRole, Role } from "../../table";
import { en } from "./en";
import { zh } from "./zh";

/**
 * What a header says. Besides the roles: a budget, spending or rate named after what it is for (活动预算); an amount or a ratio it does not say what of, which the rest of the
 * table decides; budget, spending or rate of the month only (本月预算); "of-which" (其中) over the parts of an amount; a serial number; one of the columns 类 款 项 that
 * a code is spread over; and "other" for headers we know and do not use (上年决算数, 结余),
 * so that no weaker rule takes them for ours.
 */
export type Meaning = Role | "named-budget" | "named-expenditure" | "named-rate" | "budget-of-now" | "spending-of-now" | "rate-of-now" | "amount" | "ratio" | "of-which" | "serial" | "code-part" | "other";

/** The budget that a rate's header names. 全年预算 is the adjusted one where a table has both, and else the one there is. */
export type NamedBudget = BudgetRole | "annual-budget";

export interface HeaderRule {
  readonly meaning: Meaning;
  /** "likely" wants a person's confirmation: the words fit, but might mean something else. */
  readonly confidence: "sure" | "likely";
  /**
   * Matched against the whole header after its clean-up: half-width, lower case, without years, dates,
   * units, footnote marks and, in Chinese, spaces. See headers/text.ts.
   */
  readonly patterns: readonly RegExp[];
  /** What it means where another column has the first meaning for certain: 预算数 beside 年初预算. */
  readonly otherwise?: Role;
  readonly ofBudget?: NamedBudget;
}

export interface Dialect {
  /** The first rule that fits decides, so the special stand before the general. */
  readonly headers: readonly HeaderRule[];
  /** Labels of rows that add up others, by how much they add up; matched against the label without brackets, tidied as headers are. */
  readonly totals: { readonly grand: RegExp; readonly total: RegExp; readonly subtotal: RegExp };
  /** What was spent on everything, in words that may also be one line's: 本年支出; matched against the bare label. */
  readonly allLines: RegExp;
  /** The two lines that every budget is divided into; likewise. */
  readonly budgetParts: { readonly basic: RegExp; readonly project: RegExp };
  /** The same as the beginning of a column's header, as group `basic` or `project`, before what it is of that part, as group `rest`; matched against the header tidied. */
  readonly partInHeader: RegExp;
  /** A row that is part of the row above it. */
  readonly ofWhichRow: RegExp;
  /** A row that is taken off the total above it. */
  readonly deduction: RegExp;
  /** A row of what was left over, which is no spending; matched against the whole label, tidied as headers are. */
  readonly balance: RegExp;
  /** The beginning of lines under a table that belong to it and are no rows: notes, sources, signatures. */
  readonly note: RegExp;
  /** A column of money that plays no part in execution, and adds up all the same: 结余, 上年决算数; matched against its last header, tidied. */
  readonly otherMoney: RegExp;
  /** A row below the total that compares it with something else; matched like `balance`. */
  readonly comparison: RegExp;
  /** Headers of goals and indicators, which forms have right below their table of money; matched against the whole cell, tidied as headers are. */
  readonly otherBlock: RegExp;
  /** The number of an attachment or a table, with which a title may begin: 附件3, 表一： */
  readonly attachment: RegExp;
  /** Lines above a table that are no title: who filled it in, page numbers. */
  readonly notTitle: RegExp;
  /** A source of money as a line, and among such lines money left over from the year before, which is spent as they are; matched like `balance`. */
  readonly sources: { readonly line: RegExp; readonly carried: RegExp };
  /** A page break's "continued". */
  readonly continued: RegExp;
  /** Income, which is no expenditure: a side of a table headed so, or spending beside it; a title that speaks of nothing else; a column's header. */
  readonly income: { readonly side: RegExp; readonly other: RegExp; readonly title: RegExp; readonly amount: RegExp };
  /** A column that says of what kind a line is; it names lines only where nothing else does. Matched against the header tidied. */
  readonly lineClass: RegExp;
  /** A column of what was left over from before, or of what was spent of that; matched against the header tidied. */
  readonly carried: RegExp;
  /** A rate's header that says it counts money not yet spent. */
  readonly unspent: RegExp;
  /** A column of an earlier year; matched against the header tidied. */
  readonly past: RegExp;
  /** A column of this year, and the budget of a project that may take several; matched against the header tidied. */
  readonly thisYear: RegExp;
  /** A budget that says it is of one year, whichever. */
  readonly ofYear: RegExp;
  readonly wholeProject: RegExp;
  /** A column of what is left of a budget; matched against the header tidied. */
  readonly left: RegExp;
  /** What the budget and the spending differ by; matched against the header tidied. */
  readonly difference: RegExp;
  /** Of those only what nobody may have spent by now: no 已报账未支付, nor 结转资金. */
  readonly rest: RegExp;
  /** Money that was given to those who spend it; that was paid; and that was spent, in whatever words. Matched against the header tidied. */
  readonly handedOut: RegExp;
  /** Money that came in, which is no budget where one is told; matched against the header tidied. */
  readonly received: RegExp;
  readonly paid: RegExp;
  readonly spent: RegExp;
  /** Who answers for a line; it names lines only where nothing else does. Matched against the last header tidied. */
  readonly person: RegExp;
  /** What is only planned to be bought or done, which is no budget beside a column that is called one; matched likewise. */
  readonly planned: RegExp;
  /** Spending as it was claimed or booked, as an audit confirmed it, and what lies between the two; matched against the last header tidied. */
  readonly claimed: RegExp;
  readonly audited: RegExp;
  readonly auditChange: RegExp;
  /** A budget by itself, and no single source or use of money; matched against the bare label. */
  readonly plainBudget: RegExp;
  /** Spending that is not said to be of one source or for one purpose; matched against the bare header. */
  readonly allSpending: RegExp;
  /** What a line that is the budget or the spending of something is of, as groups `budget` or `spent`; matched against the bare label. */
  readonly measured: RegExp;
  /** A column of figures that are no money: 户数, 里程(公里); matched against the header tidied. */
  readonly noMoney: RegExp;
  /** A rate that may be each line's share of the whole budget, as its figures tell: 占预算比例; matched against the header tidied. */
  readonly mayBeShare: RegExp;
  /** A column that holds a rate where it is one: 进度, 完成; matched against the last header, tidied. */
  readonly mayBeRate: RegExp;
  /** A rate of money rather than of the work done with it: 资金执行率, and not 项目完成率; matched against the last header, tidied. */
  readonly rateOfMoney: RegExp;
  /** A column of rates or shares, whatever they are of: 总进度, % LOP; matched against the last header, tidied. */
  readonly endsAsRate: RegExp;
  /** A column that calls itself a total of others; matched against the header tidied. */
  readonly totalColumn: RegExp;
  /** What was spent, in words that count only where no others tell it: 单位支付, 付款数. Matched against the last header, tidied. */
  readonly spentBy: RegExp;
  /** What was spent before this month, or another period, and what was spent in it; matched against the last header, tidied. */
  readonly untilLast: RegExp;
  readonly ofNow: RegExp;
  /** The beginning of a header that is of this month or quarter alone: 本月 of 本月预算. */
  readonly now: RegExp;
  /** In a ledger of payments what an indicator is known by, when or by which voucher it was paid, and what was paid so far; matched against the last header, tidied. */
  readonly indicatorNumber: RegExp;
  readonly paidOn: RegExp;
  readonly cumulative: RegExp;
  /** What one source gave, and the amount of a contract; matched against the header tidied. */
  readonly source: RegExp;
  readonly contract: RegExp;
  /** What may be spent, in words that elsewhere are a price or what is left; likewise. */
  readonly granted: RegExp;
  /** A column of one source of money, or one way of paying; matched against the header tidied. */
  readonly fund: RegExp;
  /** What words in title or sheet name say about a column headed only 金额; the first that fits decides. */
  readonly context: readonly (readonly [Role, RegExp])[];
}

export const DIALECTS: readonly Dialect[] = [zh, en];
