/** Recognised budget tables: what recognition gives and everything later reads. */

import type { CellRange, Place } from "../workbook/address";
import type { Decimal } from "./amounts/decimal";
import type { Unit } from "./amounts/unit";

/** What a column means. Terms as in the Ministry of Finance's forms; see catalogs `role.<role>`. */
export const ROLES = [
  "code", "name", "function-code", "function-name",
  "original-budget", "carried-over", "increase", "decrease", "quota-change", "adjusted-budget",
  "basic", "project", "expenditure",
  "month-1", "month-2", "month-3", "month-4", "month-5", "month-6",
  "month-7", "month-8", "month-9", "month-10", "month-11", "month-12",
  "quarter-1", "quarter-2", "quarter-3", "quarter-4", "half-1", "half-2",
  "rate", "share", "status", "reason",
] as const;
export type Role = (typeof ROLES)[number];

/** The two budgets that rates may be of. */
export type BudgetRole = Extract<Role, "original-budget" | "adjusted-budget">;

/** What changes the original budget; of each a table may have several columns, which count together. */
export const CHANGE_ROLES = ["increase", "decrease", "quota-change"] as const;

export function isChangeRole(role: string | null): role is (typeof CHANGE_ROLES)[number] {
  return CHANGE_ROLES.some((change) => change === role);
}

/** The roles whose cells hold money. */
export const AMOUNT_ROLES: ReadonlySet<Role> = new Set<Role>([
  "original-budget", "carried-over", "increase", "decrease", "quota-change", "adjusted-budget", "basic", "project", "expenditure",
  ...ROLES.filter((role) => monthsOf(role) !== null),
]);

/** The months, from 1, that a column of one month, quarter or half of the year counts; null for any other role. */
export function monthsOf(role: string): { readonly from: number; readonly to: number } | null {
  const [, period, number] = /^(month|quarter|half)-(\d+)$/u.exec(role) ?? [];
  if (period === undefined) return null;
  const length = period === "month" ? 1 : period === "quarter" ? 3 : 6;
  return { from: (Number(number) - 1) * length + 1, to: Number(number) * length };
}

/** Why something was decided, for the person who checks it: catalog key `reason.<code>` and what it names. */
export interface Reason {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface TableColumn {
  /** Column of the sheet, from zero. */
  readonly column: number;
  /** Header texts from top to bottom, merged ones repeated: ["其中", "基本支出"]. */
  readonly header: readonly string[];
  readonly role: Role | null;
  /** Set only where the column's own header names a unit. */
  readonly unit: Unit | null;
  readonly reason: Reason;
  /** Of 基本支出 and 项目支出, each of which may stand under several amounts, the amount they are the parts of, as far as that is told; likewise of columns without a role for single sources of money, or for single changes, that no column adds up. */
  readonly partOf?: Role;
  /** The budget that a rate is of, where its header names one: 完成年初预算%. */
  readonly ofBudget?: BudgetRole;
  /** A person selected it while other columns count where nothing is selected. */
  readonly isInstead?: true;
  /** Of a month, quarter or half that begins after the cut-off date: what was spent in it is not counted. */
  readonly isAfterCutOff?: true;
  /** "likely" is shown to the user for confirmation, never silently relied on where it matters. */
  readonly confidence: "sure" | "likely" | "unknown";
}

/** What an amount cell turned out to hold. */
export type CellAmount =
  /** `currency` is the sign of the one that stands before it, "CNY" for yuan. */
  | { readonly kind: "amount"; readonly value: Decimal; readonly currency?: string }
  | { readonly kind: "blank" }
  /** The cell holds something that is no amount; `content` is what stands there. */
  | { readonly kind: "unreadable"; readonly content: string };

/**
 * Only body rows add up to the total. A payment is a further one out of the budget of another line, which counts it. A group row has a name and no amounts; an of-which row (其中：…)
 * is part of the row above it and counted there already.
 */
export type RowKind = "body" | "group" | "subtotal" | "total" | "of-which" | "payment";

export interface TableRow {
  /** Row of the sheet, from zero. */
  readonly row: number;
  readonly kind: RowKind;
  /** Of the code column, else of the functional code column, else what most lines have before their names in one cell; "" for none. */
  readonly code: string;
  /** Of the column of the indicators' or contracts' numbers (文号), on lines of a table without codes that has only one side of a rate. */
  readonly number?: string;
  /** Of the name column, else of the functional class column, as printed without outer spaces and such a code. */
  readonly name: string;
  /** 年末结转和结余: money that was left over. It counts in totals, but was not spent, so there is no rate of it. So is a total of it and what was spent. */
  readonly isBalance?: true;
  /** Its adjusted budget is left blank and is the original one. */
  readonly isUnchanged?: true;
  /** Money was spent on it, and its adjusted budget is left blank where others repeat theirs though nothing changed: nobody tells whether it is none. */
  readonly isUntold?: true;
  /** A total of adjusted budgets that leaves out lines whose own is left blank: it has no rate on that basis. */
  readonly isPartial?: true;
  /** Of the income side of a table that has spending as well, one below the other: there is a rate of it, but it is no spending. */
  readonly isIncome?: true;
  /** Why it is no plain body row; absent on body rows. */
  readonly reason?: Reason;
  /**
   * On a subtotal that stands above its parts, as codes or an outline tell: the row of the last of them, null where
   * that is uncertain. Also on a total above its parts, behind other sums. Absent on 小计, whose parts are the lines since the last one. null on a total of which it is
   * uncertain which lines it adds up.
   */
  readonly through?: number | null;
  /** On 小计 below its parts, with lines of others between these and the last such line: the row of the first of its parts. */
  readonly since?: number;
  /** Of a payment the row of the line whose budget it is paid out of. */
  readonly paymentOf?: number;
  /** Of 小计 below the payments of one line: the row of that line, whose are the amounts that it leaves blank. */
  readonly sumOf?: number;
}

export interface LocatedText {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

export interface BudgetTable {
  /** Stable across reads while the sheet and the header's top-left cell stay: `<sheetId>!<A1>`. */
  readonly id: string;
  readonly sheetId: string;
  readonly sheetName: string;
  /** Header rows to the last row (totals included); notes outside. */
  readonly range: CellRange;
  readonly title: LocatedText | null;
  /** What else stands above the table, from the nearest line up: 截止日期：…, 单位：…. */
  readonly captions: readonly LocatedText[];
  /** The whole table's unit; null is unknown. */
  readonly unit: Unit | null;
  readonly unitReason: Reason;
  /** Inclusive rows of the header. */
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** In a ledger of payments the columns whose last figure is that of the whole line: 累计支付, 余额, a repeated amount. Of all others payments are added up. */
  readonly running?: readonly number[];
  /** Rows of the body that a person left out, from the top; absent where there are none. */
  readonly ignoredRows?: readonly number[];
  readonly notes: readonly LocatedText[];
  /** Name of the ListObject it comes from, if it does. */
  readonly excelTable: string | null;
  /** Merged ranges inside the body, which make a row's figures ambiguous. */
  readonly mergedBody: readonly CellRange[];
  /** What recognition could not settle for certain and a person should confirm; see also each column's confidence. */
  readonly doubts: readonly Reason[];
}

export function placeOf(table: Pick<BudgetTable, "sheetId" | "sheetName">, range: CellRange): Place {
  return { sheetId: table.sheetId, sheetName: table.sheetName, range };
}

/** Whether a column holds money: in a role, or as part of an amount. */
export function isAmount({ role, partOf }: Pick<TableColumn, "role" | "partOf">): boolean {
  return partOf !== undefined || (role !== null && AMOUNT_ROLES.has(role));
}

/**
 * The column in which a row's figure of `column` stands: the original budget's for an adjusted one that is left blank because nothing changed;
 * null for the adjusted budget of a total that leaves such lines out, which is none of what it stands for.
 */
export function columnAt(table: BudgetTable, { isUnchanged, isPartial }: TableRow, column: TableColumn): TableColumn | null {
  if (column.role !== "adjusted-budget") return column;
  if (isPartial === true) return null;
  return isUnchanged === true ? (columnOf(table, "original-budget") ?? column) : column;
}

/** Whether nobody tells the adjusted budget of some lines: then all of them together have none either. */
export function lacksAdjusted({ rows }: Pick<BudgetTable, "rows">): boolean {
  return rows.some(({ isUntold }) => isUntold);
}

/** The column that plays a role; the first where several do. */
export function columnOf(table: BudgetTable, role: Role): TableColumn | null {
  return table.columns.find((column) => column.role === role) ?? null;
}
