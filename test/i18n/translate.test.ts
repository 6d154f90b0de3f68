import fc from "fast-check";
import { IntlMessageFormat } from "intl-messageformat";
import { createTranslator } from "../../src/i18n/catalogs";
import { enUS } from "../../src/i18n/en-US";
import { zhCN } from "../../src/i18n/zh-CN";
import { localeFor } from "../../src/i18n/translate";

test.each([
  ["zh-CN", "zh-CN"], ["zh-TW", "zh-CN"], ["en-US", "en-US"], ["en-GB", "en-US"], ["EN", "en-US"], ["fr-FR", "zh-CN"], ["", "zh-CN"], ["eng", "zh-CN"],
])("Office in %s speaks %s", (displayLanguage, locale) => {
  expect(localeFor(displayLanguage)).toBe(locale);
});

test("values are put in as they are, whatever they look like", () => {
  const words = createTranslator("zh-CN");
  const hostile = fc.oneof(fc.string(), fc.constantFrom("{name}", "<b>x</b>", "{count, plural, other {#}}", "'{'", "#", "</script>", "''", "{"));
  fc.assert(fc.property(hostile, hostile, (name, other) => {
    expect(words("finding.unmatched-budget", { name, other })).toBe(`预算“${name}”在${other}里没有对应的支出。`);
  }));
});

test("numbers follow the language", () => {
  expect(createTranslator("zh-CN")("pane.table.rows", { count: 100000 })).toBe("100,000 行");
  expect(createTranslator("en-US")("pane.table.rows", { count: 100000 })).toBe("100,000 lines");
  expect(createTranslator("en-US")("pane.table.rows", { count: 1 })).toBe("1 line");
});

test("a message without one of its values is an error, not a blank", () => {
  expect(() => createTranslator("zh-CN")("pane.table.rows")).toThrow(/count/);
});

test.each([["zh-CN", zhCN], ["en-US", enUS]] as const)("every message of %s that names nothing is what ICU makes of it", (locale, catalog) => {
  const words = createTranslator(locale);
  const plain = Object.entries(catalog).filter(([, pattern]) => !pattern.includes("{"));
  expect(plain.length).toBeGreaterThan(100);
  expect(plain.filter(([key, pattern]) => words(key as keyof typeof zhCN) !== new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true }).format())).toEqual([]);
});
