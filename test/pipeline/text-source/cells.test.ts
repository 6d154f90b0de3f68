import { cellOfLine, textFromCells } from "../../../src/pipeline/text-source/cells";
import { MOST_CHARACTERS } from "../../../src/pipeline/text-source/file";
import { formatRange, parseRange, type Place } from "../../../src/workbook/address";
import { sampleSnapshot } from "../../support/sample";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const FIRST = "甲项目年初预算10.00万元，支出4.00万元。\n原因是招标推迟到下半年。";
const SECOND = "乙项目截止2016年12月31日实际支出5.00万元";
const SNAPSHOT = snapshotOf(
  sheetOf("说明", [["情况说明", null], [FIRST, null], ["单位：万元", SECOND], [12345678901234567890n.toString(), null]], { merges: ["A2:B2"] }),
  sheetOf("项目", [["项目名称", "年初预算（万元）"], ["2015年度4个技防、2个消防工程尾款及其他零星改造项目经费", 10]]),
);

function selected(address: string, sheet = 0): Place {
  const { id = "", name = "" } = SNAPSHOT.sheets[sheet] ?? {};
  const range = parseRange(address);
  if (range === null) throw new Error(address);
  return { sheetId: id, sheetName: name, range };
}

/** The lines, each with its cell. */
function linesOf(selection: Place | null): readonly string[] | string {
  const text = textFromCells(SNAPSHOT, selection);
  if (!text.ok) return text.problem.code;
  return text.value.text.split("\n").map((line, at) => {
    const place = cellOfLine(text.value, at);
    return `${place === null ? "" : `${place.sheetName} ${formatRange(place.range)}`} ${line}`;
  });
}

const ALL = [...FIRST.split("\n").map((line) => `说明 A2:B2 ${line}`), `说明 B3 ${SECOND}`];

test("the sentences of the selection, each line with its cell", () => {
  expect(linesOf(selected("A3:B4"))).toEqual([`说明 B3 ${SECOND}`]);
  expect(linesOf(selected("A1:B9"))).toEqual(ALL);
});

test("a merged cell is taken from whichever of its cells is selected", () => {
  expect(linesOf(selected("B2"))).toEqual(ALL.slice(0, 2));
});

test("without sentences in the selection, all of the workbook's: no names, headers, units or codes", () => {
  expect(linesOf(selected("A1:A2", 1))).toEqual(ALL);
  expect(linesOf(null)).toEqual(ALL);
});

test("says where there are none, and where there are too many", () => {
  expect(textFromCells(snapshotOf(sheetOf("项目", [["项目名称", "支出"], ["甲", 1]])), null)).toEqual({ ok: false, problem: { code: "no-text-cells" } });
  const long = textFromCells(snapshotOf(sheetOf("说明", [["支出。".repeat(10_000)], ["支出。".repeat(95_000)]])), null);
  expect(long).toMatchObject({ ok: false, problem: { code: "text-too-long", values: { most: MOST_CHARACTERS } } });
});

test("the sample's captions that say something are prose, and its tables are not", () => {
  const text = textFromCells(sampleSnapshot(), null);
  expect(text.ok ? [...new Set(text.value.cells?.map((place) => (place === null ? "" : `${place.sheetName} ${formatRange(place.range).split(":")[0] ?? ""}`)))] : []).toEqual([
    "年初预算 A1", "调整后预算 A1", "预算执行 A1", "重点投入 A1", "跟踪项目 A1", "项目完成情况 A1",
  ]);
});
