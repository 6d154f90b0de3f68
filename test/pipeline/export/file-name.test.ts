import fc from "fast-check";
import { exportFileName } from "../../../src/pipeline/export/file-name";
import { FACTS, WORDS } from "./small-export";

test("unit, year, cut-off date, and what it is", () => {
  expect(exportFileName(FACTS, ".xlsx", WORDS)).toBe("长沟街道_2016_2016-12-31_预算执行汇总.xlsx");
});

test("what is not known is left out, but an unknown unit is said", () => {
  expect(exportFileName({ ...FACTS, organisation: " ", year: null, cutOff: null }, ".docx", WORDS)).toBe("未注明单位_预算执行汇总.docx");
});

test("every system takes it, Windows included, whatever the unit is called", () => {
  const nasty = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("CON", "a/b\\c", "..", "街道:*?\"<>|", "名\u202Etxt", " 点. ", "长".repeat(300)));
  fc.assert(fc.property(nasty, (organisation) => {
    const name = exportFileName({ ...FACTS, organisation }, ".xlsx", WORDS);
    expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\u200b-\u200f\u2028-\u202e]/u);
    expect(name).toMatch(/^[^.\s].*[^.\s]_2016_2016-12-31_预算执行汇总\.xlsx$|^[^.\s]_2016_2016-12-31_预算执行汇总\.xlsx$/u);
    expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
    expect(Buffer.byteLength(name)).toBeLessThan(255);
  }));
});
