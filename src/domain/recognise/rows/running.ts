/** Figures that run on from payment to payment: what was paid so far, and what is left. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import type { Reason, TableColumn } from "../../table";
import { because } from "../reason";
import type { Line } from "./line";
import type { Further, Ledger } from "./payments";

export interface Running {
  /** That runs on; where nothing else is paid but what was spent so far, that too. */
  readonly columns: readonly number[];
  readonly header: string;
  /** The column of single payments; null where there is none. */
  readonly payment: number | null;
  readonly paymentHeader: string;
  /** It grows less: 余额. */
  readonly isRest: boolean;
  /** How many payments it does not run on with. */
  readonly failing: number;
}

/** Of the columns without a role, and the spending, those that most further payments run on in. */
export function runningColumns(ledger: Ledger, further: readonly Further[]): readonly Running[] {
  const all = [ledger.spent, ...ledger.others];
  const byPayments = all.flatMap((whole) => all.flatMap((payment) => (payment === whole ? [] : [1, -1].flatMap((sign) => runWith(ledger, further, whole, payment, sign)))));
  const byRest = ledger.others.flatMap((rest) => restOf(ledger, further, rest));
  return byRest.length > 0 && fewest(byRest) < fewest(byPayments) ? byRest : byPayments;
}

function fewest(running: readonly Running[]): number {
  return Math.min(...running.map(({ failing }) => failing));
}

/** 累计 grows by each payment, 余额 falls by it. From nothing both tell nothing. */
function runWith({ at }: Ledger, further: readonly Further[], whole: TableColumn, payment: TableColumn, sign: number): readonly Running[] {
  let holding = 0;
  let failing = 0;
  for (const { line, before } of further) {
    const [now, earlier, paid] = [at(line, whole.column), at(before, whole.column), at(line, payment.column)];
    if (now === null || earlier === null || paid === null || paid.isZero() || earlier.isZero()) continue;
    if (now.equals(earlier.plus(paid.times(sign)))) holding += 1;
    else failing += 1;
  }
  return holding > failing ? [{ columns: [whole.column], header: nameOf(whole), payment: payment.column, paymentHeader: nameOf(payment), isRest: sign < 0, failing }] : [];
}

/** 累计支付, which never falls, and 余额 make up the budget in each line. */
function restOf({ at, budgets, spent }: Ledger, further: readonly Further[], rest: TableColumn): readonly Running[] {
  let holding = 0;
  let failing = 0;
  for (const { line, head, before } of further) {
    const [left, paid, earlier] = [at(line, rest.column), at(line, spent.column), at(before, spent.column)];
    if (left === null || paid === null || earlier === null || earlier.isZero()) continue;
    if (paid.gte(earlier) && budgets.some((column) => at(head, column)?.equals(left.plus(paid)) === true)) holding += 1;
    else failing += 1;
  }
  return holding > failing ? [{ columns: [rest.column, spent.column], header: nameOf(spent), payment: null, paymentHeader: "", isRest: true, failing }] : [];
}

/** What the total row shows: whether budgets that are repeated count once or each, and whether all spending counts or the last of each line. null: neither. */
export interface Sums {
  readonly budget: "once" | "each" | null;
  readonly spent: "all" | "last" | null;
}

export function sumsByTotal(ledger: Ledger, lines: readonly Line[], further: readonly Further[]): Sums {
  const total = lines.findLast(({ rank }) => rank >= 2);
  if (total === undefined) return { budget: null, spent: null };
  const owners = new Map(further.map(({ line, head }) => [line, head]));
  const body = lines.filter(({ kind, rank }) => kind === "body" && rank === 0);
  const heads = body.filter((line) => !owners.has(line));
  const last = new Map(heads.map((line) => [line, line]));
  for (const { line, head } of further) last.set(head, line);
  const isSum = (column: number, of: Iterable<Line>): boolean => ledger.at(total, column)?.equals(sumOf(ledger, of, column)) === true;
  const { budgets, spent: { column: spent } } = ledger;
  const isEach = budgets.every((column) => ledger.at(total, column) === null || isSum(column, body));
  const isOnce = budgets.every((column) => ledger.at(total, column) === null || isSum(column, heads));
  const [isAll, isLast] = [isSum(spent, body), isSum(spent, last.values())];
  return { budget: isEach === isOnce ? null : isOnce ? "once" : "each", spent: isAll === isLast ? null : isAll ? "all" : "last" };
}

function sumOf({ at }: Ledger, lines: Iterable<Line>, column: number): Decimal {
  let sum = ZERO;
  for (const line of lines) sum = sum.plus(at(line, column) ?? ZERO);
  return sum;
}

/** Lines whose payments are not what was paid so far, as that column has it. */
export function differences(ledger: Ledger, further: readonly Further[], running: readonly Running[]): readonly Reason[] {
  return running.flatMap(({ columns: [column], header, payment, paymentHeader, isRest }) => {
    if (column === undefined || payment === null || isRest || (column !== ledger.spent.column && payment !== ledger.spent.column)) return [];
    const rest = new Map<Line, Decimal>();
    for (const { line, head, before } of further) {
      const grown = (ledger.at(line, column) ?? ZERO).minus(ledger.at(before, column) ?? ZERO);
      rest.set(head, (rest.get(head) ?? ZERO).plus(grown).minus(ledger.at(line, payment) ?? ZERO));
    }
    return [...rest].flatMap(([head, difference]) => (difference.isZero() ? [] : [because("doubt-payments-differ", { name: head.name, row: head.row + 1, running: header, payment: paymentHeader })]));
  });
}

function nameOf({ header }: TableColumn): string {
  return header.at(-1) ?? "";
}
