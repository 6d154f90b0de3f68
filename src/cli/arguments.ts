/** The command line, parsed once. */

import { parseArgs } from "node:util";
import { parseCutOff } from "../domain/execution/cut-off";
import type { Basis, CutOff } from "../domain/execution/result";
import { done, failed, type Outcome, type Problem } from "../workbook/problem";
import { localeFor, type Locale } from "../i18n/translate";

export interface Arguments {
  readonly input: string;
  readonly output: string | null;
  /** null: adjusted where known, else original. */
  readonly basis: Basis | null;
  /** null: as the workbook says. */
  readonly cutOff: CutOff | null;
  /** File with the report's text. */
  readonly text: string | null;
  /** Whether the output gets the summary's sheets, too. */
  readonly summary: boolean;
  /** Whether rates are written as formulas; else as the workbook says. */
  readonly formulas: boolean;
  /** Whether errors found make the run fail. */
  readonly strict: boolean;
  readonly json: boolean;
  readonly exports: ExportTargets;
  readonly locale: Locale;
}

/** Files to be made of the summary; null is none. */
export interface ExportTargets {
  /** The file for the bureau, .xlsx. */
  readonly bureau: string | null;
  /** The report, .docx. */
  readonly report: string | null;
  /** A folder for tables and their description. */
  readonly datapackage: string | null;
  /** Whose they are; null: as the workbook says. */
  readonly organisation: string | null;
}

/** What the command line asks for. */
export type Command =
  | { readonly kind: "help"; readonly locale: Locale }
  | { readonly kind: "run"; readonly given: Arguments }
  /** Whether an exported file is still as it was made. */
  | { readonly kind: "verify"; readonly file: string; readonly locale: Locale }
  /** Exported files of several units into one. */
  | { readonly kind: "merge"; readonly files: readonly string[]; readonly output: string; readonly locale: Locale };

export const USAGE = [
  "cli -- IN.xlsx [--out OUT.xlsx [--summary] [--formulas]] [--bureau FILE.xlsx] [--report FILE.docx] [--datapackage DIR] [--organisation NAME] [--basis original|adjusted] [--cutoff YYYY-MM-DD] [--text REPORT.docx|REPORT.txt] [--strict] [--json] [--lang zh-CN|en-US] [--help]",
  "cli -- --verify FILE.xlsx [--lang zh-CN|en-US]",
  "cli -- --merge A.xlsx B.xlsx … --out OUT.xlsx [--lang zh-CN|en-US]",
].join(" | ");

const OPTIONS = {
  out: { type: "string" },
  basis: { type: "string" },
  cutoff: { type: "string" },
  text: { type: "string" },
  bureau: { type: "string" },
  report: { type: "string" },
  datapackage: { type: "string" },
  organisation: { type: "string" },
  verify: { type: "string" },
  merge: { type: "boolean", default: false },
  summary: { type: "boolean", default: false },
  formulas: { type: "boolean", default: false },
  strict: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  lang: { type: "string", default: "zh-CN" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Fails with a problem that names the option or the argument; `output-not-xlsx` names the file. */
export function parseArguments(argv: readonly string[]): Outcome<Command> {
  const fault = faultyOption(argv);
  if (fault !== null) return failed(fault);
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
  const { out, summary, formulas, basis, cutoff, text, strict, json, lang, help } = values;
  if (!isLanguage(lang)) return badArgument(`--lang ${lang}`);
  const locale = localeFor(lang);
  if (help) return done({ kind: "help", locale });
  if (values.verify !== undefined) return positionals.length > 0 ? badArgument(positionals.join(" ")) : done({ kind: "verify", file: values.verify, locale });
  if (values.merge) return mergeCommand(positionals, out, locale);

  const [input, ...others] = positionals;
  if (input === undefined) return failed({ code: "no-input", values: { usage: USAGE } });
  if (others.length > 0) return badArgument(others.join(" "));
  if (out !== undefined && !/\.xls[xm]$/i.test(out)) return failed({ code: "output-not-xlsx", values: { file: out } });
  if (summary && out === undefined) return badArgument("--summary");
  if (formulas && out === undefined) return badArgument("--formulas");
  const { bureau = null, report = null, datapackage = null, organisation = null } = values;
  const misnamed = wrongExtension("--bureau", bureau, ".xlsx") ?? wrongExtension("--report", report, ".docx");
  if (misnamed !== null) return failed(misnamed);
  if (basis !== undefined && basis !== "original" && basis !== "adjusted") return badArgument(`--basis ${basis}`);
  const cutOff = cutoff === undefined ? null : parseCutOff(cutoff);
  if (cutoff !== undefined && cutOff === null) return badArgument(`--cutoff ${cutoff}`);
  return done({ kind: "run", given: { input, output: out ?? null, summary, formulas, basis: basis ?? null, cutOff, text: text ?? null, strict, json, exports: { bureau, report, datapackage, organisation }, locale } });
}

function mergeCommand(files: readonly string[], output: string | undefined, locale: Locale): Outcome<Command> {
  if (files.length === 0) return badArgument("A.xlsx B.xlsx …");
  if (output === undefined) return badArgument("--out OUT.xlsx");
  return /\.xlsx$/i.test(output) ? done({ kind: "merge", files, output, locale }) : failed({ code: "output-not-xlsx", values: { file: output } });
}

function wrongExtension(option: string, file: string | null, extension: string): Problem | null {
  return file === null || file.toLowerCase().endsWith(extension) ? null : { code: "output-extension", values: { option, file, extension } };
}

/** The languages in which to say what is wrong with the command line: the chosen one, or all where `--lang` itself is wrong. */
export function languagesFor(argv: readonly string[]): readonly Locale[] {
  const chosen = tokensOf(argv).findLast((token) => token.kind === "option" && token.name === "lang");
  // Swallowed by an option before it that lacks its value: --out --lang en-US.
  const swallowed = argv.lastIndexOf("--lang");
  const lang = chosen?.kind === "option" ? (chosen.value ?? "") : swallowed < 0 ? OPTIONS.lang.default : (argv[swallowed + 1] ?? "");
  return isLanguage(lang) ? [localeFor(lang)] : ["zh-CN", "en-US"];
}

function isLanguage(lang: string): boolean {
  return /^(?:zh|en)\b/i.test(lang);
}

/** The first option that strict parsing would throw at, found beforehand because Node says it in English only. */
function faultyOption(argv: readonly string[]): Problem | null {
  for (const token of tokensOf(argv)) {
    if (token.kind !== "option") continue;
    const values = { option: token.rawName, usage: USAGE };
    if (!isOption(token.name)) return { code: "unknown-option", values };
    const takesValue = OPTIONS[token.name].type === "string";
    if (!takesValue && token.value !== undefined) return { code: "option-with-value", values };
    // "--out --json": the next option is no value; "--out=--json" is one.
    if (takesValue && (token.value === undefined || (!token.inlineValue && /^-./u.test(token.value)))) return { code: "option-without-value", values };
  }
  return null;
}

function tokensOf(argv: readonly string[]) {
  return parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS, strict: false, tokens: true }).tokens;
}

function isOption(name: string): name is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, name);
}

function badArgument(argument: string): Outcome<never> {
  return failed({ code: "bad-argument", values: { argument, usage: USAGE } });
}
