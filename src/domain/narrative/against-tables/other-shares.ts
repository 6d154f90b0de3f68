/** What else a share of the text may be of: a sum that its sentence or its table tells, the row's other amounts, or as part of it another amount than the one right before. */

import { ZERO } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import type { AdjustmentClaim, AmountClaim, Claim, ShareClaim } from "../claim";
import { judgeQuotient, judgeRatio, lastDigitInYuan, type Precision } from "../self-check/printed";
import { toYuan, type Money } from "../text/figures";
import { amountsIn, fits } from "./amounts-of-rows";
import type { LineFinder, NamedLine } from "./by-name";
import { isSameMoney } from "./figures";
import type { KnownFigure, KnownLine } from "./known";

interface Around {
  /** All rows that add up others. */
  readonly sums: readonly NamedLine[];
  readonly linesOf: LineFinder;
  readonly precision: Precision;
}

/** Of a sum that its sentence tells, or of a sum of its table in the same column. */
export function isOtherShare(claim: ShareClaim, sentence: readonly Claim[], { sums, linesOf, precision }: Around): boolean {
  const told = claim.part.amount;
  const before = sentence.filter((other): other is AmountClaim | AdjustmentClaim => (other.kind === "amount" || other.kind === "adjustment") && other.figure.end <= claim.figure.start);
  if (told !== null && before.some((whole) => whole.figure.start !== told.figure.start && isRatio(claim, told.money, whole.money, precision))) return true;
  if (told !== null && partsMeant(claim, told, before).some((part) => before.some((whole) => whole.figure.end <= part.figure.start && isRatio(claim, part.money, whole.money, precision)) || sums.some(({ line, unit }) => amountsIn(line).some((whole) => isPartOf(claim, part.money, whole, unit, precision))))) return true;
  const subject = told?.subject ?? { ...claim.subject, text: claim.part.name };
  const named = linesOf({ subject, labels: told === null ? ["支出"] : [told.label] });
  const wholes = [...sums, ...linesOf({ subject: { text: claim.whole.name, span: null, origin: "own" }, labels: [] })];
  if (named.length === 0) return told !== null && wholes.some(({ line, unit }) => amountsIn(line).some((amount) => isPartOf(claim, told.money, amount, unit, precision)));
  return named.some(({ table, line }) => {
    const parts = amountsIn(line).filter(({ value }) => told === null || isSameMoney(told.money, value, table.unit ?? "元", precision));
    const ofTable = wholes.filter((whole) => whole.table === table && whole.line.name !== line.name);
    return parts.some((part) => ofTable.some((whole) => isShareIn(claim, part, whole.line)) || (told !== null && amountsIn(line).some((whole) => whole !== part && fits(claim, part, whole))));
  });
}

type Told = AmountClaim | AdjustmentClaim;

/** Of 占比分别为37.54%和62.46% the amount in that place of the list before; behind parts that add up to the amount before them, that amount. */
function partsMeant({ sentence, figure }: ShareClaim, told: AmountClaim, before: readonly Told[]): readonly Told[] {
  const [text, behind] = [sentence.text.slice(0, figure.start - sentence.start), sentence.text.slice(figure.start - sentence.start)];
  const listed = RESPECTIVELY.exec(text)?.[0];
  if (listed !== undefined) {
    const at = percentsIn(listed);
    const part = before.slice(-(at + percentsIn(LISTED.exec(behind)?.[0] ?? "")))[at];
    return part === undefined ? [] : [part];
  }
  return before.filter((head, at) => {
    const parts = before.slice(at + 1);
    return parts.length > 1 && parts.at(-1)?.figure.start === told.figure.start && parts.reduce((sum, part) => sum.plus(toYuan(part.money)), ZERO).eq(toYuan(head.money));
  });
}

const RESPECTIVELY = /分别[^，,。；;]*$/u;
const LISTED = /^[\d.]+[%％](?:[、和及与][\d.]+[%％])*/u;

function percentsIn(text: string): number {
  return text.match(/[%％]/gu)?.length ?? 0;
}

function isRatio(claim: ShareClaim, part: Money, whole: Money, precision: Precision): boolean {
  const ratio = judgeRatio(claim.percent, part, whole, precision);
  return ratio !== null && ratio.severity !== "error";
}

function isPartOf(claim: ShareClaim, part: Money, whole: KnownFigure, unit: NamedLine["unit"], precision: Precision): boolean {
  const ratio = part.approximate ? null : judgeQuotient(claim.percent, { value: convert(part.value, part.unit, unit), half: convert(lastDigitInYuan(part, precision).div(2), "元", unit) }, { value: whole.value, half: whole.halfDigit });
  return ratio !== null && ratio.severity !== "error";
}

/** Of the amount in the same column. */
function isShareIn(claim: ShareClaim, part: KnownFigure, whole: KnownLine): boolean {
  const total = amountsIn(whole).find(({ place }) => place.range.left === part.place.range.left);
  return total !== undefined && fits(claim, part, total);
}
