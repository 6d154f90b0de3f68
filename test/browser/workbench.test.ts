/** The page that looks like Excel: opening, typing, selecting, saving, and where its requests go. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import JSZip from "jszip";
import type { Page } from "playwright-core";
import { findSheet } from "../../src/embedded/book/book";
import { contentAt, formulaAt, textAt } from "../../src/embedded/book/cells";
import { columnWidth } from "../../src/embedded/book/sizes";
import { pixels } from "../../src/workbench/grid/drawing";
import { workbenchSuite } from "./workbench";

const suite = workbenchSuite();
const SAMPLE = join(__dirname, "../../assets/samples/budget-execution-2016.xlsx");

/** Small documents as workbooks have them: names, places and amounts. */
const texted = fc.array(fc.tuple(fc.nat(999_999), fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x56ff }).map((code) => String.fromCharCode(code)), minLength: 2, maxLength: 2 }), fc.nat(99)), { minLength: 1, maxLength: 60 })
  .map((lines) => `<a xmlns="urn:a">${lines.map(([amount, name, row], i) => `<name key="_${amount}" of="${name}">'${name}${i}'!$A$${row}</name>`).join("")}</a>`);

describe("the workbench", () => {
  it("opens the sample with the pane beside it, asks nobody else for anything, and complains of nothing", async () => {
    const { page, sheets, pane, strays, complaints, picture } = await suite.open();
    await pane.getByRole("button", { name: "计算执行率" }).waitFor();
    expect(await sheets.getByRole("tab").allTextContents()).toEqual(["年初预算", "调整后预算", "预算执行", "重点投入", "跟踪项目", "功能分类", "项目完成情况"]);
    expect(await page.title()).toBe("budget-execution-2016.xlsx - 预算执行工作台");
    await picture("workbench-zh");
    expect(strays).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("takes typed figures into the workbook, recalculates, and takes them back", async () => {
    const { page, openSheet, goTo, read, saved } = await suite.open();
    await openSheet("预算执行");
    await goTo("H3");
    await page.keyboard.type("12.5");
    await page.keyboard.press("Tab");
    await page.keyboard.type("=H3*2");
    await page.keyboard.press("Enter");
    await goTo("H3");
    await page.keyboard.type("50%");
    await page.keyboard.press("Enter");
    expect(await read("H3")).toBe("50%");
    expect(await read("I3")).toBe("=H3*2");
    const sheet = findSheet(await saved(), "预算执行");
    expect(sheet).not.toBeNull();
    if (sheet !== null) expect([contentAt(sheet, 2, 7), textAt(sheet, 2, 8)]).toEqual([{ kind: "number", value: 0.5 }, "1"]);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect([await read("H3"), await read("I3")]).toEqual(["", ""]);
  });

  it("ends an edit with Escape as if nothing had been typed", async () => {
    const { page, openSheet, goTo, read } = await suite.open();
    await openSheet("预算执行");
    const before = await read("A3");
    await goTo("A3");
    await page.keyboard.type("其他");
    await page.keyboard.press("Escape");
    expect(await read("A3")).toBe(before);
  });

  it("takes text of an input method, with a key before it or without, and is ready again", async () => {
    const { page, goTo, read } = await suite.open();
    const session = await page.context().newCDPSession(page);
    await goTo("H30");
    for (const text of ["y", "yi", "yi he"]) await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await session.send("Input.insertText", { text: "已核" });
    await page.keyboard.press("Enter");
    await goTo("H31");
    await page.keyboard.type("待核12");
    await page.locator(".status-bar").getByText("输入").waitFor();
    expect([await read("H30"), await read("H31")]).toEqual(["已核", "待核12"]);
    await page.locator(".status-bar").getByText("就绪").waitFor();
  });

  it("copies and clears with the keyboard", async () => {
    const { page, openSheet, goTo, read } = await suite.open();
    await openSheet("预算执行");
    const figure = await read("B3");
    await goTo("B3");
    await page.keyboard.press("Control+c");
    await goTo("H9");
    await page.keyboard.press("Control+v");
    expect(await read("H9")).toBe(figure);
    await page.keyboard.press("Delete");
    expect(await read("H9")).toBe("");
    await page.keyboard.press("Control+z");
    expect(await read("H9")).toBe(figure);
    await page.getByRole("button", { name: "撤销输入" }).click();
    expect(await read("H9")).toBe("");
    await page.keyboard.press("Control+y");
    expect(await read("H9")).toBe(figure);
  });

  it("refuses a formula nobody can read, says so, and keeps the cell", async () => {
    const { page, openSheet, goTo, read } = await suite.open();
    await openSheet("预算执行");
    const before = await read("B3");
    await goTo("B3");
    await page.keyboard.type("=SUM(");
    await page.keyboard.press("Enter");
    await page.getByText("单元格不能接受这个内容").waitFor();
    expect(await read("B3")).toBe(before);
  });

  it("opens a dropped file, and says what is wrong with one that is none", async () => {
    const { page, pane, goTo, read, saved } = await suite.open();
    await goTo("A60");
    await page.keyboard.type("第二份");
    await page.keyboard.press("Enter");
    await saved();
    const bytes = readFileSync(SAMPLE);
    await drop(page, "旧文件.xlsx", bytes.toString("base64"));
    await page.getByRole("heading", { name: "旧文件.xlsx" }).waitFor();
    expect(await read("A60")).toBe("");
    await pane.getByRole("button", { name: "计算执行率" }).waitFor();

    await drop(page, "假的.xlsx", Buffer.from("no workbook").toString("base64"));
    await page.locator(".notice").waitFor();
    expect(await page.getByRole("heading", { name: "旧文件.xlsx" }).count()).toBe(1);
  });

  it("adds, renames and deletes sheets by their tabs", async () => {
    const { page, sheets, saved } = await suite.open();
    await page.getByRole("button", { name: "新建工作表" }).click();
    await sheets.getByRole("tab", { name: /^Sheet/, selected: true }).dblclick();
    await page.getByLabel("工作表名称").fill("汇总");
    await page.keyboard.press("Enter");
    await sheets.getByRole("tab", { name: "汇总" }).waitFor();
    expect((await saved()).sheets.map(({ name }) => name)).toContain("汇总");
    await sheets.getByRole("tab", { name: "汇总" }).click({ button: "right" });
    await page.getByRole("menuitem", { name: "删除" }).click();
    await sheets.getByRole("tab", { name: "汇总" }).waitFor({ state: "detached" });
  });

  it("takes a dragged column width and an inserted row into the file", async () => {
    const { page, saved, goTo } = await suite.open();
    const before = findSheet(await saved(), "年初预算");
    await page.locator(".fortune-col-header").hover({ position: { x: 20, y: 8 } });
    const edge = page.locator(".fortune-cols-change-size");
    await edge.hover();
    const grip = await edge.boundingBox();
    if (grip === null || before === null) throw new Error("nothing is drawn");
    await page.mouse.down();
    await page.mouse.move(grip.x + 75, grip.y + 8, { steps: 5 });
    await page.mouse.up();

    await goTo("A5");
    const selected = await page.locator(".luckysheet-cell-selected").first().boundingBox();
    if (selected === null) throw new Error("nothing is selected");
    await page.mouse.click(selected.x + 20, selected.y + 8, { button: "right" });
    await page.getByRole("menuitem", { name: "插入行" }).click();

    const after = findSheet(await saved(), "年初预算");
    if (after === null) throw new Error("the sheet is gone");
    expect(pixels(columnWidth(after, 0)) - pixels(columnWidth(before, 0))).toBeGreaterThan(50);
    expect([4, 5].map((row) => textAt(after, row, 0))).toEqual(["", textAt(before, 4, 0)]);
  });

  it("saves the file as it came when nothing was done", async () => {
    const { saved } = await suite.open();
    const book = await saved();
    const sheet = findSheet(book, "项目完成情况");
    expect(sheet === null ? null : formulaAt(sheet, 22, 0)).toBe("综合治理经费");
  });

  it("saves files whose every part can be unpacked again", async () => {
    const { page, saved } = await suite.open();
    const texts = fc.sample(texted, { seed: 2, numRuns: 300 });
    const archive = await JSZip.loadAsync(readFileSync(SAMPLE));
    texts.forEach((text, i) => archive.file(`customXml/kept${i}.xml`, text));
    await drop(page, "很多部分.xlsx", await archive.generateAsync({ type: "base64" }));
    await page.getByRole("heading", { name: "很多部分.xlsx" }).waitFor();
    const { pack } = await saved();
    expect(texts.map((_, i) => new TextDecoder().decode(pack.parts.get(`customXml/kept${i}.xml`)?.bytes))).toEqual(texts);
  });
});

describe("the add-in's build", () => {
  it("has nothing of the workbench in it, and its writer of files in a part of its own", () => {
    const scriptsIn = (folder: string, named: RegExp): string[] => {
      const files = readdirSync(join(__dirname, "../..", folder), { recursive: true, encoding: "utf8" });
      return files.filter((file) => named.test(file) && !file.startsWith("office-js")).map((file) => readFileSync(join(__dirname, "../..", folder, file), "utf8"));
    };
    // The grid, and the messages of the host that office.js talks to.
    const workbench = /luckysheet|ContextActivationManager/;
    expect(scriptsIn("dist-workbench", /\.js$/).some((script) => workbench.test(script))).toBe(true);
    expect(scriptsIn("dist", /\.js$/).filter((script) => workbench.test(script))).toHaveLength(0);
    // Exports are written by the embedded Excel's own workbook, which the pane loads when somebody exports.
    const book = /HostRefusal/;
    expect(scriptsIn("dist", /\.js$/).some((script) => book.test(script))).toBe(true);
    const pages = scriptsIn("dist", /static\/(?:taskpane|libraries|commands)\.[^/]*js$/);
    expect(pages).toHaveLength(3);
    expect(pages.filter((script) => book.test(script))).toHaveLength(0);
    expect(readdirSync(join(__dirname, "../../dist/office-js"))).not.toContain("AgaveErrorUX");
  });

  it("makes no code from text in the pages themselves, and evaluates none in their parts", () => {
    const folder = join(__dirname, "../../dist/static");
    const scripts = readdirSync(folder).filter((file) => file.endsWith(".js")).map((file): [string, string] => [file, readFileSync(join(folder, file), "utf8")]);
    expect(scripts.filter(([, script]) => /\beval\(/.test(script)).map(([file]) => file)).toEqual([]);
    const pages = scripts.filter(([file]) => /^(?:taskpane|libraries|commands)\./.test(file));
    expect(pages).toHaveLength(3);
    expect(pages.filter(([, script]) => /\bFunction\(/.test(script)).map(([file]) => file)).toEqual([]);
  });

  it("carries office.js as it came", () => {
    const source = dirname(require.resolve("@microsoft/office-js/package.json"));
    for (const file of ["office.js", "excel-web-16.00.js", "excel-win32-16.01.js"]) {
      expect(readFileSync(join(__dirname, "../../dist/office-js", file)).equals(readFileSync(join(source, "dist", file)))).toBe(true);
    }
  });
});

/** Drops a file on the page, as from a file manager. */
async function drop(page: Page, name: string, base64: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(content ?? ""), (character) => character.charCodeAt(0))], fileName ?? ""));
      return data;
    },
    [name, base64],
  );
  await page.dispatchEvent(".page", "dragover", { dataTransfer: transfer });
  await page.getByText("松开鼠标").waitFor();
  await page.dispatchEvent(".page", "drop", { dataTransfer: transfer });
}
