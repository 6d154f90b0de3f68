import { CHECKS } from "../../src/domain/checks/registry";
import { PRESETS } from "../../src/domain/checks/presets";
import { checkWords, presetName } from "../../src/i18n/describe-checks";
import { createTranslator } from "../../src/i18n/catalogs";
import type { Locale } from "../../src/i18n/translate";
import { zhCN } from "../../src/i18n/zh-CN";

const reference = createTranslator("zh-CN");
const LOCALES: readonly Locale[] = ["zh-CN", "en-US"];

describe.each(LOCALES)("the words of checks in %s", (locale) => {
  const words = createTranslator(locale);

  test.each(CHECKS.map((check) => [check.id, check] as const))("%s has a name, what it is about, and its parameters' labels, units and sources", (_, check) => {
    const { name, about, parameters } = checkWords(words, check);
    const blanks = [["name", name], ["about", about], ...parameters.flatMap(({ id, label, source, options }) => [[id, label], [`${id} source`, source], ...options.map((option) => [option.id, option.label])])]
      .filter(([, text]) => text === "");
    expect(blanks).toEqual([]);
    expect(parameters.filter(({ unit, options }) => (unit === "") !== options.length > 0)).toEqual([]);
  });

  test("every preset has a name", () => {
    expect(PRESETS.filter((preset) => presetName(words, preset) === "")).toEqual([]);
  });
});

test("every check's findings have a message and a remedy", () => {
  const missing = CHECKS.filter(({ scope }) => scope !== "text").flatMap(({ id }) => [`finding.${id}`, `finding.${id}.remedy`]).filter((key) => !reference.has(key));
  expect(missing).toEqual([]);
  // What is found in the text has a message for each comparison.
  const ofText = CHECKS.filter(({ scope }) => scope === "text").map(({ id }) => id);
  const kinds = Object.keys(zhCN).filter((key) => ofText.some((id) => key.startsWith(`finding.${id}.`)));
  expect(ofText.filter((id) => !kinds.some((key) => key.startsWith(`finding.${id}.`)))).toEqual([]);
  expect(kinds.filter((key) => !key.endsWith(".remedy") && !reference.has(`${key}.remedy`))).toEqual([]);
});

test("there are no words for checks and parameters that do not exist", () => {
  const declared = new Set(CHECKS.flatMap(({ id, parameters }) => [
    `check.${id}`, `check.${id}.about`,
    ...Object.entries(parameters).flatMap(([name, parameter]) => [
      `check.${id}.${name}`,
      ...(parameter.kind === "choice" ? parameter.options.map((option) => `check.${id}.${name}.${option}`) : []),
    ]),
  ]));
  expect(Object.keys(zhCN).filter((key) => key.startsWith("check.") && !declared.has(key))).toEqual([]);
});
