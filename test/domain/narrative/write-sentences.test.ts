/** The report's sentences written from figures, and read back. */

import fc from "fast-check";
import printed from "../../../assets/samples/report-2016.json";
import { Decimal } from "../../../src/domain/amounts/decimal";
import { UNITS, type Unit } from "../../../src/domain/amounts/unit";
import { readClaims } from "../../../src/domain/narrative/claims";
import type { Claim } from "../../../src/domain/narrative/claim";
import { readProjects } from "../../../src/domain/narrative/projects";
import { checkNarrative } from "../../../src/domain/narrative/self-check";
import { foundIn } from "../../../src/domain/narrative/outcome";
import { writeAdjustment, writeApproval, writeLine, writeOverall, writeProgress, writeProject, writeShare } from "../../../src/domain/narrative/write-sentences";
import { SENTENCES } from "./expected/sentences";
import { ofKind } from "./report";

const CUT_OFF = { year: 2016, month: 12, day: 31 };
const of = (text: string): Decimal => new Decimal(text);

describe("sentences as the report writes them", () => {
  test("a line", () => {
    expect(writeLine({ name: "人大事务", expenditure: of("71.16"), budget: of("118.3"), unit: "万元" })).toBe("人大事务全年支出71.16万元，全部预算118.30万元。完成全年预算60.15%。");
  });
  test("a line without a budget has no rate", () => {
    expect(writeLine({ name: "其他支出", expenditure: of("1.5"), budget: of("0"), unit: "万元" })).toBe("其他支出全年支出1.50万元，全部预算0.00万元。");
  });
  test("the overall sentence", () => {
    expect(writeOverall({ name: "部门整体", expenditure: of("23349.93"), budget: of("27752.1"), unit: "万元", cutOff: CUT_OFF, hasLines: true }))
      .toBe("2016年度部门整体支出23349.93万元，截止2016年12月31日已完成全年预算27752.10万元的84.14%，详细情况如下：");
  });
  test("a project, rounded half up on an exact tie", () => {
    expect(writeProject({
      number: 3, name: "24号院养老服务中心装修改造经费", basis: "original-budget", budget: of("600"), expenditure: of("117.27"), unit: "万元", cutOff: CUT_OFF,
      changes: [{ change: of("-225"), unit: "万元", month: 9 }, { change: of("50150.15"), unit: "元", month: null }], goal: "对24号院742平米进行装修改造", cause: "可行性论证不充分",
    })).toBe([
      "3. 24号院养老服务中心装修改造经费年初预算600.00万元，截止2016年12月31日实际支出117.27万元，已完成年初预算的19.55%。项目目标：对24号院742平米进行装修改造。",
      "2016年9月调减预算225.00万元，追加预算50150.15元。",
      "原因分析：可行性论证不充分。",
    ].join("\n"));
  });
  test("a project whose budget was changed, with the rate on what it is now", () => {
    expect(writeProject({
      number: 1, name: "社区服务中心装修改造经费", basis: "original-budget", budget: of("400"), expenditure: of("81.7"), unit: "万元", cutOff: CUT_OFF,
      changes: [{ change: of("20"), unit: "万元", month: null }], adjusted: of("420"), goal: "", cause: "",
    })).toBe("1. 社区服务中心装修改造经费年初预算400.00万元，截止2016年12月31日实际支出81.70万元，已完成年初预算的20.43%。\n追加预算20.00万元，调整后预算为420.00万元，已完成调整后预算的19.45%。");
  });
  test("approval, adjustment and share", () => {
    expect(writeApproval({ name: "街道", total: of("28265.19"), parts: { basic: of("5752.85"), project: of("22512.34") }, unit: "万元" })).toBe("街道年初预算28265.19万元。其中：基本支出预算5752.85万元，项目支出预算22512.34万元。");
    expect(writeAdjustment({ name: "德胜街道", increase: of("2057.7"), decrease: of("4817.56"), quotaIncrease: of("2246.77"), adjusted: of("27752.1"), unit: "万元" }))
      .toBe("德胜街道调增预算2057.70万元，调减预算4817.56万元，指标调增2246.77万元，调整后预算为27752.10万元。");
    expect(writeAdjustment({ name: "德胜街道", increase: null, decrease: null, quotaIncrease: of("-30"), adjusted: of("620"), unit: "万元" })).toBe("德胜街道指标调减30.00万元，调整后预算为620.00万元。");
    expect(writeShare({ name: "重点投入环境建设、民生服务等各方面", part: of("21188.29"), year: 2016, whole: of("23349.93"), unit: "万元" }))
      .toBe("重点投入环境建设、民生服务等各方面共计21188.29万元，占2016年预算全部支出23349.93万元的90.74%。");
  });
});

const NAMES = [...new Set([...SENTENCES.map(([name]) => name), ...printed.sheets.flatMap(({ rows }) => rows.map((row) => (row.find((cell) => /[\u4e00-\u9fff]/u.test(cell)) ?? "").trim()))])]
  .filter((name) => name.length > 1 && name.length < 30 && !/[：。，]|万元|[总合]计|名称|^(?:分类|类别|项目类别|预算功能分类)$/u.test(name));
/** Names of real lines, and such as clerks make of them. */
const name = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(...NAMES)).map(([number, rest]) => `${number}号院${rest}`),
  fc.tuple(fc.integer({ min: 2010, max: 2020 }), fc.constantFrom(...NAMES)).map(([year, rest]) => `${year}年${rest}`),
);
const amount = fc.tuple(fc.integer({ min: 0, max: 99_999_999_999 }), fc.integer({ min: 0, max: 6 })).map(([digits, decimals]) => new Decimal(digits).div(new Decimal(10).pow(decimals)));
const unit = fc.constantFrom<Unit[]>(...(Object.keys(UNITS) as Unit[]));
const half = (part: Decimal, whole: Decimal): string | null => (whole.isZero() ? null : part.div(whole).times(100).toFixed(2, Decimal.ROUND_HALF_UP));

/** What a reader takes from the sentences: who, what kind of sum, how much. */
function taken(claims: readonly Claim[]): readonly string[] {
  return claims.flatMap((claim) => {
    if (claim.kind === "amount") return [`${claim.subject.text} ${claim.role} ${claim.money.value.toFixed()}${claim.money.unit}`];
    if (claim.kind === "rate") return [`${claim.subject.text} rate ${claim.percent.value.toFixed(2)}`];
    return claim.kind === "adjustment" ? [`${claim.subject.text} ${claim.isQuota ? "quota " : ""}${claim.money.value.times(claim.direction).toFixed()}${claim.money.unit}`] : [];
  });
}

describe("what is written is read back", () => {
  test("lines", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.record({ name, expenditure: amount, budget: amount, unit }), { selector: (line) => line.name, minLength: 1, maxLength: 6 }), (lines) => {
      const { claims } = readClaims(lines.map(writeLine).join("\n"));
      expect(taken(claims)).toEqual(lines.flatMap((line) => [
        `${line.name} expenditure ${line.expenditure.toFixed()}${line.unit}`, `${line.name} adjusted-budget ${line.budget.toFixed()}${line.unit}`,
        ...(line.budget.isZero() ? [] : [`${line.name} rate ${half(line.expenditure, line.budget) ?? ""}`]),
      ]));
    }));
  });
  test("the overall sentence", () => {
    fc.assert(fc.property(amount, amount, unit, fc.boolean(), (expenditure, budget, of_, hasLines) => {
      const { claims } = readClaims(writeOverall({ name: "部门整体", expenditure, budget, unit: of_, cutOff: CUT_OFF, hasLines }));
      expect(taken(claims).toSorted()).toEqual([
        `2016年度部门整体 expenditure ${expenditure.toFixed()}${of_}`, `2016年度部门整体 adjusted-budget ${budget.toFixed()}${of_}`,
        ...(budget.isZero() ? [] : [`2016年度部门整体 rate ${half(expenditure, budget) ?? ""}`]),
      ].toSorted());
      expect(ofKind(claims, "date").map(({ use, date }) => [use, date.days?.last])).toEqual([["cut-off", "2016-12-31"]]);
    }));
  });
  test("projects, as the records they were written from", () => {
    const positive = amount.filter((value) => !value.isZero());
    const change = fc.record({ change: positive.chain((value) => fc.boolean().map((isCut) => (isCut ? value.negated() : value))), unit, month: fc.option(fc.integer({ min: 1, max: 12 })) });
    const basis = fc.constantFrom("original-budget" as const, "adjusted-budget" as const);
    const words = fc.constantFrom("", "改造活动中心，改造面积1650平米", "保障330名工作人员用餐");
    fc.assert(fc.property(fc.record({ name, basis, budget: positive, expenditure: amount, unit, changes: fc.uniqueArray(change, { selector: (one) => one.change.abs().times(UNITS[one.unit]).toFixed(), maxLength: 3 }), goal: words, cause: words }), (project) => {
      const [record, ...others] = readProjects(readClaims(writeProject({ ...project, number: 7, cutOff: CUT_OFF })));
      expect(others).toEqual([]);
      expect(record).toMatchObject({ number: 7, name: project.name });
      expect(taken([record?.budget, record?.expenditure, record?.rate].flatMap((claim) => claim ?? []))).toEqual([
        `${project.name} ${project.basis} ${project.budget.toFixed()}${project.unit}`, `${project.name} expenditure ${project.expenditure.toFixed()}${project.unit}`,
        `${project.name} rate ${half(project.expenditure, project.budget) ?? ""}`,
      ]);
      expect(record?.cutOff?.date.days?.last).toBe("2016-12-31");
      expect(record?.adjustments.map(({ direction, money, tellings }) => [money.value.times(direction).toFixed(), money.unit, tellings.length])).toEqual(project.changes.map(({ change: value, unit: of_ }) => [value.toFixed(), of_, 1]));
      expect([record?.goal?.text ?? "", record?.causes.map(({ text }) => text).join("") ?? ""]).toEqual([project.goal && `${project.goal}。`, project.cause && `原因分析：${project.cause}。`]);
    }));
  });
  test("projects with changed budgets, of which nothing is found wrong", () => {
    const whole = fc.integer({ min: 1, max: 9_999_999 }).map((cents) => of("0.01").times(cents));
    fc.assert(fc.property(fc.record({ name, budget: whole, change: whole, isCut: fc.boolean(), expenditure: whole }), ({ name: called, budget, change, isCut, expenditure }) => {
      const signed = isCut ? change.negated() : change;
      const adjusted = budget.plus(signed);
      fc.pre(adjusted.gt(0));
      const narrative = readClaims(writeProject({ number: 7, name: called, basis: "original-budget", budget, expenditure, unit: "万元", cutOff: CUT_OFF, changes: [{ change: signed, unit: "万元", month: null }], adjusted, goal: "", cause: "" }));
      const [record] = readProjects(narrative);
      expect(record?.adjustments.map(({ direction, money }) => money.value.times(direction).toFixed())).toEqual([signed.toFixed()]);
      expect(taken(narrative.claims)).toEqual(expect.arrayContaining([`${called} adjusted-budget ${adjusted.toFixed()}万元`, `${called} rate ${half(expenditure, adjusted) ?? ""}`]));
      expect(foundIn(checkNarrative(narrative))).toEqual([]);
    }));
  });
  test("approval and adjustment, which hold", () => {
    fc.assert(fc.property(amount, amount, amount, amount, amount, unit, (basic, project, increase, decrease, quotaIncrease, of_) => {
      const total = basic.plus(project);
      const adjusted = total.plus(increase).minus(decrease).plus(quotaIncrease);
      const narrative = readClaims(`${writeApproval({ name: "街道", total, parts: { basic, project }, unit: of_ })}\n${writeAdjustment({ name: "街道", increase, decrease, quotaIncrease, adjusted: adjusted.abs(), unit: of_ })}`);
      expect(taken(narrative.claims)).toEqual([
        `街道 original-budget ${total.toFixed()}${of_}`, `基本支出 budget ${basic.toFixed()}${of_}`, `项目支出 budget ${project.toFixed()}${of_}`,
        `街道 ${increase.toFixed()}${of_}`, `街道 ${decrease.isZero() ? "0" : decrease.negated().toFixed()}${of_}`, `街道 quota ${quotaIncrease.toFixed()}${of_}`, `街道 adjusted-budget ${adjusted.abs().toFixed()}${of_}`,
      ]);
      const checks = checkNarrative(narrative);
      expect(checks.find(({ kind }) => kind === "parts")?.severity).toBeNull();
      expect(checks.find(({ kind }) => kind === "adjusted-budget")?.severity === null).toBe(total.isZero() ? false : !adjusted.isNegative());
    }));
  });
  test("budgets of which only both totals are known, and what a kind of spending came to", () => {
    expect(writeApproval({ name: "某局", total: of("300"), parts: null, unit: "万元" })).toBe("某局年初预算300.00万元。");
    const changed = { name: "某局", increase: null, decrease: null, quotaIncrease: null, unit: "万元" } as const;
    expect(writeAdjustment({ ...changed, net: of("30"), adjusted: of("330") })).toBe("某局调整后预算为330.00万元，比年初预算增加30.00万元。");
    expect(writeAdjustment({ ...changed, net: of("-30.5"), adjusted: of("269.5") })).toBe("某局调整后预算为269.50万元，比年初预算减少30.50万元。");
    expect(writeProgress({ name: "教育支出", expenditure: of("99"), budget: of("110"), basis: "adjusted", unit: "万元" })).toBe("教育支出99.00万元，完成调整后预算110.00万元的90.00%。");
    fc.assert(fc.property(amount, amount, unit, (total, adjusted, of_) => {
      const narrative = readClaims(`${writeApproval({ name: "街道", total, parts: null, unit: of_ })}\n${writeAdjustment({ name: "街道", increase: null, decrease: null, quotaIncrease: null, net: adjusted.minus(total), adjusted, unit: of_ })}`);
      expect(foundIn(checkNarrative(narrative))).toEqual([]);
      expect(taken(narrative.claims.filter(({ kind }) => kind === "amount"))).toEqual([`街道 original-budget ${total.toFixed()}${of_}`, `街道 adjusted-budget ${adjusted.toFixed()}${of_}`]);
    }));
    fc.assert(fc.property(name, amount, amount, (called, expenditure, budget) => {
      fc.pre(budget.gt(0));
      const [spent] = readClaims(writeProgress({ name: called, expenditure, budget, basis: "adjusted", unit: "万元" })).claims;
      expect(spent).toMatchObject({ kind: "amount", role: "expenditure", subject: { text: called.replace(/支出$/u, "") } });
    }));
  });
  test("so a report written from its figures is never found wrong", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.record({ name, expenditure: amount, budget: amount }), { selector: (line) => line.name, maxLength: 8 }), (lines) => {
      const text = lines.map((line) => writeLine({ ...line, unit: "万元" })).join("\n");
      expect(foundIn(checkNarrative(readClaims(text)))).toEqual([]);
    }));
  });
});
