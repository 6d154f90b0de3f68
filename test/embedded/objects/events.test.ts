// Documented at learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events
import { asRemote } from "../../../src/embedded/book/book";
import { enterValue } from "../../../src/embedded/book/entering";
import { deleteCells, deleteRows, insertCells, insertRows } from "../../../src/embedded/book/structure";
import { select } from "../../../src/embedded/book/view";
import { bookOf, firstSheet, officeOn } from "../../support/office";

/** Events come after the turn in which things happened. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

type Changed = Excel.WorksheetChangedEventArgs;

async function listening(office: ReturnType<typeof officeOn>): Promise<Changed[]> {
  const seen: Changed[] = [];
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().load("id").onChanged.add(async (event) => {
      seen.push(event);
    });
    await context.sync();
  });
  return seen;
}

test("a person's edit is told with its address and values", async () => {
  const office = officeOn([["before"]]);
  const seen = await listening(office);
  enterValue(firstSheet(office), 0, 0, "after");
  await settle();
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({
    type: "WorksheetChanged",
    changeType: "RangeEdited",
    address: "A1",
    source: "Local",
    triggerSource: "Unknown",
    worksheetId: firstSheet(office).id,
    details: { valueBefore: "before", valueAfter: "after", valueTypeBefore: "String", valueTypeAfter: "String" },
  });
});

test("inserted and deleted cells tell where the others moved, and no values; whole rows tell that they are rows", async () => {
  const office = officeOn([["a", "b"], ["c", "d"]]);
  const seen = await listening(office);
  const sheet = firstSheet(office);
  insertCells(sheet, { top: 0, left: 0, bottom: 0, right: 0 }, "Down");
  insertCells(sheet, { top: 0, left: 0, bottom: 0, right: 0 }, "Right");
  deleteCells(sheet, { top: 0, left: 0, bottom: 0, right: 0 }, "Left");
  deleteCells(sheet, { top: 0, left: 0, bottom: 0, right: 0 }, "Up");
  insertRows(sheet, 1, 2);
  deleteRows(sheet, 1, 1);
  await settle();
  expect(seen.map(({ changeType, address, details, changeDirectionState }) => [changeType, address, details, changeDirectionState])).toEqual([
    ["CellInserted", "A1", undefined, { insertShiftDirection: "Down", deleteShiftDirection: undefined }],
    ["CellInserted", "A1", undefined, { insertShiftDirection: "Right", deleteShiftDirection: undefined }],
    ["CellDeleted", "A1", undefined, { insertShiftDirection: undefined, deleteShiftDirection: "Left" }],
    ["CellDeleted", "A1", undefined, { insertShiftDirection: undefined, deleteShiftDirection: "Up" }],
    ["RowInserted", "2:3", undefined, undefined],
    ["RowDeleted", "2:2", undefined, undefined],
  ]);
});

test("the add-in's own edit says so, somebody else's is remote", async () => {
  const office = officeOn([[""]]);
  const seen = await listening(office);
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:B2").values = [[1, 2], [3, 4]];
    await context.sync();
  });
  asRemote(office.host.book, () => enterValue(firstSheet(office), 4, 0, "x"));
  await settle();
  expect(seen.map(({ address, source, triggerSource }) => [address, source, triggerSource])).toEqual([
    ["A1:B2", "Local", "ThisLocalAddin"],
    ["A5", "Remote", "Unknown"],
  ]);
});

test("the changed range can be reached from the event", async () => {
  const office = officeOn([[1]]);
  const seen = await listening(office);
  enterValue(firstSheet(office), 2, 1, 42);
  await settle();
  await office.Excel.run(async (context) => {
    const range = seen[0]?.getRange(context).load("address,values");
    await context.sync();
    expect([range?.address, range?.values]).toEqual(["Sheet1!B3", [[42]]]);
  });
});

test("rows that come and go are told as such", async () => {
  const office = officeOn([[1], [2]]);
  const seen = await listening(office);
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("1:1").insert("Down");
    sheet.getRange("2:2").delete("Up");
    await context.sync();
  });
  await settle();
  expect(seen.map(({ changeType, address }) => [changeType, address])).toEqual([
    ["RowInserted", "1:1"],
    ["RowDeleted", "2:2"],
  ]);
});

test("nothing is told of other sheets, after removal, or while events are off", async () => {
  const office = officeOn(bookOf({ One: [], Two: [] }));
  const seen: string[] = [];
  const handler = await office.Excel.run(async (context) => {
    const added = context.workbook.worksheets.getItem("One").load("id").onChanged.add(async ({ address }) => {
      seen.push(address);
    });
    await context.sync();
    return added;
  });
  const [one, two] = office.host.book.sheets;
  if (one === undefined || two === undefined) throw new Error("two sheets");
  enterValue(two, 0, 0, "other sheet");
  enterValue(one, 0, 0, "told");
  await settle();
  await office.Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getItem("One").getRange("B2").values = [["silent"]];
    context.runtime.enableEvents = true;
    await context.sync();
  });
  await settle();
  await office.Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  enterValue(one, 2, 2, "removed");
  await settle();
  expect(seen).toEqual(["A1"]);
});

test("selection, activation, and sheets that come, go and change", async () => {
  const office = officeOn(bookOf({ One: [], Two: [] }));
  const seen: string[] = [];
  await office.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onSelectionChanged.add(async ({ address }) => void seen.push(`selected ${address}`));
    worksheets.onActivated.add(async () => void seen.push("activated"));
    worksheets.onAdded.add(async () => void seen.push("added"));
    worksheets.onDeleted.add(async () => void seen.push("deleted"));
    context.workbook.onSelectionChanged.add(async () => void seen.push("selection"));
    await context.sync();
  });
  select(firstSheet(office), [{ top: 1, left: 1, bottom: 2, right: 2 }]);
  await settle();
  expect(seen).toEqual(expect.arrayContaining(["selected B2:C3", "selection"]));
  seen.length = 0;
  await office.Excel.run(async ({ workbook: { worksheets } }) => {
    worksheets.add("Three");
    worksheets.getItem("Two").activate();
    worksheets.getItem("One").delete();
  });
  await settle();
  expect(seen.filter((event) => !event.startsWith("sele"))).toEqual(["added", "activated", "deleted"]);
});

test("a table tells of its own cells", async () => {
  const office = officeOn([["a", "b"], [1, 2], [null], ["outside"]]);
  const seen: string[] = [];
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const table = sheet.tables.add("A1:B2", true).load("id");
    table.onChanged.add(async ({ address, changeType }) => void seen.push(`${changeType} ${address}`));
    await context.sync();
  });
  enterValue(firstSheet(office), 3, 0, "still outside");
  enterValue(firstSheet(office), 1, 1, 3);
  await settle();
  expect(seen).toEqual(["RangeEdited B2"]);
});
