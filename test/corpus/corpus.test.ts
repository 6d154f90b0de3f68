/**
 * Every layout × wording × hazard, with units and their places in turn: some thousand workbooks whose tables are
 * known beforehand, nearly half of them in every run. A wrong role, range, kind of line or amount is a failure; a role that recognition offers for
 * confirmation, or a unit, is none, and is counted.
 */

import { UNITS, type Unit } from "../../src/domain/amounts/unit";
import type { BudgetTable } from "../../src/domain/table";
import { computeWorkbook, DEFAULT_OPTIONS, type WorkbookExecution } from "../../src/pipeline/compute";
import { formatRange } from "../../src/workbook/address";
import type { SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { IS_NIGHTLY } from "../support/nightly";
import { snapshotOf } from "../support/snapshots";
import { HAZARDS, type Hazard } from "./hazards";
import { LAYOUTS, type Layout, type Setting, type UnitPlace } from "./layouts";
import { sheetWith, type ExpectedTable, type PlannedLine } from "./table";
import { WORDS } from "./words";

interface Case {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly expected: readonly ExpectedTable[];
}

const ALL_UNITS = Object.keys(UNITS) as Unit[];
const PLACES: readonly UnitPlace[] = ["note", "header", "title", "nowhere"];

/** Units and their places come in turn, so that each meets every layout, wording and hazard. */
function settingOf(seed: number, words: Setting["words"]): Setting {
  return { words, unit: ALL_UNITS[seed % 4] ?? "元", unitPlace: PLACES[Math.floor(seed / 4 + seed / 16) % 4] ?? "note", seed };
}

function caseOf(layout: Layout, hazard: Hazard, setting: Setting): Case {
  const plain = layout.build(setting);
  const table = hazard.table?.(plain, setting.words) ?? plain;
  const { sheet, expected } = sheetWith("表", [{ table, ...(hazard.at ?? { row: setting.seed % 3, column: setting.seed % 2 }) }]);
  return { name: `${layout.name} × ${setting.words.name} × ${setting.unitPlace} ${setting.unit} × ${hazard.name}`, snapshot: snapshotOf(hazard.sheet?.(sheet) ?? sheet), expected };
}

const all = LAYOUTS.flatMap((layout, l) => WORDS.flatMap((words, w) => HAZARDS.map((hazard, h) => ({ layout, hazard, setting: settingOf(l * 31 + w * 7 + h, words) }))));
/** Three of seven in every run, so that each layout meets each hazard and each wording; all in the nightly one. */
const single = all.filter((_, at) => IS_NIGHTLY || at % 7 < 3).map(({ layout, hazard, setting }) => caseOf(layout, hazard, setting));

/** Two tables on one sheet, one under another or side by side. */
const pairs = LAYOUTS.flatMap((layout, l) => WORDS.flatMap((words, w) => (["below", "beside"] as const).map((where): Case => {
  const upper = layout.build(settingOf(l + w, words));
  const other = (LAYOUTS[(l + 5) % LAYOUTS.length] ?? layout).build(settingOf(l * 3 + w + 50, words));
  const at = where === "below" ? { row: upper.lines.length + 9, column: 0 } : { row: 0, column: upper.columns.length + 2 };
  // A unit noted over the upper table holds for the lower, which says none.
  const lower = where === "below" && other.unit === null && upper.unitNote !== null ? { ...other, unit: upper.unit } : other;
  const { sheet, expected } = sheetWith("表", [{ table: upper, row: 0, column: 0 }, { table: lower, ...at }]);
  return { name: `${layout.name} with a table ${where} × ${words.name}`, snapshot: snapshotOf(sheet), expected };
})));

const plain = (LAYOUTS[0] as Layout).build({ words: WORDS[0] as Setting["words"], unit: "万元", unitPlace: "note", seed: 16 });

function far(name: string, stray: { readonly row: number; readonly column: number }): Case {
  const { sheet, expected } = sheetWith("表", [{ table: plain, row: 0, column: 0 }]);
  return { name, snapshot: snapshotOf(withStray(sheet, stray.row, stray.column)), expected };
}

/** One more text in a far cell, so that the used range reaches there. Blank rows are one and the same. */
function withStray(sheet: SheetSnapshot, row: number, column: number): SheetSnapshot {
  const width = Math.max(column + 1, sheet.values[0]?.length ?? 0);
  const blank = new Array<string>(width).fill("");
  const general = new Array<string>(width).fill("General");
  const values = Array.from({ length: Math.max(row + 1, sheet.values.length) }, (_, r) => {
    const own = sheet.values[r];
    if (own === undefined && r !== row) return blank;
    const line = blank.map((nothing, c) => own?.[c] ?? nothing);
    if (r === row) line[column] = "备查";
    return line;
  });
  return { ...sheet, values, formulas: values, numberFormats: values.map(() => general) };
}

function manySheets(): Case {
  const sheets = Array.from({ length: 300 }, (_, at) => sheetWith(`第${String(at + 1)}页`, [{ table: (LAYOUTS[at % LAYOUTS.length] as Layout).build(settingOf(at, WORDS[at % WORDS.length] as Setting["words"])), row: 0, column: 0 }]));
  return { name: "300 sheets", snapshot: snapshotOf(...sheets.map(({ sheet }) => sheet)), expected: sheets.flatMap(({ expected }) => expected) };
}

const SPECIAL: Readonly<Record<string, () => Case>> = {
  "16,384 columns": () => far("wide", { row: 3, column: 16_383 }),
  "1,048,576 rows, sparse": () => far("long", { row: 1_048_575, column: 2 }),
  "300 sheets": manySheets,
};

/** What is wrong, in words; and how many roles are left for a person to confirm. */
function judge(expected: ExpectedTable, tables: readonly BudgetTable[], computed: WorkbookExecution): { readonly wrong: readonly string[]; readonly unsure: number } {
  const table = tables.find(({ sheetName, range }) => sheetName === expected.sheet && range.left === expected.range.left && range.top === expected.range.top);
  if (table === undefined) return { wrong: [`no table at ${formatRange(expected.range)}, but ${tables.map(({ range }) => formatRange(range)).join(" ")}`], unsure: 0 };
  const wrong: string[] = [];
  let unsure = 0;
  if (formatRange(table.range) !== formatRange(expected.range)) wrong.push(`range ${formatRange(table.range)}, not ${formatRange(expected.range)}`);
  if (table.unit !== expected.unit && table.doubts.includes(table.unitReason)) unsure += 1;
  else if (table.unit !== expected.unit) wrong.push(`unit ${String(table.unit)}, not ${String(expected.unit)} (${table.unitReason.code})`);
  if ((table.title?.text ?? null) !== expected.title) wrong.push(`title ${String(table.title?.text)}`);
  table.columns.forEach(({ role, confidence, header }, at) => {
    if (role === (expected.roles[at] ?? null)) return;
    if (role === null || confidence === "likely") unsure += 1;
    else wrong.push(`role ${role} of ${header.join(" ")}, not ${String(expected.roles[at])}`);
  });
  const lines = table.rows.map(({ kind, name }) => `${kind} ${name}`).join("\n");
  const planned = expected.rows.map(({ kind, name }) => `${kind} ${name.trim()}`).join("\n");
  if (lines !== planned) wrong.push(`lines\n${lines}\nnot\n${planned}`);
  return { wrong: [...wrong, ...(expected.isComputed && unsure === 0 && wrong.length === 0 ? wrongMoney(table, expected.rows, computed) : [])], unsure };
}

function wrongMoney(table: BudgetTable, planned: readonly PlannedLine[], { executions }: WorkbookExecution): string[] {
  const execution = executions.find((one) => one.table.id === table.id);
  if (execution === undefined) return ["not computed"];
  const text = (cents: number | null): string => (cents === null ? "-" : String(cents / 100));
  return execution.rows.flatMap(({ budget, expenditure, kind }, i) => {
    const line = planned[i];
    if (kind === "group" || line === undefined) return [];
    const [found, meant] = [`${budget?.toFixed() ?? "-"} ${expenditure?.toFixed() ?? "-"}`, `${text(line.budget)} ${text(line.expenditure)}`];
    return found === meant ? [] : [`${line.name}: ${found}, not ${meant}`];
  });
}

function failuresOf({ name, snapshot, expected }: Case): { readonly failures: readonly string[]; readonly unsure: number } {
  const computed = computeWorkbook(snapshot, DEFAULT_OPTIONS);
  const judged = expected.map((table) => judge(table, computed.tables, computed));
  const more = computed.tables.length === expected.length ? [] : [`${String(computed.tables.length)} tables, not ${String(expected.length)}`];
  return { failures: [...more, ...judged.flatMap(({ wrong }) => wrong)].map((text) => `${name}: ${text}`), unsure: judged.reduce((sum, { unsure }) => sum + unsure, 0) };
}

test.each([["layouts × wordings × hazards", single], ["two tables on a sheet", pairs]] as const)("%s: recognised of all", (_, tried) => {
  const results = tried.map(failuresOf);
  const failures = results.flatMap(({ failures: own }) => own.slice(0, 1));
  const unsure = results.filter((result) => result.unsure > 0).length;
  // The message of a failure is the report: what was recognised of all, and how many wait for a person.
  expect({ recognised: tried.length - failures.length, of: tried.length, unsure, failures: failures.slice(0, 12) }).toEqual({ recognised: tried.length, of: tried.length, unsure, failures: [] });
});

test.each(Object.entries(SPECIAL))("%s", (_, build) => {
  expect(failuresOf(build())).toEqual({ failures: [], unsure: 0 });
});
