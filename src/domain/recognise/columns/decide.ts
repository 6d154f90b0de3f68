/** What each column of a table means: its header first, then what stands in it, then what its neighbours are. */

import { AMOUNT_ROLES, type Reason, type Role, type TableColumn } from "../../table";
import { findUnit, type Unit } from "../../amounts/unit";
import { withShortBudgets } from "../headers/short-budgets";
import type { HeaderReader } from "../headers/text";
import { because } from "../reason";
import { tellAudited } from "./audited";
import { tellAlikeParts } from "./alike";
import { nameByBudgets } from "./budget-holders";
import { tellBaseWithoutBudget, tellByRate } from "./base";
import { headingsOf, isBudget, isBudgetOrSpending, isRole, isSpending, type Candidate, type HeaderColumn } from "./candidate";
import { settleByCalculated, tellRatesByFigures } from "./calculated";
import { carriedLeftOut } from "./carried";
import type { Choices } from "./chosen";
import { leaveComparisons } from "./comparisons";
import { tellDivided } from "./divided";
import { nameByContents, trustContents } from "./from-contents";
import { candidateOf } from "./from-header";
import { tellAmounts, tellLoneProject, tellNamedBudgets, tellPartsOfSpending, tellPartsWithoutWhole, tellRatios, tellSecondBudget, tellSpendingBy } from "./from-neighbours";
import { leavePartGroups, leavePartsOfAmounts, tellFunds, tellFundsUnder, tellFlatPartGroups, tellPartGroups, tellRatesUnder } from "./groups";
import { incomeOf, leaveIncome, leaveIncomeSide, type SideEvidence } from "./income";
import { createFit, isMoreThanLater, joinPeriods, lastMonth, leavePlansOfParts, leaveRatesOfOtherPeriods, tellCumulative, tellOwnQuarters, tellPeriods, tellPeriodsAlone, tellUntilNow, type UpTo } from "./periods";
import { tellSharesByFigures } from "./ratios";
import { changesLeftOut, leavePartsOfChanges, sayHowChangesCount, tellAdjustments, tellChangesByResults, tellSeveralChanges } from "./changes";
import { leaveOtherPairs, pairChosen, pairInstead, pairsLeftOut, pairsOf } from "./pairs";
import { tellSideBySide } from "./side-by-side";
import { leavePartsOfSums, tellBudgetsByRest } from "./wholes";
import { tellOfNow } from "./of-now";
import { isSourceLeft, tellEmptyRates, tellNamedAmounts } from "./named";
import { tellFurtherParts, tellNamedParts } from "./parts";
import { budgetsLeftOut, leaveClasses, leaveHandedOut, leaveRatesOfOthers, leaveRatesOfParts, ratesLeftEmpty, tellRatesByPlace, settleRivals } from "./rivals";
import { leaveOtherYears, leaveWholeProjects } from "./years";

export interface DecidedColumns {
  readonly columns: readonly TableColumn[];
  /** The month, from 1, up to which the table counts, as far as that is known. */
  readonly month: number | null;
  readonly doubts: readonly Reason[];
}

/** Title, lines above and sheet name tell which amounts these are where headers do not, the title first. */
export function decideColumns(columns: readonly HeaderColumn[], sides: SideEvidence, upTo: UpTo | null, readAlone: HeaderReader, chosen: Choices): DecidedColumns {
  const read = withShortBudgets(columns.map(({ path }) => path), readAlone);
  const readAll = (): readonly Candidate[] => tellOfNow(columns.map((column) => candidateOf(column, read)));
  const candidates = readAll();
  const pairs = pairsOf(candidates);
  const meant = pairChosen(pairs, chosen);
  const decided = decide(candidates, sides, upTo, read);
  const counted = meant ?? pairInstead(pairs, decided.columns);
  if (counted === null) return decided;
  const ofOnePair = readAll();
  leaveOtherPairs(ofOnePair, pairs, counted);
  const again = decide(ofOnePair, sides, upTo, read);
  return meant === null ? { ...again, doubts: [...again.doubts, pairsLeftOut(pairs, counted)] } : again;
}

function decide(candidates: readonly Candidate[], sides: SideEvidence, upTo: UpTo | null, read: HeaderReader): DecidedColumns {
  const context = [sides.title ?? "", ...sides.captions, sides.sheetName];
  leaveIncomeSide(candidates);
  tellRatesUnder(candidates, read);
  const named = tellNamedAmounts(candidates);
  trustContents(candidates);
  nameByContents(candidates);
  leaveClasses(candidates);
  tellAudited(candidates);
  nameByBudgets(candidates);
  leaveOtherYears(candidates);
  leavePlansOfParts(candidates);
  leavePartsOfChanges(candidates);
  const sums = leavePartsOfSums(candidates, read);
  tellAdjustments(candidates);
  leaveComparisons(candidates, sums);
  const ofYears = leaveWholeProjects(candidates);
  tellBudgetsByRest(candidates);
  tellPeriodsAlone(candidates);
  tellPeriods(candidates);
  tellOwnQuarters(candidates);
  tellCumulative(candidates);
  tellLoneProject(candidates);
  leavePartsOfAmounts(candidates, read);
  leavePartGroups(candidates, read);
  tellPartGroups(candidates, read);
  tellFlatPartGroups(candidates, read);
  tellFundsUnder(candidates, read);
  tellAlikeParts(candidates, read);
  tellSecondBudget(candidates);
  tellSeveralChanges(candidates);
  tellAmounts(candidates, [...context, ...candidates.flatMap(({ path }) => path)]);
  tellRatios(candidates);
  tellSharesByFigures(candidates);
  tellSpendingBy(candidates);
  tellRatesByFigures(candidates);
  tellEmptyRates(candidates);
  settleByCalculated(candidates);
  leaveHandedOut(candidates);
  tellPartsWithoutWhole(candidates, read);
  tellPartsOfSpending(candidates, context);
  tellDivided(candidates);
  tellFunds(candidates);
  tellNamedParts(candidates, named);
  tellFurtherParts(candidates);
  tellSideBySide(candidates, read);
  tellBaseWithoutBudget(candidates);
  tellUntilNow(candidates, read);
  tellByRate(candidates);
  const income = incomeOf(candidates, sides);
  if (income !== null) leaveIncome(candidates, income);
  const month = lastMonth(upTo, yearOf(candidates, context));
  const shownNone = tellChangesByResults(candidates, sums);
  tellNamedBudgets(candidates);
  const said = candidates.filter(({ meaning }) => meaning === "expenditure");
  const budgets = new Map(candidates.flatMap((candidate) => (isBudget(candidate.meaning) && candidate.partOf === undefined ? [[candidate, candidate.confidence] as const] : [])));
  settle(candidates, month);
  const otherBudgets = budgetsLeftOut(candidates, budgets);
  const leftBudgets = new Set(otherBudgets.map(({ left }) => left));
  sayHowChangesCount(candidates);
  const decided = candidates.map(({ column, path, meaning, reason, confidence, partOf, ofBudget }): TableColumn => {
    const role = meaning !== null && isRole(meaning) ? meaning : null;
    return { column, header: path, role, unit: unitOfHeader(role ?? partOf ?? null, path), reason, confidence, ...(partOf === undefined ? {} : { partOf }), ...(ofBudget === null || ofBudget === "annual-budget" ? {} : { ofBudget }) };
  });
  return { columns: decided, month, doubts: [...(income === null ? [] : [because("doubt-income", { word: income })]), ...otherBudgets.map(({ doubt }) => doubt), ...severalExpenditures(candidates.filter((candidate) => !leftBudgets.has(candidate)), said), ...ofYears, ...amountsLeftOut(candidates), ...ratesLeftEmpty(candidates, read), ...carriedLeftOut(candidates, sums), ...changesLeftOut(candidates, sums, shownNone)] };
}

/** 财政资金支出 | 自有资金支出, or 支出 under two headings: columns of spending that only their words tell apart may belong together, as may 累计支出 of quarters that grows less. `said`: what was called spending. */
function severalExpenditures(candidates: readonly Candidate[], said: readonly Candidate[]): readonly Reason[] {
  const counted = candidates.find(({ meaning, partOf }) => meaning === "expenditure" && partOf === undefined);
  const isApart = (path: readonly string[]): boolean => path.length === 1 || (path.length === counted?.path.length && (path.at(-1) === counted.path.at(-1) || JSON.stringify(path.slice(0, -1)) === headingsOf(counted)));
  const isOfItsOwn = (left: Candidate): boolean => left.reason.code === "role-taken" || (left.reason.code === "other-period" && counted !== undefined && isMoreThanLater(left, counted));
  const isLeft = (left: Candidate): boolean => isOfItsOwn(left) && isApart(left.path) && left.evidence.numbers > 0 && left.header !== counted?.header;
  if (counted === undefined) return [];
  const left = [...said.filter(isLeft), ...candidates.filter((candidate) => !said.includes(candidate) && isSourceLeft(candidate, counted))];
  return left.map(({ header }) => because("doubt-several-expenditures", { header, counted: counted.header }));
}

/** 合计 beside budget and spending, and neither of them: what no sum explains may be the budget that counts. */
function amountsLeftOut(candidates: readonly Candidate[]): readonly Reason[] {
  const counted = candidates.filter(({ meaning }) => isBudgetOrSpending(meaning));
  const isSame = (left: Candidate, other: Candidate): boolean => left.evidence.first.every((figure, line) => Number.isNaN(figure) || figure === other.evidence.first[line]);
  const isLeft = (candidate: Candidate): boolean => candidate.reason.code === "amount-unclear" && candidate.evidence.numbers > 0 && !counted.some((other) => isSame(candidate, other));
  return counted.length < 2 ? [] : candidates.filter(isLeft).map(({ header }) => because("doubt-amount-left-out", { header }));
}

/** Rates are settled last, as they are those of the spending that counts. */
function settle(candidates: readonly Candidate[], month: number | null): void {
  const fit = createFit(month);
  settleRivals(candidates.filter(({ meaning }) => meaning !== "rate"), fit);
  joinPeriods(candidates, month);
  leaveRatesOfOtherPeriods(candidates);
  leaveRatesOfOthers(candidates);
  leaveRatesOfParts(candidates);
  tellRatesByPlace(candidates);
  settleRivals(candidates.filter(({ meaning }) => meaning === "rate"), fit);
}

/** The year of the spending, else the one that title and lines above tell. */
function yearOf(candidates: readonly Candidate[], context: readonly string[]): number | null {
  const spending = candidates.flatMap(({ meaning, year }) => (year !== null && isSpending(meaning) ? [year] : []));
  const told = context.map((text) => /(?<!\d)(?:19|20)\d{2}(?=\s*年|\s*$)/u.exec(text)?.[0]).find((year) => year !== undefined);
  return spending[0] ?? (told === undefined ? null : Number(told));
}

/** The one unit that an amount's header names. */
export function unitOfHeader(role: Role | null, path: readonly string[]): Unit | null {
  if (role === null || !AMOUNT_ROLES.has(role)) return null;
  const units = new Set(path.map(findUnit).filter((unit) => unit !== null));
  const [unit] = units;
  return units.size === 1 && unit !== undefined ? unit : null;
}
