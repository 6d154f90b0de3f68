/** Which of the workbook's tables a summary takes what from. */

import { shareRows } from "../../../workbook/address";
import type { SheetSnapshot } from "../../../workbook/snapshot";
import { ZERO, type Decimal } from "../../amounts/decimal";
import type { Unit } from "../../amounts/unit";
import { formatCutOff } from "../../execution/cut-off";
import type { CutOff, TableExecution } from "../../execution/result";
import { nameKey } from "../../narrative/against-tables/names";
import { columnOf, isAmount, type BudgetRole, type BudgetTable, type Role } from "../../table";
import type { Known } from "../cells";
import type { SummaryInput } from "../input";
import { inUnit } from "./figures";
import { joinFunds } from "./funds";
import { withoutBesides } from "./besides";
import { joinExecutions } from "./joined-tables";
import { isSameTitle, latestTables, type EarlierTables } from "./dated";
import { tellClassColumns } from "./class-columns";
import { classTree } from "./classes";
import { isOfIndicators, joinIndicatorRows, joinIndicators } from "./indicators";
import { kindOfTable, withOwnCodes, type Part } from "./kinds";
import { readSource, summaryUnit, type SourceTable } from "./read";
import { organisationOf } from "./organisation";
import { joinParts, partOfTable } from "./spending-parts";
import { bodyLines, haveSameAmounts, totalOf } from "./totals";
import { WHOLE_ROLES, type WholeRole } from "./whole-roles";

export interface ExecutionSource {
  readonly execution: TableExecution;
  readonly source: SourceTable;
}

export interface Sources {
  readonly unit: Unit | null;
  /** All that can be read, in the workbook's order. */
  readonly tables: readonly SourceTable[];
  /** 年初预算 and 调整后预算 of the whole organisation, by functional class; may be one table. */
  readonly original: SourceTable | null;
  readonly adjusted: SourceTable | null;
  /** 部门整体支出, line by line. */
  readonly whole: ExecutionSource | null;
  /** Where nothing of the whole was computed: the table that tells the most expenditure, line by line. */
  readonly spentOnly: SourceTable | null;
  /** Projects of each table that has any, and the computed ones among them. A table of the whole may have them under its 项目支出. */
  readonly projects: readonly SourceTable[];
  readonly projectExecutions: readonly ExecutionSource[];
  /** 重点投入: a table of expenditures with their shares, as somebody chose them. */
  readonly keyInvestment: SourceTable | null;
  /** Tables with amounts of no known unit beside others whose unit is known. */
  readonly leftOut: readonly SourceTable[];
  /** Tables whose lines are measures, which are used for nothing. */
  readonly measures: readonly BudgetTable[];
  /** Of tables of several dates those that another counts instead of. */
  readonly earlier: readonly EarlierTables[];
  /** What is counted is up to this day; null where that is not known, or not one. */
  readonly cutOff: CutOff | null;
  /** Tables of single funds, or of 基本支出 and 项目支出, that together are the whole; empty where a table tells it. */
  readonly joined: readonly SourceTable[];
  /** Where a table of 基本支出 or 项目支出 is the most that is told: that table and the part that it is without. */
  readonly partOnly: { readonly table: BudgetTable; readonly without: Part } | null;
  /** Of the form of the whole, but not counted in it, for nothing proves that they are, or are not, part of it. */
  readonly beside: readonly SourceTable[];
}

export function chooseSources({ tables, executions, snapshot, cutOff, thresholds }: Pick<SummaryInput, "tables" | "executions" | "snapshot" | "cutOff" | "thresholds">): Sources {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.id, sheet]));
  const known = new Set(tables.map(({ id }) => id));
  // Tables made of selected ranges are among the executions only.
  const all = tellClassColumns([...tables.filter((table) => !hasNoAmounts(table)), ...executions.flatMap(({ table }) => (known.has(table.id) ? [] : [table]))], sheets);
  const unit = summaryUnit(all);
  const read = all.flatMap((table): SourceTable[] => {
    const sheet: SheetSnapshot | undefined = sheets.get(table.sheetId);
    if (sheet === undefined) return [];
    const source = readSource(table, sheet, unit);
    return [kindOfTable(source, isOfIndicators(table)).isOfWhole ? withoutBesides(source) : source];
  });
  const leftOut = read.filter(({ lines, table }) => unit !== null && table.unit === null && table.columns.some(({ unit: own }) => own === null) && lines.every(({ figures }) => Object.keys(figures).length === 0));
  const { counted, earlier } = latestTables(read, cutOff);
  const kinds = new Map(counted.map((source) => { const kind = withOwnCodes(kindOfTable(source, isOfIndicators(source.table))); return [source, { ...kind, projects: kind.projects === null ? null : joinIndicators(kind.projects) }] as const; }));
  const lists = counted.flatMap((source) => (kinds.get(source)?.isOfWhole === false ? (kinds.get(source)?.projects ?? []) : []));
  const projectsIn = (source: SourceTable): SourceTable | null => {
    const { projects = null, isOfWhole = true } = kinds.get(source) ?? {};
    return projects !== null && isOfWhole && lists.some((list) => isDividedBy(list, projects)) ? null : projects;
  };
  const projects = counted.flatMap((source) => projectsIn(source) ?? []);
  const tracked = largest(projects, ["original-budget", "adjusted-budget"]);
  const trackedTotal = tracked === null ? null : totalOf(tracked, "original-budget") ?? totalOf(tracked, "adjusted-budget");
  // A table of shares with the projects' own total only sorts the projects by something else.
  const isOfProjects = (source: SourceTable): boolean => has(source, "share") && trackedTotal !== null
    && (["original-budget", "adjusted-budget"] as const).some((role) => totalOf(source, role)?.value.eq(trackedTotal.value) === true);
  const ofWhole = counted.filter((source) => kinds.get(source)?.isOfWhole === true && !isOfProjects(source));
  const computed = executions.flatMap((execution): ExecutionSource[] => {
    const source = counted.find(({ table }) => table.id === execution.table.id);
    return source === undefined ? [] : [{ execution, source }];
  });
  const amounts = ofWhole.filter((source) => !has(source, "share"));
  const together = joinFunds(amounts) ?? joinParts(counted.filter((source) => amounts.includes(source) || kinds.get(source)?.projects?.table === source.table), amounts);
  const classes = together === null ? ofWhole : [together.joined, ...ofWhole.filter((source) => !together.members.includes(source))];
  const joined = together === null ? null : joinExecutions(together, computed, thresholds);
  const whole = [...(joined === null ? [] : [joined]), ...computed].filter(({ source }) => classes.includes(source)).reduce<ExecutionSource | null>((best, one) => (best === null || budgetOf(one, unit).gt(budgetOf(best, unit)) ? one : best), null);
  const original = largest(classes, ["original-budget"]);
  const spentOnly = whole === null ? largest(classes.filter((source) => !has(source, "share") && !projects.some((list) => isSame(list, source, "expenditure"))), ["expenditure"]) : null;
  return {
    joined: together?.members ?? [], partOnly: together === null ? onlyPart(whole?.source ?? original ?? spentOnly) : null, beside: whole === null ? [] : computed.flatMap(({ source }) => (classes.includes(source) && source !== whole.source && isBeside(source, whole.source) ? [source] : [])),
    unit, tables: read, projects, leftOut, whole, earlier,
    cutOff: cutOff ?? (earlier.length > 0 ? agreed(computed.map(({ execution }) => execution.cutOff)) : null),
    measures: tables.filter(({ doubts }) => doubts.some(({ code }) => code === "doubt-lines-are-measures")),
    spentOnly, original,
    // What a table prints counts before what another's changes come to.
    adjusted: largest(classes.filter((source) => has(source, "adjusted-budget")), ["adjusted-budget"]) ?? largest(classes, ["adjusted-budget"]),
    projectExecutions: computed.flatMap(({ execution, source }): ExecutionSource[] => {
      const own = projectsIn(source);
      return own === null ? [] : [{ execution: joinIndicatorRows(execution, source, thresholds), source: own }];
    }),
    keyInvestment: classes.find((source) => has(source, "share") && has(source, "expenditure") && source !== whole?.source && !computed.some((one) => one.source === source)) ?? null,
  };
}

/** 运转类项目 and 特定目标类项目 below 项目支出 of the whole come to what a list of projects comes to: they sort its projects, and are none besides. */
function isDividedBy(list: SourceTable, projects: SourceTable): boolean {
  const names = new Set(bodyLines(list).map(({ name }) => nameKey(name)));
  return WHOLE_ROLES.some((role) => isSame(list, projects, role)) && !bodyLines(projects).some(({ name }) => names.has(nameKey(name)));
}

function isSame(a: SourceTable, b: SourceTable, role: WholeRole): boolean {
  return totalOf(a, role)?.value.eq(totalOf(b, role)?.value ?? ZERO) === true;
}

function onlyPart(source: SourceTable | null): Sources["partOnly"] {
  const part = source === null ? null : partOfTable(source);
  return source === null || part === null ? null : { table: source.table, without: part === "basic" ? "project" : "basic" };
}

/** With the same columns as the whole, and either side by side with it, or of another organisation by its title or the lines around it, or with classes of function that it does not have, or, on another sheet, with the very title: of another unit. */
function isBeside(source: SourceTable, whole: SourceTable): boolean {
  if (!haveSameAmounts(source, whole) || WHOLE_ROLES.some((role) => has(source, role) && totalOf(source, role)?.value.eq(totalOf(whole, role)?.value ?? ZERO) === true)) return false;
  if (source.table.sheetId === whole.table.sheetId && shareRows(source.table.range, whole.table.range)) return true;
  if (source.table.sheetId !== whole.table.sheetId && source.table.title !== null && whole.table.title !== null && isSameTitle(source.table, whole.table)) return true;
  const [ownName, nameOfWhole] = [source, whole].map(({ table }) => organisationOf([table]));
  if (ownName !== "" && nameOfWhole !== "" && ownName !== nameOfWhole) return true;
  const known = new Set(classesOf(whole));
  const own = classesOf(source);
  return known.size > 0 && own.length > 0 && own.some((code) => !known.has(code));
}

/** The classes (类) of its lines. */
function classesOf(source: SourceTable): readonly string[] {
  return classTree([bodyLines(source)], null).flatMap(({ code, level }) => (level === 0 && code !== "" ? [code] : []));
}

function agreed(cutOffs: readonly (CutOff | null)[]): CutOff | null {
  const known = cutOffs.filter((one) => one !== null);
  return new Set(known.map(formatCutOff)).size === 1 ? (known[0] ?? null) : null;
}

/** Whether any table tells of the unit as a whole, rather than of its projects. */
export function tellWhole(sources: Sources): boolean {
  return tablesOfWhole(sources).length > 0;
}

export function tablesOfWhole({ original, adjusted, whole, spentOnly }: Pick<Sources, "original" | "adjusted" | "whole" | "spentOnly">): readonly SourceTable[] {
  return [original, adjusted, whole?.source ?? null, spentOnly].filter((source) => source !== null);
}

/** Nothing can be taken from it, not even names. */
function hasNoAmounts({ columns }: BudgetTable): boolean {
  return !columns.some(isAmount);
}

/** In the unit of all tables: 2,200,000 元 are less than 6,700 万元. */
function budgetOf({ execution }: ExecutionSource, unit: Unit | null): Decimal {
  return inUnit(execution.total?.budget ?? execution.sum.budget, execution, unit) ?? ZERO;
}

function has({ table }: SourceTable, role: Role): boolean {
  return columnOf(table, role) !== null;
}

/** By its total; of equal ones the one that divides its lines into 基本支出 and 项目支出, then the first. */
function largest(sources: readonly SourceTable[], roles: readonly (BudgetRole | "expenditure")[]): SourceTable | null {
  let best: { readonly source: SourceTable; readonly total: Known } | null = null;
  for (const source of sources) {
    const total = roles.map((role) => totalOf(source, role)).find((found) => found !== null) ?? null;
    if (total === null) continue;
    const order = best === null ? 1 : total.value.cmp(best.total.value);
    if (best === null || order > 0 || (order === 0 && has(source, "project") && !has(best.source, "project"))) best = { source, total };
  }
  return best?.source ?? null;
}
