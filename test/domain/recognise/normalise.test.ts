import fc from "fast-check";
import { normaliseCode, normaliseName, withoutListNumber } from "../../../src/domain/recognise/normalise";

describe("names as keys", () => {
  test.each([
    ["城乡社区支出 ", "城乡社区支出"], ["　城乡 社区　支出", "城乡社区支出"], ["政府办公厅（室）及相关机构事务", "政府办公厅(室)及相关机构事务"], ["【2014】273号", "(2014)273号"], ["全响应ＰＤＡ通讯费", "全响应pda通讯费"], ["１８年—２０年", "18年-20年"], ["“德邻”计划", "\"德邻\"计划"],
  ])("%j and %j are one", (a, b) => expect(normaliseName(a)).toBe(normaliseName(b)));

  test.each(["（一）基本支出", "(一) 基本支出", "（一）、基本支出", "一、基本支出", "十二、基本支出", "1.基本支出", "1．基本支出", "1、 基本支出", "12. 基本支出", "(1)基本支出", "（1）基本支出", "1)基本支出", "1）基本支出", "①基本支出", "① 基本支出", "⑴基本支出", "⒈基本支出", "　（一）　基本支出", "一、（一）基本支出"])("%j is numbered 基本支出", (numbered) => {
    expect(normaliseName(numbered)).toBe("基本支出");
  });

  test.each(["24号院养老服务中心", "2015年工程项目尾款", "4个技防、2个消防", "110、119联动经费", "12、14号楼改造", "一、二号楼改造", "12.9纪念活动", "3.24号院装修", "(2014)273号", "(1)号楼改造", "(一)期工程", "八一慰问", "十三五规划", "一般公共服务", "三公经费", "一、二年级校服", "二、三期工程", "1", "一、", "(一)", "20101"])("%j keeps its numbers", (name) => {
    expect(normaliseName(name)).toBe(name);
  });

  test.each([["一、一般公共服务支出", "一般公共服务支出"], ["二、三公经费", "三公经费"], ["四、五保供养", "五保供养"], ["三、十五五规划编制", "十五五规划编制"], ["1.路灯维护", "路灯维护"], ["１．路灯维护（二期）", "路灯维护（二期）"], ["（一）、 路灯 维护", "路灯 维护"], ["①路灯维护", "路灯维护"], ["二、路灯维护", "路灯维护"], ["24号院", "24号院"], ["（2014）273号", "（2014）273号"], ["1", "1"], ["一、", "一、"], ["", ""]])("%j is shown as %j", (text, plain) => {
    expect(withoutListNumber(text)).toBe(plain);
  });

  test("what is shown without its number is the same name", () => {
    const numbers = fc.constantFrom("", "1.", "1、", "（一）", "(2)", "②", "一、（二）", " 3．", "十二、 ");
    fc.assert(fc.property(numbers, fc.string({ minLength: 1 }), (number, name) => {
      expect(normaliseName(withoutListNumber(number + name))).toBe(normaliseName(number + name));
    }));
  });

  test("a number that stands before another year's project is a list's", () => expect(normaliseName("1.2015年工程项目尾款")).toBe("2015年工程项目尾款"));

  test.each([["社会保障和就业支出", "社会保障和就业事务"], ["医疗卫生与计划生育支出", "医疗卫生和计划生育支出"], ["24号院装修", "25号院装修"], ["社区建设项目", "社区建设"]])("%j and %j stay two: meaning is not folded", (a, b) => {
    expect(normaliseName(a)).not.toBe(normaliseName(b));
  });

  test("a key is its own key", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
      expect(normaliseCode(normaliseCode(text))).toBe(normaliseCode(text));
    }));
  });
});

describe("codes as keys", () => {
  test.each([[" 2010350 ", "2010350"], ["２０１０３５０", "2010350"], ["'2010350", "2010350"], ["a-01", "A-01"], ["2016 2010 3502", "201620103502"], ["西财指〔2025〕1号", "西财指(2025)1号"], ["西财指[2025]1号", "西财指(2025)1号"], ["西财指（2025）1号", "西财指(2025)1号"]])("%j is %j", (text, key) => expect(normaliseCode(text)).toBe(key));
  test("leading zeros count", () => expect(normaliseCode("007")).not.toBe(normaliseCode("7")));
});
