import "@testing-library/jest-dom";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createTranslator } from "../../src/i18n/catalogs";
import { KeptBook } from "../../src/workbench/KeptBook";
import { Words } from "../../src/workbench/words";

test("a grid that fails says so, offers to save, and is drawn anew", async () => {
  // React reports what the boundary catches.
  jest.spyOn(console, "error").mockImplementation(() => undefined);
  let isBroken = true;
  let saved = 0;
  function Grid() {
    if (isBroken) throw new TypeError("Cannot assign to read only property 'row'");
    return <p>A1</p>;
  }
  render(
    <Words value={createTranslator("zh-CN")}>
      <KeptBook onSave={() => saved++}>
        <Grid />
      </KeptBook>
    </Words>,
  );
  expect(screen.getByRole("alert")).toHaveTextContent(/没有丢.*Cannot assign to read only property 'row'/);
  await userEvent.click(screen.getByRole("button", { name: "保存" }));
  expect(saved).toBe(1);
  await userEvent.click(screen.getByRole("button", { name: "重新显示" }));
  expect(screen.getByRole("alert")).toBeInTheDocument();
  isBroken = false;
  await userEvent.click(screen.getByRole("button", { name: "重新显示" }));
  expect(screen.getByText("A1")).toBeInTheDocument();
  expect(screen.queryByRole("alert")).toBeNull();
});
