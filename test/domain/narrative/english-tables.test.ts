/** English reports beside tables in dollars, in thousands and in millions. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const statement = sheetOf("Statement", [
  ["Statement of Appropriations and Expenditure"], ["For the year ended 31 December 2023 (in US dollars)"], ["Line item", "Appropriation", "Expenditure", "Unspent balance", "% utilised"],
  ["Salaries and wages", 1840000, 1832455.1, 7544.9, 99.59], ["Travel", 96000, 61200, 34800, 63.75], ["Contracted services", 725000, 741380.25, -16380.25, 102.26],
  ["Equipment", 310000, 308999.99, 1000.01, 99.68], ["TOTAL", 2971000, 2944035.34, 26964.66, 99.09],
]);
const programmes = sheetOf("Programmes", [
  ["Budget Execution by Programme, FY 2023/24"], ["(EUR thousand)"], ["Programme", "Original budget", "Revised budget", "Actual expenditure", "Execution rate", "Share of total"],
  ["Coastal Protection", 4200, 4350, 4102.4, "94.31%", "15.30%"], ["Rural Roads", 12800, 12800, 12655.75, "98.87%", "47.19%"],
  ["Teacher Training", 3150, 2980, 2971.2, "99.70%", "11.08%"], ["Vaccination Programme", 6400, 7100, 7088.05, "99.83%", "26.43%"], ["Grand total", 26550, 27230, 26817.4, "98.48%", "100.00%"],
]);
const fund = sheetOf("GF", [
  ["City of Lakeview – General Fund, year ended June 30, 2024", "", "", "", "US$ millions"], ["Department", "Adopted Budget", "Actual", "Variance", "Percent Spent"],
  ["Police Department", 182.4, 179.9, 2.5, "98.6%"], ["Fire and Rescue", 96.3, 97.1, -0.8, "100.8%"], ["Parks and Recreation", 41.25, 38.7, 2.55, "93.8%"],
  ["Public Libraries", 22.8, 22.61, 0.19, "99.2%"], ["Total General Fund", 342.75, 338.31, 4.44, "98.7%"],
]);
const outturn = sheetOf("Outturn", [
  ["Education sector budget outturn 2022", "", "", "RMB million"], ["Sub-sector", "Approved budget", "Outturn", "Outturn/budget (%)"],
  ["Primary education", 640, 631.5, 98.7], ["Secondary education", 815, 799.2, 98.1], ["Vocational training", 145, 120.3, 83], ["Total", 1600, 1551, 96.9],
]);
const county = sheetOf("R", [
  ["County expenditure report – July 2023 to June 2024", "", "", "", "Amounts in million"], ["Sector", "Approved estimates", "Actual expenditure", "Absorption rate", "Balance"],
  ["Health", 5120, 4988.2, "97.4%", 131.8], ["Agriculture", 2310, 2297.65, "99.5%", 12.35], ["Water", 1480, 1121.4, "75.8%", 358.6], ["Total", 8910, 8407.25, "94.4%", 502.75],
]);
const SHEETS = { statement, programmes, fund, outturn, county };

function found(sheet: keyof typeof SHEETS, text: string): readonly string[] {
  return wrong(checksOf(text, null, SHEETS[sheet]));
}

test.each<[keyof typeof SHEETS, string]>([
  ["statement", "Of the total appropriation of US$ 2,971,000, US$ 2,944,035.34 was spent, leaving US$ 26,964.66 (0.91%) unspent."],
  ["statement", "Salaries and wages were 99.59% utilised. Contracted services exceeded the appropriation of US$ 725,000 by US$ 16,380.25."],
  ["statement", "Travel: appropriation US$ 96,000; expenditure US$ 61,200 (63.75%); balance US$ 34,800 (36.25%)."],
  ["statement", "Equipment: US$ 308,999.99 of US$ 310,000 spent (99.68%), US$ 1,000.01 (0.32%) returned."],
  ["statement", "Contracted services overspent by US$ 16,380.25 (102.26% of the appropriation)."],
  ["statement", "Contracted services overspent by US$ 16,380.25 (2.26% of the appropriation)."],
  ["programmes", "Coastal Protection left EUR 247.6 thousand (5.69%) of its budget unspent."],
  ["programmes", "Rural Roads spent EUR 144.25 thousand less than budgeted."],
  ["programmes", "Coastal Protection: EUR 4,102.4 thousand spent, EUR 150 thousand added during the year (3.57% of the original budget)."],
  ["programmes", "Rural Roads remained the largest programme: EUR 12,655.75 thousand, or 47.19% of total expenditure."],
  ["fund", "The Police Department spent $179.9 million, $2.5 million below budget. Fire and Rescue exceeded its budget of $96.3 million by $0.8 million (100.8%)."],
  ["fund", "Parks and Recreation spent $38.7 million of $41.25 million, or 93.8%. Public Libraries spent $22,610,000, which is 99.2% of its budget."],
  ["fund", "General Fund spending totaled $338.31 million, or 98.7% of the adopted budget of $342.75 million."],
  ["fund", "Police Department and Fire and Rescue together accounted for $277.0 million, 81.9% of all spending."],
  ["outturn", "Of this, primary education took RMB 631.5 million (40.7%), secondary education RMB 799.2 million (51.5%) and vocational training RMB 120.3 million (7.8%)."],
  ["outturn", "Outturn of vocational training was RMB 24.7 million below its budget of RMB 145 million, the lowest rate of the three at 83.0%."],
  ["county", "The county spent 8,407.25 million out of approved estimates of 8,910 million, an absorption rate of 94.4%."],
  ["county", "Health: expenditure of 4,988.2 million against estimates of 5,120 million (97.4%). Water recorded the lowest absorption at 75.8%, with an unspent balance of 358.6 million."],
])("%s agrees: %s", (sheet, text) => expect(found(sheet, text)).toEqual([]));

test.each<[keyof typeof SHEETS, string, readonly string[]]>([
  ["statement", "Equipment: US$ 308,999.99 of US$ 310,000 spent (96.68%).", ["error rate Equipment - 99.68 96.68", "error line Equipment Equipment 99.68 96.68"]],
  ["statement", "Travel: expenditure US$ 61,200; balance US$ 34,800 (39.25%).", ["warning by-name Travel Travel 36.25 39.25"]],
  ["statement", "Salaries and wages accounted for US$ 1,832,755.10, or 62.24% of total expenditure.", ["warning by-name Salaries and wages Salaries and wages 1832455.1 1832755.1"]],
  ["programmes", "Rural Roads remained the largest programme: EUR 12,685.75 thousand, or 49.49% of total expenditure.", ["warning by-name Rural Roads Rural Roads 12655.75 12685.75", "warning by-name Rural Roads Rural Roads 47.19 49.49"]],
  ["programmes", "Rural Roads spent EUR 147.25 thousand less than budgeted.", ["warning by-name-balance Rural Roads Rural Roads 144.25 147.25"]],
  ["fund", "The Police Department spent $176.9 million.", ["warning by-name Police Department Police Department 179900000 176900000"]],
  ["fund", "Fire and Rescue exceeded its budget of $99.3 million by $0.8 million.", ["warning by-name Fire and Rescue Fire and Rescue 96300000 99300000"]],
  ["fund", "Public Libraries spent $22,610,000, which is 96.2% of its budget.", ["error line Public Libraries Public Libraries 99.2 96.2"]],
  ["outturn", "Vocational training spent RMB 120.3 million, 86.0% of its budget.", ["error line Vocational training Vocational training 83 86.0"]],
  ["outturn", "Primary education spent RMB 634.5 million.", ["warning by-name Primary education Primary education 63150 63450"]],
  ["county", "Health: expenditure of 4,968.2 million against estimates of 5,120 million (97.4%).", ["error rate Health - 97.04 97.4", "error line Health Health 498820 496820"]],
])("%s differs: %s", (sheet, text, expected) => expect(found(sheet, text)).toEqual(expected));
