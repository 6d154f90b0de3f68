/** The other way round: the report's sentences, written from the tables. */

import { ZERO, type Decimal } from "../domain/amounts/decimal";
import { convert, type Unit } from "../domain/amounts/unit";
import type { CutOff, ExecutionRow, TableExecution } from "../domain/execution/result";
import { MOST_LINES, type KnownTable } from "../domain/narrative/against-tables/known";
import { knownTables } from "../domain/narrative/against-tables/read-known";
import { readClaims } from "../domain/narrative/claims";
import { writeAdjustment, writeApproval, writeLine, writeOverall, writeProject, writeShare, writeSum } from "../domain/narrative/write-sentences";
import { normaliseName } from "../domain/recognise/normalise";
import type { Snapshot } from "../workbook/snapshot";
import type { WorkbookExecution } from "./compute";
import { withoutWritten } from "./written";

/**
 * A paragraph a table, in the order of the sheets, ready to paste: the approved budget with its halves, what changed it,
 * shares of the whole expenditure, and line by line what was spent of which budget at what rate. "" where no table has
 * figures with a unit. A table that tells in another unit what one before it tells is left out. Everything said follows
 * from the tables' amounts; rates are recomputed, whatever the tables print.
 */
export function sentencesOf(snapshot: Snapshot, execution: WorkbookExecution): string {
  const { tables, executions, earlier, cutOff } = execution;
  const known = knownTables(withoutWritten(snapshot, earlier), tables, readClaims(""));
  const computed = new Map(executions.map((one) => [one.table.id, one]));
  const whole = executions.map((one) => wholeOf(one, cutOff)).find((found) => found !== null) ?? null;
  const said = new Set<string>();
  return known.flatMap((table) => {
    const own = computed.get(table.id);
    if (own !== undefined && isTwin(own, said)) return [];
    const lines = own === undefined ? [...approval(table), ...adjustments(table), ...share(table, whole)] : [...adjustments(table), ...executionText(own, cutOff)];
    return lines.length === 0 ? [] : [lines.join("\n")];
  }).join("\n\n");
}

/** Whether everything it says of its lines is said already, in this or another unit. */
function isTwin(execution: TableExecution, said: Set<string>): boolean {
  const { unit, basis } = execution;
  if (unit === null) return false;
  const keys = linesOf(execution).map(({ name, budget, expenditure }) => [normaliseName(name), basis, convert(budget, unit, "元").toFixed(), convert(expenditure, unit, "元").toFixed()].join("\n"));
  const isSaid = keys.length > 0 && keys.every((key) => said.has(key));
  for (const key of keys) said.add(key);
  return isSaid;
}

interface Figures {
  readonly budget: Decimal;
  readonly expenditure: Decimal;
}

interface Whole extends Figures {
  readonly unit: Unit;
  readonly cutOff: CutOff;
}

/** Of the whole year and the adjusted budget, as 部门整体支出 is told. */
function wholeOf(execution: TableExecution, otherwise: CutOff | null): Whole | null {
  const { unit, basis } = execution;
  const cutOff = execution.cutOff ?? otherwise;
  if (unit === null || basis !== "adjusted" || cutOff === null || !isYearEnd(cutOff)) return null;
  const total = totalOf(execution);
  return total === null ? null : { ...total, unit, cutOff };
}

function isYearEnd({ month, day }: CutOff): boolean {
  return month === 12 && day === 31;
}

/** As the table prints its total; else the sum of its lines, null where not all can be read. Its own budget in either case, as of lines. */
function totalOf({ total, sum }: TableExecution): Figures | null {
  const { budget, expenditure, original } = total !== null && total.budget !== null && total.expenditure !== null ? total : sum;
  return budget === null || expenditure === null ? null : { budget: original?.budget ?? budget, expenditure };
}

interface Line extends Figures {
  readonly name: string;
  /** What the budget was changed by afterwards, as a text told and a person confirmed; null for nothing. */
  readonly change: Decimal | null;
}

/** The table's own budgets; changes are told beside them, as the report does. */
function linesOf({ rows }: TableExecution): Line[] {
  return rows.flatMap(({ kind, name, budget, expenditure, original }: ExecutionRow): Line[] => {
    if (kind !== "body" || name === "" || budget === null || expenditure === null) return [];
    return [{ name, expenditure, budget: original?.budget ?? budget, change: original === undefined ? null : budget.minus(original.budget) }];
  });
}

/** Nobody tells a long table line by line: of one only the whole is told. */
function executionText(execution: TableExecution, otherwise: CutOff | null): readonly string[] {
  const { unit, basis } = execution;
  if (unit === null) return [];
  const all = linesOf(execution);
  const lines = all.length > MOST_LINES ? [] : all;
  const whole = wholeOf(execution, otherwise);
  if (whole !== null) {
    const head = writeOverall({ ...whole, name: "部门整体", hasLines: lines.length > 0 && addUp(lines, whole) });
    return [head, ...lines.map((line) => writeLine({ ...line, unit }))];
  }
  const cutOff = execution.cutOff ?? otherwise;
  const sum = totalOf(execution);
  const head = sum !== null && lines.length > 1 && addUp(lines, sum) ? [writeSum({ ...sum, basis: `${basis}-budget`, unit, cutOff })] : [];
  return [...head, ...lines.map(({ change, ...line }, at) => {
    const changes = change === null ? [] : [{ change, unit, month: null }];
    return writeProject({ ...line, number: at + 1, basis: `${basis}-budget`, unit, cutOff, changes, goal: "", cause: "" });
  })];
}

/** 详细情况如下 promises that the lines make up the whole; where the table itself does not add up, it is not said. */
function addUp(lines: readonly Line[], { budget, expenditure }: Figures): boolean {
  const sum = (of: (line: Line) => Decimal): Decimal => lines.reduce((total, line) => total.plus(of(line)), ZERO);
  return sum((line) => line.budget).eq(budget) && sum((line) => line.expenditure).eq(expenditure);
}

function approval({ total, unit }: KnownTable): string[] {
  const { "original-budget": whole, basic, project } = total?.figures ?? {};
  if (unit === null || whole === undefined || basic === undefined || project === undefined || !basic.value.plus(project.value).eq(whole.value)) return [];
  return [writeApproval({ name: "", total: whole.value, parts: { basic: basic.value, project: project.value }, unit })];
}

/** The changes in the table's total row, where they lead from its original to its adjusted budget. */
function adjustments({ total, unit }: KnownTable): string[] {
  const { "original-budget": original, increase, decrease, "quota-change": quota, "adjusted-budget": adjusted } = total?.figures ?? {};
  if (unit === null || original === undefined || adjusted === undefined || quota?.value.isNegative() === true) return [];
  const [up, down, byQuota] = [increase, decrease, quota].map((figure) => (figure === undefined || figure.value.isZero() ? null : figure.value.abs()));
  const [plus, minus, more] = [up ?? ZERO, down ?? ZERO, byQuota ?? ZERO];
  const isChanged = !(plus.isZero() && minus.isZero() && more.isZero());
  if (!isChanged || !original.value.plus(plus).minus(minus).plus(more).eq(adjusted.value)) return [];
  return [writeAdjustment({ name: "", original: original.value, increase: up ?? null, decrease: down ?? null, quotaIncrease: byQuota ?? null, adjusted: adjusted.value, unit })];
}

/** A table of shares that are of the whole expenditure, as its printed total share tells. */
function share({ names: [name = ""], total, unit }: KnownTable, whole: Whole | null): string[] {
  const printed = total?.figures.share?.value;
  const part = total?.figures.expenditure?.value;
  if (whole === null || printed === undefined || part === undefined || unit !== whole.unit || whole.expenditure.lte(0)) return [];
  if (!part.div(whole.expenditure).times(100).minus(printed).abs().lt(SHARE_ROUNDING)) return [];
  return [writeShare({ name, part, year: whole.cutOff.year, whole: whole.expenditure, unit })];
}

/** Shares are printed with two decimals; one more hundredth for those that were added up. */
const SHARE_ROUNDING = 0.015;
