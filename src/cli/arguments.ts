/** The command line, parsed once. */

import { parseArgs } from "node:util";
import { parseCutOff } from "../domain/execution/cut-off";
import type { Basis, CutOff } from "../domain/execution/result";
import { done, failed, type Outcome } from "../workbook/problem";
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
  /** Whether errors found make the run fail. */
  readonly strict: boolean;
  readonly json: boolean;
  readonly locale: Locale;
}

export const USAGE = "cli -- IN.xlsx [--out OUT.xlsx] [--basis original|adjusted] [--cutoff YYYY-MM-DD] [--text REPORT.txt] [--strict] [--json] [--lang zh-CN|en-US]";

/** Fails with `bad-argument`, naming the argument. */
export function parseArguments(argv: readonly string[]): Outcome<Arguments> {
  const parsed = readOptions(argv);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [input, ...others] = positionals;
  if (input === undefined || others.length > 0) return badArgument(others.join(" ") || "IN.xlsx");
  const { basis, cutoff } = values;
  if (basis !== undefined && basis !== "original" && basis !== "adjusted") return badArgument(`--basis ${basis}`);
  const cutOff = cutoff === undefined ? null : parseCutOff(cutoff);
  if (cutoff !== undefined && cutOff === null) return badArgument(`--cutoff ${cutoff}`);
  return done({ input, output: values.out ?? null, basis: basis ?? null, cutOff, text: values.text ?? null, strict: values.strict, json: values.json, locale: localeFor(values.lang) });
}

function readOptions(argv: readonly string[]) {
  try {
    return done(parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        basis: { type: "string" },
        cutoff: { type: "string" },
        text: { type: "string" },
        strict: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        lang: { type: "string", default: "zh-CN" },
      },
    }));
  } catch (error) {
    return badArgument(error instanceof Error ? error.message : String(error));
  }
}

function badArgument(argument: string): Outcome<never> {
  return failed({ code: "bad-argument", values: { argument, usage: USAGE } });
}
