import { createTranslator } from "../../src/i18n/catalogs";
import { notOpened } from "../../src/workbench/not-opened";
import type { Problem } from "../../src/workbook/problem";

const TOO_LARGE: Problem = { code: "workbook-too-large", values: { packed: 50, unpacked: 500, times: 250 } };

test("a file that is refused is named, and what is wrong and what to do are a sentence each", () => {
  const chinese = createTranslator("zh-CN");
  expect(notOpened(chinese, { code: "file-not-xlsx" }, "说明{1}.docx")).toBe("“说明{1}.docx”：这不是 .xlsx 工作簿。请在 Excel 里另存为“Excel 工作簿（*.xlsx）”。");
  expect(notOpened(chinese, TOO_LARGE, null)).toMatch(/^工作簿太大，没有打开：.*不超过文件的 250 倍。请/u);
  const english = createTranslator("en-US");
  expect(notOpened(english, { code: "file-not-xlsx" }, "notes.docx")).toBe("“notes.docx”: This is not an .xlsx workbook. Save it in Excel as “Excel Workbook (*.xlsx)”.");
  expect(notOpened(english, TOO_LARGE, null)).toMatch(/ 250 times as much\. [A-Z]/u);
});
