/** Reports of other kinds with their tables: final accounts, half a year of a county, single sentences. */

import type { TextCheck } from "../../../src/domain/narrative/outcome";
import { sheetOf } from "../../support/snapshots";
import { agreeing, checksOf, wrong, type Rows } from "./compared";

describe("final accounts of a department", () => {
  const sheet = sheetOf("支出决算表", [
    ["单位：万元"], ["功能分类科目编码", "科目名称", "年初预算", "支出决算"],
    ["201", "一般公共服务支出", 1000, 1050], ["20102", "民政管理事务", 1000, 1050], ["2010201", "行政运行", 1000, 1050],
    ["208", "社会保障和就业支出", 1800, 1950], ["20810", "社会福利", 1800, 1950], ["2081001", "行政运行", 300, 310], ["2081002", "老年福利", 1500, 1640],
    ["221", "住房保障支出", 400, 400], ["22102", "住房改革支出", 400, 400], ["2210201", "住房公积金", 400, 400],
    ["", "合计", 3200, 3400],
  ]);
  const text = [
    "某区民政局2022年度部门决算说明",
    "2022年度收、支总计3,480.50万元。与2021年相比，收、支总计各增加180.50万元，增长5.47%。",
    "2022年度支出合计3,400.00万元，其中：基本支出1,400.00万元，占41.18%；项目支出2,000.00万元，占58.82%。",
    "2022年度一般公共预算财政拨款支出年初预算为3,200.00万元，支出决算为3,400.00万元，完成年初预算的106.25%。",
    "1.一般公共服务支出（类）民政管理事务（款）行政运行（项）。年初预算为1,000.00万元，支出决算为1,050.00万元，完成年初预算的105.00%，决算数大于年初预算数的主要原因是人员增加。",
    "2.社会保障和就业支出（类）社会福利（款）行政运行（项）：支出决算为310.00万元，完成年初预算300.00万元的103.33%。",
    "3.社会保障和就业（类）社会福利（款）老年福利（项）：年初预算为1,500.00万元，支出决算为1,640.00万元，完成年初预算的109.33%。",
    "一般公共预算财政拨款支出3,400.00万元，主要用于以下方面：一般公共服务（类）支出1,050.00万元，占30.88%；社会保障和就业支出1,950.00万元，占57.35%；住房保障支出400.00万元，占11.76%。",
    "公务接待费支出5.20万元，与2021年相比减少0.80万元，下降13.33%。",
  ].join("\n");

  test("agree with their table: classes, their sums, the whole", () => {
    const checks = checksOf(text, "2022-12-31", sheet);
    expect(wrong(checks)).toEqual([]);
    expect(agreeing(checks)).toEqual([
      "行政运行 original-budget 1000", "行政运行 expenditure 1050", "行政运行 original-budget 300", "行政运行 expenditure 310",
      "老年福利 original-budget 1500", "老年福利 expenditure 1640",
      "一般公共服务支出 expenditure 1050", "社会保障和就业支出 expenditure 1950", "住房保障支出 expenditure 400",
      "合计 expenditure 3400", "合计 original-budget 3200", "合计 expenditure 3400", "合计 original-rate 106.25",
    ]);
  });
  test.each<[string, string, readonly string[]]>([
    ["收、支总计3,480.50", "收、支总计3,580.50", ["warning change 收、支 - 5.31 5.47"]],
    ["增加180.50", "增加280.50", ["warning change 收、支 - 8.77 5.47"]],
    ["支出决算为310.00", "支出决算为311.00", ["error rate 社会保障和就业支出（类）社会福利（款）行政运行（项） - 103.67 103.33", "error line 社会保障和就业支出（类）社会福利（款）行政运行（项） 行政运行 310 311"]],
    ["占57.35%", "占57.45%", ["error share 社会保障和就业 - 57.35 57.45"]],
    ["住房保障支出400.00", "住房保障支出410.00", [
      "error share 住房保障 - 12.06 11.76", "error parts 一般公共预算财政拨款 - 3410 3400", "error line 住房保障 住房保障支出 400 410",
    ]],
    ["下降13.33%", "下降14.33%", ["warning change 公务接待费 - 13.33 14.33"]],
  ])("%s as %s", (from, to, expected) => expect(wrong(checksOf(text.replace(from, to), "2022-12-31", sheet))).toEqual(expected));
});

describe("half a year of a county", () => {
  const rows: Rows = [
    ["2023年上半年一般公共预算支出执行情况表"], ["单位：万元"], ["项目", "年初预算", "支出"],
    ["教育支出", 26000, 12500], ["卫生健康支出", 15000, 8000], ["农林水支出", 24000, 12000], ["道路养护项目", 290, 290], ["文化", 399.56, 200], ["体育", 14.8, 7], ["合计", 65704.36, 32997],
  ];
  const sheet = sheetOf("执行表", rows);
  const half = (sentence: string): readonly TextCheck[] => checksOf(`某县2023年上半年预算执行情况\n${sentence}`, "2023-06-30", sheet);

  test.each<[string, readonly string[]]>([
    ["道路养护项目支出209万元。", ["warning by-name 道路养护项目 道路养护项目 290 209"]],
    ["道路养护项目年初预算290万元，支出209万元。", ["error line 道路养护项目 道路养护项目 290 209"]],
    ["全县一般公共预算支出32,897.00万元，完成年初预算的50.07%。", ["warning by-name 全县一般公共预算 合计 32997 32897", "warning by-name 全县一般公共预算 合计 50.22 50.07"]],
    ["全县完成全年预算的51.00%。", ["warning by-name 全县 合计 50.22 51.00"]],
    ["教育支出占全县支出的38.88%。", ["warning by-name 教育支出 教育支出 37.88 38.88"]],
    ["农林水支出12,000.00万元，占17.75%。", ["warning by-name 农林水 农林水支出 36.37 17.75"]],
    ["道路养护项目结余20万元。", ["warning by-name-balance 道路养护项目 道路养护项目 0 20"]],
    // Up to another day only the day is wrong.
    ["截至2023年3月底，道路养护项目支出209万元。", ["warning cut-off 道路养护项目 - 2023-06-30 2023-03-31"]],
    ["卫生健康支出结余8000万元。", ["warning by-name-balance 卫生健康支出 卫生健康支出 7000 8000"]],
  ])("a single sentence that differs is to be checked: %s", (sentence, expected) => expect(wrong(half(sentence))).toEqual(expected));

  test.each<[string, readonly string[]]>([
    ["道路养护项目支出290万元。", ["道路养护项目 expenditure 290"]],
    ["教育支出占全县支出的37.88%。", ["教育支出 expenditure-share 37.88"]],
    ["卫生健康支出结余7000万元。", ["卫生健康支出 balance 7000"]],
    ["全县支出3.30亿元。", ["合计 expenditure 3.3"]],
    ["截至2023年6月底，教育支出12500万元。", ["教育支出 expenditure 12500"]],
  ])("one that agrees is told as compared: %s", (sentence, expected) => {
    expect(wrong(half(sentence))).toEqual([]);
    expect(agreeing(half(sentence))).toEqual(expected);
  });

  test.each([
    // Another scope under the name: the line with its neighbour.
    "文化年初预算414.36万元。",
    // Another period, a part of it, a plan.
    "2022年道路养护项目支出209万元。", "2023年5月，道路养护项目支出209万元。", "上年道路养护项目支出209万元。", "预计道路养护项目支出400万元。", "与上年相比，教育支出增加500万元。",
    // A payment, a part, another name, about so much.
    "道路养护项目支付首付款100万元。", "道路养护项目支付100万元。", "道路养护二期项目支出209万元。", "道路养护项目支出约300万元。", "乡道养护支出占道路支出的12.5%。", "教育支出占财政收入的12.5%。",
  ])("one of something else is not compared: %s", (sentence) => expect(wrong(half(sentence))).toEqual([]));

  test("several that all differ tell of something else", () => {
    expect(wrong(half("教育支出11500万元。\n卫生健康支出7000万元。\n农林水支出11000万元。"))).toEqual([]);
    expect(wrong(half("教育支出12500万元。\n卫生健康支出8000万元。\n农林水支出11000万元。"))).toEqual(["error line 农林水 农林水支出 12000 11000"]);
  });
  test("a list with its own amounts is checked in itself and against the table, which tells that it need not be whole", () => {
    const list = "全县支出32,997.00万元，完成年初预算的50.22%。其中：教育支出12,500.00万元，完成年初预算26,000.00万元的48.08%；卫生健康支出8,000.00万元，完成年初预算15,000.00万元的53.33%。";
    expect(wrong(half(list))).toEqual([]);
    expect(wrong(half(list.replace("53.33%", "54.33%")))).toEqual(["error rate 卫生健康 - 53.33 54.33"]);
  });
});

describe("a year of a county, its table dated by its title alone", () => {
  const sheet = sheetOf("支出", [
    ["2023年一般公共预算支出决算表"], ["单位：万元"], ["科目名称", "年初预算数", "调整预算数", "决算数", "完成调整预算%"],
    ["一般公共服务支出", 50000, 52000, 51500, 99.04], ["公共安全支出", 30000, 31000, 30900, 99.68], ["教育支出", 125000, 128000, 126500, 98.83],
    ["社会保障和就业支出", 98000, 99000, 98200, 99.19], ["卫生健康支出", 82000, 84000, 83100, 98.93], ["本年支出合计", 385000, 394000, 390200, 99.04],
  ]);
  test.each([
    "2023年，全县一般公共预算支出完成39.02亿元，为调整预算的99.04%，比上年增加2.02亿元，增长5.46%。",
    "全县一般公共预算支出390200万元，完成年初预算385000万元的101.35%，完成调整预算394000万元的99.04%。",
    "其中：教育支出12.65亿元，增长3.2%；社会保障和就业支出9.82亿元，增长5.1%；卫生健康支出8.31亿元，下降1.3%。",
    "社会保障和就业支出和卫生健康支出合计181300万元，占总支出的46.46%。",
    "2023年年初预算安排一般公共预算支出385000万元，执行中上级追加15000万元，收回存量6000万元，调整预算394000万元。",
    "2024年一般公共预算支出安排400000万元，比2023年年初预算增加15000万元，增长3.90%。其中：教育支出130000万元，增长4.00%。",
    "一般公共预算支出390200万元，加上解支出8000万元、年终结余6100万元，支出总计404300万元。",
    "教育支出126500万元，占一般公共预算支出比重32.42%，比上年提高0.3个百分点。",
    "县本级一般公共预算支出300000万元，完成调整预算的98.50%。",
  ])("says nothing of what is right or another's: %s", (text) => expect(wrong(checksOf(text, null, sheet))).toEqual([]));
  test.each<[string, readonly string[]]>([
    ["2023年，全县一般公共预算支出完成39.12亿元，为调整预算的99.04%。", ["warning by-name 全县一般公共预算 本年支出合计 390200 39.12"]],
    ["其中：教育支出12.75亿元，增长3.2%；社会保障和就业支出9.82亿元，增长5.1%；卫生健康支出8.31亿元，下降1.3%。", ["error line 教育 教育支出 126500 12.75"]],
    ["社会保障和就业支出和卫生健康支出合计182300万元。", ["warning by-name 社会保障和就业支出和卫生健康 社会保障和就业支出+卫生健康支出 181300 182300"]],
  ])("says what differs: %s", (text, expected) => expect(wrong(checksOf(text, null, sheet))).toEqual(expected));
});

test("计划生育 is no plan", () => {
  const sheet = sheetOf("执行", [["单位：万元"], ["项目", "年初预算", "支出"], ["计划生育事务", 200, 183.47], ["医疗保障", 1000, 949.48], ["合计", 1200, 1132.95]]);
  expect(wrong(checksOf("计划生育事务支出193.47万元。", "2023-12-31", sheet))).toEqual(["warning by-name 计划生育事务 计划生育事务 183.47 193.47"]);
  expect(wrong(checksOf("计划医疗保障支出900万元。", "2023-12-31", sheet))).toEqual([]);
});
