/** Filter criteria as files keep them (ECMA-376 18.3.2) and as Office.js says them. */

import { childOf, childrenOf, element, flag, numberAttribute } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { colorElement, parseColor, resolveColor } from "../styles/colors";
import { numberOf } from "../styles/stylesheet";
import type { Stylesheet } from "../styles/stylesheet";

/** The fields of Excel.FilterCriteria. */
export interface FilterCriteria {
  readonly filterOn: "BottomItems" | "BottomPercent" | "CellColor" | "Dynamic" | "FontColor" | "Values" | "TopItems" | "TopPercent" | "Icon" | "Custom";
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: "And" | "Or";
  readonly values?: readonly (string | DateGroup)[];
  readonly color?: string;
  readonly dynamicCriteria?: string;
}

export interface DateGroup {
  readonly date: string;
  /** "Year" | "Month" | "Day" | "Hour" | "Minute" | "Second" */
  readonly specificity: string;
}

/** What stands before a custom criterion's value, and what files call it. */
const OPERATORS: readonly (readonly [sign: string, word: string])[] = [["<>", "notEqual"], [">=", "greaterThanOrEqual"], ["<=", "lessThanOrEqual"], [">", "greaterThan"], ["<", "lessThan"], ["=", "equal"]];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const PERIOD = "AllDatesInPeriod";

export function columnOf(filter: XmlElement, column: number): XmlElement | undefined {
  return childrenOf(filter, "filterColumn").find((entry) => numberAttribute(entry, "colId", -1) === column);
}

export function readCriteria(column: XmlElement, styles: Stylesheet): FilterCriteria | null {
  const [kind] = childrenOf(column);
  switch (kind?.name) {
    case "filters": {
      const dates = childrenOf(kind, "dateGroupItem").map(readDateGroup);
      return { filterOn: "Values", values: [...childrenOf(kind, "filter").map((entry) => entry.attributes["val"] ?? ""), ...(flag(kind, "blank") ? [""] : []), ...dates] };
    }
    case "customFilters": {
      const [first, second] = childrenOf(kind).map((entry) => (OPERATORS.find(([, word]) => word === (entry.attributes["operator"] ?? "equal"))?.[0] ?? "=") + (entry.attributes["val"] ?? ""));
      return { filterOn: "Custom", criterion1: first ?? "", ...(second === undefined ? {} : { criterion2: second, operator: flag(kind, "and") ? "And" : "Or" }) };
    }
    case "top10": {
      const side = flag(kind, "top", true) ? "Top" : "Bottom";
      return { filterOn: `${side}${flag(kind, "percent") ? "Percent" : "Items"}`, criterion1: kind.attributes["val"] ?? "10" };
    }
    case "dynamicFilter": return { filterOn: "Dynamic", dynamicCriteria: dynamicWord(kind.attributes["type"] ?? "") };
    case "colorFilter": {
      const look = styles.differential.items[numberAttribute(kind, "dxfId", 0)];
      const isCell = flag(kind, "cellColor", true);
      const holder = look && (isCell ? childOf(childOf(look, "fill") ?? element("fill"), "patternFill") : childOf(look, "font"));
      const color = holder && (isCell ? (childOf(holder, "bgColor") ?? childOf(holder, "fgColor")) : childOf(holder, "color"));
      return { filterOn: isCell ? "CellColor" : "FontColor", color: resolveColor(color, styles.palette, "#000000") };
    }
    case "iconFilter": return { filterOn: "Icon" };
    default: return null;
  }
}

function readDateGroup(entry: XmlElement): DateGroup {
  const part = (name: string): string => (entry.attributes[name] ?? "1").padStart(2, "0");
  const grouping = entry.attributes["dateTimeGrouping"] ?? "day";
  return { date: `${entry.attributes["year"] ?? "1900"}-${part("month")}-${part("day")}`, specificity: grouping.charAt(0).toUpperCase() + grouping.slice(1) };
}

/** @returns what stands inside <filterColumn>; null for criteria that cannot be written */
export function criteriaElement(criteria: FilterCriteria, styles: Stylesheet): XmlElement | null {
  switch (criteria.filterOn) {
    case "Values": {
      const values = criteria.values ?? [];
      const texts = values.filter((value) => typeof value === "string");
      const dates = values.filter((value) => typeof value !== "string");
      return element("filters", { blank: texts.includes("") ? 1 : undefined }, [
        ...texts.filter((value) => value !== "").map((value) => element("filter", { val: value })),
        ...dates.map(dateGroupElement),
      ]);
    }
    case "Custom": {
      const given = [criteria.criterion1, criteria.criterion2].filter((value) => value !== undefined);
      return element("customFilters", { and: criteria.criterion2 !== undefined && criteria.operator !== "Or" ? 1 : undefined }, given.map(customElement));
    }
    case "TopItems": case "TopPercent": case "BottomItems": case "BottomPercent":
      return element("top10", { top: criteria.filterOn.startsWith("Top") ? undefined : 0, percent: criteria.filterOn.endsWith("Percent") ? 1 : undefined, val: Number(criteria.criterion1 ?? 10) });
    case "Dynamic": return element("dynamicFilter", { type: dynamicType(criteria.dynamicCriteria ?? "") });
    case "CellColor": case "FontColor": {
      const color = parseColor(criteria.color ?? "") ?? "#000000";
      const isCell = criteria.filterOn === "CellColor";
      const look = element("dxf", {}, [isCell ? element("fill", {}, [element("patternFill", {}, [colorElement("fgColor", color), colorElement("bgColor", color)])]) : element("font", {}, [colorElement("color", color)])]);
      return element("colorFilter", { dxfId: numberOf(styles, styles.differential, look), cellColor: isCell ? undefined : 0 });
    }
    case "Icon": return null;
  }
}

function dateGroupElement({ date, specificity }: DateGroup): XmlElement {
  const [year, month, day] = date.split(/[-T/ ]/).map(Number);
  const grouping = specificity.toLowerCase();
  return element("dateGroupItem", { year, month: grouping === "year" ? undefined : month, day: grouping === "year" || grouping === "month" ? undefined : day, dateTimeGrouping: grouping });
}

function customElement(criterion: string): XmlElement {
  const { word, value } = splitCriterion(criterion);
  return element("customFilter", { operator: word === "equal" ? undefined : word, val: value });
}

/** ">=5" as "greaterThanOrEqual" and "5"; a bare value means equality. */
export function splitCriterion(criterion: string): { readonly word: string; readonly value: string } {
  const found = OPERATORS.find(([sign]) => criterion.startsWith(sign));
  return found ? { word: found[1], value: criterion.slice(found[0].length) } : { word: "equal", value: criterion };
}

/** "AllDatesInPeriodApril" is "M4", "AllDatesInPeriodQuarter2" is "Q2", "ThisMonth" is "thisMonth". */
function dynamicType(word: string): string {
  if (!word.startsWith(PERIOD)) return word.charAt(0).toLowerCase() + word.slice(1);
  const period = word.slice(PERIOD.length);
  return period.startsWith("Quarter") ? `Q${period.slice(7)}` : `M${MONTHS.indexOf(period) + 1}`;
}

function dynamicWord(type: string): string {
  if (/^M\d+$/.test(type)) return PERIOD + (MONTHS[Number(type.slice(1)) - 1] ?? "");
  if (/^Q\d$/.test(type)) return `${PERIOD}Quarter${type.slice(1)}`;
  return type.charAt(0).toUpperCase() + type.slice(1);
}
