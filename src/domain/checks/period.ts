/** Which part of which year a table is about, as far as its sheet's name and its title say. */

import { findCutOff, formatCutOff, yearTold } from "../execution/cut-off";
import type { TableInput, WorkbookInput } from "./input";

const PERIOD = /(?:19|20)\d{2}(?=\s*年|\D|$)|\d{1,2}\s*月|[一二三四1-4]季度|[上下]半年|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\bq[1-4]\b/giu;

/** The end of a year is the whole of it: 截至2016年12月31日, 1-12月, December 31. A sheet of December alone is called 12月. */
const YEAR_END = /12\s*月\s*31\s*[日号]|(?<=截[止至][^月]{0,12})12\s*月|12\s*月\s*[底末]|(?<!\d)0?1\s*月?\s*(?:[-—–~至到]+)\s*12\s*月|(?<=\d{4}[-/.])12[-/.]31|dec(?:ember|\.)?\s*31(?:st)?|31(?:st)?\s+dec(?:ember)?/giu;

/** Whether two tables may be about the same time: not where sheet names or titles name different months or years (1月 and 2月, 2015年 and 2016年). */
export function isSamePeriod(left: TableInput, right: TableInput): boolean {
  const [named, other] = [periodsOf(left), periodsOf(right)];
  return named === "" || other === "" || named === other;
}

/** Whether the expenditures of two tables may be counted up to the same day. */
export function isSameCutOff(left: TableInput, right: TableInput): boolean {
  const [cutOff, otherCutOff] = [findCutOff(left.table), findCutOff(right.table)];
  return cutOff === null || otherCutOff === null || formatCutOff(cutOff.cutOff) === formatCutOff(otherCutOff.cutOff);
}

/** "" where nothing says it. */
function periodsOf({ table: { sheetName, title } }: TableInput): string {
  const named = sheetName.replace(YEAR_END, "").match(PERIOD) ?? title?.text.normalize("NFKC").replace(YEAR_END, "").match(PERIOD) ?? [];
  return [...new Set(named.map((text) => text.replace(/\s/gu, "").toLowerCase()))].sort().join(" ");
}

/** The year that a table is about: its title's, its sheet's, that of its cut-off date; else the workbook's. null where nothing says it. */
export function yearOf({ table }: TableInput, { cutOff, year }: WorkbookInput): number | null {
  return yearOfTitle(table) ?? findCutOff(table)?.cutOff.year ?? cutOff?.year ?? year();
}

/** The one year that the titles of all tables name, or else their sheets. */
export function yearOfTitles(tables: readonly TableInput[]): number | null {
  const [year, another] = new Set(tables.flatMap(({ table }) => yearOfTitle(table) ?? []));
  return year === undefined || another !== undefined ? null : year;
}

/** That which its title names, or else its sheet; null where they name none, or several. */
export function yearOfTitle({ sheetName, title }: TableInput["table"]): number | null {
  return yearTold(title === null ? [] : [title.text]) ?? yearTold([sheetName]);
}
