/** What a text's own figures leave in doubt, and the tables settle. */

import { Decimal } from "../amounts/decimal";
import { convert } from "../amounts/unit";
import type { Claim } from "./claim";
import { isUnit, type TextCheck } from "./outcome";

/**
 * Without rates that fail in the text alone while the rate and both amounts are a table's, which is checked itself: 批复预算400万元，支出420万元，执行率97.67%,
 * the rate of another budget of the table. Without shares, balances and rates of other amounts that the table's amounts bear out. And without parts that are not all,
 * or differ by what was rounded, where the sum and each of them are a table's.
 */
export function withoutBorneOut(own: readonly TextCheck[], againstTables: readonly TextCheck[]): readonly TextCheck[] {
  const agreeing = new Map<Claim, TextCheck>(againstTables.flatMap((check) => (check.severity === null && check.claims[0] !== undefined ? [[check.claims[0], check]] : [])));
  const ratesOfOthers = new Set(againstTables.flatMap(({ kind, severity, claims: [claim] }) => (kind === "rate" && severity === null ? [claim] : [])));
  const isInDoubt = (check: TextCheck): boolean => (check.kind === "rate" && check.severity === "error") || (check.kind === "parts" && (check.severity === "info" || isOfRounding(check, agreeing)));
  const isOfOther = ({ kind, severity, claims: [claim] }: TextCheck): boolean => (severity === "error" || severity === "warning") && claim !== undefined && (kind === "rate" ? ratesOfOthers.has(claim) : (kind === "share" || kind === "balance") && agreeing.has(claim));
  return own.filter((check) => !isOfOther(check) && (!isInDoubt(check) || !check.claims.every((claim) => agreeing.has(claim))));
}

/** 15.59亿元 of 155,891.20万元 and the like: no more than half a last digit for the sum and for each part, and a table that tells them more exactly. */
function isOfRounding({ claims, values: { difference } }: TextCheck, agreeing: ReadonlyMap<Claim, TextCheck>): boolean {
  const [whole] = claims;
  if (whole?.kind !== "amount" || difference === undefined) return false;
  const most = new Decimal(claims.length).div(2).times(new Decimal(10).pow(-whole.money.decimals));
  return new Decimal(difference).abs().lte(most) && claims.some((claim) => isRounded(agreeing.get(claim)));
}

function isRounded(check: TextCheck | undefined): boolean {
  const { expected = null, actual = null, values = {} } = check ?? {};
  const [unit, actualUnit] = [values["unit"], values["actualUnit"]];
  return expected !== null && actual !== null && isUnit(unit) && isUnit(actualUnit) && !convert(new Decimal(expected), unit, actualUnit).eq(actual);
}
