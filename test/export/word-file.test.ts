/** The report in Word, read back part by part. */

import JSZip from "jszip";
import { wordFile } from "../../src/export/word-file";
import type { Report } from "../../src/pipeline/export/report/model";

const REPORT: Report = {
  title: "报告",
  blocks: [
    { kind: "heading", level: 1, text: "二、情况" }, { kind: "heading", level: 2, text: "（一）批复" }, { kind: "paragraph", text: "甲 & <乙>" }, { kind: "remark", text: "请补充" },
    {
      kind: "table", unit: "单位：万元",
      columns: [{ header: ["名称"], align: "left", weight: 2 }, { header: ["预算", "合计"], align: "right", weight: 1 }, { header: ["预算", "项目"], align: "right", weight: 1 }],
      rows: [{ isTotal: false, level: 1, cells: ["人大事务", "65.41", ""] }, { isTotal: true, level: 0, cells: ["合计", "65.41", ""] }],
    },
  ],
};

async function parts(): Promise<{ readonly document: string; readonly core: string }> {
  const zip = await JSZip.loadAsync(await wordFile(REPORT));
  const read = async (path: string): Promise<string> => (await zip.file(path)?.async("string")) ?? "";
  return { document: await read("word/document.xml"), core: await read("docProps/core.xml") };
}

function texts(xml: string): string[] {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text ?? "");
}

test("headings have Word's styles, in their order", async () => {
  const { document } = await parts();
  const styled = [...document.matchAll(/<w:p>.*?<\/w:p>/gsu)].flatMap(([paragraph]) => {
    const style = /<w:pStyle w:val="([^"]*)"/u.exec(paragraph)?.[1] ?? "";
    return /^(?:Title|Heading|Body|Remark)/u.test(style) ? [[style, texts(paragraph).join("")]] : [];
  });
  expect(styled).toEqual([["Title", "报告"], ["Heading1", "二、情况"], ["Heading2", "（一）批复"], ["Body", "甲 &amp; &lt;乙&gt;"], ["Remark", "请补充"]]);
});

test("tables are tables: headers repeat, cells span, rows stay whole", async () => {
  const { document } = await parts();
  const [table = ""] = /<w:tbl>.*<\/w:tbl>/su.exec(document) ?? [];
  const rows = table.split("<w:tr>").slice(1);
  expect(rows.map((row) => texts(row).filter((text) => text !== ""))).toEqual([["名称", "预算"], ["合计", "项目"], ["人大事务", "65.41"], ["合计", "65.41"]]);
  expect(rows.map((row) => [row.includes("<w:tblHeader/>"), row.includes("<w:cantSplit/>"), /<w:gridSpan w:val="2"/u.test(row), [...row.matchAll(/<w:vMerge w:val="(\w+)"/gu)].map(([, how]) => how)])).toEqual([
    [true, true, true, ["restart"]], [true, true, false, ["continue"]], [false, true, false, []], [false, true, false, []],
  ]);
});

test("short tables stand on one page, and of longer ones neither the first row nor the last is alone", async () => {
  const rowsOf = async (count: number): Promise<boolean[]> => {
    const columns = [{ header: ["名称"], align: "left", weight: 1 } as const];
    const rows = Array.from({ length: count }, (_, i) => ({ isTotal: false, level: 0, cells: [`第${i}行`] }));
    const zip = await JSZip.loadAsync(await wordFile({ title: "报告", blocks: [{ kind: "table", unit: "", columns, rows }] }));
    const [table = ""] = /<w:tbl>.*<\/w:tbl>/su.exec((await zip.file("word/document.xml")?.async("string")) ?? "") ?? [];
    return table.split("<w:tr>").slice(1).map((row) => row.includes("<w:keepNext/>"));
  };
  expect(await rowsOf(3)).toEqual([true, true, true, false]);
  expect(await rowsOf(10)).toEqual([true, true, ...Array.from({ length: 7 }, () => false), true, false]);
});

test("a sentence that leads up to a table stands on its page", async () => {
  const zip = await JSZip.loadAsync(await wordFile({ title: "报告", blocks: [{ kind: "paragraph", text: "其余5处列表如下：" }, { kind: "paragraph", text: "如此。" }] }));
  const paragraphs = ((await zip.file("word/document.xml")?.async("string")) ?? "").split("<w:p>").filter((paragraph) => paragraph.includes("Body"));
  expect(paragraphs.map((paragraph) => paragraph.includes("<w:keepNext/>"))).toEqual([true, false]);
});

test("the document names no author", async () => {
  const { core } = await parts();
  expect([...core.matchAll(/<(dc:creator|cp:lastModifiedBy)>([^<]*)</gu)].map(([, , name]) => name).join("")).toBe("");
});
