// Documented at learn.microsoft.com/javascript/api/excel/excel.range and
// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values
import fc from "fast-check";
import type { CellInput } from "../../../src/embedded/book/entering";
import { failureOf, officeOn } from "../../support/office";

type Office = ReturnType<typeof officeOn>;

/** Does something to A1-anchored cells, then reads what they hold. */
async function after(office: Office, address: string, act: (range: Excel.Range, sheet: Excel.Worksheet) => void): Promise<Excel.Interfaces.RangeData> {
  return office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRange(address);
    act(range, sheet);
    range.load("values,formulas,formulasR1C1,text,numberFormat,valueTypes");
    await context.sync();
    return range.toJSON();
  });
}

describe("reading", () => {
  test("blanks are empty texts, errors their codes, dates serial numbers", async () => {
    const range = await after(officeOn([[1.5, "text", true, null, "=1/0", "2016-12-31"]]), "A1:F1", () => {});
    expect(range.values).toEqual([[1.5, "text", true, "", "#DIV/0!", 42735]]);
    expect(range.valueTypes).toEqual([["Double", "String", "Boolean", "Empty", "Error", "Double"]]);
    expect(range.formulas).toEqual([[1.5, "text", true, "", "=1/0", 42735]]);
  });

  test("formulas are answered in A1 and in R1C1 notation", async () => {
    const range = await after(officeOn([[1, 2, "=A1+$B$1"]]), "C1", () => {});
    expect([range.formulas, range.formulasR1C1, range.values]).toEqual([[["=A1+$B$1"]], [["=RC[-2]+R1C2"]], [[3]]]);
  });

  test("the text is what the cell shows", async () => {
    const range = await after(officeOn([[0.598123]]), "A1", (cell) => {
      cell.numberFormat = [["0.00%"]];
    });
    expect([range.text, range.values]).toEqual([[["59.81%"]], [[0.598123]]]);
  });
});

describe("writing", () => {
  test("null leaves a cell alone, an empty text clears it", async () => {
    const range = await after(officeOn([["keep", "clear", "change"]]), "A1:C1", (cells) => {
      cells.values = [[null, "", "changed"]];
    });
    expect(range.values).toEqual([["keep", "", "changed"]]);
    expect(range.valueTypes).toEqual([["String", "Empty", "String"]]);
  });

  test("one value fills the range", async () => {
    const range = await after(officeOn([]), "A1:B2", (cells) => {
      Object.assign(cells, { values: 7, numberFormat: "0.0" });
    });
    expect([range.values, range.numberFormat]).toEqual([
      [
        [7, 7],
        [7, 7],
      ],
      [
        ["0.0", "0.0"],
        ["0.0", "0.0"],
      ],
    ]);
  });

  test.each([
    ["too few rows", [[1, 2]]],
    ["too many rows", [[1, 2], [3, 4], [5, 6]]],
    ["too few columns", [[1], [2]]],
    ["ragged rows", [[1, 2], [3]]],
    ["a flat list", [1, 2, 3, 4]],
    ["objects", [[{}, 2], [3, 4]]],
  ])("an array of another shape is refused: %s", async (_, values) => {
    const office = officeOn([["a", "b"], ["c", "d"]]);
    const failure = await failureOf(
      after(office, "A1:B2", (cells) => {
        Object.assign(cells, { values });
      }),
    );
    expect(failure).toMatchObject({ code: "InvalidArgument", location: "Range.values" });
    expect((await after(office, "A1:B2", () => {})).values).toEqual([["a", "b"], ["c", "d"]]);
  });

  test("texts that look like numbers become numbers, except in cells formatted as text", async () => {
    const office = officeOn([]);
    const range = await after(office, "A1:B1", (cells) => {
      cells.numberFormat = [["General", "@"]];
      cells.values = [["0123", "0123"]];
    });
    expect([range.values, range.valueTypes]).toEqual([[[123, "0123"]], [["Double", "String"]]]);
  });

  test("a text that begins with = becomes a formula, and its result is there at once", async () => {
    const range = await after(officeOn([[2]]), "B1", (cell) => {
      cell.values = [["=A1*21"]];
    });
    expect([range.values, range.formulas]).toEqual([[[42]], [["=A1*21"]]]);
  });

  test("R1C1 formulas are relative to their cell", async () => {
    const range = await after(officeOn([[1], [2]]), "B1:B2", (cells) => {
      cells.formulasR1C1 = [["=RC[-1]*10"], ["=RC[-1]*10"]];
    });
    expect([range.formulas, range.values]).toEqual([
      [["=A1*10"], ["=A2*10"]],
      [[10], [20]],
    ]);
  });

  test("a formula that cannot be read is refused", async () => {
    const failure = await failureOf(
      after(officeOn([]), "A1", (cell) => {
        cell.formulas = [["=SUM("]];
      }),
    );
    expect(failure).toMatchObject({ code: "InvalidArgument", location: "Range.formulas" });
  });

  test("large arrays, which office.js sends in pieces, arrive whole", async () => {
    const rows = Array.from({ length: 2000 }, (_, row) => [row, `row ${row}`]);
    const range = await after(officeOn([]), "A1:B2000", (cells) => {
      cells.values = rows;
    });
    expect(range.values).toEqual(rows);
  });

  test("the general format has its Chinese name in numberFormatLocal", async () => {
    const { Excel } = officeOn([[1]], { locale: "zh-CN" });
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getFirst().getRange("A1").load("numberFormatLocal");
      await context.sync();
      expect(cell.numberFormatLocal).toEqual([["G/通用格式"]]);
      cell.numberFormat = [["0.00%"]];
      cell.numberFormatLocal = [["G/通用格式"]];
      cell.load("numberFormat");
      await context.sync();
      expect(cell.numberFormat).toEqual([["General"]]);
    });
  });
});

describe("what is written is what is read, for any values", () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }).filter((value) => value === 0 || Math.abs(value) > 1e-300).map((value) => value + 0);
  const text = fc.string({ unit: "grapheme", maxLength: 40 }).filter((value) => !value.startsWith("'"));
  const grid = <T>(cell: fc.Arbitrary<T>): fc.Arbitrary<T[][]> =>
    fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

  const { Excel } = officeOn([]);

  async function roundTrip(values: readonly (readonly CellInput[])[], format: string): Promise<unknown> {
    return Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRangeByIndexes(0, 0, values.length, values[0]?.length ?? 1);
      Object.assign(range, { numberFormat: format, values });
      range.load("values");
      await context.sync();
      return range.values;
    });
  }

  test("numbers and booleans in general cells", async () => {
    await fc.assert(
      fc.asyncProperty(grid(fc.oneof(number, fc.boolean())), async (values) => {
        expect(await roundTrip(values, "General")).toEqual(values);
      }),
      { numRuns: 50 },
    );
  });

  test("texts in text cells", async () => {
    await fc.assert(
      fc.asyncProperty(grid(text), async (values) => {
        expect(await roundTrip(values, "@")).toEqual(values);
      }),
      { numRuns: 50 },
    );
  });
});

test("a formula's spill has its parent and its area", async () => {
  const { Excel } = officeOn([["=SEQUENCE(2,2)"]]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const area = sheet.getRange("A1").getSpillingToRange().load("address,values");
    const parent = sheet.getRange("B2").getSpillParent().load("address,hasSpill");
    const nothing = sheet.getRange("B2").getSpillingToRangeOrNullObject();
    await context.sync();
    expect([area.address, area.values, parent.address, parent.hasSpill, nothing.isNullObject]).toEqual(["Sheet1!A1:B2", [[1, 2], [3, 4]], "Sheet1!A1", true, true]);
  });
});
