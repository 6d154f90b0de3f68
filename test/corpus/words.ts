/** How tables of the corpus are worded: several ways in Chinese and in English, each as some office prints it. */

import type { Unit } from "../../src/domain/amounts/unit";
import type { Role } from "../../src/domain/table";

type Worded = "code" | "name" | "function-code" | "function-name" | "original-budget" | "increase" | "decrease" | "quota-change" | "adjusted-budget" | "basic" | "project" | "expenditure" | "rate" | "reason";

export interface Words {
  readonly name: string;
  readonly headers: Readonly<Record<Worded, string>>;
  readonly serial: string;
  readonly date: string;
  readonly ofWhich: string;
  /** Over the two sides of a table that has both. */
  readonly sides: { readonly budget: string; readonly expenditure: string; readonly income: string; readonly spending: string };
  readonly month: (month: number) => string;
  readonly quarter: (quarter: number) => string;
  readonly halves: readonly [string, string];
  /** Rates that name their budget: the original one, the adjusted one. */
  readonly namedRates: readonly [string, string];
  readonly title: string;
  readonly total: string;
  readonly subtotal: string;
  readonly lines: readonly string[];
  readonly unitNote: (unit: Unit) => string;
  readonly unitInHeader: (unit: Unit) => string;
}

const zhLines = ["物业管理费", "24号院装修改造", "2015年工程项目尾款", "统计信息事务", "4个技防、2个消防", "垃圾分类指导员补贴"];
const enLines = ["Property management", "Yard 24 renovation", "Projects of 2015", "Statistics", "Fire safety", "Recycling guides"];
const enUnits: Readonly<Record<Unit, string>> = { 元: "yuan", 千元: "thousands of yuan", 万元: "10,000 yuan", 亿元: "100 million yuan" };
const ordinal = ["", "First", "Second", "Third", "Fourth"];
const months = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

export const WORDS: readonly Words[] = [
  {
    name: "zh-report", serial: "序号", date: "填报日期", ofWhich: "其中", total: "合计", subtotal: "小计", lines: zhLines, title: "2016年项目预算执行情况表",
    headers: { code: "项目代码", name: "项目名称", "function-code": "功能分类科目编码", "function-name": "功能分类科目名称", "original-budget": "年初预算", increase: "调增", decrease: "调减", "quota-change": "指标调增", "adjusted-budget": "调整后预算", basic: "基本支出", project: "项目支出", expenditure: "截止2016年12月31日支出", rate: "预算完成比例", reason: "偏差原因" },
    sides: { budget: "调整后预算", expenditure: "支出", income: "收入", spending: "支出" }, month: (month) => `${String(month)}月`, quarter: (quarter) => `${"一二三四".charAt(quarter - 1)}季度`,
    halves: ["上半年支出", "下半年支出"], namedRates: ["完成年初预算%", "完成调整后预算%"],
    unitNote: (unit) => `单位：${unit}`, unitInHeader: (unit) => `（${unit}）`,
  },
  {
    name: "zh-form", serial: "行次", date: "批复日期", ofWhich: "其中：", total: "总计", subtotal: "小 计", lines: zhLines, title: "项目支出绩效目标执行监控表",
    headers: { code: "项目编码", name: "项目", "function-code": "功能科目代码", "function-name": "功能科目名称", "original-budget": "年初预算数", increase: "追加预算", decrease: "追减预算", "quota-change": "指标变动数", "adjusted-budget": "全年预算数", basic: "基本支出预算", project: "项目支出预算", expenditure: "全年执行数", rate: "执行率（%）", reason: "偏差原因分析" },
    sides: { budget: "全年预算数", expenditure: "执行数", income: "收入", spending: "支出" }, month: (month) => `${String(month)}月份支出`, quarter: (quarter) => `第${"一二三四".charAt(quarter - 1)}季度`,
    halves: ["1-6月执行数", "7-12月执行数"], namedRates: ["占年初预算的比例", "占调整预算的比例"],
    unitNote: (unit) => `（金额单位：人民币${unit}）`, unitInHeader: (unit) => `/${unit}`,
  },
  {
    name: "zh-settlement", serial: "序 号", date: "记账日期", ofWhich: "其中", total: "本年合计", subtotal: "小计", lines: zhLines, title: "部门支出决算明细表",
    headers: { code: "预算项目编号", name: "支出项目", "function-code": "支出功能分类科目编码", "function-name": "支出功能分类", "original-budget": "批复预算数", increase: "调整增加", decrease: "调整减少", "quota-change": "指标调整", "adjusted-budget": "调整后预算数", basic: "基本支出", project: "项目支出", expenditure: "决算数", rate: "完成预算的比例", reason: "未完成原因" },
    sides: { budget: "调整后预算数", expenditure: "决算数", income: "收入", spending: "支出" }, month: (month) => `${String(month)}月支出数`, quarter: (quarter) => `${String(quarter)}季度支出`,
    halves: ["上半年", "下半年"], namedRates: ["为年初预算%", "为调整预算%"],
    unitNote: (unit) => `金额单位：${unit}`, unitInHeader: (unit) => `(${unit})`,
  },
  {
    name: "en-city", serial: "No.", date: "Approval date", ofWhich: "Of which", total: "Total", subtotal: "Subtotal", lines: enLines, title: "Budget Execution 2016",
    headers: { code: "Project Code", name: "Project Name", "function-code": "Function Code", "function-name": "Functional Classification", "original-budget": "Adopted Budget", increase: "Increases", decrease: "Decreases", "quota-change": "Adjustments", "adjusted-budget": "Amended Budget", basic: "Basic Expenditure", project: "Project Expenditure", expenditure: "YTD Actual", rate: "% Used", reason: "Reason" },
    sides: { budget: "Amended Budget", expenditure: "Actual", income: "Revenues", spending: "Expenditures" }, month: (month) => (months[month] ?? "").slice(0, 3), quarter: (quarter) => `Q${String(quarter)}`,
    halves: ["H1 Actual", "H2 Actual"], namedRates: ["% of Adopted Budget", "% of Amended Budget"],
    unitNote: (unit) => `(in ${enUnits[unit]})`, unitInHeader: (unit) => ` (${enUnits[unit]})`,
  },
  {
    name: "en-ministry", serial: "S/N", date: "Date", ofWhich: "Including", total: "Grand Total", subtotal: "Sub-total", lines: enLines, title: "Statement of Appropriations",
    headers: { code: "Account Code", name: "Description", "function-code": "Functional Code", "function-name": "Function", "original-budget": "Original Appropriation", increase: "Supplementary Budget", decrease: "Reductions", "quota-change": "Virement", "adjusted-budget": "Revised Appropriation", basic: "Recurrent", project: "Project spending", expenditure: "Actual expenditure", rate: "Execution rate", reason: "Variance explanation" },
    sides: { budget: "Revised Budget", expenditure: "Expenditure", income: "Revenue", spending: "Expenditure" }, month: (month) => months[month] ?? "", quarter: (quarter) => `${ordinal[quarter] ?? ""} quarter`,
    halves: ["First half", "Second half"], namedRates: ["Original appropriation % used", "Revised appropriation % used"],
    unitNote: (unit) => `Unit: ${enUnits[unit]}`, unitInHeader: (unit) => ` in ${enUnits[unit]}`,
  },
];

export type { Worded };
export type CorpusRole = Role | null;
