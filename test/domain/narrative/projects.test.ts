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
  ["to the next label", ["原因分析：招标推迟。", "因疫情停工两个月。", "完成情况：一期已验收。"], { causes: "原因分析：招标推迟。因疫情停工两个月。", progress: "一期已验收。" }],
  ["to how it stands by now", ["原因分析：招标推迟。", "截至2016年12月底，一期已验收。"], { causes: "原因分析：招标推迟。", progress: "截至2016年12月底，一期已验收。" }],
  ["to what is wrong with it", ["原因分析：招标推迟。", "项目未建立管理制度。"], { causes: "原因分析：招标推迟。", problems: "项目未建立管理制度。" }],
  ["not over what stands before it", ["一期已验收。", "原因分析：招标推迟。"], { causes: "原因分析：招标推迟。", progress: "一期已验收。" }],
])("a labelled cause runs %s", (_, lines, expected) => {
  expect(wordsOf(...lines)).toEqual({ causes: "", progress: "", problems: "", ...expected });
});

test.each([
  "主要原因是招标流标两次。", "进度偏慢主要原因：合同尚未到付款节点。", "由于项目验收滞后，资金未能按期支付。", "原因：经费追加下达较晚。", "未达到序时进度的主要原因为社区申报较晚。", "因房屋产权纠纷，租金暂缓支付。", "支出进度滞后，主要是受天气影响。", "执行率低的原因主要是设备到货延迟。", "进度缓慢主要是部分社区项目申报较晚。", "支出进度较慢的原因在于采购流程较长。",
])("%s tells a cause", (cause) => {
  expect(wordsOf("一期已验收。", cause)).toEqual({ causes: cause, progress: "一期已验收。", problems: "" });
});

test.each(["改造内容主要是社区广场。", "资金主要是用于设备购置。"])("%s tells none", (sentence) => {
  expect(wordsOf(sentence)).toEqual({ causes: "", progress: sentence, problems: "" });
});

test("a percentage in a project's name is no figure of it", () => {
  const told = (name: string): readonly string[] => readProjects(readClaims([`4、${name}`, "项目年初预算85万元，截止2025年9月30日实际支出80万元。"].join("\n"))).map(({ item }) => item.subject.text);
  expect(told("全国1%人口抽样调查项目")).toEqual(["全国1%人口抽样调查项目"]);
  expect(told("完成50%的项目")).toEqual([]);
});
