import { Decimal } from "../../../src/domain/amounts/decimal";
import { readAmount, whyUnreadable } from "../../../src/domain/amounts/read";
import type { Unit } from "../../../src/domain/amounts/unit";
import type { CellValue } from "../../../src/workbook/snapshot";

function read(value: CellValue, column: Unit | null, table: Unit | null): string {
  const amount = readAmount(value, "General", column, table);
  return amount.kind === "amount" ? amount.value.toFixed() : amount.kind === "unreadable" ? `unreadable ${amount.content}` : "blank";
}

describe("a cell's amount in the table's unit", () => {
  test.each<readonly [string, CellValue, Unit | null, Unit | null, string]>([
    ["the table's unit holds where nothing else is said", "98.81 ", null, "万元", "98.81"],
    ["the column's unit is converted", 988100, "元", "万元", "98.81"],
    ["the cell's own unit counts before the column's", "12.5万元", "元", "千元", "125"],
    ["the cell's own unit counts before the table's", "125000元", null, "万元", "12.5"],
    ["without any unit the figure stands", 5, null, null, "5"],
    ["without a table's unit the column's is kept", 5, "元", null, "5"],
    ["without a table's unit the cell's is converted to the column's", "5万元", "元", null, "50000"],
    ["a unit that nothing can be set against is not mixed in", "5万元", null, null, "unreadable 5万元"],
    ["a percentage is no amount", "20.43%", null, "万元", "unreadable 20.43%"],
    ["blank is not zero", "　", null, "万元", "blank"],
    ["a dash is the zero of the accounting format", "-", null, "万元", "0"],
    ["with its currency and spaces, as that format is copied", " ¥ -   ", "元", "万元", "0"],
    ["a dash is zero in any unit and in none", "——", null, null, "0"],
    ["an error stays what it is", "#DIV/0!", null, "万元", "unreadable #DIV/0!"],
  ])("%s", (_, value, column, table, expected) => expect(read(value, column, table)).toBe(expected));
});

describe("why a cell that is no amount of its table is none", () => {
  test.each([["5万元", "unit"], ["￥5元整", "unit"], ["20.43%", "content"], ["#DIV/0!", "content"], ["待定", "content"], ["", "content"], ["-", "content"]] as const)("%j: its %s", (content, why) => expect(whyUnreadable(content)).toBe(why));
});

describe("a number that its cell shows as a date is no amount", () => {
  const shown = (value: CellValue, format: string) => readAmount(value, format, null, "万元");

  // DATE(2026,11,22) is 46348.
  test.each([["yyyy-mm-dd", "2026-11-22"], ['yyyy"年"m"月"d"日"', "2026-11-22"], ["m/d/yyyy", "2026-11-22"], ["[Red]yyyy/m/d", "2026-11-22"], ["[h]:mm", "1112352:00"]])("%s", (format, content) => {
    expect(shown(46348, format)).toEqual({ kind: "unreadable", content });
  });

  test.each(["General", "0.00", "[Red]#,##0.00", '0.00"元/年/day"', "_d#,##0_m", "@"])("%s shows a figure", (format) => {
    expect(shown(46348, format)).toMatchObject({ kind: "amount", value: new Decimal(46348) });
  });

  test("the format changes nothing about texts and blanks", () => {
    expect(shown("98.81", "yyyy-mm-dd")).toMatchObject({ kind: "amount", value: new Decimal("98.81") });
    expect(shown("", "yyyy-mm-dd")).toEqual({ kind: "blank" });
  });
});

test("the sign of another currency is no amount in yuan, but one where no unit is told", () => {
  expect(readAmount("€5", "General", "元", "元")).toEqual({ kind: "unreadable", content: "€5" });
  expect(readAmount("€5", "General", null, null)).toEqual({ kind: "amount", value: new Decimal(5), currency: "€" });
});
