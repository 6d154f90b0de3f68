/** Texts that are right beside their tables, and the same with one figure changed. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const departments = sheetOf("部门", [
  ["2023年部门预算执行情况（单位：万元，截至2023年12月31日）"], ["单位", "年初预算", "追加", "调减", "调整后预算", "支出", "执行率"],
  ["市图书馆", 800, 60, 12, 848, 826.8, "97.50%"], ["市博物馆", 1200, 0, 50, 1150, 1092.5, "95.00%"], ["市文化馆", 300, 20, 0, 320, 312, "97.50%"],
  ["合计", 2300, 80, 62, 2318, 2231.3, "96.26%"],
]);
const basic = sheetOf("基本支出", [["2023年基本支出（万元）"], ["经济分类", "预算数", "支出数", "执行率"], ["工资福利支出", 900, 882, "98.00%"], ["商品和服务支出", 300, 270, "90.00%"], ["合计", 1200, 1152, "96.00%"]]);
const projects = sheetOf("项目支出", [["2023年项目支出（万元）"], ["项目名称", "预算数", "支出数", "执行率"], ["展陈更新", 200, 180, "90.00%"], ["古籍修复", 120, 118, "98.33%"], ["合计", 320, 298, "93.13%"]]);

function found(text: string): readonly string[] {
  return wrong(checksOf(text, "2023-12-31", departments));
}

test.each([
  // Several days told together.
  "截至11月底，市图书馆支出700万元；12月支出126.8万元，全年累计支出826.8万元。",
  // The rate is of the table's other budget.
  "市博物馆2023年部门预算批复数1200万元，年末支出1092.5万元，执行率95.00%。",
  "市博物馆批复预算1200万元。", "市图书馆追加60万元，调减12万元，现预算848万元。", "市图书馆因新馆开放追加60万元。", "市博物馆根据过紧日子要求调减50万元。", "今年市图书馆追加60万元，调减12万元。",
])("agrees: %s", (text) => expect(found(text)).toEqual([]));

test.each<[string, readonly string[]]>([
  ["截至11月底，市图书馆支出826.8万元，完成全年预算的97.50%。", ["warning cut-off 市图书馆 - 2023-12-31 2023-11-30"]],
  ["市博物馆2023年部门预算批复数1200万元，年末支出1092.5万元，执行率93.00%。", ["error rate 市博物馆 - 91.04 93.00", "error line 市博物馆 市博物馆 95 93.00"]],
  ["市博物馆批复预算1020万元。", ["warning by-name 市博物馆 市博物馆 1200 1020"]],
  ["市图书馆现预算884万元。", ["warning by-name 市图书馆 市图书馆 848 884"]],
  ["市图书馆因新馆开放追加80万元。", ["warning told-change 市图书馆 市图书馆 60 80"]],
  ["市博物馆根据过紧日子要求调减55万元。", ["warning told-change 市博物馆 市博物馆 50 55"]],
  ["今年市图书馆追加66万元。", ["warning told-change 市图书馆 市图书馆 60 66"]],
  ["市图书馆先后两次追加预算，3月追加40万元，8月追加30万元。", ["warning told-change 市图书馆 市图书馆 60 70"]],
])("differs: %s", (text, expected) => expect(found(text)).toEqual(expected));

test.each<[string, readonly string[]]>([
  // 882 ÷ (1152 + 298); 882 ÷ 1152.
  ["工资福利支出882万元，占全部支出的60.83%。", []], ["工资福利支出882万元，占全部支出的76.56%。", []],
  ["工资福利支出882万元，占全部支出的63.83%。", ["warning by-name 工资福利 工资福利支出 76.56 63.83"]],
])("a share may be of two tables together: %s", (text, expected) => {
  expect(wrong(checksOf(text, "2023-12-31", basic, projects))).toEqual(expected);
});
