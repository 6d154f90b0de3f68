import { summariesOf } from "./summary";
import { sheetOf } from "../../support/snapshots";

const HEAD = ["项目", "预算数（万元）", "支出数（万元）", "执行率"];
type Cells = readonly (string | number | null)[];
const rowsOf = (...rows: readonly Cells[]): unknown => summariesOf(sheetOf("表", [HEAD, ...rows])).map(({ at, rows: lines }) => [at, ...lines]);

test.each(["注：含上年结转10万元", "备注：含上年结转10万元", "说明：因招标流标", "*含上年结转", "资金来源于上级补助，其中含上年结转结余资金十万元，根据区财政局关于进一步盘活财政存量资金的通知要求统筹使用，详见批复文件及附件清单"])("a note under its line does not end the table: %s", (note) => {
  expect(rowsOf(["道路维修", 100, 80.08], [note], ["绿化", 50, 50], ["亮化", 20, null], ["合计", 170, 130.08])).toEqual([["A1:D6 1-1", "道路维修", "绿化", "亮化", "合计 total"]]);
});

test("nor do several, nor where no total follows", () => {
  expect(rowsOf(["道路维修", 100, 80], ["注：一"], ["备注：二"], ["绿化", 50, 50])).toEqual([["A1:D5 1-1", "道路维修", "绿化"]]);
});

test.each<[string, readonly Cells[]]>([
  ["under the total", [["合计", 150, 130], ["注：含上年结转"], ["绿化", 50, 50]]],
  ["below a gap", [["绿化", 50, 50], [], ["注：含上年结转"], ["亮化", 20, 0]]],
  ["with other figures below", [["绿化", 50, 50], ["注：含上年结转"], ["职工人数", null, null, 25]]],
])("a note still ends it %s", (_, rows) => {
  expect(rowsOf(["道路维修", 100, 80], ...rows)).toEqual([["A1:D3 1-1", "道路维修", expect.stringMatching(/^(?:绿化|合计 total)$/u)]]);
});
