import { Decimal } from "../../../../src/domain/amounts/decimal";
import { checkSnapshot, found } from "../../../support/checks";
import { sheetOf, snapshotOf } from "../../../support/snapshots";

const header = ["项目名称", "年初预算", "调增", "调减", "指标调增", "调整后预算"];

test("original + increase − decrease + quota change in every line and total", () => {
  const table = sheetOf("表", [header, ["甲", 100, 20, 5, 3, 118], ["乙", 50, "", "", "", 50], ["丙", 50, "", 10, "", 40], ["丁", 30, 1, "", "", 32], ["合计", 230, 21, 15, 3, 240.01]]);
  expect(found("adjustment-mismatch", table)).toEqual(["error 表 F5 31 32", "error 表 F6 239 240.01"]);
});

test("decreases printed with their minus sign", () => {
  const table = sheetOf("表", [header, ["甲", 100, 20, -5, 3, 118], ["乙", 50, "", -10, "", 40], ["丙", 50, 2, "", "", 52.01]]);
  expect(found("adjustment-mismatch", table)).toEqual(["warning 表 F4 52 52.01"]);
});

describe("上年结转", () => {
  const sheet = (header: string, ...adjusted: number[]) => sheetOf("表", [["项目名称", header, "年初预算", "追加", "调减", "全年预算"], ["甲", 20, 100, 10, 5, adjusted[0] ?? 0], ["乙", 30, 0, 0, 0, adjusted[1] ?? 0], ["丙", 0, 50, 0, 0, adjusted[2] ?? 0], ["丁", 7, 60, 3, 0, adjusted[3] ?? 0]]);

  test.each(["上年结转", "上年结转结余资金", "年初结转和结余", "Carryover"])("%s counts where the lines show it", (header) => {
    expect(found("adjustment-mismatch", sheet(header, 125, 30, 50, 70))).toEqual([]);
    expect(found("adjustment-mismatch", sheet(header, 125, 30, 50, 71))).toEqual(["error 表 F5 70 71"]);
  });

  test("and not where the original budget holds it already", () => {
    expect(found("adjustment-mismatch", sheet("上年结转", 105, 0, 50, 63))).toEqual([]);
    expect(found("adjustment-mismatch", sheet("上年结转", 105, 0, 50, 64))).toEqual(["error 表 F5 63 64"]);
  });
});

test.each(["结转", "上级专款"])("what the adjusted budget is shown to hold counts, be it called %s", (header) => {
  const lines = (last: number) => sheetOf("表", [["项目名称", "年初预算", header, "追加", "收回", "可执行指标", "支出"], ["甲", 100, 10, 20, 5, 125, 80], ["乙", 200, 0, 0, 50, 150, 120], ["丙", 80, 4, 3, 0, 87, 40], ["合计", 380, 14, 23, 55, last, 240]]);
  expect(found("adjustment-mismatch", lines(362))).toEqual([]);
});

test("several columns of increases", () => {
  const table = sheetOf("表", [["项目名称", "年初预算", "上级追加", "本级追加", "收回", "调整后预算"], ["甲", 100, 10, 20, 5, 125], ["乙", 200, 0, 0, 50, 150], ["丙", 80, 4, 3, 0, 88]]);
  expect(found("adjustment-mismatch", table)).toEqual(["error 表 F4 87 88"]);
});

test("changes of something else say nothing", () => {
  expect(found("adjustment-mismatch", sheetOf("表", [["项目名称", "年初预算", "调增", "调整后预算"], ["甲", 100, 5, 300], ["乙", 50, 5, 20], ["丙", 10, 5, 15]]))).toEqual([]);
});

describe("the whole budget, as a text tells its changes", () => {
  const before = sheetOf("年初", [["单位：万元"], ["分类名称", "年初预算"], ["甲", 28_000], ["乙", 265.19], ["总计", 28_265.19]]);
  const after = (total: number) => sheetOf("调整后", [["单位：万元"], ["分类名称", "调整后预算"], ["丙", 27_000], ["丁", 752.1], ["总计", total]]);
  const told = (...changes: string[]) => ({ adjustments: changes.map((change) => ({ name: null, change: new Decimal(change), unit: "万元" as const, quote: "调整" })) });

  test("28265.19 + 2057.70 − 4817.56 + 2246.77 = 27752.10", () => {
    const { reconciliations } = checkSnapshot(snapshotOf(before, after(27_752.1)), told("2057.70", "-4817.56", "2246.77"));
    expect(reconciliations.filter(({ kind }) => kind === "adjustment")).toMatchObject([{ outcome: "passed", left: { figure: "27752.1" }, right: { figure: "27752.1", label: "年初预算 + 2057.7 − 4817.56 + 2246.77" } }]);
    expect(found("adjustment-mismatch", [before, after(27_752.1)], told("2057.70", "-4817.56", "2246.77"))).toEqual([]);
  });

  test("without one of the three it would not hold", () => {
    expect(found("adjustment-mismatch", [before, after(27_752.1)], told("2057.70", "-4817.56"))).toEqual(["error 调整后 B5 25505.33 27752.1"]);
  });
});
