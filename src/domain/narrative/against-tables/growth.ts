/** 比上年增长3.4%, 比上年增加0.36亿元: against the table's own column of the year before. */

import { Decimal } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import type { ChangeClaim, Narrative, Subject } from "../claim";
import type { TextCheck } from "../outcome";
import { judgeQuotient, type Precision } from "../self-check/printed";
import { fold } from "../text/fold";
import { checkOfLine, type LineFinder, type NamedLine } from "./by-name";
import { isSameMoney } from "./figures";
import { asSpending, incomeRow } from "./income";
import type { KnownTable } from "./known";
import type { Period } from "./period";
import { isNameOfWhole, totalsOf } from "./whole";

/** Of spending, or of income, told right before its growth. A warning where it differs, as names alone join text and table. */
export function checkGrowth({ claims }: Narrative, tables: readonly KnownTable[], linesOf: LineFinder, precision: Precision, period: Period): readonly TextCheck[] {
  return claims.flatMap((claim) => {
    if (claim.kind !== "change" || (claim.to?.role !== "expenditure" && claim.to?.role !== "income") || claim.to.place === "difference" || !isAgainstLastYear(claim, period)) return [];
    const { subject, label, role } = claim.to;
    const named = isNameOfWhole(subject.text) ? totalsOf(tables) : linesOf({ subject, labels: role === "income" ? [label, "收入"] : [label] });
    const lines = role === "income" ? named.flatMap((at) => incomeRow(at) ?? []).map(asSpending) : named;
    return lines.flatMap((at) => checksWith(claim, subject, at, precision)).slice(0, 2);
  });
}

/** Only what changed itself was told before it, of this year, with nothing taken out. */
function isAgainstLastYear({ sentence, span, to, figure }: ChangeClaim, { year }: Period): boolean {
  if (to === null || to.sentence.start !== sentence.start) return false;
  const between = fold(sentence.text.slice(to.figure.end - sentence.start, figure.start - sentence.start));
  const before = fold(sentence.text.slice(0, span.start - sentence.start));
  const [, named] = /[比较](20\d{2})年/u.exec(between) ?? [];
  const years = [...before.matchAll(/(20\d{2})年/gu)].map(([, one]) => Number(one));
  const isBare = GROWN.test(between);
  return (AGAINST_LAST_YEAR.test(between) || isBare) && (named === undefined || Number(named) + 1 === year) && !NOT_PLAIN.test(between) && !/预算$/u.test(to.label)
    && years.every((one) => year === null || one === year || (!isBare && one === year - 1));
}

const AGAINST_LAST_YEAR = /^(?:[，,](?:为|完成|达到?|占)(?:了)?(?:年初|年度|全年|调整后?)?预算的?[\d.]+%){0,2}[，,；;]?(?:(?:同比|(?:比|较|与)(?:上年|去年)(?:同期|决算数?|实际)?(?:相比)?|[比较]20\d{2}年(?:同期|决算数?)?)[，,]?(?:实际)?(?:共|净)?(?:增|减|下降|上升|提高|降低|少|多)[^，,；;。]{0,3}(?:[\d.,]+[千万亿]?元[，,](?:增长|增幅|下降|降低|降幅)(?:为|达)?)?)$/u;
/** 支出3.98亿元，为预算的97.1%，增长6.1%: where nothing else is named, the year before is meant. */
const GROWN = /^(?:[，,](?:为|完成|达到?|占)(?:了)?(?:年初|年度|全年|调整后?)?预算的?[\d.]+%){0,2}[，,](?:同比|比上年)?(?:增长|下降)$/u;
const NOT_PLAIN = /口径|可比|剔除|扣除|不含|年均/u;

function checksWith(claim: ChangeClaim, subject: Subject, at: NamedLine, precision: Precision): readonly TextCheck[] {
  const { expenditure, "last-year": last } = at.line.figures;
  if (expenditure === undefined || last === undefined || !last.value.isPositive() || last.value.isZero()) return [];
  const { money, percent, direction, isContrary } = claim;
  const difference = expenditure.value.minus(last.value);
  const checks: TextCheck[] = [];
  if (percent !== null && !isContrary) {
    const ratio = judgeQuotient({ ...percent, value: percent.value.times(direction) }, { value: difference, half: expenditure.halfDigit.plus(last.halfDigit) }, { value: last.value, half: last.halfDigit });
    const expected = difference.div(last.value).times(100).toFixed(2);
    const printed = percent.value.toFixed(percent.decimals);
    if (ratio !== null) checks.push({ ...checkOfLine("by-name", { ...claim, money: null }, { subject: subject.text, role: "growth", severity: ratio.severity === "error" ? "warning" : null, expected }, at), actual: printed });
  }
  if (money !== null && !money.approximate) {
    const half = new Decimal(10).pow(-money.decimals).div(2);
    const told = convert(money.value, money.unit, at.unit).times(direction);
    const isNear = told.minus(difference).abs().lte(convert(half, money.unit, at.unit).plus(expenditure.halfDigit).plus(last.halfDigit));
    const isSame = isNear || isSameMoney({ ...money, value: money.value.times(direction) }, difference, at.unit, precision);
    checks.push(checkOfLine("by-name", claim, { subject: subject.text, role: "growth-amount", severity: isSame ? null : "warning", expected: difference.toFixed() }, at));
  }
  return checks;
}
