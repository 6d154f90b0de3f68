/**
 * What src/excel uses of Excel's API, and that the embedded Excel does with it what the documentation says.
 * The list of members is taken from the source; one that no statement is about fails the test.
 */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { REQUIRED_API } from "../../../src/excel/office";
import { enterValue } from "../../../src/embedded/book/entering";
import { protectBook, protectSheet } from "../../../src/embedded/book/protection";
import { insertColumns, insertRows } from "../../../src/embedded/book/structure";
import { addTable } from "../../../src/embedded/book/tables";
import { rangeOf } from "../../support/snapshots";
import { failureOf, firstSheet, officeOn } from "../../support/office";
import { states, statedApis } from "./statements";
import { compareSets, usedApis } from "./used-apis";

const SOURCE = join(__dirname, "../../../src/excel");
const FILES = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts")).map((file) => join(SOURCE, file));
/** Loading and contexts are office.js's own. */
const OF_OFFICE_JS = /\.(?:load|context)$/u;

jest.setTimeout(120_000);

describe("what src/excel uses", () => {
  const used = usedApis(FILES).filter(({ name }) => !OF_OFFICE_JS.test(name));

  test("is found in the source", () => {
    expect(used.length).toBeGreaterThan(150);
    expect(used.map(({ name }) => name)).toEqual(expect.arrayContaining(["Range.values", "PageLayout.zoom", "ConditionalFormatRule.formula", "Worksheet.visibility"]));
  });

  test("is in the requirement set that the manifest asks for, or asked about first", () => {
    const above = used.filter(({ set, guarded }) => set === null || (compareSets(set, REQUIRED_API) > 0 && !guarded));
    expect(above.map(({ name, set, where }) => `${name} (${set ?? "no set"}) at ${where}`)).toEqual([]);
  });

  test("is stated below, member for member", () => {
    expect(used.map(({ name }) => name).filter((name) => !statedApis.has(name))).toEqual([]);
  });
});

test("the guard sees a newer member, unless the set is asked for first", () => {
  const file = join(SOURCE, "imagined.ts");
  const text = `export function f(sheets: Excel.WorksheetCollection, chart: Excel.Chart, table: Excel.ChartDataTable): void {
    const { requirements } = Office.context;
    chart.getDataTableOrNullObject();
    if (requirements.isSetSupported("ExcelApi", "1.14")) chart.getDataTable();
    if (requirements.isSetSupported("ExcelApi", "1.13")) table.showLegendKey = true;
    const { visible } = requirements.isSetSupported("ExcelApi", "1.17") ? table : { visible: false };
    sheets.load("items/showGridlines");
  }`;
  expect(usedApis([file], { [file]: text }).filter(({ name }) => !OF_OFFICE_JS.test(name)).map(({ name, set, guarded }) => [name, set, guarded])).toEqual([
    ["Chart.getDataTable", "1.14", true], ["Chart.getDataTableOrNullObject", "1.14", false], ["ChartDataTable.showLegendKey", "1.14", false],
    ["ChartDataTable.visible", "1.14", false], ["Worksheet.showGridlines", "1.8", false],
  ]);
});

describe("sheets", () => {
  states("Workbook.worksheets WorksheetCollection.items WorksheetCollection.add WorksheetCollection.getFirst WorksheetCollection.getActiveWorksheet WorksheetCollection.getItem WorksheetCollection.getItemOrNullObject Worksheet.id Worksheet.name Worksheet.visibility Worksheet.getNextOrNullObject Worksheet.delete",
    "are in the order of their tabs, found by name in any case or by id, which stays; a missing one is ItemNotFound or a null object", async () => {
      const { Excel } = officeOn([[1]]);
      await Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const added = worksheets.add("支出").load("id,name,visibility");
        const first = worksheets.getFirst().load("name");
        const active = worksheets.getActiveWorksheet().load("name");
        const next = worksheets.getFirst().getNextOrNullObject().load("name");
        const last = added.getNextOrNullObject();
        const none = worksheets.getItemOrNullObject("没有");
        worksheets.load("items/name");
        await context.sync();
        expect([worksheets.items.map(({ name }) => name), first.name, active.name, next.name, added.visibility]).toEqual([["Sheet1", "支出"], "Sheet1", "Sheet1", "支出", "Visible"]);
        expect([last.isNullObject, none.isNullObject]).toEqual([true, true]);
        const { id } = added;
        added.name = "执行";
        added.visibility = "Hidden";
        const again = worksheets.getItem(id).load("name,visibility");
        await context.sync();
        expect([again.name, again.visibility]).toEqual(["执行", "Hidden"]);
        again.delete();
        const left = worksheets.getCount();
        await context.sync();
        expect(left.value).toBe(1);
      });
      expect(await failureOf(Excel.run(async ({ workbook }) => void workbook.worksheets.getItem("没有").load("name")))).toMatchObject({ code: "ItemNotFound" });
    });

  states("WorksheetCollection.onChanged WorksheetCollection.onAdded WorksheetCollection.onDeleted WorksheetChangedEventArgs.triggerSource",
    "tell of changed cells, new and deleted sheets, and of changes that this add-in made itself who made them", async () => {
      const office = officeOn([[1]]);
      const told: string[] = [];
      const tell = (what: string) => (): Promise<void> => {
        told.push(what);
        return Promise.resolve();
      };
      await office.Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.onChanged.add(({ triggerSource }) => tell(`changed by ${String(triggerSource)}`)());
        worksheets.onAdded.add(tell("added"));
        worksheets.onDeleted.add(tell("deleted"));
        await context.sync();
      });
      await office.Excel.run(async ({ workbook: { worksheets } }) => {
        worksheets.getFirst().getRange("A1").values = [[2]];
        worksheets.add("新表").delete();
      });
      enterValue(firstSheet(office), 0, 1, "3");
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(told.sort()).toEqual(["added", "changed by ThisLocalAddin", "changed by Unknown", "deleted"]);
    });

  states("Worksheet.protection WorksheetProtection.protected Workbook.protection WorkbookProtection.protected", "say whether they and the workbook's structure are protected, and refuse with AccessDenied", async () => {
    const office = officeOn([[1]]);
    const protectedOnes = (): Promise<boolean[]> => office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.protection.load("protected");
      context.workbook.protection.load("protected");
      await context.sync();
      return [sheet.protection.protected, context.workbook.protection.protected];
    });
    expect(await protectedOnes()).toEqual([false, false]);
    protectSheet(firstSheet(office));
    protectBook(office.host.book);
    expect(await protectedOnes()).toEqual([true, true]);
    expect(await failureOf(office.Excel.run(async ({ workbook }) => void (workbook.worksheets.getFirst().getRange("A1").values = [[2]])))).toMatchObject({ code: "AccessDenied" });
  });

  states("Worksheet.freezePanes WorksheetFreezePanes.freezeRows WorksheetFreezePanes.unfreeze WorksheetFreezePanes.getLocationOrNullObject", "freeze rows at the top, tell which, and let go of them", async () => {
    const { Excel } = officeOn([[1]]);
    await Excel.run(async (context) => {
      const { freezePanes } = context.workbook.worksheets.getFirst();
      const before = freezePanes.getLocationOrNullObject();
      freezePanes.freezeRows(2);
      const frozen = freezePanes.getLocationOrNullObject().load("rowIndex,rowCount");
      await context.sync();
      expect([before.isNullObject, frozen.rowIndex, frozen.rowCount]).toEqual([true, 0, 2]);
      freezePanes.unfreeze();
      const after = freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(after.isNullObject).toBe(true);
    });
  });
});

describe("ranges", () => {
  states("Worksheet.getRange Worksheet.getCell Worksheet.getRangeByIndexes Worksheet.getUsedRangeOrNullObject Range.rowIndex Range.columnIndex Range.rowCount Range.columnCount Range.worksheet Range.select Workbook.getSelectedRange",
    "count rows and columns from zero; a blank sheet has no used range; the selected one is the active sheet's", async () => {
      const { Excel } = officeOn([]);
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        const none = sheet.getUsedRangeOrNullObject(true);
        const asked = [sheet.getRange("B3:D4"), sheet.getCell(2, 1), sheet.getRangeByIndexes(2, 1, 2, 3)].map((range) => range.load("rowIndex,columnIndex,rowCount,columnCount"));
        sheet.getRange("C5").values = [["x"]];
        const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex");
        sheet.getRange("B2:C3").select();
        const selected = context.workbook.getSelectedRange().load("rowIndex,rowCount");
        const home = context.workbook.getSelectedRange().worksheet.load("name");
        await context.sync();
        expect(asked.map(({ rowIndex, columnIndex, rowCount, columnCount }) => [rowIndex, columnIndex, rowCount, columnCount])).toEqual([[2, 1, 2, 3], [2, 1, 1, 1], [2, 1, 2, 3]]);
        expect([none.isNullObject, used.rowIndex, used.columnIndex, selected.rowIndex, selected.rowCount, home.name]).toEqual([true, 4, 2, 1, 2, "Sheet1"]);
      });
    });

  // What an add-in holds across requests is "adjusted automatically based on surrounding changes in the document":
  // https://learn.microsoft.com/javascript/api/office/officeextension.trackedobjects
  states("Range.getRow Range.getResizedRange", "count from the range's own top left; a range held across requests goes along when rows and columns are inserted before it; in one request reading comes before the writing queued after it", async () => {
    const office = officeOn([["a", "b"], ["c", "d"]]);
    await office.Excel.run(async (context) => {
      const held = context.workbook.worksheets.getFirst().getRange("A1:B2").load("values");
      await context.sync();
      insertRows(firstSheet(office), 0, 3);
      insertColumns(firstSheet(office), 0, 1);
      const second = held.getRow(1).load("address");
      const both = held.getRow(0).getResizedRange(1, 0).load("address,values");
      held.values = [["A", "B"], ["C", "D"]];
      const after = held.load("address,values");
      await context.sync();
      expect([second.address, both.address, both.values]).toEqual(["Sheet1!B5:C5", "Sheet1!B4:C5", [["a", "b"], ["c", "d"]]]);
      expect([after.address, after.values]).toEqual(["Sheet1!B4:C5", [["A", "B"], ["C", "D"]]]);
    });
  });

  states("Range.values Range.formulas Range.numberFormat", "hold what was typed: blanks are \"\", null leaves a cell, \"\" clears it, texts that are numbers become numbers unless the format is text; another shape is InvalidArgument", async () => {
    const { Excel } = officeOn([["旧", "旧", "旧"]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("E1").numberFormat = [["@"]];
      sheet.getRange("A1:E1").values = [[null, "", "=1+1", "123", "0123"]];
      const range = sheet.getRange("A1:E1").load("values,formulas,numberFormat");
      await context.sync();
      expect([range.values, range.formulas, range.numberFormat]).toEqual([[["旧", "", 2, 123, "0123"]], [["旧", "", "=1+1", 123, "0123"]], [["General", "General", "General", "General", "@"]]]);
    });
    expect(await failureOf(Excel.run(async ({ workbook }) => void (workbook.worksheets.getFirst().getRange("A1:B2").values = [[1, 2]])))).toMatchObject({ code: "InvalidArgument" });
  });

  states("Range.columnHidden Range.getColumnProperties SettableColumnProperties.columnHidden", "is true or false where all columns agree and null where they differ; properties are told of each column at once", async () => {
    const { Excel } = officeOn([["a", "b", "c"]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const none = sheet.getRange().load("columnHidden");
      sheet.getRange("B:C").columnHidden = true;
      const some = sheet.getRange("A:C").load("columnHidden");
      const all = sheet.getRange("B1:C3").load("columnHidden");
      const each = sheet.getRange("A1:D1").getColumnProperties({ columnHidden: true });
      await context.sync();
      expect([none.columnHidden, some.columnHidden, all.columnHidden]).toEqual([false, null, true]);
      expect(each.value).toEqual([false, true, true, false].map((columnHidden) => ({ columnHidden })));
    });
  });

  states("Range.merge Range.unmerge Range.getMergedAreasOrNullObject RangeAreas.areas RangeCollection.items", "merge and say which merges begin in them; none is a null object", async () => {
    const { Excel } = officeOn([["a", "b", "c"]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const none = sheet.getRange("A1:D4").getMergedAreasOrNullObject();
      sheet.getRange("A1:B1").merge();
      sheet.getRange("C2:C3").merge();
      const { areas } = sheet.getRange("A1:D4").getMergedAreasOrNullObject();
      areas.load("items/address");
      const kept = sheet.getRange("A1:C1").load("values");
      await context.sync();
      expect([none.isNullObject, areas.items.map(({ address }) => address), kept.values]).toEqual([true, ["Sheet1!A1:B1", "Sheet1!C2:C3"], [["a", "", "c"]]]);
      sheet.getRange("A1:D4").unmerge();
      const after = sheet.getRange("A1:D4").getMergedAreasOrNullObject();
      await context.sync();
      expect(after.isNullObject).toBe(true);
    });
  });

  states("Range.getMergedAreasOrNullObject", "512 merged areas of a range are told, and more make the call fail", async () => {
    const { Excel } = officeOn([[1]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      for (let row = 0; row < 513; row++) sheet.getRangeByIndexes(row, 0, 1, 2).merge();
      const told = sheet.getRange("A1:B512").getMergedAreasOrNullObject();
      told.areas.load("items/address");
      await context.sync();
      expect(told.areas.items).toHaveLength(512);
    });
    expect(await failureOf(Excel.run(async ({ workbook }) => void workbook.worksheets.getFirst().getRange("A1:B513").getMergedAreasOrNullObject().load("areaCount")))).toMatchObject({ code: "GeneralException" });
  });

  states("Range.group Range.ungroup Range.hyperlink RangeHyperlink.documentReference Range.clear", "are grouped by rows and let go; link to places; clearing formats leaves contents", async () => {
    const { Excel } = officeOn([["a"], ["b"], ["c"]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("2:3").group("ByRows");
      sheet.getRange("2:3").ungroup("ByRows");
      const cell = sheet.getRange("A1");
      cell.hyperlink = { documentReference: "Sheet1!A3", textToDisplay: "a" };
      cell.format.font.bold = true;
      const before = sheet.getRange("A1").load("hyperlink");
      await context.sync();
      expect(before.hyperlink.documentReference).toBe("Sheet1!A3");
      cell.clear("Formats");
      const after = sheet.getRange("A1").load("values");
      after.format.font.load("bold");
      await context.sync();
      expect([after.values, after.format.font.bold]).toEqual([[["a"]], false]);
    });
  });
});

describe("looks", () => {
  states("Range.format RangeFormat.fill RangeFormat.font RangeFormat.borders RangeFormat.horizontalAlignment RangeFormat.verticalAlignment RangeFormat.wrapText RangeFormat.indentLevel RangeFill.color RangeFill.pattern RangeFill.clear RangeFont.name RangeFont.size RangeFont.bold RangeFont.italic RangeFont.underline RangeFont.color RangeBorderCollection.getItem RangeBorder.style RangeBorder.weight RangeBorder.color",
    "are read as they were set; where cells differ they are null; without a fill the colour is white", async () => {
      const { Excel } = officeOn([["a", "b"]]);
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        const one = sheet.getRange("A1").format;
        one.fill.color = "#FFC000";
        Object.assign(one.font, { name: "黑体", size: 14, bold: true, italic: true, underline: "Single", color: "#FF0000" });
        one.horizontalAlignment = "Left";
        one.verticalAlignment = "Center";
        one.wrapText = true;
        one.indentLevel = 2;
        Object.assign(one.borders.getItem("EdgeBottom"), { style: "Continuous", weight: "Thick", color: "#00FF00" });
        const edge = one.borders.getItem("EdgeBottom").load("style,weight,color");
        one.load("horizontalAlignment,verticalAlignment,wrapText,indentLevel");
        one.fill.load("color,pattern");
        one.font.load("name,size,bold,italic,underline,color");
        const both = sheet.getRange("A1:B1").format.load("horizontalAlignment,wrapText");
        both.font.load("bold,size,name");
        await context.sync();
        expect([one.fill.color, one.fill.pattern]).toEqual(["#FFC000", "Solid"]);
        expect([one.font.name, one.font.size, one.font.bold, one.font.italic, one.font.underline, one.font.color]).toEqual(["黑体", 14, true, true, "Single", "#FF0000"]);
        expect([one.horizontalAlignment, one.verticalAlignment, one.wrapText, one.indentLevel]).toEqual(["Left", "Center", true, 2]);
        expect([edge.style, edge.weight, edge.color]).toEqual(["Continuous", "Thick", "#00FF00"]);
        expect([both.font.bold, both.font.size, both.font.name, both.horizontalAlignment, both.wrapText]).toEqual([null, null, null, null, null]);
        one.fill.clear();
        one.fill.load("color,pattern");
        await context.sync();
        expect([one.fill.color, one.fill.pattern]).toEqual(["#FFFFFF", "None"]);
      });
    });

  states("RangeFormat.columnWidth RangeFormat.rowHeight RangeFormat.useStandardHeight Worksheet.getRanges RangeAreas.format", "of sizes are in points, null where they differ; several areas take a look at once", async () => {
    const { Excel } = officeOn([[1]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("B:B").format.columnWidth = 120;
      sheet.getRange("2:2").format.rowHeight = 30;
      sheet.getRanges("A1,C3").format.fill.color = "#DDEBF7";
      const own = sheet.getRange("B2").format.load("columnWidth,rowHeight,useStandardHeight");
      const mixed = sheet.getRange("A1:B2").format.load("columnWidth,rowHeight");
      const fills = ["A1", "B2", "C3"].map((address) => sheet.getRange(address).format.fill.load("color"));
      await context.sync();
      expect([own.columnWidth, own.rowHeight, own.useStandardHeight, mixed.columnWidth, mixed.rowHeight]).toEqual([120, 30, false, null, null]);
      expect(fills.map(({ color }) => color)).toEqual(["#DDEBF7", "#FFFFFF", "#DDEBF7"]);
      sheet.getRange("2:2").format.useStandardHeight = true;
      own.load("useStandardHeight");
      await context.sync();
      expect(own.useStandardHeight).toBe(true);
    });
  });

  states("Range.getCellProperties Range.getRowProperties SettableCellProperties.format SettableCellProperties.hyperlink SettableRowProperties.format CellPropertiesFormat.fill CellPropertiesFormat.font CellPropertiesFormat.borders CellPropertiesFormat.horizontalAlignment CellPropertiesFormat.verticalAlignment CellPropertiesFormat.wrapText CellPropertiesFormat.indentLevel CellPropertiesFill.color CellPropertiesFill.pattern CellPropertiesFont.name CellPropertiesFont.size CellPropertiesFont.bold CellPropertiesFont.italic CellPropertiesFont.underline CellPropertiesFont.color CellBorder.style CellBorder.weight CellBorder.color",
    "are told cell by cell, just what was asked for", async () => {
      const { Excel } = officeOn([["a", "b"]]);
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        sheet.getRange("A1").format.font.bold = true;
        sheet.getRange("B1").format.borders.getItem("EdgeTop").style = "Continuous";
        sheet.getRange("B1").hyperlink = { documentReference: "Sheet1!A1", textToDisplay: "b" };
        const cells = sheet.getRange("A1:B1").getCellProperties({
          hyperlink: true,
          format: { horizontalAlignment: true, verticalAlignment: true, wrapText: true, indentLevel: true, fill: { color: true, pattern: true }, font: { name: true, size: true, bold: true, italic: true, underline: true, color: true }, borders: { style: true, weight: true, color: true } },
        });
        const only = sheet.getRange("A1").getCellProperties({ format: { font: { bold: true } } });
        const rows = sheet.getRange("1:1").getRowProperties({ format: { rowHeight: true } });
        await context.sync();
        const [[first, second] = []] = cells.value;
        expect(first?.format).toMatchObject({ horizontalAlignment: "General", verticalAlignment: "Bottom", wrapText: false, indentLevel: 0, fill: { color: "#FFFFFF", pattern: "None" }, font: { size: 11, bold: true, italic: false, color: "#000000" } });
        expect([typeof first?.format?.font?.name, first?.format?.font?.underline, first?.format?.borders?.top?.style]).toEqual(["string", "None", "None"]);
        expect(second?.format?.borders?.top).toMatchObject({ style: "Continuous", weight: "Thin", color: "#000000" });
        expect(second?.hyperlink?.documentReference).toBe("Sheet1!A1");
        expect(only.value).toEqual([[{ format: { font: { bold: true } } }]]);
        expect(rows.value).toEqual([{ format: { rowHeight: expect.any(Number) } }]);
      });
    });

  states("Range.conditionalFormats ConditionalFormatCollection.add ConditionalFormatCollection.items ConditionalFormat.id ConditionalFormat.type ConditionalFormat.custom ConditionalFormat.getRangeOrNullObject ConditionalFormat.delete CustomConditionalFormat.rule CustomConditionalFormat.format ConditionalFormatRule.formula ConditionalRangeFormat.fill ConditionalRangeFormat.font ConditionalRangeFill.color ConditionalRangeFont.color ConditionalRangeFont.strikethrough",
    "by rule: the newest comes first, is found on its range, and goes without a trace", async () => {
      const { Excel } = officeOn([[1], [2]]);
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange("A1:A2");
        for (const limit of [1, 2]) {
          const { custom } = range.conditionalFormats.add("Custom");
          custom.rule.formula = `=A1>=${limit}`;
          custom.format.fill.color = "#FFC7CE";
          custom.format.font.color = "#9C0006";
          custom.format.font.strikethrough = limit === 2;
        }
        range.conditionalFormats.load("items/id,items/type");
        await context.sync();
        const { items } = range.conditionalFormats;
        const rules = items.map(({ custom }) => custom.load("rule/formula,format/fill/color,format/font/color,format/font/strikethrough"));
        const [place] = items.map((format) => format.getRangeOrNullObject().load("address"));
        await context.sync();
        expect(items.map(({ type }) => type)).toEqual(["Custom", "Custom"]);
        expect(new Set(items.map(({ id }) => id)).size).toBe(2);
        expect(rules.map(({ rule, format }) => [rule.formula, format.fill.color, format.font.color, format.font.strikethrough])).toEqual([["=A1>=2", "#FFC7CE", "#9C0006", true], ["=A1>=1", "#FFC7CE", "#9C0006", false]]);
        expect(place?.address).toBe("Sheet1!A1:A2");
        for (const format of items) format.delete();
        const left = range.conditionalFormats.getCount();
        await context.sync();
        expect(left.value).toBe(0);
      });
    });
});

describe("what else a workbook holds", () => {
  states("Workbook.customXmlParts CustomXmlPartCollection.add CustomXmlPartCollection.getByNamespace CustomXmlPartScopedCollection.items CustomXmlPartScopedCollection.getOnlyItemOrNullObject CustomXmlPart.id CustomXmlPart.getXml CustomXmlPart.setXml CustomXmlPart.delete", "custom XML is given back to the letter, found by namespace, and a null object where there is none, or more than one", async () => {
    const { Excel } = officeOn([]);
    const xml = '<a xmlns="urn:example"><b>一 &amp; 二</b></a>';
    await Excel.run(async (context) => {
      const { customXmlParts } = context.workbook;
      const none = customXmlParts.getByNamespace("urn:example").getOnlyItemOrNullObject();
      const part = customXmlParts.add(xml).load("id");
      const found = customXmlParts.getByNamespace("urn:example").getOnlyItemOrNullObject().load("id");
      const read = found.getXml();
      await context.sync();
      expect([none.isNullObject, found.id, read.value]).toEqual([true, part.id, xml]);
      found.setXml('<a xmlns="urn:example"/>');
      const changed = part.getXml();
      await context.sync();
      expect(changed.value).toBe('<a xmlns="urn:example"/>');
      const second = customXmlParts.add(xml).load("id");
      const both = customXmlParts.getByNamespace("urn:example").load("items/id");
      const only = customXmlParts.getByNamespace("urn:example").getOnlyItemOrNullObject();
      await context.sync();
      expect([both.items.map(({ id }) => id), only.isNullObject]).toEqual([[part.id, second.id], true]);
      second.delete();
      part.delete();
      const gone = customXmlParts.getByNamespace("urn:example").getOnlyItemOrNullObject();
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });

  states("Worksheet.tables TableCollection.items Table.name Table.showHeaders Table.showTotals Table.getRange", "tables tell their name, header and total rows, and their whole range", async () => {
    const office = officeOn([["项目", "支出"], ["甲", 1]]);
    addTable(firstSheet(office), rangeOf("A1:B2"), true);
    await office.Excel.run(async (context) => {
      const { tables } = context.workbook.worksheets.getFirst();
      tables.load("items/name,items/showHeaders,items/showTotals");
      await context.sync();
      const [range] = tables.items.map((table) => table.getRange().load("address"));
      await context.sync();
      expect(tables.items.map(({ name, showHeaders, showTotals }) => [name, showHeaders, showTotals])).toEqual([["Table1", true, false]]);
      expect(range?.address).toBe("Sheet1!A1:B2");
    });
  });

  states("Worksheet.pageLayout PageLayout.orientation PageLayout.paperSize PageLayout.zoom PageLayoutZoomOptions.horizontalFitToPages PageLayout.leftMargin PageLayout.rightMargin PageLayout.topMargin PageLayout.bottomMargin PageLayout.centerHorizontally PageLayout.setPrintArea PageLayout.getPrintAreaOrNullObject PageLayout.setPrintTitleRows PageLayout.getPrintTitleRowsOrNullObject PageLayout.headersFooters HeaderFooterGroup.defaultForAllPages HeaderFooter.centerFooter",
    "pages have margins in points, areas and titles that are null objects until they are set", async () => {
      const { Excel } = officeOn([[1, 2], [3, 4]]);
      await Excel.run(async (context) => {
        const { pageLayout } = context.workbook.worksheets.getFirst();
        const [noArea, noTitles] = [pageLayout.getPrintAreaOrNullObject(), pageLayout.getPrintTitleRowsOrNullObject()];
        Object.assign(pageLayout, { orientation: "Landscape", paperSize: "A4", zoom: { horizontalFitToPages: 1 }, leftMargin: 36, rightMargin: 36, topMargin: 54, bottomMargin: 54, centerHorizontally: true });
        pageLayout.setPrintArea("A1:B2");
        pageLayout.setPrintTitleRows("$1:$1");
        const footer = pageLayout.headersFooters.defaultForAllPages;
        footer.centerFooter = "第 &P 页";
        footer.load("centerFooter");
        pageLayout.load("orientation,paperSize,zoom,leftMargin,rightMargin,topMargin,bottomMargin,centerHorizontally");
        const area = pageLayout.getPrintAreaOrNullObject().load("address");
        const titles = pageLayout.getPrintTitleRowsOrNullObject().load("rowIndex,rowCount");
        await context.sync();
        expect([noArea.isNullObject, noTitles.isNullObject, area.address, titles.rowIndex, titles.rowCount]).toEqual([true, true, "Sheet1!A1:B2", 0, 1]);
        expect([pageLayout.orientation, pageLayout.paperSize, pageLayout.zoom.horizontalFitToPages, pageLayout.centerHorizontally]).toEqual(["Landscape", "A4", 1, true]);
        expect([pageLayout.leftMargin, pageLayout.rightMargin, pageLayout.topMargin, pageLayout.bottomMargin, footer.centerFooter]).toEqual([36, 36, 54, 54, "第 &P 页"]);
      });
    });

  states("Worksheet.horizontalPageBreaks PageBreakCollection.add PageBreakCollection.items PageBreakCollection.removePageBreaks PageBreak.rowIndex", "pages break above the row of the cell that is given", async () => {
    const { Excel } = officeOn([[1]]);
    await Excel.run(async (context) => {
      const { horizontalPageBreaks } = context.workbook.worksheets.getFirst();
      horizontalPageBreaks.add("A21");
      horizontalPageBreaks.load("items/rowIndex");
      await context.sync();
      expect(horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex)).toEqual([20]);
      horizontalPageBreaks.removePageBreaks();
      const left = horizontalPageBreaks.getCount();
      await context.sync();
      expect(left.value).toBe(0);
    });
  });

  states("Worksheet.charts ChartCollection.add ChartCollection.getItemOrNullObject Chart.name Chart.title ChartTitle.text Chart.legend ChartLegend.visible ChartLegend.position Chart.series ChartSeriesCollection.add ChartSeriesCollection.getItemAt ChartSeries.name ChartSeries.setValues ChartSeries.setXAxisValues ChartSeries.format ChartSeriesFormat.fill ChartFill.setSolidColor Chart.axes ChartAxes.categoryAxis ChartAxes.valueAxis ChartAxis.title ChartAxisTitle.text ChartAxis.reversePlotOrder ChartAxis.tickLabelSpacing ChartAxis.numberFormat ChartAxis.majorUnit ChartAxis.minimum ChartAxis.maximum ChartAxis.majorGridlines ChartGridlines.format ChartGridlinesFormat.line ChartLineFormat.color Chart.setPosition Chart.delete",
    "charts are found by name, hold what was set, and go when they are deleted", async () => {
      const { Excel } = officeOn([["项目", "支出"], ["甲", 1], ["乙", 2]]);
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        const chart = sheet.charts.add("BarClustered", sheet.getRange("B2:B3"), "Columns");
        chart.name = "rates";
        chart.title.text = "执行率";
        chart.legend.position = "Bottom";
        chart.legend.visible = false;
        const second = chart.series.add("预算");
        second.setValues(sheet.getRange("B2:B3"));
        second.setXAxisValues(sheet.getRange("A2:A3"));
        chart.series.getItemAt(0).name = "支出";
        chart.series.getItemAt(0).format.fill.setSolidColor("#4472C4");
        const { categoryAxis, valueAxis } = chart.axes;
        categoryAxis.reversePlotOrder = true;
        categoryAxis.tickLabelSpacing = 2;
        valueAxis.title.text = "万元";
        valueAxis.numberFormat = "0%";
        valueAxis.majorUnit = 0.5;
        valueAxis.minimum = -1;
        valueAxis.maximum = 1.99;
        valueAxis.majorGridlines.format.line.color = "#D9D9D9";
        chart.setPosition("D2", "H12");
        const found = sheet.charts.getItemOrNullObject("rates").load("name");
        const none = sheet.charts.getItemOrNullObject("没有");
        chart.title.load("text");
        chart.legend.load("visible,position");
        chart.series.load("items/name");
        categoryAxis.load("reversePlotOrder,tickLabelSpacing");
        valueAxis.load("numberFormat,majorUnit,minimum,maximum");
        valueAxis.title.load("text");
        await context.sync();
        expect([found.name, none.isNullObject, chart.title.text, chart.legend.visible]).toEqual(["rates", true, "执行率", false]);
        expect(chart.series.items.map(({ name }) => name)).toEqual(["支出", "预算"]);
        expect([categoryAxis.reversePlotOrder, categoryAxis.tickLabelSpacing, valueAxis.numberFormat, valueAxis.majorUnit, valueAxis.minimum, valueAxis.maximum, valueAxis.title.text]).toEqual([true, 2, "0%", 0.5, -1, 1.99, "万元"]);
        found.delete();
        const after = sheet.charts.getItemOrNullObject("rates");
        await context.sync();
        expect(after.isNullObject).toBe(true);
      });
    });
});
