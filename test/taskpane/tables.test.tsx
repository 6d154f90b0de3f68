import { cleanup, screen, within } from "@testing-library/react";
import { reportSnapshot } from "../support/report";
import { openPane, press, settle, violations, type OpenPane } from "../support/pane";
import { sheetOf, snapshotOf } from "../support/snapshots";

const SHEET = "项目完成情况";

async function unfold({ user }: OpenPane): Promise<void> {
  await press(user, /^找到/);
}

function card(place: string): HTMLElement {
  return screen.getByRole("region", { name: place });
}

describe("the tables found", () => {
  test("say where they are, how large, in what unit, and what each column was taken for and why", async () => {
    const pane = await openPane(reportSnapshot("年初预算", SHEET));
    await unfold(pane);
    expect(within(screen.getByRole("region", { name: "找到的表格" })).getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual(["项目完成情况 A2:D28", "年初预算 A2:D45"]);
    expect(card("年初预算 A2:D45")).toHaveTextContent("41 行 · 万元 · 这张表没有认出支出数一列");
    const table = card("项目完成情况 A2:D28");
    expect(table).toHaveTextContent("25 行 · 单位未知 · 执行率 59.81%");
    await pane.user.click(within(table).getByRole("button", { name: "各列的含义" }));
    const roles = within(table).getAllByRole("definition").map(({ textContent }) => textContent);
    expect(roles).toEqual([
      "单位未知表上没有写单位",
      "名称项目名称 · 表头写明“项目名称”",
      "支出截止2016年12月31日项目支出 · 表头“截止2016年12月31日项目支出”写明截止日期，所以是支出数",
      "年初预算（请确认）项目预算 · 表头“项目预算”没有说明是哪一种预算，按年初预算处理，请确认",
      "执行率预算完成比例 · 表头写明“预算完成比例”",
    ]);
    expect(await violations()).toEqual([]);
    await pane.user.click(within(table).getByRole("button", { name: "B 列" }));
    expect(pane.memory.selected).toEqual([{ sheetId: "{项目完成情况}", range: { top: 1, bottom: 27, left: 1, right: 1 } }]);
  });

  test("what the figures rest on without being certain stands beside them, until it is confirmed", async () => {
    const { user } = await openPane(reportSnapshot(SHEET));
    const doubts = screen.getByRole("list", { name: "请确认" });
    expect(doubts).toHaveTextContent("表头“项目预算”没有说明是哪一种预算，按年初预算处理，请确认");
    await user.click(within(doubts).getByRole("button", { name: "修改" }));
    await settle();
    await press(user, "确定");
    expect(screen.queryByRole("list", { name: "请确认" })).not.toBeInTheDocument();
    expect(screen.getByText("59.81%")).toBeInTheDocument();
  });
});

describe("correcting a table", () => {
  async function openEditor(): Promise<OpenPane> {
    const pane = await openPane(reportSnapshot(SHEET));
    await unfold(pane);
    await press(pane.user, "修改 项目完成情况 A2:D28");
    return pane;
  }

  test("its unit is chosen, and shown with every figure", async () => {
    const { user } = await openEditor();
    expect(await violations()).toEqual([]);
    await user.selectOptions(screen.getByRole("combobox", { name: "单位" }), "万元");
    await press(user, "确定");
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("4,070.45 / 6,805.36 万元");
    expect(screen.queryByText(/没有找到金额单位/)).not.toBeInTheDocument();
  });

  test("two columns exchange their roles, and the rates turn round", async () => {
    const { memory, user } = await openEditor();
    await user.selectOptions(screen.getByRole("combobox", { name: /^B 列/ }), "年初预算");
    await user.selectOptions(screen.getByRole("combobox", { name: /^C 列/ }), "支出");
    await press(user, "确定");
    // 6,805.36 ÷ 4,070.45 = 1.67189…
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("167.19%6,805.36 / 4,070.45");
    await press(user, "计算执行率");
    expect(memory.value(SHEET, "E28")).toBe(1.6719);
    // Choosing a role selected its column in the sheet.
    expect(memory.selected).toContainEqual({ sheetId: "{项目完成情况}", range: { top: 1, bottom: 27, left: 1, right: 1 } });
  });

  test("without a total row the lines are added up", async () => {
    const { user } = await openEditor();
    await user.clear(screen.getByRole("textbox", { name: /^合计行/ }));
    await user.clear(screen.getByRole("textbox", { name: "表格最后一行" }));
    await user.type(screen.getByRole("textbox", { name: "表格最后一行" }), "27");
    await press(user, "确定");
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("项目完成情况 · 各行相加 · 占年初预算");
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("6,805.37");
  });

  test("a row that is none of the table's is refused where it is typed", async () => {
    const { user } = await openEditor();
    await user.clear(screen.getByRole("textbox", { name: "表头最后一行" }));
    await user.type(screen.getByRole("textbox", { name: "表头最后一行" }), "1");
    expect(screen.getByText("请填表格范围内的行号")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "确定" })).toBeDisabled();
    expect(await violations()).toEqual([]);
    await press(user, "取消");
    expect(screen.getByText("59.81%")).toBeInTheDocument();
  });

  test("rows that are no lines are left out, of figures and of what is written", async () => {
    const { memory, user } = await openEditor();
    const field = screen.getByRole("textbox", { name: "不计的行" });
    await user.type(field, "1");
    expect(screen.getByText(/^请填表头以下、表格以内的行号/u)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "确定" })).toBeDisabled();
    expect(await violations()).toEqual([]);
    await user.clear(field);
    await user.type(field, "5，8-9");
    await press(user, "确定");
    expect(card("项目完成情况 A2:D28")).toHaveTextContent("22 行");
    expect(card("项目完成情况 A2:D28")).toHaveTextContent("不计第 5, 8-9 行");
    await press(user, "计算执行率");
    expect(["E4", "E5", "E8", "E9", "E10"].map((cell) => memory.value(SHEET, cell) === "")).toEqual([false, true, true, true, false]);
    await press(user, "修改 项目完成情况 A2:D28");
    expect(screen.getByRole("textbox", { name: "不计的行" })).toHaveValue("5, 8-9");
  });

  test("everything decided can be given back to recognition", async () => {
    const { user } = await openEditor();
    await user.selectOptions(screen.getByRole("combobox", { name: "单位" }), "万元");
    await press(user, "确定");
    await press(user, "修改 项目完成情况 A2:D28");
    await press(user, "恢复自动识别");
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("单位未知");
  });

  test("a table that is no budget table is ignored, and taken up again", async () => {
    const { user } = await openEditor();
    await press(user, "这不是预算表，忽略");
    expect(screen.queryByText("59.81%")).not.toBeInTheDocument();
    expect(screen.getByText("已忽略：项目完成情况 A2")).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await press(user, "不再忽略");
    expect(screen.getByText("59.81%")).toBeInTheDocument();
  });
});

describe("two tables", () => {
  const budgets = sheetOf("预算", [["项目名称", "年初预算（万元）"], ["甲", 10], ["乙", 20], ["合计", 30]]);
  const others = sheetOf("旧预算", [["项目名称", "年初预算（万元）"], ["甲", 40], ["乙", 80], ["合计", 120]]);
  const spent = sheetOf("支出", [["项目名称", "支出（万元）"], ["甲", 5], ["乙", 20], ["合计", 25]]);

  test("meet by themselves where only one fits", async () => {
    const { memory, user } = await openPane(snapshotOf(budgets, spent));
    // 25 ÷ 30 = 83.33 %.
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("支出 · 合计行 · 占年初预算83.33%25.00 / 30.00 万元");
    await press(user, "计算执行率");
    expect(["C2", "C3", "C4"].map((cell) => memory.value("支出", cell))).toEqual([0.5, 1, 0.8333]);
  });

  test("are chosen where several fit", async () => {
    const pane = await openPane(snapshotOf(budgets, others, spent));
    expect(screen.getByText("这张表没有认出预算数一列")).toBeInTheDocument();
    const source = screen.getByRole("combobox", { name: "预算取自" });
    expect(source).toHaveValue("");
    await pane.user.selectOptions(source, "旧预算 A1:B4");
    await settle();
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("20.83%25.00 / 120.00 万元");
    expect(await violations()).toEqual([]);
  });
});

describe("pointing out two ranges", () => {
  // Not a table anybody would recognise: no headers.
  const sheet = sheetOf("草稿", [["", "", "", ""], ["甲", 10, "", 5], ["乙", 20, "", 20], ["丙", 40, "", 10]]);

  test("computes them line by line", async () => {
    const { memory, user } = await openPane(snapshotOf(sheet));
    await press(user, "按选区指定");
    expect(screen.getByRole("button", { name: "按选区计算" })).toBeDisabled();
    memory.point("草稿", "B2:B4");
    await press(user, "取选区作为预算区域");
    memory.point("草稿", "D2:D4");
    await press(user, "取选区作为支出区域");
    expect(screen.getByRole("region", { name: "按选区指定预算和支出" })).toHaveTextContent("预算区域草稿 B2:B4");
    expect(await violations()).toEqual([]);
    await press(user, "按选区计算");
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("50.00%35.00 / 70.00");
    await press(user, "计算执行率");
    expect(["E2", "E3", "E4"].map((cell) => memory.value("草稿", cell))).toEqual([0.5, 1, 0.25]);
    await unfold({ memory, user, ribbonRan: () => Promise.resolve(), reopen: () => Promise.resolve(), tellChange: () => undefined, endEditing: () => Promise.resolve() });
    await press(user, "改回自动识别");
    expect(screen.queryByRole("region", { name: "总执行率" })).not.toBeInTheDocument();
  });

  test("what is said of a table afterwards counts before what was selected", async () => {
    const pane = await openPane(snapshotOf(sheetOf("执行", [["项目名称", "年初预算", "支出", "其他"], ["甲", 10, 5, 2], ["乙", 20, 20, 4]])));
    const { memory, user } = pane;
    await unfold(pane);
    await press(user, "按选区指定");
    memory.point("执行", "B2:B3");
    await press(user, "取选区作为预算区域");
    memory.point("执行", "D2:D3");
    await press(user, "取选区作为支出区域");
    await press(user, "按选区计算");
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("20.00%6.00 / 30.00");
    await press(user, "修改 执行 A1:D3");
    await user.selectOptions(screen.getByRole("combobox", { name: /^B 列/ }), "调整后预算");
    await press(user, "确定");
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("占调整后预算83.33%25.00 / 30.00");
  });

  test("under headers that tell nothing they make a table, with which everything goes on as with any other", async () => {
    const { memory, user } = await openPane(snapshotOf(sheetOf("9月", [["事项", "盘子", "花了多少", "经办"], ["道路", 200, 150, "张"], ["绿化", 100, 120, "李"], ["合计", 300, 270, ""]])));
    expect(screen.getByRole("button", { name: /^标记异常/u })).toHaveAttribute("aria-disabled", "true");
    await press(user, "按选区指定");
    memory.point("9月", "B2:B4");
    await press(user, "取选区作为预算区域");
    await press(user, "取选区作为支出区域");
    await press(user, "按选区计算");
    expect(screen.getByText("预算和支出选的是同一列")).toBeInTheDocument();
    memory.point("9月", "A2:A4");
    await press(user, "取选区作为支出区域");
    await press(user, "按选区计算");
    expect(screen.getByText("选区里没有金额")).toBeInTheDocument();
    memory.point("9月", "C2:C4");
    await press(user, "取选区作为支出区域");
    await press(user, "按选区计算");
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("90.00%270.00 / 300.00");
    expect(screen.getByText(/表头“盘子”没有说明是哪一种预算/u)).toBeInTheDocument();
    await press(user, "计算执行率");
    expect(["E1", "E2", "E3", "E4"].map((cell) => memory.value("9月", cell))).toEqual(["核算完成比例", 0.75, 1.2, 0.9]);
    await press(user, /^标记异常/u);
    expect(await screen.findByText(/“绿化”支出 120.00/u)).toBeInTheDocument();
    await user.click(screen.getByRole("tab", { name: "执行" }));
    await unfold({ memory, user, ribbonRan: () => Promise.resolve(), reopen: () => Promise.resolve(), tellChange: () => undefined, endEditing: () => Promise.resolve() });
    await press(user, "修改 9月 A1:D4");
    await user.selectOptions(screen.getByRole("combobox", { name: "B 列 · 盘子" }), "调整后预算");
    await press(user, "确定");
    expect(screen.queryByText(/表头“盘子”没有说明是哪一种预算/u)).not.toBeInTheDocument();
  });

  test("of different heights is refused with place and remedy", async () => {
    const { memory, user } = await openPane(snapshotOf(sheet));
    await press(user, "按选区指定");
    memory.point("草稿", "B2:B4");
    await press(user, "取选区作为预算区域");
    memory.point("草稿", "D2:D3");
    await press(user, "取选区作为支出区域");
    await press(user, "按选区计算");
    expect(screen.getByText("预算区域和支出区域的行数不一样，无法逐行对应")).toBeInTheDocument();
    // In the message, and in the form.
    const [place] = screen.getAllByRole("button", { name: "草稿 D2:D3" });
    await user.click(place as HTMLElement);
    expect(memory.selected.at(-1)).toEqual({ sheetId: "{草稿}", range: { top: 1, bottom: 2, left: 3, right: 3 } });
    // The form stays as it was filled in: only what was wrong is to be chosen again.
    expect(screen.getByRole("region", { name: "按选区指定预算和支出" })).toHaveTextContent("草稿 B2:B4");
    memory.point("草稿", "D2:D4");
    await press(user, "取选区作为支出区域");
    await press(user, "按选区计算");
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("50.00%35.00 / 70.00");
  });

  test("without a selection says so and goes on", async () => {
    const { memory, user } = await openPane(snapshotOf(sheet));
    await press(user, "按选区指定");
    memory.fail("selection", { code: "cell-editing" });
    await press(user, "取选区作为预算区域");
    expect(screen.getByText("有单元格正在编辑，Excel 暂时不接受写入")).toBeInTheDocument();
    await press(user, "取消");
    expect(screen.getByRole("button", { name: "按选区指定" })).toBeInTheDocument();
  });
});

describe("next month, on a sheet with the same headers", () => {
  const header = ["项目名称", "预算数（万元）", "支出数（万元）", "调整后预算（万元）"];
  const sheet = (name: string, spent: number): ReturnType<typeof sheetOf> => sheetOf(name, [header, ["甲", 10, spent, 20], ["乙", 20, spent, 40], ["合计", 30, 2 * spent, 60]]);

  test("what was corrected before is in force, says so, and can be given back for that table alone", async () => {
    const first = await openPane(snapshotOf(sheet("1月", 1)));
    await press(first.user, /^找到 1 张表格/u);
    await press(first.user, "修改 1月 A1:D4");
    await first.user.selectOptions(screen.getByRole("combobox", { name: "D 列 · 调整后预算（万元）" }), "不用于计算");
    await press(first.user, "确定");
    await press(first.user, "计算执行率");
    const kept = await first.memory.read();
    if (!kept.ok) throw new Error(kept.problem.code);
    cleanup();

    const next = await openPane({ ...kept.value, sheets: [...kept.value.sheets, sheet("2月", 3)], activeSheetId: "{2月}" });
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("20.00%6.00 / 30.00");
    await press(next.user, /^找到 2 张表格/u);
    await press(next.user, "修改 2月 A1:D4");
    expect(within(screen.getByRole("form", { name: "修改表格的识别结果" })).getAllByText("表头相同，沿用您以前的指定")).not.toHaveLength(0);
    await press(next.user, "恢复自动识别");
    expect(screen.getByRole("region", { name: "总执行率" })).toHaveTextContent("10.00%6.00 / 60.00");
    expect(await violations()).toEqual([]);
  });
});
