/** What the 2016 report's text says, and what is wrong with it: whole lists. */

import { compareWithTables } from "../../../src/domain/narrative/against-tables";
import type { Claim } from "../../../src/domain/narrative/claim";
import { foundIn, type TextCheck } from "../../../src/domain/narrative/outcome";
import { readProjects } from "../../../src/domain/narrative/projects";
import { checkNarrative } from "../../../src/domain/narrative/self-check";
import { CUT_OFFS, EVENTS } from "./expected/dates";
import { PROJECTS } from "./expected/projects";
import { SENTENCES } from "./expected/sentences";
import { ofKind, printedMoney, reportNarrative, reportTables } from "./report";

const narrative = reportNarrative();
const { document, claims } = narrative;
const projects = readProjects(narrative);
const comparison = compareWithTables(narrative, reportTables(), new Map([["21005", "医疗保障"], ["20810", "社会福利"], ["21205", "城乡社区环境卫生"]]));

/** As an editor counts lines. */
const FIRST_SENTENCE = 613;
const LAST_SENTENCE = 649;

function onLines(from: number, to: number): readonly Claim[] {
  return claims.filter(({ sentence }) => sentence.line + 1 >= from && sentence.line + 1 <= to);
}

describe("the text", () => {
  test("is of the year in its title", () => expect(document.year).toEqual({ year: 2016, reason: { code: "text-year-title", values: { year: "2016" } } }));
  test("has its seven tables set aside", () => {
    const tables = document.paragraphs.filter(({ kind }) => kind === "table");
    expect(tables.map(({ line, cells }) => [line + 1, cells[0]])).toEqual([
      [33, "工作内容"], [165, "分类名称"], [386, "分类名称"], [654, "项目类别"], [824, "项目代码"], [986, "预算功能分类"], [1040, "项目名称"],
    ]);
  });
  test("claims nothing in tables and headings", () => {
    const prose = new Set(document.paragraphs.filter(({ kind }) => kind === "prose").map(({ index }) => index));
    expect(claims.filter(({ sentence }) => !prose.has(sentence.paragraph))).toEqual([]);
  });
});

describe("section 二", () => {
  test("approves a budget with its halves", () => {
    expect(ofKind(onLines(164, 164), "amount").map(({ subject, role, place, money }) => [subject.text, role, place, printedMoney(money)])).toEqual([
      ["街道", "original-budget", "main", "28265.19万元"], ["街道", "budget", "main", "28265.19万元"],
      ["基本支出", "budget", "part", "5752.85万元"], ["项目支出", "budget", "part", "22512.34万元"],
    ]);
  });
  test("tells three adjustments and what they led to", () => {
    expect(ofKind(onLines(385, 385), "adjustment").map(({ direction, money, isQuota, when }) => [direction, printedMoney(money), isQuota, when?.text])).toEqual([
      [1, "2057.70万元", false, "2016年下半年"], [-1, "4817.56万元", false, "2016年下半年"], [1, "2246.77万元", true, "2016年下半年"],
    ]);
    expect(ofKind(onLines(385, 385), "amount").map(({ subject, role, money }) => [subject.text, role, printedMoney(money)])).toEqual([["德胜街道", "adjusted-budget", "27752.10万元"]]);
  });
  test("says what was spent overall", () => {
    const overall = onLines(612, 612);
    expect(ofKind(overall, "amount").map(({ subject, role, money, cutOff }) => [subject.text, role, printedMoney(money), cutOff?.text])).toEqual([
      ["2016年度部门整体", "expenditure", "23349.93万元", undefined], ["2016年度部门整体", "adjusted-budget", "27752.10万元", "2016年12月31日"],
    ]);
    expect(ofKind(overall, "rate").map(({ percent, budget }) => [percent.value.toFixed(2), budget === null ? null : printedMoney(budget.money)])).toEqual([["84.14", "27752.10万元"]]);
  });
  test("tells 23 classes", () => {
    const lines = onLines(FIRST_SENTENCE, LAST_SENTENCE);
    const [amounts, rates] = [ofKind(lines, "amount"), ofKind(lines, "rate")];
    expect(lines).toHaveLength(amounts.length + rates.length);
    expect(rates.map((rate) => {
      const told = amounts.filter(({ sentence, subject }) => sentence.paragraph === rate.sentence.paragraph && subject.text === rate.subject.text);
      return [rate.subject.text, ...told.map(({ role, money }) => `${role} ${printedMoney(money)}`), `${rate.basis} ${rate.percent.value.toFixed(rate.percent.decimals)}`];
    })).toEqual(SENTENCES.map(([name, expenditure, budget, rate]) => [name, `expenditure ${expenditure}万元`, `adjusted-budget ${budget}万元`, `adjusted-budget ${rate}`]));
  });
  test("gives the key investments a share of a total", () => {
    expect(ofKind(onLines(652, 652), "share").map(({ percent, part, whole }) => [
      percent.value.toFixed(2), part.amount && printedMoney(part.amount.money), whole.name, whole.amount && printedMoney(whole.amount.money),
    ])).toEqual([["95.10", "6989.19万元", "2016年预算全部支出", "7349.67万元"]]);
  });
});

describe("the project paragraphs", () => {
  test("are 25 records", () => {
    expect(projects.map((project) => ({
      number: project.number, name: project.name, label: project.budget?.label, budget: project.budget && printedMoney(project.budget.money),
      expenditure: project.expenditure && printedMoney(project.expenditure.money), rate: project.rate?.percent.value.toFixed(2), cutOff: project.cutOff?.date.text ?? "",
      changes: project.adjustments.map(({ direction, money, tellings }) => [`${direction < 0 ? "-" : ""}${printedMoney(money)}`, tellings.map(({ when }) => when?.text)]),
    }))).toEqual(PROJECTS.map((project) => ({ ...project, budget: `${project.budget}万元`, expenditure: `${project.expenditure}万元` })));
  });
  test.each(PROJECTS)("$number dates its figures and events", ({ number }) => {
    const dates = ofKind(claims, "date").filter(({ item, sentence }) => item?.number === number && sentence.line >= 1177);
    expect(dates.filter(({ use }) => use === "cut-off").map(({ date }) => date.text)).toEqual(CUT_OFFS[number]);
    expect(dates.filter(({ use }) => use === "event").map(({ date }) => date.text)).toEqual(EVENTS[number] ?? []);
  });
  test("give causes, some under 原因分析 and some in their own words", () => {
    expect(projects.flatMap(({ number, causes }) => causes.map(({ text }) => `${number} ${text.slice(0, 8)}`))).toEqual([
      "1 原因分析：年初预", "3 原因分析：年初预", "4 由于24号院养老", "9 由于12月餐费上", "9 遂产生结余。",
      "13 调整原因：201", "13 2015年11月", "13 2015年12月", "13 2015年11月", "13 2016年5月2",
      "20 款项支付较慢的原", "21 按区政府消防站建", "23 2016年楼宇对", "23 原因分析：年初预", "24 原因分析：年初可", "25 由于年底人大换届",
    ]);
  });
  test("name five problems", () => {
    expect(projects.flatMap(({ number, problems }) => problems.map(({ text }) => [number, text]))).toEqual([
      [8, "项目预算申报不够细化、量化，进度指标不明确，项目可考核性较差。"],
      [11, "项目成本指标300万元为估算金额，不够细化，可行性论证过程不够充分。"],
      [14, "项目进度指标不完整，未建立项目管理制度。"],
      [17, "项目支出报账时间较长，如2016年1月发生的支出，2014年4月报账。"],
      [19, "与施工方签订的合同无合同签订日期，合同要件不完整。"],
    ]);
  });
  test("have a goal each", () => {
    expect(projects.filter(({ goal }) => goal === null)).toEqual([]);
    expect(projects[2]?.goal?.text).toBe("对24号院742平米进行装修改造，打造德胜养老服务中心。");
    expect(projects[13]?.goal?.text).toBe("新外大街28号院南区改造、马甸南村东区改造、黄寺大街24号院改造、裕中西里1-13号楼院路面改造。");
  });
  test("restate budgets in 元, which count as no other money", () => {
    const restated = projects.flatMap(({ number, otherAmounts }) => otherAmounts.filter(({ money }) => money.unit === "元").map(({ money }) => `${number} ${printedMoney(money)}`));
    expect(restated).toEqual([
      "13 2200000元", "13 1853100元", "13 800000元", "15 4320000元", "16 1920000元", "18 2000000元", "19 1200000元", "22 4200000元",
      "25 80000元", "25 120000元", "25 95796元", "25 295796元",
    ]);
  });
});

const LINE = (check: TextCheck): number => (check.claims[0]?.sentence.line ?? -1) + 1;

describe("the text against itself", () => {
  const checks = checkNarrative(narrative);
  test("is wrong in these places and no others", () => {
    expect(foundIn(checks).map((check) => [check.rule, check.kind, check.severity, LINE(check), check.expected, check.actual])).toEqual([
      ["narrative-mismatch", "rate", "info", 617, "79.20", "79.27"],
      ["narrative-mismatch", "rate", "info", 621, "90.49", "90.47"],
      ["narrative-mismatch", "rate", "info", 624, "99.66", "99.65"],
      ["narrative-mismatch", "rate", "info", 631, "84.71", "84.70"],
      ["narrative-mismatch", "rate", "info", 633, "42.14", "42.13"],
      ["narrative-mismatch", "rate", "info", 637, "53.44", "53.45"],
      ["narrative-mismatch", "rate", "info", 638, "23.61", "23.60"],
      ["narrative-mismatch", "rate", "info", 1181, "32.39", "32.38"],
      ["narrative-mismatch", "rate", "info", 1192, "96.95", "96.96"],
      ["narrative-mismatch", "lines", "warning", 612, "23349.92", "23349.93"],
      ["narrative-mismatch", "lines", "warning", 612, "27751.99", "27752.1"],
      ["narrative-mismatch", "two-wholes", "error", 652, "23349.93", "7349.67"],
      ["stale-date", "cut-off", "warning", 1228, "2016-12-31", "2015-06-30"],
      ["stale-date", "cut-off", "warning", 1247, "2016-12-31", "2016-06-30"],
      ["stale-date", "date-order", "error", 1224, "2016-01-01", "2014-04-30"],
      ["stale-date", "told-with-two-dates", "info", 1208, "2016年6月", "2016年5月26日"],
    ]);
  });
  test("holds where the report is right", () => {
    const held = checks.filter(({ severity, kind }) => severity === null && kind !== "cut-off" && kind !== "rate");
    expect(held.map((check) => [check.kind, LINE(check), check.actual])).toEqual([
      ["share", 652, "95.10"], ["share", 820, "30.23"],
      ["parts", 164, "28265.19"], ["parts", 1251, "295796"],
      ["adjusted-budget", 385, "27752.1"], ["adjusted-budget", 1212, "800000"],
      ["formula", 1219, "1920000"], ["formula", 1225, "2000000"], ["formula", 1228, "1200000"],
      ["date-order", 799, "2016-06-30"],
    ]);
  });
  test("has 50 rates, one of them told again as 完成项目的71.88%", () => {
    expect(checks.filter(({ kind }) => kind === "rate")).toHaveLength(1 + SENTENCES.length + PROJECTS.length + 1);
  });
});

describe("the text against the tables", () => {
  test("contradicts one table, and leaves out one line", () => {
    expect(foundIn(comparison.checks).map(({ rule, kind, severity, values, expected, actual }) => [rule, kind, severity, values["table"] ?? values["subject"], values["line"], expected, actual])).toEqual([
      ["missing-in-text", "uncovered-line", "warning", "调整后预算", "小额担保贷款贴息", "0.11", null],
      ["narrative-mismatch", "total", "error", "重点投入", "合计", "21188.29", "6989.19"],
      ["narrative-mismatch", "total", "error", "重点投入", "合计", "90.74", "95.10"],
      ["narrative-mismatch", "class-unchanged", "warning", "城镇困难人员医疗救助资金", "医疗保障", null, "602.98"],
    ]);
  });
  test("tells five of the seven tables line by line", () => {
    expect(comparison.told.map(({ table, unit, matches }) => [table.names[0], unit, matches.filter(({ how }) => how === "name").length, matches.length])).toEqual([
      // The paragraph of project 13 names the budget of project 12 once more.
      ["调整后预算", "万元", 14, 23], ["预算执行", "万元", 23, 23], ["重点投入", "万元", 2, 5], ["跟踪项目", "万元", 26, 26], ["项目完成情况", "万元", 26, 26],
    ]);
  });
  test("agrees with every total it quotes but that one", () => {
    expect(comparison.checks.filter(({ kind, severity }) => kind === "total" && severity === null).map(({ values, actual }) => [values["table"], values["role"], actual])).toEqual([
      ["年初预算", "original-budget", "28265.19"], ["年初预算", "basic", "5752.85"], ["年初预算", "project", "22512.34"],
      ["调整后预算", "adjusted-budget", "27752.1"], ["跟踪项目", "original-budget", "6805.36"],
      ["预算执行", "expenditure", "23349.93"], ["调整后预算", "adjusted-budget", "27752.1"], ["预算执行", "adjusted-budget", "27752.1"], ["预算执行", "rate", "84.14"],
    ]);
  });
  test("proposes renamed lines and sums of adjacent rows", () => {
    expect(comparison.lines.map(({ how, table, statement, lines }) => [table.names[0], how, statement.subject.text, lines.map(({ name }) => name).join("+")])).toEqual([
      ["调整后预算", "sum", "公共安全", "公安+司法"],
      ["调整后预算", "renamed", "科学技术普及", "科学技术支出"],
      ["调整后预算", "sum", "文化", "文化+体育"],
      ["调整后预算", "sum", "社会保障和就业事务", "人力资源和社会保障管理事务+民政管理事务+行政事业单位离退休+就业补助+抚恤+退役安置+社会福利+残疾人事业+红十字事业+最低生活保障+临时救助支出+其他生活救助+其他社会保障和就业支出"],
      ["调整后预算", "sum", "医疗卫生和计划生育事务", "医疗保障+计划生育事务+食品和药品监督管理事务"],
      ["调整后预算", "renamed", "城乡社区公共设施", "城乡社区支出"],
      ["调整后预算", "renamed", "资源勘探信息等", "安全隐患治理专项资金"],
      ["调整后预算", "sum", "住房保障支出", "保障性安居工程支出+住房改革支出"],
      ["调整后预算", "sum", "其他支出", "用于社会福利的彩票公益金支出+其他支出"],
      ["重点投入", "renamed", "社会保障和就业事务", "社会保障和就业支出"],
      ["重点投入", "renamed", "医疗卫生和计划生育事务", "医疗卫生与计划生育支出"],
      ["重点投入", "renamed", "城乡社区公共设施", "城乡社区支出"],
    ]);
  });
  test("proposes six adjusted budgets, with the rate on either", () => {
    expect(comparison.adjustments.map(({ name, change, budget, newBudget, rate, newRate, told, unit }) => [name, change.toFixed(), unit, budget.toFixed(), newBudget.toFixed(), rate?.toFixed(2), newRate?.toFixed(2), told?.percent.value.toFixed(2)])).toEqual([
      ["社区服务中心装修改造经费", "20", "万元", "400", "420", "20.43", "19.45", "20.43"],
      ["24号院养老服务中心装修改造经费", "-225", "万元", "600", "375", "19.55", "31.27", "19.55"],
      ["城镇困难人员医疗救助资金", "-105.31", "万元", "185.31", "80", "9.03", "20.91", "9.03"],
      ["垃圾分类指导员补贴", "-26", "万元", "432", "406", "92.77", "98.71", "92.77"],
      ["地区城市保洁队日常管理经费", "27.14", "万元", "144.28", "171.42", "92.27", "77.66", "92.27"],
      ["2015年度4个技防、2个消防工程尾款", "5.290815", "万元", "285.21", "290.500815", "91.42", "89.76", "91.42"],
    ]);
  });
});
