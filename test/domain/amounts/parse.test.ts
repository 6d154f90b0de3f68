import fc from "fast-check";
import { Decimal } from "../../../src/domain/amounts/decimal";
import { formatAmount, formatPercent } from "../../../src/domain/amounts/format";
import { parseAmount } from "../../../src/domain/amounts/parse";
import { UNITS, type Unit } from "../../../src/domain/amounts/unit";
import type { CellValue } from "../../../src/workbook/snapshot";

/** "1234.5 万元 %"-like summary of what was read, so that a table of cases stays readable. */
function read(value: CellValue): string {
  const parsed = parseAmount(value);
  if (parsed.kind !== "amount") return parsed.kind;
  return parsed.value.toFixed() + (parsed.unit ?? "") + (parsed.percent ? "%" : "");
}

describe("an amount is read from what clerks' cells hold", () => {
  const cases: readonly (readonly [CellValue, string])[] = [
    // Numbers, by the shortest decimal form of what Excel shows: 15 digits.
    [182.14, "182.14"], [0.1 + 0.2, "0.3"], [7276.1799999999985, "7276.18"], [100.3 - 100 - 0.3, "0"], [0.123456789012345, "0.123456789012345"], [-0, "0"], [0, "0"], [1e-7, "0.0000001"], [123456789012345, "123456789012345"],
    // Texts as the 2016 report prints them.
    ["65.41 ", "65.41"], ["28,265.19", "28265.19"], ["400.00 ", "400"], ["118.3", "118.3"], ["48", "48"], ["0.00 ", "0"],
    // Spaces and invisible characters around the figure.
    ["\u00a065.41\u00a0", "65.41"], ["\u300065.41\u3000", "65.41"], ["\u200b65.41\ufeff", "65.41"], ["\t65.41\r\n", "65.41"],
    // Full-width.
    ["６５．４１", "65.41"], ["２８，２６５．１９", "28265.19"], ["（１，２３４．５０）", "-1234.5"], ["－５", "-5"],
    // Signs and accounting parentheses.
    ["(1,234.50)", "-1234.5"], ["-1,234.50", "-1234.5"], ["−5", "-5"], ["–5", "-5"], ["- 5", "-5"], ["+5", "5"], ["( 5 )", "-5"],
    // Currency before the figure.
    ["￥1,234.50", "1234.5"], ["¥ 5", "5"], ["$5", "5"], ["€1,234.50", "1234.5"], ["-£5", "-5"], ["(₩ 5)", "-5"], ["人民币5元", "5元"], ["人民币：5", "5"], ["RMB 1,234", "1234"], ["cny5", "5"], ["-¥5", "-5"], ["¥-5", "-5"], ["¥(5.00)", "-5"], ["(¥5.00)", "-5"], ["RMB ¥5", "5"],
    // Units behind it.
    ["12.5万元", "12.5万元"], ["12.5 万元", "12.5万元"], ["12.5万", "12.5万元"], ["3千元", "3千元"], ["2亿元", "2亿元"], ["2亿", "2亿元"], ["5元", "5元"], ["5元整", "5元"], ["(12.5万元)", "-12.5万元"], ["(12.5)万元", "-12.5万元"],
    // Percentages keep their printed figure.
    ["20.43%", "20.43%"], ["100.00％", "100%"], ["-5 %", "-5%"],
    // Other separators of thousands.
    ["1'234'567.5", "1234567.5"], ["1’234", "1234"], ["1\u00a0234\u00a0567", "1234567"], ["1\u2009234.5", "1234.5"], ["1\u202f234", "1234"],
    // As many digits as any sum of money has.
    ["9".repeat(30), "9".repeat(30)], [`￥${"9".repeat(30)}`, "9".repeat(30)], [`￥${" ".repeat(62)}5`, "5"],
    // Half a fen in 亿元; what is less is no money but what binary arithmetic leaves.
    [5e-11, "0.00000000005"], [4.9e-11, "0"],
    // The text prefix of Excel, copied along; a point without a zero before it.
    ["'5.5", "5.5"], [".5", "0.5"], ["0.50", "0.5"],
  ];
  test.each(cases)("%j is %s", (value, expected) => expect(read(value)).toBe(expected));
});

test("an amount says its value, its own unit if it has one, and whether it is a percentage", () => {
  expect(parseAmount("12.5万元")).toEqual({ kind: "amount", value: new Decimal("12.5"), unit: "万元", percent: false });
  expect(parseAmount("20.43%")).toEqual({ kind: "amount", value: new Decimal("20.43"), unit: null, percent: true });
  expect(parseAmount("1,234")).toEqual({ kind: "amount", value: new Decimal("1234"), unit: null, percent: false });
});

test.each<[string, string | undefined]>([["￥5", "CNY"], ["RMB 5", "CNY"], ["人民币：5", "CNY"], ["$5", "$"], ["€5", "€"], ["(£5)", "£"], ["5", undefined], ["5元", undefined]])("the currency before %j is %j", (text, currency) => {
  const parsed = parseAmount(text);
  expect(parsed.kind === "amount" ? parsed.currency : parsed).toBe(currency);
});

describe("blank means: nothing stands here", () => {
  test.each(["", " ", "\u3000", "\u3000\u3000", "\u00a0", "\u200b", "\t\n"])("%j", (value) => {
    expect(parseAmount(value)).toEqual({ kind: "blank" });
  });
});

describe("a dash alone is a sign of its own: what it means depends on the column", () => {
  test.each(["-", "—", "——", "–", "－", "−", "---", " - ", "¥ -", "€ -", "￥－", " ¥ -   "])("%j", (value) => {
    expect(parseAmount(value)).toEqual({ kind: "dash" });
  });
});

describe("what can be read in two ways, or not at all, is unreadable and keeps its content", () => {
  const cases: readonly string[] = [
    "1,23,4.5", "12,34", "1,2345", "1.234,50", "1,234.567,8", "0,123", "1,234'567", ",123", "1,,234", "1.2.3", "5.", ".", ",", "007", "00.5",
    "1 234", "400\n108", "1\u00a02345", "1\u00a023",
    "10²", "①", "½", "5㎡", "Ⅳ", "一百", "٣", "1e5", "0x10",
    "2016-12-31", "2016/12/31", "2016年", "12月", "1-6",
    "#DIV/0!", "#N/A", "#VALUE!", "abc", "待定", "无", "/", "N/A", "约5万元", "5万元左右", "5~6", "5+6", "=1+1",
    "(5", "5)", "((5))", "(-5)", "-(5)", "--5", "+-5", "-¥-5", "5-", "5%%", "5%元", "5元%", "5万元元", "3百万元", "10万千元", "5角",
    "US$5", "HK$5", "EUR 5", "5€", "€$5", "5USD", "5 million", "¥", "元", "%", "()", "12。5", "1、2",
    "9".repeat(31), `￥${"9".repeat(31)}`, `￥${" ".repeat(63)}5`, "￥￥5", "￥¥5", "'", "''5", "1_234",
  ];
  test.each(cases)("%j", (content) => expect(parseAmount(content)).toEqual({ kind: "unreadable", content }));

  test("booleans and what is no number at all", () => {
    expect(parseAmount(true)).toEqual({ kind: "unreadable", content: "TRUE" });
    expect(parseAmount(false)).toEqual({ kind: "unreadable", content: "FALSE" });
    expect(parseAmount(Number.NaN)).toEqual({ kind: "unreadable", content: "NaN" });
    expect(parseAmount(Number.POSITIVE_INFINITY)).toEqual({ kind: "unreadable", content: "Infinity" });
  });
});

/** Exact decimals of up to 26 digits, 8 of them behind the point. */
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 26n), max: 10n ** 26n }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, places]) => new Decimal(digits.toString()).times(new Decimal(10).pow(-places)));

describe("format and parse", () => {
  test.each([["6805.37", "6,805.37"], ["0", "0.00"], ["-0", "0.00"], ["-1234.5", "-1,234.50"], ["999", "999.00"], ["1000", "1,000.00"], ["1234567.891", "1,234,567.891"], ["290.500815", "290.500815"]])(
    "%s is written %s", (amount, text) => expect(formatAmount(new Decimal(amount))).toBe(text),
  );

  test("a percentage is written with two decimals", () => {
    expect(formatPercent(new Decimal("184.33"))).toBe("184.33%");
    expect(formatPercent(new Decimal("1234.5"))).toBe("1,234.50%");
  });

  test("what is written reads back as the same value", () => {
    fc.assert(fc.property(decimals, (amount) => {
      expect(read(formatAmount(amount))).toBe(amount.isZero() ? "0" : amount.toFixed());
      expect(read(formatPercent(amount))).toBe(`${amount.isZero() ? "0" : amount.toFixed()}%`);
    }));
  });

  test("however a clerk dresses a figure up, the value is the same", () => {
    const fullWidth = (text: string): string => text.replace(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const spaces = fc.stringMatching(/^[ \u3000\u00a0\t\u200b]{0,3}$/u);
    const prefixes = fc.constantFrom("", "￥", "¥", "$", "人民币", "RMB ", "CNY");
    const units = fc.constantFrom<Unit | "">("", ...(Object.keys(UNITS) as Unit[]));
    fc.assert(fc.property(decimals, spaces, spaces, prefixes, units, fc.boolean(), fc.boolean(), (amount, before, after, prefix, unit, wide, accounting) => {
      const bare = formatAmount(amount.abs());
      const isNegative = amount.isNegative() && !amount.isZero();
      const figure = !isNegative ? prefix + bare + unit : accounting ? `(${prefix}${bare}${unit})` : `-${prefix}${bare}${unit}`;
      expect(read(before + (wide ? fullWidth(figure) : figure) + after)).toBe((amount.isZero() ? "0" : amount.toFixed()) + unit);
    }));
  });
});

describe("no text gives wrong money", () => {
  /** Texts near the border between amounts and other things. */
  const nearAmounts = fc.string({ unit: fc.constantFrom(..."0123456789,,..-−—()（）％%￥¥$'’ \u3000\u00a0１２．，万千亿元整年百²½eE+/RMB"), maxLength: 14 });

  test("an accepted text holds just the digits of its value, and no other letters than a currency and a unit", () => {
    fc.assert(fc.property(fc.oneof(nearAmounts, fc.string({ unit: "binary", maxLength: 12 })), (text) => {
      const parsed = parseAmount(text);
      if (parsed.kind !== "amount") return;
      const digits = (from: string): string => from.replace(/[０-９]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[^0-9]/gu, "").replace(/^0+/u, "");
      const [, printedFraction = ""] = text.replaceAll("．", ".").split(".");
      const places = digits(`9${printedFraction}`).length - 1;
      expect(digits(text)).toBe(parsed.value.abs().times(new Decimal(10).pow(places)).toFixed().replace(/^0+/u, ""));
      const isNegative = /[-−—－–(（]/u.test(text);
      expect(parsed.value.isNegative()).toBe(isNegative && !parsed.value.isZero());
    }), { numRuns: 5000 });
  });

  test("every number that Excel shows in full reads back as the same number", () => {
    fc.assert(fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 10 }), (digits, places) => {
      const number = Number(`${digits}e-${places}`);
      const parsed = parseAmount(number);
      expect(parsed.kind === "amount" && parsed.value.toNumber()).toBe(number === 0 ? 0 : number);
    }));
  });
});
