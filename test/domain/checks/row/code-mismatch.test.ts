import { found, findings } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const header = ["项目代码", "项目名称", "项目功能代码", "预算功能分类", "财政拨款金额"];
const right = [
  ["2016201035026900130188", "装修改造经费", "2010350", "事业运行", 400],
  ["20162010399269001301652", "机关物业费", "2010399", "其他政府办公厅（室）及相关机构事务支出", 210.27],
  ["2016212050126900130181", "垃圾分类补贴", "2120501", "城乡社区环境卫生", 432],
];

test("codes that agree say nothing, serials of three and four digits alike", () => {
  expect(found("code-mismatch", sheetOf("表", [header, ...right]))).toEqual([]);
});

test("the functional code inside the project code is not the line's own", () => {
  const table = sheetOf("表", [header, ...right, ["2016210050926900130096", "低保医疗", "2100599", "其他医疗保障支出", 220]]);
  expect(found("code-mismatch", table)).toEqual(["error 表 C5 2100509 2100599"]);
});

test("a class or division of it is no contradiction", () => {
  expect(found("code-mismatch", sheetOf("表", [header, ...right, ["2016210050926900130096", "低保医疗", "21005", "医疗保障", 220]]))).toEqual([]);
});

test("one line with another unit", () => {
  const odd = ["2016212999926900230059", "综合治理经费", "2129999", "其他城乡社区支出", 98.81];
  expect(found("code-mismatch", sheetOf("表", [header, ...right, odd]))).toEqual(["warning 表 A5 26900130 26900230"]);
  expect(found("code-mismatch", sheetOf("表", [header, ...right, odd, ["2016212999926900230060", "巡防", "2129999", "其他城乡社区支出", 9]]))).toEqual([]);
});

test("a name that belongs to another code is a warning, an unknown one information", () => {
  const table = sheetOf("表", [header, ...right, ["2016208020826900130146", "餐费", "2080208", "城乡医疗救助", 225], ["2016210050926900130096", "低保医疗", "2100509", "医疗补助", 220]]);
  expect(found("code-mismatch", table)).toEqual(["warning 表 D5 基层政权和社区建设 城乡医疗救助", "info 表 D6 城乡医疗救助 医疗补助"]);
});

test("the names of the workbook win over the dictionary", () => {
  const local = ["2016210050926900130096", "低保医疗", "2100509", "医疗补助", 220];
  const same = ["2016210050926900130321", "困难人员", "2100509", "医疗补助", 185];
  expect(found("code-mismatch", sheetOf("表", [header, ...right, local, same]))).toEqual([]);
  const odd = ["2016210050926900130322", "困难家庭", "2100509", "城乡医疗救助", 185];
  expect(findings("code-mismatch", sheetOf("表", [header, ...right, local, same, odd])).map(({ place, expected, values }) => [place.range.top, expected, values["kind"]])).toEqual([[6, "医疗补助", "workbook"]]);
});

describe("one code that has two names, each as often", () => {
  const table = (...lines: readonly (readonly [string, string])[]) => sheetOf("表", [["科目编码", "科目名称", "年初预算", "支出"], ...lines.map(([code, name], i) => [code, name, 100 + i, 50])]);

  test("is said where the official names do not tell which is right", () => {
    expect(found("code-mismatch", table(["2299988", "甲类支出"], ["2299988", "乙类支出"], ["2299989", "丙"]))).toEqual(["warning 表 B3 甲类 乙类"].map((line) => line.replaceAll("类", "类支出")));
    expect(findings("code-mismatch", table(["2299988", "甲"], ["2299988", "乙"]))[0]?.values).toMatchObject({ kind: "tie", code: "2299988" });
    expect(found("code-mismatch", table(["2299988", "甲类支出"], ["2299988", "甲类"]))).toEqual([]);
  });

  test("is judged by the official names of the year where these are known", () => {
    expect(found("code-mismatch", table(["2050202", "初中教育"], ["2050202", "小学教育"]), { cutOff: "2023-12-31" })).toEqual(["warning 表 B2 小学教育 初中教育"]);
  });
});

test("items of general education, of people's congresses and of pensions are known", () => {
  const table = sheetOf("表", [["科目编码", "科目名称", "年初预算"], ["2050201", "人大事务", 1], ["2010101", "学前教育", 1], ["2080505", "行政单位医疗", 1], ["2050203", "初中教育", 1], ["2050205", "高等教育", 1]]);
  expect(found("code-mismatch", table, { cutOff: "2023-12-31" })).toEqual(["warning 表 B2 学前教育 人大事务", "warning 表 B3 行政运行 学前教育", "warning 表 B4 机关事业单位基本养老保险缴费支出 行政单位医疗"]);
});

test("names are those of the year: 210 was renamed in 2019", () => {
  const table = (code: string, name: string) => sheetOf("表", [["功能科目编码", "功能分类", "年初预算"], [code, name, 100]]);
  expect(found("code-mismatch", table("210", "医疗卫生与计划生育支出"), { cutOff: "2016-12-31" })).toEqual([]);
  expect(found("code-mismatch", table("210", "卫生健康支出"), { cutOff: "2016-12-31" })).toEqual(["info 表 B2 医疗卫生与计划生育支出 卫生健康支出"]);
  expect(found("code-mismatch", table("210", "卫生健康支出"), { cutOff: "2019-12-31" })).toEqual([]);
  expect(found("code-mismatch", table("207", "文化旅游体育与传媒支出"), { cutOff: "2016-12-31" })).toEqual(["info 表 B2 文化体育与传媒支出 文化旅游体育与传媒支出"]);
});

test("what is unknown is not judged: other codes, other years, endings", () => {
  const table = (code: string, name: string) => sheetOf("表", [["功能科目编码", "功能分类", "年初预算"], [code, name, 100]]);
  expect(found("code-mismatch", table("2299988", "某项支出"), { cutOff: "2016-12-31" })).toEqual([]);
  expect(found("code-mismatch", table("208", "救济"), { cutOff: "2009-12-31" })).toEqual([]);
  expect(found("code-mismatch", table("208", "救济"))).toEqual([]);
  expect(found("code-mismatch", table("208", "社会保障和就业"), { cutOff: "2016-12-31" })).toEqual([]);
  expect(found("code-mismatch", table("208", "社会保障和就业支出（类）"), { cutOff: "2016-12-31" })).toEqual([]);
});

describe("classes and divisions, which other lines add up to", () => {
  const tree = (...lines: readonly (readonly [string, string, number])[]) => sheetOf("表", [["2023年支出情况表"], ["科目编码", "科目名称", "年初预算"], ["", "合计", 200], ...lines.map(([code, name, amount]) => [code, name, amount])]);
  const right = [["208", "社会保障和就业支出", 200], ["20805", "行政事业单位养老支出", 150], ["2080505", "机关事业单位基本养老保险缴费支出", 100], ["2080506", "机关事业单位职业年金缴费支出", 50], ["20810", "社会福利", 50], ["2081002", "老年福利", 50]] as const;
  const wrong = (code: string, name: string) => tree(...right.map(([own, usual, amount]) => [own, own === code ? name : usual, amount] as const));

  test("with their own names say nothing", () => {
    expect(found("code-mismatch", tree(...right))).toEqual([]);
    expect(found("code-mismatch", wrong("208", "社会保障和就业"))).toEqual([]);
  });

  test("with another's are judged as any line", () => {
    expect(found("code-mismatch", wrong("208", "卫生健康支出"))).toEqual(["warning 表 B4 社会保障和就业支出 卫生健康支出"]);
    expect(found("code-mismatch", wrong("20805", "社会福利"))).toEqual(["warning 表 B5 行政事业单位养老支出 社会福利"]);
  });

  test("a subtotal may be called by its class, or by nothing else", () => {
    const table = (name: string) => sheetOf("表", [["2023年支出情况表"], ["科目编码", "科目名称", "年初预算"], ["2050202", "小学教育", 10], ["2050203", "初中教育", 20], ["20502", name, 30], ["20699", "其他科学技术支出", 5]]);
    for (const name of ["普通教育", "普通教育小计", "普通教育（小计）", "小计"]) expect(found("code-mismatch", table(name))).toEqual([]);
    expect(found("code-mismatch", table("文物小计"))).toEqual(["warning 表 B5 普通教育 文物小计"]);
  });
});

describe("the year of the names", () => {
  // Other names in each table, for what two lines call a code is the workbook's own name.
  const NAMES = [["2050202", "初中教育", "小学教育"], ["2050201", "高中教育", "学前教育"], ["20808", "文物", "抚恤"]] as const;
  const table = (title: string, sheetName = "表", which: 0 | 1 | 2 = 0) => sheetOf(sheetName, [[title], ["功能科目编码", "功能分类", "年初预算", "支出"], ["210", which === 0 ? "卫生健康支出" : "", 100, 50], [NAMES[which][0], NAMES[which][1], 100, 50]]);
  const foreign = (sheetName: string, which: 0 | 1 | 2 = 0) => `warning ${sheetName} B4 ${NAMES[which][2]} ${NAMES[which][1]}`;

  test.each<[string, string, string, string[]]>([
    ["a title", "2023年项目预算执行表", "表", [foreign("表")]],
    ["a title in Chinese numerals", "二〇二三年项目预算执行表", "表", [foreign("表")]],
    ["a sheet's name", "项目预算执行表", "2023年", [foreign("2023年")]],
    ["an earlier title", "2016年项目预算执行表", "表", ["info 表 B3 医疗卫生与计划生育支出 卫生健康支出", foreign("表")]],
    ["no year", "项目预算执行表", "表", []],
    ["two years", "2023年执行和2024年预算", "表", []],
  ])("%s", (_, title, sheetName, expected) => {
    expect(found("code-mismatch", table(title, sheetName))).toEqual(expected);
  });

  test("the only one that other tables tell, and a table's own before the workbook's", () => {
    expect(found("code-mismatch", [table("2023年项目预算执行表", "一"), table("附表", "二", 1)])).toEqual([foreign("一"), foreign("二", 1)]);
    expect(found("code-mismatch", [table("2016年项目预算执行表", "一"), table("2023年项目预算执行表", "二", 1), table("附表", "三", 2)])).toEqual(["info 一 B3 医疗卫生与计划生育支出 卫生健康支出", foreign("一"), foreign("二", 1)]);
  });
});

test("projects that are listed with the code of their class are not called as it", () => {
  const projects = [["城管队保安经费", "2120501", 10], ["垃圾分类补贴", "2120501", 20], ["机关物业费", "2010399", 30]];
  expect(found("code-mismatch", sheetOf("表", [["项目名称", "功能科目编码", "年初预算"], ...projects]), { cutOff: "2023-12-31" })).toEqual([]);
  const classes = [["行政运行", "2010301", 10], ["城乡社区环境卫生", "2120501", 20], ["学前教育", "2010399", 30]];
  expect(found("code-mismatch", sheetOf("表", [["项目名称", "功能科目编码", "年初预算"], ...classes]), { cutOff: "2023-12-31" })).toEqual(["warning 表 A4 其他政府办公厅（室）及相关机构事务支出 学前教育"]);
});
