/** English reports: what their sentences claim, and how that is compared. */

import { compareWithTables } from "../../../src/domain/narrative/against-tables";
import { knownTables } from "../../../src/domain/narrative/against-tables/read-known";
import { readClaims } from "../../../src/domain/narrative/claims";
import type { Claim } from "../../../src/domain/narrative/claim";
import { foundIn } from "../../../src/domain/narrative/outcome";
import { checkNarrative } from "../../../src/domain/narrative/self-check";
import { readDates } from "../../../src/domain/narrative/dialects/en/dates";
import { recogniseTables } from "../../../src/domain/recognise/recognise";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";
import { printedMoney } from "./report";

/** "Education expenditure 150万元" for every figure. */
function told(text: string): readonly string[] {
  return readClaims(text).claims.flatMap((claim: Claim) => {
    switch (claim.kind) {
      case "amount": return [`${claim.subject.text} ${claim.role} ${printedMoney(claim.money)}${claim.money.approximate ? " about" : ""}`];
      case "rate": return [`${claim.subject.text} rate ${claim.basis} ${claim.percent.value.toFixed(claim.percent.decimals)}`];
      case "share": return [`${claim.subject.text} share ${claim.percent.value.toFixed(claim.percent.decimals)}`];
      case "adjustment": return [`${claim.subject.text} ${claim.direction < 0 ? "-" : "+"}${printedMoney(claim.money)} ${claim.when?.text ?? "?"}`];
      default: return [];
    }
  });
}

test.each<[string, readonly string[]]>([
  ["Road maintenance spent RMB 2.09 million of its budget of RMB 2.9 million (72.07%).", ["Road maintenance expenditure 209万元", "Road maintenance budget 290万元", "Road maintenance rate budget 72.07"]],
  ["Spending on the library was CNY 817,000, or 20.43 percent of the original budget.", ["library expenditure 817000元", "library rate original-budget 20.43"]],
  ["Education expenditure reached 1.5 million yuan, accounting for 12.00% of total expenditure.", ["Education expenditure 150万元", "Education share 12.00"]],
  ["Street lighting: revised budget RMB 300 thousand, executed RMB 100 thousand, execution rate 33.33%.", ["Street lighting adjusted-budget 300千元", "Street lighting expenditure 100千元", "Street lighting rate budget 33.33"]],
  ["RMB 117,300 was spent out of RMB 600,000.", [" expenditure 117300元", " budget 600000元"]],
  ["The original budget of the library was RMB 4 million; it was increased by RMB 200,000 in June 2023.", ["library original-budget 400万元", "library +200000元 June 2023"]],
  ["The budget of the library was cut by 50,000 yuan in May 2023.", ["library -50000元 May 2023"]],
  ["1. Elderly care centre. The approved budget is RMB 600,000. It was cut by 50,000 yuan.", ["Elderly care centre original-budget 600000元", "Elderly care centre -50000元 ?"]],
  ["Health spent about RMB 1.2 billion; housing spent 3.5 ten thousand yuan.", ["Health expenditure 12亿元 about", "housing expenditure 3.5万元"]],
  ["The library overspent RMB 20,000 and the museum's unspent balance was RMB 30,000.", ["library overspend 20000元", "museum balance 30000元"]],
  ["Total expenditure reached 15,989.74 (10,000 yuan).", [" expenditure 15989.74万元"]],
  // Nothing is changed yet.
  ["1. Elderly care centre. The approved budget is RMB 600,000. It is proposed to be cut by 50,000 yuan.", ["Elderly care centre original-budget 600000元"]],
  // Against another period, a price, a count, a year: none of the budget's figures.
  ["Revenue rose by RMB 20,000, up 5% from last year.", []],
  ["The fee is RMB 300 per person for 1,200 people in 2023, and 95% of residents were satisfied.", []],
])("%s", (text, expected) => expect(told(text)).toEqual(expected));

test.each<[string, string, string]>([
  ["30 June 2023", "2023-06-30", "2023-06-30"], ["June 30, 2023", "2023-06-30", "2023-06-30"], ["June 2023", "2023-06-01", "2023-06-30"], ["the end of 2023", "2023-12-01", "2023-12-31"],
  ["the first half of 2023", "2023-01-01", "2023-06-30"], ["Q3 2023", "2023-07-01", "2023-09-30"], ["the second quarter of 2023", "2023-04-01", "2023-06-30"], ["2023-06-30", "2023-06-30", "2023-06-30"],
  ["FY2023", "2023-01-01", "2023-12-31"],
])("%s is days", (date, first, last) => {
  expect(readDates(`As of ${date}, it was RMB 5.`, null).map(({ text, days }) => [text, days])).toEqual([[date, { first, last }]]);
});

describe("a report beside its table", () => {
  const sheet = sheetOf("Execution", [
    ["Unit: yuan"], ["Item", "Original budget", "Expenditure"],
    ["Road maintenance", 2900000, 2090000], ["Library", 4000000, 817000], ["Street lighting", 300000, 100000], ["Total", 7200000, 3007000],
  ]);
  const text = [
    "Budget execution of Riverside Subdistrict, first half of 2023",
    "As of June 30, 2023, total expenditure reached RMB 3.007 million, or 41.76% of the original budget of RMB 7.2 million.",
    "Road maintenance spent RMB 2.09 million of its budget of RMB 2.9 million (72.07%).",
    "The original budget of the library project was RMB 4 million; it was increased by RMB 200,000 in May 2023. Spending on the library project was RMB 817,000, 20.43% of the original budget.",
    "Street lighting spent RMB 100,000, 33.33% of its budget of RMB 300,000.",
  ].join("\n");
  const compared = (words: string) => {
    const narrative = readClaims(words);
    const snapshot = snapshotOf(sheet);
    const comparison = compareWithTables(narrative, knownTables(snapshot, recogniseTables(snapshot, []), narrative), new Map(), "2023-06-30");
    return { checks: [...checkNarrative(narrative, "2023-06-30"), ...comparison.checks], adjustments: comparison.adjustments };
  };
  const differing = (words: string): readonly string[] => foundIn(compared(words).checks).map(({ kind, severity, expected, actual, values }) => [severity, kind, values["subject"], expected, actual].join(" "));

  test("agrees, and proposes the budget that was changed", () => {
    expect(differing(text)).toEqual([]);
    expect(compared(text).checks.filter(({ lines }) => lines.length > 0)).toHaveLength(9);
    expect(compared(text).adjustments.map(({ name, newBudget, newRate }) => [name, newBudget.toFixed(), newRate?.toFixed(2)])).toEqual([["Library", "4200000", "19.45"]]);
  });
  test.each<[string, string, readonly string[]]>([
    ["2.09 million", "2.19 million", ["error rate Road maintenance 75.52 72.07", "error line Road maintenance 2090000 219"]],
    ["20.43%", "21.43%", ["error rate library project 20.43 21.43"]],
    ["RMB 3.007 million", "RMB 3.107 million", ["error rate  43.15 41.76", "warning by-name  3007000 310.7"]],
    ["As of June 30", "As of March 31", ["warning cut-off  2023-06-30 2023-03-31"]],
  ])("%s told as %s", (from, to, expected) => expect(differing(text.replace(from, to))).toEqual(expected));
});

describe("a table that the text tells, with some of it wrong", () => {
  const sheet = sheetOf("Programmes", [
    ["Budget execution FY2022 (unit: RMB thousand), as of 31 December 2022"], ["Programme", "Original budget", "Revised budget", "Actual expenditure"],
    ["Street cleaning", 2150, 2300, 2234.5], ["Public libraries", 1640, 1640, 1587.2], ["Ward 4 clinics", 870, 815, 803.6], ["Total", 4660, 4755, 4625.3],
  ]);
  const found = (text: string): readonly string[] => wrong(checksOf(text, "2022-12-31", sheet));
  const text = [
    "Total expenditure in FY2022 amounted to RMB 4,625.3 thousand, or 97.27% of the revised budget of RMB 4,755 thousand.",
    "Street cleaning spent RMB 2,234.5 thousand, 97.2% of the revised budget, and accounted for 48.3% of total expenditure.",
    "Public libraries spent RMB 1.5872 million against a budget of RMB 1.64 million, an execution rate of 96.78%.",
    "The budget of Ward 4 clinics was reduced by RMB 55 thousand in June 2022; RMB 803.6 thousand was spent.",
  ];
  const replaced = (...changes: readonly (readonly [string, string])[]): string => changes.reduce((told, [from, to]) => told.replace(from, to), text.join("\n"));

  test("agrees", () => expect(found(text.join("\n"))).toEqual([]));
  test("differs where most lines do, as long as what was spent of the whole or of a line is the table's", () => {
    expect(found(replaced(["2,234.5", "2,243.5"], ["1.5872", "1.5782"]))).toEqual([
      "error rate Public libraries - 96.23 96.78", "error line Street cleaning Street cleaning 2234.5 2243.5", "error line Public libraries Public libraries 1587.2 157.82",
    ]);
    expect(found(replaced(["97.2%", "92.7%"], ["1.5872 million", "1.5872 billion"], ["803.6", "830.6"], ["RMB 55", "RMB 65"]))).toEqual([
      "error rate Public libraries - 96780.49 96.78", "error line Street cleaning Street cleaning 97.15 92.7", "error line Public libraries Public libraries 1587.2 15.872",
      "warning by-name Ward 4 clinics Ward 4 clinics 803.6 830.6", "warning told-change Ward 4 clinics Ward 4 clinics -55 -65",
    ]);
  });
  test("differs where all lines do, as long as the whole does not", () => {
    expect(found(`${text[0] ?? ""}\nStreet cleaning spent RMB 2,243.5 thousand.\nPublic libraries spent RMB 1.5782 million.`)).toEqual([
      "warning by-name Street cleaning Street cleaning 2234.5 2243.5", "warning by-name Public libraries Public libraries 1587.2 157.82",
    ]);
  });
  test("tells of something else where nothing that was spent is the table's", () => {
    expect(found(["Street cleaning spent RMB 1,134.5 thousand.", "Public libraries spent RMB 787.2 thousand.", "Ward 4 clinics spent RMB 403.6 thousand."].join("\n"))).toEqual([]);
  });
});
