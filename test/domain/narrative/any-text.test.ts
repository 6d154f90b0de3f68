/** Whatever text comes in, reading gives positions that are true and checks that do not fail. */

import fc from "fast-check";
import { compareWithTables } from "../../../src/domain/narrative/against-tables";
import { readClaims } from "../../../src/domain/narrative/claims";
import { readProjects } from "../../../src/domain/narrative/projects";
import { checkNarrative } from "../../../src/domain/narrative/self-check";
import { REPORT, reportTables } from "./report";

const SCRAPS = [
  "1. ", "（一）", "支出", "全年预算", "年初预算", "追加", "调减", "减少到", "完成", "占", "的", "其中：", "共计", "；", "，", "。", "\n", "\t", "“", "”", "（", "）", "由", "比上年", "增长",
  "81.70万元", "1053100元", "约3亿元", "84.14%", "１２．５％", "2016年6月底", "截至", "13月", "2月30日", "×", "=", "40人", "该项目", "原因分析：", "详见下表", "如下：", "24号院", "0元", "-5万元",
  " spent ", "RMB 12.5 million", "CNY 1,000", "84.14 percent", " of the revised budget", "As of June 30, 2023", "Road works: ", " was increased by ", "5 yuan", ". ", ", ",
  "9".repeat(40), "１,２,３元", "\u{1F4B0}", "\u0000", "__proto__", "元", "%", " ",
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...SCRAPS), { maxLength: 60 }).map((scraps) => scraps.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.tuple(fc.nat(REPORT.length), fc.nat(800)).map(([start, length]) => REPORT.slice(start, start + length)),
  fc.tuple(fc.nat(REPORT.length), fc.nat(400), fc.array(fc.constantFrom(...SCRAPS), { maxLength: 5 })).map(([start, length, scraps]) => REPORT.slice(start, start + length).split("，").join(scraps.join(""))),
);
const tables = reportTables();

test("every span lies where its words stand", () => {
  fc.assert(fc.property(text, (source) => {
    const { document, claims } = readClaims(source);
    for (const { start, end, text: words } of document.sentences) expect(source.slice(start, end)).toBe(words);
    for (const claim of claims) {
      expect(claim.span.start).toBeLessThanOrEqual(claim.span.end);
      expect(claim.span.start).toBeGreaterThanOrEqual(0);
      expect(claim.span.end).toBeLessThanOrEqual(source.length);
      if (claim.subject.span !== null) expect(source.slice(claim.subject.span.start, claim.subject.span.end)).toBe(claim.subject.text);
      if (claim.kind === "adjustment") expect(source.slice(claim.quote.start, claim.quote.end)).toBe(claim.quote.text);
      if ("figure" in claim) expect(source.slice(claim.figure.start, claim.figure.end)).toMatch(/[\d０-９]/u);
    }
  }), { numRuns: 400 });
});

test("checks, records and comparisons come to an end", () => {
  fc.assert(fc.property(text, (source) => {
    const narrative = readClaims(source);
    const checks = [...checkNarrative(narrative), ...compareWithTables(narrative, tables).checks];
    for (const { expected, actual, values } of checks) expect([expected, actual, ...Object.values(values)].filter((value) => /NaN|Infinity/u.test(String(value)))).toEqual([]);
    for (const { goal, causes, problems, progress } of readProjects(narrative)) {
      for (const { start, end, text: words } of [goal, ...causes, ...problems, ...progress].flatMap((quote) => quote ?? [])) expect(end - start).toBe(words.length);
    }
  }), { numRuns: 400 });
});
