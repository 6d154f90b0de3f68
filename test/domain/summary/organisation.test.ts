/** Whose budget it is, as titles and the lines beside tables say. */

import { organisationOf } from "../../../src/domain/summary/sources/organisation";

const told = (...titles: readonly string[]): string => organisationOf(titles.map((text, row) => ({ title: { text, row, column: 0 }, captions: [], notes: [] })));

test.each([
  ["月坛街道办事处2025年度预算执行情况表", "月坛街道办事处"], ["白纸坊街道项目支出监控表", "白纸坊街道"], ["金融街街道2025年项目支出执行表（截至2025年6月30日）", "金融街街道"],
  ["2025年月坛街道办事处部门预算执行表", "月坛街道办事处"], ["北京市西城区长沟镇人民政府2016年预算", "北京市西城区长沟镇人民政府"], ["西城区民政局2025年部门支出预算执行表", "西城区民政局"], ["长沟镇2025年预算执行情况表", "长沟镇"],
])("%s is of %s", (title, name) => {
  expect(told(title)).toBe(name);
});

test.each(["2025年各街道预算执行情况表", "全区街道办事处2025年预算执行表", "西城区财政局2025年全区各部门预算执行表", "街道办事处2025年预算执行情况表", "本街道2025年预算", "2025年项目支出执行情况表", "办公室项目表", "乡镇2025年支出表", "老旧小区改造项目支出表", "关于月坛街道办事处2025年预算的说明", "所属街道2025年预算", "XX街道办事处2025年预算执行表", "城乡社区支出2025年预算"])("%s names nobody", (title) => {
  expect(told(title)).toBe("");
});

test("titles of one organisation agree, and what a line says of it counts before them", () => {
  expect(told("月坛街道2025年预算表", "月坛街道2025年项目表", "按经济分类")).toBe("月坛街道");
  expect(told("月坛街道2025年预算表", "广外街道2025年预算表")).toBe("");
  expect(organisationOf([{ title: { text: "月坛街道2025年预算表", row: 0, column: 0 }, captions: [], notes: [{ text: "填报单位：月坛街道办事处", row: 9, column: 0 }] }])).toBe("月坛街道办事处");
});

test("titles of several offices of one street name the street", () => {
  expect(told("西长安街街道城管科2025年项目表", "西长安街街道民政科2025年项目表", "西长安街街道综治办2025年项目表")).toBe("西长安街街道");
  expect(told("西长安街街道城管科2025年项目表")).toBe("");
  expect(told("西长安街街道城管科2025年项目表", "天桥街道民政科2025年项目表")).toBe("");
});

test("a title that is a line above 收入 and 支出 tells it, too", () => {
  const tableUnder = (title: string, above: string) => ({ title: { text: title, row: 2, column: 0 }, captions: [{ text: above, row: 0, column: 0 }], notes: [] });
  expect(organisationOf([tableUnder("收入", "广内街道2025年收支预算执行总表"), tableUnder("支出", "广内街道2025年收支预算执行总表")])).toBe("广内街道");
  expect(organisationOf([tableUnder("广内街道2025年预算执行表", "天桥街道2025年预算")])).toBe("广内街道");
});

test.each([
  ["部门：天桥街道办事处", "天桥街道办事处"], ["部门：北京市西城区人民政府大栅栏街道办事处", "北京市西城区人民政府大栅栏街道办事处"], ["部门名称: 天桥街道办事处　单位：万元", "天桥街道办事处"],
  ["部门（单位）：天桥街道办事处", "天桥街道办事处"], ["公开部门：天桥街道办事处", "天桥街道办事处"], ["单位名称：天桥街道办事处", "天桥街道办事处"], ["单位：天桥街道办事处", "天桥街道办事处"],
  ["单位：万元", ""], ["单位：人民币万元", ""], ["金额单位：万元", ""], ["部门：", ""], ["货币单位：千元", ""], ["单位：万元（保留两位小数）", ""],
])("%s above a table: %s", (text, name) => {
  expect(organisationOf([{ title: null, captions: [{ text, row: 1, column: 0 }], notes: [] }])).toBe(name);
});
