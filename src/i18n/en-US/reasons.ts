import type { reasons as reference } from "../zh-CN/reasons";

export const reasons: Readonly<Record<keyof typeof reference, string>> = {
  "reason.budget-original": "On the original budget: {column}",
  "reason.budget-adjusted": "On the adjusted budget: {column}",
  "reason.budget-computed": "There is no column of the adjusted budget; computed as {columns}",
  "reason.budget-only-original": "The adjusted budget is not given; on the original budget: {column}",
  "reason.budget-only-adjusted": "The original budget is not given; on the adjusted budget: {column}",
  "reason.expenditure-column": "Expenditure from: {column}",
  "reason.expenditure-months": "There is no column of cumulative expenditure; the months added up, {first} to {last}",
  "reason.selected": "Chosen by you",
};
