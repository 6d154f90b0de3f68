/** Amounts that formulas calculate carry what binary arithmetic leaves behind. Nothing of it may reach a rate, a status or a finding. */

import fc from "fast-check";
import { Decimal } from "../../src/domain/amounts/decimal";
import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import { createBook } from "../../src/embedded/book/book";
import { enterValues } from "../../src/embedded/book/entering";
import { createFilePort } from "../../src/files/port";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { checkExecution } from "../../src/pipeline/check";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { runs } from "../support/nightly";
import { rangeOf } from "../support/snapshots";

const WORDS = sheetWords(createTranslator("zh-CN"));
const HEADER = ["项目名称", "年初预算（万元）", "上半年支出", "下半年支出", "支出（万元）"];

/** In cents, so that the test's own sums are exact. */
interface Line {
  readonly budget: number;
  readonly spent: readonly [number, number];
}

/** What is written beside the lines, and which findings speak of sums or of more spent than there was. */
async function executed(lines: readonly Line[]): Promise<{ readonly rates: readonly unknown[]; readonly findings: readonly string[] }> {
  const book = createBook(["执行"]);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("a workbook has a sheet");
  const last = lines.length + 1;
  enterValues(sheet, rangeOf(`A1:E${last + 1}`), [
    HEADER,
    ...lines.map(({ budget, spent: [first, second] }, i) => [`项目${"甲乙丙丁戊己庚辛壬癸"[i] ?? i}`, budget / 100, first / 100, second / 100, `=C${i + 2}+D${i + 2}`]),
    ["合计", ...["B", "C", "D", "E"].map((column) => `=SUM(${column}2:${column}${last})`)],
  ]);
  const port = createFilePort(book);
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  const { execution, plan } = prepareWriting(read.value, DEFAULT_OPTIONS, WORDS);
  const findings = checkExecution(read.value, execution, { settings: DEFAULT_SETTINGS, text: null, confirmed: [] }).findings.map(({ rule }) => rule);
  await port.apply(plan.edits);
  const after = await port.read();
  return { rates: after.ok ? (after.value.sheets[0]?.values.slice(1).map((row) => row[5]) ?? []) : [], findings: findings.filter((rule) => /mismatch|over-execution/u.test(rule)) };
}

/** Half up at a hundredth of a percent, on exact decimals. */
function rateOf(spent: number, budget: number): number {
  return new Decimal(spent).div(budget).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toNumber();
}

test("ties and sums are those of the decimals", async () => {
  // 35.98 of 200 is 17.99 %, 35.99 is 17.995 %: half up.
  const lines: Line[] = [{ budget: 20_000, spent: [1_010, 2_589] }, { budget: 30, spent: [10, 20] }, { budget: 727_618, spent: [110, 220] }];
  expect(await executed(lines)).toEqual({ rates: [0.18, 1, 0.0005, 0.0053], findings: [] });
});

test("whatever the cents, rates are exact and no sum is called wrong", async () => {
  const cents = fc.integer({ min: 1, max: 99_999_999 });
  const line = fc.tuple(cents, cents, fc.boolean(), cents).map(([first, second, isSpent, more]): Line => ({ budget: first + second + (isSpent ? 0 : more), spent: [first, second] }));
  await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 2, maxLength: 9 }), async (lines) => {
    const budget = lines.reduce((sum, one) => sum + one.budget, 0);
    const spent = lines.reduce((sum, one) => sum + one.spent[0] + one.spent[1], 0);
    expect(await executed(lines)).toEqual({ rates: [...lines.map((one) => rateOf(one.spent[0] + one.spent[1], one.budget)), rateOf(spent, budget)], findings: [] });
  }), { numRuns: runs(40, 2_000) });
});
