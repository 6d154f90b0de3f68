/** Ledgers of payments: an indicator's rate is all its payments over its amount, however often it is paid. */

import fc from "fast-check";
import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import { checkExecution } from "../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { formatRange } from "../../src/workbook/address";
import type { CellValue } from "../../src/workbook/snapshot";
import { sheetOf, snapshotOf, type SheetOptions } from "../support/snapshots";

type Cells = readonly (CellValue | null)[];

interface Said {
  /** "名称 12.34" of each line with a rate, the total last. */
  readonly rates: readonly string[];
  /** Codes of what a person is asked to confirm. */
  readonly doubts: readonly string[];
  readonly findings: readonly string[];
}

const ROUTINE = new Set(["no-execution", "under-execution", "over-execution", "unit-unknown", "large-adjustment"]);

function say(rows: readonly Cells[], options: SheetOptions = {}): Said {
  const snapshot = snapshotOf(sheetOf("台账", rows, options));
  const execution = computeWorkbook(snapshot, DEFAULT_OPTIONS);
  const { findings } = checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text: null, confirmed: [] });
  return {
    rates: execution.executions.flatMap((one) => one.rows).flatMap(({ name, rate }) => (rate.ok ? [`${name} ${rate.percent.toFixed(2)}`] : [])),
    doubts: execution.tables.flatMap(({ doubts }) => doubts.map(({ code }) => code)),
    findings: findings.filter(({ rule }) => !ROUTINE.has(rule)).map(({ rule, place }) => `${rule} ${place === null ? "" : formatRange(place.range)}`),
  };
}

const HEAD = ["指标文号", "项目名称", "指标金额", "支付日期", "支付金额", "累计支付", "指标余额"];

test("further payments without an amount count with the indicator above, and running figures are not added up", () => {
  expect(say([
    HEAD,
    ["X财指1号", "绿化养护", 100000, "2025-03-01", 20000, 20000, 80000],
    [null, null, null, "2025-05-01", 30000, 50000, 50000],
    ["X财指2号", "安保服务", 60000, "2025-04-01", 15000, 15000, 45000],
    ["合计", null, 160000, null, 65000, 65000, 95000],
  ])).toEqual({ rates: ["绿化养护 50.00", "安保服务 25.00", "合计 40.63"], doubts: [], findings: [] });
});

test("a total row that leaves 累计支付 blank has what its lines come to", () => {
  expect(say([
    HEAD,
    ["X财指1号", "绿化养护", 100000, "2025-03-01", 20000, 20000, 80000],
    [null, null, null, "2025-05-01", 30000, 50000, 50000],
    ["X财指2号", "安保服务", 60000, "2025-04-01", 15000, 15000, 45000],
    ["合计", null, 160000, null, 65000, null, null],
  ])).toEqual({ rates: ["绿化养护 50.00", "安保服务 25.00", "合计 40.63"], doubts: [], findings: [] });
});

test("what was paid is headed plainly 金额, beside the day of each payment", () => {
  expect(say([
    ["指标文号", "项目名称", "指标金额", "支付日期", "收款人", "金额"],
    ["X财指1号", "绿化养护", 100000, "2025-03-01", "甲公司", 20000],
    [null, null, null, "2025-05-01", "乙公司", 30000],
    ["X财指2号", "安保服务", 60000, "2025-04-01", "丙公司", 15000],
    ["合计", null, 160000, null, null, 65000],
  ]).rates).toEqual(["绿化养护 50.00", "安保服务 25.00", "合计 40.63"]);
});

test("a column without any figure misses no unit", () => {
  const rows = [["项目名称", "指标金额（元）", "已支付", "执行率"], ["绿化养护", 100000, null, null], ["安保服务", 60000, null, null]];
  expect(computeWorkbook(snapshotOf(sheetOf("指标", rows)), DEFAULT_OPTIONS).findings).toEqual([]);
});

test("a balance of the whole ledger that runs on proves it, whatever the payments are called", () => {
  expect(say([
    ["日期", "摘要", "预算", "支出", "余额", "执行率"],
    ["1月", "年初下达", 50000, null, 50000, null],
    ["3月", "付绿化款", null, 20000, 30000, null],
    ["4月", "付安保款", null, 10000, 20000, null],
    ["合计", null, 50000, 30000, 20000, null],
  ])).toEqual({ rates: ["年初下达 60.00", "合计 60.00"], doubts: [], findings: [] });
});

test("one balance through what was given and what was paid is of one budget, given in parts", () => {
  const lines: Cells[] = [["日期", "摘要", "预算数", "支出数", "结余数"], ["1月", "年初下达", 50000, null, 50000], ["2月", "付款A", null, 20000, 30000], ["6月", "追加", 30000, null, 60000], ["7月", "付款B", null, 10000, 50000]];
  expect(say([...lines, ["合计", null, 80000, 30000, 50000]])).toEqual({ rates: ["年初下达 37.50", "合计 37.50"], doubts: [], findings: [] });
  expect(say([["日期", "项目", "预算数", "支出数", "结余数"], ["1月", "绿化", 50, 20, 30], ["2月", "保洁", 40, 40, 0], ["6月", "慰问", 30, 10, 20]]).rates).toEqual(["绿化 40.00", "保洁 100.00", "慰问 33.33"]);
});

test("an indicator merged over its payments is no merge that leaves figures open", () => {
  expect(say([
    ["指标文号", "项目名称", "指标金额", "付款日期", "付款金额"],
    ["1号", "绿化养护", 100, "2025-03-01", 20],
    [null, null, null, "2025-05-01", 30],
    ["2号", "安保服务", 60, "2025-04-01", 15],
  ], { merges: ["A2:A3", "B2:B3", "C2:C3"] })).toEqual({ rates: ["绿化养护 50.00", "安保服务 25.00"], doubts: [], findings: [] });
});

test("amounts that stand in every payment count once, as the total has them", () => {
  expect(say([
    ["指标文号", "项目名称", "指标金额", "支付金额"],
    ["1号", "绿化养护", 100, 20],
    ["1号", "绿化养护", 100, 30],
    ["2号", "安保服务", 60, 15],
    ["合计", null, 160, 65],
  ])).toEqual({ rates: ["绿化养护 50.00", "安保服务 25.00", "合计 40.63"], doubts: [], findings: [] });
});

test("lines of one name and amount that the total adds up are lines of their own", () => {
  expect(say([
    ["指标文号", "项目名称", "指标金额", "支付日期", "支付金额"],
    ["1号", "绿化养护", 100, "3月", 20],
    ["1号", "绿化养护", 100, "5月", 30],
    ["2号", "安保服务", 60, "4月", 15],
    ["合计", null, 260, null, 65],
  ]).rates).toEqual(["绿化养护 20.00", "绿化养护 30.00", "安保服务 25.00", "合计 25.00"]);
});

describe("items that recur in each community, with one allotment, are lines of their own: the total counts every budget, and 余额 is what each leaves", () => {
  const ITEMS = ["党建活动", "公益活动", "文体活动"];
  const BUDGETS = [500, 800, 1100];
  const COMMUNITIES = ["红莲社区", "小红庙社区", "乐城社区", "湾子社区"];

  /** In cents. */
  function communities(spent: readonly number[], count: number, { isRepeated, hasSubtotals }: { readonly isRepeated: boolean; readonly hasSubtotals: boolean }): readonly Cells[] {
    const line = (lead: readonly (string | null)[], budget: number, paid: number): Cells => [...lead, budget / 100, paid / 100, (budget - paid) / 100];
    const sum = (lead: readonly (string | null)[], from: number, to: number): Cells => line(lead, total(from, to, (i) => BUDGETS[i % 3] ?? 0), total(from, to, (i) => spent[i] ?? 0));
    const total = (from: number, to: number, of: (i: number) => number): number => Array.from({ length: to - from }, (_, i) => of(from + i)).reduce((all, one) => all + one, 0);
    return [
      ["社区", "项目", "预算金额", "支出金额", "余额"],
      ...COMMUNITIES.slice(0, count).flatMap((community, c) => [
        ...ITEMS.map((item, i) => line([isRepeated || i === 0 ? community : null, item], BUDGETS[i] ?? 0, spent[c * 3 + i] ?? 0)),
        ...(hasSubtotals ? [sum([null, "小计"], c * 3, c * 3 + 3)] : []),
      ]),
      sum(["合计", null], 0, count * 3),
    ];
  }

  test("whatever they spent", () => {
    const spending = fc.array(fc.integer({ min: 1, max: 499 }), { minLength: 12, maxLength: 12 });
    fc.assert(fc.property(spending, fc.integer({ min: 2, max: 4 }), fc.record({ isRepeated: fc.boolean(), hasSubtotals: fc.boolean() }), fc.boolean(), (figures, count, layout, isGrowing) => {
      const spent = isGrowing ? [...figures].sort((a, b) => a - b) : figures;
      const { rates, findings } = say(communities(spent, count, layout));
      const expected = Array.from({ length: count * 3 }, (_, i) => `${ITEMS[i % 3] ?? ""} ${(Math.round((spent[i] ?? 0) * 10_000 / (BUDGETS[i % 3] ?? 1)) / 100).toFixed(2)}`);
      expect(rates.filter((rate) => !/^[小合]计/u.test(rate))).toEqual(expected);
      expect(findings.filter((finding) => !finding.startsWith("duplicate-name"))).toEqual([]);
    }), { numRuns: 60 });
  });
});

test("what only the layout tells is asked about", () => {
  expect(say([["项目名称", "年初预算", "支出数"], ["绿化", 100, 20], [null, null, 30], ["安保", 60, 15]])).toEqual({ rates: ["绿化 50.00", "安保 25.00"], doubts: ["doubt-further-payments"], findings: [] });
});

test("spending of another name without a budget stays a line without one", () => {
  expect(say([["项目名称", "年初预算", "支出数", "结余"], ["绿化", 100, 100, 0], ["慰问", null, 30, -30], ["安保", 60, 15, 45]])).toEqual({ rates: ["绿化 100.00", "安保 25.00"], doubts: [], findings: ["unbudgeted C3"] });
});

test("below lines with a budget alone, lines with spending alone are their payments, whatever these are called", () => {
  expect(say([["指标文号", "项目", "指标数", "支付数"], ["1号", "甲", 100, null], [null, "第一笔", null, 20], [null, "第二笔", null, 30], ["2号", "乙", 50, null], [null, "第一笔", null, 25], ["合计", null, 150, 75]])).toEqual({ rates: ["甲 50.00", "乙 50.00", "合计 50.00"], doubts: ["doubt-further-payments"], findings: [] });
  expect(say([["项目", "年初预算", "支出数"], ["甲", 100, 10], ["第一笔", null, 20], ["乙", 50, null]]).rates).toEqual(["甲 10.00"]);
});

test("a cumulative figure that is not its payments is said", () => {
  expect(say([
    HEAD,
    ["1号", "绿化养护", 100000, "3月", 20000, 20000, 80000],
    [null, null, null, "5月", 30000, 55000, 50000],
    ["2号", "安保服务", 60000, "4月", 15000, 15000, 45000],
    [null, null, null, "5月", 15000, 30000, 30000],
    [null, null, null, "6月", 15000, 45000, 15000],
  ]).doubts).toContain("doubt-payments-differ");
});

describe("小计 below an indicator's payments stands where these are described", () => {
  const HEADERS = ["序号", "项目", "预算金额", "日期", "摘要", "支出金额", "余额"];
  const lines: readonly Cells[] = [
    [1, "办公费", 50000, "1.5", "购纸", 1200, 48800], [null, null, null, "2.6", "购墨盒", 800, 48000], [null, null, null, "3.7", "退款", -200, 48200], [null, null, null, null, "小计", 1800, 48200],
    [2, "差旅费", 30000, "1.9", "出差", 3000, 27000], [null, null, null, null, "小 计", 3000, 27000],
  ];
  const total: Cells = ["合计", null, 80000, null, null, 4800, 75200];
  const rates = ["办公费 3.60", "小计 3.60", "差旅费 10.00", "小 计 10.00"];

  test.each<[string, SheetOptions]>([["by itself", {}], ["beside merged names", { merges: ["A2:A5", "B2:B5", "C2:C5", "A6:A7", "B6:B7", "C6:C7"] }]])("%s", (_, options) => {
    expect(say([HEADERS, ...lines, total], options)).toEqual({ rates: [...rates, "合计 6.00"], doubts: [], findings: [] });
    expect(say([HEADERS, ...lines], options)).toMatchObject({ rates, findings: [] });
  });

  test("and a wrong one is found", () => {
    expect(say([HEADERS, ...lines.map((line) => line.map((value) => (value === 1800 ? 1900 : value))), total]).findings).toEqual(["total-mismatch F5"]);
  });
});

test("a payment that cannot be read leaves the indicator without a rate", () => {
  expect(say([
    HEAD.slice(0, 5),
    ["1号", "绿化养护", 100000, "3月", 20000],
    [null, null, null, "5月", "三万"],
    [null, null, null, "6月", 10000],
    ["2号", "安保服务", 60000, "4月", 15000],
  ])).toEqual({ rates: ["安保服务 25.00"], doubts: [], findings: ["not-a-number E3"] });
});

interface Payment { readonly indicator: number; readonly cents: number; readonly order: number }

interface Generated {
  readonly amounts: readonly number[];
  readonly payments: readonly Payment[];
  /** How further payments stand there: below their indicator, blank or repeated; or repeated in any order. */
  readonly further: "blank" | "named" | "repeated" | "mixed";
  /** A line of the indicator alone before its payments. */
  readonly opening: boolean;
  /** Without the single payments there is what was paid so far. */
  readonly columns: { readonly date: boolean; readonly paid: boolean; readonly cumulative: boolean; readonly rest: boolean };
  readonly total: boolean;
}

/** Of the amount, in thousandths; all together a little more than it at most. */
const shares = fc.integer({ min: 10, max: 220 });
const generated: fc.Arbitrary<Generated> = fc.record({
  indicators: fc.array(fc.record({ cents: fc.integer({ min: 100_000, max: 900_000_00 }), payments: fc.array(fc.record({ share: shares, order: fc.nat(1000) }), { minLength: 1, maxLength: 5 }) }), { minLength: 1, maxLength: 5 }),
  further: fc.constantFrom("blank" as const, "named" as const, "repeated" as const, "mixed" as const),
  opening: fc.boolean(),
  columns: fc.record({ date: fc.boolean(), paid: fc.boolean(), cumulative: fc.boolean(), rest: fc.boolean() }),
  total: fc.boolean(),
}).map(({ indicators, ...rest }) => ({ ...rest, amounts: indicators.map((one) => one.cents), payments: indicators.flatMap(({ cents, payments }, indicator) => payments.map(({ share, order }) => ({ indicator, order, cents: Math.floor((cents * share) / 1000) }))) }));

const NAMES = ["绿化养护", "安保服务", "印刷", "社区慰问", "垃圾清运"];

/** The ledger as a clerk keeps it, and what its rates are. */
function ledgerOf({ amounts, payments, further, opening, columns, total }: Generated): { readonly rows: readonly Cells[]; readonly rates: readonly string[] } {
  const has = { ...columns, cumulative: columns.cumulative || !columns.paid };
  const lineOf = (lead: Cells, date: string | null, figures: readonly (number | null)[]): Cells => {
    const [paid = null, sum = null, left = null] = figures.map((figure) => (figure === null ? null : figure / 100));
    return [...lead, ...(has.date ? [date] : []), ...(has.paid ? [paid] : []), ...(has.cumulative ? [sum] : []), ...(has.rest ? [left] : [])];
  };
  const spent = amounts.map(() => 0);
  const seen: number[] = [];
  const inTurn = further === "mixed" ? [...payments].sort((a, b) => a.order - b.order) : payments;
  const lines = inTurn.flatMap(({ indicator, cents: paid }, k) => {
    const amount = amounts[indicator] ?? 0;
    const named = [`X财指${indicator + 1}号`, NAMES[indicator] ?? ""];
    const isFirst = !seen.includes(indicator);
    if (isFirst) seen.push(indicator);
    const isAlone = isFirst && opening && (further === "blank" || further === "named");
    const sum = (spent[indicator] = (spent[indicator] ?? 0) + paid);
    const lead: Cells = (isFirst && !isAlone) || further === "repeated" || further === "mixed" ? [...named, amount / 100] : further === "named" ? [...named, null] : [null, null, null];
    return [...(isAlone ? [lineOf([...named, amount / 100], null, [null, null, amount])] : []), lineOf(lead, `2025-${String(k + 1).padStart(2, "0")}-01`, [paid, sum, amount - sum])];
  });
  const [whole, all] = [amounts.reduce((a, b) => a + b, 0), spent.reduce((a, b) => a + b, 0)];
  const head = ["指标文号", "项目名称", "指标金额", ...(has.date ? ["支付日期"] : []), ...(has.paid ? ["支付金额"] : []), ...(has.cumulative ? ["累计支付"] : []), ...(has.rest ? ["指标余额"] : [])];
  const rate = (name: string, part: number, of: number): string => `${name} ${hundredths(part, of)}`;
  return {
    rows: [["2025年指标支付台账（单位：元）"], head, ...lines, ...(total ? [lineOf(["合计", null, whole / 100], null, [all, all, whole - all])] : [])],
    rates: [...seen.map((indicator) => rate(NAMES[indicator] ?? "", spent[indicator] ?? 0, amounts[indicator] ?? 0)), ...(total ? [rate("合计", all, whole)] : [])],
  };
}

/** Half up, in whole numbers. */
function hundredths(part: number, whole: number): string {
  const rounded = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
  return `${rounded / 100n}.${String(rounded % 100n).padStart(2, "0")}`;
}

test("no rate but that of all payments of an indicator, and no false alarm about sums and balances", () => {
  fc.assert(fc.property(generated, (given) => {
    // A last line without a name that is the sum of all may be a total without its label.
    fc.pre(given.further !== "blank" || given.total || given.payments.slice(0, -1).reduce((sum, payment) => sum + payment.cents, 0) !== given.payments.at(-1)?.cents);
    const { rows, rates } = ledgerOf(given);
    const said = say(rows);
    expect(said.rates).toEqual(rates);
    expect(said.findings).toEqual([]);
  }), { numRuns: 300 });
});

describe("where the budget stands with the unit, and each payment says what it is for, the units are the lines", () => {
  const PAID: readonly Cells[] = [
    ["东里", 200000, "文体活动", 65000, null], [null, null, "便民设施", 88000.5, null],
    ["西里", 180000, "绿化", 180000, null], [null, null, "宣传", 0, null],
    ["合计", 380000, null, 333000.5, null],
  ];
  const RATES = ["东里 76.50", "西里 100.00", "合计 87.63"];
  test.each([
    ["社区", "支出内容"], ["部门", "摘要"], ["单位名称", "用途"], ["科室", "项目内容"], ["项目名称", "支出内容"], ["Department", "Item"],
  ])("%s | %s", (unit, item) => {
    expect(say([[unit, "年初预算", item, "支出金额", "执行率"], ...PAID])).toEqual({ rates: RATES, doubts: ["doubt-further-payments"], findings: [] });
  });

  test("the name in each line", () => {
    expect(say([["社区", "年初预算", "支出内容", "支出金额", "执行率"], ...PAID.map(([name, ...cells], at) => [name ?? PAID[at - 1]?.[0] ?? null, ...cells])])).toMatchObject({ rates: RATES });
  });

  test("its cells merged, the budget's too", () => {
    expect(say([["社区", "年初预算", "支出内容", "支出金额", "执行率"], ...PAID], { merges: ["A2:A3", "B2:B3", "A4:A5", "B4:B5"] })).toEqual({ rates: RATES, doubts: [], findings: [] });
  });

  test("what stands before the budget too, where several units show it", () => {
    const swapped = PAID.map(([name, budget, item, ...paid]): Cells => [name ?? null, item ?? null, budget ?? null, ...paid]);
    expect(say([["社区", "支出内容", "年初预算", "支出金额", "执行率"], ...swapped])).toMatchObject({ rates: RATES });
  });

  test("one unit without a budget has none, and the others keep theirs", () => {
    const [first, second, third, fourth] = PAID;
    const lines = [first, second, third, fourth].flatMap((line) => (line === undefined ? [] : [line]));
    const without: Cells = ["北里", null, "招聘", 5000, null];
    const header: Cells = ["社区", "年初预算", "支出内容", "支出金额", "执行率"];
    expect(say([header, ...lines, without])).toMatchObject({ rates: ["东里 76.50", "西里 100.00"], findings: ["unbudgeted D6"] });
    expect(say([header, without, ...lines])).toMatchObject({ rates: ["东里 76.50", "西里 100.00"], findings: ["unbudgeted D2"] });
  });

  test.each([["追加"], ["追加预算"], ["调整后预算"], ["预算调剂"]])("but lines whose money came later, as %s, are lines of their own", (header) => {
    const later = (budget: number | null, more: number): number => (header === "调整后预算" ? (budget ?? 0) + more : more);
    const line = (unit: string | null, item: string, budget: number | null, more: number, spent: number): Cells => [unit, item, budget, later(budget, more), spent];
    expect(say([["部门", "内容", "年初预算", header, "支出金额"], line("办公室", "办公费", 100, 20, 60), line(null, "抗疫物资", null, 20, 20), line("财务科", "软件", 60, 20, 40), line(null, "培训", null, 30, 10)])).toMatchObject({ rates: ["办公费 50.00", "抗疫物资 100.00", "软件 50.00", "培训 33.33"] });
  });

  test("but lines with a budget each are lines of their own", () => {
    expect(say([["部门", "项目", "预算数", "支出数"], ["办公室", "印刷", 10, 5], [null, "差旅", 8, 4], ["财务科", "软件", 6, 3], [null, "审计", null, 2]])).toMatchObject({ rates: ["印刷 50.00", "差旅 50.00", "软件 50.00"] });
  });
});

test("小计 of the payments out of one budget that leaves the budget blank is of that budget", () => {
  const rows: readonly Cells[] = [
    ["项目名称", "年初预算", "支出内容", "支出金额", "执行率"],
    ["道路维修", 500000, "材料费", 120000, null], [null, null, "人工费", 80000.5, null], [null, null, "监理费", 30000, null], [null, null, "小计", 230000.5, null],
    ["绿化提升", 180000, "苗木", 180000, null], [null, null, "小计", 180000, null],
    ["合计", 680000, null, 410000.5, null],
  ];
  const rates = ["道路维修 46.00", "小计 46.00", "绿化提升 100.00", "小计 100.00", "合计 60.29"];
  expect(say(rows)).toEqual({ rates, doubts: ["doubt-further-payments"], findings: [] });
  expect(say(rows, { merges: ["A2:A5", "B2:B5", "A6:A7", "B6:B7"] })).toEqual({ rates, doubts: [], findings: [] });
});

describe("what single things cost, below the line with their budget, is part of it", () => {
  const told = (names: readonly [string, string], spent: number, header: readonly string[] = ["项目", "年初预算", "支出金额"]) => say([
    header, ["道路维修", 200000, spent], [names[0], null, 100000], [names[1], null, 50000], ["绿化", 100000, 90000], [names[0], null, 60000], [names[1], null, 30000], ["合计", 300000, spent + 90000],
  ]);

  test.each<[string, string]>([["  材料", "  人工"], ["其中：材料", "人工"], ["1. 材料", "2. 人工"], ["材料", "人工"]])("%s, %s", (...names) => {
    expect(told(names, 150000)).toEqual({ rates: ["道路维修 75.00", "绿化 90.00", "合计 80.00"], doubts: [], findings: [] });
  });

  test("the line with the budget says 小计 of what follows", () => {
    expect(say([
      ["项目名称", "年初预算", "支出内容", "支出金额"], ["道路维修", 200000, "小计", 150000], [null, null, "材料", 100000], [null, null, "人工", 50000], ["绿化", 100000, "小计", 90000], [null, null, "苗木", 60000], [null, null, "养护", 30000], ["合计", 300000, null, 240000],
    ])).toMatchObject({ rates: ["道路维修 75.00", "绿化 90.00", "合计 80.00"], findings: [] });
  });

  test("but where they do not come to what it spent, they are lines of their own", () => {
    expect(told(["材料", "人工"], 140000).findings.filter((finding) => finding.startsWith("unbudgeted"))).toEqual(["unbudgeted C3", "unbudgeted C4", "unbudgeted C6", "unbudgeted C7"]);
  });

  test("nor where the total counts them", () => {
    expect(say([["项目", "年初预算", "支出金额"], ["道路维修", 200000, 150000], ["材料", null, 100000], ["人工", null, 50000], ["合计", 200000, 300000]]).findings).toEqual(["unbudgeted C3", "unbudgeted C4"]);
  });
});
