/** Of several columns for rates that of the spending and the budget which a person chose. */

import type { TableColumn } from "../../table";
import type { HeaderReader } from "../headers/text";
import { because } from "../reason";

/** The columns with the rate that belongs to the spending, if any; as they are where none counted before or this one does with its rate, or the table has but one column for rates. */
export function withRatesOf(columns: readonly TableColumn[], before: readonly TableColumn[], spending: Headed, budget: Headed | undefined, read: HeaderReader): readonly TableColumn[] {
  const counted = before.find(({ role, partOf }) => role === "expenditure" && partOf === undefined);
  const rates = columns.filter(({ header }) => header.some((text) => read(text)?.meaning === "rate"));
  const isSettled = counted?.column === spending.column && columns.some(({ role }) => role === "rate");
  if (counted === undefined || isSettled || rates.length < 2) return columns;
  const own = budget === undefined ? null : rateOf(spending, budget, rates);
  return columns.map((column): TableColumn => {
    if (column === own) return { ...column, role: "rate", confidence: "sure", reason: column.role === "rate" ? column.reason : because("header", { header: column.header.join(" ") }) };
    const isOfCounted = column.role === "rate" && column.ofBudget === undefined;
    return isOfCounted ? { ...column, role: null, confidence: "unknown", reason: because("rate-of-other-spending", { header: column.header.join(" "), counted: spending.header.join(" ") }) } : column;
  });
}

/** What both sides of a rate and its column are known by. */
type Headed = Pick<TableColumn, "column" | "header">;

/** Under the same headings as both, else called the same under its own, else right behind the two. */
function rateOf(spending: Headed, budget: Headed, rates: readonly TableColumn[]): TableColumn | null {
  const headings = ({ header }: Headed): string => JSON.stringify(header.slice(0, -1));
  const leaf = ({ header }: Headed): string => header.at(-1)?.trim() ?? "";
  const isLike = (rate: TableColumn, by: (column: Headed) => string): boolean => spending.header.length > 1 && by(rate) === by(spending) && by(rate) === by(budget);
  const ways = [
    (rate: TableColumn) => isLike(rate, headings),
    (rate: TableColumn) => isLike(rate, leaf),
    (rate: TableColumn) => rate.column === spending.column + 1 && budget.column === spending.column - 1,
  ];
  for (const isOwn of ways) {
    const [only, ...others] = rates.filter(isOwn);
    if (only !== undefined && others.length === 0) return only;
  }
  return null;
}
