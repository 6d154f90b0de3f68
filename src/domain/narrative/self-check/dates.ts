/** Dates that cannot be, cut-off dates that differ from the document's, and one change told with two dates. */

import { areApart, distinctAdjustments, lineOf } from "../adjustments";
import type { AdjustmentClaim, Claim, DateClaim } from "../claim";
import { grouped } from "../../grouped";
import type { TextCheck, TextCheckKind } from "../outcome";
import type { Severity } from "../../finding";
import { fold } from "../text/fold";

/** The day most cut-off dates of the text name; null where none is named twice. Of two named as often, the later. */
export function cutOffDay(claims: readonly Claim[]): string | null {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    if (isCutOff(claim) && claim.date.days !== null) counts.set(claim.date.days.last, (counts.get(claim.date.days.last) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([dayA, a], [dayB, b]) => b - a || dayB.localeCompare(dayA));
  return most === undefined || most[1] < 2 ? null : most[0];
}

function isCutOff(claim: Claim): claim is DateClaim {
  return claim.kind === "date" && claim.use === "cut-off";
}

/**
 * `cutOff` is the document's, YYYY-MM-DD, where it is known otherwise. What the year began with is no figure of the
 * year: balances, and what was spent of old, up to a day of an earlier year.
 */
export function checkCutOffs(claims: readonly Claim[], cutOff: string | null): readonly TextCheck[] {
  const expected = cutOff ?? cutOffDay(claims);
  if (expected === null) return unlikeCutOffs(claims);
  const cutOffs = claims.filter(isCutOff);
  const inSeries = new Set(cutOffs.filter(({ date }) => date.days?.last === expected).map(({ sentence }) => sentence));
  return cutOffs.flatMap((claim) => {
    const day = claim.date.days?.last;
    if (day === undefined || (day.slice(0, 4) < expected.slice(0, 4) && isOfOld(claim))) return [];
    // 截至11月底…；截至12月底…: one of several days told together.
    if (day < expected && (inSeries.has(claim.sentence) || goesOn(claim.sentence.text.slice(claim.date.end), day))) return [];
    return [dateCheck("cut-off", day === expected ? null : "warning", [claim], expected, day)];
  });
}

/**
 * Two lines of one list that are counted up to two days of a year, each told once, and nothing tells which is the
 * document's. A line that tells several days tells how it went on.
 */
function unlikeCutOffs(claims: readonly Claim[]): readonly TextCheck[] {
  const byItem = [...grouped(claims.filter(isCutOff), ({ item }) => item).values()];
  const alone = byItem.flatMap((ofItem) => (ofItem.length === 1 ? ofItem : [])).filter((claim) => claim.date.days !== null && !isOfOld(claim));
  const [first, second] = alone;
  const [one, other] = [first?.date.days?.last, second?.date.days?.last];
  if (first === undefined || second === undefined || alone.length !== 2 || byItem.length !== 2 || one === undefined || other === undefined) return [];
  const isOneYear = one.slice(0, 4) === other.slice(0, 4);
  return isOneYear && one !== other ? [dateCheck("two-cut-offs", "warning", [second, first], one, other)] : [];
}

/** What stands between the date and its first figure tells of a balance, or, up to the end of a year, of years together. */
function isOfOld({ sentence, date: { end, precision } }: DateClaim): boolean {
  const behind = sentence.text.slice(end);
  return BALANCE.test(behind) || (precision === "part-of-year" && CUMULATED.test(behind));
}

/** …；下半年支出2600万元, …；12月支出1390.12万元，全年累计支出…: the rest of the year is told beside it. */
function goesOn(behind: string, day: string): boolean {
  const months = Array.from(fold(behind).matchAll(MONTH_SPENT), ([, month]) => Number(month));
  return GOES_ON.test(behind) || months.some((month) => month > Number(day.slice(5, 7)));
}

const GOES_ON = /下半年|[三四]季度|全年(?:累计|实际|共|总|合计)*(?:支出|执行|支付|完成)(?![^，,。；;\d]*预算)/u;
const MONTH_SPENT = /(?<!截至|截止|年|\d)(\d{1,2})月份?(?![底末初])[^，,。；;\d]{0,8}(?:支出|执行|支付|拨付)/gu;
const BALANCE = /^[^。；;\d]*(?:结余|结转|余额|存量|历年|以前年度|债务|资产|负债|在职|实有|编制)/u;
const CUMULATED = /^[^。；;\d]*累计/u;

function dateCheck(kind: TextCheckKind, severity: Severity | null, claims: readonly Claim[], expected: string | null, actual: string | null): TextCheck {
  const [first] = claims;
  const text = first?.kind === "date" ? first.date.text : "";
  return { rule: "stale-date", kind, severity, claims, lines: [], expected, actual, values: { subject: first?.subject.text ?? "", date: text } };
}

const FIRST_STEP = /发生|产生|签订|开工|启动|立项|采购|招标|中标|购买|申请|下达|批复/u;
const LATER_STEP = /报账|报销|支付|付款|付清|完工|竣工|验收|结算|入账|拨付|审结/u;

/** Money is paid after it is owed: of two dates in one sentence, the later step may not come first. */
export function checkDateOrder(claims: readonly Claim[]): readonly TextCheck[] {
  const dates = claims.filter((claim): claim is DateClaim => claim.kind === "date");
  return dates.flatMap((claim, at): readonly TextCheck[] => {
    if (claim.date.isImpossible) return [dateCheck("no-such-day", "error", [claim], null, claim.date.text)];
    const next = dates[at + 1];
    if (next === undefined || next.sentence.start !== claim.sentence.start || claim.date.days === null || next.date.days === null) return [];
    const [earlier, later] = [FIRST_STEP.test(claim.what), LATER_STEP.test(next.what)];
    const isRange = claim.what === "" || /^[-—至到]$/u.test(claim.what) ? /^[-—至到]/u.test(claim.what) : false;
    if (!(earlier && later) && !isRange) return [];
    const isReversed = next.date.days.last < claim.date.days.first && (!isRange || next.date.yearFrom === "written");
    return [dateCheck("date-order", isReversed ? "error" : null, [next, claim], claim.date.days.first, next.date.days.last)];
  });
}

/** Information: it is counted once, but one of the dates is not the day of the change. */
export function checkAdjustmentDates(claims: readonly Claim[]): readonly TextCheck[] {
  const changes = claims.filter((claim): claim is AdjustmentClaim => claim.kind === "adjustment");
  return [...grouped(changes, lineOf).values()].flatMap(distinctAdjustments).flatMap(({ tellings }) => {
    const [first, ...others] = tellings;
    const apart = first === undefined ? undefined : others.find((other) => areApart(first.when, other.when));
    if (first === undefined || apart === undefined) return [];
    return [dateCheck("told-with-two-dates", "info", [first, apart], first.when?.text ?? null, apart.when?.text ?? null)];
  });
}
