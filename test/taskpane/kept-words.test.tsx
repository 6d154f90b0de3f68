import { screen } from "@testing-library/react";
import { KeptWords } from "../../src/taskpane/shell/KeptWords";
import type { KeptPlace } from "../../src/taskpane/state/session";
import { rangeOf } from "../support/snapshots";
import { openView } from "../support/view";

const place = (sheetName: string, range: string, changed?: number): KeptPlace => ({ sheetId: `{${sheetName}}`, sheetName, range: rangeOf(range), ...(changed !== undefined && { changed }) });
const SHEETS = [place("汇总表", "A1:M136", 1), place("项目绩效跟踪分析表", "A1:D120", 1)];

test.each([
  ["zh-CN", SHEETS, "已撤销。有 2 张表整张保留，因为表里有 2 个单元格在生成后又被填写或修改： 汇总表 项目绩效跟踪分析表"],
  ["zh-CN", [place("项目", "E2:E3"), ...SHEETS.slice(0, 1)], "已撤销。有 2 个单元格在写入后又被修改，保持不变： 项目 E2:E3。有 1 张表整张保留，因为表里有 1 个单元格在生成后又被填写或修改： 汇总表"],
  ["en-US", SHEETS.slice(0, 1), "Undone. One sheet stays whole, because 1 cell on it was filled in or changed since: 汇总表"],
] as const)("what undoing left alone, in %s: %j", async (locale, kept, said) => {
  await openView(<div role="note"><KeptWords kept={kept} onSelect={() => undefined} /></div>, locale);
  expect(screen.getByRole("note")).toHaveTextContent(said);
});
