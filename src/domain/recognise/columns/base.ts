/** What spending is held against in a table that has no column of the budget. A person is asked to confirm. */

import { because } from "../reason";
import { assign, drop, headingsOf, isBudget, isNumeric, isOfSpending, says, type Candidate } from "./candidate";

/** 上级下达 | 区级配套: what single sources gave makes up the budget; else the amount of the contract that is paid off. */
export function tellBaseWithoutBudget(candidates: readonly Candidate[]): void {
  const spent = candidates.findIndex((candidate) => candidate.meaning === "expenditure" && isNumeric(candidate));
  if (spent < 0 || candidates.some(({ meaning, partOf }) => isBudget(meaning) || isBudget(partOf ?? null))) return;
  const before = candidates.slice(0, spent).filter((candidate) => candidate.path.length === 1 && isNumeric(candidate));
  const sources = before.filter((candidate) => candidate.reason.code === "header-unknown" && says(candidate, "source"));
  const contracts = before.filter((candidate) => isContract(candidate) || (candidate.reason.code === "header-unknown" && says(candidate, "contract")));
  const [contract] = contracts;
  if (sources.length > 1) {
    for (const source of sources) {
      drop(source, because("fund-part", { header: source.header }));
      source.confidence = "likely";
      source.partOf = "original-budget";
    }
  } else if (contract !== undefined && contracts.length === 1) assign(contract, "original-budget", "likely", because("contract-as-budget", { header: contract.header }));
}

/** 项目 | 限额 | 支出 | 执行率, Budget | Invoiced | % used: a column of rates tells that the table has both of what these are of, so that the one column of figures that nothing explains is what is missing. A person is asked to confirm. */
export function tellByRate(candidates: readonly Candidate[]): void {
  const rate = candidates.find(({ meaning }) => meaning === "rate");
  const [budget, ...otherBudgets] = candidates.filter(({ meaning, partOf }) => isBudget(meaning) || isBudget(partOf ?? null));
  const [spent, ...otherSpending] = candidates.filter(isOfSpending);
  const known = budget ?? spent;
  if (rate === undefined || known === undefined || (budget !== undefined && spent !== undefined) || otherBudgets.length + otherSpending.length > 0 || !isNumeric(known)) return;
  const mayBeIt = budget === undefined ? isSaidToBeGranted : isContract;
  const isOpen = (candidate: Candidate): boolean => (candidate.reason.code === "header-unknown" || mayBeIt(candidate)) && headingsOf(candidate) === headingsOf(known) && !says(candidate, "noMoney") && (isContract(candidate) || !says(candidate, "wholeProject")) && !says(candidate, "past");
  const [open, ...others] = candidates.filter((candidate) => (candidate.meaning === null || mayBeIt(candidate)) && candidate.partOf === undefined && isNumeric(candidate));
  if (open === undefined || !isOpen(open) || others.length > 0 || !isMostlyWithin(budget === undefined ? known : open, budget ?? open)) return;
  const isInOrder = budget === undefined ? open.column < known.column : known.column < open.column;
  if (isInOrder && open.column < rate.column) assign(open, budget === undefined ? "original-budget" : "expenditure", "likely", because(budget === undefined ? "beside-expenditure" : "beside-budget", { header: open.header }));
}

/** 年度标准, Funds Available, which elsewhere are the price of one, or what is left; 拨付金额, of which the spending is only what was paid on. */
function isSaidToBeGranted(candidate: Candidate): boolean {
  return candidate.reason.code === "handed-out-only" || (candidate.meaning === "other" && says(candidate, "granted"));
}

/** 合同金额 of a procurement, which elsewhere is what payments are held against. */
function isContract(candidate: Candidate): boolean {
  return candidate.meaning === "other" && says(candidate, "contract");
}

/** Most lines spend no more than their budget. */
function isMostlyWithin(spent: Candidate, budget: Candidate): boolean {
  const differences = budget.evidence.first.map((figure, line) => figure - (spent.evidence.first[line] ?? NaN)).filter((difference) => !Number.isNaN(difference));
  return differences.filter((difference) => difference >= 0).length * 2 > differences.length;
}
