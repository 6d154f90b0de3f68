import fc from "fast-check";
import { describeFigure, formatFigure } from "../../src/i18n/figures";
import { createTranslator } from "../../src/i18n/catalogs";
import type { Locale } from "../../src/i18n/translate";

const LOCALES: readonly Locale[] = ["zh-CN", "en-US"];
const [chinese, english] = [createTranslator("zh-CN"), createTranslator("en-US")];

test.each([
  ["27752.1", "27,752.10"], ["0", "0.00"], ["-0.01", "-0.01"], ["182.14159", "182.14159"], ["999", "999.00"], ["1000", "1,000.00"],
  ["9007199254740993.07", "9,007,199,254,740,993.07"], ["123456789012345678.9012", "123,456,789,012,345,678.9012"], ["", ""], ["12.5万", "12.5万"],
])("%j is written %j in both languages", (figure, written) => {
  expect(LOCALES.map((locale) => formatFigure(locale, figure))).toEqual([written, written]);
});

test("no digit is lost or made up, and at least two decimals stand there", () => {
  const decimal = fc.tuple(fc.boolean(), fc.bigInt({ min: 1n, max: 10n ** 24n }), fc.stringMatching(/^\d{0,12}$/u))
    .map(([isNegative, whole, places]) => `${isNegative ? "-" : ""}${whole}${places === "" ? "" : `.${places}`}`);
  fc.assert(fc.property(decimal, fc.constantFrom(...LOCALES), (figure, locale) => {
    const [whole = "", places = ""] = formatFigure(locale, figure).split(".");
    const [givenWhole = "", givenPlaces = ""] = figure.split(".");
    expect(whole).toMatch(/^-?\d{1,3}(?:,\d{3})*$/u);
    expect(whole.replaceAll(",", "")).toBe(givenWhole);
    expect(places).toBe(givenPlaces.replace(/0+$/u, "").padEnd(2, "0"));
  }));
});

test.each([
  ["元", "1,821,400.00 元", "1,821,400.00 yuan"],
  ["千元", "1,821,400.00 千元", "1,821,400.00 (1,000 yuan)"],
  ["万元", "1,821,400.00 万元", "1,821,400.00 (10,000 yuan)"],
  ["亿元", "1,821,400.00 亿元", "1,821,400.00 (100 million yuan)"],
  ["percent", "1,821,400.00%", "1,821,400.00%"],
  ["points", "1,821,400.00 个百分点", "1,821,400.00 percentage points"],
  [null, "1,821,400.00", "1,821,400.00"],
] as const)("with the unit %s", (unit, zh, en) => {
  expect([chinese, english].map((words) => describeFigure(words, { figure: "1821400", unit }))).toEqual([zh, en]);
});
