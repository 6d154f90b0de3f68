/**
 * What else in the tables a figure of the text may be: money of another column in its line's row (中央资金, 追加, 2024年决算),
 * a sum between the lines, a share of any of these. Where it is one of them to the digit, that is what the text tells.
 */

import { Decimal } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import { grouped } from "../../grouped";
import type { AmountClaim, ChangeClaim, Claim, Narrative, RateClaim } from "../claim";
import { amountBefore } from "../of-income";
import { TO_DATE } from "../dialects/en/words";
import type { TextCheck } from "../outcome";
import { isBudget } from "../self-check/search";
import type { Precision } from "../self-check/printed";
import type { LineFinder, NamedLine } from "./by-name";
import { amountsIn, fits, leftIn } from "./amounts-of-rows";
import { isSameMoney } from "./figures";
import type { KnownFigure, KnownLine, KnownTable } from "./known";
import { isOtherShare } from "./other-shares";
import { isOfRowMeant } from "./rows-meant";
import { isNameOfWhole } from "./whole";

/** Columns that a text's budget and spending are compared with: told of each other's, they are wrong. */
const COMPARED = ["original-budget", "adjusted-budget", "expenditure"] as const;

/** The same checks; those whose figure is explained agree. */
export function withoutExplained(checks: readonly TextCheck[], { claims }: Narrative, tables: readonly KnownTable[], linesOf: LineFinder, precision: Precision): readonly TextCheck[] {
  const ofSentence = grouped(claims, ({ sentence }) => sentence.start);
  const sums = tables.flatMap(sumsOf);
  const explains = ({ kind, claims: [claim], lines: [line], expected }: TextCheck): boolean => {
    if (claim?.kind === "change") return line !== undefined && isChangeOfBudget(claim, line, tables, precision);
    const sentence = claim === undefined ? [] : ofSentence.get(claim.sentence.start) ?? [];
    if ((claim?.kind === "amount" || claim?.kind === "rate" || claim?.kind === "adjustment") && isOfRowMeant(claim, sentence, tables, precision)) return true;
    if (claim?.kind === "amount") return (isBalance(kind) && isLeftOfTold(claim, sentence, precision)) || ((TO_DATE.test(claim.label) || !isOpposite(kind, expected, claim)) && isOtherAmount(claim, rowsOf(claim, tables, linesOf), precision));
    if (claim?.kind === "rate") return isOtherRate(claim, sentence, { tables, linesOf, precision });
    return claim?.kind === "share" && isOtherShare(claim, sentence, { sums, linesOf, precision });
  };
  return checks.map((check) => (check.severity !== null && mayBeOther(check) && explains(check) ? { ...check, severity: null } : check));
}

/** A share that an announced table prints otherwise is wrong, whatever its sentence makes of it. */
function mayBeOther({ kind, claims: [claim] }: TextCheck): boolean {
  if (claim?.kind === "change") return kind === "by-name-balance";
  if (claim?.kind === "adjustment") return kind === "told-change";
  return kind === "by-name" || kind === "share" || kind === "rate" || (isBalance(kind) && claim?.kind === "amount") || (claim?.kind === "rate" && (kind === "total" || (kind === "line" && TO_DATE.test(claim.label)))) || (claim?.kind === "amount" && (kind === "line" || kind === "total"));
}

function isBalance(kind: TextCheck["kind"]): boolean {
  return kind === "balance" || kind === "by-name-balance";
}

/** 超出预算1.70万元, where that is what was left. */
function isOpposite(kind: TextCheck["kind"], expected: string | null, { money: { value } }: AmountClaim): boolean {
  return isBalance(kind) && expected !== null && value.isPositive() && new Decimal(expected).isNegative();
}

/** 收入531.22万元，支出480.05万元，本年结余51.17万元: of two that its sentence tells right before it. */
function isLeftOfTold({ money, figure, role }: AmountClaim, sentence: readonly Claim[], precision: Precision): boolean {
  const told = sentence.filter((other): other is AmountClaim => other.kind === "amount" && other.place !== "base" && other.figure.end <= figure.start).slice(-2);
  const [whole, spent] = told[0]?.role === "expenditure" ? [told[1], told[0]] : told;
  // Of a budget only in the few digits of $0.6 million: else the table is the better witness.
  if (whole === undefined || spent?.role !== "expenditure" || (isBudget(whole) && (role !== "balance" || money.value.precision() > 1))) return false;
  return isSameMoney(money, convert(whole.money.value, whole.money.unit, money.unit).minus(convert(spent.money.value, spent.money.unit, money.unit)), money.unit, precision);
}

/** The rows that a figure may be told of: its line's, or all sums where none is named. */
export function rowsOf({ subject, label }: AmountClaim, tables: readonly KnownTable[], linesOf: LineFinder): readonly NamedLine[] {
  const named = isNameOfWhole(subject.text) ? [] : linesOf({ subject, labels: [label] });
  return named.length > 0 ? named : tables.flatMap(sumsOf);
}

function sumsOf(table: KnownTable): readonly NamedLine[] {
  const { unit, sums } = table;
  return unit === null ? [] : sums.map((line) => ({ table, unit, line }));
}

/** Of a sum that is not the grand total, any column may be meant. */
function isOtherAmount({ money, label }: AmountClaim, rows: readonly NamedLine[], precision: Precision): boolean {
  return rows.some(({ table, unit, line }) => {
    const isBetween = table.sums.includes(line) && line.name !== table.total?.name;
    const amounts = isBetween ? amountsIn(line) : otherAmounts(line);
    // A variance has the sign that its table gives it.
    return amounts.some(({ value }) => isSameMoney(money, TO_DATE.test(label) ? value.abs() : value, unit, precision)) || leftIn(line).some((value) => isSameMoney(money, value, unit, precision));
  });
}

function otherAmounts(line: KnownLine): readonly KnownFigure[] {
  const compared = new Set(COMPARED.map((role) => line.figures[role]));
  return amountsIn(line).filter((figure) => !compared.has(figure));
}

/** 支出302万元，比年初预算增加10万元: by what the budget was changed. */
function isChangeOfBudget({ money, direction }: ChangeClaim, line: KnownLine, tables: readonly KnownTable[], precision: Precision): boolean {
  const { "original-budget": original, "adjusted-budget": adjusted } = line.figures;
  const unit = tables.find(({ total, lines, parents }) => total === line || lines.includes(line) || parents.includes(line))?.unit ?? null;
  return money !== null && unit !== null && original !== undefined && adjusted !== undefined && isSameMoney(money, adjusted.value.minus(original.value).times(direction), unit, precision);
}

interface Around {
  readonly tables: readonly KnownTable[];
  readonly linesOf: LineFinder;
  readonly precision: Precision;
}

/** 支付率 of a contract, 完成预算的102.21% behind income: the amount told before it of another one in its row than the rate of execution is. */
function isOtherRate(claim: RateClaim, sentence: readonly Claim[], { tables, linesOf, precision }: Around): boolean {
  const before = amountBefore(sentence, sentence.indexOf(claim));
  // "spending of EUR 4,453.25 thousand against a year-to-date budget of EUR 4,700 thousand (94.8%)".
  const spent = before === null || !isBudget(before) ? undefined : sentence.findLast((other): other is AmountClaim => other.kind === "amount" && other.role === "expenditure" && other.figure.end <= before.figure.start);
  return [before, spent].some((part) => part !== null && part !== undefined && rowsOf(part, tables, linesOf).some(({ unit, line }) => {
    const { figures } = line;
    return amountsIn(line).filter(({ value }) => isSameMoney(part.money, value, unit, precision)).some((known) => amountsIn(line).some((whole) => {
      const isOfBudget = known === figures.expenditure && (whole === figures["original-budget"] || whole === figures["adjusted-budget"]);
      const isAlike = whole.value.eq(known.value) && !sentence.some((other) => other.kind === "amount" && other !== part && isSameMoney(other.money, whole.value, unit, precision));
      return whole !== known && !isOfBudget && !isAlike && fits(claim, known, whole);
    }));
  }));
}
