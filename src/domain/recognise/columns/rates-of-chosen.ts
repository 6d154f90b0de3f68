/** Of several columns for rates that of the spending and the budget which a person chose. */

import type { TableColumn } from "../../table";
import type { HeaderReader } from "../headers/text";
import type { Meaning } from "../dialects/dialect";
import { because } from "../reason";
import { headingsOf, isBudget } from "./candidate";

/** The columns with the rate that belongs to the spending, if any; as they are where this one counted before with its rate, or where none is its own and nothing tells that they are of others. */
export function withRatesOf(columns: readonly TableColumn[], before: readonly TableColumn[], spending: Headed, budget: Headed | undefined, read: HeaderReader): readonly TableColumn[] {
  const counted = before.find(({ role, partOf }) => role === "expenditure" && partOf === undefined);
  const rates = columns.filter(({ role, header }) => role === "rate" || header.some((text) => RATES.has(read(text)?.meaning)));
  const isSettled = counted?.column === spending.column && columns.some(({ role }) => role === "rate");
  const own = budget === undefined ? null : rateOf(spending, budget, rates);
  const isSameBudget = budget === undefined || before.some(({ column, role }) => column === budget.column && isBudget(role));
  const isOfOthers = counted === undefined ? isOneOfSeveral(spending, columns) : !isSameBudget || isOfCounted(rates, counted, spending);
  if (isSettled || (own === null && (rates.length === 0 || !isOfOthers))) return columns;
  return columns.map((column): TableColumn => {
    if (column === own) return { ...column, role: "rate", confidence: "sure", reason: column.role === "rate" ? column.reason : because("header", { header: column.header.join(" ") }) };
    const isOfCounted = column.role === "rate" && column.ofBudget === undefined;
    return isOfCounted ? { ...column, role: null, confidence: "unknown", reason: because("rate-of-other-spending", { header: column.header.join(" "), counted: spending.header.join(" ") }) } : column;
  });
}

/** What both sides of a rate and its column are known by. */
type Headed = Pick<TableColumn, "column" | "header">;

/** 执行率, and 公益金执行率. */
const RATES: ReadonlySet<Meaning | undefined> = new Set<Meaning | undefined>(["rate", "named-rate"]);

/** One of several that are called the same, so that a rate of the year is none of its own: 全年执行率 behind 一季度 | 支出 … 四季度 | 支出. */
function isOneOfSeveral(spending: Headed, columns: readonly Headed[]): boolean {
  return spending.header.length > 1 && columns.some((other) => other.column !== spending.column && leaf(other) === leaf(spending));
}

/** There are several rates, or the only one stands under the headings of the spending that counted before. */
function isOfCounted([rate, ...more]: readonly Headed[], counted: Headed, spending: Headed): boolean {
  if (rate === undefined || more.length > 0) return more.length > 0;
  const isUnder = (column: Headed): boolean => rate.header.length > 1 && headings(rate) === headings(column);
  return isUnder(counted) && !isUnder(spending);
}

function headings({ header }: Headed): string {
  return headingsOf({ path: header });
}

function leaf({ header }: Headed): string {
  return header.at(-1)?.trim() ?? "";
}

/** Under the same headings as both, else called the same under its own, else right behind the two. */
function rateOf(spending: Headed, budget: Headed, rates: readonly TableColumn[]): TableColumn | null {
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
