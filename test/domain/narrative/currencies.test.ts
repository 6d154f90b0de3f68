/** Money in other currencies: compared with tables that count in it, never with others. */

import { currencyIn, currencyOfFormat } from "../../../src/domain/amounts/currency";
import { readClaims } from "../../../src/domain/narrative/claims";
import { sheetOf } from "../../support/snapshots";
import { agreeing, checksOf, wrong } from "./compared";

const yuan = sheetOf("项目", [
  ["2023年项目支出预算执行情况表（单位：万元，截至2023年12月31日）"], ["项目名称", "年初预算", "支出", "完成比例"],
  ["世行贷款道路项目", 850, 710, "83.53%"], ["设备进口", 360, 355, "98.61%"], ["人员培训", 90, 88.5, "98.33%"], ["合计", 1300, 1153.5, "88.73%"],
]);
const dollars = sheetOf("Budget", [
  ["Budget execution FY2023, USD thousand, as of 31 December 2023"], ["Programme", "Original budget", "Revised budget", "Actual expenditure"],
  ["Street cleaning", 2150, 2300, 2234.5], ["Public libraries", 1640, 1640, 1587.2], ["Ward 4 clinics", 870, 815, 803.6], ["Total", 4660, 4755, 4625.3],
]);
const dollarCells = {
  ...sheetOf("Q4", [["Programme", "Budget", "Expenditure"], ["Street cleaning", 230000, 223450], ["Public libraries", 164000, 158720], ["Total", 394000, 382170]]),
  numberFormats: [["General", "General", "General"], ...Array.from({ length: 3 }, () => ["General", "\"$\"#,##0", "[$$-409]#,##0"])],
};
const hongKong = sheetOf("港", [["2023年项目执行表"], ["单位：万港元"], ["项目", "预算数", "支出数"], ["会展服务", 420, 401.5], ["宣传推广", 260, 251.2], ["合计", 680, 652.7]]);

const inYuan = (text: string): readonly string[] => wrong(checksOf(text, "2023-12-31", yuan));
const inDollars = (text: string): readonly string[] => wrong(checksOf(text, "2023-12-31", dollars));

test.each([
  // Told in yuan, with the other currency beside it or for something else.
  "世行贷款道路项目支出710万元（折合100万美元），完成年初预算的83.53%。", "世行贷款道路项目合同总价100万美元，支出710万元。", "设备进口合同金额50万美元，折合人民币355万元，支出355万元，完成年初预算的98.61%。",
  "设备进口按1美元兑7.1元结算，支出355万元。", "世行贷款道路项目利用世行贷款1.2亿美元，年初预算850万元，支出710万元，执行率83.53%。", "设备进口预算360万元，其中进口关税50万元，外汇设备款43.66万美元。",
  "人员培训支出88.50万元，其中境外培训费3.2万欧元，境内培训费60万元。", "全年实际利用外资2.35亿美元，同比增长5.6%；项目支出合计1153.5万元。", "设备进口支出355万元，比上年减少20万元；进口额48万美元，比上年增加3万美元。",
  "世行贷款道路项目到位资金港币300万元、人民币410万元，共支出710万元。", "人员培训支出88.5万元，人均1.2万元，另有国外专家津贴5000美元。",
  "The spending on 世行贷款道路项目 was 710万元.", "设备进口支付货款US$42.5万，支出355万元。", "设备进口：预算360万元，支出355万元（其中：用汇EUR 12,000）。", "设备进口采购进口设备12台（单价3万美元），支出355万元。",
])("says nothing of right yuan beside other money: %s", (text) => expect(inYuan(text)).toEqual([]));

test.each([
  "Total expenditure in FY2023 amounted to USD 4,625.3 thousand, or 97.27% of the revised budget of USD 4,755 thousand.",
  "Street cleaning spent US$ 2,234.5 thousand, 97.2% of the revised budget, and accounted for 48.3% of total expenditure.",
  "Street cleaning spent $2.2345 million.", "Public libraries spent $1,587,200 against a budget of $1.64 million, an execution rate of 96.78%.",
  "The budget of Ward 4 clinics was reduced by USD 55 thousand in June 2023; USD 803.6 thousand was spent.", "Ward 4 clinics spent 803.6 thousand US dollars of its revised budget of 815 thousand dollars (98.60%).",
  "Street cleaning spent about $2.2 million.", "Public libraries received a grant of EUR 20,000.", "Street cleaning spent RMB 15.9 million on Chinese equipment; in total it spent USD 2,234.5 thousand.",
])("says nothing of right dollars: %s", (text) => expect(inDollars(text)).toEqual([]));

test.each<[string, readonly string[]]>([
  ["Street cleaning spent USD 2,243.5 thousand.", ["warning by-name Street cleaning Street cleaning 2234.5 2243.5"]],
  ["Street cleaning spent $2.2435 million.", ["warning by-name Street cleaning Street cleaning 2234.5 2243.5"]],
  ["Public libraries spent $1,578,200 against a budget of $1.64 million, an execution rate of 96.78%.", ["error rate Public libraries - 96.23 96.78", "error line Public libraries Public libraries 1587.2 1578.2"]],
  ["Total expenditure in FY2023 amounted to USD 4,652.3 thousand, or 97.27% of the revised budget of USD 4,755 thousand.", ["error rate - - 97.84 97.27", "warning by-name - Total 4625.3 4652.3"]],
  ["The budget of Ward 4 clinics was reduced by USD 65 thousand in June 2023.", ["warning told-change Ward 4 clinics Ward 4 clinics -55 -65"]],
  ["Street cleaning accounted for 84.3% of total expenditure.", ["warning by-name Street cleaning Street cleaning 48.31 84.3"]],
])("finds what differs in dollars: %s", (text, expected) => expect(inDollars(text)).toEqual(expected));

test("six wrong figures of one report in dollars", () => {
  expect(inDollars([
    "Total expenditure in FY2023 amounted to USD 4,652.3 thousand, or 97.27% of the revised budget of USD 4,755 thousand.",
    "Street cleaning spent USD 2,234.5 thousand, 92.7% of the revised budget, and accounted for 84.3% of total expenditure.",
    "Public libraries spent USD 1,587.2 million against a budget of USD 1.64 million, an execution rate of 96.8%.",
    "The budget of Ward 4 clinics was reduced by USD 65 thousand in June 2023; USD 836.6 thousand was spent.",
  ].join("\n"))).toEqual([
    "error rate - - 97.84 97.27", "error rate Public libraries - 96780.49 96.8",
    "error line Street cleaning Street cleaning 97.15 92.7", "error line Public libraries Public libraries 1587.2 1587200", "warning by-name Ward 4 clinics Ward 4 clinics 803.6 836.6",
    "warning told-change Ward 4 clinics Ward 4 clinics -55 -65", "warning by-name - Total 4625.3 4652.3", "warning by-name Street cleaning Street cleaning 48.31 84.3",
  ]);
});

test("the currency of cells, and of a Chinese note", () => {
  expect(wrong(checksOf("Street cleaning spent $223,450. Public libraries spent $185,720.", null, dollarCells))).toEqual(["warning by-name Public libraries Public libraries 158720 185720"]);
  expect(agreeing(checksOf("会展服务支出401.5万港元，宣传推广支出港币251.2万元。", null, hongKong))).toEqual(["会展服务 expenditure 401.5", "宣传推广 expenditure 251.2"]);
  expect(wrong(checksOf("会展服务支出410.5万港元。", null, hongKong))).toEqual(["warning by-name 会展服务 会展服务 401.5 410.5"]);
  expect(wrong(checksOf("会展服务预算$420万，支出$401.5万，执行率95.60%。", null, hongKong))).toEqual([]);
});

test("another currency than the table's is not compared, which is said once", () => {
  expect(inYuan("世行贷款道路项目支出100万美元。\n设备进口支出50万美元，年初预算50.7万美元。")).toEqual(["info other-currency 世行贷款道路项目 -  "]);
  expect(inDollars("Street cleaning spent RMB 15.9 million. Public libraries spent RMB 11.3 million.")).toEqual(["info other-currency Street cleaning -  "]);
  expect(inYuan("全区利用外资100万美元。")).toEqual([]);
});

test("in itself each currency is checked alone", () => {
  expect(inYuan("合同总价120万美元，其中：设备100万美元，服务30万美元。设备进口支出355万元。")).toEqual(["error parts 合同总价 - 1300000 1200000"]);
  expect(inYuan("乙项目预算200万美元，支出100万美元，执行率55.00%。")).toEqual(["error rate 乙项目 - 50.00 55.00"]);
});

test.each([["$1,200", "USD"], ["HK$ 5", "HKD"], ["单位：万美元", "USD"], ["EUROPE 2020", null], ["2016年", null], ["人民币", "CNY"]] as const)("%s is %s", (text, currency) => expect(currencyIn(text)).toBe(currency));
test.each([["\"$\"#,##0", "USD"], ["[$-804]yyyy\"年\"", null], ["[$€-407] #,##0", "EUR"], ["[$¥-804]#,##0.00", "CNY"], ["_($* #,##0_)", "USD"], ["#,##0.00", null]] as const)("format %s prints %s", (format, currency) => expect(currencyOfFormat(format)).toBe(currency));

test("an amount keeps what its digits count in", () => {
  expect(readClaims("Street cleaning spent $1.2 million and HK$ 300.").foreign.size).toBe(2);
  expect(readClaims("会展服务支出港币251.2万元。").claims).toEqual([]);
});
