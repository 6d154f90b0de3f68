/** Amounts that only the name of a line tells (人员经费5356.2万元), against lines that have one amount alone. */

import type { AmountClaim, Claim } from "../claim";
import type { Precision } from "../self-check/printed";
import { isWhole } from "../self-check/search";
import { checkOfLine, type LineFinder, type Made, type NamedLine } from "./by-name";
import { isSameAmount } from "./figures";
import { MONEY_ROLES, type MoneyRole } from "./known";
import { isOfPeriod, type Period } from "./period";

/** Where a line has several amounts, none of them need be meant; it agrees if one of them is told. */
export function checkBareAmounts(claims: readonly Claim[], linesOf: LineFinder, precision: Precision, period: Period): readonly Made[] {
  return claims.flatMap((claim) => {
    if (claim.kind !== "amount" || !isBare(claim)) return [];
    const lines = linesOf({ subject: claim.subject, labels: [] });
    return isOfPeriod(claim, lines[0]?.line.name ?? "", period) ? checkAmount(claim, lines, precision) : [];
  });
}

/** The figure stands right behind the name, in an item of that name or in none. */
function isBare(claim: AmountClaim): boolean {
  const { role, label, subject, figure, item } = claim;
  return isWhole(claim) && role === "other" && label === "" && subject.origin === "own" && subject.span?.end === figure.start && (item === null || item.subject.text === subject.text);
}

function checkAmount(claim: AmountClaim, lines: readonly NamedLine[], precision: Precision): readonly Made[] {
  const known = lines.flatMap((at) => MONEY_ROLES.flatMap((role) => {
    const figure = at.line.figures[role];
    return figure === undefined ? [] : [{ at, role, value: figure.value }];
  }));
  const same = known.find(({ at, value }) => isSameAmount(claim, value, at.unit, precision));
  const only = known.length === 1 ? known[0] : undefined;
  const found = same ?? only;
  return found === undefined ? [] : [made(claim, found.at, found.role, { severity: same === undefined ? "warning" : null, expected: found.value.toFixed() })];
}

function made(claim: AmountClaim, at: NamedLine, role: MoneyRole, { severity, expected }: { readonly severity: "warning" | null; readonly expected: string }): Made {
  return { table: at.table, check: checkOfLine("by-name", claim, { subject: claim.subject.text, role, severity, expected }, at) };
}
