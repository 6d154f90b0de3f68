import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createMemoryPort } from "../support/memory-port";
import { sheetOf, snapshotOf } from "../support/snapshots";

const WORDS = sheetWords(createTranslator("zh-CN"));

test("a remark in our column, where nothing was written into it yet, is no figure of its line", async () => {
  const port = createMemoryPort(snapshotOf(sheetOf("表", [["项目名称", "年初预算", "支出数", "", ""], ["己项目", "", "", "", ""], ["甲项目", "", "", "", ""], ["合计", "", 0, "", ""]])));
  const run = async (): Promise<void> => {
    const read = await port.read();
    if (!read.ok) throw new Error(read.problem.code);
    const { plan } = prepareWriting(read.value, DEFAULT_OPTIONS, WORDS);
    expect((await port.apply(plan.edits)).ok).toBe(true);
  };
  await run();
  port.type("表", "D2", "#DIV/0!");
  port.type("表", "B3", 0.01);
  port.type("表", "C3", 0);
  await run();
  expect(["E2", "E3", "E4"].map((address) => port.value("表", address))).toEqual(["", "未支出", "无法计算：没有预算数"]);
});
