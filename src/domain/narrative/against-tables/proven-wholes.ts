/**
 * Sentences that name no line of a table, one of whose figures is its total's to the digit: what they speak of is the
 * whole, however they call it (市级6个部门, 青山镇共实施项目4个). What else they tell of it is compared with that total.
 */

import { Decimal } from "../../amounts/decimal";
import type { AmountClaim, Claim, Narrative, RateClaim } from "../claim";
import { grouped } from "../../grouped";
import { ratesBesideSpending } from "../of-income";
import type { TextCheck } from "../outcome";
import type { Precision } from "../self-check/printed";
import { checkOfLine, type LineFinder, type NamedLine } from "./by-name";
import { agrees, comparable, isNews, judgeFigure, type JudgedFigure, type StatedFigure } from "./figures";
import type { KnownTable } from "./known";
import { isOfPeriod, type Period } from "./period";
import { statementOf, type Statement } from "./statements";
import { isNameOfWhole, totalsOf } from "./whole";

/** Of the whole of which tables a claim is; none where nothing shows that. */
export type WholeFinder = (claim: Claim) => readonly NamedLine[];

interface Proven {
  readonly statement: Statement;
  readonly total: NamedLine;
  readonly figures: readonly Judged[];
  /** By money, which no two sums share by chance; else by a rate alone. */
  readonly isSure: boolean;
}

type Judged = StatedFigure & { readonly judged: JudgedFigure };

/** Digits that no two figures share by chance. */
const TELLING_DIGITS = 4;

export function provenWholes(narrative: Narrative, tables: readonly KnownTable[], linesOf: LineFinder, precision: Precision, period: Period): { readonly wholeOf: WholeFinder; readonly checks: readonly TextCheck[] } {
  const totals = totalsOf(tables);
  const proven = statementsOfSentences(narrative, period).filter(({ subject }) => linesOf({ subject, labels: [] }).length === 0)
    .map((statement) => totals.flatMap((total) => provenBy(statement, total, precision) ?? [])).filter(({ length }) => length > 0);
  const bySentence = new Map(proven.flatMap((found) => found.slice(0, 1).map(({ statement }) => [keyOf(firstOf(statement), statement.subject.text), found] as const)));
  return {
    wholeOf: (claim) => (bySentence.get(keyOf(claim, claim.subject.text)) ?? []).map(({ total }) => total),
    checks: proven.flatMap(checksOf),
  };
}

/** One for each subject of a sentence, and one of what it tells of nothing that it names. */
function statementsOfSentences({ claims }: Narrative, period: Period): readonly Statement[] {
  const ofIncome = ratesBesideSpending(claims);
  const told = claims.filter((claim) => claim.kind === "amount" || claim.kind === "rate").filter((claim) => !ofIncome.has(claim) && isOfPeriod(claim, "", period));
  return [...grouped(told, (claim) => keyOf(claim, claim.subject.text)).values()].flatMap((ofSubject) => {
    const [first] = ofSubject;
    return first === undefined ? [] : [statementOf(first.subject, ofSubject)];
  });
}

function firstOf({ budget, expenditure, rates }: Statement): Claim | undefined {
  return budget ?? expenditure ?? rates[0];
}

/** 支出…，总体执行率…: of one and the same. */
function keyOf(claim: Claim | undefined, subject: string): string {
  return `${String(claim?.sentence.start)}\n${isNameOfWhole(subject) ? "" : subject}`;
}

function provenBy(statement: Statement, total: NamedLine, precision: Precision): Proven | null {
  const figures = comparable(statement, total.line).flatMap((figure): readonly Judged[] => {
    const judged = judgeFigure(figure, total.line, total.unit, precision);
    return judged === null || (figure.claim.kind === "rate" && !isNews(judged, statement, total.line)) ? [] : [{ ...figure, judged }];
  });
  const proofs = figures.filter(({ judged, claim }) => judged.severity === null && digitsOf(claim) >= TELLING_DIGITS);
  return proofs.length === 0 ? null : { statement, total, figures, isSure: proofs.some(({ claim }) => claim.kind === "amount") };
}

function digitsOf(claim: AmountClaim | RateClaim): number {
  if (claim.kind === "amount") return claim.money.value.precision();
  // 98.60 is as telling as 98.61; sums in round numbers are not.
  const { value, decimals } = claim.percent;
  return value.eq(HUNDRED) ? 0 : value.toFixed(decimals).replace(/\D/gu, "").length;
}

const HUNDRED = new Decimal(100);

/** Against the totals that the sentence has a figure of; where one of them has all of its figures, it agrees. */
function checksOf(found: readonly Proven[]): readonly TextCheck[] {
  const same = found.find(({ figures }) => figures.every(({ judged }) => agrees(judged)));
  return [same ?? found[0]].filter((one) => one !== undefined).flatMap(({ statement, total, figures, isSure }) => figures.map(({ claim, judged: { role, severity, expected } }) => {
    const most = severity !== "error" || isSure ? severity : "warning";
    return checkOfLine(most === "warning" ? "by-name" : "total", claim, { subject: statement.subject.text, role, severity: most, expected: expected.toFixed() }, total);
  }));
}
