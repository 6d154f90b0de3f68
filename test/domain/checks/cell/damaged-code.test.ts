import type { CellValue } from "../../../../src/workbook/snapshot";
import { found } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const sheet = (...codes: CellValue[]) => sheetOf("表", [["项目代码", "项目名称", "项目预算"], ...codes.map((code, i) => [code, `项目${i}`, 10 + i])]);

test("codes of more than 15 digits stored as numbers, and the scientific form pasted as text", () => {
  expect(found("damaged-code", sheet(2.0162010350269e21, "2016201035026900130188", "2.01620E+21", 1234567890123456, 999999999999999, 2010350, "E001")))
    .toEqual(["error 表 A2 - 2.0162010350269e+21", "error 表 A4 - 2.01620E+21", "error 表 A5 - 1234567890123456"]);
});
