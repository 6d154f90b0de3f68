/**
 * Whatever stands in the cells: no crash, no hang, and no amount that the cell does not say. A small number of cases in
 * each run, 100,000 of each kind with NIGHTLY=1.
 */

import fc from "fast-check";
import { parseAmount } from "../../src/domain/amounts/parse";
import { columnAt } from "../../src/domain/table";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import type { CellValue } from "../../src/workbook/snapshot";
import { runs } from "../support/nightly";
import { sheetOf, snapshotOf } from "../support/snapshots";

const NIGHT = 3_600_000;

/** A text of an amount and one or two slips of the finger in it, or anything at all. */
const pieces = fc.constantFrom("-", "−", "(", ")", "（", "）", "￥", "¥", "$", "人民币", "RMB", ",", "，", "'", ".", "．", " ", "\u3000", "\u00a0", "\u200b", "%", "％", "万", "万元", "元", "亿元", "千元", "元整", "1", "0", "７", "12,345", "1,234.50", "65.41 ", "e5", "²", "½", "٣", "①", "一百", "#N/A", "2016年", "~", "/");
const nearAmounts = fc.array(fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: fc.nat(9_999_999).map(String) }), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
const texts = fc.oneof({ weight: 6, arbitrary: nearAmounts }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) }, { weight: 1, arbitrary: fc.double().map(String) });

/** The only amount a text can mean: its digits, the point where it stands; null where they are none. */
function onlyMeaning(text: string): { readonly digits: string; readonly places: number } {
  const plain = text.replace(/[\uff10-\uff19\uff0e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const fraction = plain.includes(".") ? plain.slice(plain.lastIndexOf(".") + 1) : "";
  return { digits: plain.replace(/\D/gu, ""), places: fraction.replace(/\D/gu, "").length };
}

test("an amount read from a text has the text's own digits, its point, and its sign", () => {
  fc.assert(fc.property(texts, (text) => {
    const parsed = parseAmount(text);
    if (parsed.kind !== "amount") return;
    const { digits, places } = onlyMeaning(text);
    const isNegative = /[-−\u2010-\u2015\uff0d\ufe58\ufe63(（]/u.test(text);
    expect(parsed.value.abs().times(`1e${String(places)}`).toFixed()).toBe(digits.replace(/^0+(?=\d)/u, ""));
    expect(parsed.value.isZero() || parsed.value.isNegative() === isNegative).toBe(true);
  }), { numRuns: runs(1_000, 100_000) });
}, NIGHT);

test("a number is read as what Excel shows of it, to 15 digits", () => {
  // A cell of Excel holds no larger ones.
  fc.assert(fc.property(fc.double({ noNaN: true, min: -9.99999999999999e307, max: 9.99999999999999e307 }), (number) => {
    const parsed = parseAmount(number);
    // Half a unit of the fifteenth digit; half a fen in 亿元.
    const off = parsed.kind === "amount" ? parsed.value.minus(String(number)).abs() : null;
    expect(off !== null && off.lte(Math.max(5e-11, Math.abs(number) * 5.1e-15))).toBe(true);
    expect(parsed.kind === "amount" && parsed.value.precision() <= 15).toBe(true);
  }), { numRuns: runs(500, 100_000) });
}, NIGHT);

const HEADERS = ["项目名称", "项目", "序号", "项目代码", "年初预算", "调整后预算", "预算数", "支出", "全年支出", "执行率", "1月", "四季度", "备注", "Description", "Adopted Budget", "YTD Actual", "% Used", "其中", "基本支出", "项目支出", "收入", "金额（元）", "支出（万元）"];
const NAMES = ["物业费", "一、行政", "（一）物业", "1.保洁", "　保安", "合计", "小计", "其中：工资", "24号院", "Total", "注：尾差", "", "🏠", "__proto__", "constructor"];
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -99_999, max: 9_999_999 }).map((cents) => cents / 100) },
  { weight: 3, arbitrary: fc.constantFrom<CellValue>("", "", "-", "#DIV/0!", true, "待定", "12.5万元", "1,234.50", "（3.00）", "50%") },
  { weight: 1, arbitrary: texts },
);
const sheets = fc.record({
  above: fc.array(fc.constantFrom("2016年预算执行情况表", "单位：万元", "单位：元", "单位：美元", "截至2016年6月30日", "收入决算表", ""), { maxLength: 3 }),
  header: fc.uniqueArray(fc.constantFrom(...HEADERS), { minLength: 2, maxLength: 7 }),
  rows: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.array(cell, { maxLength: 7 })), { minLength: 1, maxLength: 14 }),
  again: fc.boolean(),
}).map(({ above, header, rows, again }) => {
  const lines = rows.map(([name, cells]): CellValue[] => header.map((text, at) => (/名称|^项目$|Desc/u.test(text) ? name : (cells[at] ?? ""))));
  const table: CellValue[][] = [...above.map((text) => [text]), header, ...lines];
  return sheetOf("表", again ? [...table, [], ...table] : table);
});

test("whatever a sheet holds, every figure of an execution is the one in its cell", () => {
  fc.assert(fc.property(sheets, (sheet) => {
    const { executions } = computeWorkbook(snapshotOf(sheet), DEFAULT_OPTIONS);
    for (const { table, rows, unit, budgetFrom, expenditureFrom } of executions) {
      // What a line and its further payments come to stands in no cell.
      const lines = new Map(table.rows.map((line) => [line.row, line]));
      const ledger = new Set(table.rows.flatMap(({ row, paymentOf }) => (paymentOf === undefined ? [] : [row, paymentOf])));
      for (const [from, side] of [[budgetFrom, "budget"], [expenditureFrom, "expenditure"]] as const) {
        const [column, more] = from.columns;
        const own = table.columns.find((one) => one.column === column)?.unit ?? table.unit;
        // Of two tables the lines are matched, and each has its own rows.
        if (column === undefined || more !== undefined || own !== unit || from.tableId !== table.id) continue;
        for (const { row, [side]: figure } of rows) {
          if (ledger.has(row)) continue;
          const line = lines.get(row);
          const [printed] = table.columns.filter((one) => one.column === column);
          // An adjusted budget left blank, as nothing was adjusted, stands in the original one's cell.
          const at = line === undefined || printed === undefined ? column : columnAt(table, line, printed)?.column;
          const value = at === undefined ? "" : (sheet.values[row - sheet.top]?.[at - sheet.left] ?? "");
          if (typeof value === "number") expect(figure?.toFixed()).toBe(String(value));
          else if (value === "" || typeof value === "boolean") expect(figure).toBeNull();
        }
      }
    }
  }), { numRuns: runs(300, 100_000) });
}, NIGHT);
