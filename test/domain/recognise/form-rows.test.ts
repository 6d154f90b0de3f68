import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf } from "../../support/snapshots";
import { summariesOf } from "./summary";

type Typed = CellValue | null;

const FUNDS: readonly (readonly Typed[])[] = [
  ["年度资金总额", 320, 305.6, 298.44, 10, null, 9.77],
  ["其中：当年财政拨款", 300, 285.6, 280.44, "—", null, "—"],
  ["上年结转资金", 20, 20, 18, "—", null, "—"],
];

/** 自评表 as it is laid out: its fields in rows of nine columns with the cells of each merged, the funds right below. */
function form(fields: readonly (readonly [readonly Typed[], readonly string[]])[]) {
  const head = fields.length + 3;
  return sheetOf("自评表", [
    ["项目支出绩效自评表"], ["（2024年度）"],
    ...fields.map(([row]) => row),
    ["项目资金（万元）", null, null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ...FUNDS.map((line) => [null, null, ...line]),
  ], { merges: ["A1:I1", "A2:I2", `A${String(head)}:B${String(head + 3)}`, ...fields.flatMap(([, merges], at) => merges.map((merge) => merge.replace(/#/gu, String(at + 3))))] });
}

describe("fields of a form right above its header are no parents of it", () => {
  const PROJECT = [["项目名称", null, "背街小巷环境整治提升", null, null, null, null, null, null], ["A#:B#", "C#:I#"]] as const;
  const UNITS = [["主管部门", null, "某区人民政府", null, null, "实施单位", "和平街道办事处", null, null], ["A#:B#", "C#:E#", "G#:I#"]] as const;
  test.each([
    ["主管部门 and 实施单位, the latter above an amount", [UNITS]],
    ["项目名称 above them", [PROJECT, UNITS]],
    ["项目名称 alone", [PROJECT]],
    ["主管部门及代码 and 实施单位, each merged", [PROJECT, [["主管部门及代码", null, "某区人民政府 012", null, null, "实施单位", null, "和平街道办事处", null], ["A#:B#", "C#:E#", "F#:G#", "H#:I#"]]]],
    ["实施单位 merged above 执行率", [[["主管部门", null, "某区人民政府", null, null, null, "实施单位", null, "和平街道"], ["A#:B#", "C#:F#", "G#:H#"]]]],
    ["who answers for it, and how to reach them", [PROJECT, [["项目负责人", null, "张三", null, null, "联系电话", null, "010-63060000", null], ["A#:B#", "C#:E#", "F#:G#", "H#:I#"]]]],
    ["a telephone number that is one", [PROJECT, [["项目负责人", null, "张三", null, null, "联系电话", null, 62345678, null], ["A#:B#", "C#:E#", "F#:G#", "H#:I#"]]]],
    ["fields not filled in", [PROJECT, [["主管部门", null, null, null, null, "实施单位", null, null, null], ["A#:B#", "C#:E#", "G#:I#"]]]],
  ] as const)("%s", (_, fields) => {
    const head = fields.length + 3;
    expect(summariesOf(form(fields as Parameters<typeof form>[0]))).toMatchObject([{
      at: `A${String(head)}:I${String(head + 3)} ${String(head)}-${String(head)}`,
      roles: "- - name? original-budget adjusted-budget expenditure - rate -",
    }]);
  });

  test("a name above 编码 | 名称 and amounts above their parts are its parents", () => {
    const sheet = sheetOf("表", [["科目", null, "街道本级", null, "社区", null], ["编码", "名称", "预算数", "支出数", "预算数", "支出数"], ["01", "物业费", 10, 5, 8, 4]], { merges: ["A1:B1", "C1:D1", "E1:F1"] });
    expect(summariesOf(sheet)[0]?.at).toBe("A1:F3 1-2");
    const named = sheetOf("表", [["项目", "资金情况", null, null], [null, "预算数", "支出数", "执行率"], ["物业费", 10, 5, null]], { merges: ["A1:A2", "B1:D1"] });
    expect(summariesOf(named)[0]?.at).toBe("A1:D3 1-2");
  });
});

test.each([
  ["项目负责人：张三", "联系电话：62345678"], ["填报人：张三", "电话：010-62345678"], ["项目名称：设备更新", "联系电话：62345678"], ["项目编号：2025001", "项目负责人：张三"], ["Prepared by: J Smith", "Phone: 62345678"],
])("label and value in one cell, right above a header: %s | %s", (...fields) => {
  expect(summariesOf(sheetOf("表", [["2025年预算执行情况表"], [fields[0], null, fields[1]], ["项目", "预算数", "执行数", "执行率", "备注"], ["甲", 100, 90, null, null], ["乙", 50, 60, null, null]]))).toMatchObject([{ at: "A3:E5 3-3", roles: "name original-budget? expenditure rate reason?" }]);
});

test("其中：… over what stands in it is a parent", () => {
  expect(summariesOf(sheetOf("表", [["项目", "预算数", "其中：财政拨款", null, "支出数"], [null, null, "当年", "结转", null], ["甲", 100, 60, 40, 90], ["乙", 50, 30, 20, 60]], { merges: ["A1:A2", "B1:B2", "C1:D1", "E1:E2"] }))).toMatchObject([{ at: "A1:E4 1-2" }]);
});
