import fc from "fast-check";
import { createHeaderReader, type HeaderMeaning } from "../../../src/domain/recognise/headers/text";
import { sheetOf } from "../../support/snapshots";
import { summariesOf } from "./summary";

const read = createHeaderReader();

/** "role", "role?" where it wants confirmation, then the budget that a rate names, the year and the months that it counts, "-6" where only the end is told. */
function meaning(text: string): string {
  const found = read(text);
  if (found === null) return "-";
  return found.meaning + (found.confidence === "likely" ? "?" : "") + (found.ofBudget === null ? "" : ` of ${found.ofBudget}`) + (found.year === null ? "" : ` ${found.year}`) + periodWords(found.period);
}

/** Nothing for a whole year, or for 累计, YTD and the like. */
function periodWords(period: HeaderMeaning["period"]): string {
  return period === null || (period.from === null && period.to === null) || (period.from === 1 && period.to === 12) ? "" : ` ${period.from ?? ""}-${period.to ?? ""}`;
}

const DIALECTS: Readonly<Record<string, readonly string[]>> = {
  "original-budget": [
    "年初预算", "年初预算数", "年初预算金额", "年初部门预算", "年初批复数", "年初数", "批复预算", "批复预算数", "预算批复数", "核定预算数", "原预算", "批复数", "核定数", "批准金额", "预算数（年初）", "年初预算（万元）", "年初预算数（含结转）", "年初预算（万元，含上年结转）", "年初预算(1)", "①年初预算数", "一、年初预算", "年初预算数①", "年初预算数 ①", "年初预算A", "A.年初预算数", "a年初预算", "年初预算数1", "期初预算", "年初批复", "原批准", "批复资金",
    "Original Budget", "Adopted Budget", "Approved Budget", "Initial budget", "Original Appropriation", "Adopted", "ORIGINAL BUDGET", "Original\nBudget", "Budget (Adopted)", "Original Approp", "Approved annual budget",
  ],
  "original-budget?": [
    "预算数 Budget", "预算\nBudget", "预算（Budget）", "Budget 预算", "Budget (预算数)",
    "预算", "预算数", "预算金额", "预算额", "预算总额", "预  算  数", "项目预算", "全年预算指标", "项目预算数", "部门预算", "部门预算数", "支出预算", "预算支出", "预算安排", "预算安排数", "年度预算", "本年预算", "财政拨款", "财政拨款金额", "拨款金额", "计划数", "安排资金", "项目资金", "项目金额", "预算指标", "指标数", "指标总数", "一般公共预算拨款", "预算控制数", "年初计划", "下拨资金", "预算（万元）", "预算数（元）", "审定数", "审定金额", "本年指标",
    "合计预算", "合计预算数", "小计预算",
    "Budget", "Budget amount", "Annual Budget", "Appropriation", "Appropriations", "Total budget", "Allocation",
  ],
  "adjusted-budget": [
    "调整后预算", "调整后预算数", "调整后", "调整后全年预算数", "全年预算", "全年预算数", "全部预算", "预算调整后", "预算数（调整后）", "调整后预算（不含上年结转）", "变更后预算", "调剂后预算数", "最终预算", "追加后预算",
    "Revised Budget", "Amended Budget", "Current Budget", "Adjusted Budget", "Final budget", "Revised Appropriation", "Working Budget", "Modified budget", "Budget (Revised)",
  ],
  "adjusted-budget?": ["调整预算数", "变动预算数", "可用指标", "可执行预算"],
  increase: ["调增", "追加", "追加预算", "追加数", "调整增加", "预算追加", "增加额", "年中追加", "第二次追加", "二次追加", "再追加", "再次追加预算", "本次追加", "累计追加数", "Increase", "Supplemental", "Supplementary budget", "Transfers in", "Additions"],
  decrease: ["调减", "核减", "压减", "调减数", "追减", "减少", "收回指标", "第一次调减", "本次核减", "Decrease", "Reductions", "Transfers out", "Budget cuts"],
  "quota-change": ["指标调增", "指标调整", "指标增减", "预算指标调整数"],
  "carried-over": ["上年结转", "上年结转数", "上年结转结余", "上年结转指标", "年初结转和结余", "以前年度结转资金", "Carryover", "Carry-forward", "Brought forward", "Prior year carryover"],
  "quota-change?": ["预算调整数", "预算调整", "调整数", "调整金额", "预算调剂", "追加（减）预算", "年中调整", "年中追加追减数", "Adjustments", "Budget amendments", "Transfers", "Net transfers", "Transfers/Adjustments"],
  basic: ["基本支出", "基本支出预算", "其中：基本支出", "Basic expenditure", "Recurrent expenditure"],
  project: ["项目支出", "项目支出预算", "其中：项目支出", "Project expenditure"],
  expenditure: [
    "支出", "支出数", "支出金额", "支出额", "全年支出", "全年支出（万元）", "实际支出", "实际支出数", "累计支出", "本年累计支出", "执行数", "执行金额", "预算执行数", "全年执行数", "累计执行数", "决算数", "支出决算", "已支出", "其中：已支出", "②支出数", "支出数②", "支出数B", "B支出数", "支出数2", "支出数（包括上年结转）", "已支付金额", "支付数", "支付金额", "拨付金额", "财政拨款支出", "资金支出", "项目实际支出", "支出合计", "合计支出", "合计支出数", "支出执行数", "支出执行", "自有资金支出", "其他资金支出数", "财政直接支付", "授权支付数",
    "Actual", "Actuals", "YTD Actual", "Actual YTD", "YTD", "Year to date", "Year-to-date actual", "Expended", "YTD Expended", "Spent", "Expenditure", "Expenditures", "Actual expenditure", "Total expenditures", "Expenditures to date", "Disbursed", "Outturn", "Budget execution", "Expenditure Actual", "State expenditures", "Grant spending",
  ],
  "expenditure?": ["实际完成", "完成支出", "本年完成支出", "本月止累计支出", "本期末累计执行数", "完成数", "累计完成", "实际发生额", "实际使用", "投入金额", "累计数", "已用金额", "已用指标", "已支用额度", "本年已支付额度", "已付款", "实付金额", "实支数", "本年已支"],
  "expenditure -6": ["截至6月末支出", "截止6月底支出数", "6月末支出", "Actual through June 30"],
  "expenditure 1-6": ["1-6月执行数", "1—6月支出", "一至六月支出", "上半年支出", "H1 Actual", "First half actual", "Actual, Jan-Jun", "Jan–Jun expenditure", "Actual H1"],
  "expenditure 1-9": ["1至9月执行数", "前三季度支出", "前9个月支出", "一至九月累计支出"],
  "expenditure 1-": ["1－X月执行数"],
  "expenditure 7-12": ["下半年支出", "7-12月支出", "H2 Actual", "Second half expenditure"],
  "expenditure 4-6": ["4-6月支出"],
  "expenditure 2016 -12": ["截止2016年12月31日支出", "2016年12月31日支出数", "截至2016年底支出"],
  "expenditure 2016 -6": ["截至2016年6月底支出", "Actual as of Jun 30, 2016", "Expended through 6/30/2016"],
  "expenditure 2016 1-6": ["2016年1-6月支出", "Jan-Jun 2016 Actual", "H1 2016 Actual"],
  "project 2016 -12": ["截止2016年12月31日项目支出"],
  "original-budget? 1-6": ["上半年计划", "1-6月计划数", "H1 Budget"],
  "half-1": ["上半年", "H1", "First half"],
  "half-2": ["下半年", "Second half"],
  "expenditure 2015": ["2015年决算数", "2015年度支出", "FY2015 Actual", "2015 Actual", "Actual 2015"],
  "original-budget? 2016": ["2016年预算", "2016年预算数", "2016年度部门预算数", "2016预算", "2016 Budget", "FY 2016 Budget"],
  "adjusted-budget 2016": ["2016-17 Revised Budget", "FY16 Amended Budget"],
  rate: [
    "执行率", "执行率（%）", "预算执行率", "执行率%", "执行率(3=2/1)", "执行率③=②/①", "执行率\n③=②/①", "执行率(3)=(2)/(1)", "执行率3=2/1*100%", "执行率（B/A）", "C.执行率(B/A)", "执行率C=B/A", "执行率（%）③=②/①", "执行进度", "预算执行进度", "完成率", "预算完成率", "完成比例", "预算完成比例", "完成预算%", "支出进度", "支出进度%", "支付进度", "支付率", "列支率", "资金使用率", "占预算%", "全年执行率", "支出数/预算数", "支出占预算比例", "核算完成比例",
    "% Used", "% Expended", "% Spent", "Percent Used", "Pct Used", "% of Budget", "% of budget used", "Budget used %", "Execution rate", "执行率 Rate", "执行率\n% Spent", "Rate（执行率）", "% of Full Year Budget Spent", "Financial Progress %", "Utilization rate", "% of annual budget", "Actual as % of budget",
  ],
  "rate of original-budget": [
    "完成年初预算", "完成年初预算%", "完成年初预算（%）", "完成年初预算的%", "为年初预算%", "占年初预算比例", "占年初预算数的比重", "年初预算完成率", "年初预算执行率（%）", "决算数占年初预算数%", "支出占原预算的比例",
    "% of Adopted Budget", "% of original budget", "Pct of approved budget used", "Original Budget % Used", "Adopted budget execution rate", "Actual as % of adopted budget",
  ],
  "rate of adjusted-budget": [
    "完成调整预算%", "为调整预算%", "占调整预算%", "占调整后预算的比例", "完成调整后预算（%）", "调整后预算执行率", "调整后全年预算完成率", "决算数为调整预算数的%", "占追加后预算%",
    "% of Revised Budget", "% of the amended budget", "Percent of current appropriation", "Revised Budget % Used", "Actual % of amended budget",
  ],
  "rate of annual-budget": ["完成全年预算", "占全年预算%", "全年预算执行率", "支出占全年预算比例"],
  "rate 1-6": ["1-6月执行率"],
  "rate 1-": ["1—X月执行率"],
  share: ["占比", "占项目支出比例", "占总支出比例", "占合计的比例", "比重", "占比（%）", "支出占比", "支出构成", "% of total", "Share", "Share of total", "Percent of total expenditure"],
  "ratio?": ["比例", "比例（%）", "百分比", "%", "Percent"],
  "amount?": ["金额", "金额（万元）", "合计", "小计", "总额", "合 计", "Amount", "Total"],
  code: ["项目代码", "项目编码", "项目编号", "代码", "编码", "指标编码", "Account number", "Account code", "Acct No.", "Object Code", "Project code", "Project ID", "GL Code", "Code", "Line item code"],
  "code?": ["Account", "Object"],
  "function-code": ["功能科目编码", "项目功能代码", "功能分类科目编码", "支出功能分类科目编码", "功能分类代码", "Function code"],
  "function-code?": ["科目编码", "科目代码", "预算科目编码"],
  "function-name": ["预算功能分类", "功能分类", "支出功能分类", "功能分类科目名称", "功能科目名称", "功能科目", "Function", "Functional classification"],
  "function-name?": ["科目名称", "科目", "预算科目"],
  name: ["项目名称", "项目", "预算项目", "名称", "分类名称", "类别", "项目类别", "采购项目名称", "政府采购项目", "支出分类", "指标名称", "专项名称", "专项资金名称", "工程名称", "Account Description", "Description", "Line item", "Project name", "Program", "Account name"],
  "name?": ["预算单位", "单位名称", "部门", "支出内容", "采购内容", "建设项目名称", "摘要", "事项", "支出明细", "经济分类科目", "Department", "Item", "Category", "Fund"],
  reason: ["原因", "偏差原因", "偏差原因分析", "未完成原因", "原因说明", "执行率低的原因", "Reason", "Reasons for variance", "Explanation"],
  "reason?": ["备注", "说明", "情况说明", "Remarks", "Notes", "Comments"],
  status: ["状态", "执行状态", "Status"],
  serial: ["序号", "行次", "No.", "#"],
  "quarter-1": ["一季度", "一季度支出", "Q1", "First quarter"],
  "quarter-2": ["第二季度", "2季度支出", "2nd quarter"],
  "quarter-3": ["3季度执行数", "三季度"],
  "quarter-4": ["第四季度", "Q4 actual", "Quarter 4"],
  "code-part": ["类", "款", "项"],
  "of-which": ["其中", "其中：", "Of which"],
  "month-1": ["1月", "01月", "一月", "1月份", "1月支出", "Jan", "January", "Jan-16", "Jan actual"],
  "month-12": ["12月", "十二月", "12月份支出", "Dec", "December"],
  "month-12 2016": ["2016年12月", "2016年12月支出"],
  "budget-of-now": ["本月预算", "当月预算数", "本季度计划", "Monthly Budget", "Current Month Budget"],
  "spending-of-now": ["本月支出", "当期支出", "本季度支出数", "Monthly Actual"],
  "rate-of-now": ["本月执行率", "当月预算执行率"],
  other: ["批复文号", "文号", "是否超支", "是否完成", "是否超预算", "申请数", "申报金额", "申请预算数", "收入预算", "收入执行数", "Revenue Budget", "Revenue Actual", "Over budget?", "上年决算数", "上年结转支出数", "结余", "预算结余", "指标余额", "未执行数", "全年预计执行数", "序时进度", "比上年增减%", "增长率", "分值", "得分", "单价", "上月累计", "本月累计", "本月数", "到位资金", "合同金额", "单位编码", "完成时间", "超支金额", "用款计划", "Variance", "Available balance", "Encumbrances", "Prior Year Actual", "Last year", "Month to date", "YTD Budget", "Remaining budget", "Start date", "执行率（含在途）", "执行率（含合同）", "支出进度（包括待支付资金）", "% Used (incl. encumbrances)"],
  "-": ["预算 USD", "Random 预算", "责任人", "人大事务", "2016年部门预算执行情况表", "Random words", "根据《通知》要求，各单位应当编制预算", "", "2016"],
};

describe.each(Object.entries(DIALECTS))("headers that mean %s", (expected, texts) => {
  test.each(texts.map((text) => [text]))("%j", (text) => expect(meaning(text)).toBe(expected));
});

describe("reading headers", () => {
  const words = fc.constantFrom("预算", "支出", "执行", "项目", "金额", "比例", "数", "2016年", "截至", "6月", "末", "(", ")", "（万元）", "其中", "调整后", "budget", "actual", "% of ", " ", "\n", "A", "①", "年初", "调", "增", "单位：");

  test("the meaning is the same in full width or with spaces between its Chinese characters", () => {
    fc.assert(fc.property(fc.array(words, { maxLength: 6 }).map((parts) => parts.join("")), (text) => {
      const wide = text.replace(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      expect(read(wide)).toEqual(read(text));
      expect(read(text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, " "))).toEqual(read(text));
    }));
  });
});

const LINES = [["甲", 100, 110, 80, 30], ["乙", 50, 50, 10, 40], ["合计", 150, 160, 90, 70]];

test.each([
  ["Budgeted Amounts over two of them, and nothing beside it", [["", "Budgeted Amounts", "", "", ""], ["", "Original", "Final", "Actual Amounts (Budgetary Basis)", "Variance with Final Budget"]], ["B1:C1"]],
  ["Budget over two of them, and nothing beside it", [["", "Budget", "", "", ""], ["", "Original", "Final", "Actual", "Over (Under)"]], ["B1:C1"]],
  ["Budgeted Amounts beside headers in two lines", [["", "Budgeted Amounts", "", "Actual", "Variance with"], ["", "Original", "Final", "Amounts", "Final Budget"]], ["B1:C1"]],
  ["预算数 over two of them, and nothing beside it", [["", "预算数", "", "", ""], ["项目名称", "年初", "调整后", "支出数", "差额"]], ["B1:C1"]],
])("two budgets under one heading: %s", (_, header, merges) => {
  expect(summariesOf(sheetOf("表", [...header, ...LINES], { merges }))[0]?.roles).toMatch(/^name\?? original-budget adjusted-budget expenditure -$/u);
});

test.each([["预算安排", "预算执行"], ["预算", "支出"]])("年初 and 调整后 under %s say which budget, beside 金额 under %s", (budget, spent) => {
  const sheet = sheetOf("表", [["项目名称", "2025年", "", "", ""], ["", budget, "", spent, ""], ["", "年初", "调整后", "金额", "进度"], ["甲", 100, 110, 80, ""], ["乙", 50, 50, 10, ""], ["合计", 150, 160, 90, ""]], { merges: ["A1:A3", "B1:E1", "B2:C2", "D2:E2"] });
  expect(summariesOf(sheet)[0]?.roles).toMatch(/^name original-budget adjusted-budget expenditure/u);
});

describe("项目支出绩效自评表 and 监控表 as they are laid out: the label is merged down beside the funds, whose names have no header", () => {
  const funds = (...figures: readonly (readonly (number | string)[])[]) => ["年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"].map((name, i) => ["", "", name, "", ...(figures[i] ?? [])]);
  const rows = ["年度资金总额 total", "其中：当年财政拨款", "上年结转资金", "其他资金"];
  const head = [["项目支出绩效自评表"], ["（2024年度）"], ["项目名称", "", "智慧停车"], ["主管部门", "", "城管委", "", "", "实施单位", "", "停车中心"]];
  const foot = [["年度总体目标", "", "预期目标", "", "", "", "实际完成情况"]];
  const merges = ["A1:J1", "A5:B9", "C5:D5", "C6:D6", "C7:D7", "C8:D8", "C9:D9"];

  test.each<[string, readonly string[], readonly (readonly (number | string)[])[], string]>([
    ["自评表", ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"], [[400, 480, 392.17, 10, "", ""], [400, 400, 352.17, "-", "", ""], [0, 80, 40, "-", "", ""], [0, 0, 0, "-", "", ""]], "name? - original-budget adjusted-budget expenditure - rate -"],
    ["监控表", ["年初预算数", "调整后预算数", "1-7月执行数", "1-7月执行率", "全年预计执行数"], [[400, 480, 392.17, "", 480], [400, 400, 352.17, "", 400], [0, 80, 40, "", 80], [0, 0, 0, "", 0]], "name? - original-budget adjusted-budget expenditure rate -"],
  ])("%s", (_, headers, figures, roles) => {
    const sheet = sheetOf("表", [...head, ["项目资金（万元）", "", "", "", ...headers], ...funds(...figures), ...foot], { merges });
    expect(summariesOf(sheet).map((table) => ({ roles: table.roles, rows: table.rows }))).toEqual([{ roles, rows }]);
  });

  test.each([[["A1:A4"]], [[]]])("the block alone, its label merged %j", (own) => {
    const sheet = sheetOf("表", [["资金情况（万元）", "", "全年预算数（A）", "全年执行数（B）", "执行率（B/A）"], ["", "年度资金总额", 2100, 1876.54, ""], ["", "其中：中央财政资金", 1500, 1400, ""], ["", "地方资金", 600, 476.54, ""]], { merges: own });
    expect(summariesOf(sheet).map((table) => ({ roles: table.roles, rows: table.rows }))).toEqual([{ roles: "- name? adjusted-budget expenditure rate", rows: ["年度资金总额 total", "其中：中央财政资金", "地方资金"] }]);
  });
});

test.each([["类别", "单位"], ["类型", "部门"], ["分类", "单位名称"], ["Category", "Department"]])("of %s | %s the second names the lines however few there are, each class with its 小计", (group, name) => {
  const sheet = sheetOf("表", [[group, name, "预算", "支出"], ["教学", "人文学院", 80, 40], ["", "理学院", 120, 60], ["", "小计", 200, 100], ["机关", "人事处", 30, 20], ["", "小计", 30, 20], ["合计", "", 230, 120]], { merges: ["A2:A4", "A5:A6"] });
  expect(summariesOf(sheet).map(({ rows }) => rows)).toEqual([["人文学院", "理学院", "小计 subtotal", "人事处", "小计 subtotal", "合计 total"]]);
});

test.each([["类别", "部门"], ["主管部门", "预算单位"], ["支出类别", "费用名称"], ["街道", "社区"], ["大类", "小类"], ["单位类别", "单位名称"], ["科室", "项目"], ["资金性质", "项目名称"], ["功能科目", "单位"], ["项目类别", "项目"], ["Category", "Department"]])("of %s | %s the one that tells the lines apart names them, the first merged over several or repeated", (group, name) => {
  const lines = [["甲类", "一中", 100, 50], ["甲类", "二中", 200, 20], ["甲类", "三中", 50, 10], ["乙类", "校办", 80, 8], ["乙类", "财务处", 90, 9]] as const;
  const total = ["合计", "", 520, 97];
  const namesIn = (rows: readonly (readonly (string | number)[])[], merges: readonly string[]) => summariesOf(sheetOf("表", [[group, name, "预算数", "执行数"], ...rows, total], { merges }))[0]?.rows.slice(0, 5);
  const names = lines.map(([, own]) => own);
  expect(namesIn(lines, [])).toEqual(names);
  expect(namesIn(lines.map(([first, ...rest], i) => [i === 0 || i === 3 ? first : "", ...rest]), ["A2:A4", "A5:A6"])).toEqual(names);
});
