/** A summary written by hand over two lines of a workbook: every kind of block, cell and expression. */

import { Decimal } from "../../../src/domain/amounts/decimal";
import type { ChartBlock, Expression, Figure, FormBlock, Summary, SummaryCell, SummaryColumn, SummaryRow, TableBlock } from "../../../src/domain/summary/model";
import { createBook, type Book, type Sheet } from "../../../src/embedded/book/book";
import { enterValues } from "../../../src/embedded/book/entering";
import type { Place } from "../../../src/workbook/address";
import { rangeOf } from "../../support/snapshots";

export interface Project {
  readonly code: string;
  readonly name: string;
  readonly budget: string;
  readonly spent: string;
}

export const PROJECTS: readonly Project[] = [
  { code: "01", name: "物业管理费", budget: "210.27", spent: "185.05" },
  { code: "02", name: "城市维护（含绿化）", budget: "1098.5", spent: "1182.14" },
  { code: "03", name: "社区服务", budget: "0", spent: "3" },
];

export const SOURCE = "2016 预算";

/** Code, name, budget and expenditure of each project from the third row on. */
export function sourceBook(projects: readonly Project[] = PROJECTS): { readonly book: Book; readonly source: Sheet } {
  const book = createBook([SOURCE]);
  const source = book.sheets[0] as Sheet;
  const lines = projects.map(({ code, name, budget, spent }) => [`'${code}`, name, Number(budget), Number(spent)]);
  enterValues(source, rangeOf(`A1:D${projects.length + 2}`), [["单位：万元", "", "", ""], ["编码", "项目", "预算", "支出"], ...lines]);
  return { book, source };
}

const column = (key: string, header: readonly string[], kind: SummaryColumn["kind"], isOpen = false): SummaryColumn => ({ key, header, kind, isOpen });
const text = (value: string): SummaryCell => ({ kind: "text", text: value });
const amount = (figure: Figure): SummaryCell => ({ kind: "figure", figure, format: "amount" });
const percent = (figure: Figure): SummaryCell => ({ kind: "figure", figure, format: "percent" });
const figure = (value: Decimal, formula: Expression | null): Figure => ({ value, missing: null, formula });
const ref = (row: string, columnKey: string, table = "projects"): Expression => ({ op: "figure", table, row, column: columnKey });

function place(address: string): Place {
  return { sheetId: "", sheetName: SOURCE, range: rangeOf(address) };
}

/** The rate rounded half up at four places; none where there is no budget. */
function rateOf(budget: Decimal, spent: Decimal, row: string): Figure {
  if (budget.isZero()) return { value: null, missing: "无预算", formula: null };
  return figure(spent.div(budget).toDecimalPlaces(4, Decimal.ROUND_HALF_UP), { op: "ratio", numerator: ref(row, "spent"), denominator: ref(row, "budget"), places: 4 });
}

export function projectTable(projects: readonly Project[], order: readonly string[] = projects.map(({ code }) => code)): TableBlock {
  const lines = order.flatMap((code): SummaryRow[] => {
    const at = projects.findIndex((project) => project.code === code);
    const project = projects[at];
    if (project === undefined) return [];
    const [budget, spent] = [new Decimal(project.budget), new Decimal(project.spent)];
    return [{
      key: code, kind: "body", level: code === "02" ? 1 : 0,
      cells: [
        text(code), { kind: "link", text: project.name, place: place(`B${at + 3}`) },
        amount(figure(budget, { op: "cell", place: place(`C${at + 3}`), times: null })), amount(figure(spent, { op: "cell", place: place(`D${at + 3}`), times: null })),
        percent(rateOf(budget, spent, code)), { kind: "open", proposal: spent.gt(budget) ? "超支待查" : "" },
      ],
    }];
  });
  const total = (key: "budget" | "spent"): Figure => figure(
    projects.reduce((sum, project) => sum.plus(project[key]), new Decimal(0)),
    { op: "sum", terms: order.map((code) => ref(code, key)) },
  );
  const [budget, spent] = [total("budget"), total("spent")];
  const totalRow: SummaryRow = {
    key: "total", kind: "total", level: 0,
    cells: [text(""), text("合计"), amount(budget), amount(spent), percent(rateOf(budget.value ?? new Decimal(0), spent.value ?? new Decimal(0), "total")), { kind: "blank" }],
  };
  return {
    kind: "table", id: "projects", title: "项目执行情况",
    columns: [column("code", ["编码"], "code"), column("name", ["项目"], "name"), column("budget", ["金额", "预算"], "amount"), column("spent", ["金额", "支出"], "amount"), column("rate", ["执行率"], "percent"), column("reason", ["原因"], "long-text", true)],
    rows: [...lines, totalRow],
  };
}

export function formOf({ code, name, budget }: Project): FormBlock {
  return {
    kind: "form", id: `form-${code}`, title: `${name}绩效跟踪分析表`,
    fields: [
      { key: "code", label: "项目编码", cell: text(code), isWide: false, lines: 1 },
      { key: "budget", label: "预算", cell: amount(figure(new Decimal(budget), ref(code, "budget"))), isWide: false, lines: 1 },
      { key: "goal", label: "绩效目标", cell: { kind: "open", proposal: "" }, isWide: true, lines: 4 },
      { key: "next", label: "下一步", cell: { kind: "open", proposal: "加快支付" }, isWide: true, lines: 3 },
    ],
  };
}

export const CHART: ChartBlock = {
  kind: "chart", id: "rates", title: "执行率", shape: "bar", table: "projects", rows: ["02", "01"], categories: "name",
  series: [{ column: "rate", name: "执行率", color: "#4472C4" }], format: "percent", mark: { value: new Decimal(1), name: "100 %" },
};

export function smallSummary(projects: readonly Project[] = PROJECTS, order: readonly string[] = projects.map(({ code }) => code), name = "汇总表"): Summary {
  const score: Figure = figure(new Decimal("8.801"), { op: "capped", of: ref("01", "rate"), times: 10, cap: 10 });
  const over: Figure = figure(new Decimal("83.64"), { op: "difference", from: ref("02", "spent"), take: ref("02", "budget") });
  return {
    facts: { organisation: "长沟街道", year: 2016, cutOff: "2016-12-31", basis: "adjusted", unit: "万元" },
    sheets: [
      {
        key: "summary", name, orientation: "portrait",
        blocks: [
          { kind: "title", text: "2016 年预算执行汇总表" }, { kind: "note", text: "单位：万元" },
          ...(projects === PROJECTS ? [{
            kind: "table" as const, id: "key", title: null, columns: [column("item", ["指标"], "name"), column("value", ["数值"], "amount")],
            rows: [
              { key: "over", kind: "body" as const, level: 0 as const, cells: [text("城市维护超支"), amount(over)] },
              { key: "score", kind: "body" as const, level: 0 as const, cells: [text("物业管理费得分"), { kind: "figure" as const, figure: score, format: "score" as const }] },
            ],
          }] : []),
          projectTable(projects, order), ...(projects === PROJECTS ? [CHART] : []), { kind: "sign-off", labels: ["填报单位", "负责人", "填报人"] },
        ],
      },
      { key: "project-forms", name: "项目绩效跟踪分析表", orientation: "portrait", blocks: projects.flatMap((project, i) => [...(i === 0 ? [] : [{ kind: "page-break" as const }]), formOf(project)]) },
    ],
  };
}
