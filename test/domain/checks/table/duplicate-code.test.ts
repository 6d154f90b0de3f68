import { found, findings } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const header = ["项目代码", "项目名称", "项目预算"];

test("one code for two names, and one line entered twice", () => {
  const table = sheetOf("表", [header, ["P-01", "物业", 1], ["P-02", "水费", 2], [" p-01", "电费", 3], ["P-02", "水费", 2], ["P-03", "餐费", 9], ["合计", "", 17]]);
  expect(found("duplicate-code", table)).toEqual(["warning 表 A4 - p-01", "warning 表 A5 - P-02"]);
  expect(findings("duplicate-code", table)[0]?.values).toMatchObject({ first: "A2", other: "物业", name: "电费" });
  expect(found("duplicate-name", table)).toEqual([]);
});

test("one project from two sources of money is not entered twice", () => {
  expect(found("duplicate-code", sheetOf("表", [[...header, "资金来源"], ["P-01", "物业", 1, "市级"], ["P-01", "物业", 2, "区级"], ["P-02", "水费", 2, "区级"]]))).toEqual([]);
});

test("one functional code on two lines of a table by functional classes", () => {
  const classes = sheetOf("表", [["科目编码", "科目名称", "年初预算"], ["2050203", "初中教育", 1], ["2050204", "高中教育", 2], ["2050204", "高等教育", 3], ["2050203", "初中教育", 1]]);
  expect(found("duplicate-code", classes)).toEqual(["warning 表 A4 - 2050204", "warning 表 A5 - 2050203"]);
  const projects = sheetOf("表", [["科目编码", "科目名称", "项目名称", "年初预算"], ["2050203", "初中教育", "甲", 1], ["2050203", "初中教育", "乙", 2]]);
  expect(found("duplicate-code", projects)).toEqual([]);
  const units = sheetOf("表", [["单位名称", "科目编码", "科目名称", "年初预算"], ["一中", "2050203", "初中教育", 1], ["二中", "2050203", "初中教育", 2]]);
  expect(found("duplicate-code", units)).toEqual([]);
});

test("lines without a code are no duplicates of each other", () => {
  expect(found("duplicate-code", sheetOf("表", [header, ["P-01", "物业", 1], ["", "水费", 2], ["", "电费", 3]]))).toEqual([]);
});

test("several payments of one project are its lines, the same payment twice is not", () => {
  const payments = (...amounts: number[]) => sheetOf("支出明细", [["项目代码", "项目名称", "支出金额"], ...amounts.map((amount) => ["P-01", "物业", amount]), ["P-02", "水费", 7]]);
  expect(found("duplicate-code", payments(10, 20, 30))).toEqual([]);
  expect(found("duplicate-code", payments(10, 20, 10))).toEqual(["warning 支出明细 A4 - P-01"]);
});
