import { isAvailable, requirementSets } from "../../../src/embedded/protocol/level";
import { failureOf, officeOn } from "../../support/office";

const MEGABYTE = 1024 * 1024;

describe("payload limits", () => {
  test("a request over 5 MB is refused before anything ran", async () => {
    const { Excel, host } = officeOn([["before"]]);
    const row = Array.from({ length: 200 }, () => "x".repeat(30_000));
    const failure = await failureOf(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        sheet.getRange("A1").values = [["after"]];
        sheet.getRangeByIndexes(1, 0, 1, row.length).values = [row];
        await context.sync();
      }),
    );
    expect(failure.code).toBe("RequestPayloadSizeLimitExceeded");
    expect(host.traffic().log[0]).toMatchObject({ error: "RequestPayloadSizeLimitExceeded", actions: 0 });
    expect(host.traffic().log[0]?.bytesIn).toBeGreaterThan(200 * 30_000);
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getFirst().getRange("A1").load("values");
      await context.sync();
      expect(cell.values).toEqual([["before"]]);
    });
  });

  test("a request just below goes through, and its bytes are counted in UTF-8", async () => {
    const { Excel, host } = officeOn([]);
    const text = "预".repeat(30_000);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRangeByIndexes(0, 0, 1, 50).values = [Array.from({ length: 50 }, () => text)];
      await context.sync();
    });
    const [first] = host.traffic().log;
    expect(first?.error).toBeNull();
    expect(first?.bytesIn).toBeGreaterThan(50 * 30_000 * 3);
    expect(first?.bytesIn).toBeLessThan(5 * MEGABYTE);
  });

  test("an answer over the limit is refused, though what the request wrote stays", async () => {
    const { Excel } = officeOn([["x".repeat(1000)]], { payloadLimit: 4000 });
    const failure = await failureOf(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        sheet.getRange("B1").values = [["written"]];
        sheet.getRange("A1").load("values,formulas,text,address");
        sheet.getRange("A1:B1").load("values,formulas,text,address");
        await context.sync();
      }),
    );
    expect(failure.code).toBe("ResponsePayloadSizeLimitExceeded");
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getFirst().getRange("B1").load("values");
      await context.sync();
      expect(cell.values).toEqual([["written"]]);
    });
  });
});

describe("cell limits", () => {
  test("more than five million cells are not read at once", async () => {
    const { Excel } = officeOn([]);
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange("A1:F1000000").load("values");
        await context.sync();
      }),
    );
    expect(failure).toMatchObject({ code: "RangeExceedsLimit", location: "Range.values" });
  });

  test("whole rows and columns have no values, and take none", async () => {
    const { Excel } = officeOn([[1]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const column = sheet.getRange("A:B").load("values,formulas,text,numberFormat,address,isEntireColumn");
      const row = sheet.getRange("3:4").load("values,address,isEntireRow");
      await context.sync();
      expect([column.values, column.formulas, column.text, column.numberFormat]).toEqual([null, null, null, null]);
      expect([column.address, column.isEntireColumn, row.values, row.address, row.isEntireRow]).toEqual(["Sheet1!A:B", true, null, "Sheet1!3:4", true]);
    });
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange("A:A").values = [["x"]];
        await context.sync();
      }),
    );
    expect(failure.code).toBe("InvalidArgument");
  });
});

describe("the ExcelApi level", () => {
  test("is what isSetSupported says", () => {
    const { Office } = officeOn([], { apiLevel: "1.13" });
    const { requirements } = Office.context;
    expect([requirements.isSetSupported("ExcelApi", "1.13"), requirements.isSetSupported("ExcelApi", "1.14"), requirements.isSetSupported("ExcelApiOnline", "1.1")]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("stops newer members, in office.js and in the host alike", async () => {
    const { Excel } = officeOn([], { apiLevel: "1.8" });
    const inScript = await failureOf(Excel.run(async (context) => void context.workbook.worksheets.getFirst().getRange("A1").getMergedAreasOrNullObject()));
    expect(inScript).toMatchObject({ code: "ApiNotFound", location: "Range.getMergedAreasOrNullObject" });
    const inHost = await failureOf(Excel.run(async (context) => void context.workbook.worksheets.getFirst().getRange("A1").load("top")));
    expect(inHost).toMatchObject({ code: "ApiNotFound", location: "Range.top" });
  });

  test("leaves newer plain properties out of a bare load", async () => {
    const { Excel } = officeOn([["a"]], { apiLevel: "1.8" });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1").load();
      await context.sync();
      expect(range.values).toEqual([["a"]]);
      expect(Object.keys(range.toJSON())).not.toContain("top");
    });
  });

  test("compares versions by number, not as text", () => {
    expect([isAvailable("1.9", "1.13"), isAvailable("1.13", "1.9"), isAvailable("1.13", "1.13"), isAvailable("online", "1.19"), isAvailable("online", "online")]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(requirementSets("1.13")["ExcelApi"]).toBe("1.13");
  });
});

test("members the host does not have fail with their name", async () => {
  const { Excel } = officeOn([[1]]);
  const failure = await failureOf(
    Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").getImage();
      await context.sync();
    }),
  );
  expect(failure).toMatchObject({ code: "ApiNotFound", location: "Range.getImage" });
  expect(failure.message).toContain("Range.getImage");
});
