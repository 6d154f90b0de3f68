/** The colours that 标记异常 gives the rates and statuses in the sheet, as edits: red and amber, beside the words that say the same. */

import type { Decimal } from "../domain/amounts/decimal";
import { lagBounds } from "../domain/execution/lag";
import type { ExecutionRow, Status, TableExecution } from "../domain/execution/result";
import type { SheetWords } from "../domain/execution/sheet-words";
import type { Thresholds } from "../domain/execution/status";
import { columnName, type CellRange } from "../workbook/address";
import { ruleFormula, type ColourRule } from "../workbook/colour-rules";
import type { Edit } from "../workbook/edits";
import { amountColumns } from "./amount-columns";
import type { PlannedTable } from "./plan";

/**
 * `fixed`: by the status that stands in the cell. `following`: by the amounts of the line, so that the colour follows when
 * they are edited; a rate and a status that the amounts do not bear out any more are struck through until they are computed again.
 */
export type ColourMode = "none" | "fixed" | "following";

/** Excel's own pairs for bad and neutral, legible on screen and in print. */
const RED = { fill: "#FFC7CE", font: "#9C0006", struck: false };
const AMBER = { fill: "#FFEB9C", font: "#9C5700", struck: false };
const OUTDATED = { fill: null, font: null, struck: true };

const RED_STATUSES: readonly Status[] = ["unbudgeted", "unspent", "far-behind"];
const AMBER_STATUSES: readonly Status[] = ["behind"];

/**
 * One edit for each block of cells that rates and statuses stand in; with `none` they take our colours away. Colours can
 * follow amounts where each rate divides two cells of its own row in one unit and nobody else's contents stand among ours;
 * elsewhere, and on lines whose amounts are no numbers, they follow the status.
 */
export function planColours(tables: readonly PlannedTable[], mode: ColourMode, thresholds: Thresholds, words: SheetWords): readonly Edit[] {
  return tables.flatMap((table) => {
    const { rate, status } = table;
    const blocks = blocksOf(rate.place.range, status.place.range);
    const rules = mode === "none" ? [] : rulesOf(table, mode, thresholds, words);
    return blocks.map((range): Edit => ({ kind: "colour-rules", sheetId: rate.place.sheetId, range, rules }));
  });
}

/** Side by side they are one block. */
function blocksOf(rate: CellRange, status: CellRange): CellRange[] {
  const isBeside = status.left === rate.right + 1 && status.top === rate.top && status.bottom === rate.bottom;
  return isBeside ? [{ ...rate, right: status.right }] : [rate, status];
}

function rulesOf({ execution, rate, status }: PlannedTable, mode: ColourMode, thresholds: Thresholds, words: SheetWords): ColourRule[] {
  const { top, left } = status.place.range;
  const said = cellOf(left, top);
  const says = (of: Status): string => saysStatus(said, of, execution, words);
  const red = [beginsWith(said, beginningOf((mark) => words.over(mark, null))), ...RED_STATUSES.map(says)].join(",");
  const amber = AMBER_STATUSES.map(says).join(",");
  const isAllOurs = rate.kept.length + status.kept.length === 0;
  const amounts = mode === "following" && isAllOurs ? amountCells(execution, top) : null;
  const byStatus = (condition: string): string => (amounts === null ? `OR(${condition})` : `NOT(${amounts.areNumbers}),OR(${condition})`);
  return [
    ...(amounts === null ? [] : [outdated(cellOf(rate.place.range.left, top), amounts), ...byAmounts(execution, amounts, thresholds)]),
    { formula: ruleFormula(byStatus(red)), ...RED },
    { formula: ruleFormula(byStatus(amber)), ...AMBER },
  ];
}

interface AmountCells {
  readonly budget: string;
  readonly expenditure: string;
  readonly areNumbers: string;
}

/** The two cells that a line's rate divides; null where they are not just two numbers of that line in one unit, a line is on another budget than its cell's, or one is no spending. */
function amountCells(execution: TableExecution, row: number): AmountCells | null {
  const columns = amountColumns(execution);
  if (!columns.ok || execution.rows.some(isOnItsOwn)) return null;
  const cells = { budget: cellOf(columns.budget, row), expenditure: cellOf(columns.expenditure, row) };
  return { ...cells, areNumbers: `COUNT(${cells.budget},${cells.expenditure})=2` };
}

function isOnItsOwn({ original, rate, isIncome }: ExecutionRow): boolean {
  return isIncome === true || original !== undefined || (!rate.ok && rate.why === "not-spending");
}

/** The rate that stands there is not that of the amounts: by more than half of its last digit, and what doubles leave. */
function outdated(rate: string, { budget, expenditure, areNumbers }: AmountCells): ColourRule {
  const differs = `IF(ISNUMBER(${rate}),ABS(${expenditure}/${budget}-${rate})>0.00005001,TRUE)`;
  return { formula: ruleFormula(`${areNumbers},IF(${budget}>0,${differs},ISNUMBER(${rate}))`), ...OUTDATED };
}

/** The statuses' rules again, as formulas (domain/execution/status.ts). */
function byAmounts({ cutOff }: TableExecution, { budget, expenditure, areNumbers }: AmountCells, { overPercent, lag, unspent, unbudgeted }: Thresholds): ColourRule[] {
  const bounds = lag === null ? null : lagBounds(lag, cutOff);
  const isBelow = (bound: Decimal): string => `AND(${expenditure}<>0,ROUND(${expenditure}/${budget},4)${bounds?.isInclusive === true ? "<=" : "<"}${bound.div(100).toFixed()})`;
  const red = [
    ...(overPercent === null ? [] : [overPercent === 100 ? `${expenditure}>${budget}` : `ROUND(${expenditure}*100-${budget}*${overPercent},4)>0`]),
    ...(unspent ? [`${expenditure}=0`] : []),
    ...(bounds === null ? [] : [isBelow(bounds.farBehind)]),
  ];
  const withBudget = red.length === 0 ? "FALSE" : `OR(${red.join(",")})`;
  const withoutBudget = unbudgeted ? `AND(${budget}=0,${expenditure}>0)` : "FALSE";
  return [
    { formula: ruleFormula(`${areNumbers},IF(${budget}>0,${withBudget},${withoutBudget})`), ...RED },
    ...(bounds === null ? [] : [{ formula: ruleFormula(`${areNumbers},IF(${budget}>0,${isBelow(bounds.behind)})`), ...AMBER }]),
  ];
}

/** A status by its word; in a table with lines on adjusted budgets also where words on that budget follow it. */
function saysStatus(said: string, status: Status, { rows }: TableExecution, words: SheetWords): string {
  const word = words.status(status);
  const same = `${said}=${quoted(word)}`;
  const isPlain = rows.every(({ original }) => original === undefined);
  return isPlain ? same : `${same},${beginsWith(said, beginningOf((mark) => words.onAdjusted(word, { adjusted: mark, original: mark, unit: null, rate: "" })))}`;
}

/** What words begin with, whatever the amount: 超支 83.33万元. */
function beginningOf(wordsWith: (amount: string) => string): string {
  const [before = ""] = wordsWith("\u0000").split("\u0000");
  return before;
}

function beginsWith(said: string, beginning: string): string {
  return `LEFT(${said},${beginning.length})=${quoted(beginning)}`;
}

/** "$F3": the column stays, the row follows. */
function cellOf(column: number, row: number): string {
  return `$${columnName(column)}${row + 1}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
