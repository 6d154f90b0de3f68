import fc from "fast-check";
import { Decimal } from "../../../src/domain/amounts/decimal";
import { convert, findUnit, statedMeasure, statedUnit, UNITS, type Unit } from "../../../src/domain/amounts/unit";

const units = Object.keys(UNITS) as Unit[];

describe("the unit a text states", () => {
  const stated: readonly (readonly [string, Unit])[] = [
    ["单位：万元", "万元"], [" 单位：万元", "万元"], ["单位万元", "万元"], ["单位:元", "元"], ["单位为元", "元"], ["金额单位：千元", "千元"], ["单位：亿元", "亿元"], ["单位：人民币万元", "万元"], ["单位：人民币元", "元"], ["（单位：元）", "元"],
    ["金额(万元)", "万元"], ["支出（元）", "元"], ["预算数\n（万元）", "万元"], ["金额/千元", "千元"], ["支出【万元】", "万元"], ["预算万元", "万元"], ["万元", "万元"], ["元", "元"], ["支出 元", "元"], ["单位：万元、%", "万元"], ["单位：人、万元", "万元"], ["单位：人、元", "元"], ["2016年预算表（万元）", "万元"],
    ["截止2016年12月31日 单位：万元", "万元"], ["24号单元改造（元）", "元"],
    ["街道年初预算28265.19万元。其中：基本支出预算5752.85万元。详见下表：单位万元", "万元"],
    ["共投入16000元。单位：万元", "万元"],
    ["unit: RMB 10,000", "万元"], ["Unit: 10,000 yuan", "万元"], ["Units: RMB ten thousand", "万元"], ["in ten thousands of yuan", "万元"], ["in thousands of yuan", "千元"], ["RMB'000", "千元"], ["Budget (RMB'000)", "千元"], ["Actual (¥ thousand)", "千元"], ["Budget execution 2016, in yuan", "元"], ["Amounts in RMB", "元"], ["Unit: yuan", "元"], ["Budget (RMB)", "元"], ["(CNY)", "元"], ["Spent (¥)", "元"], ["RMB 100 million", "亿元"], ["in hundred millions of yuan", "亿元"], ["All figures are expressed in thousand yuan", "千元"], ["Unit: thousand yuan", "千元"],
    ["Unit: thousand yuan; as of 2024-09-30", "千元"], ["Unit: 10,000 yuan; as of 2024-09-30", "万元"], ["As of 30 June 2024; unit: thousand yuan", "千元"], ["Unit: yuan, as of 30 June 2024", "元"], ["Amounts in thousands of yuan | FY2024", "千元"], ["Unit: 10,000 yuan　As of: 2024-09-30", "万元"], ["Unit: RMB 10,000 (as of 2024-09-30)", "万元"],
    ["(in thousands)", "千元"], ["Budget (in thousands)", "千元"], ["Budget execution 2016, in thousands", "千元"], ["Amounts in thousands", "千元"], ["(in thousands of yuan)", "千元"], ["(000s)", "千元"], ["Budget ('000)", "千元"], ["RMB '000", "千元"], ["Unit: thousands", "千元"], ["in ten thousands", "万元"],
    ["Unit: RMB 1000", "千元"], ["Unit: 1000 yuan", "千元"], ["Unit: 1,000 yuan", "千元"], ["Unit: 10000 yuan", "万元"], ["RMB 0'000", "万元"], ["Unit: 10 thousand yuan", "万元"], ["RMB 100,000,000", "亿元"], ["RMB k", "千元"],
    ["(RMB in thousands)", "千元"], ["yuan in ten thousands", "万元"], ["yuan in hundred millions", "亿元"],
    ["Budget execution, thousand yuan", "千元"], ["Budget execution,  10,000 yuan", "万元"], ["Budget execution - thousand yuan", "千元"], ["Budget execution in  thousand yuan", "千元"], ["Report units: thousand yuan", "千元"], ["Report unit: RMB 10,000", "万元"], ["预算执行 单位：RMB 10,000", "万元"], ["预算执行 单位 thousand yuan", "千元"],
    ["单位：万", "万元"], ["单位：人民币亿", "亿元"],
    ["单 位：万 元", "万元"], ["单位：万　元", "万元"], ["单位 ： 万 元", "万元"], ["（单位：亿 元）", "亿元"], ["单 位：元", "元"], ["年初预算（万 元）", "万元"], ["年初预算（万\n元）", "万元"], ["年初预算/万 元", "万元"], ["金 额：千 元", "千元"],
  ];
  test.each(stated)("%j is %s", (text, unit) => expect(findUnit(text)).toBe(unit));

  const silent = [
    "", "分类名称", "街道年初预算28265.19万元", "共计 12.5 万元", "拨款上百万元", "数十万元", "几千元", "投入16000元", "24单元", "元旦经费", "公元路改造", "多元化服务", "补助标准（元/人）", "单价（元/平方米）", "造价（万元/公里）", "预算单位：元通公司",
    "Roads 5 km; 10,000 yuan; 3 bridges", "Unit: person; as of 2024-09-30", "Thousand yuan, as of old, are missing",
    "spent RMB 5,000,000 in 2016", "Unit: person", "thousands of visitors", "Investment in roads", "Share of 1,000", "Row (k)", "$5 million spent", "Spent in 3 places, 1,000 yuan", "Prices within reach - of thousands", "单位：万象公司",
  ];
  test.each(silent)("%j states none", (text) => expect([statedUnit(text), findUnit(text)]).toEqual([null, null]));

  const other = [
    "（百万元）", "单位：百万元", "单位：十万元", "¥ million", "RMB million", "(RMB million)", "Budget (RMB bn)", "in millions", "(in millions)", "Amounts in millions of yuan", "($000s)", "($'000)", "Budget ($ millions)", "in thousands of dollars", "(in thousands of US dollars)", "USD'000", "Unit: USD", "(€)", "Budget (CHF)", "Actual ($MM)",
    "Unit: yuan; unit: thousand yuan", "Unit: thousand dollars; as of 2024-09-30",
    "单位：美元", "单位：万欧元", "（港币）", "币种：日元",
    "单位：元/万元", "单位：万元、元", "预算（元）支出（万元）", "金额（万元）RMB'000 (RMB'000)",
  ];
  test.each(other)("%j states one that is not counted in here, or two", (text) => expect([statedUnit(text), findUnit(text)]).toEqual(["other", null]));
});

test.each<[string, string | null, number]>([
  ["（百万元）", "CNY", 6], ["单位：十万元", "CNY", 5], ["（千万元）", "CNY", 7], ["单位：万元", "CNY", 4], ["支出/元", "CNY", 0], ["单位：万欧元", "欧元", 4], ["RMB bn", "CNY", 9], ["hundred million yuan", "CNY", 8],
  ["Budget (£000)", "£", 3], ["Spend (£)", "£", 0], ["Budget ($ millions)", "$", 6], ["Actual ($ thousands)", "$", 3], ["($M)", "$", 6], ["($MM)", "$", 6], ["(k€)", "€", 3], ["USD'000", "usd", 3],
  ["(in thousands of US dollars)", "us dollars", 3], ["(in dollars)", "dollars", 0], ["($ in thousands)", "$", 3], ["in millions", null, 6], ["(in thousands)", null, 3],
])("%j counts in %j, 10 to the power of %j", (text, currency, exponent) => expect(statedMeasure(text)).toEqual({ currency, exponent }));

test.each(["预算数", "单位：元/万元", "Budget (2024)", "预算（元）支出（万元）"])("%j says of no one measure", (text) => expect(statedMeasure(text)).toBeNull());

describe("conversion", () => {
  test.each<readonly [string, Unit, Unit, string]>([
    ["98.81", "万元", "元", "988100"], ["988100", "元", "万元", "98.81"], ["1", "亿元", "万元", "10000"], ["50150.15", "元", "万元", "5.015015"], ["3", "千元", "万元", "0.3"], ["1", "元", "亿元", "0.00000001"],
  ])("%s %s are, in %s, %s", (amount, from, to, expected) => expect(convert(new Decimal(amount), from, to).toFixed()).toBe(expected));

  test("there and back is the same amount, to the last digit", () => {
    const amounts = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 20 })).map(([digits, places]) => new Decimal(`${digits}e-${places}`));
    fc.assert(fc.property(amounts, fc.constantFrom(...units), fc.constantFrom(...units), (amount, from, to) => {
      const yuan = (value: Decimal, unit: Unit): string => value.times(UNITS[unit]).toFixed();
      const converted = convert(amount, from, to);
      expect(yuan(converted, to)).toBe(yuan(amount, from));
      expect(convert(converted, to, from).toFixed()).toBe(amount.toFixed());
    }));
  });
});
