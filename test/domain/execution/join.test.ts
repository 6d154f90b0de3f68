import fc from "fast-check";
import { computeJoined } from "../../../src/domain/execution/join";
import { keyedRows, matchRows } from "../../../src/domain/execution/match";
import type { TableExecution } from "../../../src/domain/execution/result";
import { DEFAULT_THRESHOLDS } from "../../../src/domain/execution/status";
import { formatRange } from "../../../src/workbook/address";
import type { CellValue, SheetSnapshot } from "../../../src/workbook/snapshot";
import { printedSheets, sheetOfPrinted } from "../../support/sample";
import { sheetOf } from "../../support/snapshots";
import { tableIn, type TableShape } from "../../support/tables";

interface Side {
  readonly sheet: SheetSnapshot;
  readonly shape: TableShape;
}

function join(budget: Side, expenditure: Side): TableExecution {
  const outcome = computeJoined({ table: tableIn(budget.sheet, budget.shape), sheet: budget.sheet }, { table: tableIn(expenditure.sheet, expenditure.shape), sheet: expenditure.sheet },
    { basis: "adjusted", cutOff: { year: 2016, month: 12, day: 31 }, thresholds: DEFAULT_THRESHOLDS });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

function lines({ rows }: TableExecution): string[] {
  return rows.map(({ name, budget, rate }) => `${name} ${budget?.toFixed() ?? ""} ${rate.ok ? rate.percent.toFixed(2) : rate.why}`);
}

function told({ findings }: TableExecution): string[] {
  return findings.map(({ rule, place, values }) => `${rule} ${place.sheetName} ${formatRange(place.range)} ${values["name"] ?? ""}`);
}

type Row = readonly (CellValue | null)[];

/** Code, name, amount. */
function budgets(rows: readonly Row[], shape: Partial<TableShape> = {}): Side {
  return { sheet: sheetOf("预算", [["代码", "名称", "预算数"], ...rows]), shape: { header: 1, roles: { A: "code", B: "name", C: "original-budget" }, unit: "万元", ...shape } };
}

function spending(rows: readonly Row[], shape: Partial<TableShape> = {}): Side {
  return { sheet: sheetOf("支出", [["代码", "名称", "支出数"], ...rows]), shape: { header: 1, roles: { A: "code", B: "name", C: "expenditure" }, unit: "万元", ...shape } };
}

test("the report's expenditure sentences on its adjusted budget: 84.14 % overall, sixteen lines by name, the others said", () => {
  const sheetNamed = (name: string): SheetSnapshot => {
    const sheet = printedSheets().find((printed) => printed.name === name);
    if (sheet === undefined) throw new Error(name);
    return sheetOfPrinted(sheet);
  };
  const execution = join(
    { sheet: sheetNamed("调整后预算"), shape: { header: [2, 3], roles: { A: "name", B: "adjusted-budget", C: "basic", D: "project" }, unit: "万元", kinds: { 46: "total" } } },
    { sheet: sheetNamed("预算执行"), shape: { header: 2, roles: { A: "name", B: "expenditure" }, units: { B: "万元" }, kinds: { 26: "total" } } },
  );
  expect(lines(execution)).toEqual([
    "人大事务 118.3 60.15", "政协事务 2.05 0.00", "政府办公厅（室）及相关机构事务 4185.58 90.19", "统计信息事务 2.74 79.20", "财政事务 96.46 85.26",
    "纪检监察事务 14.41 90.49", "民族事务 43.98 51.57", "宗教事务 38.4 99.66", "民主党派及工商联事务 4.6 86.96", "群众团体事务 106.95 47.51",
    "组织事务 1394.53 76.92", "宣传事务 225.05 84.71", "国防动员 24.23 42.14", "公共安全  unmatched", "其他教育支出 48 53.44", "科学技术普及  unmatched",
    // The same names as in the table, and other scopes: 文化 without 体育, 其他支出 without 彩票公益金.
    "文化 399.56 72.37",
    "社会保障和就业事务  unmatched", "医疗卫生和计划生育事务  unmatched", "城乡社区公共设施  unmatched", "资源勘探信息等  unmatched", "住房保障支出  unmatched",
    "其他支出 229.3 84.65",
    "合计 27752.1 84.14",
  ]);
  expect(execution.sum.budget?.toFixed(2)).toBe("27752.10");
  const rules = execution.findings.map(({ rule }) => rule);
  expect([rules.filter((rule) => rule === "unmatched-expenditure").length, rules.filter((rule) => rule === "unmatched-budget").length]).toEqual([7, 26]);
  expect(told(execution)).toContain("total-mismatch 预算执行 B26 合计");
  expect(told(execution)).toContain("unmatched-budget 调整后预算 A40 小额担保贷款贴息");
});

test("by code before name, and by name where a line has no code", () => {
  const execution = join(
    budgets([["0101", "甲项目", 100], ["0102", "乙项目", 200], ["", "丙　项目", 300]]),
    spending([["0102", "改了名的乙", 50], ["0101", "甲项目", 50], [null, "丙项目", 150]]),
  );
  expect(lines(execution)).toEqual(["改了名的乙 200 25.00", "甲项目 100 50.00", "丙项目 300 50.00"]);
  expect(told(execution)).toEqual(["renamed-line 支出 B2 改了名的乙"]);
  expect(execution.findings[0]).toMatchObject({ severity: "info", values: { code: "0102", known: "乙项目", other: "预算" } });
});

describe("one code under two names", () => {
  test("has no rate where a name stands under another code on the other side", () => {
    const swapped = join(budgets([["001", "甲", 100], ["002", "乙", 40], ["003", "丙", 10]]), spending([["001", "乙", 20], ["002", "甲", 40], ["003", "丙", 5]]));
    expect(lines(swapped)).toEqual(["乙  name-conflict", "甲  name-conflict", "丙 10 50.00"]);
    expect(told(swapped)).toEqual(["name-conflict 支出 B2 乙", "name-conflict 支出 B3 甲"]);
    const moved = join(budgets([["001", "甲", 100], ["002", "乙", 40]]), spending([["001", "乙", 20], ["003", "丁", 1]]));
    expect(lines(moved)).toEqual(["乙  name-conflict", "丁  unmatched"]);
  });

  test("is one line where nothing contradicts that, and is said; a general word more is no other name", () => {
    const renamed = join(budgets([["001", "甲", 100], ["002", "教育", 40]]), spending([["001", "甲（二期）", 40], ["002", "教育支出", 20]]));
    expect(lines(renamed)).toEqual(["甲（二期） 100 40.00", "教育支出 40 50.00"]);
    expect(told(renamed)).toEqual(["renamed-line 支出 B2 甲（二期）"]);
  });

  test("names that many lines have tell none apart", () => {
    const many = join(
      budgets([["2010101", "行政运行", 100], ["2010201", "行政运行", 40]]),
      spending([["2010101", "人大行政运行", 40], ["2010201", "行政运行", 20]]),
    );
    expect(lines(many)).toEqual(["人大行政运行 100 40.00", "行政运行 40 50.00"]);
  });

  test("a swap of any two names of a table is never computed", () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), fc.nat(), (count, a, b) => {
      const [p, q] = [a % count, b % count];
      fc.pre(p !== q);
      const names = Array.from({ length: count }, (_, k) => `街道${String.fromCharCode(65 + k)}事务`);
      const other = names.map((name, k) => (k === p ? names[q] : k === q ? names[p] : name) ?? "");
      const execution = join(budgets(names.map((name, k) => [`0${String(k)}`, name, 100])), spending(other.map((name, k) => [`0${String(k)}`, name, 40])));
      expect(execution.rows.map(({ rate }) => (rate.ok ? rate.percent.toFixed(2) : rate.why))).toEqual(names.map((_, k) => (k === p || k === q ? "name-conflict" : "40.00")));
    }), { numRuns: 50 });
  });
});

test("a line above its parts is of the same line above its parts; of no other, and its parts' rates stay theirs", () => {
  const kinds = { 2: "subtotal" } as const;
  const parts: Row[] = [["20101", "人大事务", 100], ["20102", "政协事务", 40]];
  const spent = (code: string, name: string) => spending([[code, name, 60], ["20101", "人大事务", 40], ["20102", "政协事务", 20]], { kinds });
  expect(lines(join(budgets([["201", "一般公共服务", 140], ...parts], { kinds }), spent("201", "一般公共服务支出")))).toEqual(["一般公共服务支出 140 42.86", "人大事务 100 40.00", "政协事务 40 50.00"]);
  expect(lines(join(budgets([["201", "一般公共服务", 140], ...parts], { kinds }), spent("201", "教育")))[0]).toBe("教育  unmatched");
  // What its parts come to.
  expect(lines(join(budgets([["201", "一般公共服务", 150], ...parts], { kinds }), spent("", "一般公共服务")))[0]).toBe("一般公共服务 140 42.86");
  expect(lines(join(budgets([["201", "一般公共服务", 140], ...parts, ["201", "一般公共服务", 7]], { kinds: { 2: "subtotal", 5: "subtotal" } }), spent("201", "一般公共服务")))[0]).toBe("一般公共服务  unmatched");
});

test("the same name under another code is another line", () => {
  const execution = join(budgets([["01", "物业费", 100], ["02", "水费", 10]]), spending([["03", "物业费", 50], ["02", "水费", 5]]));
  expect(lines(execution)).toEqual(["物业费  unmatched", "水费 10 50.00"]);
  expect(told(execution)).toEqual(["unmatched-budget 预算 B2 物业费", "unmatched-expenditure 支出 B2 物业费"]);
});

test("codes of two different systems contradict nothing: then names decide", () => {
  expect(lines(join(budgets([["A1", "物业费", 100]]), spending([["9001", "物业费", 50]])))).toEqual(["物业费 100 50.00"]);
});

test("a name that stands twice joins nothing, and a code tells its lines apart", () => {
  const twice = join(budgets([["", "城乡社区环境卫生", 237.35], ["", "城乡社区环境卫生", 2525.09]]), spending([["", "城乡社区环境卫生", 500]]));
  expect(lines(twice)).toEqual(["城乡社区环境卫生  duplicate-key"]);
  expect(told(twice)).toEqual(["duplicate-key 预算 B2 城乡社区环境卫生", "duplicate-key 预算 B3 城乡社区环境卫生", "duplicate-key 支出 B2 城乡社区环境卫生"]);

  const byCode = join(budgets([["01", "城乡社区环境卫生", 200], ["02", "城乡社区环境卫生", 2500]]), spending([["02", "城乡社区环境卫生", 500]]));
  expect(lines(byCode)).toEqual(["城乡社区环境卫生 2500 20.00"]);
});

test("one budget line spent in several: told as that, and not as several budget lines", () => {
  const paid = join(budgets([["01", "物业费", 100], ["02", "保安费", 50]]), spending([["01", "物业费", 30], ["01", "物业费", 20], ["02", "保安费", 25]]));
  expect(lines(paid)).toEqual(["物业费  shared-budget", "物业费  shared-budget", "保安费 50 50.00"]);
  expect(paid.findings.filter(({ rule }) => rule === "duplicate-key").map(({ kind, values }) => [kind, values["lines"]])).toEqual([["one-budget", 2], ["one-budget", 2], ["one-budget", 2]]);
});

test("a code that stands twice joins nothing, not even by name", () => {
  const execution = join(budgets([["01", "甲", 100], ["01", "乙", 200]]), spending([["01", "甲", 50]]));
  expect(lines(execution)).toEqual(["甲  duplicate-key"]);
});

test("a name twice in one table only is not ambiguous, just unmatched", () => {
  expect(told(join(budgets([["", "甲", 1], ["", "甲", 2]]), spending([["", "乙", 1]])))).toEqual(["unmatched-budget 预算 B2 甲", "unmatched-budget 预算 B3 甲", "unmatched-expenditure 支出 B2 乙"]);
});

test("the budget is converted into the expenditure's unit", () => {
  const execution = join(budgets([["1", "甲", 1000000]], { unit: "元" }), spending([["1", "甲", 25]]));
  expect([execution.unit, ...lines(execution)]).toEqual(["万元", "甲 100 25.00"]);
});

test("an unknown unit on one side leaves no rates; on both it is taken for the same, with a warning", () => {
  const one = join(budgets([["1", "甲", 100]], { unit: null }), spending([["1", "甲", 25]]));
  const both = join(budgets([["1", "甲", 100]], { unit: null }), spending([["1", "甲", 25]], { unit: null }));
  expect([lines(one), one.findings.map(({ severity, place }) => [severity, place.sheetName])]).toEqual([["甲 100 unit-unknown"], [["error", "预算"]]]);
  expect([lines(both), both.findings.map(({ severity, place }) => [severity, place.sheetName])]).toEqual([["甲 100 25.00"], [["warning", "支出"]]]);
});

test("the total divides totals: the budget table's printed one, or the sum of its rows", () => {
  const rows: Row[] = [["1", "甲", 100], ["2", "乙", 300]];
  const spent = spending([["1", "甲", 25], ["", "合计", 100]], { kinds: { 3: "total" } });
  expect(join(budgets([...rows, ["", "总计", 500]], { kinds: { 4: "total" } }), spent).total?.budget?.toFixed()).toBe("500");
  expect(join(budgets(rows), spent).total?.rate).toMatchObject({ ok: true });
  expect(lines(join(budgets(rows), spent)).at(-1)).toBe("合计 400 25.00");
});

test("matching is symmetric, one to one, and independent of the order of rows", () => {
  const row = fc.record({ code: fc.constantFrom("", "1", "2", "3"), name: fc.constantFrom("", "甲", "乙", "丙", "丁") });
  const rowsOf = (list: readonly { code: string; name: string }[]) => keyedRows(list.map((keys, i) => ({ row: i, kind: "body", ...keys })));
  fc.assert(fc.property(fc.array(row, { maxLength: 6 }), fc.array(row, { maxLength: 6 }), (a, b) => {
    const [left, right] = [rowsOf(a), rowsOf(b)];
    const matching = matchRows(left, right);
    const swapped = matchRows(right, left);
    expect([swapped.right, swapped.left]).toEqual([matching.left, matching.right]);
    const others: number[] = [];
    for (const [i, match] of matching.left.entries()) {
      if (match?.kind !== "matched") continue;
      others.push(match.other);
      expect(matching.right[match.other]).toEqual({ kind: "matched", other: i });
    }
    expect(new Set(others).size).toBe(others.length);

    const reversed = matchRows(rowsOf([...a].reverse()), right);
    expect([...reversed.left].reverse().map((match) => match?.kind)).toEqual(matching.left.map((match) => match?.kind));
  }));
});

test("lines are joined whether or not one table numbers them", () => {
  const budget = sheetOf("预算", [["名称", "预算数"], ["（一）基本支出", 100], ["（二）项目支出", 200], ["① 24号院", 50]]);
  const spent = sheetOf("执行", [["名称", "支出数"], ["基本支出", 50], ["2.项目支出", 20], ["24号院", 10]]);
  const outcome = computeJoined(
    { table: tableIn(budget, { header: 1, roles: { A: "name", B: "adjusted-budget" }, unit: "万元" }), sheet: budget },
    { table: tableIn(spent, { header: 1, roles: { A: "name", B: "expenditure" }, unit: "万元" }), sheet: spent },
    { basis: "adjusted", cutOff: null, thresholds: DEFAULT_THRESHOLDS },
  );
  expect(outcome.ok && outcome.value.rows.map(({ name, rate }) => `${name} ${rate.ok ? rate.percent.toFixed(2) : rate.why}`)).toEqual(["基本支出 50.00", "2.项目支出 10.00", "24号院 20.00"]);
});

describe("a group without a code has the budget of its name, else that of its parts", () => {
  const named = (rows: readonly (readonly [string, number])[]): Row[] => rows.map(([name, amount]) => ["", name, amount]);
  const kinds = { 2: "subtotal", 5: "subtotal", 7: "total" } as const;
  const BUDGET = named([["一、基本支出", 310], ["人员", 200], ["公用", 100], ["二、项目支出", 100], ["运维", 100], ["合计", 400]]);
  const SPENT = named([["一、基本支出", 200], ["人员", 150], ["公用", 50], ["二、项目支出", 60], ["运维", 60], ["合计", 260]]);

  test("by name", () => {
    expect(lines(join(budgets(BUDGET, { kinds, through: { 2: 4, 5: 6 } }), spending(SPENT, { kinds, through: { 2: 4, 5: 6 } })))).toEqual([
      "一、基本支出 310 64.52", "人员 200 75.00", "公用 100 50.00", "二、项目支出 100 60.00", "运维 100 60.00", "合计 400 65.00",
    ]);
  });

  test("by its parts, where the budget has no line of its name, or several", () => {
    const below = { 4: "subtotal", 6: "subtotal", 7: "total" } as const;
    const spent = named([["人员", 150], ["公用", 50], ["小计", 200], ["运维", 60], ["小计", 60], ["合计", 260]]);
    expect(lines(join(budgets(named([["人员", 200], ["公用", 100], ["运维", 100]])), spending(spent, { kinds: below })))).toEqual(["人员 200 75.00", "公用 100 50.00", "小计 300 66.67", "运维 100 60.00", "小计 100 60.00", "合计 400 65.00"]);
    expect(lines(join(budgets(named([["人员", 200], ["公用", 100], ["小计", 300], ["运维", 100], ["小计", 100], ["合计", 400]]), { kinds: below }), spending(spent, { kinds: below })))[2]).toBe("小计 300 66.67");
  });

  test("not where one of them has none", () => {
    expect(lines(join(budgets(named([["人员", 200], ["运维", 100]])), spending(SPENT, { kinds, through: { 2: 4, 5: 6 } })))).toEqual([
      "一、基本支出  unmatched", "人员 200 75.00", "公用  unmatched", "二、项目支出 100 60.00", "运维 100 60.00", "合计 300 86.67",
    ]);
  });
});
