import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { createTranslator } from "../../src/i18n/catalogs";
import { ErrorBoundary } from "../../src/taskpane/shell/ErrorBoundary";
import { Unsupported } from "../../src/taskpane/shell/Unsupported";
import { WordsProvider } from "../../src/taskpane/words/WordsContext";
import { reportSnapshot } from "../support/report";
import { openPane, press, violations } from "../support/pane";

describe("a failure nobody foresaw", () => {
  // React reports what a boundary catches; here that is the point of the test.
  beforeEach(() => jest.spyOn(console, "error").mockImplementation(() => undefined));
  afterEach(() => jest.restoreAllMocks());

  test("in drawing leaves a pane that can go on", async () => {
    let isBroken = true;
    function Part(): ReactNode {
      if (isBroken) throw new Error("broken");
      return <p>在</p>;
    }
    render(<WordsProvider words={createTranslator("zh-CN")}><ErrorBoundary><Part /></ErrorBoundary></WordsProvider>);
    expect(screen.getByRole("alert")).toHaveTextContent("窗格出错了。");
    expect(await violations()).toEqual([]);
    isBroken = false;
    await userEvent.click(screen.getByRole("button", { name: "重新显示" }));
    expect(screen.getByText("在")).toBeInTheDocument();
  });

  test("in an act is said too, and the pane reads the workbook anew", async () => {
    const { memory, user } = await openPane(reportSnapshot("项目完成情况"));
    jest.spyOn(memory, "read").mockRejectedValueOnce(new TypeError("a defect"));
    await press(user, "重新读取");
    expect(screen.getByRole("alert")).toHaveTextContent("窗格出错了。");
    await press(user, "重新显示");
    expect(screen.getByText("59.81%")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "计算执行率" })).toBeEnabled();
  });
});

test.each([
  [false, "zh-CN", "请在 Excel 中打开"],
  [true, "zh-CN", "这个版本的 Excel 太旧，不支持本加载项请使用 Excel 2021 及以上版本、Microsoft 365 或 Excel 网页版。"],
  [true, "en-US", "This version of Excel is too old for the add-in"],
] as const)("where it cannot work (Excel: %s, %s) it says so", async (isExcel, locale, text) => {
  render(<Unsupported words={createTranslator(locale)} isExcel={isExcel} />);
  expect(screen.getByRole("alert")).toHaveTextContent(text);
  expect(await violations()).toEqual([]);
});
