import { found, findings } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const header = ["项目名称", "年初预算", "调整后预算", "支出"];
const plain = [["甲", 100, 100, 90], ["乙", 200, 210, 150], ["丙", 150, 150, 120], ["丁", 80, 90, 88]];

test("expenditure in 元 among 万元", () => {
  const table = sheetOf("表", [header, ...plain, ["戊", 400, 400, 817_000]]);
  expect(found("unit-suspect", table)).toEqual(["warning 表 D6 - 817000"]);
  expect(findings("unit-suspect", table)[0]?.values).toMatchObject({ column: "支出", figure: { figure: "817000" }, otherColumn: "调整后预算", factor: 2_000 });
});

test("a budget in 元 among 万元: by its other budget, or by standing far above all others", () => {
  expect(found("unit-suspect", sheetOf("表", [header, ...plain, ["戊", 400, 4_000_000, 81.7]]))).toEqual(["warning 表 C6 - 4000000"]);
  const single = [["项目名称", "项目预算", "支出"], ...plain.map(([name, , budget, spent]) => [name ?? "", budget ?? "", spent ?? ""])];
  expect(found("unit-suspect", sheetOf("表", [...single, ["戊", 4_000_000, 81.7]]))).toEqual(["warning 表 B6 - 4000000"]);
});

test("a printed rate that is 10,000 times the recomputed one", () => {
  const table = sheetOf("表", [["项目名称", "项目预算", "支出", "执行率"], ["甲", 100, 90, "90.00%"], ["乙", 200, 150, "75.00%"], ["丙", 400, 0.0817, "204.25%"]]);
  expect(found("unit-suspect", table)).toEqual(["warning 表 C4 - 0.0817"]);
});

test.each<[string, number[], string]>([
  ["spending far too small beside two budgets that agree", [300, 300, 0.295], "D6 - 0.295"],
  ["an adjusted budget far too large beside the other one and the spending", [300, 3_000_000, 295], "C6 - 3000000"],
  ["an adjusted budget far too small", [300, 0.03, 295], "C6 - 0.03"],
  ["an original budget far too small", [0.03, 300, 295], "B6 - 0.03"],
  ["spending far too large", [300, 300, 2_950_000], "D6 - 2950000"],
])("of figures that are far apart the one that stands alone: %s", (_, figures, place) => {
  const rows = plain.map(([name = "", original = 0, adjusted = 0, spent = 0]) => [name, original, adjusted, spent, ""]);
  expect(found("unit-suspect", sheetOf("表", [[...header, "执行率"], ...rows, ["戊", ...figures, "98.33%"]]))).toEqual([`warning 表 ${place}`]);
});

test.each<[string, number[], string]>([
  ["spending", [300, 0.0295], "C6 - 0.0295"],
  ["budget", [3_000_000, 295], "B6 - 3000000"],
  ["tiny budget", [0.03, 295], "B6 - 0.03"],
])("of two figures alone the one unlike its column: %s", (_, figures, place) => {
  const rows = plain.map(([name = "", original = 0, , spent = 0]) => [name, original, spent, ""]);
  expect(found("unit-suspect", sheetOf("表", [["项目名称", "项目预算", "支出", "执行率"], ...rows, ["戊", ...figures, "98.33%"]]))).toEqual([`warning 表 ${place}`]);
});

test("expenditure in 亿元 or 万元 among 万元 or 元: finer than all others, and the budget again in the other unit", () => {
  const single = [["项目名称", "项目预算", "支出"], ...plain.map(([name, , budget, spent]) => [name ?? "", budget ?? "", spent ?? ""])];
  const table = sheetOf("表", [...single, ["戊", 200, 0.0199]]);
  expect(found("unit-suspect", table)).toEqual(["warning 表 C6 - 0.0199"]);
  expect(findings("unit-suspect", table)[0]?.values).toMatchObject({ column: "支出", otherColumn: "项目预算", factor: 10_000 });
  // As fine as others are, or nothing that another unit would explain.
  expect(found("unit-suspect", sheetOf("表", [...single, ["己", 30, 12.3456], ["戊", 200, 0.0199]]))).toEqual([]);
  expect(found("unit-suspect", sheetOf("表", [...single, ["戊", 200, 0.0012]]))).toEqual([]);
});

test("overspending, small rates and large projects are none", () => {
  const table = sheetOf("表", [header, ...plain, ["综合治理", 98.81, 98.81, 182.14], ["刚开工", 400, 400, 0.3], ["大工程", 50_000, 50_000, 40_000], ["未支出", 300, 300, 0]]);
  expect(found("unit-suspect", table)).toEqual([]);
});

test("how far the figures are apart is told as it is, to one digit", () => {
  const single = [["项目名称", "项目预算", "支出"], ...plain.map(([name, , budget, spent]) => [name ?? "", budget ?? "", spent ?? ""])];
  const factorOf = (budget: number, spent: number): unknown => findings("unit-suspect", sheetOf("表", [...single, ["戊", budget, spent]]))[0]?.values["factor"];
  expect([factorOf(1, 500_000), factorOf(1, 1_000_000_000), factorOf(2, 300)]).toEqual([500_000, 1_000_000_000, 200]);
});

test("where headers say that they count in different units, figures far apart are none", () => {
  expect(found("unit-suspect", sheetOf("表", [["Item", "Budget (£000)", "Spend (£)"], ["Rent", 100, 50_000], ["Fuel", 200, 150_000], ["Total", 300, 200_000]]))).toEqual([]);
});
