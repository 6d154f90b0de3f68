/** Parts told behind 其中: what stands in brackets divides the part before it, and what was overspent is subtracted from what was saved. */

import { readClaims } from "../../../src/domain/narrative/claims";
import { foundIn } from "../../../src/domain/narrative/outcome";
import { checkNarrative } from "../../../src/domain/narrative/self-check";

const found = (text: string): readonly string[] => foundIn(checkNarrative(readClaims(text))).map(({ severity, kind, expected, actual }) => [severity, kind, expected, actual].join(" "));

const FUNDS = "2024年财政专项资金实际支出905.50万元，其中：教育专项380.50万元（校舍维修240.50万元、营养午餐140万元），卫生专项300万元，文化专项225万元。";

test.each([
  FUNDS, "全年执行3495.78万元，其中基本支出2290.12万元（含人员经费2061.02万元、公用经费229.10万元），项目支出1205.66万元。",
  "全年支出905.50万元。其中：教育专项支出380.50万元，执行率95.13%（校舍维修240.50万元、营养午餐140万元）；卫生专项支出300万元；文化专项支出225万元。",
  "全年支出60万元，其中：工程款（40万元）、设备款（20万元）。", "全年支出905.50万元，其中教育专项380.50万元（校舍维修240.50万元、营养午餐140万元）。",
])("true: %s", (text) => expect(found(text)).toEqual([]));

test.each<[string, string, string, string]>([
  [FUNDS, "卫生专项300", "卫生专项330", "error parts 935.5 905.5"], [FUNDS, "支出905.50", "支出950.50", "info parts 905.5 950.5"], ["全年支出60万元，其中：工程款（40万元）、设备款（20万元）。", "（20", "（26", "error parts 66 60"],
])("what is changed is found: %s, %s", (text, right, told, expected) => expect(found(text.replace(right, told))).toEqual([expected]));

describe("what was saved, and what was overspent", () => {
  const SAVED = "全年费用节约35.70万元，其中管理费用节约111.75万元，研发费用节约4.45万元，财务费用节约35.90万元，销售费用超支116.40万元。";
  test("are subtracted from each other", () => expect(found(SAVED)).toEqual([]));
  test("a part changed is found", () => expect(found(SAVED.replace("111.75", "117.15"))).toEqual(["error parts 41.1 35.7"]));
  test("a part that is more than what was saved is none of it", () => expect(found("2024年集团费用预算5800万元，实际发生5764.30万元，预算执行率99.38%，节约35.70万元。其中销售费用超预算116.40万元，超支5.29%；管理费用比预算节约111.75万元，节约率7.45%；研发费用1795.55万元，与预算基本持平；财务费用264.10万元。")).toEqual([]));
});
