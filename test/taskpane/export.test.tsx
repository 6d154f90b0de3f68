/**
 * 导出 as a user meets it. The library of workbooks is taken as Node has it: its other form is none that jest can load.
 *
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */

import "../support/web-globals";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import JSZip from "jszip";
import { sheetsOfFile, workbookFile } from "../../src/export/workbook-file";
import { bureauSheets } from "../../src/pipeline/export/bureau";
import type { ExportFacts } from "../../src/pipeline/export/facts";
import { verifyExport } from "../../src/pipeline/export/verify";
import { done, failed, type Outcome } from "../../src/workbook/problem";
import { FACTS, smallExport, WORDS } from "../pipeline/export/small-export";
import { openPane, settle, violations } from "../support/pane";
import { sampleSnapshot } from "../support/sample";

const saved: string[] = [];
const blobs: Blob[] = [];

beforeEach(() => {
  saved.length = 0;
  blobs.length = 0;
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob);
    return "blob:made";
  };
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});

async function openExport(openWorkbook: (base64: string) => Promise<Outcome<null>> = () => Promise.resolve(done(null))): Promise<UserEvent> {
  const { user } = await openPane(sampleSnapshot(), { openWorkbook, workbookName: "预算执行.xlsx" });
  await user.click(screen.getByRole("tab", { name: "导出" }));
  return user;
}

async function exportAs(format: string, openWorkbook: (base64: string) => Promise<Outcome<null>>): Promise<void> {
  const user = await openExport(openWorkbook);
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
  expect(verifyExport(sheets.value)).toMatchObject({ ok: true, value: { organisation: "长沟街道", year: 2016, unit: "万元", workbook: "预算执行.xlsx" } });
  expect(saved).toEqual([]);
});

test("where Excel opens no workbook, the file is downloaded, and that is said", async () => {
  await exportAs("上报文件（.xlsx）", () => Promise.resolve(failed({ code: "host-failed", values: { code: "GeneralException", message: "没有窗口" } })));
  expect(await screen.findByText(/已改为下载 长沟街道_2016_2016-12-31_预算执行汇总\.xlsx/u)).toHaveTextContent(/^Excel 没有打开新窗口（/u);
  expect(saved).toEqual(["长沟街道_2016_2016-12-31_预算执行汇总.xlsx"]);
});

test("the data can be copied", async () => {
  await exportAs("数据（CSV）", () => Promise.resolve({ ok: true, value: null }));
  const shown = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "budget.csv" });
  // Browsers leave one character of each line end.
  expect(shown.value.replaceAll("\r\n", "\n")).toContain("2016,2016-12-31,长沟街道,201,一般公共服务支出,20101,人大事务,,,项目支出,approved,65.41,万元\n");
  expect(screen.getByRole("navigation", { name: "四个步骤" })).toHaveTextContent(/导出已导出$/u);
});

/** As a unit's export arrives at the district. */
async function unitFile(name: string, facts: Partial<ExportFacts>): Promise<File> {
  return new File([new Uint8Array(await workbookFile(bureauSheets(await smallExport(), { ...FACTS, ...facts }, WORDS)))], name);
}

async function choose(user: UserEvent, label: string, files: File | File[]): Promise<void> {
  await user.upload(screen.getByLabelText(label, { selector: "input" }), files);
  await settle();
}

test("the report is downloaded as a Word document, with the report's parts and figures", async () => {
  await exportAs("报告（.docx）", () => Promise.reject(new Error("Word is no workbook")));
  expect(await screen.findByText(/已下载/u)).toHaveTextContent("长沟街道_2016_2016-12-31_预算执行汇总.docx");
  expect(saved).toEqual(["长沟街道_2016_2016-12-31_预算执行汇总.docx"]);
  const document = await (await JSZip.loadAsync(new Uint8Array((await blobs[0]?.arrayBuffer()) ?? []))).file("word/document.xml")?.async("string");
  for (const text of ["预算批复", "23,349.93", "84.14%", "存在的问题"]) expect(document).toContain(text);
});

test("a file is told to be as it was made, or what was changed in it", async () => {
  const user = await openExport();
  await choose(user, "核对文件", await unitFile("甲.xlsx", { organisation: "甲街道" }));
  expect(await screen.findByText(/自导出以来没有改动/u)).toHaveTextContent("甲.xlsx：自导出以来没有改动（甲街道 · 2016 · 2016-12-31 · budget-execution 0.0.0）。");
  await choose(user, "核对文件", new File(["没有工作簿"], "乙.xlsx"));
  expect(await screen.findByText(/^乙\.xlsx: /u)).toBeVisible();
});

test("the answer about a file stands under the buttons that were pressed, and is brought into view", async () => {
  const user = await openExport();
  const brought: Element[] = [];
  Element.prototype.scrollIntoView = function (this: Element) {
    brought.push(this);
  };
  const received = within(screen.getByRole("region", { name: "收到的文件" }));
  await choose(user, "核对文件", await unitFile("甲.xlsx", { organisation: "甲街道" }));
  const told = await received.findByText(/自导出以来没有改动/u);
  await waitFor(() => expect(brought.at(-1)).toContainElement(told));
  await choose(user, "核对文件", new File(["没有工作簿"], "乙.xlsx"));
  const refused = await received.findByText(/^乙\.xlsx: /u);
  expect(screen.getByRole("button", { name: "核对文件" }).compareDocumentPosition(refused) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  await waitFor(() => expect(brought.at(-1)).toContainElement(refused));
});

test("files of several units become one workbook", async () => {
  const opened: string[] = [];
  const user = await openExport((base64) => {
    opened.push(base64);
    return Promise.resolve(done(null));
  });
  await choose(user, "汇总各单位文件", [await unitFile("甲.xlsx", { organisation: "甲街道" }), await unitFile("乙.xlsx", { organisation: "乙街道" })]);
  expect(await screen.findByText(/已在新窗口中打开/u)).toHaveTextContent("区级汇总_2016_2016-12-31_预算执行汇总.xlsx");
  const sheets = await sheetsOfFile(Uint8Array.from(Buffer.from(opened[0] ?? "", "base64")));
  if (!sheets.ok) throw new Error(sheets.problem.code);
  expect(sheets.value[0]?.values.flatMap(([number, name]) => (typeof number === "number" ? [name] : []))).toEqual(["甲街道", "乙街道"]);
});

test("every file that cannot be merged is named with the reason, and none is", async () => {
  const user = await openExport(() => Promise.reject(new Error("nothing is to be opened")));
  await choose(user, "汇总各单位文件", [await unitFile("甲.xlsx", { organisation: "甲街道" }), await unitFile("又.xlsx", { organisation: "甲街道" }), await unitFile("六月.xlsx", { organisation: "乙街道", cutOff: "2016-06-30" })]);
  expect(await screen.findByText("又.xlsx: 单位“甲街道”已经有一个文件：甲.xlsx")).toBeVisible();
  expect(screen.getByText("六月.xlsx: 期间是 2016-06-30，甲.xlsx 的期间是 2016-12-31")).toBeVisible();
  expect(await violations()).toEqual([]);
});

test("where the page may not save files, that is said, and the data can still be copied", async () => {
  URL.createObjectURL = () => {
    throw new DOMException("not here", "SecurityError");
  };
  await exportAs("报告（.docx）", () => Promise.resolve(done(null)));
  expect(await screen.findByText(/不允许窗格保存文件/u)).toBeVisible();
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "数据（CSV）" }));
  await settle();
  await user.click(screen.getAllByRole("button", { name: "下载" })[0] as HTMLElement);
  expect(await screen.findByText(/不允许窗格保存文件/u)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "复制 budget.csv" }));
  expect(await screen.findByText("已复制")).toBeVisible();
  expect(await navigator.clipboard.readText()).toContain("approved,65.41,万元");
});

test("a fault on the way to the file is said with what it was", async () => {
  const file = await unitFile("甲.xlsx", { organisation: "甲街道" });
  file.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
  const user = await openExport(() => Promise.reject(new Error("no such window")));
  await choose(user, "核对文件", file);
  expect(await screen.findByText("甲.xlsx: 文件读不了")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "上报文件（.xlsx）" }));
  await settle();
  expect(await screen.findByText("文件没有生成：no such window")).toBeVisible();
});
