/**
 * 导出 as a user meets it. The library of workbooks is taken as Node has it: its other form is none that jest can load.
 *
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */

import "../support/web-globals";
import { screen } from "@testing-library/react";
import { sheetsOfFile } from "../../src/export/workbook-file";
import { verifyExport } from "../../src/pipeline/export/verify";
import { failed, type Outcome } from "../../src/workbook/problem";
import { openPane, settle } from "../support/pane";
import { sampleSnapshot } from "../support/sample";

const saved: string[] = [];

beforeEach(() => {
  saved.length = 0;
  URL.createObjectURL = () => "blob:made";
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});

async function exportAs(format: string, openWorkbook: (base64: string) => Promise<Outcome<null>>): Promise<void> {
  const { user } = await openPane(sampleSnapshot(), { openWorkbook });
  await user.click(screen.getByRole("tab", { name: "导出" }));
  await user.type(await screen.findByRole("textbox", { name: "填报单位" }), "长沟街道");
  await user.click(screen.getByRole("button", { name: format }));
  await settle();
}

test("the file for the bureau opens as a new workbook, and is as it was made", async () => {
  const opened: string[] = [];
  await exportAs("上报文件（.xlsx）", (base64) => {
    opened.push(base64);
    return Promise.resolve({ ok: true, value: null });
  });
  expect(await screen.findByText(/已在新窗口中打开/u)).toHaveTextContent("请另存为“长沟街道_2016_2016-12-31_预算执行汇总.xlsx”");
  const sheets = await sheetsOfFile(Uint8Array.from(Buffer.from(opened[0] ?? "", "base64")));
  if (!sheets.ok) throw new Error(sheets.problem.code);
  expect(verifyExport(sheets.value)).toMatchObject({ ok: true, value: { organisation: "长沟街道", year: 2016, unit: "万元" } });
  expect(saved).toEqual([]);
});

test("where Excel opens no workbook, the file is downloaded, and that is said", async () => {
  await exportAs("上报文件（.xlsx）", () => Promise.resolve(failed({ code: "host-failed" })));
  expect(await screen.findByText(/已下载/u)).toHaveTextContent("长沟街道_2016_2016-12-31_预算执行汇总.xlsx");
  expect(saved).toEqual(["长沟街道_2016_2016-12-31_预算执行汇总.xlsx"]);
});

test("the data can be copied", async () => {
  await exportAs("数据（CSV）", () => Promise.resolve({ ok: true, value: null }));
  const shown = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "budget.csv" });
  expect(shown.value).toContain("2016,2016-12-31,长沟街道,201,一般公共服务支出,20101,人大事务,,,approved,65.41,万元\n");
  expect(screen.getByRole("navigation", { name: "四个步骤" })).toHaveTextContent(/导出已导出$/u);
});
