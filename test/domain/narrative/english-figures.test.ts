/** What English sentences tell beside budget and spending: by how much, of which budget, of what total. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const outturn = sheetOf("Outturn", [
  ["Service outturn 2024/25 (£'000)"], ["Service", "Original budget", "Revised budget", "Outturn", "% of revised"],
  ["Highways", 3100, 2980, 2953.5, "99.11%"], ["Leisure", 860, 860, 901.4, "104.81%"], ["Planning", 1250, 1330, 1302.1, "97.90%"], ["Total", 5210, 5170, 5157, "99.75%"],
]);
const funds = sheetOf("By fund", [
  ["Spending by fund 2024 (USD thousand)"], ["Fund", "Budget", "Spent", "Rate"], ["General fund", 1500, 1460.3, "97.35%"], ["Grants", 500, 470.4, "94.08%"], ["Total", 2000, 1930.7, "96.54%"],
]);
const halfYear = sheetOf("H1", [
  ["Half-year report 2025 (EUR thousand)"], ["Department", "Full-year budget", "YTD budget", "YTD actual", "YTD variance", "% of YTD budget", "% of full-year budget"],
  ["Operations", 5200, 2600, 2487.3, 112.7, "95.7%", "47.8%"], ["Marketing", 1800, 900, 955.2, -55.2, "106.1%", "53.1%"], ["IT", 2400, 1200, 1010.75, 189.25, "84.2%", "42.1%"], ["Total", 9400, 4700, 4453.25, 246.75, "94.8%", "47.4%"],
]);

test.each<[ReturnType<typeof sheetOf>, string]>([
  [outturn, "Outturn for the year was £5.157m compared with the revised budget of £5.170m, a variance of £0.013m (0.3%)."],
  [outturn, "Highways received a budget reduction of £120k during the year, from £3,100k to £2,980k."], [outturn, "Leisure (£901.4k against £860k) overspent by 4.8%."],
  [outturn, "Leisure ended the year at 104.81% of budget, £41.4k over."], [outturn, "Highways came in £26.5k under budget, Planning £27.9k under; Leisure was £41.4k over."],
  [outturn, "Total outturn for the year was £5,157k (99.75% of budget), down from £5,321k in 2023/24."],
  [funds, "The General fund financed USD 1,460.3 thousand of total spending of USD 1,930.7 thousand (75.64%)."], [funds, "USD 1,930.7 thousand had been spent out of an annual budget of USD 2,000 thousand, a utilisation rate of 96.54%."],
  [halfYear, "Marketing spent EUR 955.2 thousand, 106.1% of its YTD budget."], [halfYear, "Operations spent EUR 2,487.3 thousand, 47.8% of its full-year budget and 95.7% of its year-to-date budget."],
  [halfYear, "Actual spending was EUR 4,453.25 thousand against a year-to-date budget of EUR 4,700 thousand (94.8%). Marketing exceeded its YTD budget by EUR 55.2 thousand (6.1%)."], [halfYear, "IT was EUR 189.25 thousand below its YTD budget."],
])("agrees: %#", (sheet, text) => expect(wrong(checksOf(text, null, sheet))).toEqual([]));

test.each<[ReturnType<typeof sheetOf>, string, readonly string[]]>([
  [outturn, "Outturn was £5.157m compared with the revised budget of £5.170m, a variance of £0.013m (0.8%).", ["error share Outturn - 0.25 0.8"]],
  [outturn, "Highways received a budget reduction of £150k.", ["warning told-change Highways Highways -120 -150"]], [outturn, "Leisure ended the year at 108.41% of budget.", ["warning by-name Leisure Leisure 104.81 108.41"]],
  [outturn, "Leisure ended the year £44.4k over.", ["warning by-name-balance Leisure Leisure 41.4 44.4"]],
  [funds, "The General fund financed USD 1,460.3 thousand of total spending of USD 1,930.7 thousand (76.54%).", ["error share General fund - 75.64 76.54"]],
  [funds, "The General fund financed USD 1,490.3 thousand of total spending of USD 1,930.7 thousand.", ["warning by-name General fund General fund 1460.3 1490.3"]],
  [halfYear, "Marketing spent EUR 955.2 thousand, 109.1% of its YTD budget.", ["error line Marketing Marketing 53.1 109.1"]],
])("differs: %#", (sheet, text, expected) => expect(wrong(checksOf(text, null, sheet))).toEqual(expected));

describe("what was not spent, and what is told of the whole", () => {
  test.each([
    [funds, "USD 29.6 thousand, or 5.92% of the budget, remained unspent."], [funds, "Spending on Grants amounted to USD 470.4 thousand; USD 29.6 thousand, or 5.92% of its budget, remained unspent."],
    [funds, "Grants spent USD 470.4 thousand; 5.92% of its budget remained unspent."], [funds, "Grants spent USD 470.4 thousand, or 94.08% of its budget. In total, 96.54% of the budget was executed."],
    [funds, "Grants spent USD 470.4 thousand, or 94.08% of its budget. Overall, USD 1,930.7 thousand was spent."],
  ])("agrees: %#", (sheet, text) => expect(wrong(checksOf(text, null, sheet)).filter((one) => !one.startsWith("info"))).toEqual([]));

  test("the whole is told wrong, and no line is", () => {
    const told = "Total spending was USD 1,930.7 thousand against a total budget of USD 2,000 thousand. Grants spent USD 470.4 thousand, or 94.08% of its budget. In total, 95.64% of the budget was executed.";
    expect(wrong(checksOf(told, null, funds))).toEqual(["error rate - - 96.54 95.64"]);
  });
});
