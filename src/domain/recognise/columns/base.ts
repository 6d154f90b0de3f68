/** What spending is held against in a table that has no column of the budget. A person is asked to confirm. */

import { because } from "../reason";
import { assign, drop, isBudget, isNumeric, says, type Candidate } from "./candidate";

/** 上级下达 | 区级配套: what single sources gave makes up the budget; else the amount of the contract that is paid off. */
export function tellBaseWithoutBudget(candidates: readonly Candidate[]): void {
  const spent = candidates.findIndex((candidate) => candidate.meaning === "expenditure" && isNumeric(candidate));
  if (spent < 0 || candidates.some(({ meaning, partOf }) => isBudget(meaning) || isBudget(partOf ?? null))) return;
  const before = candidates.slice(0, spent).filter((candidate) => candidate.path.length === 1 && isNumeric(candidate));
  const sources = before.filter((candidate) => candidate.reason.code === "header-unknown" && says(candidate, "source"));
  const contracts = before.filter((candidate) => candidate.meaning === "other" && says(candidate, "contract"));
  const [contract] = contracts;
  if (sources.length > 1) {
    for (const source of sources) {
      drop(source, because("fund-part", { header: source.header }));
      source.confidence = "likely";
      source.partOf = "original-budget";
    }
  } else if (contract !== undefined && contracts.length === 1) assign(contract, "original-budget", "likely", because("contract-as-budget", { header: contract.header }));
}
