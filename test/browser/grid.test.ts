/** The grid stays whatever the add-in and the person do to the sheet under it: nobody's unsaved work is lost with it. */

import { workbenchSuite } from "./workbench";
import type { OpenWorkbench } from "./workbench";

const suite = workbenchSuite();

async function compute({ pane }: OpenWorkbench): Promise<void> {
  await pane.getByRole("button", { name: "计算执行率" }).click();
  await pane.getByRole("button", { name: /^撤销/ }).waitFor();
}

async function undo({ pane }: OpenWorkbench): Promise<void> {
  await pane.getByRole("button", { name: /^撤销/ }).click();
  await pane.getByText(/已撤销|撤销了/).waitFor();
}

async function changeRows({ page, goTo }: OpenWorkbench, item: "插入行" | "删除行", address: string): Promise<void> {
  await goTo(address);
  const selected = await page.locator(".luckysheet-cell-selected").first().boundingBox();
  if (selected === null) throw new Error("nothing is selected");
  await page.mouse.click(selected.x + 20, selected.y + 8, { button: "right" });
  await page.getByRole("menuitem", { name: item }).click();
}

describe("the grid", () => {
  it("is still there after computing, inserting and deleting rows, saving and undoing, time and again", async () => {
    const open = await suite.open();
    for (const item of ["插入行", "删除行", "插入行"] as const) {
      await compute(open);
      await changeRows(open, item, "A6");
      await open.saved();
      await undo(open);
      expect(await open.page.locator(".grid-component").count()).toBe(1);
    }
    expect(open.complaints).toEqual([]);
  });

  it("is still there after computing for two cut-off dates, and undoing", async () => {
    const open = await suite.open();
    await compute(open);
    await open.saved();
    await open.pane.getByLabel("截至").fill("2016-06-30");
    await open.pane.getByLabel("截至").press("Enter");
    await compute(open);
    await open.saved();
    await undo(open);
    await open.goTo("A4");
    expect(await open.page.locator(".grid-component").count()).toBe(1);
    expect(open.complaints).toEqual([]);
  });
});
