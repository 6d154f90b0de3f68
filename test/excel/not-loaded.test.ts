/** What writes is loaded when it is first used: where it cannot be had, that is said and nothing is written. */

import { createBook } from "../../src/embedded/book/book";
import { enterValues } from "../../src/embedded/book/entering";
import { stateOf } from "../support/book-state";
import { excelOn } from "../support/excel";

jest.mock("../../src/excel/apply", () => {
  throw new Error("ChunkLoadError");
});

test("the workbook stays as it was", async () => {
  const book = createBook(["执行"]);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  enterValues(sheet, { top: 0, left: 0, bottom: 0, right: 0 }, [["项目"]]);
  const before = stateOf(book);
  const { port } = excelOn(book);
  const range = { top: 0, bottom: 0, left: 1, right: 1 };
  expect(await port.apply([{ kind: "contents", sheetId: sheet.id, range, contents: [[{ kind: "text", value: "执行率" }]], expected: [[{ kind: "blank" }]] }])).toEqual({ ok: false, problem: { code: "part-not-loaded" }, restore: null });
  expect(stateOf(book)).toEqual(before);
});
