/** Paragraphs, sentences, figures and dates of any text. */

import { readNarrative } from "../../../src/domain/narrative/document";
import { readDates } from "../../../src/domain/narrative/text/dates";
import { readFigures } from "../../../src/domain/narrative/text/figures";
import { fold } from "../../../src/domain/narrative/text/fold";
import { readParagraphs } from "../../../src/domain/narrative/text/paragraphs";
import { printedMoney } from "./report";

describe("paragraphs", () => {
  const kinds = (text: string): readonly string[] => readParagraphs(text).map(({ kind }) => kind);

  test.each([
    ["一、年度预算执行情况", "heading"],
    ["（一）预算批复情况", "heading"],
    ["1. 社区服务中心装修改造经费", "heading"],
    ["2016年区级财政支出绩效跟踪报告", "heading"],
    ["单位：万元", "unit-note"],
    ["（单位：元）", "unit-note"],
    ["详细情况如下：", "prose"],
    ["1. 社区服务中心装修改造经费全年预算400.00万元", "prose"],
    ["截至2016年12月底已完成改造工作", "prose"],
    ["项目资金已按合同约定支付。", "prose"],
  ])("%s is %s", (text, kind) => expect(kinds(text)).toEqual([kind]));

  test("take a table of one cell a line as one, blanks in it included", () => {
    const text = "详见下表：\n\t分类名称\n\t年初预算\n\n\t人大事务\n\t65.41 \n\n\t　\n预算执行良好。";
    expect(readParagraphs(text).map(({ kind, line, cells }) => [kind, line, cells])).toEqual([
      ["prose", 0, []], ["table", 1, ["分类名称", "年初预算", "", "人大事务", "65.41", "", ""]], ["prose", 8, []],
    ]);
  });
  test("take rows with tabs between their cells as a table", () => {
    expect(readParagraphs("名称\t预算\n人大事务\t65.41\n正文。")[0]).toMatchObject({ kind: "table", cells: ["名称", "预算", "人大事务", "65.41"] });
  });
  test("take a table whose tabs were lost as one, but no list of names", () => {
    expect(kinds("名称\n\n预算\n\n人大事务\n\n65.41\n\n政协事务\n\n9.55\n\n正文在此。")).toEqual(["table", "prose"]);
    expect(kinds("人大事务\n政协事务\n财政事务\n统计事务\n正文在此。")).toEqual(["heading", "heading", "heading", "heading", "prose"]);
  });
  test("begin the next table after a chapter heading", () => {
    expect(kinds("甲\n1.00\n乙\n2.00\n（二）预算执行情况\n丙\n3.00\n丁\n4.00")).toEqual(["table", "heading", "table"]);
  });
  test.each([
    ["1. 社区服务", 3, 1], ["20. 2015年工程项目尾款", 3, 20], ["20.2015年工程项目尾款", 3, 20], ["3、优化产业", 3, 3], ["（12）其他", 4, 12], ["2) 项目", 5, 2],
    ["③项目", 5, 3], ["十二、其他", 1, 12], ["（二十一）其他", 2, 21],
  ])("number %s", (text, level, value) => expect(readParagraphs(text)[0]?.number).toMatchObject({ level, value }));
  test.each(["1.35万平方米绿地。", "2016年支出。", "24号院改造。", "12月底完成。", "100元一份。"])("have no number in %s", (text) => {
    expect(readParagraphs(text)[0]?.number).toBeNull();
  });
  test("read 3.24号院 as item 3 only after item 2", () => {
    expect(readParagraphs("2.甲项目\n3.24号院改造。").at(-1)?.number).toMatchObject({ value: 3, length: 2 });
    expect(readParagraphs("1.甲项目\n3.24号院改造。").at(-1)?.number).toBeNull();
  });
});

describe("sentences", () => {
  const sentences = (text: string): readonly string[] => readNarrative(text).sentences.map((sentence) => sentence.text);

  test("end at full stops, not at semicolons and colons", () => {
    expect(sentences("其中：基本支出5万元；项目支出6万元。完成90%！好吗？")).toEqual(["其中：基本支出5万元；项目支出6万元。", "完成90%！", "好吗？"]);
  });
  test("keep closing quotes, and decimals and abbreviations whole", () => {
    expect(sentences("他说：“好。”支出81.70万元。")).toEqual(["他说：“好。”", "支出81.70万元。"]);
    expect(sentences("Spending reached 81.70 million yuan. It was 20.43% of the budget.")).toEqual(["Spending reached 81.70 million yuan.", "It was 20.43% of the budget."]);
  });
  test("leave out the list number", () => expect(sentences("2. 文体中心支出35.45万元。")).toEqual(["文体中心支出35.45万元。"]));
  test("stand where they say, whatever the line ends", () => {
    const text = "标题\r\n\r\n　　甲支出1万元。乙支出2万元。\r\n丙支出3万元。";
    const { sentences: read } = readNarrative(text);
    expect(read.map(({ text: words, line }) => [words, line])).toEqual([["甲支出1万元。", 2], ["乙支出2万元。", 2], ["丙支出3万元。", 3]]);
    expect(read.map(({ start, end }) => text.slice(start, end))).toEqual(read.map(({ text: words }) => words));
  });
});

describe("figures", () => {
  const figures = (text: string): readonly string[] => readFigures(fold(text), "CNY").map((figure) =>
    figure.kind === "percent" ? `${figure.percent.value.toFixed(figure.percent.decimals)}%${figure.percent.approximate ? "~" : ""}`
      : `${printedMoney(figure.money)}${figure.money.approximate ? "~" : ""}${figure.use === "sum" ? "" : ` ${figure.use}`}`);

  test.each<[string, readonly string[]]>([
    ["支出7,349.67万元，预算1053100元", ["7349.67万元", "1053100元"]],
    ["支出７，３４９．６７万元", ["7349.67万元"]],
    ["支出3.25亿元，补助5千元", ["3.25亿元", "5千元"]],
    ["投资3百万元", ["300万元"]],
    ["共发放656万余元，约12万元，100万元以上", ["656万元~", "12万元~", "100万元~"]],
    ["每人每年200元，600元/平米，40人×4000元=160000元", ["200元 price", "600元 price", "4000元 factor", "160000元 product"]],
    ["1450人*710元*12*15%", ["710元 factor"]],
    ["完成８４．１４％，成功率99.3%，80%以上", ["84.14%", "99.3%", "80%~"]],
    ["调整-12.5万元，1-13万元之间", ["-12.5万元", "13万元"]],
    ["1234,567万元", []],
    ["25个项目，330名，1650平米，5处，158件，2016年，12345热线，〔2017〕3号，24号院，1.35万平方米，20万人次", []],
    ["第3单元，2012元旦", []],
  ])("in %s", (text, expected) => expect(figures(text)).toEqual(expected));
});

describe("dates", () => {
  const dates = (text: string, year: number | null = 2016): readonly string[] =>
    readDates(fold(text), year).map((date) => `${date.text} ${date.days === null ? (date.isImpossible ? "impossible" : "unknown") : `${date.days.first}..${date.days.last}`} ${date.yearFrom}`);

  test.each<[string, readonly string[]]>([
    ["截止2016年12月31日", ["2016年12月31日 2016-12-31..2016-12-31 written"]],
    ["２０１６年２月", ["2016年2月 2016-02-01..2016-02-29 written"]],
    ["截至12月末", ["12月末 2016-12-01..2016-12-31 document"]],
    ["2016年1-8月", ["2016年1-8月 2016-01-01..2016-08-31 written"]],
    ["1—8月，1月至3月", ["1—8月 2016-01-01..2016-08-31 document", "1月至3月 2016-01-01..2016-03-31 document"]],
    ["11-12月", ["12月 2016-12-01..2016-12-31 document"]],
    ["2015年8月至11月", ["2015年8月 2015-08-01..2015-08-31 written", "11月 2015-11-01..2015-11-30 sentence"]],
    ["2016年6月底，下半年", ["2016年6月底 2016-06-01..2016-06-30 written", "下半年 2016-07-01..2016-12-31 sentence"]],
    ["2016年第三季度", ["2016年第三季度 2016-07-01..2016-09-30 written"]],
    ["截至2015年底", ["2015年底 2015-12-01..2015-12-31 written"]],
    ["2016-06-30，2016.6.30", ["2016-06-30 2016-06-30..2016-06-30 written", "2016.6.30 2016-06-30..2016-06-30 written"]],
    ["2016年2月30日，13月", ["2016年2月30日 impossible written", "13月 impossible sentence"]],
    ["12个月，24号院1号楼，5月8号楼", ["5月 2016-05-01..2016-05-31 document"]],
  ])("in %s", (text, expected) => expect(dates(text)).toEqual(expected));
  test("have no days where no year can be told", () => expect(dates("截至6月底", null)).toEqual(["6月底 unknown document"]));
});

describe("the year of a text", () => {
  test("is its title's", () => expect(readNarrative("2016年报告\n2015年2015年2015年。").year?.year).toBe(2016));
  test("else the one named most", () => expect(readNarrative("2015年支出1万元，2016年支出2万元，2016年12月完成。").year).toEqual({ year: 2016, reason: { code: "text-year-frequent", values: { year: "2016" } } }));
  test("is unknown where none is named", () => expect(readNarrative("支出1万元。").year).toBeNull());
});
