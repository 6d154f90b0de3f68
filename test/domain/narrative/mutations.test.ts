/** A digit changed in any figure of the report is found, unless the other figures cannot tell. */

import { compareWithTables } from "../../../src/domain/narrative/against-tables";
import { readClaims } from "../../../src/domain/narrative/claims";
import type { Narrative } from "../../../src/domain/narrative/claim";
import { foundIn, type TextCheck } from "../../../src/domain/narrative/outcome";
import { checkNarrative } from "../../../src/domain/narrative/self-check";
import type { Span } from "../../../src/domain/narrative/text/paragraphs";
import { PROJECT_PARAGRAPHS, reportTables, SECTION_TWO } from "./report";

interface Passage {
  /** Offsets of every digit of every amount, rate, share and adjustment. */
  readonly digits: readonly number[];
  /** Of which figures how many digits may change without anything new being found: "194.10万元 1". */
  readonly missed: () => readonly string[];
}

function passageOf(text: string, sheets: readonly string[]): Passage {
  const tables = reportTables().filter(({ names }) => sheets.includes(names[0] ?? ""));
  const within = (narrative: Narrative): readonly string[] => foundIn(checkNarrative(narrative)).map(keyOf);
  const against = (narrative: Narrative): readonly string[] => foundIn(compareWithTables(narrative, tables).checks).map(keyOf);
  const original = readClaims(text);
  const baseline = new Set([...within(original), ...against(original)]);
  const isKnown = (finding: string): boolean => baseline.has(finding);
  const figures = [...new Map(original.claims.flatMap((claim) => ("figure" in claim ? [[claim.figure.start, claim.figure]] : []))).values()].toSorted((a, b) => a.start - b.start);
  const digitsOf = ({ start, end }: Span): readonly number[] => Array.from({ length: end - start }, (_, at) => start + at).filter((at) => /\d/u.test(text.charAt(at)));
  const isMissed = (at: number): boolean => {
    const narrative = readClaims(changed(text, at));
    return within(narrative).every(isKnown) && against(narrative).every(isKnown);
  };
  return {
    digits: figures.flatMap(digitsOf),
    missed: () => figures.flatMap((figure) => {
      const count = digitsOf(figure).filter(isMissed).length;
      return count === 0 ? [] : [`${text.slice(figure.start, figure.end)} ${count}`];
    }),
  };
}

function keyOf({ kind, severity, expected, actual, claims, lines }: TextCheck): string {
  return [kind, severity, expected, actual, claims[0]?.sentence.line, ...lines.map(({ name }) => name)].join(" ");
}

/** Another digit in its place, none of them 0; which one depends on where it stands. */
function changed(text: string, at: number): string {
  return text.slice(0, at) + String(((Number(text.charAt(at)) + (at % 8)) % 9) + 1) + text.slice(at + 1);
}

// Without 预算执行, which holds the sentences' own figures and would give every change away.
const sectionTwo = passageOf(SECTION_TWO, ["年初预算", "调整后预算", "重点投入"]);
// Each paragraph by itself: they depend on the tables and not on one another.
const projects = PROJECT_PARAGRAPHS.map((paragraph) => passageOf(paragraph, ["跟踪项目", "项目完成情况"]));
const projectDigits = projects.reduce((sum, { digits }) => sum + digits.length, 0);

test(`of ${sectionTwo.digits.length} digits of section 二 all but two`, () => {
  expect(sectionTwo.missed()).toEqual([
    // 84.71 % is what 190.63 of 225.05 comes to: the change corrects it.
    "84.70% 1",
    // 194.11 gives the same rate, and the classes then add up to the overall figure exactly.
    "194.10万元 1",
  ]);
});

test(`of ${projectDigits} digits of the project paragraphs all but those of sums told once`, () => {
  expect(projects.flatMap(({ missed }) => missed())).toEqual([
    // Changes of budgets, which nothing else depends on, and what 120.00 is for.
    "20万元 2", "225万元 3", "40万元 2", "80万元 2",
    // An estimate of 300, which need not be the budget.
    "300万元 3",
    // Budgets told again in 元: a few yuan more still print as 220.00万元 and 432.00万元.
    "2200000元 2", "4320000元 2",
    "260000元 6", "260000元 6", "271400元 6", "4200000元 7", "50150.15元 7", "2758.00元 6",
  ]);
});
