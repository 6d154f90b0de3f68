/** Hearing of changes through the real office.js. */

import { onEditingOver, onWorkbookChanged } from "../../src/excel/watch";
import { createBook } from "../../src/embedded/book/book";
import { enterValue } from "../../src/embedded/book/entering";
import { excelOn } from "../support/excel";

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50));
}

test("other people's edits are heard, the add-in's own are not, and nothing after stopping", async () => {
  const book = createBook();
  excelOn(book);
  let heard = 0;
  const stop = onWorkbookChanged(() => {
    heard++;
  });
  await settle();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[1]];
    await context.sync();
  });
  await settle();
  expect(heard).toBe(0);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  enterValue(sheet, 0, 1, "2");
  await settle();
  expect(heard).toBe(1);
  stop();
  enterValue(sheet, 0, 2, "3");
  await settle();
  expect(heard).toBe(1);
});

test("the end of editing a cell is told once it is there, and not after stopping", async () => {
  const { office } = excelOn(createBook());
  const heard: string[] = [];
  office.host.editing.begin();
  onEditingOver(() => heard.push("first"));
  const stop = onEditingOver(() => heard.push("second"));
  await settle();
  expect(heard).toEqual([]);
  stop();
  office.host.editing.end();
  await settle();
  expect(heard).toEqual(["first"]);
});
