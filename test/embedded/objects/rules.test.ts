// Documented at learn.microsoft.com/javascript/api/excel/excel.conditionalformat and excel.datavalidation
import { failureOf, officeOn } from "../../support/office";

async function onSheet<T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const { Excel } = officeOn([["h"], [1], [20], [3]]);
  return Excel.run(async (context) => act(context.workbook.worksheets.getFirst(), context));
}

describe("conditional formats", () => {
  test("by formula and by value, with their looks", async () => {
    await onSheet(async (sheet, context) => {
      const { conditionalFormats } = sheet.getRange("A2:A4");
      const custom = conditionalFormats.add("Custom");
      custom.custom.rule.formula = "=$A2>10";
      custom.custom.format.fill.color = "#FFC7CE";
      custom.custom.format.font.set({ color: "#9C0006", bold: true });
      const value = conditionalFormats.add("CellValue");
      value.cellValue.rule = { formula1: "=5", operator: "LessThan" };
      value.stopIfTrue = true;
      conditionalFormats.load("items/type,items/priority,items/stopIfTrue");
      custom.custom.rule.load("formula");
      custom.custom.format.load("fill/color,font/color,font/bold");
      value.cellValue.load("rule");
      const range = custom.getRange().load("address");
      const notThere = custom.cellValueOrNullObject;
      notThere.load("rule");
      await context.sync();
      expect(conditionalFormats.items.map(({ type, priority, stopIfTrue }) => [type, priority, stopIfTrue])).toEqual([
        ["CellValue", 0, true],
        ["Custom", 1, false],
      ]);
      expect([custom.custom.rule.formula, custom.custom.format.fill.color, custom.custom.format.font.color, custom.custom.format.font.bold]).toEqual(["=$A2>10", "#FFC7CE", "#9C0006", true]);
      expect([value.cellValue.rule, range.address, notThere.isNullObject]).toEqual([{ formula1: "=5", operator: "LessThan" }, "Sheet1!A2:A4", true]);
    });
  });

  test("scales, bars and icons", async () => {
    await onSheet(async (sheet, context) => {
      const { conditionalFormats } = sheet.getRange("A2:A4");
      const { colorScale } = conditionalFormats.add("ColorScale");
      colorScale.criteria = { minimum: { type: "LowestValue", color: "red" }, maximum: { type: "HighestValue", color: "#00FF00" } };
      const { dataBar } = conditionalFormats.add("DataBar");
      dataBar.positiveFormat.fillColor = "#0000FF";
      dataBar.showDataBarOnly = true;
      const { iconSet } = conditionalFormats.add("IconSet");
      iconSet.style = "ThreeArrows";
      colorScale.load("threeColorScale,criteria");
      dataBar.load("showDataBarOnly,positiveFormat/fillColor");
      iconSet.load("style,criteria");
      await context.sync();
      expect([colorScale.threeColorScale, colorScale.criteria.minimum.color, colorScale.criteria.maximum.color]).toEqual([false, "#FF0000", "#00FF00"]);
      expect([dataBar.showDataBarOnly, dataBar.positiveFormat.fillColor, iconSet.style, iconSet.criteria.length]).toEqual([true, "#0000FF", "ThreeArrows", 3]);
    });
  });

  test("are deleted one by one or all", async () => {
    await onSheet(async (sheet, context) => {
      const { conditionalFormats } = sheet.getRange("A2:A4");
      conditionalFormats.add("Custom");
      const second = conditionalFormats.add("TopBottom");
      second.delete();
      const one = conditionalFormats.getCount();
      sheet.getRange().conditionalFormats.clearAll();
      const none = conditionalFormats.getCount();
      await context.sync();
      expect([one.value, none.value]).toEqual([1, 0]);
    });
  });
});

describe("data validation", () => {
  test("a list, with its messages, and the cells that break it", async () => {
    await onSheet(async (sheet, context) => {
      const { dataValidation } = sheet.getRange("A2:A4");
      dataValidation.rule = { list: { inCellDropDown: true, source: "1,3" } };
      dataValidation.errorAlert = { showAlert: true, style: "Warning", title: "注意", message: "只填1或3" };
      dataValidation.prompt = { showPrompt: true, title: "t", message: "m" };
      dataValidation.load("type,rule,errorAlert,prompt,ignoreBlanks,valid");
      const invalid = dataValidation.getInvalidCells().load("address");
      await context.sync();
      expect([dataValidation.type, dataValidation.rule, dataValidation.valid, invalid.address]).toEqual(["List", { list: { inCellDropDown: true, source: "1,3" } }, null, "Sheet1!A3"]);
      expect(dataValidation.errorAlert).toEqual({ showAlert: true, style: "Warning", title: "注意", message: "只填1或3" });
    });
  });

  test("numbers come back as formulas; cells without a rule or with several say so", async () => {
    await onSheet(async (sheet, context) => {
      const some = sheet.getRange("A2:A3").dataValidation;
      some.rule = { wholeNumber: { formula1: 1, formula2: 10, operator: "Between" } };
      some.load("rule,type");
      const mixed = sheet.getRange("A2:A4").dataValidation.load("type,rule");
      const none = sheet.getRange("C1").dataValidation.load("type,valid");
      await context.sync();
      expect([some.type, some.rule]).toEqual(["WholeNumber", { wholeNumber: { formula1: "=1", formula2: "=10", operator: "Between" } }]);
      expect([mixed.type, mixed.rule, none.type, none.valid]).toEqual(["MixedCriteria", null, "None", true]);
      some.clear();
      some.load("type");
      await context.sync();
      expect(some.type).toBe("None");
    });
  });

  test("a rule that says nothing is refused", async () => {
    const failure = await failureOf(
      onSheet(async (sheet, context) => {
        sheet.getRange("A1").dataValidation.rule = {};
        await context.sync();
      }),
    );
    expect(failure).toMatchObject({ code: "InvalidArgument", location: "DataValidation.rule" });
  });
});

