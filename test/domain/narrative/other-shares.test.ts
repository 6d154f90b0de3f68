/** Shares and changes of another amount than the one right before them. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const funds = sheetOf("专项", [
  ["2024年财政专项资金执行情况（单位：万元）"], ["项目", "预算安排", "实际支出", "执行率"],
  ["合计", 1000, 905.5, "90.55%"], ["一、教育专项", 400, 380.5, "95.13%"], ["（一）校舍维修", 250, 240.5, "96.20%"], ["（二）营养午餐", 150, 140, "93.33%"],
  ["二、卫生专项", 350, 300, "85.71%"], ["（一）基层医疗", 200, 180, "90.00%"], ["（二）疾病防控", 150, 120, "80.00%"], ["三、文化专项", 250, 225, "90.00%"], ["其中：图书购置", 50, 45, "90.00%"],
]);

const found = (text: string): readonly string[] => wrong(checksOf(text, null, funds));

const BEHIND_PARTS = "卫生专项支出300万元，包括基层医疗180万元、疾病防控120万元，占总支出的33.13%。";
const RESPECTIVELY = "政府采购支出总额320.50万元，其中政府采购货物支出120.30万元、政府采购服务支出200.20万元，占比分别为37.54%和62.46%。";
const MONTH = "8月支出430121.52元，比7月455000元减少24878.48元，下降5.47%。";
const SPENDING = "资本性支出预算900万元，完成45.84%，较2023年决算1050.75万元下降60.73%。";

test.each([BEHIND_PARTS, RESPECTIVELY, MONTH, SPENDING])("true: %s", (text) => expect(found(text)).toEqual([]));
test.each([[BEHIND_PARTS, "33.13", "31.33"], [RESPECTIVELY, "37.54", "35.74"], [MONTH, "5.47", "5.74"], [MONTH, "24878.48", "28478.48"]])("what is changed is found: %s, %s", (text, right, told) => expect(found(text.replace(right, told))).not.toEqual([]));
