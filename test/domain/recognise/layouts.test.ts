import { formatRange } from "../../../src/workbook/address";
import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf, summariesOf } from "./summary";

describe("headers", () => {
  test("two rows without any merged cell: blanks to the right and below", () => {
    const sheet = sheetOf("表", [
      ["分类名称", "年初预算", "其中", null],
      [null, null, "基本支出", "项目支出"],
      ["人大事务", 10, 4, 6],
      ["总计", 10, 4, 6],
    ]);
    expect(summariesOf(sheet)).toEqual([{ at: "A1:D4 1-2", title: null, unit: "unknown unit-unknown", roles: "name original-budget basic project", rows: ["人大事务", "总计 total"] }]);
    expect(recogniseSheet(sheet)[0]?.columns.map(({ header }) => header)).toEqual([["分类名称"], ["年初预算"], ["其中", "基本支出"], ["其中", "项目支出"]]);
  });

  test("names in the lower of two rows", () => {
    const sheet = sheetOf("表", [
      [null, null, "其中", null],
      ["分类名称", "年初预算", "基本支出", "项目支出"],
      ["人大事务", 10, 4, 6],
    ]);
    expect(summariesOf(sheet)).toEqual([{ at: "A1:D3 1-2", title: null, unit: "unknown unit-unknown", roles: "name original-budget basic project", rows: ["人大事务"] }]);
  });

  test("three rows with merged cells: budget and spending, each with its parts", () => {
    const sheet = sheetOf("表", [
      ["科目编码", "科目名称", "2016年", null, null, null, null, null],
      [null, null, "调整后预算", null, null, "执行数", null, null],
      [null, null, "小计", "基本支出", "项目支出", "小计", "基本支出", "项目支出"],
      ["2010301", "行政运行", 10, 4, 6, 9, 3, 6],
      ["合计", null, 10, 4, 6, 9, 3, 6],
    ], { merges: ["A1:A3", "B1:B3", "C1:H1", "C2:E2", "F2:H2"] });
    const [table] = recogniseSheet(sheet);
    expect(summariesOf(sheet)).toEqual([{ at: "A1:H5 1-3", title: null, unit: "unknown unit-unknown", roles: "function-code? function-name? adjusted-budget basic project expenditure basic project", rows: ["行政运行", "合计 total"] }]);
    expect(table?.columns[7]).toMatchObject({ header: ["2016年", "执行数", "项目支出"], role: "project", partOf: "expenditure" });
  });

  test("two full rows, as systems export them", () => {
    const sheet = sheetOf("表", [["项目", "预算", "预算", "支出", "支出"], ["项目", "年初预算", "调整后预算", "1月", "2月"], ["物业费", 10, 12, 1, 2]]);
    expect(summariesOf(sheet)).toEqual([{ at: "A1:E3 1-2", title: null, unit: "unknown unit-unknown", roles: "name original-budget adjusted-budget month-1 month-2", rows: ["物业费"] }]);
  });

  test("years above, unknown to any dialect, belong to the header; the year that has budget and spending counts", () => {
    const sheet = sheetOf("表", [
      ["项目", "2015年", null, "2016年", null],
      [null, "预算数", "决算数", "预算数", "决算数"],
      ["物业费", 1, 2, 3, 4],
    ], { merges: ["A1:A2", "B1:C1", "D1:E1"] });
    expect(summariesOf(sheet)).toEqual([{ at: "A1:E3 1-2", title: null, unit: "unknown unit-unknown", roles: "name - - original-budget? expenditure", rows: ["物业费"] }]);
    expect(recogniseSheet(sheet)[0]?.columns[2]?.reason).toEqual({ code: "other-year", values: { header: "2015年 决算数", year: "2015", counting: "2016" } });
  });

  test("years as numbers in cells of their own", () => {
    const sheet = sheetOf("表", [["项目", 2015, null, 2016, null], [null, "预算数", "支出数", "预算数", "支出数"], ["物业费", 1, 2, 3, 4]], { merges: ["A1:A2", "B1:C1", "D1:E1"] });
    expect(recogniseSheet(sheet).map(rolesOf)).toEqual(["name - - original-budget? expenditure"]);
  });

  test("spending of last year is not put against this year's budget", () => {
    const sheet = sheetOf("表", [["项目", "2015年决算数", "2016年预算数"], ["物业费", 1, 2]]);
    expect(recogniseSheet(sheet).map(rolesOf)).toEqual(["name - original-budget?"]);
  });

  test("parts that no dialect knows still belong to the header", () => {
    const sheet = sheetOf("表", [
      ["项目名称", "预算数", "资金来源", null, null],
      [null, null, "市级", "区级", "其他"],
      ["物业费", 6, 1, 2, 3],
    ], { merges: ["A1:A2", "B1:B2", "C1:E1"] });
    expect(summariesOf(sheet)).toEqual([{ at: "A1:E3 1-2", title: null, unit: "unknown unit-unknown", roles: "name original-budget? - - -", rows: ["物业费"] }]);
  });

  test("a row of column numbers belongs to the header", () => {
    const sheet = sheetOf("表", [
      ["项目", "年初预算数", "调整后预算数", "执行数", "执行率（%）"],
      ["栏次", 1, 2, 3, "4=3/2"],
      ["物业费", 10, 20, 5, 25],
      ["合计", 10, 20, 5, 25],
    ]);
    expect(summariesOf(sheet)).toEqual([{ at: "A1:E4 1-2", title: null, unit: "unknown unit-unknown", roles: "name original-budget adjusted-budget expenditure rate", rows: ["物业费", "合计 total"] }]);
  });

  test.each<[string, (CellValue | null)[][], string[]]>([
    ["begins with 3", [["项目", "行次", "全年预算数", "决算数", "完成率"], ["栏次", null, 3, 4, 5], ["甲", 1, 100, 40, null], ["合计", 2, 100, 40, null]], ["甲", "合计 total"]],
    ["leaves columns out", [["项目", "预算数", "支出数", "完成率"], ["栏次", "2", "5", "7=5/2"], ["甲", 100, 40, null], ["合计", 100, 40, null]], ["甲", "合计 total"]],
    ["has our headers beside it", [["项目", "预算数", "支出数", null, null], ["栏次", "3", "4", "核算完成比例", "状态"], ["甲", 100, 40, 0.4, "正常"], ["合计", 100, 40, 0.4, "正常"]], ["甲", "合计 total"]],
    ["has our header beside the table's own rates", [["项目", "预算数", "支出数", "完成率", null], ["栏次", "1", "2", "3=2/1", "状态"], ["甲", 100, 40, 0.4, "正常"], ["合计", 100, 40, 0.4, "正常"]], ["甲", "合计 total"]],
    ["begins with letters", [["项目", "预算数", "支出数", "完成率", null], ["甲", 1, 2, 3, "状态"], ["乙项目", 100, 40, 0.4, "正常"], ["合计", 100, 40, 0.4, "正常"]], ["乙项目", "合计 total"]],
  ])("a row of column numbers that %s is no line", (_, cells, rows) => {
    expect(summariesOf(sheetOf("表", cells))).toMatchObject([{ rows }]);
  });

  test.each<[string, (CellValue | null)[]]>([
    ["goes on", ["栏次", null, "1", "2", "栏次", null, "3", "4"]],
    ["begins anew", ["栏次", null, 1, 2, "栏次", null, 1, 2]],
  ])("column numbers over two tables side by side: the second half %s", (_, numbers) => {
    const halves = ["项目", "行次", "全年预算数", "决算数", "项目", "行次", "全年预算数", "决算数"];
    const cells: (CellValue | null)[][] = [["收入", null, null, null, "支出", null, null, null], halves, numbers, ["财政拨款", 1, 1000, 980, "教育", 31, 600, 550], ["事业收入", 2, 200, 210, "卫生", 32, 500, 480], ["合计", 3, 1200, 1190, "合计", 33, 1100, 1030]];
    const rows = summariesOf(sheetOf("表", cells, { merges: ["A1:D1", "E1:H1"] })).flatMap((table) => table.rows);
    expect(rows).toContain("教育");
    expect(rows.filter((row) => row.includes("栏次"))).toEqual([]);
  });

  test("amounts are no column numbers, though a line is called 栏目", () => {
    expect(summariesOf(sheetOf("表", [["项目", "预算数", "支出数"], ["栏目", 100, 50], ["物业费", 10, 5]]))).toMatchObject([{ rows: ["栏目", "物业费"] }]);
  });

  test("one column number is enough where the row is called 栏次; a line of small figures is a line", () => {
    expect(summariesOf(sheetOf("表", [["项目", "预算数"], ["栏次", 1], ["物业费", 10]]))).toMatchObject([{ at: "A1:B3 1-2", rows: ["物业费"] }]);
    expect(summariesOf(sheetOf("表", [["项目", "预算数", "支出数"], ["甲", 1, 3], ["乙", 5, 6]]))).toMatchObject([{ at: "A1:C3 1-1", rows: ["甲", "乙"] }]);
    expect(summariesOf(sheetOf("表", [["项目", "预算数", "支出数"], ["甲", 3, 4], ["乙", 5, 6]]))).toMatchObject([{ at: "A1:C3 1-1", rows: ["甲", "乙"] }]);
  });

  test("of two columns of texts without header the one next to the amounts holds the names", () => {
    expect(recogniseSheet(sheetOf("表", [[null, null, "年初预算", "支出数"], ["办公室", "物业费", 10, 5], ["财政科", "软件费", 10, 5]])).map(rolesOf)).toEqual(["- name? original-budget expenditure"]);
  });

  test.each<[string, (string | null)[], string]>([
    ["names and amounts", ["项目", null, "预算数", "支出数"], "A1:D3 1-1 name - original-budget? expenditure"],
    ["amounts", ["项目", "预算数", null, "支出数"], "A1:D3 1-1 name original-budget? - expenditure"],
    ["each two", ["项目", null, "预算数", null, "支出数", "执行率"], "A1:F3 1-1 name - original-budget? - expenditure rate"],
  ])("an empty column between %s belongs to the table", (_, header, expected) => {
    const line = (name: string, budget: number, spent: number): (string | number | null)[] => header.map((text) => ({ 项目: name, 预算数: budget, 支出数: spent })[text ?? ""] ?? null);
    expect(summariesOf(sheetOf("表", [header, line("物业费", 10, 5), line("差旅费", 20, 8)])).map(({ at, roles }) => `${at} ${roles}`)).toEqual([expected]);
  });

  test("a filled column without header between the others belongs to the table", () => {
    expect(summariesOf(sheetOf("表", [["项目", "年初预算", null, "科室", "支出数"], ["物业费", 10, "急", "办公室", 5]]))).toMatchObject([{ at: "A1:E2 1-1", roles: "name original-budget - - expenditure" }]);
  });

  test("rates of another year are left aside too", () => {
    expect(recogniseSheet(sheetOf("表", [["项目", "2015年执行率", "2016年预算数", "2016年支出数", "2016年执行率"], ["物业费", 1, 2, 1, 0.5]])).map(rolesOf)).toEqual(["name - original-budget? expenditure rate"]);
  });

  test("a column of serial numbers, titled or not, is neither code nor name", () => {
    const rows = (title: string | null) => [[title, "项目名称", "预算数", "支出数"], [1, "物业费", 10, 5], [2, "保安费", 20, 5], [3, "合计", 30, 10]];
    for (const title of ["序号", null, "编号"]) {
      expect(summariesOf(sheetOf("表", rows(title)))).toMatchObject([{ at: "A1:D4 1-1", roles: "- name original-budget? expenditure", rows: ["物业费", "保安费", "合计 total"] }]);
    }
  });

  test("a name column without header", () => {
    const sheet = sheetOf("表", [[null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"], ["年度资金总额", 10, 12, 6, 10, "50%", 5], ["其中：当年财政拨款", 8, 10, 5, null, null, null], ["上年结转资金", 2, 2, 1, null, null, null]]);
    expect(summariesOf(sheet)).toMatchObject([{ roles: "name? original-budget adjusted-budget expenditure - rate -", rows: ["年度资金总额 total", "其中：当年财政拨款", "上年结转资金"] }]);
  });

  test("a form with fields above and another table below, names beside a merged label", () => {
    const sheet = sheetOf("表", [
      ["项目支出绩效目标执行监控表"], ["项目名称", "社区建设", null, "主管部门", "德胜街道", null],
      ["项目资金（万元）", "资金来源", "年初预算数", "全年预算数", "1-6月执行数", "执行率"],
      [null, "年度资金总额", 120, 130, 50, "38.46%"], [null, "其中：当年财政拨款", 100, 110, 50, "45.45%"], [null, "上年结转资金", 20, 20, 0, "0.00%"],
      ["一级指标", "二级指标", "年度指标值", "1-6月执行情况", "全年预计完成情况", "偏差原因分析"], ["产出指标", "数量指标", "10个", "5个", "10个", "无"],
    ], { merges: ["A1:F1", "A3:A6"] });
    expect(summariesOf(sheet)).toEqual([{ at: "A3:F6 3-3", title: "项目支出绩效目标执行监控表", unit: "万元 unit-in-header", roles: "- name? original-budget adjusted-budget expenditure rate", rows: ["年度资金总额 total", "其中：当年财政拨款", "上年结转资金"] }]);
  });

  test("codes spread over 类, 款 and 项 are put together, and show which rows add up others", () => {
    const sheet = sheetOf("表", [
      ["2016年部门支出预算表"], ["科目编码", null, null, "科目名称", "合计", "基本支出", "项目支出"], ["类", "款", "项", null, null, null, null],
      ["201", null, null, "一般公共服务支出", 10, 4, 6], ["201", "03", null, "政府办公厅事务", 10, 4, 6], ["201", "03", "01", "行政运行", 10, 4, 6], [null, null, null, "合计", 10, 4, 6],
    ], { merges: ["A2:C2", "D2:D3", "E2:E3", "F2:F3", "G2:G3"] });
    expect(summariesOf(sheet)).toMatchObject([{ at: "A2:G7 2-3", roles: "- - - function-name? original-budget? basic project", rows: ["一般公共服务支出 subtotal", "政府办公厅事务 subtotal", "行政运行", "合计 total"] }]);
    expect(recogniseSheet(sheet)[0]?.rows.map(({ code }) => code)).toEqual(["201", "20103", "2010301", ""]);
  });

  test("so are codes of which each part stands only where it begins", () => {
    const tree = (parts: readonly (readonly [string | number, string | number, string | number])[]) => recogniseSheet(sheetOf("表", [
      ["类", "款", "项", "科目名称", "预算数", "支出数"], ...parts.map((part, i) => [...part, `科目${"甲乙丙丁戊己"[i]}`, [10, 7, 3, 4, 3, 3][i] ?? 0, 1]), ["", "", "", "合计", 10, 6],
    ])).flatMap(({ rows }) => rows.map(({ code, kind }) => `${code} ${kind}`));
    const told = ["201 subtotal", "20103 subtotal", "2010301 body", "2010302 body", "20105 subtotal", "2010507 body", " total"];
    expect(tree([["201", "", ""], ["", "03", ""], ["", "", "01"], ["", "", "02"], ["", "05", ""], ["", "", "07"]])).toEqual(told);
    expect(tree([[201, "", ""], ["", 3, ""], ["", "", 1], ["", "", 2], ["", 5, ""], ["", "", 7]])).toEqual(told);
  });

  test("one header over two columns: the one that says more holds the names", () => {
    const sheet = sheetOf("表", [["项目", null, "预算数", "支出数"], ["一、", "人员经费", 10, 5], ["二、", "公用经费", 20, 5], ["合计", null, 30, 10]], { merges: ["A1:B1", "A4:B4"] });
    expect(summariesOf(sheet)).toMatchObject([{ roles: "- name original-budget? expenditure", rows: ["人员经费", "公用经费", "合计 total"] }]);
    expect(recogniseSheet(sheet)[0]?.mergedBody).toEqual([]);
  });

  test("the sum of the sources of money is the budget, not one of them", () => {
    const sheet = sheetOf("表", [["项目名称", "资金来源", null, null, "支出数"], [null, "合计", "财政拨款", "其他资金", null], ["物业费", 10, 8, 2, 5]], { merges: ["A1:A2", "B1:D1", "E1:E2"] });
    expect(recogniseSheet(sheet).map(rolesOf)).toEqual(["name original-budget? - - expenditure"]);
  });

  test("quarters add up to the spending", () => {
    expect(recogniseSheet(sheetOf("表", [["项目", "年初预算", "一季度", "二季度", "三季度", "四季度", "合计"], ["物业费", 10, 1, 2, 3, 4, 10]])).map(rolesOf)).toEqual(["name original-budget quarter-1 quarter-2 quarter-3 quarter-4 expenditure?"]);
  });

  test("what a column headed 金额 holds is told by the words around it", () => {
    const told = (title: string): readonly string[] => recogniseSheet(sheetOf("表", [[title], ["项目", "金额"], ["物业费", 10]])).map(rolesOf);
    expect([told("2016年部门预算表"), told("2016年支出决算表"), told("项目支出预算表"), told("调整后预算表"), told("全年支出情况"), told("街道通讯录")]).toEqual([
      ["name original-budget?"], ["name expenditure?"], ["name original-budget?"], ["name adjusted-budget?"], ["name expenditure?"], [],
    ]);
  });

  test("months, in words, digits or dates", () => {
    const months = "month-1 month-2 month-3 month-4 month-5 month-6 month-7 month-8 month-9 month-10 month-11 month-12";
    const body = ["物业费", 24, ...Array.from({ length: 12 }, () => 1), 12];
    const digits = Array.from({ length: 12 }, (_, at) => `${at + 1}月`);
    const words = ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"];
    // 2016-01-01 and the first of each month after, as Excel counts days.
    const dates = [42370, 42401, 42430, 42461, 42491, 42522, 42552, 42583, 42614, 42644, 42675, 42705];
    for (const header of [digits, words, dates]) {
      const sheet = sheetOf("表", [["项目", "年初预算", ...header, "合计"], body], { formats: { "C1:N1": 'yyyy"年"m"月"' } });
      expect(recogniseSheet(sheet).map(rolesOf)).toEqual([`name original-budget ${months} expenditure?`]);
    }
  });

  test("monthly plans are not monthly spending", () => {
    const sheet = sheetOf("表", [["项目", "预算", null, "支出", null], [null, "1月", "2月", "1月", "2月"], ["物业费", 1, 2, 3, 4]], { merges: ["A1:A2", "B1:C1", "D1:E1"] });
    expect(recogniseSheet(sheet).map(rolesOf)).toEqual(["name - - month-1 month-2"]);
  });
});

describe("codes under headers that might be names", () => {
  test.each([
    ["功能分类科目", "科目名称", ["2010101", "2010102", "2010201"], "function-code? function-name? original-budget expenditure"],
    ["功能科目", "科目名称", [2010101, 2010102, 2010201], "function-code? function-name? original-budget expenditure"],
    ["Account", "Department", ["100-10", "100-20", "200-10"], "code? name? original-budget expenditure"],
    ["Account", "Department", ["Police", "Fire", "Parks"], "name? - original-budget expenditure"],
  ] as const)("%s beside %s", (first, second, firsts, roles) => {
    const body = firsts.map((text, i) => [text, `科室${i}`, 10, 5]);
    for (const total of [["合计", null, 30, 15], [null, "合计", 30, 15]]) {
      expect(summariesOf(sheetOf("表", [[first, second, "年初预算", "支出数"], ...body, total]))).toMatchObject([{ roles, rows: [...(roles.startsWith("name") ? firsts : body.map(([, name]) => name)), "合计 total"] }]);
    }
  });
});

describe("around the table", () => {
  test("title, who filled it in, and the unit note at the right", () => {
    const sheet = sheetOf("表", [
      ["附件3", null, null],
      ["2016年部门预算执行情况表", null, null],
      ["编制单位：德胜街道", null, "单位：万元"],
      ["项目", "年初预算数", "支出数"],
      ["物业费", 10, 5],
      ["合计", 10, 5],
      ["填表人：张三", null, "审核人：李四"],
    ], { merges: ["A2:C2"] });
    expect(summariesOf(sheet)).toEqual([{ at: "A4:C6 4-4", title: "2016年部门预算执行情况表", unit: "万元 unit-above", roles: "name original-budget expenditure", rows: ["物业费", "合计 total"] }]);
    expect(recogniseSheet(sheet)[0]?.notes.map(({ text }) => text)).toEqual(["填表人：张三", "审核人：李四"]);
  });

  test("who, when and in which unit, all in one line", () => {
    const sheet = sheetOf("表", [["2016年德胜街道预算执行情况"], ["填报单位：德胜街道", null, "2016年12月31日", "金额单位：万元"], ["项目名称", "年初预算", "累计支出", "执行率"], ["物业费", 10, 5, 0.5]]);
    expect(summariesOf(sheet)).toMatchObject([{ at: "A3:D4 3-3", title: "2016年德胜街道预算执行情况", unit: "万元 unit-above" }]);
  });

  test.each([
    ["截止日期：2024年6月30日", null], ["截至2024年6月30日", null], ["截止时间: 2024-06-30", null], ["部门：某某区民政局", "单位：万元"], ["编报单位（盖章）：某某街道", null], ["公开02表", null], ["期间：2024年1-6月", null],
    ["As at June 30, 2024", null], ["Fund: General", null],
  ])("a line about the table is no title, which stands above it: %s", (line, unit) => {
    const sheet = sheetOf("表", [["2024年项目支出执行表"], [line, null, unit], ["项目", "年初预算数", "支出数"], ["物业费", 10, 5]]);
    expect(summariesOf(sheet)).toMatchObject([{ at: "A3:C4 3-3", title: "2024年项目支出执行表" }]);
  });

  test("a title whose words are a header's stays the title", () => {
    const header = ["项目", "年初预算数", "支出数"];
    const titled = (title: (string | null)[], names: (string | null)[], merges: string[] = []) => summariesOf(sheetOf("表", [title, names, ["物业费", 10, 5]], { merges }));
    const expected = [{ at: "A2:C3 2-2", title: "部门预算" }];
    expect(titled(["部门预算", null, null], header, ["A1:C1"])).toMatchObject(expected);
    expect(titled(["部门预算", null, null], header)).toMatchObject(expected);
    expect(titled(["部门预算", null, null], [null, "年初预算数", "支出数"])).toMatchObject(expected);
    expect(titled([null, "部门预算", null], header)).toMatchObject(expected);
  });

  test("a table that begins far from A1", () => {
    const sheet = sheetOf("表", [["2016年执行情况", null, null], [null, null, "（单位：元）"], ["项目", "预算数", "支出数"], ["物业费", 10, 5]], { at: "F20" });
    expect(summariesOf(sheet)).toEqual([{ at: "F22:H23 22-22", title: "2016年执行情况", unit: "元 unit-above", roles: "name original-budget? expenditure", rows: ["物业费"] }]);
  });

  test.each([
    ["上年同期", "差额"], ["去年同期数", "增减额"], ["上年决算数", "比上年增减%"], ["同比增长", "同比增减（%）"], ["上月数", "比上月增加"], ["平均", "最高值"], ["Prior year", "Change"], ["Average", "Maximum"],
  ])("%s and %s below the total are no rows", (...labels) => {
    const sheet = sheetOf("表", [["项目", "预算数", "支出数"], ["物业费", 10, 5], ["差旅费", 20, 8], ["合计", 30, 13], ...labels.map((label) => [label, 25, 12])]);
    expect(summariesOf(sheet)).toMatchObject([{ at: "A1:C4 1-1", rows: ["物业费", "差旅费", "合计 total"] }]);
  });

  test("a line of such a name before the total is a line", () => {
    const sheet = sheetOf("表", [["项目", "预算数", "支出数"], ["物业费", 10, 5], ["差额补助", 20, 8], ["差额", 1, 1], ["合计", 31, 14]]);
    expect(summariesOf(sheet)).toMatchObject([{ at: "A1:C5 1-1", rows: ["物业费", "差额补助", "差额", "合计 total"] }]);
  });

  test("notes below are no rows, whatever they are called", () => {
    for (const note of ["注：本表数据截至12月31日", "备注：尾差为四舍五入所致", "说明：1.预算为财政拨款", "*含上年结转", "数据来源：财政局", "填报人：张三   联系电话：82345678"]) {
      const sheet = sheetOf("表", [["项目", "预算数", "支出数"], ["物业费", 10, 5], ["保安费", 10, 5], [note]]);
      const [table] = recogniseSheet(sheet);
      expect([table?.range.bottom, table?.notes]).toEqual([2, [{ text: note, row: 3, column: 0 }]]);
    }
  });
});

describe("units", () => {
  const body = [["物业费", 10, 5], ["合计", 10, 5]];
  const roles = "name original-budget? expenditure";

  test.each([
    ["in the title", [["预算执行情况表（单位：千元）"], ["项目", "预算数", "支出数"], ...body], "千元 unit-above", roles],
    ["per column", [["项目", "预算数（元）", "支出数（元）"], ...body], "元 unit-in-columns", "name original-budget?/元 expenditure/元"],
    ["per column, and they differ: the larger is the table's", [["项目", "预算数（万元）", "支出数（元）"], ...body], "万元 unit-columns-differ", "name original-budget?/万元 expenditure/元"],
    ["one column differs from the note", [["单位：万元"], ["项目", "预算数", "支出数（元）"], ...body], "万元 unit-above", "name original-budget? expenditure/元"],
    ["only one column says it: unknown, nothing is mixed silently", [["项目", "预算数（万元）", "支出数"], ...body], "unknown unit-unknown", "name original-budget?/万元 expenditure"],
    ["beside the table, above another's columns", [[null, null, null, null, "单位：亿元"], ["项目", "预算数", "支出数"], ...body], "亿元 unit-beside", roles],
    ["below", [["项目", "预算数", "支出数"], ...body, ["注：本表单位：万元"]], "万元 unit-below", roles],
    ["in a sentence that states the total", [["全年预算10万元，详见下表："], ["项目", "预算数", "支出数"], ...body], "万元 unit-of-stated-total", roles],
    ["a sentence about other amounts says nothing", [["全年预算11万元，详见下表："], ["项目", "预算数", "支出数"], ...body], "unknown unit-unknown", roles],
    ["two units in one note are none", [["单位：元/万元"], ["项目", "预算数", "支出数"], ...body], "unknown unit-not-counted", roles],
    ["in a unit that is not counted in here, and nothing further away stands in for it", [["单位：万元"], ["¥ million"], ["项目", "预算数", "支出数"], ...body, ["注：单位：元"]], "unknown unit-not-counted", roles],
    ["in another currency", [["Budget execution 2016"], ["($000s)"], ["Project", "Budget", "Actual"], ...body], "unknown unit-not-counted", roles],
    ["in columns of millions, whatever stands above", [["单位：万元"], ["项目", "预算数（百万元）", "支出数（百万元）"], ...body], "unknown unit-not-counted", roles],
    ["in English columns", [["Project", "Budget (in thousands)", "Actual, in thousands"], ...body], "千元 unit-in-columns", "name original-budget?/千元 expenditure/千元"],
    ["in English columns of another unit", [["Project", "Budget ($ millions)", "Actual ($ millions)"], ...body], "unknown unit-not-counted", roles],
    ["a note in English under the title", [["Budget execution 2016"], ["(in thousands)"], ["Project", "Budget", "Actual"], ...body], "千元 unit-above", roles],
    ["in a merged header over its parts", [["项目", "金额（万元）", null], [null, "预算数", "支出数"], ...body], "万元 unit-in-columns", "name original-budget?/万元 expenditure/万元"],
    ["in thousands of yuan", [["in thousands of yuan"], ["项目", "预算数", "支出数"], ...body], "千元 unit-above", roles],
  ] as const)("%s", (_, rows, unit, expected) => expect(summariesOf(sheetOf("表", rows))).toMatchObject([{ unit, roles: expected }]));

  test("in the sheet's name", () => expect(summariesOf(sheetOf("预算执行（万元）", [["项目", "预算数", "支出数"], ...body]))).toMatchObject([{ unit: "万元 unit-in-sheet-name" }]));

  test("a unit that is not counted in here is named, and put to a person", () => {
    const [table] = recogniseSheet(sheetOf("表", [["Budget execution 2016"], ["¥ million"], ["Project", "Budget", "Actual"], ...body]));
    const reason = { code: "unit-not-counted", values: { text: "¥ million" } };
    expect([table?.title?.text, table?.unit, table?.unitReason, table?.doubts]).toEqual(["Budget execution 2016", null, reason, [reason]]);
  });

  test("what is only likely is put to a person", () => {
    expect(recogniseSheet(sheetOf("表", [["全年预算10万元，详见下表："], ["项目", "预算数", "支出数"], ...body]))[0]?.doubts).toEqual([{ code: "unit-of-stated-total", values: { text: "10万元" } }]);
  });
});

describe("rows", () => {
  const header = ["项目", "预算数", "支出数"];
  const rowsOf = (...rows: (string | number | null)[][]) => summariesOf(sheetOf("表", [header, ...rows]))[0]?.rows;

  test.each(["Line", "No.", "序号"])("words below %s are names where nothing else is", (header) => {
    expect(summariesOf(sheetOf("表", [[header, "Original Budget", "Actual"], ["Rent", 10, 5], ["Power", 10, 5]])).map(({ roles, rows }) => [roles, rows])).toEqual([["name? original-budget expenditure", ["Rent", "Power"]]]);
    expect(summariesOf(sheetOf("表", [[header, "单位", "Original Budget", "Actual"], ["一", "甲办", 10, 5], ["二", "乙办", 10, 5]])).map(({ roles }) => roles)).toEqual(["- name? original-budget expenditure"]);
  });

  test.each(["合计", "总计", "共计", "小计", "项目金额合计", "合  计", "合　计", "总 计：", "合计（万元）", "累计", "十、总计", "Total", "Grand Total", "TOTAL:"])("%j as the last row is the total", (label) => {
    expect(rowsOf(["物业费", 10, 5], ["保安费", 20, 5], [label, 30, 10])).toEqual(["物业费", "保安费", `${label.trim()} total`]);
  });

  test.each(["审计费", "统计信息事务", "会计服务", "设计费", "中共党建", "合计算账项目经费", "Totality project"])("%j is no total", (name) => {
    expect(rowsOf(["物业费", 10, 5], [name, 20, 5])).toEqual(["物业费", name]);
  });

  test("groups have a name and no amounts; zero and dash are amounts of a line", () => {
    expect(rowsOf(["一、行政", null, null], ["物业费", 0, 0], ["保安费", "-", "-"], ["二、社区", "　", "　"], ["餐费", 20, null])).toEqual(["一、行政 group", "物业费", "保安费", "二、社区 group", "餐费"]);
  });

  test.each([["merged", ["A2:D2"]], ["not merged", []]])("a heading that begins in the code column is a name, %s", (_, merges) => {
    const sheet = sheetOf("表", [["代码", "项目", "预算数", "支出数"], ["一、行政"], ["101", "物业费", 10, 5], ["合计", null, 10, 5]], { merges });
    expect(recogniseSheet(sheet)[0]?.rows.map(({ code, name, kind }) => [code, name, kind])).toEqual([["", "一、行政", "group"], ["101", "物业费", "body"], ["", "合计", "total"]]);
  });

  test("subtotals of groups below a grand total", () => {
    expect(rowsOf(["一、行政", null, null], ["物业费", 10, 5], ["小计", 10, 5], ["二、社区", null, null], ["餐费", 20, 5], ["小计", 20, 5], ["合计", 30, 10])).toEqual([
      "一、行政 group", "物业费", "小计 subtotal", "二、社区 group", "餐费", "小计 subtotal", "合计 total",
    ]);
  });

  test.each(["Police subtotal", "Police Sub-total", "Police total", "Subtotal Police", "Total Police"])("%s adds up the lines above it", (label) => {
    expect(rowsOf(["Fuel", 10, 5], ["Cars", 20, 5], [label, 30, 10], ["Books", 5, 5], ["Grand total", 35, 15])).toEqual(["Fuel", "Cars", `${label} subtotal`, "Books", "Grand total total"]);
  });

  test("合计 is a subtotal where 总计 stands below it", () => {
    expect(rowsOf(["物业费", 10, 5], ["合计", 10, 5], ["餐费", 20, 5], ["合计", 20, 5], ["总计", 30, 10])).toEqual(["物业费", "合计 subtotal", "餐费", "合计 subtotal", "总计 total"]);
  });

  test("two 合计 that each close their section are no total of the table", () => {
    expect(rowsOf(["物业费", 10, 5], ["合计", 10, 5], ["餐费", 20, 5], ["合计", 20, 5])).toEqual(["物业费", "合计 subtotal", "餐费", "合计 subtotal"]);
  });

  test("of two rows called 合计 the one that adds up all is the total", () => {
    expect(rowsOf(["物业费", 10, 5], ["合计", 10, 5], ["餐费", 20, 5], ["合计", 30, 10])).toEqual(["物业费", "合计 subtotal", "餐费", "合计 total"]);
  });

  test("the total may stand first", () => {
    expect(rowsOf(["合计", 30, 10], ["物业费", 10, 5], ["餐费", 20, 5])).toEqual(["合计 total", "物业费", "餐费"]);
  });

  test("a total that still lacks its figures is the total, not the next table's title", () => {
    const sheet = sheetOf("表", [header, ["物业费", 10, 5], ["合计", null, null], [], header, ["餐费", 20, 5]]);
    expect(summariesOf(sheet)).toMatchObject([{ at: "A1:C3 1-1", rows: ["物业费", "合计 total"] }, { at: "A5:C6 5-5", title: null }]);
  });

  test("a sum without a label is the total, and said so", () => {
    const sheet = sheetOf("表", [header, ["物业费", 10, 5], ["餐费", 20, 5], [null, 30, 10]]);
    expect(summariesOf(sheet)[0]?.rows).toEqual(["物业费", "餐费", " total"]);
    expect(recogniseSheet(sheet)[0]?.doubts).toEqual([{ code: "doubt-total-without-label", values: { row: 4 } }]);
  });

  test("a total row of fewer cells than the body: its figure is missed and said so", () => {
    const sheet = sheetOf("表", [["项目代码", "项目名称", "财政拨款金额"], ["2016201035026900130188", "物业费", 400], ["项目金额合计", "400.00", null]]);
    expect(summariesOf(sheet)[0]?.rows).toEqual(["物业费", "项目金额合计 total"]);
    expect(recogniseSheet(sheet)[0]?.doubts).toEqual([{ code: "doubt-total-displaced", values: { label: "项目金额合计", row: 3 } }]);
  });

  test("lines after the total are kept, and said so", () => {
    const sheet = sheetOf("表", [header, ["物业费", 10, 5], ["合计", 10, 5], ["另：上年项目", 20, 5]]);
    expect(summariesOf(sheet)[0]?.rows).toEqual(["物业费", "合计 total", "另：上年项目"]);
    expect(recogniseSheet(sheet)[0]?.doubts).toEqual([{ code: "doubt-rows-after-total", values: { label: "合计", count: 1 } }]);
  });

  test("codes show which rows add up others: 类 above 款 above 项", () => {
    const sheet = sheetOf("表", [["科目编码", "科目名称", "预算数", "支出数"], [201, "一般公共服务支出", 30, 9], [20101, "人大事务", 10, 3], [2010101, "行政运行", 4, 1], [2010102, "一般行政管理事务", 6, 2], [20103, "政府办公厅事务", 20, 6], [2010301, "行政运行", 20, 6], [204, "公共安全支出", 5, 5], ["合计", null, 35, 14]]);
    expect(summariesOf(sheet)[0]?.rows).toEqual(["一般公共服务支出 subtotal", "人大事务 subtotal", "行政运行", "一般行政管理事务", "政府办公厅事务 subtotal", "行政运行", "公共安全支出", "合计 total"]);
  });

  test("numbering or indentation makes a subtotal only where the figures add up", () => {
    expect(rowsOf(["一、行政", 30, 9], ["（一）物业费", 10, 3], ["（二）保安费", 20, 6], ["二、社区", 50, 9], ["（一）餐费", 20, 3])).toEqual(["一、行政 subtotal", "（一）物业费", "（二）保安费", "二、社区", "（一）餐费"]);
    expect(rowsOf(["行政", 30, 9], ["　　物业费", 10, 3], ["　　保安费", 20, 6], ["社区", 50, 9])).toEqual(["行政 subtotal", "物业费", "保安费", "社区"]);
    expect(rowsOf(["物业费", 30, 9], [" 保安费", 30, 3], ["餐费", 20, 6])).toEqual(["物业费", "保安费", "餐费"]);
  });

  test("lines without a number stand below the numbered ones", () => {
    expect(rowsOf(["一、行政", 30, 9], ["物业费", 10, 3], ["保安费", 20, 6], ["二、社区", 50, 9])).toEqual(["一、行政 subtotal", "物业费", "保安费", "二、社区"]);
  });

  test("a remark is no label of a total", () => {
    expect(summariesOf(sheetOf("表", [["项目", "预算数", "支出数", "备注"], ["物业费", 10, 5, "合计"], ["保安费", 10, 5, "小计"]]))[0]?.rows).toEqual(["物业费", "保安费"]);
  });

  test("其中 rows are parts of the row above, and so are the indented rows after them", () => {
    expect(rowsOf(["人员经费", 30, 9], ["其中：工资", 10, 3], ["　　　津贴", 5, 1], ["公用经费", 20, 6], ["合计", 50, 15])).toEqual(["人员经费", "其中：工资 of-which", "津贴 of-which", "公用经费", "合计 total"]);
  });

  test("parts of a row that add up to it are all parts, parts of a total above are the table's lines", () => {
    expect(rowsOf(["人员经费", 30, 9], ["其中：工资", 10, 3], ["津贴", 20, 6], ["公用经费", 20, 6], ["合计", 50, 15])).toEqual(["人员经费", "其中：工资 of-which", "津贴 of-which", "公用经费", "合计 total"]);
    expect(rowsOf(["合计", 30, 9], ["其中：基本支出", 10, 3], ["项目支出", 20, 6])).toEqual(["合计 total", "其中：基本支出", "项目支出"]);
    expect(rowsOf(["合计", 30, 9], ["其中：", null, null], ["基本支出", 10, 3], ["项目支出", 20, 6])).toEqual(["合计 total", "其中： group", "基本支出", "项目支出"]);
    expect(rowsOf(["人员经费", 30, 9], ["其中：", null, null], ["　工资", 10, 3], ["公用经费", 25, 6], ["合计", 55, 15])).toEqual(["人员经费", "其中： group", "工资 of-which", "公用经费", "合计 total"]);
    expect(rowsOf(["工资", 30, 9], ["合计", 30, 9], ["其中：政府采购", 10, 3])).toEqual(["工资", "合计 total", "其中：政府采购 of-which"]);
  });

  test("blank rows inside the body are passed over", () => {
    const sheet = sheetOf("表", [header, ["物业费", 10, 5], [], ["保安费", 20, 5], [], [], ["合计", 30, 10]]);
    const [table] = recogniseSheet(sheet);
    expect(table?.rows.map(({ row, name }) => [row, name])).toEqual([[1, "物业费"], [3, "保安费"], [6, "合计"]]);
  });

  test("names lose outer spaces only, and duplicates stay apart", () => {
    expect(rowsOf(["城乡社区环境卫生", 237.35, 1], ["城乡社区环境卫生", 2525.09, 1], ["　城乡社区 支出 ", 5161.56, 1])).toEqual(["城乡社区环境卫生", "城乡社区环境卫生", "城乡社区 支出"]);
  });

  test("what stands in an amount cell and is no amount keeps its line", () => {
    expect(rowsOf(["物业费", 10, 5], ["保安费", "待定", null], ["餐费", "#DIV/0!", null])).toEqual(["物业费", "保安费", "餐费"]);
  });
});

describe("merged cells in the body", () => {
  const rows = [["代码", "项目", "预算数", "支出数"], ["一、行政"], ["01", "物业费", 10, 5], ["02", "保安费", 20, 5], ["合计", null, 30, 10]];
  const merged = (...merges: string[]): readonly string[] => recogniseSheet(sheetOf("表", rows, { merges }))[0]?.mergedBody.map(formatRange) ?? [];

  test.each([["an amount over two rows", "C3:C4"], ["an amount over two columns", "C3:D3"], ["a name over two rows", "B3:B4"], ["a code over two rows", "A3:A4"], ["amounts of the total", "C5:D5"]])("%s is ambiguous", (_, merge) => {
    expect(merged(merge)).toEqual([merge]);
  });

  test.each([["the heading of a group over the whole width", "A2:D2"], ["the total's label over code and name", "A5:B5"], ["the header", "C1:D1"]])("%s is not", (_, merge) => expect(merged(merge)).toEqual([]));

  test("a name merged over two rows names both", () => {
    expect(summariesOf(sheetOf("表", [["项目", "预算数"], ["物业费", 10], [null, 20]], { merges: ["A2:A3"] }))[0]?.rows).toEqual(["物业费", "物业费"]);
  });
});

describe("several tables on a sheet", () => {
  const budget = [["项目", "年初预算"], ["物业费", 10], ["合计", 10]];

  test("one under another, with titles and units of their own", () => {
    const sheet = sheetOf("表", [["一、预算"], [null, "单位：万元"], ...budget, [], ["二、支出"], [null, "单位：元"], ["项目", "支出数"], ["物业费", 50000], ["合计", 50000]]);
    expect(summariesOf(sheet)).toEqual([
      { at: "A3:B5 3-3", title: "一、预算", unit: "万元 unit-above", roles: "name original-budget", rows: ["物业费", "合计 total"] },
      { at: "A9:B11 9-9", title: "二、支出", unit: "元 unit-above", roles: "name expenditure", rows: ["物业费", "合计 total"] },
    ]);
  });

  test("directly under another's total, without any blank row", () => {
    const sheet = sheetOf("表", [...budget, ["单位：元"], ["项目", "支出数"], ["物业费", 50000]]);
    expect(summariesOf(sheet)).toMatchObject([{ at: "A1:B3 1-1", unit: "unknown unit-unknown" }, { at: "A5:B6 5-5", unit: "元 unit-above" }]);
  });

  test("side by side, with a blank column between", () => {
    const rows = [["单位：万元", null, null, null, "单位：元"], ["项目", "年初预算", null, "项目", "支出数"], ["物业费", 10, null, "餐费", 7], ["保安费", 10, null, "合计", 7], ["合计", 20]];
    expect(summariesOf(sheetOf("表", rows))).toEqual([
      { at: "A2:B5 2-2", title: null, unit: "万元 unit-above", roles: "name original-budget", rows: ["物业费", "保安费", "合计 total"] },
      { at: "D2:E4 2-2", title: null, unit: "元 unit-above", roles: "name expenditure", rows: ["餐费", "合计 total"] },
    ]);
  });

  test("side by side at different heights", () => {
    const rows = [["项目", "年初预算", null, null, null], ["物业费", 10, null, "项目", "支出数"], ["保安费", 10, null, "餐费", 7]];
    expect(summariesOf(sheetOf("表", rows))).toMatchObject([{ at: "A1:B3 1-1" }, { at: "D2:E3 2-2" }]);
  });

  test("two-up without a gap: the name column comes again", () => {
    const rows = [["收入", null, "支出", null], ["项目", "预算数", "项目", "预算数"], ["财政拨款", 10, "基本支出", 4], ["其他收入", 2, "项目支出", 8], ["合计", 12, "合计", 12]];
    expect(summariesOf(sheetOf("表", rows, { merges: ["A1:B1", "C1:D1"] }))).toMatchObject([
      { at: "A2:B5 2-2", title: "收入", rows: ["财政拨款", "其他收入", "合计 total"] },
      { at: "C2:D5 2-2", title: "支出", rows: ["基本支出", "项目支出", "合计 total"] },
    ]);
  });

  test("a spacer column inside a table does not cut it", () => {
    expect(summariesOf(sheetOf("表", [["项目代码", "项目名称", null, "预算数", "支出数"], ["01", "物业费", null, 10, 5]]))).toMatchObject([{ at: "A1:E2 1-1", roles: "code name - original-budget? expenditure" }]);
  });

  test("print layouts repeat the header on each page", () => {
    const header = ["项目", "预算数", "支出数"];
    const sheet = sheetOf("表", [["预算执行表"], header, ["物业费", 10, 5], ["保安费", 10, 5], header, ["餐费", 20, 5], ["本页小计", 20, 5], ["预算执行表（续表）"], header, ["电费", 1, 1], ["合计", 41, 16]]);
    expect(summariesOf(sheet)).toEqual([{ at: "A2:C11 2-2", title: "预算执行表", unit: "unknown unit-unknown", roles: "name original-budget? expenditure", rows: ["物业费", "保安费", "餐费", "本页小计 subtotal", "电费", "合计 total"] }]);
  });

  test("columns written beside the first header need not come again on the next page", () => {
    const header = ["项目", "预算数", "支出数"];
    const sheet = sheetOf("表", [[...header, "核算完成比例", "状态"], ["物业费", 10, 5, 0.5, "正常"], header, ["餐费", 20, 5, 0.25, "滞后"], ["合计", 30, 10, 0.33]]);
    expect(summariesOf(sheet)).toMatchObject([{ at: "A1:E5 1-1", roles: "name original-budget? expenditure rate status", rows: ["物业费", "餐费", "合计 total"] }]);
  });

  test("an error in a header costs that column, not the table", () => {
    expect(recogniseSheet(sheetOf("表", [["项目", "预算数", "支出数", "#REF!"], ["物业费", 10, 5, 1]])).map(rolesOf)).toEqual(["name original-budget? expenditure -"]);
  });

  test("the same header after a total, a blank row, or under another title, begins another table", () => {
    const header = ["项目", "预算数", "支出数"];
    expect(summariesOf(sheetOf("表", [header, ["物业费", 10, 5], ["合计", 10, 5], header, ["餐费", 20, 5], ["合计", 20, 5]]))).toMatchObject([{ at: "A1:C3 1-1" }, { at: "A4:C6 4-4" }]);
    expect(summariesOf(sheetOf("表", [header, ["物业费", 10, 5], [], header, ["餐费", 20, 5]]))).toMatchObject([{ at: "A1:C2 1-1" }, { at: "A4:C5 4-4" }]);
    expect(summariesOf(sheetOf("表", [["一季度"], header, ["物业费", 10, 5], ["二季度"], header, ["餐费", 20, 5]]))).toMatchObject([{ at: "A2:C3 2-2", title: "一季度" }, { at: "A5:C6 5-5", title: "二季度" }]);
  });
});

describe("Excel tables", () => {
  test("range, name and total row come from the Excel table", () => {
    const sheet = sheetOf("表", [["标题"], ["项目", "预算数", "支出数"], ["物业费", 10, 5], ["合计", 20, 5], ["汇总", 30, 10], ["不在表内", 1, 1]], { tables: [{ name: "表1", range: "A2:C5", hasHeaders: true, hasTotals: true }] });
    const [table] = recogniseSheet(sheet);
    expect(summariesOf(sheet)).toMatchObject([{ at: "A2:C5 2-2", title: "标题", rows: ["物业费", "合计 subtotal", "汇总 total"] }]);
    expect(table?.excelTable).toBe("表1");
  });

  test("a total typed directly under an Excel table without a total row of its own is the table's", () => {
    const lines = [["项目", "预算数", "支出数"], ["物业费", 10, 5], ["餐费", 20, 5]];
    const options = { tables: [{ name: "表1", range: "A1:C3", hasHeaders: true, hasTotals: false }] };
    expect(summariesOf(sheetOf("表", [...lines, ["合计", 30, 10]], options))).toMatchObject([{ at: "A1:C4 1-1", rows: ["物业费", "餐费", "合计 total"] }]);
    expect(summariesOf(sheetOf("表", [...lines, ["小计", 30, 10]], options))).toMatchObject([{ at: "A1:C3 1-1", rows: ["物业费", "餐费"] }]);
    expect(summariesOf(sheetOf("表", [...lines, ["合计", "见附表"]], options))).toMatchObject([{ at: "A1:C3 1-1" }]);
    expect(summariesOf(sheetOf("表", [...lines, [], ["合计", 30, 10]], options))).toMatchObject([{ at: "A1:C3 1-1" }]);
  });

  test("an Excel table of something else is no budget table", () => {
    expect(summariesOf(sheetOf("表", [["姓名", "年龄"], ["张三", 40]], { tables: [{ name: "人员", range: "A1:B2", hasHeaders: true, hasTotals: false }] }))).toEqual([]);
  });
});

describe("English workbooks", () => {
  test("budget to actual, as a finance office prints it", () => {
    const sheet = sheetOf("FY2016", [
      ["City of Example"], ["Budget to Actual Report, in thousands of yuan"],
      ["Account", "Description", "Original Budget", "Transfers", "Revised Budget", "YTD Expended", "Encumbrances", "Available Balance", "% Used"],
      ["5110", "Salaries", 100, 10, 110, 55, 0, 55, 0.5],
      ["5210", "Supplies", 20, 0, 20, 5, 1, 14, 0.25],
      ["Subtotal", null, 120, 10, 130, 60, 1, 69, 0.46],
      ["Grand Total", null, 120, 10, 130, 60, 1, 69, 0.46],
      ["Note: unaudited"],
    ]);
    expect(summariesOf(sheet)).toEqual([{
      at: "A3:I7 3-3", title: "Budget to Actual Report, in thousands of yuan", unit: "千元 unit-above",
      roles: "code? name original-budget quota-change? adjusted-budget expenditure - - rate",
      rows: ["Salaries", "Supplies", "Subtotal subtotal", "Grand Total total"],
    }]);
  });

  test("an account column of names is the name", () => {
    expect(recogniseSheet(sheetOf("s", [["Account", "Adopted", "Actual"], ["Salaries", 100, 50], ["Supplies", 10, 5]])).map(rolesOf)).toEqual(["name? original-budget expenditure"]);
  });
});

describe("what is no budget table", () => {
  test.each<readonly [string, (string | number | null)[][]]>([
    ["an empty sheet", [[null]]],
    ["prose", [["一、年度预算执行情况"], ["人大事务全年支出71.16万元，全部预算118.3万元。完成全年预算60.15%。"], ["政协事务全年支出0.00万元。"]]],
    ["a dictionary", [["科目编码", "科目名称", "说明"], ["2010301", "行政运行", "反映行政单位的基本支出"], ["2010302", "一般行政管理事务", "反映项目支出"]]],
    ["a work plan", [["工作内容", "时间安排", "任务主体"], ["资料准备", "12月21日-12月27日", "项目单位"]]],
    ["a list of people", [["姓名", "部门", "基本工资"], ["张三", "财务科", 5000]]],
    ["a header without figures", [["项目", "预算数", "支出数"], ["物业费", null, null]]],
    ["figures without names", [["预算数", "支出数"], [10, 5], [20, 6]]],
    ["a purchase list that does not speak of budgets", [["物品", "单价", "数量", "金额"], ["电脑", 5000, 2, 10000]]],
    ["amount columns that hold texts", [["项目", "预算", "支出"], ["物业费", "已批复", "是"]]],
  ])("%s", (_, rows) => expect(summariesOf(sheetOf("表", rows))).toEqual([]));
});

describe("a table without a total above another", () => {
  const above = [["某局2024年预算"], ["单位：元"], ["科目名称", "年初预算数", "支出数"], ["教育支出", 4000, 3000], ["卫生健康支出", 3000, 2000]];
  const below = [["科目名称", "年初预算数", "调整预算数", "支出数"], ["公共安全支出", 300, 320, 210], ["文化支出", 100, 90, 80]];
  const upper = { title: "某局2024年预算", unit: "元 unit-above", roles: "function-name? original-budget expenditure", rows: ["教育支出", "卫生健康支出"] };
  const lower = { title: "某局2024年执行", unit: "万元 unit-above", roles: "function-name? original-budget adjusted-budget? expenditure", rows: ["公共安全支出", "文化支出"] };

  test.each<[string, readonly (readonly (string | number | null)[])[]]>([
    ["a date over columns of both", [[], ["某局2024年执行"], ["单位：万元", null, "截至2024年9月30日"]]],
    ["a date over a column of its own", [[], ["某局2024年执行"], ["单位：万元", null, null, "截至2024年9月30日"]]],
    ["no blank row between", [["某局2024年执行"], ["单位：万元", null, "截至2024年9月30日"]]],
    ["the unit over the title", [[], ["单位：万元", null, "截至2024年9月30日"], ["某局2024年执行"]]],
  ])("leaves it its title and unit: %s", (_, caption) => {
    const first = above.length + caption.length + 1;
    expect(summariesOf(sheetOf("表", [...above, ...caption, ...below]))).toEqual([{ at: "A3:C5 3-3", ...upper }, { at: `A${first}:D${first + 2} ${first}-${first}`, ...lower }]);
  });
});
