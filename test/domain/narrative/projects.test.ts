/** What a project's paragraphs say of how it went, why, and what is wrong with it. */

import { readClaims } from "../../../src/domain/narrative/claims";
import { readProjects } from "../../../src/domain/narrative/projects";

const HEAD = "1. 社区改造经费全年预算100.00万元，截止2016年12月31日实际支出50.00万元，已完成全年预算的50.00%。";

function wordsOf(...lines: readonly string[]): Record<string, string> {
  const [project] = readProjects(readClaims([HEAD, ...lines].join("\n")));
  const said = (quotes: readonly { readonly text: string }[] = []): string => quotes.map(({ text }) => text).join("");
  return { causes: said(project?.causes), progress: said(project?.progress), problems: said(project?.problems) };
}

test.each<[string, readonly string[], { causes?: string; progress?: string; problems?: string }]>([
  ["over the lines that go on with it", ["调整原因：2015年8月，社保所上报了预算。", "2015年11月，民政局下发了新的文件。社保所才知晓。", "2016年5月，预算相应减少。"], { causes: "调整原因：2015年8月，社保所上报了预算。2015年11月，民政局下发了新的文件。社保所才知晓。2016年5月，预算相应减少。" }],
  ["to the next label", ["原因分析：招标推迟。", "因疫情停工两个月。", "完成情况：一期已验收。"], { causes: "原因分析：招标推迟。因疫情停工两个月。", progress: "完成情况：一期已验收。" }],
  ["to how it stands by now", ["原因分析：招标推迟。", "截至2016年12月底，一期已验收。"], { causes: "原因分析：招标推迟。", progress: "截至2016年12月底，一期已验收。" }],
  ["to what is wrong with it", ["原因分析：招标推迟。", "项目未建立管理制度。"], { causes: "原因分析：招标推迟。", problems: "项目未建立管理制度。" }],
  ["not over what stands before it", ["一期已验收。", "原因分析：招标推迟。"], { causes: "原因分析：招标推迟。", progress: "一期已验收。" }],
])("a labelled cause runs %s", (_, lines, expected) => {
  expect(wordsOf(...lines)).toEqual({ causes: "", progress: "", problems: "", ...expected });
});
