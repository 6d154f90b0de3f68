import fc from "fast-check";
import { normaliseCode, normaliseName } from "../../../src/domain/recognise/normalise";

describe("names as keys", () => {
  test.each([
    ["城乡社区支出 ", "城乡社区支出"], ["　城乡 社区　支出", "城乡社区支出"], ["政府办公厅（室）及相关机构事务", "政府办公厅(室)及相关机构事务"], ["【2014】273号", "(2014)273号"], ["全响应ＰＤＡ通讯费", "全响应pda通讯费"], ["１８年—２０年", "18年-20年"], ["“德邻”计划", "\"德邻\"计划"],
  ])("%j and %j are one", (a, b) => expect(normaliseName(a)).toBe(normaliseName(b)));

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
  test.each([[" 2010350 ", "2010350"], ["２０１０３５０", "2010350"], ["'2010350", "2010350"], ["a-01", "A-01"], ["2016 2010 3502", "201620103502"]])("%j is %j", (text, key) => expect(normaliseCode(text)).toBe(key));
  test("leading zeros count", () => expect(normaliseCode("007")).not.toBe(normaliseCode("7")));
});
