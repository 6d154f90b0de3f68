/** The top line as in Excel: save, undo and redo at the left, the file's name, the embedded Excel's settings at the right. */

import { Select, Tooltip, useId } from "@fluentui/react-components";
import { ArrowRedo20Regular, ArrowUndo20Regular, Save20Regular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { Locale, MessageKey } from "../i18n/translate";
import { LEVELS, THEMES } from "./settings";
import type { Settings } from "./settings";
import { useWords } from "./words";

export interface TitleBarProps {
  readonly fileName: string;
  readonly settings: Settings;
  readonly onSettings: (settings: Settings) => void;
  readonly onSave: () => void;
  readonly onUndo: (() => void) | null;
  readonly onRedo: (() => void) | null;
}

const LANGUAGES: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: "zh-CN", name: "简体中文" },
  { locale: "en-US", name: "English" },
];

export function TitleBar({ fileName, settings, onSettings, onSave, onUndo, onRedo }: TitleBarProps) {
  const t = useWords();
  return (
    <header className="title-bar">
      <img src="assets/icons/pane-32.png" alt="" width={20} height={20} />
      <QuickButton label={t("workbench.save")} icon={<Save20Regular />} onClick={onSave} />
      <QuickButton label={t("workbench.undo")} icon={<ArrowUndo20Regular />} onClick={onUndo} />
      <QuickButton label={t("workbench.redo")} icon={<ArrowRedo20Regular />} onClick={onRedo} />
      <h1 className="file-name">{fileName}</h1>
      <Choice
        label={t("workbench.language")}
        value={settings.locale}
        options={LANGUAGES.map(({ locale, name }) => [locale, name])}
        onChoose={(locale) => onSettings({ ...settings, locale })}
      />
      <Choice
        label={t("workbench.theme")}
        value={settings.theme}
        options={THEMES.map((theme) => [theme, t(`workbench.theme.${theme}` satisfies MessageKey)])}
        onChoose={(theme) => onSettings({ ...settings, theme })}
      />
      <Tooltip content={t("workbench.level.tip")} relationship="description">
        <span>
          <Choice
            label={t("workbench.level")}
            value={settings.level}
            options={LEVELS.map((level) => [level, level])}
            onChoose={(level) => onSettings({ ...settings, level })}
          />
        </span>
      </Tooltip>
    </header>
  );
}

function QuickButton({ label, icon, onClick }: { readonly label: string; readonly icon: ReactElement; readonly onClick: (() => void) | null }) {
  return (
    <Tooltip content={label} relationship="label">
      <button type="button" className="quick" disabled={onClick === null} onClick={onClick ?? undefined}>
        {icon}
      </button>
    </Tooltip>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  const id = useId("choice");
  return (
    <span className="choice">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        size="small"
        value={value}
        onChange={(_, data) => {
          const chosen = options.find(([option]) => option === data.value);
          if (chosen !== undefined) onChoose(chosen[0]);
        }}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </Select>
    </span>
  );
}
