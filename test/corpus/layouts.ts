/** The layouts that recognition knows, each built from words, a unit and amounts of its own. */

import type { Unit } from "../../src/domain/amounts/unit";
import type { Role, RowKind } from "../../src/domain/table";
import type { Content, PlannedColumn, PlannedLine, PlannedTable } from "./table";
import type { Worded, Words } from "./words";

export type UnitPlace = "note" | "header" | "title" | "nowhere";

export interface Setting {
  readonly words: Words;
  readonly unit: Unit;
  readonly unitPlace: UnitPlace;
  /** Tells the amounts of one table from another's. */
  readonly seed: number;
}

export interface Layout {
  readonly name: string;
  readonly build: (setting: Setting) => PlannedTable;
}

/** One line with every amount that any layout shows. All whole hundredths, and all sums hold. */
interface Money {
  readonly kind: RowKind;
  readonly name: string;
  readonly code: string;
  readonly original: number;
  readonly increase: number;
  readonly decrease: number;
  readonly quota: number;
  readonly adjusted: number;
  readonly basic: number;
  readonly project: number;
  readonly spentBasic: number;
  readonly spentProject: number;
  readonly spent: number;
}

function moneyOf(seed: number, i: number, name: string): Money {
  const original = 10_007 + ((seed * 7919 + i * 104_729) % 900_000);
  const [increase, decrease, quota] = [(i % 3) * 1_250, (i % 2) * 733, (i % 4) * 311];
  const adjusted = original + increase - decrease + quota;
  const basic = Math.floor(adjusted / 3);
  const spent = Math.floor((adjusted * (31 + ((seed + i * 17) % 60))) / 100);
  const spentBasic = Math.floor(spent / 4);
  return { kind: "body", name, code: `P${String(2016_000 + seed * 100 + i)}X`, original, increase, decrease, quota, adjusted, basic, project: adjusted - basic, spent, spentBasic, spentProject: spent - spentBasic };
}

const KEYS = ["original", "increase", "decrease", "quota", "adjusted", "basic", "project", "spentBasic", "spentProject", "spent"] as const;

function sumOf(kind: RowKind, name: string, lines: readonly Money[], code = ""): Money {
  const sum = Object.fromEntries(KEYS.map((key) => [key, lines.reduce((sofar, line) => sofar + line[key], 0)])) as Pick<Money, (typeof KEYS)[number]>;
  return { kind, name, code, ...sum };
}

function flat({ words, seed }: Setting): Money[] {
  const lines = words.lines.map((name, i) => moneyOf(seed, i, name));
  return [...lines, sumOf("total", words.total, lines)];
}

type Of = (line: Money, i: number) => Content;
const money = (key: (typeof KEYS)[number]): Of => (line) => ({ cents: line[key] });

interface Draft {
  readonly role: Role | null;
  readonly header: readonly string[];
  readonly of: Of;
  readonly isAmount: boolean;
}

function table(setting: Setting, lines: readonly Money[], drafts: readonly Draft[], sides: { readonly budget: (line: Money) => number | null; readonly expenditure: (line: Money) => number | null }, isComputed = true): PlannedTable {
  const { words, unit, unitPlace } = setting;
  const columns = drafts.map(({ role, header, of, isAmount }): PlannedColumn => ({
    role, contents: lines.map(of),
    header: unitPlace === "header" && isAmount ? header.map((text, level) => (level === header.findLastIndex((other) => other !== "") ? text + words.unitInHeader(unit) : text)) : header,
  }));
  return {
    title: unitPlace === "title" ? `${words.title}${words.name.startsWith("zh") ? `（单位：${unit}）` : `, ${words.unitNote(unit)}`}` : words.title,
    unitNote: unitPlace === "note" ? words.unitNote(unit) : null,
    unit: unitPlace === "nowhere" ? null : unit,
    columns, gaps: new Set(), mergedLines: new Set(), isComputed, write: (cents) => cents / 100,
    lines: lines.map((line): PlannedLine => ({ kind: line.kind, name: line.name, budget: sides.budget(line), expenditure: sides.expenditure(line) })),
  };
}

const both = { budget: (line: Money) => line.adjusted, expenditure: (line: Money) => line.spent };
const onOriginal = { budget: (line: Money) => line.original, expenditure: (line: Money) => line.spent };

function shorthand({ words }: Setting, height = 1) {
  const pad = (text: string): string[] => [text, ...Array.from({ length: height - 1 }, () => "")];
  return {
    pad,
    name: { role: "name" as const, header: pad(words.headers.name), of: (line: Money) => line.name, isAmount: false },
    code: { role: "code" as const, header: pad(words.headers.code), of: (line: Money) => line.code, isAmount: false },
    serial: { role: null, header: pad(words.serial), of: (line: Money, i: number) => (line.kind === "body" ? i + 1 : ""), isAmount: false },
    amount: (role: Worded & Role, key: (typeof KEYS)[number]): Draft => ({ role, header: pad(words.headers[role]), of: money(key), isAmount: true }),
    rate: (budget: "original" | "adjusted"): Draft => ({ role: "rate", header: pad(words.headers.rate), of: (line) => (line[budget] === 0 ? "" : `${(line.spent / line[budget] * 100).toFixed(2)}%`), isAmount: false }),
    reason: { role: "reason" as const, header: pad(words.headers.reason), of: (_: Money, i: number) => (i === 0 ? words.lines[1] ?? "" : ""), isAmount: false },
  };
}

/** Splits an amount into so many parts, the last takes the rest. */
const share = (whole: number, parts: number, at: number): number => (at < parts - 1 ? Math.floor(whole / parts) : whole - Math.floor(whole / parts) * (parts - 1));

function outlineLines({ words, seed }: Setting): Money[] {
  const leaves = words.lines.map((name, i) => moneyOf(seed, i, name));
  const [a, b] = [leaves.slice(0, 4), leaves.slice(4)];
  return [sumOf("subtotal", `${words.lines[0] ?? ""} A`, a, "1"), ...a.map((line, i) => ({ ...line, code: `1.${String(i + 1)}` })), sumOf("subtotal", `${words.lines[1] ?? ""} B`, b, "2"), ...b.map((line, i) => ({ ...line, code: `2.${String(i + 1)}` })), sumOf("total", words.total, leaves)];
}

function classLines({ words, seed }: Setting): Money[] {
  const leaves = words.lines.map((name, i) => moneyOf(seed, i, name));
  const coded = (codes: readonly string[], from: number): Money[] => codes.map((code, i) => ({ ...(leaves[from + i] ?? sumOf("body", "", [])), code }));
  const [one, two, three] = [coded(["2010301", "2010302"], 0), coded(["2010501"], 2), coded(["2050201", "2050202", "2050299"], 3)];
  return [
    sumOf("subtotal", "201", [...one, ...two], "201"), sumOf("subtotal", "20103", one, "20103"), ...one, sumOf("subtotal", "20105", two, "20105"), ...two,
    sumOf("subtotal", "205", three, "205"), sumOf("subtotal", "20502", three, "20502"), ...three, sumOf("total", words.total, leaves),
  ].map((line) => (line.kind === "subtotal" ? { ...line, name: `${words.headers["function-name"]} ${line.code}` } : line));
}

export const LAYOUTS: readonly Layout[] = [
  {
    name: "both-budgets", build: (setting) => {
      const { name, amount, rate } = shorthand(setting);
      return table(setting, flat(setting), [name, amount("original-budget", "original"), amount("adjusted-budget", "adjusted"), amount("expenditure", "spent"), rate("adjusted")], both);
    },
  },
  {
    name: "serial-and-reason", build: (setting) => {
      const { serial, name, amount, rate, reason } = shorthand(setting);
      return table(setting, flat(setting), [serial, name, amount("original-budget", "original"), amount("expenditure", "spent"), rate("original"), reason], onOriginal);
    },
  },
  {
    name: "codes", build: (setting) => {
      const { code, name, amount } = shorthand(setting);
      return table(setting, flat(setting), [code, name, amount("adjusted-budget", "adjusted"), amount("expenditure", "spent")], both);
    },
  },
  {
    name: "of-which", build: (setting) => {
      const { words } = setting;
      const { name, amount } = shorthand(setting, 2);
      const part = (role: "basic" | "project"): Draft => ({ role, header: [words.ofWhich, words.headers[role]], of: money(role), isAmount: true });
      return table(setting, flat(setting), [name, amount("adjusted-budget", "adjusted"), part("basic"), part("project"), amount("expenditure", "spent")], both);
    },
  },
  {
    name: "parts-of-both-sides", build: (setting) => {
      const { words: { sides, headers } } = setting;
      const { name } = shorthand(setting, 2);
      const part = (side: "budget" | "expenditure", role: "basic" | "project", key: (typeof KEYS)[number]): Draft => ({ role, header: [sides[side], headers[role]], of: money(key), isAmount: true });
      return table(setting, flat(setting), [name, part("budget", "basic", "basic"), part("budget", "project", "project"), part("expenditure", "basic", "spentBasic"), part("expenditure", "project", "spentProject")], both);
    },
  },
  {
    name: "adjustments", build: (setting) => {
      const { name, amount, rate } = shorthand(setting);
      return table(setting, flat(setting), [name, amount("original-budget", "original"), amount("increase", "increase"), amount("decrease", "decrease"), amount("quota-change", "quota"), amount("adjusted-budget", "adjusted"), amount("expenditure", "spent"), rate("adjusted")], both);
    },
  },
  {
    name: "adjusted-budget-to-compute", build: (setting) => {
      const { name, amount } = shorthand(setting);
      return table(setting, flat(setting), [name, amount("original-budget", "original"), amount("increase", "increase"), amount("decrease", "decrease"), amount("quota-change", "quota"), amount("expenditure", "spent")], both);
    },
  },
  {
    name: "months", build: (setting) => {
      const { name, pad, amount } = shorthand(setting);
      const months = Array.from({ length: 12 }, (_, at): Draft => ({ role: `month-${String(at + 1)}` as Role, header: pad(setting.words.month(at + 1)), of: (line) => ({ cents: line.kind === "total" ? sumOfShares(flat(setting), 12, at) : share(line.spent, 12, at) }), isAmount: true }));
      return table(setting, flat(setting), [name, amount("adjusted-budget", "adjusted"), ...months], both);
    },
  },
  {
    name: "halves", build: (setting) => {
      const { name, pad, amount } = shorthand(setting);
      const halves = ([0, 1] as const).map((at): Draft => ({ role: `half-${String(at + 1)}` as Role, header: pad(setting.words.halves[at]), of: (line) => ({ cents: line.kind === "total" ? sumOfShares(flat(setting), 2, at) : share(line.spent, 2, at) }), isAmount: true }));
      return table(setting, flat(setting), [name, amount("adjusted-budget", "adjusted"), ...halves], both);
    },
  },
  {
    name: "rates-of-both-budgets", build: (setting) => {
      const { name, pad, amount, rate } = shorthand(setting);
      const [onOriginalBudget, onAdjusted] = setting.words.namedRates;
      return table(setting, flat(setting), [name, amount("original-budget", "original"), amount("adjusted-budget", "adjusted"), amount("expenditure", "spent"), { ...rate("original"), header: pad(onOriginalBudget) }, { ...rate("adjusted"), header: pad(onAdjusted) }], both);
    },
  },
  {
    name: "quarters", build: (setting) => {
      const { name, pad, amount } = shorthand(setting);
      const quarters = Array.from({ length: 4 }, (_, at): Draft => ({ role: `quarter-${String(at + 1)}` as Role, header: pad(setting.words.quarter(at + 1)), of: (line) => ({ cents: line.kind === "total" ? sumOfShares(flat(setting), 4, at) : share(line.spent, 4, at) }), isAmount: true }));
      return table(setting, flat(setting), [name, amount("original-budget", "original"), ...quarters], onOriginal);
    },
  },
  {
    name: "classes", build: (setting) => {
      const { words } = setting;
      const { amount, pad } = shorthand(setting);
      const code: Draft = { role: "function-code", header: pad(words.headers["function-code"]), of: (line) => line.code, isAmount: false };
      const name: Draft = { role: "function-name", header: pad(words.headers["function-name"]), of: (line) => line.name, isAmount: false };
      return table(setting, classLines(setting), [code, name, amount("adjusted-budget", "adjusted"), amount("expenditure", "spent")], both);
    },
  },
  {
    name: "outline-in-serial", build: (setting) => {
      const { pad, name, amount } = shorthand(setting);
      const serial: Draft = { role: null, header: pad(setting.words.serial), of: (line) => line.code, isAmount: false };
      return table(setting, outlineLines(setting), [serial, name, amount("original-budget", "original"), amount("expenditure", "spent")], onOriginal);
    },
  },
  {
    name: "budget-alone", build: (setting) => {
      const { code, name, amount } = shorthand(setting);
      return table(setting, flat(setting), [code, name, amount("original-budget", "original")], { budget: (line) => line.original, expenditure: () => null }, false);
    },
  },
];

function sumOfShares(lines: readonly Money[], parts: number, at: number): number {
  return lines.reduce((sum, line) => (line.kind === "body" ? sum + share(line.spent, parts, at) : sum), 0);
}
