/**
 * The summary for machines: a Fiscal Data Package (https://fiscal.datapackage.org, version 1). One record a line and phase,
 * so that budgets of several years and units can be put below each other.
 */

import type { Decimal } from "../../../domain/amounts/decimal";
import type { Basis } from "../../../domain/execution/result";
import { UNITS } from "../../../domain/amounts/unit";
import { CLASS_LEVELS } from "../../../domain/functional-class/dictionary";
import type { SummaryRow, TableBlock } from "../../../domain/summary/model";
import type { Collected } from "../collect";
import { cellIn, figureOf, leavesOf, tableIn, tellingRows, wordsOf } from "../summary-figures";
import { csvFile, type CsvValue } from "./csv";
import { fiscalModel } from "./model";

export interface PackageFile {
  readonly name: string;
  readonly text: string;
}

/** `datapackage.json`, and a table each for the functional classes and for the projects, as far as the workbook has them. */
export function dataPackage(collected: Collected): readonly PackageFile[] {
  const tables = [budgetTable(collected), projectTable(collected)].filter(({ records }) => records.length > 0);
  return [
    { name: "datapackage.json", text: `${JSON.stringify(descriptor(collected, tables), null, 2)}\n` },
    ...tables.map(({ name, fields, records }) => ({ name: `${name}.csv`, text: csvFile(fields.map((field) => field.name), records) })),
  ];
}

interface Field {
  readonly name: string;
  readonly title: string;
  readonly type: "string" | "number" | "integer" | "date";
  readonly columnType?: string;
}

interface PackageTable {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly records: readonly (readonly CsvValue[])[];
}

/** approved: 年初预算 · adjusted: 调整后预算, confirmed changes of a text among them · executed: 支出. */
type Phase = "approved" | "adjusted" | "executed";

const BASE: readonly Field[] = [
  { name: "year", title: "年度", type: "integer", columnType: "date:fiscal-year" },
  { name: "cut_off", title: "截止日期", type: "date" },
  { name: "organisation", title: "单位", type: "string", columnType: "administrative-classification:generic:level1:label" },
];

const LEVELS = [1, 2, 3] as const;
const CLASS_TITLES = { 1: "类", 2: "款", 3: "项" } as const;

const CLASSES: readonly Field[] = LEVELS.flatMap((level): Field[] => [
  { name: `class_${level}_code`, title: `${CLASS_TITLES[level]}代码`, type: "string", columnType: `functional-classification:generic:level${level}:code` },
  { name: `class_${level}`, title: CLASS_TITLES[level], type: "string", columnType: `functional-classification:generic:level${level}:label` },
]);

const AMOUNT: readonly Field[] = [
  { name: "phase", title: "阶段", type: "string", columnType: "phase:id" },
  { name: "amount", title: "金额", type: "number", columnType: "value" },
  { name: "unit", title: "单位", type: "string" },
];

/** 基本支出 or 项目支出; none where it is not known of the line, or it is of both. */
const PART: Field = { name: "part", title: "支出性质", type: "string" };
const PARTS = { basic: "基本支出", project: "项目支出" } as const;

/** A column of a table, and the phase that its amounts are of. */
interface PhaseColumn {
  readonly phase: Phase;
  readonly column: string;
}

const PHASES: Readonly<Record<Basis, Phase>> = { original: "approved", adjusted: "adjusted" };

/** Budgets as the tables of budgets tell them, else as the table of execution does. */
function budgetTable(collected: Collected): PackageTable {
  const { summary } = collected;
  const [budget, execution] = [tableIn(summary, "budget"), tableIn(summary, "execution")];
  const told = budget === null ? [] : phasesOf(budget);
  const besides = execution === null ? [] : phasesOf(execution).filter(({ phase }) => told.every((one) => one.phase !== phase));
  const records = [...(budget === null ? [] : classRecords(budget, told, collected)), ...(execution === null ? [] : classRecords(execution, besides, collected))];
  return { name: "budget", title: "按功能分类", fields: [...BASE, ...CLASSES, PART, ...AMOUNT], records };
}

function phasesOf(table: TableBlock): readonly PhaseColumn[] {
  return table.columns.flatMap(({ key, kind, basis }): PhaseColumn[] => {
    const phase = kind !== "amount" ? undefined : key === "spent" ? "executed" : basis === undefined ? undefined : PHASES[basis];
    return phase === undefined || tellingRows(table, key).length === 0 ? [] : [{ phase, column: key }];
  });
}

/** Of each phase the lines that tell it: a class that is divided in one table may be a line of its own in another. */
function classRecords(table: TableBlock, phases: readonly PhaseColumn[], collected: Collected): CsvValue[][] {
  const telling = phases.map(({ phase, column }) => ({ phase, column, rows: new Set(tellingRows(table, column)) }));
  const above: SummaryRow[] = [];
  return table.rows.flatMap((row) => {
    above.length = row.level;
    above[row.level] = row;
    const classes = classCells(table, [...above]);
    return telling.flatMap(({ phase, column, rows }) => (rows.has(row) ? partsOf(table, row, column).flatMap(({ part, amount }) => amountRecord(phase, amount, [...classes, text(part)], collected)) : []));
  });
}

/** The line's amount by 基本支出 and 项目支出 where these make it up; else as a whole, with the part that the line itself is of. */
function partsOf(table: TableBlock, row: SummaryRow, column: string): readonly { readonly part: string; readonly amount: Decimal | null }[] {
  const whole = figureOf(cellIn(table, row, column));
  const parts = (["basic", "project"] as const).flatMap((part) => {
    const amount = figureOf(cellIn(table, row, `${column}-${part}`));
    return amount === null ? [] : [{ part: PARTS[part], amount }];
  });
  const [first, second] = parts;
  if (whole !== null && first !== undefined && first.amount.plus(second?.amount ?? 0).eq(whole)) return parts;
  return [{ part: row.spendingPart === undefined ? "" : PARTS[row.spendingPart], amount: whole }];
}

/** Code and name of 类, 款 and 项, as far as the line goes down; its code names those above it. */
function classCells(table: TableBlock, path: readonly (SummaryRow | undefined)[]): CsvValue[] {
  const codeIn = (row: SummaryRow | undefined): string => (row === undefined ? "" : wordsOf(cellIn(table, row, "code")));
  // A line without a code below a class is of that class.
  const to = path.findLastIndex((row) => codeIn(row) !== "");
  const own = path[to] ?? path.at(-1);
  const code = codeIn(own);
  const depth = code === "" ? path.length : Math.max(1, CLASS_LEVELS.findIndex((length) => length >= code.length) + 1);
  return LEVELS.flatMap((level, i) => {
    const line = level === depth ? own : level < depth ? path.slice(0, -1)[i] : undefined;
    return [text(level <= depth ? code.slice(0, CLASS_LEVELS[i]) : ""), text(line === undefined ? "" : wordsOf(cellIn(table, line, "name")))];
  });
}

function projectTable(collected: Collected): PackageTable {
  const table = tableIn(collected.summary, "projects");
  const fields: readonly Field[] = [
    ...BASE,
    { name: "project_code", title: "项目代码", type: "string", columnType: "activity:generic:project:code" },
    { name: "project", title: "项目", type: "string", columnType: "activity:generic:project:label" },
    { name: "project_unit", title: "项目单位", type: "string", columnType: "administrative-classification:generic:level2:label" },
    { name: "class_code", title: "功能分类代码", type: "string" },
    { name: "class", title: "功能分类", type: "string" },
    ...AMOUNT,
  ];
  if (table === null) return { name: "projects", title: "项目", fields, records: [] };
  const phases = phasesOf(table);
  const records = leavesOf(table).flatMap((row) => {
    const cells = ["code", "name", "unit", "class-code", "class"].map((column) => text(wordsOf(cellIn(table, row, column))));
    return phases.flatMap(({ phase, column }) => amountRecord(phase, figureOf(cellIn(table, row, column)), cells, collected));
  });
  return { name: "projects", title: "项目", fields, records };
}

/** None where the amount is not known: an unknown amount is not zero. */
function amountRecord(phase: Phase, amount: Decimal | null, cells: readonly CsvValue[], { facts }: Collected): CsvValue[][] {
  if (amount === null) return [];
  const year: CsvValue = facts.year === null ? { kind: "none" } : { kind: "number", digits: String(facts.year) };
  return [[year, text(facts.cutOff ?? ""), text(facts.organisation), ...cells, text(phase), { kind: "number", digits: amount.toFixed() }, text(facts.unit)]];
}

function text(value: string): CsvValue {
  return value === "" ? { kind: "none" } : { kind: "text", text: value };
}

const BASES: Readonly<Record<Basis, string>> = { original: "年初预算", adjusted: "调整后预算" };

function descriptor({ facts, summary }: Collected, tables: readonly PackageTable[]): object {
  const factor = Object.entries(UNITS).find(([unit]) => unit === facts.unit)?.[1] ?? null;
  const measure = { currency: "CNY", ...(factor === null ? {} : { factor }) };
  return {
    // A Fiscal Data Package is a Tabular Data Package by its profile, and says more in `model` and the columns' types.
    profile: "tabular-data-package",
    name: ["budget-execution", ...(facts.year === null ? [] : [String(facts.year)])].join("-"),
    title: [facts.organisation, ...(facts.year === null ? [] : [`${facts.year}年`]), facts.projects === undefined ? "预算执行" : "跟踪项目预算执行"].join(""),
    description: [...(facts.projects === undefined ? [] : ["范围：仅跟踪项目，单位整体的数不明"]), summary.facts.hasNoBudget === true ? "基准：没有预算数" : `基准：${BASES[facts.basis]}${summary.facts.hasOtherBasis === true ? `（没有的按${BASES[facts.basis === "original" ? "adjusted" : "original"]}）` : ""}`, ...(facts.cutOff === null ? [] : [`截止日期：${facts.cutOff}`]), ...(facts.unit === "" ? [] : [`金额单位：${facts.unit}`])].join("；"),
    countryCode: "CN",
    granularity: "aggregated",
    ...(facts.year === null ? {} : { fiscalPeriod: { start: `${facts.year}-01-01`, end: `${facts.year}-12-31` } }),
    sources: [...(facts.workbook === null || facts.workbook === "" ? [] : [facts.workbook]), ...facts.sources].map((title) => ({ title })),
    contributors: [{ title: facts.tool, role: "wrangler" }],
    resources: tables.map(({ name, title, fields }) => ({
      profile: "tabular-data-resource", name, title, path: `${name}.csv`, format: "csv", mediatype: "text/csv", encoding: "utf-8",
      dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: "\"", doubleQuote: true, header: true },
      schema: {
        missingValues: [""],
        fields: fields.map((field) => (field.columnType === "value" ? { ...field, decimalChar: ".", ...measure } : field)),
      },
    })),
    model: fiscalModel(tables, measure),
  };
}
