/**
 * What a figure may be told of beside its subject: a line that is named nearer to it (油菜承保12.4万亩，支出150.88万元), and, where the subject
 * stands before a full stop or a semicolon, the whole. The row's own figures prove it, to the digit.
 */

import type { AdjustmentClaim, AmountClaim, Claim, RateClaim } from "../claim";
import { amountBefore } from "../of-income";
import type { Precision } from "../self-check/printed";
import type { NamedLine } from "./by-name";
import { amountsIn, fits, leftIn } from "./amounts-of-rows";
import { isSameMoney } from "./figures";
import type { KnownTable } from "./known";
import { nameKey } from "./names";
import { isSamePercent } from "./rates";
import { isNameOfWhole } from "./whole";

/** Digits that no two figures share by chance. */
const TELLING_DIGITS = 4;
/** Budgets are changed by round sums. */
const DIGITS_OF_CHANGES = 2;

/** Whether a figure is one of such a row, and that of its subject only by its place in the text. */
export function isOfRowMeant(claim: AdjustmentClaim | AmountClaim | RateClaim, sentence: readonly Claim[], tables: readonly KnownTable[], precision: Precision): boolean {
  const amount = claim.kind === "rate" ? amountBefore(sentence, sentence.indexOf(claim)) : claim;
  return amount !== null && rowsMeant(claim, tables).some(({ unit, line }) => {
    const isTold = amount.money.value.precision() >= (claim.kind === "adjustment" ? DIGITS_OF_CHANGES : TELLING_DIGITS) && [...amountsIn(line).map(({ value }) => value), ...leftIn(line)].some((value) => isSameMoney(amount.money, value, unit, precision));
    if (!isTold || claim.kind !== "rate") return isTold;
    const { rate } = line.figures;
    if (rate !== undefined && isSamePercent(claim.percent, rate)) return true;
    return amountsIn(line).some((part) => isSameMoney(amount.money, part.value, unit, precision) && amountsIn(line).some((whole) => whole !== part && fits(claim, part, whole)));
  });
}

function rowsMeant({ kind, subject, sentence, figure }: AdjustmentClaim | AmountClaim | RateClaim, tables: readonly KnownTable[]): readonly NamedLine[] {
  const from = isNameOfWhole(subject.text) ? sentence.start : Math.max(sentence.start, subject.span?.end ?? 0);
  const between = sentence.text.slice(from - sentence.start, figure.start - sentence.start);
  const isOfBefore = subject.origin === "carried" && subject.span !== null && (subject.span.end <= sentence.start || /[；;]/u.test(between));
  // 其中教师培训60万元，占15.89%；截至12月底支出38.42万元.
  const words = nameKey(kind === "amount" ? between : between.replace(/^.*[；;]/su, ""));
  return tables.flatMap((table) => {
    const { unit, total, lines, parents } = table;
    if (unit === null) return [];
    const named = [...lines, ...parents].filter(({ name }) => name.replace(IN_BRACKETS, "").length >= SHORTEST_NAME && words.includes(nameKey(name.replace(IN_BRACKETS, ""))));
    return [...named, ...(isOfBefore && total !== null ? [total] : [])].map((line) => ({ table, unit, line }));
  });
}

const SHORTEST_NAME = 2;
/** 生猪（万头）. */
const IN_BRACKETS = /[（(][^（()）]*[)）]$/u;
