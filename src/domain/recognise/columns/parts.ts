/** Spending in parts that no column adds up: 人员支出 | 公用支出 | 项目支出. All of them count, and a person is asked to confirm. */

import { grouped } from "../../grouped";
import { because } from "../reason";
import { assign, headingsOf, isBudget, isInEachLine, isNumeric, isOfSpending, isOfWhich, isPeriod, leavePart, says, sumAt, type Candidate } from "./candidate";
import { isFund, leaveFund } from "./groups";
import { kindOf } from "./named";

/**
 * 市级支出 | 区级支出, Direct | Indirect expenditure, in words that no dialect lists: all of the spending, unless one of them
 * is the sum of the others. Of other spending there is none, or what beside two of these is a part as well: 项目支出, 财政拨款支出.
 */
export function tellNamedParts(candidates: readonly Candidate[], named: readonly Candidate[]): void {
  const open = mostAlike(named.filter((candidate) => candidate.meaning === null && candidate.partOf === undefined && isNumeric(candidate) && !isOfWhich(candidate)));
  const spent = candidates.filter(isWholeOrPart);
  const isAnother = spent.length === 1 && open.length > 1 && spent.every(isPartByItsWords);
  const parts = isAnother ? [...open, ...spent] : open;
  const [first] = parts;
  if (first === undefined || parts.length < 2 || (spent.length > 0 && !isAnother) || !candidates.some(({ meaning }) => isBudget(meaning))) return;
  if (mostAlike(parts).length < parts.length || new Set(parts.map(({ header }) => header)).size < parts.length) return;
  const whole = parts.find((part) => parts.length > 2 && isInEachLine(part, (line) => sumAt(parts.filter((other) => other !== part), line)));
  for (const part of parts) {
    if (part === whole) assign(part, "expenditure", "likely", because("header-likely", { header: part.header }));
    else if (whole === undefined) leaveFund(part, "expenditure");
    else leavePart(part, whole);
  }
}

/** Under the same headings, and called the same kind of thing: those that most are. */
function mostAlike(named: readonly Candidate[]): readonly Candidate[] {
  const groups = [...grouped(named, (candidate) => `${headingsOf(candidate)} ${kindOf(candidate)}`).values()];
  return groups.reduce<readonly Candidate[]>((most, group) => (group.length > most.length ? group : most), []);
}

function isWholeOrPart(candidate: Candidate): boolean {
  return isOfSpending(candidate) || candidate.meaning === "basic" || candidate.meaning === "project";
}

/** 财政拨款支出, or 项目支出 that only the budget beside it makes all of the spending. */
function isPartByItsWords({ header, path, reason }: Candidate): boolean {
  return path.length === 1 && (isFund(header) || reason.code === "beside-budget");
}

/** 对个人和家庭的补助 right beside 工资福利支出 | 商品和服务支出: unknown columns of figures in a row with the parts are parts, or the sum of them, where they are not what is left of the budget. */
export function tellFurtherParts(candidates: readonly Candidate[]): void {
  const parts = candidates.filter(({ partOf }) => partOf === "expenditure");
  const [first] = parts;
  if (first === undefined || candidates.some(({ meaning, partOf }) => (meaning === "expenditure" && partOf === undefined) || isPeriod(meaning))) return;
  const budgets = candidates.filter(({ meaning }) => isBudget(meaning));
  const isOpen = (candidate: Candidate): boolean => candidate.meaning === null && candidate.partOf === undefined && candidate.reason.code === "header-unknown" && isNumeric(candidate) && headingsOf(candidate) === headingsOf(first) && !isOfWhich(candidate) && !says(candidate, "noMoney") && !says(candidate, "past");
  const beside = [1, -1].flatMap((step) => runFrom(candidates, parts, step, isOpen));
  for (const candidate of beside) {
    if (isInEachLine(candidate, (line) => sumAt(parts, line))) assign(candidate, "expenditure", "likely", because("header-likely", { header: candidate.header }));
    else if (!budgets.some((budget) => isInEachLine(candidate, (line) => sumAt([budget], line) - sumAt(parts, line)))) leaveFund(candidate, "expenditure");
  }
}

/** The columns that follow the parts one by one, to the right or to the left. */
function runFrom(candidates: readonly Candidate[], parts: readonly Candidate[], step: number, isOpen: (candidate: Candidate) => boolean): readonly Candidate[] {
  const columns = parts.map(({ column }) => column);
  const byColumn = new Map(candidates.map((candidate) => [candidate.column, candidate]));
  const run: Candidate[] = [];
  for (let at = (step > 0 ? Math.max(...columns) : Math.min(...columns)) + step; ; at += step) {
    const next = byColumn.get(at);
    if (next === undefined || !isOpen(next)) return run;
    run.push(next);
  }
}
