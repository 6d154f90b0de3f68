/** What a text says of all lines together, beside what it says of single ones. */

import { sheetOf } from "../../support/snapshots";
import { agreeing, checksOf, wrong } from "./compared";

const projects = sheetOf("预算调整", [
  ["2024年项目预算调整情况表"], ["单位：万元"], ["项目", "年初预算", "调增", "调减", "调整后预算", "支出", "执行率"],
  ["信息化运维", 300, 45, 0, 345, 338.2, 0.9803], ["档案数字化", 180, 0, 30, 150, 148.55, 0.9903], ["办公楼消防改造", 420, 62.5, 12.5, 470, 466.1, 0.9917], ["专家咨询费", 60, 0, 0, 60, 41.8, 0.6967],
  ["合计", 960, 107.5, 42.5, 1025, 994.65, 0.9704],
], { formats: { "G4:G8": "0.00%" } });
const found = (text: string): readonly string[] => wrong(checksOf(text, "2024-12-31", projects));

const OPENING = "2024年我单位4个项目年初预算分别为300万元、180万元、420万元和60万元，合计960万元。年中调增107.5万元，调减42.5万元，调整后预算1025.0万元，实际支出994.65万元，执行率97.04%。";

test.each([
  OPENING, OPENING.replace("，合计960万元", ""), "2024年四个项目年初预算分别是300万元、180万元、420万元和60万元，共计960万元，调整后预算1025万元。",
  "2024年项目年初预算960万元，年中调整为1025万元。\n档案数字化因招标节约调减30万元，调整后预算150万元，支出148.55万元。",
  "上半年，项目支出500万元，占年度预算1000万元的50.00%，同比增长2.6%。",
])("right: %s", (text) => expect(found(text)).toEqual([]));

test("the sum of a list that names nothing is that of all of them", () => {
  expect(agreeing(checksOf(OPENING, "2024-12-31", projects))).toEqual(expect.arrayContaining(["合计 original-budget 960", "合计 adjusted-budget 1025"]));
});

test.each<[string, readonly string[]]>([
  [OPENING.replace("合计960", "合计930"), ["error parts 2024年我单位4个项目 - 960 930"]],
  [OPENING.replace("180万元", "150万元"), ["error parts 2024年我单位4个项目 - 930 960"]],
])("wrong: %s", (text, expected) => expect(found(text)).toEqual(expect.arrayContaining([...expected])));

const towns = sheetOf("执行", [
  ["2023年各街道预算执行情况表（单位：万元）"], ["街道名称", "年初预算", "调整预算数", "实际支出数", "执行率"],
  ["南湖街道", 4000.75, 4105.75, 4093.12, 0.9969], ["东街街道", 3100.5, 3200.5, 3155.21, 0.9858], ["国有土地出让收入安排的支出", 2988, 2988, 2901.66, 0.9711], ["合计", 10089.25, 10294.25, 10149.99, 0.986],
], { formats: { "E3:E6": "0.00%" } });
const foundInTowns = (text: string): readonly string[] => wrong(checksOf(text, "2023-12-31", towns));
const WHOLE = "青山区2023年共安排街道3个，年初预算10089.25万元，调整后预算10294.25万元。截至2023年12月31日，实际支出10149.99万元，总体执行率98.60%，结余144.26万元。";

test.each([
  WHOLE, "本区级3个街道调整后预算10294.25万元，实际支出10149.99万元。", "国有土地出让收入安排的支出2901.66万元，为预算的97.1%。",
  // Of another year, of other money, of some of it.
  "2022年调整后预算9800万元，实际支出9700.25万元，其中上年支出10149.99万元。", "调整后预算10294.25万元，其中本级安排支出6012.33万元。", "实际支出10149.99万元，另有非税支出310万元。", "南湖街道支出4093.12万元，基本建设支出2100.45万元。",
  "支出2901.66万元，预算3012万元。", "2023年，全区一般公共预算收入完成18.62亿元，为年初预算的101.2%，增长3.4%。",
])("of the whole, as the table has it: %s", (text) => expect(foundInTowns(text)).toEqual([]));

test.each<[string, string, readonly string[]]>([
  [WHOLE, "10089.25|10098.25", ["error total - 合计 10089.25 10098.25"]],
  [WHOLE, "10149.99|10194.99", ["warning by-name - 合计 10149.99 10194.99"]],
  [WHOLE, "98.60|98.06", ["warning by-name 总体 合计 98.6 98.06"]],
  [WHOLE, "144.26|144.62", ["warning by-name-balance 总体 合计 144.26 144.62"]],
  ["3个街道调整后预算10294.25万元，实际支出10149.99万元。", "10149|10194", ["error total 3个街道 合计 10149.99 10194.99"]],
  ["国有土地出让收入安排的支出2901.66万元，为预算的97.1%。", "2901|2091", ["warning by-name 国有土地出让收入安排 国有土地出让收入安排的支出 2901.66 2091.66"]],
])("of the whole, and wrong: %s %s", (text, change, expected) => {
  const [from = "", to = ""] = change.split("|");
  expect(foundInTowns(text)).toEqual([]);
  expect([...foundInTowns(text.replace(from, to))].sort()).toEqual([...expected].sort());
});
