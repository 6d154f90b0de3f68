/** Changes of budgets that the text tells, against the columns that tables have for them (调增, 调减, 指标调整), else against both budgets. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import { distinctAdjustments, lineOf, subjectOfLine, type ToldAdjustment } from "../adjustments";
import type { AdjustmentClaim, ChangeClaim, Narrative } from "../claim";
import { grouped } from "../../grouped";
import { CHANGE_ROLES } from "../../table";
import type { TextCheck } from "../outcome";
import { fold } from "../text/fold";
import type { LineFinder, NamedLine } from "./by-name";
import type { KnownLine, KnownTable } from "./known";
import { isNameOfWhole, totalsOf } from "./whole";

/**
 * One for each direction in which a line's budget was changed. Told and more than the table has is a warning; told and
 * less is information, for a text need not tell every change. Where all changes together come to the table's, it agrees.
 */
export function checkToldChanges({ claims }: Narrative, tables: readonly KnownTable[], linesOf: LineFinder): readonly TextCheck[] {
  const told = claims.filter((claim): claim is AdjustmentClaim => claim.kind === "adjustment" && !claim.money.approximate);
  const compared = claims.flatMap((claim) => (claim.kind === "change" && isFromOriginal(claim) ? checkDifference(claim, linesOf) : []));
  return [...compared, ...[...grouped(told, lineOf).values()].flatMap((ofLine) => {
    const [first] = ofLine;
    if (first === undefined) return [];
    const subject = subjectOfLine(first);
    const lines = isNameOfWhole(subject.text) ? totalsOf(tables) : linesOf({ subject, labels: [] });
    const candidates = lines.map((line) => comparisonsWith(line, distinctAdjustments(ofLine), subject.text)).filter(({ length }) => length > 0);
    return candidates.find((checks) => checks.every(({ severity }) => severity === null)) ?? candidates[0] ?? [];
  })];
}

/** 调整后预算46980.55万元，较年初增加1770.25万元. */
function isFromOriginal({ to, figure, sentence }: ChangeClaim): boolean {
  if (to?.role !== "adjusted-budget" || to.sentence.start !== sentence.start) return false;
  return FROM_ORIGINAL.test(fold(sentence.text.slice(to.figure.end - sentence.start, figure.start - sentence.start)));
}

const FROM_ORIGINAL = /^[，,](?:比|较)年初(?:部门)?(?:预算)?(?:数|安排)?(?:净)?(?:增加|减少|增长|下降)(?:了)?$/u;

function checkDifference(claim: ChangeClaim, linesOf: LineFinder): readonly TextCheck[] {
  const { to, money, direction } = claim;
  const subject = to?.subject;
  const [at, ...others] = subject === undefined ? [] : linesOf({ subject, labels: [to?.label ?? ""] });
  const { "original-budget": original, "adjusted-budget": adjusted } = at?.line.figures ?? {};
  if (at === undefined || others.length > 0 || subject === undefined || money === null || money.approximate || original === undefined || adjusted === undefined) return [];
  const [sum, size] = [convert(money.value, money.unit, at.unit).times(direction), adjusted.value.minus(original.value)];
  const decimals = Math.max(0, money.decimals);
  const isSame = sum.eq(size) || convert(size, at.unit, money.unit).toDecimalPlaces(decimals).eq(money.value.times(direction));
  return [{
    rule: "narrative-mismatch", kind: "told-change", severity: isSame ? null : "warning", claims: [claim], lines: [at.line],
    expected: size.toFixed(), actual: sum.toFixed(), values: { subject: subject.text, line: at.line.name, table: at.table.names[0] ?? "", role: "net-change", unit: at.unit, actualUnit: at.unit },
  }];
}

type ChangeRole = (typeof CHANGE_ROLES)[number];

function comparisonsWith(at: NamedLine, told: readonly ToldAdjustment[], subject: string): readonly TextCheck[] {
  const { figures } = at.line;
  const roles = CHANGE_ROLES.filter((role) => figures[role] !== undefined);
  const all = sumOf(told, at.unit);
  if (roles.length === 0) return netChange(at, told, all, subject);
  // One column alone may hold changes of either sign.
  if (figures.increase === undefined || figures.decrease === undefined) return [];
  const isBalanced = all.eq(figures.increase.value.minus(figures.decrease.value.abs()).plus(figures["quota-change"]?.value ?? ZERO));
  return roles.flatMap((role) => {
    const ofRole = told.filter((change) => roleOf(change, figures) === role);
    const known = figures[role]?.value;
    if (ofRole.length === 0 || known === undefined) return [];
    const [size, sum] = [role === "quota-change" ? known : known.abs(), sumOf(ofRole, at.unit).times(role === "decrease" ? -1 : 1)];
    const severity = isBalanced || sum.eq(size) ? null : sum.gt(size) ? "warning" : "info";
    return [changeCheck(at, ofRole, { role, severity, sum, size, subject })];
  });
}

/** Both budgets of the line, where no column has its changes. More than between them, or the other way, cannot be all. */
function netChange(at: NamedLine, told: readonly ToldAdjustment[], sum: Decimal, subject: string): readonly TextCheck[] {
  const { "original-budget": original, "adjusted-budget": adjusted } = at.line.figures;
  if (original === undefined || adjusted === undefined) return [];
  const size = adjusted.value.minus(original.value);
  const isLess = !sum.isZero() && sum.isNegative() === size.isNegative() && sum.abs().lt(size.abs());
  return [changeCheck(at, told, { role: "net-change", severity: sum.eq(size) ? null : isLess ? "info" : "warning", sum, size, subject })];
}

function roleOf({ direction, tellings: [telling] }: ToldAdjustment, figures: KnownLine["figures"]): ChangeRole {
  if (telling?.isQuota === true && figures["quota-change"] !== undefined) return "quota-change";
  return direction > 0 ? "increase" : "decrease";
}

function sumOf(told: readonly ToldAdjustment[], unit: Unit): Decimal {
  return told.reduce((sum, { direction, money }) => sum.plus(convert(money.value, money.unit, unit).times(direction)), ZERO);
}

interface Judged {
  readonly role: ChangeRole | "net-change";
  readonly severity: TextCheck["severity"];
  /** As told, and as the table has it, in its unit. */
  readonly sum: Decimal;
  readonly size: Decimal;
  readonly subject: string;
}

function changeCheck({ table, unit, line }: NamedLine, told: readonly ToldAdjustment[], { role, severity, sum, size, subject }: Judged): TextCheck {
  return {
    rule: "narrative-mismatch", kind: "told-change", severity, claims: told.flatMap(({ tellings }) => tellings), lines: [line],
    expected: size.toFixed(), actual: sum.toFixed(), values: { subject, line: line.name, table: table.names[0] ?? "", role, unit, actualUnit: unit },
  };
}
