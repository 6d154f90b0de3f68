import { readFileSync } from "node:fs";
import path from "node:path";
import { problemLine } from "../../src/cli/problem-line";
import { createTranslator } from "../../src/i18n/catalogs";
import { zhCN } from "../../src/i18n/zh-CN";
import type { ProblemCode } from "../../src/workbook/problem";
import { rangeOf } from "../support/snapshots";

const zh = createTranslator("zh-CN");
const place = { sheetId: "{1}", sheetName: "支出表", range: rangeOf("B2:D9") };

test("file, place, what and remedy stand in one line", () => {
  expect(problemLine({ code: "merged-body", place }, zh, "a/账.xlsx")).toBe("a/账.xlsx: 支出表 B2:D9: 表格的数据行里有合并单元格，分不清金额属于哪一行。请取消这些单元格的合并，在每一行填上各自的金额，再运行一次。");
  expect(problemLine({ code: "file-missing", values: { file: "报告.txt" } }, zh, "账.xlsx")).toMatch(/^报告\.txt: 找不到文件。/u);
  expect(problemLine({ code: "no-table", place: { ...place, sheetName: "a\u2028b\nc" } }, zh, "账.xlsx").split(/[\n\r\u2028]/u)).toHaveLength(1);
});

/** Something for every value that a problem's words name. */
const VALUES = Object.fromEntries(Object.entries(zhCN).filter(([key]) => /^(?:problem|cli\.remedy)\./u.test(key)).flatMap(([, message]) => [...message.matchAll(/\{(\w+)/gu)].map(([, name]) => [name ?? "", 1])));

/** What only the pane meets: it is open in Excel, or picks ranges, cells and files by hand. */
const IN_PANE: ReadonlySet<string> = new Set(["ranges-differ", "ranges-wide", "ranges-same", "ranges-empty", "ranges-no-header", "ranges-names-differ", "sheet-missing", "cell-editing", "cancelled", "too-large", "read-only", "host-too-old", "host-failed", "no-answer", "no-text-cells", "part-not-loaded", "not-exported", "export-newer", "export-changed", "download-refused"]);

test.each(["zh-CN", "en-US"] as const)("no remedy in %s asks to press anything", (locale) => {
  const declared = /export type ProblemCode =([\s\S]*?);/u.exec(readFileSync(path.join(__dirname, "../../src/workbook/problem.ts"), "utf8"))?.[1] ?? "";
  const codes = [...declared.matchAll(/"([^"]+)"/gu)].map(([, code]) => code as ProblemCode).filter((code) => !IN_PANE.has(code));
  expect(codes.length).toBeGreaterThan(20);
  const lines = codes.map((code) => problemLine({ code, values: VALUES }, createTranslator(locale), "账.xlsx"));
  expect(lines.filter((line) => /窗格|选项卡|点“|请点|再点|预览|粘贴|重新读取|打开含有|pane|click|choose|press|tab\b|preview|paste|read again/iu.test(line))).toEqual([]);
});
