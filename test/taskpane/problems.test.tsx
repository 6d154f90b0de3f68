import { cleanup, screen, within } from "@testing-library/react";
import { reportSnapshot } from "../support/report";
import { openPane, press, settle, violations } from "../support/pane";
import { sheetOf, snapshotOf } from "../support/snapshots";

const SHEET = "项目完成情况";
const HEADER = ["项目名称", "年初预算（万元）", "支出（万元）"];

describe("before anything is written", () => {
  test("an empty workbook says what to do", async () => {
    await openPane(snapshotOf(sheetOf("Sheet1", [[""]])));
    expect(screen.getByRole("heading", { name: "工作簿里没有数据" })).toBeInTheDocument();
    expect(screen.getByText(/把表格放进这个工作簿，再重新读取/)).toBeInTheDocument();
    expect(screen.getByRole("contentinfo")).toHaveTextContent("还没有可以计算的表格");
    expect(await violations()).toEqual([]);
  });

  test("a workbook without a budget table says what it needs", async () => {
    await openPane(snapshotOf(sheetOf("通讯录", [["姓名", "电话"], ["张三", "010-1234"], ["李四", "010-5678"]])));
    expect(screen.getByRole("heading", { name: "没有找到预算执行表" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "按选区指定" })).toBeInTheDocument();
  });

  test("a table with a budget alone says which column is missing, and where", async () => {
    const { memory, user } = await openPane(snapshotOf(sheetOf("预算", [["项目名称", "年初预算（万元）"], ["甲", 10], ["乙", 20]])));
    expect(screen.getByText("这张表没有认出支出数一列")).toBeInTheDocument();
    await user.click(screen.getAllByRole("button", { name: "预算 A1:B3" })[0] as HTMLElement);
    expect(memory.selected).toEqual([{ sheetId: "{预算}", range: { top: 0, bottom: 2, left: 0, right: 1 } }]);
    expect(await violations()).toEqual([]);
  });

  test("merged amounts are no guess", async () => {
    const { memory, user } = await openPane(snapshotOf(sheetOf("表", [HEADER, ["甲", 10, 5], ["乙", "", 5], ["丙", 30, 15]], { merges: ["B2:B3"] })));
    const card = screen.getByRole("region", { name: "表 A1:C4" });
    expect(card).toHaveTextContent("表格的数据行里有合并单元格，分不清金额属于哪一行表 B2:B3 请取消这些单元格的合并，在每一行填上各自的金额，再重新计算。");
    await user.click(within(card).getByRole("button", { name: "表 B2:B3" }));
    expect(memory.selected).toEqual([{ sheetId: "{表}", range: { top: 1, bottom: 2, left: 1, right: 1 } }]);
    const before = memory.everything();
    await press(user, "计算执行率");
    expect(memory.everything()).toEqual(before);
    expect(screen.getByRole("status")).toHaveTextContent(/^$/u);
    expect(await violations()).toEqual([]);
  });

  test("a text amid the amounts is named with its cell and content", async () => {
    const { memory, user } = await openPane(snapshotOf(sheetOf("表", [HEADER, ["甲", 10, 5], ["乙", 20, "约5万"], ["丙", 30, 15]])));
    expect(screen.getByText(/不是金额：约5万/)).toBeInTheDocument();
    await press(user, "表 C3");
    expect(memory.selected).toEqual([{ sheetId: "{表}", range: { top: 2, bottom: 2, left: 2, right: 2 } }]);
    expect(screen.getByRole("option", { name: /乙.*支出数无法识别/ })).toBeInTheDocument();
  });
});

describe("while writing", () => {
  test("a protected sheet is left alone, and the remedy works", async () => {
    const { memory, user } = await openPane(reportSnapshot(SHEET), { prepare: (opened) => opened.protect(SHEET) });
    const before = memory.everything();
    expect(screen.getByRole("contentinfo")).toHaveTextContent("现在还不能写入");
    await press(user, "计算执行率");
    expect(screen.getByText("工作表受保护，不能写入")).toBeInTheDocument();
    expect(screen.getByText("请在“审阅”选项卡中撤销工作表保护，再点一次。")).toBeInTheDocument();
    expect(memory.everything()).toEqual(before);
    expect(await violations()).toEqual([]);
    memory.unprotect(SHEET);
    await press(user, "计算执行率");
    await press(user, "计算执行率");
    expect(memory.value(SHEET, "E28")).toBe(0.5981);
  });

  test("cells changed between reading and writing stop the run", async () => {
    const { memory, user } = await openPane(reportSnapshot(SHEET));
    memory.beforeApply(() => memory.type(SHEET, "E5", "别人刚写的"));
    await press(user, "计算执行率");
    expect(screen.getByText("读取之后，要写入的单元格又被改动了，所以没有写入")).toBeInTheDocument();
    expect([memory.value(SHEET, "E4"), memory.value(SHEET, "E5")]).toEqual(["", "别人刚写的"]);
    await press(user, "项目完成情况 E5");
    expect(memory.selected.at(-1)).toEqual({ sheetId: "{项目完成情况}", range: { top: 4, bottom: 4, left: 4, right: 4 } });
    expect(screen.queryByRole("button", { name: /^撤销/ })).not.toBeInTheDocument();
    await press(user, "关闭");
    expect(screen.queryByText(/又被改动了/)).not.toBeInTheDocument();
  });

  test("writing that breaks off half-way can be put back with one press", async () => {
    const { memory, user } = await openPane(reportSnapshot(SHEET));
    const before = memory.everything();
    memory.breakAfter(20, { code: "host-failed", values: { code: "GeneralException", message: "" } });
    await press(user, "计算执行率");
    expect(memory.everything()).not.toEqual(before);
    expect(screen.getByText("Excel 没有完成这一步（GeneralException）")).toBeInTheDocument();
    expect(screen.getByText(/写入中途停下了/)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await press(user, "恢复原状");
    expect(memory.everything()).toEqual(before);
    expect(screen.getByRole("status")).toHaveTextContent("已恢复原状");
    expect(screen.queryByText(/写入中途停下了/)).not.toBeInTheDocument();
  });

  test.each([
    ["cell-editing", "有单元格正在编辑，Excel 暂时不接受写入", "请按回车键或 Esc 键结束编辑，再点一次。"],
    ["too-large", "数据太多，超过了 Excel 一次能传送的上限", "请清除表格以外多余的内容和格式，或把工作簿拆成几份，再重新计算。"],
    ["read-only", "工作簿是只读的，不能写入", "请点“启用编辑”，或另存一份再打开。"],
  ] as const)("%s is said with its remedy, and nothing is written", async (code, what, remedy) => {
    const { memory, user } = await openPane(reportSnapshot(SHEET));
    const before = memory.everything();
    memory.fail("apply", { code });
    await press(user, "计算执行率");
    expect(screen.getByText(what)).toBeInTheDocument();
    expect(screen.getByText(remedy)).toBeInTheDocument();
    expect(memory.everything()).toEqual(before);
  });
});

describe("that a cell is being edited is said until it is not", () => {
  const EDITED = "有单元格正在编辑，Excel 暂时不接受写入";

  test("after an act", async () => {
    const { memory, user, endEditing } = await openPane(reportSnapshot(SHEET));
    memory.fail("apply", { code: "cell-editing" });
    await press(user, "计算执行率");
    expect(screen.getByText(EDITED)).toBeInTheDocument();
    await endEditing();
    expect(screen.queryByText(EDITED)).not.toBeInTheDocument();
  });

  test("when the pane opens, which then reads", async () => {
    const { endEditing } = await openPane(reportSnapshot(SHEET), { prepare: (memory) => memory.fail("read", { code: "cell-editing" }) });
    expect(screen.getByText(EDITED)).toBeInTheDocument();
    await endEditing();
    expect(screen.queryByText(EDITED)).not.toBeInTheDocument();
    expect(screen.getByText("59.81%")).toBeInTheDocument();
  });

  test("and of another failure its end tells nothing", async () => {
    const { memory, user, endEditing } = await openPane(reportSnapshot(SHEET));
    memory.fail("apply", { code: "read-only" });
    await press(user, "计算执行率");
    await endEditing();
    expect(screen.getByText("工作簿是只读的，不能写入")).toBeInTheDocument();
  });
});

test("a workbook that cannot be read at first is read when asked again", async () => {
  const { user } = await openPane(reportSnapshot(SHEET), { prepare: (memory) => memory.fail("read", { code: "cell-editing" }) });
  expect(screen.getByText("有单元格正在编辑，Excel 暂时不接受写入")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "计算执行率" })).toHaveAttribute("aria-disabled", "true");
  expect(await violations()).toEqual([]);
  await press(user, "重新读取");
  expect(screen.getByText("59.81%")).toBeInTheDocument();
});

const DAMAGED = "工作簿里保存的写入记录已损坏，无法确认哪些单元格是我们写的";
const record = (json: string): string => `<ledger xmlns="urn:budget-execution:ledger:1">${json}</ledger>`;

test.each([
  ["is no XML", "<ledger>"],
  ["is cut off", record('{"schema":4,"written":[{"sheetId"')],
  ["has wrong types", record('{"schema":4,"written":"E2:E28","choices":null}')],
  ["has numbers beyond every sheet", record('{"schema":4,"written":[{"sheetId":"{项目完成情况}","sheetName":"项目完成情况","kind":"rate","header":"x","ownHeader":true,"headerRow":1e308,"column":-7,"fromTable":null,"marks":""}],"choices":null}')],
])("a record of what we wrote that %s is said, with everything there, and made anew by the next run", async (_, stored) => {
  const { memory, user } = await openPane({ ...reportSnapshot(SHEET), stored });
  expect(screen.getByText(DAMAGED)).toBeInTheDocument();
  expect(screen.getByText("59.81%")).toBeInTheDocument();
  expect(screen.getAllByRole("option").length).toBeGreaterThan(0);
  await press(user, "计算执行率");
  expect(screen.queryByText(DAMAGED)).not.toBeInTheDocument();
  expect(memory.value(SHEET, "E28")).toBe(0.5981);
});

test("decisions in a record that make no sense count as never made, and nothing is blank over them", async () => {
  const { user } = await openPane({ ...reportSnapshot(SHEET), stored: record('{"schema":4,"written":[],"choices":{"basis":7,"overrides":[{"tableId":"__proto__","columns":{"__proto__":"name","1e9":"x"}}],"ranges":{"budget":[]}},"review":{"settings":{"off":{},"values":[1]},"dismissals":[{"mark":{"rule":"__proto__"}},null],"reasons":"x","text":{"text":5},"colours":{}},"sheets":[{"key":"summary","ours":3},null]}') });
  expect(screen.getByText("59.81%")).toBeInTheDocument();
  for (const tab of screen.getAllByRole("tab")) {
    await user.click(tab);
    await settle();
    expect(screen.queryByText("窗格出错了。")).not.toBeInTheDocument();
    expect(screen.getByRole("tabpanel")).not.toBeEmptyDOMElement();
  }
});

test("columns headed like ours of which nothing is known are told with their place, and stay", async () => {
  const written = await openPane(reportSnapshot(SHEET));
  await press(written.user, "计算执行率");
  written.memory.type(SHEET, "E4", 0.5);
  const found = await written.memory.read();
  if (!found.ok) throw new Error(found.problem.code);
  cleanup();
  const { memory, user } = await openPane({ ...found.value, stored: null });
  expect(screen.getByText(/这里的列与我们写的列表头相同/u)).toBeInTheDocument();
  await press(user, "项目完成情况 E2:E28");
  expect(memory.selected.at(-1)).toEqual({ sheetId: "{项目完成情况}", range: { top: 1, bottom: 27, left: 4, right: 4 } });
  await press(user, "计算执行率");
  expect([memory.value(SHEET, "E4"), memory.value(SHEET, "G2"), memory.value(SHEET, "G28")]).toEqual([0.5, "核算完成比例", 0.5981]);
});

test("while something is under way nothing else can be started", async () => {
  const { memory, user } = await openPane(reportSnapshot(SHEET));
  const release = memory.holdReading();
  await press(user, "计算执行率");
  expect(screen.getByRole("button", { name: "计算执行率" })).toHaveAttribute("aria-disabled", "true");
  expect(screen.getByRole("button", { name: "重新读取" })).toBeDisabled();
  expect(await screen.findByRole("progressbar", { name: "正在准备，还没有写入…" })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "取消" })).toBeEnabled();
  expect(await violations()).toEqual([]);
  release();
  await settle();
  expect(screen.getByRole("button", { name: "计算执行率" })).toBeEnabled();
  expect(memory.value(SHEET, "E28")).toBe(0.5981);
});
