/** The page of settings: what checks go by, where that comes from, and what is refused. */

import { screen, within } from "@testing-library/react";
import { useState, type ReactNode } from "react";
import { PRESETS } from "../../src/domain/checks/presets";
import { CHECKS } from "../../src/domain/checks/registry";
import { DEFAULT_SETTINGS, valuesOf, type CheckSettings } from "../../src/domain/checks/settings";
import { checkWords, presetName } from "../../src/i18n/describe-checks";
import { createTranslator } from "../../src/i18n/catalogs";
import type { Locale } from "../../src/i18n/translate";
import { EMPTY_REVIEW, type Review } from "../../src/pipeline/review";
import { SettingsView } from "../../src/taskpane/settings/SettingsView";
import { press, violations } from "../support/pane";
import { openView, type OpenView } from "../support/view";

interface Open extends OpenView {
  /** Every change that was asked for. */
  readonly changes: Partial<Review>[];
  readonly settings: () => CheckSettings;
}

async function openSettings(first: Review = EMPTY_REVIEW, locale: Locale = "zh-CN", onBack = (): void => undefined): Promise<Open> {
  const changes: Partial<Review>[] = [];
  let latest = first;
  function Page(): ReactNode {
    const [review, setReview] = useState(first);
    return (
      <SettingsView
        review={review}
        onReview={(change) => {
          changes.push(change);
          latest = { ...review, ...change };
          setReview(latest);
        }}
        onBack={onBack}
      />
    );
  }
  const view = await openView(<Page />, locale);
  return { ...view, changes, settings: () => latest.settings };
}

const LOCALES: readonly Locale[] = ["zh-CN", "en-US"];

describe.each(LOCALES)("in %s", (locale) => {
  test("every check is there with its switch, and every parameter with its default, bounds and source", async () => {
    await openSettings(EMPTY_REVIEW, locale);
    const words = createTranslator(locale);
    for (const check of CHECKS) {
      const { name, about, parameters } = checkWords(words, check);
      expect(screen.getByRole("switch", { name })).toBeChecked();
      expect(screen.getAllByText(about).length).toBeGreaterThan(0);
      for (const { id, label, source } of parameters) {
        const parameter = check.parameters[id];
        const fields = screen.getAllByLabelText<HTMLInputElement | HTMLSelectElement>(label);
        const hints = fields.map((field) => document.getElementById(field.getAttribute("aria-describedby") ?? "")?.textContent ?? "");
        expect(fields.map(({ value }) => value)).toContain(String(parameter?.default));
        expect(hints.some((hint) => hint.includes(source) && (parameter?.kind !== "number" || hint.includes(String(parameter.default))))).toBe(true);
      }
    }
    expect(await violations()).toEqual([]);
  });
});

test("a check is switched off and on", async () => {
  const { user, settings } = await openSettings();
  const limit = (): HTMLElement | null => screen.queryByLabelText("执行率超过这个数算超支");
  await user.click(screen.getByRole("switch", { name: "超支" }));
  expect(settings()).toEqual({ off: ["over-execution"], values: {} });
  expect(limit()).not.toBeInTheDocument();
  await user.click(screen.getByRole("switch", { name: "超支" }));
  expect(settings()).toEqual(DEFAULT_SETTINGS);
  expect(limit()).toBeInTheDocument();
});

describe("a number", () => {
  const LABEL = "执行率超过这个数算超支";

  async function type(user: Open["user"], text: string, end: string): Promise<void> {
    const field = screen.getByLabelText(LABEL);
    await user.clear(field);
    if (text + end !== "") await user.type(field, text + end);
    if (end === "") await user.tab();
  }

  test("is kept with Enter or on leaving", async () => {
    const { user, settings } = await openSettings();
    for (const [text, end, value] of [["105", "{Enter}", 105], ["102.5", "", 102.5], ["１０５％", "{Enter}", 105], [" 0 ", "", 0], ["110", "{Enter}", 110]] as const) {
      await type(user, text, end);
      expect(settings().values).toEqual({ "over-execution": { limit: value } });
      expect(screen.getByLabelText(LABEL)).toHaveValue(String(value));
      expect(screen.getByText("已修改")).toBeInTheDocument();
    }
  });

  test("that cannot be is refused with the bounds, and nothing is kept", async () => {
    const { user, changes } = await openSettings();
    for (const text of ["-1", "1000.1", "abc", "1e2", "", "--5", "1,0"]) {
      await type(user, text, "");
      expect(screen.getByText("没有保存：请填 0 到 1,000 之间的数")).toBeInTheDocument();
      expect(screen.getByLabelText(LABEL)).toHaveAttribute("aria-invalid", "true");
      expect(screen.queryByText("已修改")).not.toBeInTheDocument();
      expect({ text, changes }).toEqual({ text, changes: [] });
      await press(user, `${LABEL}：恢复默认`);
      expect(screen.getByLabelText(LABEL)).toHaveValue("100");
      expect(screen.queryByText(/没有保存/u)).not.toBeInTheDocument();
      expect({ text, changes }).toEqual({ text, changes: [] });
    }
  });

  test("that contradicts another one is refused with that one's name, and nothing is kept", async () => {
    const { user, changes } = await openSettings();
    await type(user, "111", "{Enter}");
    expect(screen.getByText("没有保存：不能大于 110，即“超过这个数为“错误””。请先改那一项。")).toBeInTheDocument();
    expect(screen.getByLabelText(LABEL)).toHaveValue("111");
    await press(user, `${LABEL}：恢复默认`);
    expect(screen.getByLabelText(LABEL)).toHaveValue("100");
    expect(screen.queryByText(/没有保存/u)).not.toBeInTheDocument();
    expect(changes).toEqual([]);
  });

  test("that contradicts another one is kept as soon as that one gives way", async () => {
    const { user, changes, settings } = await openSettings();
    const [over, error] = ["执行率超过这个数算超支", "超过这个数为“错误”"].map((label) => screen.getByRole("textbox", { name: label }));
    await user.clear(over!);
    await user.type(over!, "115{Enter}");
    expect(changes).toEqual([]);
    await user.clear(error!);
    await user.type(error!, "130{Enter}");
    expect(settings().values).toEqual({ "over-execution": { limit: 115, errorAbove: 130 } });
    expect(over).toHaveValue("115");
    expect(screen.queryByText(/^没有保存/u)).not.toBeInTheDocument();
    expect(changes).toHaveLength(1);
  });

  test("is saved once, not again on leaving; its default takes the place of what was chosen", async () => {
    const { user, changes, settings } = await openSettings();
    await type(user, "105", "{Enter}");
    await user.tab();
    expect(changes).toHaveLength(1);
    await press(user, `${LABEL}：恢复默认`);
    expect(settings()).toEqual(DEFAULT_SETTINGS);
    expect(screen.queryByText("已修改")).not.toBeInTheDocument();
  });
});

test("each preset sets what it stands for, and shows as chosen", async () => {
  const words = createTranslator("zh-CN");
  const { user, settings } = await openSettings();
  const presets = screen.getByRole("radiogroup", { name: "执行进度的对照" });
  for (const preset of [...PRESETS].reverse()) {
    await user.click(within(presets).getByRole("radio", { name: presetName(words, preset) }));
    for (const [id, values] of Object.entries(preset.values)) {
      const check = CHECKS.find((one) => one.id === id);
      expect(check === undefined ? null : valuesOf(check, settings())).toMatchObject(values);
    }
    expect(within(presets).getAllByRole<HTMLInputElement>("radio").filter(({ checked }) => checked)).toEqual([within(presets).getByRole("radio", { name: presetName(words, preset) })]);
  }
});

test("everything goes back to its default at once", async () => {
  const changed: CheckSettings = { off: ["duplicate-name"], values: { "over-execution": { limit: 105 } } };
  const { user, settings } = await openSettings({ ...EMPTY_REVIEW, settings: changed });
  await press(user, "全部恢复默认");
  expect(settings()).toEqual(DEFAULT_SETTINGS);
  expect(screen.queryByRole("button", { name: "全部恢复默认" })).not.toBeInTheDocument();
});

test("the sheet's colours are chosen, and nothing else is touched", async () => {
  const { user, changes } = await openSettings();
  const colours = screen.getByRole("radiogroup", { name: "表中的颜色" });
  expect(within(colours).getByRole("radio", { name: /^固定颜色/u })).toBeChecked();
  await user.click(within(colours).getByRole("radio", { name: /^条件格式/u }));
  await user.click(within(colours).getByRole("radio", { name: "不着色" }));
  expect(changes).toEqual([{ colours: "following" }, { colours: "none" }]);
});

test("the way back", async () => {
  let backs = 0;
  const { user } = await openSettings(EMPTY_REVIEW, "zh-CN", () => (backs += 1));
  await press(user, "返回");
  expect(backs).toBe(1);
});

test("how rates are written is chosen, and changes no check", async () => {
  const { user, changes } = await openSettings();
  await user.click(screen.getByRole("radio", { name: /^公式/u }));
  expect(changes).toEqual([{ rates: "formulas" }]);
});
