/** Claims of other reports' sentences: final accounts, quarterly reports, single projects. */

import { readClaims } from "../../../src/domain/narrative/claims";
import type { Claim } from "../../../src/domain/narrative/claim";
import { ofKind, printedMoney } from "./report";

function claimsOf(text: string): readonly Claim[] {
  return readClaims(text).claims;
}

/** "人大事务 expenditure 71.16万元" for every amount. */
function amounts(text: string): readonly string[] {
  return ofKind(claimsOf(text), "amount").map(({ subject, role, money, place }) => `${subject.text} ${role} ${printedMoney(money)}${place === "main" ? "" : ` ${place}`}`);
}

function rates(text: string): readonly string[] {
  return ofKind(claimsOf(text), "rate").map(({ subject, basis, percent }) => `${subject.text} ${basis} ${percent.value.toFixed(percent.decimals)}`);
}

describe("amounts", () => {
  test.each<[string, readonly string[]]>([
    ["2019年度财政拨款支出年初预算为500.00万元，支出决算为450.00万元。", ["2019年度财政拨款支出 original-budget 500.00万元", "2019年度财政拨款支出 expenditure 450.00万元"]],
    ["“三公”经费预算为20万元，支出决算为10万元。", ["“三公”经费 budget 20万元", "“三公”经费 expenditure 10万元"]],
    ["社区服务中心装修改造经费：年初预算400万元，支出81.70万元。", ["社区服务中心装修改造经费 original-budget 400万元", "社区服务中心装修改造经费 expenditure 81.70万元"]],
    ["截至2023年6月30日，一般公共预算支出完成3.25亿元。", ["一般公共预算 expenditure 3.25亿元"]],
    ["本年收入合计1000.00万元，其中：财政拨款收入900.00万元；其他收入100.00万元。", [" income 1000.00万元", "财政拨款 income 900.00万元 part", "其他 income 100.00万元 part"]],
    ["基本支出5,752.85万元；项目支出17,597.08万元。", ["基本 expenditure 5752.85万元", "项目 expenditure 17597.08万元"]],
    ["住房公积金支出12.5万元（含补缴3万元）。", ["住房公积金 expenditure 12.5万元", "含补缴 other 3万元 part"]],
    ["年初预算100万元，支出80万元，结余20万元。", [" original-budget 100万元", " expenditure 80万元", " balance 20万元"]],
    ["需支付尾款50万元，尚有经费80000元未支出。", [" other 50万元 plan", " balance 80000元"]],
    ["编制了“低保医疗救助费”经费预算2200000元。", ["低保医疗救助费 budget 2200000元"]],
    ["4月，政府性基金预算支出累计完成5308万元，完成年初预算数24710万元的21.5%。", ["政府性基金预算 expenditure 5308万元", "政府性基金预算 original-budget 24710万元"]],
    ["甲经费支出95.00万元，决算数大于预算数5.93万元。", ["甲经费 expenditure 95.00万元", "甲经费 other 5.93万元 difference"]],
    ["行政运行（含工资，补贴）支出10万元。", ["行政运行（含工资，补贴） expenditure 10万元"]],
    ["独生子女父母奖励1000元补助全年支出20万元。", ["独生子女父母奖励1000元补助 expenditure 20万元"]],
  ])("of %s", (text, expected) => expect(amounts(text)).toEqual(expected));

  test.each([
    "24号院养老服务中心装修改造经费", "2015年工程项目尾款", "2015年度4个技防、2个消防工程尾款", "全响应PDA通讯费", "机关物业费", "国际、国家安全社区建设服务经费",
    "政府办公厅（室）及相关机构事务", "其他支出", "11.9消防宣传经费", "1-13号楼外立面粉刷工程", "“两新”组织党建经费",
  ])("of %s, whose digits are its name's", (name) => {
    expect(amounts(`${name}全年支出71.16万元，全部预算118.3万元。`)).toEqual([`${name} expenditure 71.16万元`, `${name} adjusted-budget 118.3万元`]);
  });
  test.each([
    "共调解纠纷158件，调解成功率99.3%，服务9500余人（次）。", "租赁1800平方米半地下空间，服务地点5处，面积共1.35万平方米。", "立项通过项目72个，覆盖24个社区330名工作人员。",
    "热线电话12345，文件西民发〔2015〕28号。", "社区党员每人每年200元，共5400人。", "登记失业率控制在1.5%以内，就业率达到90%以上。", "完成今年任务的88.6%，压缩20%的工作目标。",
  ])("are not in %s", (text) => expect(claimsOf(text)).toEqual([]));
});

describe("rates", () => {
  test.each<[string, readonly string[]]>([
    ["人大事务支出71.16万元，预算118.3万元。完成全年预算60.15%。", ["人大事务 adjusted-budget 60.15"]],
    ["文化全年支出289.17万元，完成年初预算的69.79%。", ["文化 original-budget 69.79"]],
    ["教育支出执行率为84.14%。", ["教育支出 budget 84.14"]],
    ["部门整体预算执行率达到90%，执行进度85.5%。", ["部门整体 budget 90", "部门整体 budget 85.5"]],
    ["已完成调整后预算27752.10万元的84.14%。", [" adjusted-budget 84.14"]],
    ["支出80万元，为年初预算100万元的80%。", [" original-budget 80"]],
    ["市级支出决算数480691万元，为调整预算数的92.98%。", ["市级 adjusted-budget 92.98"]],
    ["一般公共预算支出3.25亿元，占年初预算的52.3%。", ["一般公共预算 original-budget 52.3"]],
  ])("of %s", (text, expected) => expect(rates(text)).toEqual(expected));
});

describe("shares", () => {
  const shares = (text: string): readonly string[] => ofKind(claimsOf(text), "share").map(({ part, whole, percent }) =>
    `${part.amount === null ? part.name : printedMoney(part.amount.money)} / ${whole.amount === null ? whole.name : printedMoney(whole.amount.money)} = ${percent.value.toFixed(percent.decimals)}`);
  test.each<[string, readonly string[]]>([
    ["共计6989.19万元，占2016年预算全部支出7,349.67万元的95.10%。", ["6989.19万元 / 7349.67万元 = 95.10"]],
    ["基本支出5752.85万元，占总支出的24.64%。", ["5752.85万元 / 总支出 = 24.64"]],
    ["收入1000万元，其中：拨款900万元，占90.00%。", ["900万元 /  = 90.00"]],
    ["教育支出占比12.5%。", ["教育支出 /  = 12.5"]],
    ["评估项目预算支出占全年项目预算支出的30.23%。", ["评估项目预算支出 / 全年项目预算支出 = 30.23"]],
  ])("of %s", (text, expected) => expect(shares(text)).toEqual(expected));
});

describe("changes", () => {
  const changes = (text: string): readonly string[] => ofKind(claimsOf(text), "change").map(({ direction, money, percent, from, to }) =>
    [direction > 0 ? "+" : "-", money === null ? "?" : printedMoney(money), percent === null ? "?" : `${percent.value.toFixed()}%`, from === null ? "?" : printedMoney(from.money), "→", to === null ? "?" : printedMoney(to.money)].join(" "));
  test.each<[string, readonly string[]]>([
    ["2022年度收、支总计12,345.67万元，与2021年度相比，收、支总计各增加123.45万元，增长1.01%。", ["+ 123.45万元 1.01% ? → 12345.67万元"]],
    ["公务接待费支出95.00万元，比上年减少5.00万元，下降5.00%。", ["- 5.00万元 5% ? → 95.00万元"]],
    ["公务接待费2016年预算数0.50万元，比2015年预算数0.80万元减少0.30万元，降低37.5%。", ["- 0.30万元 37.5% 0.80万元 → 0.50万元"]],
    ["支出由100万元增加到120万元，增长20%。", ["+ ? 20% 100万元 → 120万元"]],
    ["一般公共预算支出3.25亿元，同比增长6.5%。", ["+ ? 6.5% ? → 3.25亿元"]],
    ["税收收入24627万元，完成年初预算数60999万元的40.4%，比上年减收1070万元，下降4.2%。", ["- 1070万元 4.2% ? → 24627万元"]],
    ["上划收入完成37.78亿元，减少0.46亿元，负增长1.21%。", ["- 0.46亿元 1.21% ? → 37.78亿元"]],
  ])("of %s", (text, expected) => expect(changes(text)).toEqual(expected));
});

describe("adjustments", () => {
  const adjustments = (text: string): readonly string[] => ofKind(claimsOf(text), "adjustment").map(({ subject, direction, money, when, isQuota }) =>
    `${subject.text} ${direction < 0 ? "-" : "+"}${printedMoney(money)} ${when?.text ?? "?"}${isQuota ? " quota" : ""}`);
  test.each<[string, readonly string[]]>([
    ["甲项目2016年6月追加预算20万元。", ["甲项目 +20万元 2016年6月"]],
    ["甲项目年初预算600万元，下半年调减225万元。", ["甲项目 -225万元 下半年"]],
    ["街道调增预算2057.70万元，调减预算4817.56万元 ，指标调增2246.77万元。", ["街道 +2057.70万元 ?", "街道 -4817.56万元 ?", "街道 +2246.77万元 ? quota"]],
    ["将“医疗救助资金”进行预算减少1053100元。", ["医疗救助资金 -1053100元 ?"]],
    ["项目支出预算调增20万元。", ["项目支出 +20万元 ?"]],
    ["甲经费预算由600万元调减至375万元。", ["甲经费 -225万元 ?"]],
    ["2016年上报追加项目资金271400元，用于设备维护。", [" +271400元 2016年"]],
  ])("of %s", (text, expected) => expect(adjustments(text)).toEqual(expected));
  test("are none before the report's year: that money went into the original budget", () => {
    const text = "2016年报告\n2015年11月，财政科再次增加了预算“医疗救助资金”1853100元。";
    expect(adjustments(text)).toEqual([]);
    expect(amounts(text)).toEqual(["医疗救助资金 budget 1853100元"]);
  });
  test("are none where something else changes, or nothing yet", () => {
    expect(adjustments("支出比上年增加20万元。追加预算后实际支出50万元。减少补贴260000元。调整后预算为420万元。")).toEqual([]);
  });
});

describe("totals", () => {
  const totals = (text: string): readonly string[] => ofKind(claimsOf(text), "total").map(({ whole, parts, relation }) => `${relation} ${printedMoney(whole.money)} = ${parts.map(({ money }) => printedMoney(money)).join(" + ")}`);
  test.each<[string, readonly string[]]>([
    ["年初预算100万元。其中：基本支出预算40万元，项目支出预算60万元。", ["of-which 100万元 = 40万元 + 60万元"]],
    ["支出100万元，其中：人员支出40万元；公用支出60万元。", ["of-which 100万元 = 40万元 + 60万元"]],
    ["培训剩余80000元，宣传栏剩余120000元；合计剩余200000元。", ["adds-up 200000元 = 80000元 + 120000元"]],
    ["年初预算100万元，支出80万元，合计20万元。", []],
    ["税收收入80万元，完成年初预算100万元的80%，比上年减收5万元。其中：增值税收入30万元，契税收入50万元。", ["of-which 80万元 = 30万元 + 50万元"]],
    ["收入决算数100万元，加上级补助收入40万元，上年结余5万元，调入资金6万元，收入总计151万元。", ["adds-up 151万元 = 100万元 + 40万元 + 5万元 + 6万元"]],
    ["收入100万元，加补助40万元，减上解5万元，收入总计135万元。", []],
  ])("of %s", (text, expected) => expect(totals(text)).toEqual(expected));
});

describe("items", () => {
  const text = ["三、项目情况", "1. 装修改造经费项目年初预算400万元。", "该项目实际支出81.70万元。", "项目2016年6月追加预算20万元。", "2. 物业费全年预算210.27万元。", "四、其他", "支出5万元。"].join("\n");
  test("keep their subject over their lines, and no further", () => {
    expect(claimsOf(text).filter(({ kind }) => kind !== "date").map(({ item, subject }) => [item?.number ?? null, subject.text])).toEqual([
      [1, "装修改造经费项目"], [1, "装修改造经费项目"], [1, "装修改造经费项目"], [2, "物业费"], [null, ""],
    ]);
  });
  test.each<[string, string]>([
    ["12号院改造项目，年初预算500万元，支出400万元。", "12号院改造项目"],
    ["12号院改造项目。年初预算500万元，支出400万元。", "12号院改造项目"],
    ["1. 12号院改造项目，年初预算500万元，支出400万元。", "12号院改造项目"],
    ["1. 12号院改造项目。该项目年初预算500万元，支出400万元。", "12号院改造项目"],
    ["（一）保洁经费（东区），位于东区，年初预算500万元，支出400万元。", "保洁经费（东区）"],
    ["2、人大事务，年初预算500万元，支出400万元。", "人大事务"],
    ["3. 社会保障和就业支出（类）社会福利（款）老年福利（项）。年初预算为500万元，支出决算为400万元。", "社会保障和就业支出（类）社会福利（款）老年福利（项）"],
    // A clause is no name.
    ["1. 预算编制不够细化，年初预算500万元，支出400万元。", ""],
    ["1. 2019年度，年初预算500万元，支出400万元。", ""],
    ["全区各部门认真落实，年初预算500万元，支出400万元。", ""],
  ])("and lines of %s take their name", (text, name) => {
    expect(amounts(text)).toEqual([`${name} original-budget 500万元`, `${name} expenditure 400万元`]);
  });
  test("are named by their figures' own subject where a sentence has one", () => {
    expect(amounts("道路养护项目，其中人员经费支出10万元，材料费支出20万元。")).toEqual(["人员经费 expenditure 10万元 part", "材料费 expenditure 20万元 part"]);
  });
  test("may be headings that name a line", () => {
    expect(amounts("（一）装修改造经费项目\n该项目年初预算400万元，实际支出81.70万元。")).toEqual(["装修改造经费项目 original-budget 400万元", "装修改造经费项目 expenditure 81.70万元"]);
  });
});
