/** Each check of a text against itself: what holds, what is explained by rounding, what is wrong. */

import { readClaims } from "../../../src/domain/narrative/claims";
import { checkNarrative } from "../../../src/domain/narrative/self-check";
import type { TextCheckKind } from "../../../src/domain/narrative/outcome";

/** The outcomes of one kind of check: "holds", or severity with what was expected and told. */
function outcomes(text: string, kind: TextCheckKind, cutOff: string | null = null): readonly string[] {
  return checkNarrative(readClaims(text), cutOff).filter((check) => check.kind === kind)
    .map(({ severity, expected, actual }) => (severity === null ? "holds" : `${severity} ${expected ?? "-"} ${actual ?? "-"}`));
}

describe("rates", () => {
  test.each<[string, readonly string[]]>([
    ["甲支出71.16万元，全部预算118.30万元。完成全年预算60.15%。", ["holds"]],
    // 2.165/2.745 = 78.87 %, 2.175/2.735 = 79.52 %: what two printed decimals allow.
    ["甲支出2.17万元，全部预算2.74万元。完成全年预算79.27%。", ["info 79.20 79.27"]],
    ["甲支出2.17万元，全部预算2.74万元。完成全年预算79.52%。", ["info 79.20 79.52"]],
    ["甲支出2.17万元，全部预算2.74万元。完成全年预算79.53%。", ["error 79.20 79.53"]],
    ["甲支出2.17万元，全部预算2.74万元。完成全年预算78.86%。", ["error 79.20 78.86"]],
    // Half up on an exact tie.
    ["甲年初预算600.00万元，支出117.27万元，完成年初预算的19.55%。", ["holds"]],
    ["甲年初预算600.00万元，支出117.27万元，执行率为20%。", ["holds"]],
    ["甲执行率为60.15%，其支出71.16万元，预算118.30万元。", ["holds"]],
    // The basis that is named counts: 30/40, not 30/50.
    ["甲年初预算50.00万元，调整后预算40.00万元，支出30.00万元，完成调整后预算的75.00%。", ["holds"]],
    ["甲年初预算50.00万元，调整后预算40.00万元，支出30.00万元，完成年初预算的75.00%。", ["error 60.00 75.00"]],
    // Each line with its own figures.
    // What 300 ÷ 350 comes to is said with two decimals at least, however few the text prints.
    ["甲支出300.00万元，预算350.00万元，完成预算的85%。", ["error 85.71 85"]],
    ["甲支出300.00万元，预算350.00万元，完成预算的86%。", ["holds"]],
    ["甲支出300.00万元，预算350.00万元，完成预算的85.6%。", ["error 85.71 85.6"]],
    ["甲支出300.00万元，预算350.00万元，完成预算的85.715%。", ["info 85.714 85.715"]],
    ["甲支出10.00万元，预算20.00万元，完成预算50.00%；乙支出30.00万元，预算40.00万元，完成预算75.00%。", ["holds", "holds"]],
    // A rate of no budget in particular may be of any that the text tells, and of what its changes lead to.
    ["甲年初预算1200.50万元，年中追加50万元。全年支出1180.00万元，执行率94.36%。", ["holds"]],
    ["甲年初预算1200.50万元，追加50万元，全年支出1180.00万元，完成预算的94.36%。", ["holds"]],
    ["甲年初预算1200.50万元，年中追加50万元，调整后预算1250.50万元。全年支出1180.00万元，执行率94.36%。", ["holds"]],
    ["甲调整后预算1250.50万元（年初预算1200.50万元），全年支出1180.00万元，执行率94.36%。", ["holds"]],
    ["甲年初预算16221.15万元，年中追加150万元，调减120.25万元，全年支出15989.74万元，执行率98.39%。", ["holds"]],
    ["1. 甲项目年初预算200万元，年底追加10万元，支出199万元，完成全年预算的94.76%。", ["holds"]],
    ["甲年初预算1200.50万元，年中追加50万元。全年支出1180.00万元，占年初预算的98.29%。", ["holds"]],
    ["甲年初预算1200.50万元，年中追加50万元。全年支出1180.00万元，完成年初预算的94.36%。", ["error 98.29 94.36"]],
    ["甲年初预算1200.50万元，年中追加50万元。全年支出1180.00万元，执行率95.36%。", ["error 98.29 95.36"]],
    // Of a budget that the text does not tell.
    ["甲年初预算1200.50万元，全年支出1180.00万元，完成调整预算的94.36%。", []],
    ["甲调整后预算1250.50万元，全年支出1180.00万元，完成年初预算的98.29%。", []],
    // Revenue has rates too.
    ["税收收入24627万元，完成年初预算数60999万元的40.4%。", ["holds"]],
    // Nothing to compare with.
    ["甲支出约10万元，预算20万元，完成预算60%。", []],
    ["甲支出10万元，预算0万元，完成预算0%。", []],
    ["甲完成预算60%。", []],
  ])("of %s", (text, expected) => expect(outcomes(text, "rate")).toEqual(expected));
  test("take 48万元 for 48.00 where the text prints hundredths", () => {
    expect(outcomes("甲支出25.65万元，全部预算48万元。完成全年预算53.45%。", "rate")).toEqual(["info 53.44 53.45"]);
    expect(outcomes("甲支出25.65万元，全部预算48万元。完成全年预算53.49%。", "rate")).toEqual(["error 53.44 53.49"]);
  });
  test("do not take a part payment for what was spent", () => {
    expect(outcomes("1. 甲项目支出81.70万元，预算400.00万元，已支付首付款50.00万元，完成预算20.43%。", "rate")).toEqual(["holds"]);
  });
});

describe("shares", () => {
  test.each<[string, readonly string[]]>([
    ["共计6989.19万元，占全部支出7,349.67万元的95.10%。", ["holds"]],
    ["共计6989.19万元，占全部支出7,349.67万元的95.20%。", ["error 95.10 95.20"]],
    ["收入合计1000.00万元，其中：拨款收入900.00万元，占90.00%；其他收入100.00万元，占11.00%。", ["holds", "error 10.00 11.00"]],
    ["项目支出预算为6805.36万元，全年项目支出预算为22512.34万元，项目支出预算占全年项目支出预算的30.23%。", ["holds"]],
    // Of a sum that the list, the sentence before or an earlier total names.
    ["支出总额2300.00万元，其中：货物支出800.00万元，占政府采购支出总额的44.78%；工程支出1500.00万元，占65.22%。", ["warning 34.78 44.78", "holds"]],
    ["2023年度政府采购支出总额2300.00万元。授予中小企业合同金额2100.00万元，占政府采购支出总额的91.30%，其中：小微企业合同金额1500.00万元，占政府采购支出总额的68.22%。", ["holds", "warning 65.22 68.22"]],
    ["支出合计15989.74万元。\n教育支出15171.35万元，占本年支出合计的97.88%。", ["warning 94.88 97.88"]],
    ["一般公共预算支出15989.74万元，占本年支出合计的100.00%。主要用于以下方面：教育支出15171.35万元，占97.88%；社会保障支出818.39万元，占5.12%。", ["error 94.88 97.88", "holds"]],
    ["“三公”经费支出决算9.8万元，完成预算15.5万元的63.23%，比上年减少1.2万元。其中：公车支出8.3万元，占87.69%；接待费支出1.5万元，占15.31%。", ["error 84.69 87.69", "holds"]],
    // Another whole than was told.
    ["支出合计15989.74万元。学前教育支出1180万元，占教育支出的7.78%。", []],
  ])("of %s", (text, expected) => expect(outcomes(text, "share")).toEqual(expected));
});

describe("parts", () => {
  test.each<[string, readonly string[]]>([
    ["年初预算28265.19万元。其中：基本支出预算5752.85万元，项目支出预算22512.34万元。", ["holds"]],
    ["年初预算28265.20万元。其中：基本支出预算5752.85万元，项目支出预算22512.34万元。", ["warning 28265.19 28265.2"]],
    ["年初预算28265.29万元。其中：基本支出预算5752.85万元，项目支出预算22512.34万元。", ["error 28265.19 28265.29"]],
    // 其中 may pick out some, but they cannot be more than the whole.
    ["支出100.00万元，其中：办公费10.00万元；水电费20.00万元。", ["info 30 100"]],
    ["支出100.00万元，其中：办公费60.00万元；水电费50.00万元。", ["error 110 100"]],
    ["培训剩余80000元，宣传栏剩余120000元，材料剩余95796元；合计剩余295796元。", ["holds"]],
    ["培训剩余80000元，宣传栏剩余120000元，材料剩余95796元；合计剩余295896元。", ["error 295796 295896"]],
    ["支出合计3.25亿元，其中：教育支出1.25亿元，卫生支出20000.00万元。", ["holds"]],
    ["初中支出4150.50万元，高中支出3850.75万元，高等支出890.10万元，三项支出共计8991.35万元。", ["error 8891.35 8991.35"]],
    ["初中支出4150.50万元，高中支出3850.75万元，教育支出共计8991.35万元。", ["info 8001.25 8991.35"]],
  ])("of %s", (text, expected) => expect(outcomes(text, "parts")).toEqual(expected));
});

describe("lines under an overall figure", () => {
  const lines = (total: string): string => `部门整体支出${total}万元，详细情况如下：\n甲支出1.00万元，全部预算2.00万元。\n乙支出2.50万元，全部预算3.00万元。\n\n丙支出3.00万元，全部预算4.00万元。\n（三）其他\n丁支出9.00万元，全部预算10.00万元。`;
  test.each<[string, readonly string[]]>([["6.50", ["holds"]], ["6.51", ["warning 6.5 6.51"]], ["7.50", ["warning 6.5 7.5"]]])("add up to %s", (total, expected) => {
    expect(outcomes(lines(total), "lines")).toEqual(expected);
  });
});

describe("changes", () => {
  test.each<[string, readonly string[]]>([
    ["支出由100.00万元增加到120.00万元，增长20%。", ["holds"]],
    ["支出由100.00万元增加到120.00万元，增长25%。", ["error 20.00 25"]],
    ["支出0.50万元，比2015年预算数0.80万元减少0.30万元，降低37.5%。", ["holds", "holds"]],
    ["支出0.50万元，比2015年预算数0.80万元减少0.20万元，降低25.0%。", ["error 0.6 0.5", "holds"]],
    // What it was before follows from the change: 95 + 5 = 100.
    ["支出95.00万元，比上年减少5.00万元，下降5.00%。", ["holds"]],
    ["支出95.00万元，比上年减少5.00万元，下降5.26%。", ["warning 5.00 5.26"]],
    // Compared with a sum, or told with its year, or with what it was behind it.
    ["支出4150.50万元，较上年4000万元增长3.76%。", ["holds"]],
    ["支出4150.50万元，较上年4000万元增长3.36%。", ["error 3.76 3.36"]],
    ["支出由2022年的4000万元增加到2023年的4150.50万元，增长3.36%。", ["error 3.76 3.36"]],
    ["2023年报告\n甲2023年支出1180万元，2022年支出1200万元，同比下降1.67%。", ["holds"]],
    ["2023年报告\n甲2023年支出1180万元，2022年支出1200万元，同比下降10.67%。", ["error 1.67 10.67"]],
    ["2022年甲支出1200万元，2023年甲支出1180万元，减少30万元，降低2.50%。", ["error 1170 1180", "holds"]],
    ["2023年报告\n甲支出同比减少20万元，下降1.67%（上年1200万元）。", ["holds"]],
    ["2023年报告\n甲支出同比减少20万元，下降10.67%（2022年为1200万元）。", ["error 1.67 10.67"]],
    ["2023年报告\n甲支出比上年减少20万元，降低1.97%，上年为1200万元。", ["error 1.67 1.97"]],
    // Its percentage told first.
    ["2023年报告\n与去年同期相比，教育支出增长8.33%，增支20万元（去年同期240万元）。", ["holds"]],
    ["2023年报告\n与去年同期相比，教育支出增长8.93%，增支20万元（去年同期240万元）。", ["error 8.33 8.93"]],
    ["2023年报告\n与去年同期相比，教育支出增长8.33%，增支20.00万元（去年同期245.00万元）。", ["error 8.16 8.33"]],
    // Each its own: what another was is nothing to this one.
    ["2023年报告\n甲支出减少20万元，降低1.67%（2022年为1200万元）；乙支出增加100万元，增长2.00%。", ["holds"]],
    ["甲支出1180万元，比上年1200万元减少20万元，下降1.67%；乙支出减少5万元，下降1.00%。", ["holds", "holds"]],
  ])("of %s", (text, expected) => expect(outcomes(text, "change")).toEqual(expected));
  test("go one way", () => {
    expect(outcomes("支出1180.00万元，比上年增加20万元，降低1.67%。", "contrary")).toEqual(["warning - -"]);
    expect(outcomes("支出1180.00万元，比上年减少20万元，占比增长1.67%。", "contrary")).toEqual([]);
  });
});

describe("adjusted budgets", () => {
  test.each<[string, readonly string[]]>([
    ["街道年初预算28265.19万元。\n德胜街道调增预算2057.70万元，调减预算4817.56万元，指标调增2246.77万元，调整后预算为27752.10万元。", ["holds"]],
    // Without the third change it does not.
    ["街道年初预算28265.19万元。\n德胜街道调增预算2057.70万元，调减预算4817.56万元，调整后预算为27752.10万元。", ["error 25505.33 27752.1"]],
    ["1. 甲项目年初预算100万元。6月追加20万元。9月调减5万元。调整后预算115万元。", ["holds"]],
    ["甲年初预算1200.50万元，年中追加70万元，调整后预算1250.50万元。", ["error 1270.5 1250.5"]],
    ["甲年初预算1200.50万元，年底追加预算50万元，中期调减10万元，调整后预算1240.50万元。", ["holds"]],
    // What was cut may be of the budget or not.
    ["甲年初预算100万元，追加20万元，收回存量6万元，调整后预算114万元。", []],
    ["甲年初预算100万元，追加20万元，核减工程款5万元，调整后预算120万元。", []],
    // Told twice, counted once.
    ["1. 甲项目年初预算185.31万元。2016年6月调减预算105.31万元。2016年5月26日调减1053100元，调整后预算80万元。", ["holds"]],
    ["1. 甲项目年初预算100万元。3月追加10万元。9月再次追加10万元。调整后预算120万元。", ["holds"]],
    ["将“救助资金”预算减少1053100元，剩余800000元。", []],
    ["“救助资金”预算1853100元。将“救助资金”预算减少1053100元，剩余900000元。", ["error 800000 900000"]],
  ])("of %s", (text, expected) => expect(outcomes(text, "adjusted-budget")).toEqual(expected));
});

describe("other sums", () => {
  test("balances are budget less spending", () => {
    expect(outcomes("甲预算100.00万元，支出80.00万元，结余20.00万元。", "balance")).toEqual(["holds"]);
    expect(outcomes("甲预算100.00万元，支出80.00万元，结余30.00万元。", "balance")).toEqual(["warning 20 30"]);
  });
  test("products are their factors multiplied", () => {
    expect(outcomes("1. 甲经费预算192.00万元。雇用保安40人×12月×4000元/月*人=1920000元。", "formula")).toEqual(["holds"]);
    expect(outcomes("1. 甲经费预算192.00万元。雇用保安40人×12月×4000元/月*人=1930000元。", "formula")).toEqual(["error 1920000 1930000"]);
    expect(outcomes("1. 甲经费预算12.00万元。10户×每户若干×4000元=1930000元。", "formula")).toEqual([]);
  });
  test("the whole year's spending is one figure, each year its own", () => {
    expect(outcomes("2016年度部门整体支出23349.93万元。占2016年预算全部支出7,349.67万元的95.10%。", "two-wholes")).toEqual(["error 23349.93 7349.67"]);
    expect(outcomes("2016年度部门整体支出23349.93万元，2015年度部门整体支出20000.00万元。", "two-wholes")).toEqual([]);
    expect(outcomes("2016年度部门整体支出2.5亿元，2016年全部支出25000万元。", "two-wholes")).toEqual(["holds"]);
  });
  test("one digit off in an item is a slip, perhaps", () => {
    expect(outcomes("1. 甲经费全年预算192.00万元，按测算需要经费1930000元。", "slip")).toEqual(["info 192 1930000"]);
    expect(outcomes("1. 甲经费全年预算192.00万元，按测算需要经费1810000元。", "slip")).toEqual([]);
    expect(outcomes("1. 甲经费全年预算185.31万元。甲经费预算1863100元。", "slip")).toEqual(["info 185.31 1863100"]);
    expect(outcomes("1. 甲经费年初预算400.00万元，追加后预算420.00万元。", "slip")).toEqual([]);
    expect(outcomes("（一）学前教育支出。2023年年初预算1200.50万元，调增50万元，调整后1250.50万元。", "slip")).toEqual([]);
    // Two things, two sums.
    expect(outcomes("1. 采购项目支出300.2万元，货物支出100.1万元，服务支出200.1万元。", "slip")).toEqual([]);
    expect(outcomes("1. 采购项目支出300.2万元，其中：货物100.1万元，服务200.1万元。", "slip")).toEqual([]);
    expect(outcomes("1. 采购项目支出300.2万元，支付货物款100.1万元，支付服务费200.1万元。", "slip")).toEqual([]);
    expect(outcomes("1. 采购项目预算100.1万元，支出200.1万元。", "slip")).toEqual([]);
  });
});

describe("dates", () => {
  test("differ from the day most figures are cut off at", () => {
    const text = "截至2016年12月31日完成。截止2016年12月末完成。截至2016年6月底完成。截止2015年6月30日完成。";
    expect(outcomes(text, "cut-off")).toEqual(["holds", "holds", "warning 2016-12-31 2016-06-30", "warning 2016-12-31 2015-06-30"]);
  });
  test("may be one of several days that one sentence tells", () => {
    expect(outcomes("截至11月底，甲支出4700.00万元；截至12月底，支出5100.00万元。", "cut-off", "2016-12-31")).toEqual([]);
    expect(outcomes("2016年报告\n截至11月底，甲支出4700.00万元；截至12月底，支出5100.00万元。", "cut-off", "2016-12-31")).toEqual(["holds"]);
  });
  test("differ from the day that is known", () => {
    expect(outcomes("截至2016年6月底完成。", "cut-off", "2016-12-31")).toEqual(["warning 2016-12-31 2016-06-30"]);
    expect(outcomes("截至2016年6月底完成。", "cut-off")).toEqual([]);
  });
  test.each([
    "截至2018年底，账户结余300.00万元。", "截至2018年12月31日，结转结余资金300.00万元。", "截至2018年底，该工程累计支出300.00万元。", "截止2018年末，固定资产余额5000.00万元。", "截至2018年底，债务余额2.00亿元。",
  ])("of what the year began with are not stale: %s", (text) => expect(outcomes(`2019年报告\n${text}`, "cut-off", "2019-12-31")).toEqual([]));
  test.each(["截至2018年12月31日，实际支出300.00万元。", "截至2018年底支出300.00万元，完成预算的50.00%。", "截至2018年6月底完成。"])("of the year's own figures are: %s", (text) => {
    expect(outcomes(`2019年报告\n${text}`, "cut-off", "2019-12-31").map((line) => line.slice(0, 18))).toEqual(["warning 2019-12-31"]);
  });
  test("come in an order that can be", () => {
    expect(outcomes("如2016年1月发生的支出，2014年4月报账。", "date-order")).toEqual(["error 2016-01-01 2014-04-30"]);
    expect(outcomes("如2014年1月发生的支出，2014年4月报账。", "date-order")).toEqual(["holds"]);
    expect(outcomes("工程2016年5月开工，2016年5月完工。", "date-order")).toEqual(["holds"]);
    expect(outcomes("工期2016年5月至2016年3月。", "date-order")).toEqual(["error 2016-05-01 2016-03-31"]);
    expect(outcomes("2016年5月召开会议，2015年3月启动。", "date-order")).toEqual([]);
  });
  test("exist", () => expect(outcomes("截至2016年2月30日支出1万元。", "no-such-day")).toEqual(["error - 2016年2月30日"]));
  test("agree where one change is told twice", () => {
    expect(outcomes("1. 甲经费预算185.31万元。2016年6月调减预算105.31万元。2016年5月26日调减1053100元。", "told-with-two-dates")).toEqual(["info 2016年6月 2016年5月26日"]);
    expect(outcomes("1. 甲经费预算185.31万元。2016年6月调减预算105.31万元。2016年6月26日调减1053100元。", "told-with-two-dates")).toEqual([]);
  });
});
