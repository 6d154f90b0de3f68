/** Columns of rates whose header names a budget: each gets, and is checked against, the rate on that budget alone. */

import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { formatRange } from "../../src/workbook/address";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";
import { found } from "../support/checks";
import { createMemoryPort } from "../support/memory-port";
import { prepare, run } from "../support/runs";
import { sheetOf, snapshotOf } from "../support/snapshots";

const ZH = sheetWords(createTranslator("zh-CN"));

function plan(snapshot: Snapshot, basis: "original" | "adjusted") {
  return prepareWriting(snapshot, { ...DEFAULT_OPTIONS, basis }, ZH).plan;
}

/** Rates by place: "D2:D4 0.6|0.5"; statuses are left out. */
function rates(snapshot: Snapshot, basis: "original" | "adjusted"): string[] {
  return plan(snapshot, basis).edits.flatMap((edit) => {
    if (edit.kind !== "contents" || edit.contents.some(([content]) => content?.kind === "text")) return [];
    return [`${formatRange(edit.range)} ${edit.contents.map(([content]) => (content?.kind === "number" ? content.value : "")).join("|")}`];
  });
}

/** 60 of 100, adjusted to 120; 30 of 40, adjusted to 60. */
function both(headers: readonly string[], filled: readonly (readonly CellValue[])[] = [[], []]): Snapshot {
  return snapshotOf(sheetOf("表", [["项目名称", "年初预算", "调整预算", "本年支出", ...headers], ["甲", 100, 120, 60, ...(filled[0] ?? [])], ["乙", 40, 60, 30, ...(filled[1] ?? [])]]));
}

test.each<[readonly string[], "original" | "adjusted", readonly string[]]>([
  [["完成年初预算%", "完成调整预算%"], "adjusted", ["F2:F3 0.5|0.5", "E2:E3 0.6|0.75"]],
  [["完成年初预算%", "完成调整预算%"], "original", ["E2:E3 0.6|0.75", "F2:F3 0.5|0.5"]],
  [["占年初预算%"], "adjusted", ["F2:F3 0.5|0.5", "E2:E3 0.6|0.75"]],
  [["占年初预算%"], "original", ["E2:E3 0.6|0.75"]],
  [["完成年初预算（%）"], "adjusted", ["F2:F3 0.5|0.5", "E2:E3 0.6|0.75"]],
  [["占调整预算%"], "adjusted", ["E2:E3 0.5|0.5"]],
  [["占调整预算%"], "original", ["F2:F3 0.6|0.75", "E2:E3 0.5|0.5"]],
  [["为调整预算%"], "adjusted", ["E2:E3 0.5|0.5"]],
  [["占全年预算%"], "original", ["F2:F3 0.6|0.75", "E2:E3 0.5|0.5"]],
  [["执行率", "完成年初预算%"], "adjusted", ["E2:E3 0.5|0.5", "F2:F3 0.6|0.75"]],
  [["执行率"], "original", ["E2:E3 0.6|0.75"]],
  [["% of Adopted Budget"], "adjusted", ["F2:F3 0.5|0.5", "E2:E3 0.6|0.75"]],
  [["% of Adopted Budget", "% of Revised Budget"], "adjusted", ["F2:F3 0.5|0.5", "E2:E3 0.6|0.75"]],
  [["% of Budget"], "original", ["E2:E3 0.6|0.75"]],
])("%j on the %s budget", (headers, basis, expected) => {
  expect(rates(both(headers), basis)).toEqual(expected);
});

test("a budget that the table does not have: its column stays empty, ours goes into the first free one, and the column says why", () => {
  const sheet = sheetOf("表", [["项目名称", "年初预算", "支出", "完成调整预算%"], ["甲", 100, 60]]);
  expect(rates(snapshotOf(sheet), "adjusted")).toEqual(["E2 0.6"]);
  expect(plan(snapshotOf(sheet), "adjusted").tables[0]?.execution.table.columns[3]).toMatchObject({ role: "rate", reason: { code: "rate-of-missing-adjusted-budget", values: { header: "完成调整预算%" } } });
});

test("全年预算 is the only budget there is where no adjusted one stands beside it", () => {
  expect(rates(snapshotOf(sheetOf("表", [["项目名称", "年初预算", "支出", "完成全年预算%"], ["甲", 100, 60]])), "adjusted")).toEqual(["D2 0.6"]);
});

test("under the heading of a budget a rate is of that one", () => {
  const sheet = sheetOf("表", [["项目名称", "支出", "年初预算", null, "调整后预算", null], [null, null, "金额", "执行率", "金额", "执行率"], ["甲", 60, 100, null, 120, null]], { merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1"] });
  expect(rates(snapshotOf(sheet), "adjusted")).toEqual(["F3 0.5", "D3 0.6"]);
});

test("budgets on another sheet", () => {
  const snapshot = snapshotOf(
    sheetOf("预算", [["项目名称", "年初预算", "调整后预算"], ["甲", 100, 120], ["乙", 40, 60], ["合计", 140, 180]]),
    sheetOf("支出", [["项目名称", "支出数", "完成年初预算%", "完成调整后预算%"], ["甲", 60], ["乙", 30], ["合计", 90]]),
  );
  expect(rates(snapshot, "adjusted")).toEqual(["D2:D4 0.5|0.5|0.5", "C2:C4 0.6|0.75|0.6429"]);
});

test("a second run changes nothing; with the other basis the figures stay where they belong", async () => {
  const port = createMemoryPort(both(["完成年初预算%", "完成调整预算%"]));
  await run(port);
  expect((await prepare(port)).plan.edits).toEqual([]);
  const { plan: { edits, left } } = await prepare(port, "zh-CN", { ...DEFAULT_OPTIONS, basis: "original" });
  expect([edits.filter(({ kind }) => kind !== "stored"), left]).toEqual([[], []]);
});

describe("checked on the budget that its header names", () => {
  test("and on no other", () => {
    expect(found("rate-mismatch", both(["完成年初预算%", "完成调整预算%"], [["60.00%", "50.00%"], ["75.00%", "50.00%"]]).sheets)).toEqual([]);
    expect(found("rate-mismatch", both(["完成年初预算%", "完成调整预算%"], [["50.00%", "60.00%"], ["50.00%", "75.00%"]]).sheets)).toEqual([
      "error 表 E2 60.00 50.00", "error 表 F2 50.00 60.00", "error 表 E3 75.00 50.00", "error 表 F3 50.00 75.00",
    ]);
  });

  test.each(["为调整预算%", "完成调整预算%", "占调整预算%", "支出进度%"])("%s", (header) => {
    expect(found("rate-mismatch", both([header], [["50.00%"], ["55.00%"]]).sheets)).toEqual(["error 表 E3 50.00 55.00"]);
  });
});
