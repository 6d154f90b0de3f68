/** Amounts that only the name of a line tells (人员经费5356.2万元), against lines that have one amount alone. */

import type { Decimal } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import type { AmountClaim, Claim } from "../claim";
import type { Precision } from "../self-check/printed";
import { isWhole } from "../self-check/search";
import { checkOfLine, type LineFinder, type Made, type NamedLine } from "./by-name";
import { isSameAmount } from "./figures";
import { asSpending, incomeRow } from "./income";
import { MONEY_ROLES, type MoneyRole } from "./known";
import { isOfPeriod, type Period } from "./period";

/** Where a line has several amounts, none of them need be meant; it agrees if one of them is told, and is one of them where all digits but one are. */
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
  return isWhole(claim) && role === "other" && label === "" && subject.origin === "own" && (subject.span?.end === figure.start || isJoined(claim)) && (item === null || item.subject.text === subject.text);
}

/** "Rural Roads accounted for EUR 12,655.75 thousand": nothing else stands between. */
function isJoined({ subject: { span }, figure, sentence }: AmountClaim): boolean {
  return span !== null && span.start >= sentence.start && JOINED.test(sentence.text.slice(span.end - sentence.start, figure.start - sentence.start));
}

const JOINED = /^(?: (?:accounted for|amounted to|took|reached|came to|stood at)|[^,;.\d]{0,40}:|:) (?:a total of )?$/iu;

function checkAmount(claim: AmountClaim, lines: readonly NamedLine[], precision: Precision): readonly Made[] {
  const known = lines.flatMap((at) => {
    const row = incomeRow(at);
    return [...(row === null ? [] : [{ at: asSpending(row), role: "income" as const, value: row.income.value }]), ...MONEY_ROLES.flatMap((role) => {
      const figure = at.line.figures[role];
      return figure === undefined ? [] : [{ at, role, value: figure.value }];
    })];
  });
  const same = known.find(({ at, value }) => isSameAmount(claim, value, at.unit, precision));
  const only = known.length === 1 ? known[0] : known.find(({ at, value }) => isSlipOf(claim, value, at.unit));
  const found = same ?? only;
  return found === undefined ? [] : [made(claim, found.at, found.role, { severity: same === undefined ? "warning" : null, expected: found.value.toFixed() })];
}

/** Told like the line's own figure but for one digit: no other amount of the line is so like it by chance. */
export function isSlipOf({ money }: AmountClaim, value: Decimal, unit: Unit): boolean {
  const decimals = Math.max(0, money.decimals);
  const [told, known] = [money.value.toFixed(decimals), convert(value, unit, money.unit).toFixed(decimals)];
  const digits = [...told].filter((char) => char >= "0" && char <= "9").length;
  return digits >= SLIP_DIGITS && told.length === known.length && [...told].filter((char, at) => char !== known.charAt(at)).length === 1;
}

const SLIP_DIGITS = 4;

function made(claim: AmountClaim, at: NamedLine, role: MoneyRole | "income", { severity, expected }: { readonly severity: "warning" | null; readonly expected: string }): Made {
  return { table: at.table, check: checkOfLine("by-name", claim, { subject: claim.subject.text, role, severity, expected }, at) };
}
