/** Sentences that are true of their tables, whatever column or sum they tell, and the same with one figure changed. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const classes = sheetOf("功能分类", [
  ["2025年度一般公共预算支出功能分类表（单位：万元）"], ["功能科目编码", "科目名称", "全年预算数", "决算数", "完成比例%"],
  ["201", "一般公共服务支出", 1462.27, 1372.88, 93.89], ["20103", "政府办公厅（室）及相关机构事务", 973.52, 891.47, 91.57], ["20106", "财政事务", 488.75, 481.41, 98.5],
  ["205", "教育支出", 4175.74, 4064.95, 97.35], ["20502", "普通教育", 4175.74, 4064.95, 97.35], ["2050202", "小学教育", 2300.08, 2299.39, 99.97], ["2050203", "初中教育", 1875.66, 1765.56, 94.13],
  ["", "支出合计", 5638.01, 5437.83, 96.45],
]);
const changed = sheetOf("调整", [
  ["2025年预算调整方案表（单位：万元）"], ["科目", "年初预算", "追加", "调减", "调整后预算", "支出"],
  ["教育", 5200.5, 300, 0, 5500.5, 5319.53], ["卫生", 2100.25, 0, 55.5, 2044.75, 1983.41], ["文化", 860.4, 20, 10.2, 870.2, 848.01], ["交通", 3300, 0, 250, 3050, 3022.86], ["总计", 11461.15, 320, 315.7, 11465.45, 11173.81],
]);
const sources = sheetOf("水利", [
  ["2025年水利项目资金支出进度表（单位：元）"], ["项目名称", "中央资金", "省级资金", "预算合计", "累计支出", "支出进度"],
  ["中小河流治理", 2300000, 800000, 3100000, 3066834, "98.93%"], ["病险水库除险加固", 2300000, 800000, 3100000, 2329859.58, "75.16%"], ["农村饮水安全", 2300000, 450000.5, 2750000.5, 2524571.46, "91.80%"], ["合计", 6900000, 2050000.5, 8950000.5, 7921265.04, "88.51%"],
]);
const departments = sheetOf("部门", [
  ["2025年市直部门预算执行情况表（单位：万元）"], ["单位", "年初预算", "其中：基本支出", "其中：项目支出", "调整后预算", "执行数"],
  ["市水利局", 690.69, 425.04, 265.65, 670.44, 519.32], ["市林业局", 2216.52, 791.78, 1424.74, 2225.32, 1737.75], ["农口小计", 2907.21, 1216.82, 1690.39, 2895.76, 2257.07],
  ["市教育体育局", 2138.48, 219.85, 1918.63, 2150.98, 1590.65], ["教科文类小计", 2138.48, 219.85, 1918.63, 2150.98, 1590.65], ["合计", 5045.69, 1436.67, 3609.02, 5046.74, 3847.72],
]);
const years = sheetOf("对比", [
  ["2025年项目支出对比（单位：万元）"], ["项目", "2023年决算", "2024年决算", "2025年预算", "2025年执行", "2025年执行率"],
  ["信息化", 310, 355.5, 400, 375.56, "93.89%"], ["培训", 88.2, 80.1, 75, 71.67, "95.56%"], ["宣传", 40.55, 45, 52, 47.34, "91.04%"], ["合计", 438.75, 480.6, 527, 494.57, "93.85%"],
]);
const months = sheetOf("分月", [
  ["2025年镇级项目分月支出情况表（单位：元）"], ["项目", "全年预算", "1月", "2月", "3月", "4月", "5月", "6月", "全年支出", "执行率"],
  ["环卫保洁", 336801, 54531.14, 57657.94, 58268.85, 48346.02, 46581.98, 60977.02, 326362.95, "96.90%"],
  ["路灯电费", 454570, 74898.14, 73396.89, 78863.96, 79385.83, 69446.95, 63928.58, 439920.35, "96.78%"],
  ["合计", 791371, 129429.28, 131054.83, 137132.81, 127731.85, 116028.93, 124905.6, 766283.3, "96.83%"],
]);
const accounts = sheetOf("决算", [
  ["2025年支出决算表（单位：万元）"], ["项目", "支出"], ["一般公共服务支出", 1041.73], ["卫生健康支出", 200], ["本年支出合计", 1241.73], ["年末结转和结余", 20.05], ["总计", 1261.78],
]);

const found = (sheet: Parameters<typeof checksOf>[2], text: string): readonly string[] => wrong(checksOf(text, null, sheet));

describe("parts of another whole than the table's total", () => {
  test.each([
    "小学教育支出2299.39万元，占教育支出的56.57%；初中教育支出1765.56万元，占43.43%。", "小学教育占教育支出的56.57%，初中教育占43.43%。",
    "一般公共服务支出1372.88万元，其中政府办公厅（室）及相关机构事务891.47万元，占64.93%。", "一般公共服务支出中，政府办公厅（室）及相关机构事务891.47万元，占64.93%；财政事务481.41万元，占35.07%。",
    "在教育支出中，小学教育占56.57%，初中教育占43.43%。",
  ])("of the class above: %s", (text) => expect(found(classes, text)).toEqual([]));

  test.each<[string, readonly string[]]>([
    ["小学教育支出2299.39万元，占教育支出的65.57%。", ["warning by-name 小学教育 小学教育 56.57 65.57"]],
    ["一般公共服务支出1372.88万元，其中财政事务481.41万元，占53.07%。", ["warning share 财政事务 - 35.07 53.07"]],
  ])("a wrong one is found: %s", (text, expected) => expect(found(classes, text)).toEqual(expected));

  test.each([
    "追加预算320万元，其中教育300万元，占93.75%；文化20万元，占6.25%。", "追加预算320万元，其中教育300万元，占93.75%。",
  ])("of what was added: %s", (text) => expect(found(changed, text)).toEqual([]));

  test.each(["中央资金690万元，其中中小河流治理230万元，占33.33%。", "省级资金2050000.5元，其中病险水库除险加固800000元，占39.02%。"])("of one source: %s", (text) => expect(found(sources, text)).toEqual([]));

  test.each([
    "未支出的1199.02万元中，市教育体育局560.33万元，占46.73%。", "项目支出预算3609.02万元，其中市教育体育局1918.63万元，占53.16%。", "农口单位执行2257.07万元，其中市林业局1737.75万元，占76.99%。",
  ])("of one kind of money, or some of the lines: %s", (text) => expect(found(departments, text)).toEqual([]));

  test("of another year", () => expect(found(years, "2024年决算480.60万元，其中信息化355.50万元，占73.97%。")).toEqual([]));
});

describe("up to an earlier day than the table", () => {
  test.each([
    "截至3月底，全镇累计支出397616.92元，完成全年预算的50.24%。", "截至3月末，环卫保洁支出170457.93元。", "截至2025年3月31日，环卫保洁支出170457.93元。", "截至一季度末，环卫保洁支出170457.93元，执行率50.61%。", "截至6月底，环卫保洁支出326362.95元，执行率96.90%。",
  ])("agrees with the months until then: %s", (text) => expect(found(months, text)).toEqual([]));

  test.each<[string, readonly string[]]>([
    ["截至3月底，环卫保洁支出177457.93元。", ["warning by-name 环卫保洁 环卫保洁 170457.93 177457.93"]],
    ["截至6月底，环卫保洁支出362362.95元。", ["warning by-name 环卫保洁 环卫保洁 326362.95 362362.95"]],
  ])("differs: %s", (text, expected) => expect(found(months, text)).toEqual(expected));
});

describe("lists of parts with their shares", () => {
  const LIST = "四个社区经费支出合计200.58万元，其中党建经费48.10万元，占23.98%；服务群众经费120.31万元，占59.98%；办公经费32.17万元，占16.04%。";
  test("agree", () => expect(found(changed, LIST)).toEqual([]));
  test.each([["200.58", "206.58"], ["48.10", "43.10"], ["23.98", "23.68"], ["120.31", "123.31"], ["59.98", "59.68"], ["32.17", "35.17"], ["16.04", "16.34"]])("%s told as %s is found", (right, told) => {
    expect(found(changed, LIST.replace(right, told)).filter((text) => text.startsWith("error share"))).not.toEqual([]);
  });
  test("other lines behind a semicolon are of another whole", () => expect(found(changed, "教育支出5319.53万元，其中小学3000万元，占56.40%；卫生支出1983.41万元，占17.75%。")).toEqual([]));
});

test("a sum between the lines is what a text tells of it, and not the grand total", () => {
  expect(found(accounts, "本年支出合计1241.73万元。")).toEqual([]);
  expect(found(accounts, "本年支出合计1421.73万元。")).toEqual(["warning by-name - 本年支出合计 1241.73 1421.73"]);
});

test("a budget's change told behind its spending, and what is left of the changed budget", () => {
  expect(found(changed, "2025年年初预算11461.15万元，调整后预算11465.45万元，全年支出11173.81万元，比年初预算增加4.30万元，增长0.04%。")).toEqual([]);
  expect(found(changed, "交通年初预算3300万元，执行3022.86万元，结余27.14万元。")).toEqual([]);
  expect(found(changed, "交通年初预算3300万元，执行3022.86万元，结余72.14万元。")).toEqual(["warning balance 交通 - 277.14 72.14", "warning by-name-balance 交通 交通 27.14 72.14"]);
});

test("a text that tells the year and days before its end beside a table of months", () => {
  const text = "截至3月底，环卫保洁累计支出170457.93元，执行率50.61%。截至3月底，路灯电费累计支出227158.99元，执行率49.97%，全年支出439920.35元，执行率96.78%。";
  expect(found(months, text)).toEqual([]);
});

test("months told of nothing that is named are the whole's where one of them is", () => {
  const text = (april: string) => `分月看，3月支出137132.81元，4月支出${april}元，5月支出116028.93元。`;
  expect(found(months, text("127731.85"))).toEqual([]);
  expect(found(months, text("122731.85"))).toEqual(["warning by-name - 合计 127731.85 122731.85"]);
  expect(found(months, "3月支出1234.56元，4月支出2234.57元。")).toEqual([]);
});

describe("amounts are as exact as they are printed", () => {
  const thousands = sheetOf("街道", [["2025年预算执行情况（单位：千元）"], ["街道", "年初预算", "支出"], ["东湖街道", 3534.85, 1933.46], ["西湖街道", 4000, 2000], ["合计", 7534.85, 3933.46]]);
  const yuan = sheetOf("水利", [["2025年项目资金支出进度表（单位：元）"], ["项目名称", "预算", "支出"], ["甲", 6000000, 5437880.19], ["乙", 4638001.75, 4000000], ["合计", 10638001.75, 9437880.19]]);
  test("whatever the amounts beside it print", () => {
    expect(found(thousands, "累计执行393.35万元，完成年度预算753.485万元的52.20%。")).toEqual([]);
    expect(found(yuan, "累计支出943.8万元，预算总额1063.80万元。")).toEqual([]);
    expect(found(yuan, "累计支出934.8万元，预算总额1063.80万元。")).toEqual(["error total - 合计 9437880.19 934.8"]);
  });
});

describe("in English", () => {
  const councils = sheetOf("FY2025", [
    ["Budget execution for the year ended 31 December 2025 ($ thousand)"], ["Programme", "Original budget", "Final budget", "Actual"],
    ["Transport", 37000, 37850, 34770], ["Health", 41200, 41550, 40278.57], ["Adult social care", 85000, 85400, 84977], ["Total", 163200, 164800, 160025.57],
  ]);
  test.each([
    "Total spending was $160.0 million, $4.774m (2.90%) below the final budget.", "Adult social care came in $0.423m (0.50%) under budget.", "Transport underspent its final budget by $3.08 million.",
    "Total spending was $160.0 million.", "Health spent $40.3 million.", "Transport received $850 thousand in additional appropriations, bringing its budget to $37,850 thousand.",
    "Health spent $40,278.57 thousand. $3,080 thousand remains available for Transport.", "Transport spent 95% of its budget in 2024.",
  ])("true: %s", (text) => expect(found(councils, text)).toEqual([]));

  test.each<[string, readonly string[]]>([
    ["Transport underspent its final budget by $3.88 million.", ["warning by-name-balance Transport Transport 3080 3880"]],
    ["Adult social care came in $0.483m (0.50%) under budget.", ["warning by-name-balance Adult social care Adult social care 423 483", "warning by-name Adult social care Adult social care 0.57 0.50"]],
    ["Health spent $43.3 million.", ["warning by-name Health Health 40278.57 43300"]],
    ["Health spent $40,278.57 thousand. $3,880 thousand remains available for Transport.", ["warning by-name-balance Transport Transport 3080 3880"]],
  ])("wrong: %s", (text, expected) => expect(found(councils, text)).toEqual(expected));
});
