import { languagesFor, parseArguments, USAGE } from "../../src/cli/arguments";
import { problemLine } from "../../src/cli/problem-line";
import { createTranslator } from "../../src/i18n/catalogs";

const DEFAULTS = { input: "IN.xlsx", output: null, summary: false, formulas: false, basis: null, cutOff: null, text: null, strict: false, json: false, exports: { bureau: null, report: null, datapackage: null, organisation: null }, locale: "zh-CN" };

test.each<readonly [argv: readonly string[], given: object]>([
  [["IN.xlsx"], DEFAULTS],
  [["IN.xlsx", "--out", "OUT.XLSX", "--lang", "en-US", "--json"], { ...DEFAULTS, output: "OUT.XLSX", locale: "en-US", json: true }],
  [["IN.xlsx", "--out", "OUT.xlsx", "--formulas"], { ...DEFAULTS, output: "OUT.xlsx", formulas: true }],
  [["IN.xlsx", "--out", "OUT.xlsx", "--summary"], { ...DEFAULTS, output: "OUT.xlsx", summary: true }],
  [["--strict", "--basis=original", "--text", "-", "IN.xlsx"], { ...DEFAULTS, strict: true, basis: "original", text: "-" }],
])("%j is understood", (argv, given) => {
  expect(parseArguments(argv)).toEqual({ ok: true, value: { kind: "run", given } });
});

test.each<readonly [argv: readonly string[], locale: string]>([
  [["--help"], "zh-CN"],
  [["-h"], "zh-CN"],
  [["IN.xlsx", "--help", "--lang", "en-US"], "en-US"],
])("%j asks for help", (argv, locale) => {
  expect(parseArguments(argv)).toEqual({ ok: true, value: { kind: "help", locale } });
});

test.each<readonly [argv: readonly string[], code: string, values: object]>([
  [["IN.xlsx", "--texts", "a.txt"], "unknown-option", { option: "--texts", usage: USAGE }],
  [["IN.xlsx", "-x"], "unknown-option", { option: "-x", usage: USAGE }],
  [["IN.xlsx", "--constructor"], "unknown-option", { option: "--constructor", usage: USAGE }],
  [["IN.xlsx", "--out"], "option-without-value", { option: "--out", usage: USAGE }],
  [["IN.xlsx", "--out", "--json"], "option-without-value", { option: "--out", usage: USAGE }],
  [["IN.xlsx", "--json=yes"], "option-with-value", { option: "--json", usage: USAGE }],
  [["IN.xlsx", "--lang", "fr"], "bad-argument", { argument: "--lang fr", usage: USAGE }],
  [["IN.xlsx", "--basis", "both"], "bad-argument", { argument: "--basis both", usage: USAGE }],
  [["IN.xlsx", "--cutoff", "2016-13-01"], "bad-argument", { argument: "--cutoff 2016-13-01", usage: USAGE }],
  [["IN.xlsx", "--summary"], "bad-argument", { argument: "--summary", usage: USAGE }],
  [["IN.xlsx", "other.xlsx"], "bad-argument", { argument: "other.xlsx", usage: USAGE }],
  [[], "no-input", { usage: USAGE }],
  [["IN.xlsx", "--out", "foo.txt"], "output-not-xlsx", { file: "foo.txt" }],
  [["IN.xlsx", "--out="], "output-not-xlsx", { file: "" }],
])("%j is refused with %s", (argv, code, values) => {
  expect(parseArguments(argv)).toEqual({ ok: false, problem: { code, values } });
});

test.each(["--texts", "--out", "--json=yes"])("what is wrong with %s is said in Chinese alone", (option) => {
  const parsed = parseArguments(["IN.xlsx", option]);
  const line = parsed.ok ? "" : problemLine(parsed.problem, createTranslator("zh-CN"));
  expect(line.replace(USAGE, "").match(/[a-z]+/giu)).toEqual([/[a-z]+/u.exec(option)?.[0]]);
});

test.each<readonly [argv: readonly string[], languages: readonly string[]]>([
  [["IN.xlsx", "--texts"], ["zh-CN"]],
  [["IN.xlsx", "--texts", "--lang", "en-US"], ["en-US"]],
  [["--lang=en", "--out"], ["en-US"]],
  [["IN.xlsx", "--lang", "en-US", "--lang", "zh"], ["zh-CN"]],
  [["IN.xlsx", "--lang", "fr"], ["zh-CN", "en-US"]],
  [["IN.xlsx", "--lang"], ["zh-CN", "en-US"]],
  [["IN.xlsx", "--out", "--lang", "en-US"], ["en-US"]],
  [["IN.xlsx", "--lang", "--json"], ["zh-CN", "en-US"]],
])("what is wrong with %j is said in %j", (argv, languages) => {
  expect(languagesFor(argv)).toEqual(languages);
});
