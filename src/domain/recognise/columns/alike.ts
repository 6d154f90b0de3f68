/** Parts that are called alike under the budget and under the spending: 人员 | 公用, 本级 | 下属单位, 中央 | 地方. */

import { grouped } from "../../grouped";
import type { Role } from "../../table";
import { DIALECTS, type Meaning } from "../dialects/dialect";
import { tidy, type HeaderReader } from "../headers/text";
import { isRate } from "./calculated";
import { headingsOf, isBudget, isBudgetOrSpending, isInEachLine, isOfWhich, isPast, isPeriod, leafSays, says, sumAt, type Candidate } from "./candidate";
import { leaveFund } from "./groups";

interface Group {
  readonly whole: Extract<Role, "original-budget" | "adjusted-budget" | "expenditure">;
  readonly parts: readonly Candidate[];
  /** What the parts are called. */
  readonly names: string;
}

/** Where no column adds them up, they are together all of it. A person is asked to confirm. */
export function tellAlikeParts(candidates: readonly Candidate[], read: HeaderReader): void {
  const groups = groupsUnder(candidates, read);
  const spent = groups.find(({ whole }) => whole === "expenditure");
  if (spent === undefined) return;
  const alike = groups.filter(({ names }) => names === spent.names);
  const wholes = new Set(alike.map(({ whole }) => whole));
  const parts = new Set(alike.flatMap((group) => group.parts));
  const isWhole = (candidate: Candidate): boolean => !parts.has(candidate) && [...wholes].some((whole) => candidate.meaning === whole || candidate.partOf === whole);
  if (wholes.size < Math.max(2, alike.length) || !alike.every((group) => isDivision(group, read)) || candidates.some(isWhole) || candidates.some(({ meaning }) => isPeriod(meaning))) return;
  const rates = candidates.filter((candidate) => candidate.meaning === "rate" && !parts.has(candidate));
  if (rates.some((rate) => !alike.some(({ whole, parts: budget }) => isBudget(whole) && mayBeRateOf(rate, spent.parts, budget)))) return;
  for (const { whole, parts: each } of alike) for (const part of each) leaveFund(part, whole);
}

/** What stands under one heading, but for the rate of it. */
function groupsUnder(candidates: readonly Candidate[], read: HeaderReader): readonly Group[] {
  const amounts = candidates.filter(({ path, meaning }) => path.length > 1 && meaning !== "rate");
  return [...grouped(amounts, headingsOf).values()].flatMap((parts) => {
    const whole = parts[0]?.path.slice(0, -1).map((text) => wholeNamed(read(text)?.meaning ?? null)).findLast(isBudgetOrSpending) ?? null;
    return isBudgetOrSpending(whole) ? [{ whole, parts, names: JSON.stringify(parts.map(nameOf)) }] : [];
  });
}

/** 三公经费预算数 over its parts is their budget, as it is alone. */
function wholeNamed(meaning: Meaning | null): Meaning | null {
  return meaning === "named-budget" ? "original-budget" : meaning === "named-expenditure" ? "expenditure" : meaning;
}

function nameOf({ path }: Candidate): string {
  return tidy(path.at(-1) ?? "");
}

/** Money of one time, of which nothing is said to be all or is shown to be. */
function isDivision({ parts }: Group, read: HeaderReader): boolean {
  const times = new Set(parts.map(({ period, year }) => JSON.stringify([period, year])));
  const isSum = (part: Candidate): boolean => parts.length > 2 && isInEachLine(part, (line) => sumAt(parts.filter((other) => other !== part), line));
  return parts.length > 1 && !isBasicAndProject(parts) && times.size === 1 && new Set(parts.map(nameOf)).size === parts.length && parts.some(({ evidence }) => evidence.numbers > 0) && parts.every((part) => mayBePart(part, read)) && !parts.some(isSum);
}

/** Which go on to be these (from-neighbours.ts). */
function isBasicAndProject(parts: readonly Candidate[]): boolean {
  return parts.length === 2 && parts.every(({ meaning }) => meaning === "basic" || meaning === "project");
}

function mayBePart(candidate: Candidate, read: HeaderReader): boolean {
  const { path, evidence: { texts } } = candidate;
  const leaf = path.at(-1) ?? "";
  const isTime = (["ofNow", "untilLast", "cumulative"] as const).some((words) => leafSays(candidate, words));
  return texts === 0 && !NO_PARTS.has(read(leaf)?.meaning ?? null) && !DIALECTS.some(({ totalColumn }) => totalColumn.test(tidy(leaf))) && !isTime && !isOfWhich(candidate) && !isPast(candidate) && !says(candidate, "noMoney") && !says(candidate, "mayBeShare");
}

/** What is the whole by its words, or no money. */
const NO_PARTS: ReadonlySet<Meaning | null> = new Set<Meaning | null>(["amount", "ratio", "share", "of-which", "serial", "code-part", "status", "reason"]);

/** Not filled, or of the parts together on as many lines as not. */
function mayBeRateOf({ evidence: { first } }: Candidate, spent: readonly Candidate[], budget: readonly Candidate[]): boolean {
  const lines = first.flatMap((figure, line) => (Number.isNaN(figure) || sumAt(budget, line) === 0 ? [] : [isRate(figure, sumAt(spent, line) / sumAt(budget, line))]));
  return lines.filter(Boolean).length * 2 >= lines.length;
}
