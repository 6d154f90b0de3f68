/** The file for the bureau, read back. */

import JSZip from "jszip";
import { sheetsOfFile, workbookFile } from "../../src/export/workbook-file";
import { bureauSheets } from "../../src/pipeline/export/bureau";
import { verifyExport } from "../../src/pipeline/export/verify";
import { contentsOf, contentsOfSheet, countUnlike, type SheetLayout } from "../../src/workbook/sheet-layout";
import { FACTS, smallExport, WORDS } from "../pipeline/export/small-export";

test("the file holds the sheets as values, and verifies", async () => {
  const layouts = bureauSheets(await smallExport(), FACTS, WORDS);
  const read = await sheetsOfFile(await workbookFile(layouts));
  if (!read.ok) throw new Error(read.problem.code);
  expect(read.value.map(({ name }) => name)).toEqual(["汇总表", "项目绩效跟踪分析表", "数据校验"]);
  expect(read.value.map((sheet, i) => countUnlike(contentsOfSheet(sheet), contentsOf(layouts[i] as SheetLayout), "content"))).toEqual([0, 0, 0]);
  expect(verifyExport(read.value)).toEqual({ ok: true, value: FACTS });
});

test("nothing in it leads out, is hidden, or says who made it", async () => {
  const zip = await JSZip.loadAsync(await workbookFile(bureauSheets(await smallExport(), FACTS, WORDS)));
  const parts = Object.keys(zip.files);
  const text = (await Promise.all(parts.map((part) => zip.file(part)?.async("string")))).join("\n");
  expect(parts.filter((part) => /docProps|comments|externalLinks|customXml|calcChain|vba/iu.test(part))).toEqual([]);
  expect(parts.filter((part) => /charts\/chart/u.test(part))).toHaveLength(1);
  expect(text).not.toMatch(/<f[ >]|<hyperlink|state="(?:hidden|veryHidden)"|TargetMode="External"|hidden="1"/u);
  const names = [...text.matchAll(/<definedName [^>]*name="([^"]*)"/gu)].map(([, name]) => name ?? "");
  expect(names.filter((name) => !name.startsWith("_xlnm.Print_"))).toEqual([]);
  // Cells of this file only.
  const sources = [...text.matchAll(/<(?:\w+:)?f>([^<]*)<\/(?:\w+:)?f>/gu)].map(([, source]) => source ?? "");
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.filter((source) => !/^'?汇总表'?!/u.test(source))).toEqual([]);
});
