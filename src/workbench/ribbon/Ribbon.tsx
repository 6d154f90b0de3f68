/** The ribbon: our own File tab, and the add-in's tab with the commands its manifest declares. */

import { Tab, TabList, Tooltip } from "@fluentui/react-components";
import { ArrowDownload24Regular, DocumentTable24Regular, FolderOpen24Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "../words";
import type { AddIn, RibbonCommand } from "./manifest";

export interface RibbonProps {
  readonly addIn: AddIn;
  readonly paneShown: boolean;
  /** The command that is running, by id. */
  readonly running: string | null;
  readonly onCommand: (command: RibbonCommand) => void;
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly onSample: () => void;
}

type TabName = "file" | "add-in";

export function Ribbon({ addIn, paneShown, running, onCommand, onOpen, onSave, onSample }: RibbonProps) {
  const t = useWords();
  const [tab, setTab] = useState<TabName>("add-in");
  return (
    <nav className="ribbon" aria-label={t("workbench.ribbon")}>
      <TabList size="small" selectedValue={tab} onTabSelect={(_, data) => setTab(data.value === "file" ? "file" : "add-in")}>
        <Tab value="file">{t("workbench.file")}</Tab>
        <Tab value="add-in">{addIn.tabLabel}</Tab>
      </TabList>
      <div className="ribbon-body">
        {tab === "file" ? (
          <Group label={t("workbench.file")}>
            <Button label={t("workbench.open")} tip={t("workbench.open.tip")} icon={<FolderOpen24Regular />} onClick={onOpen} />
            <Button label={t("workbench.save")} tip={t("workbench.save.tip")} icon={<ArrowDownload24Regular />} onClick={onSave} />
            <Button label={t("workbench.sample")} tip={t("workbench.sample.tip")} icon={<DocumentTable24Regular />} onClick={onSample} />
          </Group>
        ) : (
          addIn.groups.map((group) => (
            <Group key={group.id} label={group.label}>
              {group.commands.map((command) => (
                <Button
                  key={command.id}
                  label={command.label}
                  tip={command.tip}
                  icon={<img src={command.icons.get(32)} alt="" width={32} height={32} />}
                  onClick={() => onCommand(command)}
                  pressed={command.action.kind === "show-pane" ? paneShown : undefined}
                  disabled={running === command.id}
                />
              ))}
            </Group>
          ))
        )}
      </div>
    </nav>
  );
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className="ribbon-group" aria-label={label}>
      <div className="ribbon-buttons">{children}</div>
      <div className="ribbon-label" aria-hidden="true">
        {label}
      </div>
    </section>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly tip: string;
  readonly icon: ReactElement;
  readonly onClick: () => void;
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean;
}

function Button({ label, tip, icon, onClick, pressed, disabled = false }: ButtonProps) {
  return (
    <Tooltip content={{ children: tip, className: "ribbon-tip" }} relationship="description">
      <button type="button" className="ribbon-button" onClick={onClick} aria-pressed={pressed} disabled={disabled}>
        {icon}
        <span>{label}</span>
      </button>
    </Tooltip>
  );
}
