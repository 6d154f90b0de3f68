// Functions and errors: support.microsoft.com, "Excel functions (by category)"; spilling: "Dynamic array formulas and spilled array behavior";
// circles: "Remove or allow a circular reference".
import fc from "fast-check";
import { addName } from "../../../src/embedded/book/names";
import { enterArrayFormula, enterValues } from "../../../src/embedded/book/entering";
import { calculateNow, evaluate, formulaProblem, setCalculationMode } from "../../../src/embedded/book/recalculate";
import { setRowsHidden } from "../../../src/embedded/book/sizes";
import { addTable } from "../../../src/embedded/book/tables";
import { at, bookOf, formulaOf, refusal, sheetOf, type, valueOf, valuesOf } from "./support";

const LINES = [["项目", "预算", "支出"], ["综合治理经费", 98.81, 182.14], ["24号院", 100, 19.55], ["绿化", 20, ""]];

test.each<[string, unknown]>([
  ["=SUM(B2:B4)", 218.81],
  ["=C2/B2", 182.14 / 98.81],
  ["=ROUND(C2/B2,4)", 1.8433],
  ["=ROUND(1.005,2)", 1.01],
  ["=ROUND(-2.5,0)", -3],
  ["=ROUND(0.01/10000.01,4)", 0],
  ["=ROUND(5E+21,-21)", 5e21],
  ["=IF(B2>0,C2/B2,\"无预算\")", 182.14 / 98.81],
  ["=C4/B4", 0],
  ["=B2/C4", "#DIV/0!"],
  ["=A2+1", "#VALUE!"],
  ["=NOSUCH(1)", "#NAME?"],
  ["=无此名称", "#NAME?"],
  ["=VLOOKUP(\"没有\",A:B,2,FALSE)", "#N/A"],
  ["=VLOOKUP(\"24号院\",A2:C4,3,FALSE)", 19.55],
  ["=XLOOKUP(\"绿化\",A2:A4,B2:B4)", 20],
  ["=SUMIF(A2:A4,\"24*\",B2:B4)", 100],
  ["=COUNTA(A:A)", 4],
  ["=A2&\"：\"&TEXT(C2/B2,\"0.00%\")", "综合治理经费：184.33%"],
  ["=TEXT(42735,\"yyyy年m月d日\")", "2016年12月31日"],
  ["=TEXT(6805.36,\"[DBNum2]\")", "陆仟捌佰零伍.叁陆"],
  ["=NUMBERSTRING(1234,2)", "壹仟贰佰叁拾肆"],
  ["=YEAR(\"2016-12-31\")", 2016],
  ["=VALUE(\"28,265.19\")", 28265.19],
  ["=DATE(2016,12,31)", 42735],
  ["=D9", 0],
  ["=IFERROR(1/0,\"—\")", "—"],
  ["=SUBTOTAL(9,B2:B4)", 218.81],
  ["=INDIRECT(\"B\"&3)", 100],
  ["=OFFSET(A1,1,1)", 98.81],
  ["=LET(x,B3,x*2)", 200],
  ["=另表!A1*2", 14],
  ["='另 表'!A1", 3],
])("%s", (formula, value) => {
  const { book, sheet } = bookOf(LINES, "另表", "另 表");
  type(sheetOf(book, "另表"), "A1", 7);
  type(sheetOf(book, "另 表"), "A1", 3);
  type(sheet, "F9", formula);
  if (typeof value === "number") expect(valueOf(sheet, "F9")).toBeCloseTo(value, 10);
  else expect(valueOf(sheet, "F9")).toBe(value);
});

// support.microsoft.com, "SUM function", "COUNT function" …: what is typed as an argument counts, in references only numbers do.
test.each<[string, unknown]>([
  ["=SUM(A1)", 0], ["=SUM($A$1)", 0], ["=SUM(S!A1, C1)", 4], ["=SUM(A1,C1)", 4], ["=SUM(C1,SUM(A1),B1)", 4],
  ["=SUM(B1)", 0], ["=SUM(D1)", 0], ["=SUM(E1)", 0], ["=SUM(F1)", "#N/A"],
  ["=SUM(\"3\")", 3], ["=SUM(\"x\")", "#VALUE!"], ["=SUM(TRUE)", 1], ["=SUM(\"(\",C1)", "#VALUE!"],
  ["=SUM(A1+0)", "#VALUE!"], ["=SUM(B1+0)", 1], ["=SUM(D1&\"1\")", 71],
  ["=AVERAGE(A1)", "#DIV/0!"], ["=AVERAGE(A1,C1)", 4], ["=MIN(A1)", 0], ["=MIN(B1,C1)", 4], ["=MAX(A1,C1)", 4],
  ["=COUNT(TRUE)", 1], ["=COUNT(\"3\",\"x\",FALSE,NA())", 2], ["=COUNT(1,)", 2], ["=COUNT({1,TRUE,\"3\"})", 1], ["=COUNT(A1:F1)", 1], ["=COUNT(C1:C1,B1,TRUE)", 2], ["=COUNT(A1)", 0], ["=COUNT(D1)", 0], ["=COUNT(B1,C1)", 1], ["=PRODUCT(A1,C1)", 4], ["=PRODUCT(C1,C1)", 16],
  ["=ABS(C1)", 4], ["=N(B1)", 1], ["=COUNTA(A1,E1)", 1],
])("one cell as an argument: %s", (formula, value) => {
  const { sheet } = bookOf([["甲", true, 4, "'7", "", "=NA()"]]);
  type(sheet, "H9", formula);
  expect(valueOf(sheet, "H9")).toBe(value);
});

test("a change reaches everything that depends on it, across sheets and names, and nothing else changes", () => {
  const { book, sheet } = bookOf([[1, "=A1*2", "=B1+另表!A1", "=SUM(数)"]], "另表");
  const other = sheetOf(book, "另表");
  type(other, "A1", "=S!A1+10");
  addName(book, "数", "=S!$A$1:$B$1");
  expect(valuesOf(sheet, "A1:D1")).toEqual([[1, 2, 13, 3]]);
  type(sheet, "A1", 5);
  expect(valuesOf(sheet, "A1:D1")).toEqual([[5, 10, 25, 15]]);
  type(other, "A1", 0);
  expect(valuesOf(sheet, "A1:D1")).toEqual([[5, 10, 10, 15]]);
});

test("sums written in any order and changed at random agree with sums done by hand", () => {
  const change = fc.record({ row: fc.nat(9), value: fc.integer({ min: -1000, max: 1000 }) });
  fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
    // Column A holds numbers, B doubles them, C adds up B so far, D1 the whole of C.
    const { sheet } = bookOf([["", "", "", "=SUM(C1:C10)"]]);
    enterValues(sheet, at("C1:C10"), Array.from({ length: 10 }, (_, row) => [`=SUM(B$1:B${row + 1})`]));
    enterValues(sheet, at("B1:B10"), Array.from({ length: 10 }, (_, row) => [`=A${row + 1}*2`]));
    const numbers = new Array<number>(10).fill(0);
    for (const { row, value } of changes) {
      numbers[row] = value;
      type(sheet, `A${row + 1}`, value);
      const sums = numbers.map((_, index) => numbers.slice(0, index + 1).reduce((sum, one) => sum + one * 2, 0));
      expect(valuesOf(sheet, "C1:C10")).toEqual(sums.map((sum) => [sum]));
      expect(valueOf(sheet, "D1")).toBe(sums.reduce((sum, one) => sum + one, 0));
    }
  }), { numRuns: 30 });
});

test("more formulas than the engine takes at once, each reading the one above", () => {
  const count = 12_000;
  const { sheet } = bookOf([[1]]);
  enterValues(sheet, at(`A2:A${count}`), Array.from({ length: count - 1 }, (_, index) => [`=A${index + 1}+1`]));
  expect(valueOf(sheet, `A${count}`)).toBe(count);
  type(sheet, "A1", 101);
  expect(valueOf(sheet, `A${count}`)).toBe(count + 100);
});

test("formulas that go round in a circle are 0, those beside them are not touched", () => {
  const { sheet } = bookOf([["=B1+1", "=A1+1", "=C1", 7, "=D1*2", "=A1+D1"]]);
  expect(valuesOf(sheet, "A1:F1")).toEqual([[0, 0, 0, 7, 14, 7]]);
  type(sheet, "B1", 1);
  expect(valuesOf(sheet, "A1:F1")).toEqual([[2, 1, 0, 7, 14, 9]]);
});

describe("results of many cells", () => {
  test("spill, follow their source, and give way to what is typed", () => {
    const { sheet } = bookOf([[3, "=SEQUENCE(A1)", "=SUM(B1:B9)"]]);
    expect(valuesOf(sheet, "B1:C4")).toEqual([[1, 6], [2, ""], [3, ""], ["", ""]]);
    type(sheet, "A1", 4);
    expect(valuesOf(sheet, "B1:C4")).toEqual([[1, 10], [2, ""], [3, ""], [4, ""]]);
    type(sheet, "A1", 2);
    expect(valuesOf(sheet, "B1:C4")).toEqual([[1, 3], [2, ""], ["", ""], ["", ""]]);
    type(sheet, "B2", "挡");
    expect(valuesOf(sheet, "B1:C2")).toEqual([["#SPILL!", "#SPILL!"], ["挡", ""]]);
    type(sheet, "B2", "");
    expect(valuesOf(sheet, "B1:C2")).toEqual([[1, 3], [2, ""]]);
  });

  test("never overwrite what stands in the way", () => {
    const { sheet } = bookOf([["=SEQUENCE(2,2)", ""], ["", "原有"]]);
    expect(valuesOf(sheet, "A1:B2")).toEqual([["#SPILL!", ""], ["", "原有"]]);
  });

  test("array formulas fill their range, and no part of them can be changed alone", () => {
    const { sheet } = bookOf([[1, 2], [3, 4]]);
    enterArrayFormula(sheet, at("D1:E2"), "=A1:B2*10");
    expect(valuesOf(sheet, "D1:E2")).toEqual([[10, 20], [30, 40]]);
    expect(refusal(() => type(sheet, "D2", 5))).toBe("InvalidOperation");
    type(sheet, "A1", 5);
    expect(valueOf(sheet, "D1")).toBe(50);
    enterValues(sheet, at("D1:E2"), [["", ""], ["", ""]]);
    expect(valuesOf(sheet, "D1:E2")).toEqual([["", ""], ["", ""]]);
  });
});

test("hidden rows count in SUBTOTAL(9) and not in SUBTOTAL(109)", () => {
  const { sheet } = bookOf([[1, "=SUBTOTAL(9,A1:A3)"], [2, "=SUBTOTAL(109,A1:A3)"], [4, ""]]);
  setRowsHidden(sheet, at("A2"), true);
  expect([valueOf(sheet, "B1"), valueOf(sheet, "B2")]).toEqual([7, 5]);
});

test("table references mean the table as it is", () => {
  const { sheet } = bookOf(LINES);
  addTable(sheet, at("A1:C4"), true, "预算表");
  enterValues(sheet, at("E1:E4"), [["=SUM(预算表[预算])"], ["=预算表[[#Headers],[支出]]"], ["=COUNTA(预算表[#All])"], ["=SUM(预算表)"]]);
  expect(valuesOf(sheet, "E1:E4")).toEqual([[218.81], ["支出"], [11], [98.81 + 182.14 + 100 + 19.55 + 20]].map(([value]) => [typeof value === "number" ? expect.closeTo(value, 8) : value]));
});

test("in manual calculation results wait until they are asked for", () => {
  const { book, sheet } = bookOf([[1, "=A1+1"]]);
  expect(valueOf(sheet, "B1")).toBe(2);
  setCalculationMode(book, "Manual");
  type(sheet, "A1", 10);
  expect(valueOf(sheet, "B1")).toBe(2);
  calculateNow(book, "Recalculate");
  expect(valueOf(sheet, "B1")).toBe(11);
});

test("formulas are shown as Excel shows them, however they were typed", () => {
  const { sheet } = bookOf();
  const typed = ["=sum( a1:b2 , 3)", "=xlookup(1,a:a,b:b)", "=filter(a1:a3,a1:a3>1)", "=s!$a$1", "=\"a1\"&a1", "=let(金额,a1,金额*2)"];
  expect(typed.map((formula) => {
    type(sheet, "F1", formula);
    return formulaOf(sheet, "F1");
  })).toEqual(["=SUM( A1:B2 , 3)", "=XLOOKUP(1,A:A,B:B)", "=FILTER(A1:A3,A1:A3>1)", "=s!$A$1", "=\"a1\"&A1", "=LET(金额,A1,金额*2)"]);
});

test("what is no formula is known before it is written", () => {
  const formulas = ["=1+1", "=SUM(A1:B2)", "=Sheet1!#REF!", "='年初 预算'!A1", "=SUM(", "=1 2", "=", "=\"open", "=SUM(1))"];
  expect(formulas.map((formula) => formulaProblem(formula) === null)).toEqual([true, true, true, true, false, false, false, false, false]);
});

test("a formula can be evaluated without a cell", () => {
  const { book, sheet } = bookOf([[2, 3]]);
  expect([evaluate(book, sheet.id, "=A1*B1"), evaluate(book, sheet.id, "A1+1"), evaluate(book, sheet.id, "=1/0")]).toEqual([6, 3, "#DIV/0!"]);
});
