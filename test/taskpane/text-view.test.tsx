/** The pane's view of the report's text. */

import "../support/web-globals";
import "@testing-library/jest-dom";
import { createDOMRenderer, FluentProvider, RendererProvider } from "@fluentui/react-components";
import { readFileSync } from "node:fs";
import path from "node:path";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { useState, type ReactNode } from "react";
import { createTranslator } from "../../src/i18n/catalogs";
import type { Locale } from "../../src/i18n/translate";
import { checkExecution } from "../../src/pipeline/check";
import { prepareWriting, storedChoices } from "../../src/pipeline/prepare";
import { EMPTY_REVIEW, reviewFindings, storedReview, withDismissal, type ConfirmedAdjustment, type ReportText, type Review } from "../../src/pipeline/review";
import { MOST_CHARACTERS } from "../../src/pipeline/text-source/file";
import { ScrollContext } from "../../src/taskpane/shell/Scroll";
import { fluentTheme } from "../../src/taskpane/shell/theme";
import type { Checked } from "../../src/taskpane/state/session";
import { TextView } from "../../src/taskpane/text/TextView";
import { WordsProvider } from "../../src/taskpane/words/WordsContext";
import { sheetWords } from "../../src/i18n/sheet-words";
import { formatRange, type Place } from "../../src/workbook/address";
import type { TextPlace } from "../../src/domain/finding";
import type { Snapshot } from "../../src/workbook/snapshot";
import { layOut, openPane, settle, violations } from "../support/pane";
import { sampleSnapshot } from "../support/sample";
import { sheetOf, snapshotOf } from "../support/snapshots";

const REPORT = readFileSync(path.join(__dirname, "../../assets/samples/report-2016.txt"), "utf8");

const UNSTYLED = createDOMRenderer(document.implementation.createHTMLDocument());

interface Shown {
  readonly user: UserEvent;
  readonly texts: (ReportText | null)[];
  readonly selected: string[];
  readonly confirmed: () => readonly string[];
  readonly counts: { picked: number; checked: number };
  focusOn(place: TextPlace): Promise<void>;
}

interface Options {
  readonly snapshot?: Snapshot;
  readonly text?: ReportText | null;
  readonly isChecked?: boolean;
  readonly locale?: Locale;
  readonly review?: (checked: Checked) => Review;
}

function pasted(text: string): ReportText {
  return { text, source: "", cells: null };
}

async function show({ snapshot = sampleSnapshot(), text = null, isChecked = text !== null, locale = "zh-CN", review = () => EMPTY_REVIEW }: Options = {}): Promise<Shown> {
  layOut();
  Element.prototype.scrollIntoView = () => undefined;
  const words = createTranslator(locale);
  const reading = prepareWriting(snapshot, storedChoices(snapshot), sheetWords(words));
  const outcome = checkExecution(snapshot, reading.execution, { settings: EMPTY_REVIEW.settings, text: text?.text ?? null, confirmed: [] });
  const before: Checked = { ...outcome, reading, asked: { settings: EMPTY_REVIEW.settings, text, confirmed: [] }, findings: reviewFindings(outcome.findings, reading.execution.tables, snapshot, EMPTY_REVIEW) };
  const checked: Checked = { ...before, findings: reviewFindings(outcome.findings, reading.execution.tables, snapshot, review(before)) };
  const texts: (ReportText | null)[] = [];
  const selected: string[] = [];
  const counts = { picked: 0, checked: 0 };
  let confirmed: readonly ConfirmedAdjustment[] = [];
  let setFocus: (place: TextPlace) => void = () => undefined;

  function Harness(): ReactNode {
    const [scroll, setScroll] = useState<HTMLElement | null>(null);
    const [names, setNames] = useState<readonly ConfirmedAdjustment[]>([]);
    const [focus, set] = useState<TextPlace | null>(null);
    setFocus = set;
    confirmed = names;
    return (
      <main ref={setScroll}>
        <ScrollContext value={scroll}>
          <TextView
            text={text} reading={reading} checked={isChecked ? checked : null} checking={null} focus={focus} confirmed={names}
            onText={(next) => texts.push(next)} onPickCells={() => { counts.picked++; }} onCheck={() => { counts.checked++; }} onCancel={() => undefined}
            onSelect={({ sheetName, range }: Place) => selected.push(`${sheetName} ${formatRange(range)}`)} onConfirm={setNames}
          />
        </ScrollContext>
      </main>
    );
  }
  render(<RendererProvider renderer={UNSTYLED}><FluentProvider theme={fluentTheme(false)}><WordsProvider words={words}><Harness /></WordsProvider></FluentProvider></RendererProvider>);
  await settle();
  const focusOn = async (place: TextPlace): Promise<void> => {
    act(() => setFocus(place));
    await settle();
  };
  return { user: userEvent.setup(), texts, selected, counts, confirmed: () => confirmed.map(({ name }) => name), focusOn };
}

function rowsOf(list: string | RegExp): HTMLElement[] {
  return within(screen.getByRole("grid", { name: list })).getAllByRole("row");
}

describe("getting the text", () => {
  test("what is pasted stays as it was typed", async () => {
    const { user, texts } = await show();
    const typed = "  甲项目年初预算10.00万元，\n支出4.00万元。 ";
    await user.click(screen.getByRole("textbox", { name: "报告文字" }));
    await user.paste(typed);
    await user.click(screen.getByRole("button", { name: "核对文字" }));
    expect(texts).toEqual([pasted(typed)]);
  });

  test("a file is read and named", async () => {
    const { user, texts } = await show();
    await user.upload(screen.getByLabelText<HTMLInputElement>("打开文件", { selector: "input" }), new File(["甲项目支出4.00万元。"], "报告.txt"));
    await settle();
    expect(texts).toEqual([{ text: "甲项目支出4.00万元。", source: "报告.txt", cells: null }]);
  });

  test("what cannot be taken is said, and nothing is lost", async () => {
    const { user, texts } = await show();
    await user.upload(screen.getByLabelText<HTMLInputElement>("打开文件", { selector: "input" }), new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])], "图.txt"));
    await settle();
    expect(screen.getByText("这个文件读不出文字")).toBeVisible();
    await user.click(screen.getByRole("textbox", { name: "报告文字" }));
    await user.paste("支".repeat(MOST_CHARACTERS + 1));
    await user.click(screen.getByRole("button", { name: "核对文字" }));
    expect(screen.getByText(/超过 300,000 字/u)).toBeVisible();
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "报告文字" }).value).toHaveLength(MOST_CHARACTERS + 1);
    expect(texts).toEqual([]);
  });

  test("cells are asked for, and a text that was not checked can be", async () => {
    const { user, counts } = await show({ text: pasted("甲。"), isChecked: false });
    await user.click(screen.getByRole("button", { name: "核对文字" }));
    await user.click(screen.getByRole("button", { name: "更换" }));
    expect(screen.getByRole("textbox", { name: "报告文字" })).toHaveValue("甲。");
    await user.click(screen.getByRole("button", { name: "取单元格文字" }));
    expect(counts).toEqual({ picked: 1, checked: 1 });
  });

  test("it can be removed", async () => {
    const { user, texts } = await show({ text: { text: "甲。", source: "报告.docx", cells: null } });
    expect(screen.getByText("报告.docx")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "移除" }));
    expect(texts).toEqual([null]);
  });
});

const TABLE = snapshotOf(sheetOf("项目", [["项目名称", "年初预算（万元）", "支出（万元）"], ["甲项目", 10, 4], ["乙项目", 20, 5], ["丙项目", 5, 1]]));
const TEXT = "甲项目年初预算10.00万元，支出4.00万元，完成年初预算的50.00%。\n乙项目年初预算20.00万元，支出6.00万元。\n丙项目年初预算5.00万元，支出1.00万元。\n1. 甲项目6月追加预算2万元。";

describe("what was found in it", () => {
  test("stands in the text's order: the sentence with the words in question, both figures, and the cell", async () => {
    const { user, selected } = await show({ snapshot: TABLE, text: pasted(TEXT) });
    const [rate, line] = rowsOf(/核对过的各处/u).filter((row) => row.textContent?.includes("写的是") === true);
    expect(rate).toHaveTextContent("错误 · 完成率");
    // 4.00 ÷ 10.00 is 40 %.
    expect(rate).toHaveTextContent(/50\.00%.*40\.00%/u);
    expect(within(rate as HTMLElement).getAllByText((_, element) => element?.tagName === "MARK").map(({ textContent }) => textContent).join("")).toContain("50.00%");
    expect(line).toHaveTextContent(/“乙项目”写的是 6\.00 万元，“项目”表中“乙项目”的支出.*5\.00 万元/u);
    await user.click(within(line as HTMLElement).getByRole("button", { name: "项目 C3" }));
    expect(selected).toEqual(["项目 C3"]);
  });

  test("what agrees is counted, and listed where wanted", async () => {
    const { user } = await show({ snapshot: TABLE, text: pasted(TEXT) });
    const before = rowsOf(/核对过的各处/u).length;
    const box = screen.getByRole("checkbox", { name: /也列出相符的/u });
    const agreeing = Number(/\d+/u.exec(box.closest("span")?.textContent ?? "")?.[0]);
    // Budgets of three lines and the expenditure of two agree with their cells.
    expect(agreeing).toBeGreaterThanOrEqual(5);
    await user.click(box);
    await settle();
    expect(rowsOf(/核对过的各处/u)).toHaveLength(before + agreeing);
    expect(rowsOf(/核对过的各处/u).some((row) => /^相符 · 与表格的一行.*甲项目 10\.00 万元/u.test(row.textContent ?? ""))).toBe(true);
  });

  test("words asked for elsewhere are shown", async () => {
    const { focusOn } = await show({ snapshot: TABLE, text: pasted(TEXT) });
    const start = TEXT.indexOf("支出6.00万元");
    await focusOn({ line: 1, start, end: start + "支出6.00万元".length, quote: "支出6.00万元" });
    const current = rowsOf(/核对过的各处/u).filter((row) => row.getAttribute("aria-selected") === "true");
    expect(current.map((row) => row.textContent?.includes("乙项目"))).toEqual([true]);
    expect(current[0]).toContainElement(document.activeElement as HTMLElement);
  });

  test("what was dismissed is said to be", async () => {
    await show({
      snapshot: TABLE, text: pasted(TEXT),
      review: ({ findings }) => findings.filter(({ finding }) => finding.kind === "rate").reduce((review, { mark }) => withDismissal(review, mark, "已核实", "2017-01-10"), EMPTY_REVIEW),
    });
    expect(rowsOf(/核对过的各处/u).filter((row) => row.textContent?.includes("已忽略") === true)).toHaveLength(1);
  });

  test("a sentence in a cell leads to that cell", async () => {
    const lines = TEXT.split("\n");
    const cellOf = (row: number): Place => ({ sheetId: "{说明}", sheetName: "说明", range: { top: row, left: 0, bottom: row, right: 0 } });
    const { user, selected } = await show({ snapshot: TABLE, text: { text: TEXT, source: "", cells: lines.map((_, row) => cellOf(row)) } });
    await user.click(screen.getAllByRole("button", { name: "文字在 说明 A2" })[0] as HTMLElement);
    expect(selected).toEqual(["说明 A2"]);
  });

  test("nothing to compare is said", async () => {
    await show({ snapshot: TABLE, text: pasted("本年度工作顺利。") });
    expect(screen.getByText("文字里没有可以核对的金额、比例或日期。")).toBeVisible();
  });
});

describe("adjustments told in the text", () => {
  test("are shown on both budgets, and confirmed one by one or all", async () => {
    const { user, confirmed } = await show({ text: pasted(REPORT) });
    const list = (): HTMLElement[] => rowsOf(/文中的预算调整/u);
    // findings.md, the denominator: +20 on 400, 20.43 → 19.45 %.
    const first = list().find((row) => row.textContent?.startsWith("社区服务中心装修改造经费") === true) as HTMLElement;
    expect(first).toHaveTextContent("追加 20.00 万元预算 400.00 万元 → 420.00 万元执行率 20.43% → 19.45%");
    await user.click(within(first).getByRole("button", { name: "确认“社区服务中心装修改造经费”的调整" }));
    expect(confirmed()).toEqual(["社区服务中心装修改造经费"]);
    expect(list().filter((row) => row.textContent?.includes("已确认") === true)).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "全部确认" }));
    expect([...confirmed()].sort()).toEqual([
      "2015年度4个技防、2个消防工程尾款", "24号院养老服务中心装修改造经费", "地区城市保洁队日常管理经费", "垃圾分类指导员补贴", "城镇困难人员医疗救助资金", "社区服务中心装修改造经费",
    ].sort());
    await user.click(screen.getByRole("button", { name: "取消确认“垃圾分类指导员补贴”的调整" }));
    expect(confirmed()).not.toContain("垃圾分类指导员补贴");
  });

  test("lines told under other names are proposals", async () => {
    const { user } = await show({ text: pasted(REPORT) });
    await user.click(screen.getByRole("button", { name: /名称不同、金额相同的行/u }));
    await settle();
    const texts = rowsOf(/名称不同/u).map((row) => row.textContent ?? "");
    expect(texts.some((text) => text.includes("公共安全") && text.includes("公安 + 司法"))).toBe(true);
  });
});

describe("the other way round", () => {
  test("sentences are written from the tables and copied", async () => {
    const { user } = await show({ snapshot: TABLE });
    await user.click(screen.getByRole("button", { name: "按表格写成的文字" }));
    const expected = ["以下各项合计支出10.00万元，已完成年初预算35.00万元的28.57%，详细情况如下：", "1. 甲项目年初预算10.00万元，实际支出4.00万元，已完成年初预算的40.00%。"];
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "按表格写成的文字" }).value.split("\n").slice(0, 2)).toEqual(expected);
    await user.click(screen.getByRole("button", { name: "复制" }));
    await settle();
    expect((await navigator.clipboard.readText()).split("\n").slice(0, 2)).toEqual(expected);
    expect(screen.getByText("已复制")).toBeVisible();
  });

  test("where copying is not allowed, the text is selected and it is said", async () => {
    const { user } = await show({ snapshot: TABLE });
    const refused = jest.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("refused", "NotAllowedError"));
    await user.click(screen.getByRole("button", { name: "按表格写成的文字" }));
    await user.click(screen.getByRole("button", { name: "复制" }));
    await settle();
    expect(screen.getByText("没有复制成。文字已选中，请按 Ctrl+C。")).toBeVisible();
    const shown = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "按表格写成的文字" });
    expect([shown.selectionStart, shown.selectionEnd]).toEqual([0, shown.value.length]);
    refused.mockRestore();
  });
});

describe("in the pane", () => {
  const TOLD = "乙项目年初预算20.00万元，支出6.00万元。\n甲项目年初预算10.00万元，支出4.00万元。\n1. 甲项目年初预算10.00万元，6月追加预算2万元。";

  test("a text is checked as soon as it is there, and nothing is written for it but the text itself", async () => {
    const { user, memory } = await openPane(TABLE);
    const cells = memory.read().then((read) => (read.ok ? read.value.sheets : null));
    await user.click(screen.getByRole("tab", { name: /文字/u }));
    await user.click(screen.getByRole("textbox", { name: "报告文字" }));
    await user.paste(TOLD);
    await user.click(screen.getByRole("button", { name: "核对文字" }));
    await waitFor(() => expect(rowsOf(/核对过的各处/u)[0]).toHaveTextContent("“乙项目”写的是 6.00 万元"));
    const after = await memory.read();
    expect(after.ok ? after.value.sheets : null).toEqual(await cells);
    expect(storedReview(after.ok ? after.value : { stored: null }).text).toEqual(pasted(TOLD));
  });

  test("a line whose adjustment is confirmed is computed on the adjusted budget, with the original rate beside; taken back it is as before", async () => {
    const { user } = await openPane(TABLE);
    await user.click(screen.getByRole("tab", { name: /文字/u }));
    await user.click(screen.getByRole("textbox", { name: "报告文字" }));
    await user.paste(TOLD);
    await user.click(screen.getByRole("button", { name: "核对文字" }));
    await waitFor(() => expect(rowsOf(/文中的预算调整/u)).toHaveLength(1));
    await user.click(screen.getByRole("button", { name: "确认“甲项目”的调整" }));
    await waitFor(() => expect(screen.getByText("已确认")).toBeVisible());
    await settle();
    const lines = async (): Promise<HTMLElement> => {
      await user.click(screen.getByRole("tab", { name: "执行" }));
      return screen.getByRole("listbox", { name: /^各行执行情况/u });
    };
    // 4 of 10 are 40.00 %, of 12 they are 33.33 %.
    await waitFor(async () => expect(await lines()).toHaveTextContent(/甲项目年初 40\.00%33\.33%/u));
    await user.click(screen.getByRole("tab", { name: /文字/u }));
    await user.click(screen.getByRole("button", { name: "取消确认“甲项目”的调整" }));
    await waitFor(async () => expect(await lines()).toHaveTextContent(/甲项目40\.00%/u));
  });
});

test.each<Locale>(["zh-CN", "en-US"])("has names for screen readers throughout in %s", async (locale) => {
  await show({ text: pasted(REPORT), locale });
  expect(await violations()).toEqual([]);
});
