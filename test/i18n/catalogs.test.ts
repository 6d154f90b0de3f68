import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { UNITS } from "../../src/domain/amounts/unit";
import { enUS } from "../../src/i18n/en-US";
import { zhCN } from "../../src/i18n/zh-CN";

const SRC = path.join(__dirname, "../../src");

/** Messages chosen by a code: `<family>.<code>`, sometimes with more behind it. Each is asked for by a template in src. */
const FAMILIES = ["amount", "basis", "check", "colours", "comparison", "export", "export-about", "export-view", "finding", "lack", "mend", "no-rate", "outcome", "parameter-unit", "preset", "problem", "rate-value", "rates", "reason", "reason-category", "reconciliation", "role", "scope", "severity", "source", "status", "summary", "unit", "pane.activity", "pane.selection", "steps", "summary-view.state", "workbench.theme", "cli.remedy"];

const sources = sourceFiles(SRC).map((file) => readFileSync(file, "utf8"));
const literals = new Set(sources.flatMap((text) => [...text.matchAll(/"([^"\n]*)"/gu)].map(([, literal]) => literal ?? "")));
const codes = new Set([...literals, ...Object.keys(UNITS)]);

describe("the catalogs", () => {
  test("have the same keys in the same order", () => {
    expect(Object.keys(enUS)).toEqual(Object.keys(zhCN));
  });

  test("hold no message that nothing asks for", () => {
    expect(Object.keys(zhCN).filter((key) => !literals.has(key) && !isAskedByCode(key))).toEqual([]);
  });

  test("name the same values in both languages", () => {
    const keys = Object.keys(zhCN) as (keyof typeof zhCN)[];
    const differing = keys.filter((key) => argumentsOf(zhCN[key], "zh-CN").join() !== argumentsOf(enUS[key], "en-US").join());
    expect(differing).toEqual([]);
  });

  test("speak their own language", () => {
    const blank = (catalog: Readonly<Record<string, string>>): string[] => Object.keys(catalog).filter((key) => catalog[key]?.trim() === "");
    expect([...blank(zhCN), ...blank(enUS)]).toEqual([]);
    expect(Object.keys(enUS).filter((key) => /\p{Script=Han}/u.test(literalsOf(enUS[key as keyof typeof enUS], "en-US")))).toEqual([]);
  });

  test("have what went wrong and its remedy for every problem", () => {
    const declared = /export type ProblemCode =([\s\S]*?);/u.exec(readFileSync(path.join(SRC, "workbook/problem.ts"), "utf8"))?.[1] ?? "";
    const problems = [...declared.matchAll(/"([^"]+)"/gu)].map(([, code]) => code ?? "");
    expect(problems.length).toBeGreaterThan(15);
    expect(Object.keys(zhCN).filter((key) => key.startsWith("problem.")).sort()).toEqual(problems.flatMap((code) => [`problem.${code}`, `problem.${code}.remedy`]).sort());
  });
});

describe("nothing that the source gives is without words", () => {
  const given = (pattern: RegExp): string[] => [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code ?? "")))];
  const has = (key: string): boolean => Object.hasOwn(zhCN, key);

  test("reasons and problems", () => {
    const codes = [...given(/\bcode: "([a-z-]+)"/gu), ...given(/\bbecause\("([a-z-]+)"/gu), ...given(/\bsingle\(\w+, "([a-z-]+)"\)/gu)];
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code) => !has(`reason.${code}`) && !has(`problem.${code}`))).toEqual([]);
  });

  test("findings, each with its remedy", () => {
    const rules = given(/\brule: "([a-z-]+)"/gu);
    expect(rules.length).toBeGreaterThan(20);
    expect(rules.filter((rule) => !Object.keys(zhCN).some((key) => key === `finding.${rule}` || key.startsWith(`finding.${rule}.`)))).toEqual([]);
    const messages = Object.keys(zhCN).filter((key) => key.startsWith("finding.") && !key.endsWith(".remedy"));
    expect(messages.filter((key) => !has(`${key}.remedy`))).toEqual([]);
  });

  test("comparisons of the report's text", () => {
    const declared = /export type TextCheckKind =([\s\S]*?);/u.exec(readFileSync(path.join(SRC, "domain/narrative/outcome.ts"), "utf8"))?.[1] ?? "";
    const kinds = [...declared.matchAll(/"([^"]+)"/gu)].map(([, kind]) => kind ?? "");
    expect(kinds.length).toBeGreaterThan(15);
    expect(kinds.filter((kind) => !has(`comparison.${kind}`) || !Object.keys(zhCN).some((key) => key.startsWith("finding.") && key.endsWith(`.${kind}`)))).toEqual([]);
  });
});

test("every family of messages is asked for somewhere", () => {
  const all = sources.join("\n");
  expect(FAMILIES.filter((family) => !all.includes(`\`${family}.\${`))).toEqual([]);
});

function isAskedByCode(key: string): boolean {
  const family = FAMILIES.find((name) => key.startsWith(`${name}.`));
  if (family === undefined) return false;
  const code = key.slice(family.length + 1);
  // A rule that makes several comparisons has words for each, and so has a step for how it stands.
  if ((family === "finding" || family === "steps") && code.replace(/\.remedy$/u, "").split(".").every((part) => codes.has(part))) return true;
  // What a check's parameters are called is held to its declaration in checks.test.ts.
  return codes.has(code) || codes.has(code.replace(/\.remedy$/u, "")) || (family === "check" && codes.has(code.replace(/\..*$/u, "")));
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name) && !/i18n[\\/](?:zh-CN|en-US)/u.test(entry.parentPath))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** The names of a message's values, in alphabetical order. */
function argumentsOf(message: string, locale: string): string[] {
  return [...new Set(elementsOf(message, locale).flatMap(({ type, value }) => (type === LITERAL || type === POUND ? [] : [value])))].sort();
}

/** What a message says besides its values. */
function literalsOf(message: string, locale: string): string {
  return elementsOf(message, locale).flatMap(({ type, value }) => (type === LITERAL ? [value] : [])).join(" ");
}

/** The parts of a parsed message this test looks at. */
interface MessageElement {
  readonly type: number;
  readonly value: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly MessageElement[] }>>;
}
const LITERAL = 0;
const POUND = 7;

function elementsOf(message: string, locale: string): MessageElement[] {
  const flatten = (elements: readonly MessageElement[]): MessageElement[] =>
    elements.flatMap((element) => [element, ...Object.values(element.options ?? {}).flatMap(({ value }) => flatten(value))]);
  return flatten(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst() as readonly MessageElement[]);
}
