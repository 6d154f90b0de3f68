// Documented at learn.microsoft.com/javascript/api/excel/excel.application
import { officeOn } from "../../support/office";

test("calculation: manual waits for calculate", async () => {
  const { Excel } = officeOn([[1, "=A1*2"]]);
  await Excel.run(async (context) => {
    const { application } = context.workbook;
    const sheet = context.workbook.worksheets.getFirst();
    application.calculationMode = "Manual";
    sheet.getRange("A1").values = [[5]];
    const waiting = sheet.getRange("B1").load("values");
    application.load("calculationMode");
    await context.sync();
    expect([waiting.values, application.calculationMode]).toEqual([[[2]], "Manual"]);
    application.calculate("Full");
    waiting.load("values");
    await context.sync();
    expect(waiting.values).toEqual([[10]]);
  });
});

test("separators and culture follow the language", async () => {
  const { Excel } = officeOn([], { locale: "de-DE" });
  await Excel.run(async (context) => {
    const { application } = context.workbook;
    application.load("decimalSeparator,thousandsSeparator,cultureInfo/name,cultureInfo/numberFormat/numberDecimalSeparator");
    await context.sync();
    expect([application.decimalSeparator, application.thousandsSeparator, application.cultureInfo.name, application.cultureInfo.numberFormat.numberDecimalSeparator]).toEqual([",", ".", "de-DE", ","]);
  });
});

test("suspending is taken, and changes no result", async () => {
  const { Excel } = officeOn([[1, "=A1*2"]]);
  await Excel.run(async (context) => {
    context.workbook.application.suspendApiCalculationUntilNextSync();
    context.workbook.application.suspendScreenUpdatingUntilNextSync();
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1").values = [[4]];
    await context.sync();
    const result = sheet.getRange("B1").load("values");
    await context.sync();
    expect(result.values).toEqual([[8]]);
  });
});

test("createWorkbook hands the file over", async () => {
  const opened: (string | null)[] = [];
  const { Excel } = officeOn([], { onOpenWorkbook: (base64) => opened.push(base64) });
  await Excel.createWorkbook("UEsDBA==");
  await Excel.createWorkbook();
  expect(opened).toEqual(["UEsDBA==", null]);
});
