/** Tables that print the approved budget and what changed it, but not what that comes to. */

import fc from "fast-check";
import { columnsOf, notesIn, summarise, tableIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import type { Summary } from "../../../src/domain/summary/model";

const CODES = ["201", "203", "204", "205", "206"];
const NAMES = ["一般公共服务支出", "国防支出", "公共安全支出", "教育支出", "科学技术支出"];
const caption = ["单位：万元，截至2025年9月30日"];
const key = (summary: Summary): ReadonlyMap<string, string> => new Map(columnsOf(tableIn(summary, "key"), "item", "total").map(([item = "", total = ""]) => [item, total]));

test("what they come to stands beside the approved budget, with the change of each line", () => {
  const summary = summarise(snapshotOf(sheetOf("表", [caption, ["功能分类", "年初预算", "追加", "追减", "支出数"], ["201 一般公共服务支出", 100, 20, 0, 71], ["203 国防支出", 200, "", 5, 133.5], ["204 公共安全支出", 50, 0, "", 31.2], ["合计", 350, 20, 5, 235.7]])));
  expect(columnsOf(tableIn(summary, "budget"), "name", "original", "adjusted", "change")).toEqual([["一般公共服务支出", "100", "120", "20"], ["国防支出", "200", "195", "-5"], ["公共安全支出", "50", "50", "0"], ["合计", "350", "365", "15"]]);
  expect(columnsOf(tableIn(summary, "execution"), "name", "budget").at(-1)).toEqual(["合计", "365"]);
  expect([...key(summary)].slice(0, 5)).toEqual([["年初预算", "350"], ["调增", "20"], ["调减", "5"], ["净调整（调整后 − 年初）", "15"], ["调整后预算", "365"]]);
});

test("a change that cannot be read leaves its line's adjusted budget open, and what another table prints counts first", () => {
  const summary = summarise(snapshotOf(sheetOf("表", [caption, ["功能分类", "年初预算", "追加", "支出数"], ["201 一般公共服务支出", 100, "见附件", 71], ["203 国防支出", 200, 5, 133.5]])));
  expect(columnsOf(tableIn(summary, "budget"), "original", "adjusted").slice(0, 2)).toEqual([["100", ""], ["200", "205"]]);
  const both = summarise(snapshotOf(sheetOf("批复", [caption, ["功能分类", "年初预算", "追加"], ["201 一般公共服务支出", 100, 20], ["203 国防支出", 200, 5], ["合计", 300, 25]]), sheetOf("执行", [caption, ["功能分类", "调整后预算", "支出数"], ["201 一般公共服务支出", 118, 71], ["203 国防支出", 205, 133.5], ["合计", 323, 204.5]])));
  expect(columnsOf(tableIn(both, "budget"), "original", "adjusted").at(-1)).toEqual(["300", "323"]);
});

test("cuts in a column of increases are told as cuts; where the lines are not its total, only the net is told", () => {
  const of = (rows: readonly (readonly (string | number)[])[]): ReadonlyMap<string, string> => key(summarise(snapshotOf(sheetOf("表", [caption, ["功能分类", "年初预算", "年中追加", "调整后预算", "支出数"], ...rows]))));
  const lines = [["201 一般公共服务支出", 1000, 65.44, 1065.44, 760], ["203 国防支出", 234.56, 0, 234.56, 150], ["208 社会保障和就业支出", 800, -30, 770, 500]];
  const right = of([...lines, ["合计", 2034.56, 35.44, 2070, 1410]]);
  expect([right.get("调增"), right.get("调减"), right.get("净调整（调整后 − 年初）")]).toEqual(["65.44", "30", "35.44"]);
  const wrong = of([...lines, ["合计", 2034.56, 36.44, 2071, 1410]]);
  expect([wrong.get("调增"), wrong.get("调减"), wrong.get("净调整（调整后 − 年初）")]).toEqual([undefined, undefined, "36.44"]);
});

test.each([["追加追减", ["198.1", "40", undefined]], ["指标调整", [undefined, undefined, "158.1"]]])("what was given and taken in one column, %s: %j", (header, told) => {
  const found = key(summarise(snapshotOf(sheetOf("表", [caption, ["功能分类", "年初预算", header, "全年预算", "支出数"], ["201 一般公共服务支出", 100, 35.5, 135.5, 71], ["203 国防支出", 200, -40, 160, 133.5], ["204 公共安全支出", 50, 162.6, 212.6, 31.2], ["合计", 350, 158.1, 508.1, 235.7]]))));
  expect([found.get("调增"), found.get("调减"), found.get("指标调整")]).toEqual(told);
});

test("whatever the changes, the net one is all increases less all cuts, and each line's adjusted budget is the approved one with its own", () => {
  const line = fc.record({ original: fc.integer({ min: 100, max: 99_999 }), raised: fc.integer({ min: 0, max: 9_999 }), cut: fc.integer({ min: 0, max: 99 }) });
  fc.assert(fc.property(fc.array(line, { minLength: 2, maxLength: 5 }), (lines) => {
    const total = (of: (one: (typeof lines)[number]) => number): number => lines.reduce((sum, one) => sum + of(one), 0);
    const told = summarise(snapshotOf(sheetOf("表", [caption, ["科目编码", "功能分类", "年初预算", "追加", "追减", "支出数"], ...lines.map(({ original, raised, cut }, i) => [CODES[i] ?? "", NAMES[i] ?? "", original, raised, cut, original]), ["", "合计", total(({ original }) => original), total(({ raised }) => raised), total(({ cut }) => cut), total(({ original }) => original)]])));
    const adjusted = lines.map(({ original, raised, cut }) => original + raised - cut);
    expect(columnsOf(tableIn(told, "budget"), "adjusted").map(([value]) => Number(value))).toEqual([...adjusted, total(({ original, raised, cut }) => original + raised - cut)]);
    expect(Number(key(told).get("净调整（调整后 − 年初）"))).toBe(total(({ raised, cut }) => raised - cut));
    expect(notesIn(told).filter((note) => note.includes("相差"))).toEqual([]);
  }), { numRuns: 40 });
});
