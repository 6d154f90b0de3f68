import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComponentType, ReactNode } from "react";
import { createTranslator } from "../../src/i18n/catalogs";
import { laterView } from "../../src/taskpane/later/laterView";
import { WordsProvider } from "../../src/taskpane/words/WordsContext";
import { violations } from "../support/pane";

function Part({ name }: { readonly name: string }): ReactNode {
  return <p>{name}</p>;
}

/** A view that cannot be had the first `failures` times. */
function partAfter(failures: number): { readonly View: ComponentType<{ readonly name: string }>; readonly loads: () => number } {
  let loads = 0;
  const View = laterView<{ readonly name: string }>(() => Promise.resolve().then(() => {
    loads += 1;
    if (loads <= failures) throw new Error("no network");
    return Part;
  }));
  return { View, loads: () => loads };
}

function show(view: ReactNode): { readonly unmount: () => void } {
  return render(<WordsProvider words={createTranslator("zh-CN")}>{view}</WordsProvider>);
}

test("a view is loaded when it is first shown, and there at once the second time", async () => {
  const { View, loads } = partAfter(0);
  expect(loads()).toBe(0);
  const first = show(<View name="异常" />);
  expect(await screen.findByText("异常")).toBeInTheDocument();
  first.unmount();
  show(<View name="汇总" />);
  expect(screen.getByText("汇总")).toBeInTheDocument();
  expect(loads()).toBe(1);
});

test("one that cannot be had says so, and is asked for again as often as a person wants", async () => {
  const { View, loads } = partAfter(2);
  show(<View name="异常" />);
  expect(await screen.findByRole("alert")).toHaveTextContent("这部分功能没有加载出来");
  expect(screen.getByRole("alert")).toHaveTextContent("请检查网络后再试。");
  expect(await violations()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "重新显示" }));
  expect(await screen.findByRole("alert")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "重新显示" }));
  expect(await screen.findByText("异常")).toBeInTheDocument();
  expect(loads()).toBe(3);
});
