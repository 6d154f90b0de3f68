/** What the lines of a table are: projects, or kinds of spending under a header that calls every line 项目. */

import { coverages } from "../../execution/totals";
import { codesNamed, isFunctionCode } from "../../functional-class/dictionary";
import { normaliseName } from "../../recognise/normalise";
import { budgetPartOf, withoutSumWord } from "../../recognise/rows/labels";
import { columnOf, type BudgetTable, type TableColumn, type TableRow } from "../../table";
import { UNIT_HEADER } from "./organisation";
import type { SourceLine, SourceTable } from "./read";

/** 基本支出 or 项目支出: the two parts of every budget. */
export type Part = "basic" | "project";

export interface TableKind {
  /** Its lines are kinds of spending, by function or otherwise, and together the whole. */
  readonly isOfWhole: boolean;
  /** Its projects with the line that adds them up: the table itself, or what stands under 项目支出. null for none. */
  readonly projects: SourceTable | null;
}

/** Codes of the lines' own that are no functional codes tell projects; else a header says that they are such, or they are indicators beside their classes, and their names do not say otherwise. */
export function kindOfTable(source: SourceTable, isOfIndicators = false): TableKind {
  const { table, lines } = source;
  if (table.doubts.some(({ code }) => code === "doubt-income")) return INCOME;
  const ownNames = columnOf(table, "name");
  const named = ownNames ?? columnOf(table, "function-name");
  if (named === null) return WHOLE;
  const body = lines.filter(isNamedLine);
  const codes = columnOf(table, "code") === null ? [] : body.flatMap(({ code }) => (code === "" ? [] : [code]));
  const within = body.filter(({ isWithinClass, part }) => isWithinClass === true && part !== "basic");
  const detailed = within.filter(({ name }) => !isKindOfSpending(name));
  if (detailed.length * 2 > within.length) return { isOfWhole: true, projects: { table, lines: detailed, total: null } };
  if (codes.length > 0) return codes.filter((code) => !isFunctionCode(code.replace(/\s/gu, ""))).length * 2 > codes.length ? { isOfWhole: false, projects: source } : WHOLE;
  // Beside a class of its own a line is what is done for it, whatever it is called, unless as that class.
  const hasClasses = (ownNames !== null && columnOf(table, "function-name") !== null) || columnOf(table, "function-code") !== null;
  const isHeaded = (isOfIndicators && hasClasses && ownNames !== null) || (!areClasses(named) && named.header.some((header) => PROJECT_HEADER.test(header.replace(/\s/gu, ""))));
  const isKind = (line: SourceLine): boolean => (hasClasses ? isCalledAsItsClass(line) : isKindOfSpending(line.name));
  const areProjects = (some: readonly SourceLine[]): boolean => some.length > 0 && some.filter(isKind).length * 2 <= some.length;
  if (!body.some(({ part }) => part === "basic")) return isHeaded && areProjects(body) ? { isOfWhole: false, projects: source } : WHOLE;
  const isUnder = body.some(({ part, name }) => part === "project" && partNamed(name) === null);
  // 城管科 under 项目支出, in a table of offices, is whose project expenditure it is.
  if (!isHeaded && (!isUnder || namesUnits(table))) return WHOLE;
  const projects = body.filter(({ part, name }) => (isUnder ? part === "project" : part === null) && partNamed(name) === null);
  return { isOfWhole: true, projects: areProjects(projects) ? { table, lines: projects, total: lineOfPart(source, "project") } : null };
}

/** 科目名称, whatever stands over it: official forms put 项目 over 科目代码 and 科目名称. */
function areClasses({ role, header }: TableColumn): boolean {
  return role === "function-name" || /^(?:支出)?(?:功能(?:分类)?)?科目(?:名称)?$/u.test(header.at(-1)?.replace(/\s/gu, "") ?? "");
}

/** 201 | 一般公共服务支出. */
function isCalledAsItsClass({ name, functionCode }: SourceLine): boolean {
  return functionCode !== "" && codesNamed(name).includes(functionCode);
}

/** The same, where the lines are projects without the codes of their classes, which are none of their own. */
export function withOwnCodes({ isOfWhole, projects }: TableKind): TableKind {
  if (projects === null || columnOf(projects.table, "code") !== null) return { isOfWhole, projects };
  const own = (line: SourceLine): SourceLine => (line.code !== "" && line.code.replace(/\D/gu, "") === line.functionCode ? { ...line, code: "" } : line);
  return { isOfWhole, projects: { ...projects, lines: projects.lines.map(own) } };
}

/** What comes in is nobody's budget of expenditure. */
const INCOME: TableKind = { isOfWhole: false, projects: null };
const WHOLE: TableKind = { isOfWhole: true, projects: null };

const PROJECT_HEADER = /^(?:序号)?(?:子|具体|明细|支出|绩效|[一二三]级)?项目(?:名称)?$|项目名称|^projects?(?:name|title|description)?s?$/iu;

/** Its lines are offices. */
export function namesUnits(table: BudgetTable): boolean {
  return columnOf(table, "name")?.header.some((header) => UNIT_HEADER.test(header.replace(/\s/gu, ""))) === true;
}

export function isNamedLine({ kind, name, code }: SourceLine): boolean {
  return kind === "body" && (name !== "" || code !== "");
}

/** The line that tells the whole of 基本支出 or 项目支出; null where none does, or several. */
export function lineOfPart(source: Pick<SourceTable, "lines" | "total">, part: Part): SourceLine | null {
  const told = [...source.lines.filter(({ kind }) => kind === "body" || kind === "subtotal"), ...divisionsOfTotal(source)];
  const [only, ...others] = told.filter(({ name }) => budgetPartOf(withoutSumWord(name)) === part);
  return others.length === 0 ? (only ?? null) : null;
}

/** 其中：基本支出 and 项目支出 right below the total of the lines above. */
function divisionsOfTotal({ lines, total }: Pick<SourceTable, "lines" | "total">): readonly SourceLine[] {
  const below = total === null ? [] : lines.slice(lines.indexOf(total) + 1);
  const end = below.findIndex(({ kind }) => kind !== "of-which");
  return end < 0 ? below : below.slice(0, end);
}

/** By index of the rows the part that each belongs to: as it is called, or as a line above or below that adds it up. */
export function partsOfLines(rows: readonly TableRow[]): ReadonlyMap<number, Part> {
  const parts = new Map<number, Part>();
  const mark = (from: number, to: number, part: Part): void => {
    for (let i = from; i <= to; i++) parts.set(i, part);
  };
  const heads = rows.map(({ name }) => partNamed(name));
  if (heads.every((head) => head === null)) return parts;
  heads.forEach((head, i) => {
    if (head === null || rows[i]?.kind !== "group") return;
    const end = rows.findIndex(({ kind }, k) => k > i && (kind === "total" || (kind === "group" && heads[k] !== null)));
    mark(i, (end < 0 ? rows.length : end) - 1, head);
  });
  for (const { at, from, to } of coverages(rows)) {
    const head = rows[at]?.kind === "subtotal" ? (heads[at] ?? null) : null;
    if (head !== null) mark(from, to, head);
  }
  heads.forEach((head, i) => {
    if (head !== null && rows[i]?.kind !== "total") parts.set(i, head);
  });
  // 公用经费 may be a project's name where nothing else is basic expenditure.
  return rows.some(({ name }, i) => parts.get(i) === "basic" && !OFFICE_COSTS.test(headOf(name))) ? parts : new Map([...parts].filter(([, part]) => part === "project"));
}

const OFFICE_COSTS = /^(?:日常)?公用(?:经费|支出)$/u;
const STAFF_COSTS = /^人员(?:经费|支出|类|类项目)$/u;
/** 运转类 may be either. */
const RUNNING = /^运转类(?:项目)?$/u;
/** 其他运转类 and 特定目标类 are projects. */
const TARGETED = /^(?:其他运转类|特定目标类)(?:项目)?$/u;

function partNamed(name: string): Part | null {
  const head = headOf(name);
  const part = budgetPartOf(withoutSumWord(name));
  if (part !== null || STAFF_COSTS.test(head) || OFFICE_COSTS.test(head)) return part ?? "basic";
  return TARGETED.test(head) ? "project" : null;
}

/** Without the number before it and the words that make it a sum. */
function headOf(name: string): string {
  return normaliseName(name).replace(/(?<=.{3}):?(?:小计|合计)?:?$/u, "");
}

/** By economic class (支出经济分类科目), by fund, 三公经费, and names that stand under every functional class. */
const KINDS = new RegExp([
  "^(?:工资福利支出|商品和服务支出|对个人和家庭的?补助(?:支出)?|债务(?:利息及费用|还本|付息)支出|(?:其他)?资本性支出(?:\\(.+\\))?|对企业补助(?:\\(.+\\))?|对社会保障基金补助|转移性支出|预备费(?:及预留)?",
  "一般公共预算(?:支出)?|政府性基金(?:预算)?(?:支出)?|国有资本经营(?:预算)?(?:支出)?|经营支出|上缴上级支出|对附属单位补助支出|.+收入",
  "因公出国\\(境\\)费用?|公务接待费|公务用车(?:购置|购置费|购置及运行维?护?费|运行维护费|运行费)|行政运行|事业运行|机关服务|一般行政管理事务|其他.*支出",
  "保工资|保运转|保基本民生|基本工资|津贴补贴|奖金|绩效工资)$",
].join("|"), "u");

/** Personnel, Operations and maintenance, Capital: likewise in English, as names are normalised. */
const USE = "(?:personnel|personal|staff|employee|salar(?:y|ies)|wages?|benefits|compensation|pensions?|operat(?:ions|ing|ional)|running|recurrent|maintenance|goods|services|supplies|materials|equipment|capital|debt|interest|transfers|subsidies|contingency|contingencies|overheads?|utilities|travel)";
const KINDS_IN_ENGLISH = new RegExp(`^(?:other)?${USE}(?:(?:and|&|,|/)*${USE})*(?:costs?|expenses?|expenditures?|spending|outlays?|service|payments?|reserve)?$`, "u");

/** 部门预算项目, 专项转移支付项目: of nothing but what divides projects. */
const KINDS_OF_PROJECTS = /^(?:部门|单位|预算|专项|一般性?|转移支付|中央|上级|市级?|区级?|县级?|本级|街道|经常性?|常年性?|一次性|阶段性|延续性?|新增|其他|重点|运转类|特定目标类|业务)+(?:类)?项目(?:支出|经费)?$/u;

/** 基本支出, 人员经费, 运转类项目: what every budget is divided into, whoever's it is. */
export function isPartOfBudget(name: string): boolean {
  return partNamed(name) !== null || RUNNING.test(headOf(name));
}

export function isKindOfSpending(name: string): boolean {
  const head = normaliseName(name);
  return codesNamed(name).length > 0 || KINDS.test(head) || KINDS_IN_ENGLISH.test(head) || KINDS_OF_PROJECTS.test(head) || partNamed(name) !== null;
}
