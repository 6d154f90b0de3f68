/** The tab of findings on all that is wrong with the report. Expected figures are the report's own. */

import { screen, within } from "@testing-library/react";
import { useState, type ReactNode } from "react";
import { CHECKS } from "../../src/domain/checks/registry";
import type { Locale } from "../../src/i18n/translate";
import { EMPTY_REVIEW, withDismissal, withoutDismissal, withReason, type Review } from "../../src/pipeline/review";
import { FindingsView } from "../../src/taskpane/findings/FindingsView";
import type { Checked, FindingFilter } from "../../src/taskpane/state/session";
import { formatRange } from "../../src/workbook/address";
import type { Snapshot } from "../../src/workbook/snapshot";
import { checkedOf, REPORT_TEXT } from "../support/checked";
import { press, settle, violations } from "../support/pane";
import { sampleSnapshot } from "../support/sample";
import { sheetOf, snapshotOf } from "../support/snapshots";
import { openView, type OpenView } from "../support/view";

const REPORT: Review = { ...EMPTY_REVIEW, text: { text: REPORT_TEXT, source: "", cells: null } };
const TODAY = "2017-01-10";
const ALL: FindingFilter = { severity: null, tableId: null, search: "", dismissed: false };

interface Start {
  readonly snapshot?: Snapshot;
  readonly review?: Review;
  /** Instead of checking. */
  readonly checked?: Checked | null;
  readonly filter?: Partial<FindingFilter>;
  readonly isOutdated?: boolean;
  readonly checking?: { readonly check: string; readonly done: number };
  readonly locale?: Locale;
}

interface Open extends OpenView {
  /** What was asked for: "select 项目完成情况 B23", "flag" … */
  readonly asked: string[];
  readonly review: () => Review;
}

/** The tab with what it changes kept, as the pane keeps it. */
async function openFindings({ snapshot = sampleSnapshot(), review: first = REPORT, checked: given, filter = {}, isOutdated = false, checking, locale = "zh-CN" }: Start = {}): Promise<Open> {
  const asked: string[] = [];
  let latest = first;
  const before = given === undefined ? checkedOf(snapshot, first) : given;

  function Tab(): ReactNode {
    const [review, setReview] = useState(first);
    const [chosen, setChosen] = useState<FindingFilter>({ ...ALL, ...filter });
    const change = (next: Review): void => {
      latest = next;
      setReview(next);
    };
    const checked = given === undefined && review !== first ? checkedOf(snapshot, review) : before;
    return (
      <FindingsView
        checked={checked}
        checking={checking ?? null}
        filter={chosen}
        tables={before?.reading.execution.tables ?? []}
        isOutdated={isOutdated}
        onFilter={setChosen}
        onFlag={() => asked.push("flag")}
        onCancel={() => asked.push("cancel")}
        onSettings={() => asked.push("settings")}
        lack={null}
        onMend={() => asked.push("mend")}
        onSelect={({ sheetName, range }) => asked.push(`select ${sheetName} ${formatRange(range)}`)}
        onShowText={({ line, quote }) => asked.push(`text ${line + 1} ${quote}`)}
        onDismiss={(mark, note) => change(withDismissal(review, mark, note, TODAY))}
        onRestore={(mark) => change(withoutDismissal(review, mark))}
        onReason={(line, category, text) => change(withReason(review, line, category, text))}
      />
    );
  }
  const view = await openView(<Tab />, locale);
  return { ...view, asked, review: () => latest };
}

const LIST = "异常，先按严重程度，再按表格排列";

/** The rows that exist, headings and all, as they read. */
function listed(list = LIST): string[] {
  return within(screen.getByRole("grid", { name: list })).getAllByRole("row").map(({ textContent }) => textContent ?? "");
}

function row(name: RegExp): HTMLElement {
  const found = within(screen.getByRole("grid")).getAllByRole("row").find(({ textContent }) => name.test(textContent ?? ""));
  if (found === undefined) throw new Error(`no row ${name.source}`);
  return found;
}

async function search(user: Open["user"], words: string): Promise<void> {
  await user.type(screen.getByRole("searchbox"), words);
  await settle();
}

describe("before there is a list", () => {
  test("nothing checked: says so; the settings can be seen before", async () => {
    const { user, asked } = await openFindings({ checked: null });
    expect(screen.getByText(/^还没有检查。/u)).toBeInTheDocument();
    await press(user, "检查设置");
    expect(asked).toEqual(["settings"]);
    expect(screen.queryByRole("grid")).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  test("checking: says what is being checked and how far, and can be stopped", async () => {
    const { user, asked } = await openFindings({ checked: null, checking: { check: "total-mismatch", done: 0.42 } });
    expect(screen.getByRole("progressbar", { name: "正在检查：合计不符" })).toHaveAttribute("aria-valuenow", "0.42");
    await press(user, "取消");
    expect(asked).toEqual(["cancel"]);
    expect(screen.queryByRole("button", { name: "标记异常" })).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  test("outdated: says so beside what was found, and offers to check again", async () => {
    const { user, asked } = await openFindings({ isOutdated: true });
    expect(screen.getByRole("status")).toHaveTextContent("检查之后表格有变动");
    expect(listed().length).toBeGreaterThan(3);
    await press(user, "重新检查");
    expect(asked).toEqual(["flag"]);
  });

  test("nothing wrong: says what was looked at", async () => {
    const sound = snapshotOf(sheetOf("项目", [
      ["2016年项目执行情况（单位：万元，截至2016年12月31日）"],
      ["项目名称", "年初预算", "支出"],
      ["甲", 100, 99],
      ["乙", 50, 48],
      ["合计", 150, 147],
    ]));
    await openFindings({ snapshot: sound, review: { ...EMPTY_REVIEW, settings: { off: ["duplicate-name"], values: {} } } });
    expect(screen.getByRole("heading", { name: "没有发现异常" })).toBeInTheDocument();
    // All checks but that one and those of texts; the totals of two columns.
    const checks = CHECKS.filter(({ scope }) => scope !== "text").length - 1;
    expect(screen.getByText(`检查了 1 张表：${checks} 项检查，2 处勾稽核对。`)).toBeInTheDocument();
    expect(screen.queryByRole("grid")).not.toBeInTheDocument();
    expect(screen.getByRole("region", { name: "勾稽核对" })).toHaveTextContent("相符 2");
    expect(await violations()).toEqual([]);
  });
});

describe("the list", () => {
  test("counts all findings on top, and begins with the errors of the first table that has any", async () => {
    await openFindings();
    const { findings } = checkedOf(sampleSnapshot(), REPORT);
    const count = (severity: string): number => findings.filter(({ finding }) => finding.severity === severity).length;
    const chips = within(screen.getByRole("group", { name: "按严重程度筛选" })).getAllByRole("button").map(({ textContent }) => textContent);
    expect(chips).toEqual([`错误 ${count("error")}`, `注意 ${count("warning")}`, `说明 ${count("info")}`]);
    expect(listed()[0]).toMatch(/^错误 · 调整后预算 A2:D46\d+ 条$/u);
    expect(await violations()).toEqual([]);
  });

  test("a finding says how grave it is, what, by how much, where, and what to do; a click shows its cell", async () => {
    const { user, asked } = await openFindings();
    await search(user, "综合治理经费");
    const [heading, finding] = listed();
    expect(heading).toBe("错误 · 项目完成情况 A2:D281 条");
    for (const part of ["错误 · 超支", "综合治理经费", "182.14", "98.81", "83.33", "184.33%", "请说明超支原因", "项目完成情况 B23"]) expect(finding).toContain(part);
    await user.click(screen.getByText(/83\.33/u));
    await press(user, "项目完成情况 B23");
    expect(asked).toEqual(["select 项目完成情况 B23", "select 项目完成情况 B23"]);
  });

  test("a severity lists its own, and all again; a table its own; no match says so", async () => {
    const { user } = await openFindings();
    await press(user, /^注意/u);
    expect(listed()[0]).toMatch(/^注意/u);
    await press(user, /^注意/u);
    expect(listed()[0]).toMatch(/^错误/u);
    await user.selectOptions(screen.getByRole("combobox", { name: "按表格筛选" }), screen.getByRole("option", { name: /^功能分类/u }));
    // The total a cent off is a warning, the shares' drift information; that shares are of no error.
    expect(listed().filter((text) => /^(?:错误|注意|说明) · 功能分类/u.test(text)).map((text) => text.slice(0, 2))).toEqual(["注意", "说明"]);
    expect(screen.getByRole("button", { name: "错误 0" })).toBeInTheDocument();
    await search(user, "没有这样的项目");
    expect(screen.getByText(/没有符合条件的异常/u)).toBeInTheDocument();
    await press(user, "清除筛选");
    expect(listed()[0]).toMatch(/^错误/u);
  });

  test("words of the text are shown in the text, and the cell they are compared with in the sheet", async () => {
    const { user, asked } = await openFindings();
    await search(user, "7,349.67");
    const finding = row(/像是别的期间留下的文字/u);
    await user.click(within(finding).getByText(/^同一年的全部支出/u));
    expect(asked.at(-1)).toMatch(/^text \d+ .*7,349\.67万元$/u);
    await user.clear(screen.getByRole("searchbox"));
    await search(user, "医疗救助资金 602.98");
    await press(user, "调整后预算 D36");
    expect(asked.at(-1)).toBe("select 调整后预算 D36");
  });

  test("in English every part of it is", async () => {
    const { user } = await openFindings({ locale: "en-US" });
    expect(screen.getByRole("group", { name: "Filter by severity" })).toHaveTextContent(/^Error \d+Warning \d+Note \d+$/u);
    await search(user, "184.33");
    expect(listed("Anomalies by severity, then by table")[1]).toMatch(/^Error · Over.*Explain.*项目完成情况 B23ReasonDismiss$/u);
    expect(await violations()).toEqual([]);
  });
});

describe("by keyboard", () => {
  test("the list is one stop; arrows move in it, Enter shows the cell, left and right reach what can be done", async () => {
    const { user, asked } = await openFindings({ filter: { search: "未支出" } });
    const cells = within(screen.getByRole("grid")).getAllByRole("gridcell").filter((cell) => cell.hasAttribute("tabindex"));
    expect(cells.length).toBeGreaterThan(2);
    expect(cells.filter((cell) => cell.getAttribute("tabindex") === "0")).toEqual(cells.slice(0, 1));
    const fold = screen.getByRole("button", { name: "勾稽核对" });
    fold.focus();
    await user.tab();
    expect(cells[0]).toHaveFocus();
    // Then what can be done about this one.
    await user.tab();
    expect(row(/未支出/u)).toContainElement(document.activeElement as HTMLElement);
    await user.tab({ shift: true });
    await user.keyboard("{ArrowDown}");
    expect(cells[1]).toHaveFocus();
    await user.keyboard("{Enter}{ArrowUp} ");
    const places = cells.slice(0, 2).map((cell) => within(cell.closest("[role=row]") as HTMLElement).getAllByRole("button")[0]?.textContent);
    expect(asked).toEqual([`select ${places[1]}`, `select ${places[0]}`]);
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(within(row(/未支出/u)).getByRole("button", { name: "偏差原因" })).toHaveFocus();
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(cells[1]).toHaveFocus();
    await user.keyboard("{Home}{ArrowUp}");
    expect(cells[0]).toHaveFocus();
    // Past the current finding's own buttons the Tab key leaves the list.
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}");
    await user.tab();
    expect(screen.getByRole("grid")).not.toContainElement(document.activeElement as HTMLElement);
  });

  test("keys typed into a form stay in it; Escape closes it", async () => {
    const { user, asked } = await openFindings({ filter: { search: "综合治理经费" } });
    await press(user, "忽略");
    await user.keyboard("已 报{ArrowLeft}{ArrowDown}{Home}x");
    expect(screen.getByLabelText("忽略的理由")).toHaveValue("x已 报");
    await user.keyboard("{Escape}");
    expect(screen.queryByLabelText("忽略的理由")).not.toBeInTheDocument();
    expect(within(screen.getByRole("grid")).getAllByRole("gridcell")[0]).toHaveFocus();
    expect(asked).toEqual([]);
  });
});

describe("dismissing", () => {
  test("asks for a reason, takes the finding out of list and counts, and moves on to the next", async () => {
    const { user, review } = await openFindings({ filter: { search: "项目完成情况 未支出" } });
    const before = listed();
    const next = before[2] ?? "";
    const errors = (): string => screen.getByRole("group", { name: "按严重程度筛选" }).textContent ?? "";
    const counted = errors();
    await user.click(within(row(/未支出/u)).getByRole("button", { name: "忽略" }));
    const form = screen.getByRole("form", { name: "忽略" });
    await user.type(within(form).getByLabelText("忽略的理由"), "   ");
    await user.click(within(form).getByRole("button", { name: "忽略" }));
    expect(form).toHaveTextContent("请写明理由");
    expect(review().dismissals).toEqual([]);
    expect(await violations()).toEqual([]);
    await user.type(within(form).getByLabelText("忽略的理由"), "已结转下年{Enter}");
    await settle();
    expect(review().dismissals.map(({ note, on }) => [note, on])).toEqual([["已结转下年", TODAY]]);
    expect(listed()).toHaveLength(before.length - 1);
    expect(listed()[1]).toBe(next);
    expect(within(row(/未支出/u)).getAllByRole("gridcell")[0]).toHaveFocus();
    expect(errors()).not.toBe(counted);
  });

  test("the dismissed are shown on request with note and day, and can be taken back", async () => {
    const { user, review } = await openFindings({ filter: { search: "综合治理经费" } });
    expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
    await press(user, "忽略");
    await user.keyboard("已报区财政局追加{Enter}");
    await settle();
    expect(screen.queryByRole("grid")).not.toBeInTheDocument();
    await user.click(screen.getByRole("checkbox", { name: "显示已忽略（1）" }));
    await settle();
    expect(listed()[0]).toBe("已忽略1 条");
    expect(listed()[1]).toContain("2017-01-10 忽略：已报区财政局追加");
    await press(user, "恢复");
    expect(review().dismissals).toEqual([]);
    expect(listed()[0]).toBe("错误 · 项目完成情况 A2:D281 条");
  });

  test("with all of them dismissed nothing is open, but it can still be seen that something was", async () => {
    const snapshot = snapshotOf(sheetOf("项目", [["2016年项目（万元，截至2016年12月31日）"], ["项目名称", "年初预算", "支出"], ["甲", 100, 120]]));
    const [over] = checkedOf(snapshot, EMPTY_REVIEW).findings;
    if (over === undefined) throw new Error("nothing found");
    await openFindings({ snapshot, review: withDismissal(EMPTY_REVIEW, over.mark, "有批复", TODAY) });
    expect(screen.getByRole("heading", { name: "没有未处理的异常" })).toBeInTheDocument();
    expect(screen.getByRole("checkbox", { name: "显示已忽略（1）" })).not.toBeChecked();
    expect(screen.queryByText(/没有符合条件/u)).not.toBeInTheDocument();
  });

  test("the table that is listed stays chosen when its last finding is dismissed", async () => {
    const { tables } = checkedOf(sampleSnapshot(), REPORT).reading.execution;
    const tableId = tables.find(({ sheetName }) => sheetName === "年初预算")?.id ?? "";
    const { user } = await openFindings({ filter: { tableId } });
    const filter = (): HTMLElement => screen.getByRole("combobox", { name: "按表格筛选" });
    while (screen.queryByRole("grid") !== null) {
      await user.click(screen.getAllByRole("button", { name: "忽略" })[0] as HTMLElement);
      await user.keyboard("已核实{Enter}");
      await settle();
    }
    expect(within(filter()).getByRole<HTMLOptionElement>("option", { selected: true })).toHaveTextContent("年初预算 A2:D45（0）");
    expect(screen.getByText(/没有符合条件的异常/u)).toBeInTheDocument();
  });

  test("figures that changed since open it again, with what was noted then", async () => {
    const table = (spent: number): Snapshot => snapshotOf(sheetOf("项目", [["2016年项目（万元，截至2016年12月31日）"], ["项目名称", "年初预算", "支出"], ["甲", 100, spent]]));
    const [over] = checkedOf(table(120), EMPTY_REVIEW).findings;
    if (over === undefined) throw new Error("nothing found");
    await openFindings({ snapshot: table(130), review: withDismissal(EMPTY_REVIEW, over.mark, "有批复", TODAY) });
    expect(row(/超支/u)).toHaveTextContent("2017-01-10 曾忽略：有批复。此后数字有变动，重新列出。");
    expect(within(row(/超支/u)).getByRole("button", { name: "忽略" })).toBeInTheDocument();
  });
});

describe("偏差原因", () => {
  test("is one of the official categories and free words, kept by line, and shown", async () => {
    const { user, review } = await openFindings({ filter: { search: "综合治理经费" } });
    await press(user, "偏差原因");
    const category = screen.getByRole("combobox", { name: "类别" });
    expect(category).toHaveFocus();
    expect(within(category).getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["未选", "经费保障", "制度保障", "人员保障", "硬件条件保障", "其他"]);
    await user.selectOptions(category, "人员保障");
    await user.type(screen.getByLabelText("说明"), "6月起缺两人");
    expect(await violations()).toEqual([]);
    await press(user, "保存");
    expect(review().reasons.map(({ line: { name }, category: kept, text }) => [name, kept, text])).toEqual([["综合治理经费", "staff", "6月起缺两人"]]);
    expect(row(/综合治理经费/u)).toHaveTextContent("偏差原因：人员保障 · 6月起缺两人");
    // What was said comes back into the form; said no more, it is gone.
    await press(user, "偏差原因");
    expect(screen.getByLabelText("说明")).toHaveValue("6月起缺两人");
    await user.clear(screen.getByLabelText("说明"));
    await user.selectOptions(screen.getByRole("combobox", { name: "类别" }), "未选");
    await press(user, "保存");
    expect(review().reasons).toEqual([]);
  });

  test("is not asked where the finding is about no single line", async () => {
    await openFindings({ filter: { search: "42 个数都是文本" } });
    expect(listed().length).toBeGreaterThan(1);
    expect(screen.queryByRole("button", { name: "偏差原因" })).not.toBeInTheDocument();
  });
});

describe("勾稽核对", () => {
  test("are folded away with their counts; opened, those that differ come first with both sides and the difference", async () => {
    const { user, asked } = await openFindings();
    const { reconciliations } = checkedOf(sampleSnapshot(), REPORT);
    const count = (outcome: string): number => reconciliations.filter((one) => one.outcome === outcome).reduce((sum, { lines }) => sum + lines, 0);
    const region = screen.getByRole("region", { name: "勾稽核对" });
    expect(region).toHaveTextContent(`不符 ${count("failed")} · 待确认 ${count("info")} · 相符 ${count("passed")}`);
    expect(screen.queryByRole("grid", { name: "勾稽核对，不符的在前" })).not.toBeInTheDocument();
    await press(user, "勾稽核对");
    const rows = listed("勾稽核对，不符的在前");
    const failed = rows.slice(0, count("failed"));
    expect(failed.every((text) => text.startsWith("不符"))).toBe(true);
    // The three sums that the report's totals miss.
    expect(failed.filter((text) => /6,805\.36.*6,805\.37.*相差 -0\.01/u.test(text))).toHaveLength(3);
    expect(failed.filter((text) => /23,349\.93.*23,349\.92.*相差 0\.01/u.test(text))).toHaveLength(1);
    expect(failed.filter((text) => /27,752\.10.*27,751\.99.*相差 0\.11/u.test(text))).toHaveLength(1);
    expect(await violations()).toEqual([]);
    await user.click(screen.getByText("27,751.99", { exact: false }));
    await press(user, "预算执行 C3:C25");
    expect(asked).toEqual(["select 预算执行 C26", "select 预算执行 C3:C25"]);
  });
});

describe("ten thousand findings", () => {
  const report = checkedOf(sampleSnapshot(), REPORT);
  const many: Checked = { ...report, findings: Array.from({ length: 10_000 }, (_, i) => ({ ...(report.findings[i % report.findings.length] ?? never()), id: `finding ${i}` })) };

  function never(): never {
    throw new Error("nothing found");
  }

  test("cost no more elements than a few screens, wherever the list is scrolled to", async () => {
    const { scrollTo } = await openFindings({ checked: many });
    const first = listed();
    expect(first.length).toBeLessThan(40);
    await scrollTo(500_000);
    const later = listed();
    expect(later.length).toBeLessThan(40);
    expect(later.filter((text) => first.includes(text)).length).toBeLessThan(later.length / 2);
    expect(Number(screen.getByRole("grid").getAttribute("aria-rowcount"))).toBeGreaterThan(10_000);
    const numbers = within(screen.getByRole("grid")).getAllByRole("row").map((element) => Number(element.getAttribute("aria-rowindex")));
    // The first finding stays, as the Tab key's stop.
    expect(numbers[0]).toBe(2);
    expect(Math.min(...numbers.slice(1))).toBeGreaterThan(3_000);
  });

  test("keep the form that is open while the list is scrolled away from it", async () => {
    const { user, scrollTo } = await openFindings({ checked: many });
    await user.click(screen.getAllByRole("button", { name: "忽略" })[0] ?? never());
    await user.keyboard("已报");
    await scrollTo(500_000);
    await user.click(screen.getAllByRole("gridcell").at(-2) ?? never());
    await scrollTo(900_000);
    await scrollTo(0);
    expect(screen.getByLabelText("忽略的理由")).toHaveValue("已报");
  });
});
