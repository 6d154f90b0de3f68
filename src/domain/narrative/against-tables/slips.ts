/**
 * Figures that are told of nothing that a table names (全年支出1292.7万元, 3个项目支付6014.85万元), or by a verb that may tell of one payment: where one is
 * no figure of any table, but the whole's or its line's but for one digit, that is what it tells.
 */

import type { AmountClaim, Claim } from "../claim";
import type { TextCheck } from "../outcome";
import type { Precision } from "../self-check/printed";
import { isBudget, isWhole } from "../self-check/search";
import { amountsIn, leftIn } from "./amounts-of-rows";
import { isSlipOf } from "./bare-amounts";
import { checkOfLine, type LineFinder, type NamedLine } from "./by-name";
import { isSameMoney } from "./figures";
import { PERIOD_ROLES, type FigureRole, type KnownTable } from "./known";
import { isOfOtherYear, isOfPeriod, type Period } from "./period";
import { totalsOf } from "./whole";

/** `isCompared`: claims of which another comparison tells. Warnings. */
export function checkSlips(claims: readonly Claim[], tables: readonly KnownTable[], linesOf: LineFinder, isCompared: ReadonlySet<unknown>, precision: Precision, period: Period): readonly TextCheck[] {
  const told = claims.filter((claim): claim is AmountClaim => claim.kind === "amount" && isWhole(claim) && claim.item === null && !isCompared.has(claim) && rolesOf(claim, period).length > 0 && !isOfOtherYear(claim, "", period));
  if (told.length === 0) return [];
  const rows = tables.flatMap(({ unit, lines, parents, sums }) => (unit === null ? [] : [...lines, ...parents, ...sums].map((line) => ({ unit, line }))));
  const totals = totalsOf(tables);
  return told.flatMap((claim) => {
    const named = linesOf({ subject: claim.subject, labels: [claim.label] });
    // What lines spent in all is compared by their names.
    if (named.length > 0 && !PAYS.test(claim.label)) return [];
    const [slip, ...others] = slipsOf(claim, named.length > 0 ? named : totals, rolesOf(claim, period));
    if (slip === undefined || others.length > 0 || rows.some(({ unit, line }) => [...amountsIn(line).map(({ value }) => value), ...leftIn(line)].some((value) => isSameMoney(claim.money, value, unit, precision)))) return [];
    return [checkOfLine("by-name", claim, { subject: claim.subject.text, role: slip.role, severity: "warning", expected: slip.expected }, slip.at)];
  });
}

interface Slip {
  readonly at: NamedLine;
  readonly role: FigureRole;
  readonly expected: string;
}

function slipsOf(claim: AmountClaim, rows: readonly NamedLine[], roles: readonly FigureRole[]): readonly Slip[] {
  return rows.flatMap((at) => roles.flatMap((role): readonly Slip[] => {
    const figure = at.line.figures[role];
    return figure === undefined || !isSlipOf(claim, figure.value, at.unit) ? [] : [{ at, role, expected: figure.value.toFixed() }];
  }));
}

const PAYS = /支付|拨付|发放|投入|报销|缴纳|花费/u;
const OF_BUDGETS: readonly FigureRole[] = ["adjusted-budget", "original-budget"];

/** 二季度支出: of a part of the year no other column. */
function rolesOf(claim: AmountClaim, period: Period): readonly FigureRole[] {
  if (claim.role === "expenditure") return isOfPeriod(claim, "", period) ? ["expenditure"] : PERIOD_ROLES;
  return isBudget(claim) ? OF_BUDGETS : [];
}
