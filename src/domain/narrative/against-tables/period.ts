/** Whether a figure of the text is of the period that the tables are of, as far as its sentence says. */

import type { AmountClaim, ChangeClaim, Claim, PointsClaim, RateClaim, ShareClaim } from "../claim";
import { dialectOf, type TextDialect } from "../dialects/dialect";
import { en } from "../dialects/en";
import { isBudget } from "../self-check/search";
import type { TextDate } from "../text/dates";
import { fold } from "../text/fold";

export interface Period {
  /** null: nothing says it. */
  readonly year: number | null;
  /** YYYY-MM-DD; null where it is not known. */
  readonly cutOff: string | null;
  /** Parts of sums that are of another period: a sentence that begins with 其中 names none of its own. */
  readonly others: ReadonlySet<Claim>;
}

/** What the text tells of it, given what is known. */
export function createPeriod(claims: readonly Claim[], known: Pick<Period, "year" | "cutOff">): Period {
  const others = new Set<Claim>();
  let whole: AmountClaim | null = null;
  for (const claim of claims) {
    if (claim.kind !== "amount") continue;
    if (claim.place === "main") whole = claim;
    else if (claim.place === "part" && whole?.sentence.paragraph === claim.sentence.paragraph && DIVIDES.test(claim.sentence.text) && !isOfPeriod(whole, "", { ...known, others })) others.add(claim);
  }
  return { ...known, others };
}

const DIVIDES = /^\s*其中/u;

/** The one year that titles and sheet names tell; null where they tell none or several. */
export function yearTold(names: readonly string[]): number | null {
  const years = new Set(names.flatMap((name) => yearsIn(fold(name))));
  const [year = null] = years;
  return years.size === 1 ? year : null;
}

function yearsIn(name: string): readonly number[] {
  return Array.from(name.matchAll(en.speaks(name) ? en.year : YEAR), ({ groups }) => Number(groups?.["year"]));
}

const YEAR = /(?<!\d)(?<year>(?:19|20)\d{2})(?=\s?年|年?度)/gu;

/** Of other years, and of what has not happened. */
const OF_ANOTHER = /上年|去年|同期|往年|历年|以前年度|次年|明年|下一?年|预计|计划(?!生育)|力争|(?<![模虚])拟|近[一二三两几]年|\b(?:last|previous|prior|next|coming) year\b|\b(?:planned|expected|will|would)\b/iu;

/**
 * Whether the sentence says that a figure is another year's, or none's yet: by the date that was named last before it,
 * or in its own clause. `ownName` is the name of a line that the figure is of; dates inside it are a part of the name.
 */
export function isOfOtherYear(claim: AmountClaim | RateClaim, ownName: string, { year, others }: Period): boolean {
  const before = wordsBefore(claim, ownName);
  const last = dialectOf(before).readDates(before, year).at(-1);
  const clause = lastClause(before).trimStart();
  const told = last === undefined || last.days === null || isDayOfMaking(claim, last) ? null : Number(last.days.last.slice(0, 4));
  return others.has(claim) || isYearBehind(claim, year) || (told !== null && year !== null && told !== year) || OF_ANOTHER.test(clause.slice(0, OPENING)) || OF_ANOTHER.test(clause.slice(-NEAR));
}

/** "Justice spent 95% of its budget in 2024": in English the year may stand behind. */
function isYearBehind({ sentence, figure }: Claim & { readonly figure: AmountClaim["figure"] }, year: number | null): boolean {
  const behind = YEAR_BEHIND.exec(sentence.text.slice(figure.end - sentence.start))?.groups?.["year"];
  return behind !== undefined && year !== null && Number(behind) !== year;
}

const YEAR_BEHIND = /^[^,;.\d]{0,60}\b(?:in|during|for) (?:FY ?)?(?<year>(?:19|20)\d{2})\b(?![,.]?\d)/iu;

/** 2015年9月编制了…预算: a budget is made before its year. */
function isDayOfMaking(claim: AmountClaim | RateClaim, { precision }: TextDate): boolean {
  return claim.kind === "amount" && isBudget(claim) && (precision === "day" || precision === "month");
}

/** Where a clause begins and before its figure; in between such words may tell how something was reckoned. */
const OPENING = 4;
const NEAR = 8;

function wordsBefore({ sentence, figure }: AmountClaim | ChangeClaim | PointsClaim | RateClaim | ShareClaim, name: string): string {
  return fold(sentence.text.slice(0, figure.start - sentence.start)).replace(fold(name), "").replace(CARRIED_OVER, "");
}

/** 上年结转230.15万元，…: what the year began with is of the year. */
const CARRIED_OVER = /(?:上一?年度?|去年|以前年度|历年)(?=(?:财政拨款)?(?:结转|结余)(?:和?(?:结转|结余))?(?:资金|数|额)?(?:为|是)?(?:$|[\d:：]))/gu;

/** Dates before the figure in its sentence must be the period's; those inside `name` are a part of the name. */
export function isOfPeriod(claim: AmountClaim | ChangeClaim | PointsClaim | RateClaim | ShareClaim, name: string, { year, cutOff, others }: Period): boolean {
  if (others.has(claim) || isYearBehind(claim, year)) return false;
  const before = wordsBefore(claim, name).replace(COMPARED_WITH_LAST_YEAR, "");
  if (OF_ANOTHER.test(before)) return false;
  const dialect = dialectOf(before);
  return dialect.readDates(before, year).every((date) => isDayOfChange(date, before) || isPeriod(date, { before: before.slice(0, date.start), behind: before.slice(date.end) }, dialect, { year, cutOff }));
}

/** 支出64.18亿元，比上年增长3.4%，占…: told in passing. */
const COMPARED_WITH_LAST_YEAR = /(?:比|较|同比)(?:上年|去年)(?:同期|决算数?|实际)?(?:增|减|下降|上升|提高|降低)[^，,；;。]*[，,]/gu;

/** 2023年6月追加预算20万元，支出…: the day of a change, told with the year's figures. */
function isDayOfChange({ start, end, precision }: TextDate, before: string): boolean {
  const clause = lastClause(before.slice(0, start)) + (/^[^，,；;：:]*/u.exec(before.slice(end))?.[0] ?? "");
  return (precision === "day" || precision === "month") && CHANGES_A_BUDGET.test(clause);
}

/** Behind the last comma; no pattern finds it without trying every place before. */
function lastClause(text: string): string {
  let at = text.length;
  while (at > 0 && !"，,；;：:".includes(text.charAt(at - 1))) at -= 1;
  return text.slice(at);
}

const CHANGES_A_BUDGET = /追加|调[增减整]|核[增减]|追减|压减|收回|\b(?:increased|raised|supplemented|cut|reduced|lowered)\b/iu;

/** 四季度支出, 12月支出: the year's last days, and no more of it. */
function isPartOfYear({ text, days }: TextDate, behind: string): boolean {
  return days !== null && !days.first.endsWith("-01-01") && /(?:季度|下半年|月份?)$/u.test(text) && !/^[底末]|累计|全年/u.test(behind);
}

function isPeriod(date: TextDate, { before, behind }: { readonly before: string; readonly behind: string }, { cutOffBefore }: TextDialect, { year, cutOff }: Pick<Period, "year" | "cutOff">): boolean {
  const { days, precision } = date;
  if (days === null || year === null || Number(days.last.slice(0, 4)) !== year) return false;
  if (precision === "year") return true;
  if (isPartOfYear(date, behind) && !cutOffBefore.test(before)) return false;
  if (cutOff !== null) return days.last === cutOff;
  return cutOffBefore.test(before);
}
