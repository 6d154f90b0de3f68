/** 自动重算 in the workbench: what was written follows what people type. */

import { workbenchSuite } from "./workbench";

const suite = workbenchSuite();

it("follows an amount once it is switched on, and is one run in the history", async () => {
  const { page, pane, read, goTo, openSheet, picture, complaints } = await suite.open();
  await pane.getByRole("button", { name: "计算执行率" }).click();
  await pane.getByText(/已写入 \d+ 个单元格/).waitFor();
  await openSheet("项目完成情况");
  const type = async (address: string, figure: string): Promise<void> => {
    await goTo(address);
    await page.keyboard.type(figure);
    await page.keyboard.press("Enter");
  };
  await type("B3", "400");
  await pane.getByText(/将写入 2 个单元格/).waitFor();
  expect([await read("E3"), await read("F3")]).toEqual(["20.43%", "严重滞后"]);
  await pane.getByRole("button", { name: "计算执行率" }).click();
  await pane.getByText("已写入 2 个单元格").waitFor();

  await pane.getByRole("switch", { name: "自动重算" }).click();
  await type("B3", "500");
  await pane.getByText("表中已是最新结果，没有需要写入的内容").waitFor();
  await pane.getByRole("button", { name: "写入记录" }).click();
  expect(await pane.getByRole("list", { name: "写入记录，最近的在前" }).getByRole("listitem").allInnerTexts()).toEqual([
    expect.stringMatching(/^自动重算\n.* · 2 个单元格\n/), expect.stringMatching(/^计算执行率\n.* · 2 个单元格\n/), expect.stringMatching(/^计算执行率\n.* · 104 个单元格\n/),
  ]);
  expect([await read("E3"), await read("F3")]).toEqual(["125%", "超支 100.00万元"]);
  await picture("live-zh");
  await pane.getByRole("button", { name: /^撤销 自动重算/ }).click();
  await pane.getByText(/已撤销/).waitFor();
  expect([await read("E3"), await read("F3")]).toEqual(["100%", "正常"]);
  expect(complaints).toEqual([]);
});
