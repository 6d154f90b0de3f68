/** Ledgers of payments: an indicator with its amount in the line of its first payment, and further payments out of it below. */

import { isDateFormat } from "../../../workbook/number-format";
import type { Decimal } from "../../amounts/decimal";
import { parseCell } from "../../amounts/parse";
import { isChangeRole, type Reason, type TableColumn } from "../../table";
import { DIALECTS, type Dialect } from "../dialects/dialect";
import { KIND, type Grid } from "../grid";
import { tidy } from "../headers/text";
import { because } from "../reason";
import { fundOf } from "./fund";
import type { Line } from "./line";
import { differences, runningColumns, sumsByTotal, type Running } from "./running";

export interface Payments {
  /** By each further payment the line whose budget it is paid out of. */
  readonly of: ReadonlyMap<Line, Line>;
  /** Columns whose last figure is that of the whole line: 累计支付, 余额, an amount that is repeated. All others are added up. */
  readonly running: readonly number[];
  readonly doubts: readonly Reason[];
}

/** A payment that may be a further one out of a line's budget. */
export interface Further {
  readonly line: Line;
  readonly head: Line;
  /** The payment before it out of the same budget. */
  readonly before: Line;
  /** It has no budget of its own, or the line's once more. */
  readonly isRepeated: boolean;
  /** It has the number of the line's indicator. */
  readonly isNumbered: boolean;
  readonly isAdjacent: boolean;
}

/** What is read of a table that may be such a ledger. */
export interface Ledger {
  readonly at: (line: Line, column: number) => Decimal | null;
  readonly isFilled: (line: Line, column: number) => boolean;
  readonly budgets: readonly number[];
  readonly spent: TableColumn;
  /** Columns of figures that are neither. */
  readonly others: readonly TableColumn[];
}

const NONE: Payments = { of: new Map(), running: [], doubts: [] };

/** None where the table has no budget and spending, or nothing tells that a line without a budget, or with the same one, is no line of its own. */
export function paymentsOf(grid: Grid, lines: readonly Line[], columns: readonly TableColumn[]): Payments {
  const ledger = ledgerOf(grid, columns);
  if (ledger === null) return NONE;
  const fund = fundOf(ledger, lines);
  if (fund !== null) return { of: new Map(fund.further.map((line) => [line, fund.head])), running: [fund.rest], doubts: [] };
  if (areOfTheirOwn(grid, lines, ledger)) return NONE;
  const identity = createIdentity(grid, columns);
  const called = furtherPayments(lines, ledger, identity, false);
  const all = called.strangers === 0 ? called : furtherPayments(lines, ledger, identity, true);
  const isChain = called.strangers > 0 && runningColumns(ledger, all.further).some(({ failing, isRest }) => isRest && failing === 0);
  const { further } = isChain || (called.strangers > 0 && areEither(lines, ledger)) ? all : called;
  if (further.length === 0) return NONE;
  return accept(grid, { lines, ledger, further, columns });
}

/** The quick first look, before decimals: each line has a name, and none of its heading has it twice, and a budget that is a number. */
function areOfTheirOwn(grid: Grid, lines: readonly Line[], { budgets }: Ledger): boolean {
  const hasBudget = (row: number): boolean => budgets.some((column) => grid.kind(row, column) === KIND.number && !isDateFormat(grid.numberFormat(row, column)));
  if (!lines.every(({ kind, rank, row }) => kind !== "body" || rank > 0 || hasBudget(row))) return false;
  const names = new Set<string>();
  return lines.every(({ kind, rank, name }) => {
    if (kind === "group") names.clear();
    if (kind !== "body" || rank > 0) return true;
    const before = names.size;
    names.add(name);
    return name !== "" && names.size > before;
  });
}

/** 甲 with its budget, then 第一笔, 第二笔 with what was paid: no line has both, and the first has the budget. */
function areEither(lines: readonly Line[], { at, budgets, spent }: Ledger): boolean {
  const body = lines.filter(({ kind, rank }) => kind === "body" && rank === 0);
  const hasBudget = (line: Line): boolean => budgets.some((column) => at(line, column) !== null);
  const [first] = body;
  return first !== undefined && hasBudget(first) && body.every((line) => hasBudget(line) !== (at(line, spent.column) !== null));
}

export function ledgerOf(grid: Grid, columns: readonly TableColumn[]): Ledger | null {
  const spent = columns.find(({ role, partOf }) => role === "expenditure" && partOf === undefined);
  const budgets = columns.filter(({ role, partOf }) => partOf === undefined && role !== null && (role === "original-budget" || role === "adjusted-budget" || role === "carried-over" || isChangeRole(role)));
  if (spent === undefined || budgets.length === 0) return null;
  const at = ({ row }: Line, column: number): Decimal | null => {
    const parsed = parseCell(grid.value(row, column), grid.numberFormat(row, column));
    return parsed.kind === "amount" ? parsed.value : null;
  };
  return { at, isFilled: ({ row }, column) => grid.kind(row, column) !== KIND.blank, budgets: budgets.map(({ column }) => column), spent, others: columns.filter(({ role }) => role === null) };
}

/** What a line is known by: its name, its code and the number of its indicator. "" where it has none of them. */
type Identity = (line: Line) => readonly string[];

function createIdentity(grid: Grid, columns: readonly TableColumn[]): Identity {
  const numbers = columnsCalled(columns, "indicatorNumber");
  const textAt = (row: number, column: number): string => {
    const merge = grid.mergeAt(row, column);
    return merge === null ? grid.text(row, column) : grid.text(merge.top, merge.left);
  };
  return (line) => [line.name, line.code, ...numbers.map((column) => textAt(line.row, column))];
}

/** Where the numbers begin in an identity, behind name and code. */
const NUMBERS = 2;

export function columnsCalled(columns: readonly TableColumn[], words: "indicatorNumber" | "paidOn", roles: readonly TableColumn["role"][] = [null]): readonly number[] {
  const isCalled = ({ role, header }: TableColumn): boolean => roles.includes(role) && DIALECTS.some((dialect: Dialect) => dialect[words].test(tidy(header.at(-1) ?? "")));
  return columns.filter(isCalled).map(({ column }) => column);
}

interface Found {
  readonly further: readonly Further[];
  /** Payments without a budget that are called otherwise than every line. */
  readonly strangers: number;
}

/** Line by line: of the line above, or of one that is called the same. `anyName`: also those that are called otherwise. */
function furtherPayments(lines: readonly Line[], { at, isFilled, budgets, spent }: Ledger, identity: Identity, anyName: boolean): Found {
  const further: Further[] = [];
  const heads = new Map<string, Line>();
  const latest = new Map<Line, Line>();
  let above: Line | null = null;
  let strangers = 0;
  const isSame = (own: readonly string[], other: readonly string[]): boolean => own.every((part, k) => part === "" || part === other[k]);
  for (const line of lines) {
    if (line.kind !== "body" || line.rank > 0) {
      above = null;
      if (line.kind === "group") heads.clear();
      continue;
    }
    const own = identity(line);
    const isBlank = budgets.every((column) => !isFilled(line, column) || at(line, column) === null);
    const hasSame = (head: Line): boolean => isBlank || budgets.every((column) => at(line, column)?.toString() === at(head, column)?.toString());
    const isNamed = own.some((part) => part !== "");
    const known: Line | null = above !== null && isSame(own, identity(above)) ? above : isNamed ? (heads.get(keyOf(own)) ?? null) : null;
    const head: Line | null = known !== null && hasSame(known) && (isBlank || isNamed) ? known : isBlank && anyName ? above : null;
    if (head !== null && isFilled(line, spent.column)) {
      further.push({ line, head, before: latest.get(head) ?? head, isRepeated: !isBlank, isNumbered: own.slice(NUMBERS).some((part) => part !== ""), isAdjacent: head === above });
      latest.set(head, line);
      above = head;
    } else if (!isBlank) {
      heads.set(keyOf(own), line);
      above = line;
    } else if (above !== null && isFilled(line, spent.column)) strangers += 1;
  }
  return { further, strangers };
}

/** No cell holds the separator. */
function keyOf(identity: readonly string[]): string {
  return identity.join("\u0000");
}

interface Judged {
  readonly lines: readonly Line[];
  readonly ledger: Ledger;
  readonly further: readonly Further[];
  readonly columns: readonly TableColumn[];
}

/** What figures, dates or merged cells show to be further payments counts; what only the layout tells counts and is asked about. */
function accept(grid: Grid, { lines, ledger, further, columns }: Judged): Payments {
  const running = runningColumns(ledger, further);
  const sums = sumsByTotal(ledger, lines, further);
  const dates = columnsCalled(columns, "paidOn");
  const isDated = ({ line }: Further): boolean => dates.some((column) => grid.kind(line.row, column) !== KIND.blank);
  const isMerged = ({ line, head }: Further): boolean => ledger.budgets.some((column) => grid.mergeAt(line.row, column)?.top === head.row);
  const runsOn = (one: Further): boolean => running.length > 0 && !(one.isRepeated && sums.budget === "each" && areBalanced(running));
  const isProven = (one: Further): boolean => runsOn(one) || isMerged(one) || (one.isRepeated ? sums.budget === "once" : isDated(one));
  const isTaken = (one: Further): boolean => isProven(one) || (one.isRepeated ? sums.budget !== "each" && (one.isNumbered || isDated(one)) : one.isAdjacent && !isSumOfAll(lines, one, ledger));
  const taken = further.filter(isTaken);
  const open = taken.filter((one) => !isProven(one)).map(({ line }) => line.row + 1);
  const last = new Set([...ledger.budgets, ...running.flatMap(({ columns: own }) => own)]);
  if (sums.spent === "last" || (running.length === 0 && sums.spent !== "all" && isCumulative(ledger, taken))) last.add(ledger.spent.column);
  for (const { column } of ledger.others) if (isRepeatedIn(ledger, taken, column, running)) last.add(column);
  return {
    of: new Map(taken.map(({ line, head }) => [line, head])),
    running: [...last],
    doubts: [...(open.length === 0 ? [] : [because("doubt-further-payments", { rows: open.slice(0, MOST_TOLD).join(", "), count: open.length })]), ...differences(ledger, taken, running)],
  };
}

const MOST_TOLD = 10;

/** Nothing but 支出 and 余额 that make up the budget in each line, as they do in lines of their own: 党建活动 of one 社区 after the other. */
function areBalanced(running: readonly Running[]): boolean {
  return running.every(({ payment }) => payment === null);
}

/** A last line without a name may be the sum of all. */
function isSumOfAll(lines: readonly Line[], { line }: Further, { at, spent }: Ledger): boolean {
  const others = lines.filter((other) => other !== line && other.kind === "body" && other.rank === 0).map((other) => at(other, spent.column));
  const sum = others.reduce<Decimal | null>((all, figure) => (figure === null ? all : (all?.plus(figure) ?? figure)), null);
  return line === lines.at(-1) && line.name === "" && sum !== null && at(line, spent.column)?.equals(sum) === true;
}

/** 累计支付 that never falls. */
function isCumulative({ at, spent }: Ledger, further: readonly Further[]): boolean {
  const isCalled = DIALECTS.some(({ cumulative }) => spent.header.some((text) => cumulative.test(tidy(text))));
  return isCalled && further.every(({ line, before }) => (at(line, spent.column)?.cmp(at(before, spent.column) ?? 0) ?? 0) >= 0);
}

/** An amount that stands in each line of an indicator like its budget. */
function isRepeatedIn({ at }: Ledger, further: readonly Further[], column: number, running: readonly Running[]): boolean {
  const repeated = further.filter(({ isRepeated }) => isRepeated);
  return repeated.length > 0 && !running.some(({ payment }) => payment === column) && repeated.every(({ line, head }) => {
    const figure = at(line, column);
    return figure !== null && at(head, column)?.equals(figure) === true;
  });
}
