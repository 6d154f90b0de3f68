/** A ledger of one budget: what was given and what was paid in lines of their own, with one balance that runs on through all of them. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import type { Line } from "./line";
import type { Ledger } from "./payments";

export interface Fund {
  readonly head: Line;
  readonly further: readonly Line[];
  /** The column of the balance. */
  readonly rest: number;
}

/** Fewer lines may be chance. */
const FEWEST = 3;

/** 年初下达 | 付款 | 追加 | 付款: null unless each line after the first is either, the balance follows every one of them, and more was given later. */
export function fundOf(ledger: Ledger, lines: readonly Line[]): Fund | null {
  const { at, budgets: [budget, ...changes], spent, others } = ledger;
  const body = lines.filter(({ kind, rank }) => kind === "body" && rank === 0);
  const [head] = body;
  const further = body.slice(1);
  if (head === undefined || budget === undefined || changes.length > 0 || body.length < FEWEST) return null;
  const given = (line: Line): Decimal | null => at(line, budget);
  const paid = (line: Line): Decimal | null => at(line, spent.column);
  const isEither = (line: Line): boolean => (given(line) === null) !== (paid(line) === null);
  if (!further.every(isEither) || !further.some((line) => given(line) !== null)) return null;
  const rest = others.find(({ column }) => body.every((line, k) => {
    const before = body[k - 1];
    const earlier = before === undefined ? ZERO : at(before, column);
    return earlier !== null && at(line, column)?.equals(earlier.plus(given(line) ?? ZERO).minus(paid(line) ?? ZERO)) === true;
  }));
  return rest === undefined || !further.some((line, k) => given(line) !== null && at(body[k] ?? head, rest.column)?.isZero() === false) ? null : { head, further, rest: rest.column };
}
