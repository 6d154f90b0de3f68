/** The rules that Excel offers ready-made: blanks, errors, dates, averages, duplicates. */

import { element, flag, numberAttribute } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { refuse } from "../refusal";

const PERIODS: Readonly<Record<string, string>> = {
  Yesterday: "yesterday", Today: "today", Tomorrow: "tomorrow", LastSevenDays: "last7Days", LastWeek: "lastWeek", ThisWeek: "thisWeek", NextWeek: "nextWeek",
  LastMonth: "lastMonth", ThisMonth: "thisMonth", NextMonth: "nextMonth",
};
const DEVIATIONS: Readonly<Record<string, number>> = { One: 1, Two: 2, Three: 3 };

export function readPreset(rule: XmlElement): string | null {
  switch (rule.attributes["type"]) {
    case "containsBlanks": return "Blanks";
    case "notContainsBlanks": return "NonBlanks";
    case "containsErrors": return "Errors";
    case "notContainsErrors": return "NonErrors";
    case "uniqueValues": return "UniqueValues";
    case "duplicateValues": return "DuplicateValues";
    case "timePeriod": return Object.entries(PERIODS).find(([, word]) => word === rule.attributes["timePeriod"])?.[0] ?? null;
    case "aboveAverage": {
      const side = flag(rule, "aboveAverage", true) ? "AboveAverage" : "BelowAverage";
      const deviations = numberAttribute(rule, "stdDev", 0);
      if (deviations > 0) return `${["", "One", "Two", "Three"][deviations] ?? "One"}StdDev${side}`;
      return flag(rule, "equalAverage") ? `EqualOr${side}` : side;
    }
    default: return null;
  }
}

/** @throws HostRefusal InvalidArgument for a criterion Excel does not have */
export function writePreset(criterion: string, dxfId: number | undefined, cell: string): XmlElement {
  const simple: Readonly<Record<string, readonly [string, string]>> = {
    Blanks: ["containsBlanks", `LEN(TRIM(${cell}))=0`], NonBlanks: ["notContainsBlanks", `LEN(TRIM(${cell}))>0`],
    Errors: ["containsErrors", `ISERROR(${cell})`], NonErrors: ["notContainsErrors", `NOT(ISERROR(${cell}))`],
  };
  const known = simple[criterion];
  if (known) return element("cfRule", { type: known[0], dxfId }, [element("formula", {}, [known[1]])]);
  if (criterion === "UniqueValues" || criterion === "DuplicateValues") return element("cfRule", { type: criterion === "UniqueValues" ? "uniqueValues" : "duplicateValues", dxfId });
  const period = PERIODS[criterion];
  if (period) return element("cfRule", { type: "timePeriod", dxfId, timePeriod: period }, [element("formula", {}, [periodFormula(criterion, cell)])]);
  const average = /^(EqualOr)?(?:(One|Two|Three)StdDev)?(Above|Below)Average$/.exec(criterion);
  if (!average) return refuse("InvalidArgument", `There is no criterion ${criterion}.`);
  const [, equal, deviation, side] = average;
  return element("cfRule", { type: "aboveAverage", dxfId, aboveAverage: side === "Below" ? 0 : undefined, equalAverage: equal ? 1 : undefined, stdDev: deviation === undefined ? undefined : DEVIATIONS[deviation] });
}

/** What Excel writes beside a period, for versions that know only formulas. */
function periodFormula(criterion: string, cell: string): string {
  switch (criterion) {
    case "Today": return `FLOOR(${cell},1)=TODAY()`;
    case "Yesterday": return `FLOOR(${cell},1)=TODAY()-1`;
    case "Tomorrow": return `FLOOR(${cell},1)=TODAY()+1`;
    case "LastSevenDays": return `AND(TODAY()-FLOOR(${cell},1)<=6,FLOOR(${cell},1)<=TODAY())`;
    case "ThisWeek": return `AND(TODAY()-ROUNDDOWN(${cell},0)<=WEEKDAY(TODAY())-1,ROUNDDOWN(${cell},0)-TODAY()<=7-WEEKDAY(TODAY()))`;
    case "LastWeek": return `AND(TODAY()-ROUNDDOWN(${cell},0)>=(WEEKDAY(TODAY())),TODAY()-ROUNDDOWN(${cell},0)<(WEEKDAY(TODAY())+7))`;
    case "NextWeek": return `AND(ROUNDDOWN(${cell},0)-TODAY()>(7-WEEKDAY(TODAY())),ROUNDDOWN(${cell},0)-TODAY()<(15-WEEKDAY(TODAY())))`;
    case "ThisMonth": return `AND(MONTH(${cell})=MONTH(TODAY()),YEAR(${cell})=YEAR(TODAY()))`;
    case "LastMonth": return `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),0-1)),YEAR(${cell})=YEAR(EDATE(TODAY(),0-1)))`;
    default: return `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),0+1)),YEAR(${cell})=YEAR(EDATE(TODAY(),0+1)))`;
  }
}
