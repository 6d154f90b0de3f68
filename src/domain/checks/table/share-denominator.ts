import { rangeOfCell } from "../../../workbook/address";
import { headerOf } from "../../execution/basis";
import type { AmountColumn } from "../../execution/columns";
import type { Finding } from "../../finding";
import { AMOUNT_ROLES, columnOf, placeOf, type BudgetTable, type Role } from "../../table";
import { foundOf, tableCheck } from "../check";
import { findingOf } from "../findings";
import type { TableInput, WorkbookInput } from "../input";
import { showTotal, type PrintedTotal } from "../printed-totals";
import type { JudgedShares } from "../shares";
import { describeTotal } from "../total-label";

/** What a header of shares names: 占项目支出比例 is of 项目支出. The first that fits counts. */
const NAMED: readonly (readonly [RegExp, "project" | "basic" | "budget" | "expenditure"])[] = [
  [/项目|project/iu, "project"], [/基本|basic/iu, "basic"], [/预算|指标|budget|appropriation/iu, "budget"], [/支出|执行|决算|支付|expenditure|spending|actual/iu, "expenditure"],
];
const OF_ROLE: Readonly<Partial<Record<Role, string>>> = { "original-budget": "budget", "adjusted-budget": "budget", expenditure: "expenditure", project: "project", basic: "basic" };

/**
 * The shares are of another total than their header names: 占项目支出比例 whose shares are of total expenditure.
 * Which total they are of is found by trying those at hand; a table's shares of its own total contradict no
 * header. Where they are of none, nor a quotient of their own line, that is said too, since then nothing about them was checked.
 */
export const shareDenominator = tableCheck({
  id: "share-denominator",
  scope: "table",
  severities: ["warning", "info"],
  parameters: {},
  find: (table, _values, workbook) => foundOf(table.shares().flatMap((shares) => judge(table, shares, workbook))),
});

function judge(input: TableInput, { ratio, denominator }: JudgedShares, { totals }: WorkbookInput): Finding[] {
  const { table } = input;
  const header = headerOf(ratio.column);
  const place = placeOf(table, rangeOfCell(Math.max(table.headerTop, table.headerBottom), ratio.column.column));
  if (denominator === null) {
    const isEmpty = ratio.scaled.every((share) => Number.isNaN(share));
    const isOfItsLine = input.provenRatios().some((proven) => proven.ratio.column.column === ratio.column.column);
    return isEmpty || isOfItsLine ? [] : [findingOf({ rule: "share-denominator", severity: "info", place, values: { column: header, found: "none", named: "", whole: "", source: "" } })];
  }
  const { total, parts } = denominator;
  const named = wholeNamedIn(header);
  if (total === null || named === null || (total.table === input ? !isOtherSide(named.words, parts, total) : isNamed(total, named.kind))) return [];
  // Without a total of the named kind there is nothing that the header could have meant instead.
  if (!totals().some((other) => isNamed(other, named.kind))) return [];
  return [findingOf({
    rule: "share-denominator", severity: "warning", place,
    values: { column: header, found: "other", named: named.words, whole: showTotal(total), source: describeTotal(total) },
  })];
}

/** 支出 as shares of the table's 预算, under a header that speaks of 支出 alone; or the other way round. */
function isOtherSide(words: string, parts: AmountColumn, { column }: PrintedTotal): boolean {
  const [own, other] = [sideOf(parts), sideOf(column)];
  const speaksOf = (side: string): boolean => NAMED.some(([pattern, kind]) => kind === side && pattern.test(words));
  return own !== null && other !== null && own !== other && speaksOf(own) && !speaksOf(other);
}

function sideOf({ column: { role } }: AmountColumn): "budget" | "expenditure" | null {
  const kind = role === null ? undefined : OF_ROLE[role];
  return kind === "budget" || kind === "expenditure" ? kind : null;
}

/** 项目名称 over its lines: not 项目类别, which sorts something else. */
function listsProjects(table: BudgetTable): boolean {
  const name = columnOf(table, "name");
  return name !== null && /^(?:项目|项目名称|projects?|project names?)$/iu.test(headerOf(name).replace(/\s/gu, ""));
}

function wholeNamedIn(header: string): { readonly kind: string; readonly words: string } | null {
  const words = /^占(?<whole>.+?)的?(?:比例|比重|比率|百分比|份额|[%％])*$/u.exec(header.replace(/\s/gu, ""))?.groups?.["whole"] ?? /\bof (?<whole>.+)$/iu.exec(header)?.groups?.["whole"];
  if (words === undefined) return null;
  const kind = NAMED.find(([pattern]) => pattern.test(words))?.[1];
  return kind === undefined ? null : { kind, words };
}

/** Whether a total is of that kind by its role, or at least says so in its header; any money of a table that lists projects is of projects. */
function isNamed({ column, table: { table } }: PrintedTotal, kind: string): boolean {
  const { role, header } = column.column;
  if (kind === "project" && role !== null && AMOUNT_ROLES.has(role) && listsProjects(table)) return true;
  return (role !== null && OF_ROLE[role] === kind) || header.some((text) => NAMED.some(([pattern, named]) => named === kind && pattern.test(text)));
}
