/** Sums against what makes them up: 其中 and 共计 in a sentence, and the lines below an overall figure. */

import { Decimal, ZERO } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import { severityOfDifference } from "../../difference";
import type { Severity } from "../../finding";
import type { AmountClaim, Claim, FormulaClaim, Narrative, TotalClaim } from "../claim";
import { grouped } from "../../grouped";
import type { TextCheck } from "../outcome";
import { toYuan } from "../text/figures";
import { chineseNumber } from "../text/list-number";
import type { Paragraph } from "../text/paragraphs";
import type { Sentence } from "../text/sentences";
import { lastDigitInYuan, type Precision } from "./printed";
import { isBudget, isWhole } from "./search";

export function checkParts(claims: readonly Claim[], precision: Precision): readonly TextCheck[] {
  return claims.flatMap((claim) => (claim.kind === "total" ? checkTotal(claim, precision) : []));
}

/** Halves of every budget: where both are told, nothing is left out. */
const WHOLE_SETS: readonly (readonly string[])[] = [["基本", "项目"], ["财政拨款", "其他资金"]];

function checkTotal(claim: TotalClaim, precision: Precision): readonly TextCheck[] {
  if ([claim.whole, ...claim.parts].some(({ money }) => money.approximate)) return [];
  const sum = claim.parts.reduce((total, part) => total.plus(toYuan(part.money).times(isContrary(part, claim.whole) ? -1 : 1)), ZERO);
  const difference = sum.minus(toYuan(claim.whole.money));
  const severity = severityOfDifference(difference, lastDigitInYuan(claim.whole.money, precision));
  const isShort = difference.isNegative();
  return [sumCheck("parts", severity === "error" && isShort && mayLeaveOut(claim) ? "info" : severity, [claim.whole, ...claim.parts], claim.whole, sum)];
}

/** 超支116.40万元 among what makes up 节约35.70万元. */
function isContrary(part: AmountClaim, whole: AmountClaim): boolean {
  const [own, all] = [part, whole].map((claim) => HOW_IT_ENDED.exec(claim.sentence.text.slice(0, claim.figure.start - claim.sentence.start))?.groups);
  return (own?.["over"] !== undefined && all?.["left"] !== undefined) || (own?.["left"] !== undefined && all?.["over"] !== undefined);
}

/** Right before a figure. */
const HOW_IT_ENDED = /(?:(?<left>节约|结余|节支)|(?<over>超支|超预算|超出预算))(?:资金|金额|了|共|合计)?$/u;

/** 其中 may pick out some; so may parts told before the total of something else. */
function mayLeaveOut({ relation, parts, whole }: TotalClaim): boolean {
  if (relation === "adds-up") return whole.subject.origin === "own" && !countsThem(whole.subject.text, parts.length);
  return !isComplete(parts) && !WHOLE_SETS.some((set) => set.length === parts.length && set.every((name) => parts.some(({ subject }) => subject.text.startsWith(name))));
}

/** Changes in the brackets behind their sum, and a list that ends in 其他, leave nothing out: where every sum of them was understood. */
function isComplete(parts: readonly AmountClaim[]): boolean {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || !(/^其[他它]/u.test(last.subject.text) || parts.every(({ place }) => place === "difference"))) return false;
  const { start, text } = first.sentence;
  return text.slice(first.span.start - start, last.figure.end - start).split("元").length - 1 === parts.length;
}

/** 三项支出共计, behind three of them. */
function countsThem(name: string, count: number): boolean {
  const digits = /^(?:以上|上述|这)?([一二两三四五六七八九十\d]{1,2})[项个类笔]/u.exec(name)?.[1];
  return digits !== undefined && (Number(digits) === count || chineseNumber(digits.replace("两", "二")) === count);
}

/** `sum` in yuan. */
function sumCheck(kind: "parts" | "lines" | "formula", severity: Severity | null, claims: readonly Claim[], whole: AmountClaim, sum: Decimal): TextCheck {
  const { unit, value } = whole.money;
  const expected = convert(sum, "元", unit);
  return {
    rule: "narrative-mismatch", kind, severity, claims, lines: [], expected: expected.toFixed(), actual: value.toFixed(),
    values: { subject: whole.subject.text, unit, difference: value.minus(expected).toFixed(), count: claims.length - 1 },
  };
}

export function checkFormulas(claims: readonly Claim[], precision: Precision): readonly TextCheck[] {
  return claims.filter((claim): claim is FormulaClaim => claim.kind === "formula" && !claim.result.money.approximate).map((claim) => {
    const product = new Decimal(claim.product);
    const severity = severityOfDifference(product.minus(toYuan(claim.result.money)), lastDigitInYuan(claim.result.money, precision));
    return sumCheck("formula", severity, [claim, claim.result], claim.result, product);
  });
}

const FEWEST_LINES = 3;
const ANNOUNCES_LINES = /(?:如下|具体|详细|明细|分别|情况|其中)[^。]{0,8}[：:]$/u;

/**
 * "部门整体支出…，详细情况如下：" and the lines under it. What the lines leave out is a warning, for prose
 * need not name every line; by how much is told.
 */
export function checkLines({ document, claims }: Narrative, precision: Precision): readonly TextCheck[] {
  const byParagraph = grouped(claims, ({ sentence }) => sentence.paragraph);
  const last = new Map(document.sentences.map((sentence) => [sentence.paragraph, sentence]));
  const announcing = [...last.values()].filter(({ text }) => ANNOUNCES_LINES.test(text));
  const heads = new Set(announcing.map(({ paragraph }) => paragraph));
  return announcing.flatMap((sentence) => {
    const told = claimsOfSentence(byParagraph, sentence).filter(isWhole);
    const lines = told.length === 0 ? [] : linesBelow(document.paragraphs, byParagraph, heads, sentence.paragraph);
    return told.flatMap((head) => checkHead(head, lines, precision, PICKS_SOME.test(sentence.text)));
  });
}

function claimsOfSentence(byParagraph: ReadonlyMap<number, readonly Claim[]>, sentence: Sentence): readonly AmountClaim[] {
  return (byParagraph.get(sentence.paragraph) ?? []).filter((claim): claim is AmountClaim => claim.kind === "amount" && claim.sentence.start === sentence.start);
}

/** The paragraphs that follow up to a heading, a table, one without figures or one that announces lines itself. */
function linesBelow(paragraphs: readonly Paragraph[], byParagraph: ReadonlyMap<number, readonly Claim[]>, heads: ReadonlySet<number>, paragraph: number): readonly (readonly Claim[])[] {
  const lines: (readonly Claim[])[] = [];
  for (let next = paragraph + 1; paragraphs[next]?.kind === "prose" && !heads.has(next); next += 1) {
    const line = byParagraph.get(next);
    if (line === undefined) break;
    lines.push(line);
  }
  return lines;
}

const PICKS_SOME = /其中[:：]?$/u;

/** `mayLeaveOut`: below 其中 some lines may be left out. */
function checkHead(head: AmountClaim, lines: readonly (readonly Claim[])[], precision: Precision, mayLeaveOut: boolean): readonly TextCheck[] {
  const fits = (claim: Claim): claim is AmountClaim => claim.kind === "amount" && isWhole(claim) && (isBudget(head) ? isBudget(claim) : claim.role === head.role);
  const amounts = lines.map((line) => line.filter(fits));
  if (amounts.length < FEWEST_LINES || amounts.some((line) => line.length !== 1)) return [];
  const parts = amounts.flat();
  const sum = parts.reduce((total, { money }) => total.plus(toYuan(money)), ZERO);
  const difference = sum.minus(toYuan(head.money));
  const severity = severityOfDifference(difference, lastDigitInYuan(head.money, precision));
  const isLess = mayLeaveOut && difference.isNegative();
  return [sumCheck("lines", severity === "error" ? (isLess ? "info" : "warning") : severity, [head, ...parts], head, sum)];
}
