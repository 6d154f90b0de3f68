/** The sheets as tabs under the grid: choose, add, rename (double-click or F2), delete. */

import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip } from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Book, Change, Sheet } from "../embedded/book/book";
import { addSheet, deleteSheet, renameSheet, tabColor } from "../embedded/book/sheets";
import { activate, activeSheet } from "../embedded/book/view";
import { useChanges } from "./useChanges";
import { useWords } from "./words";

export interface SheetTabsProps {
  readonly book: Book;
  /** Runs work on the book, and tells the person if the book refuses it. */
  readonly attempt: (work: () => void) => void;
}

const SHEET_CHANGES: ReadonlySet<Change["kind"]> = new Set(["sheet-added", "sheet-deleted", "sheet-renamed", "sheet-moved", "sheet-visibility", "sheet-activated", "view"]);

export function SheetTabs({ book, attempt }: SheetTabsProps) {
  const t = useWords();
  useChanges(book, SHEET_CHANGES);
  const [renaming, setRenaming] = useState<string | null>(null);
  const active = activeSheet(book);
  const visible = book.sheets.filter((sheet) => sheet.visibility === "Visible");

  const rename = (sheet: Sheet, name: string): void => {
    setRenaming(null);
    if (name !== sheet.name) attempt(() => renameSheet(sheet, name));
  };
  const step = (by: number): void => {
    const next = visible[visible.indexOf(active) + by];
    if (next !== undefined) attempt(() => activate(next));
  };

  return (
    <div className="sheet-tabs">
      <div role="tablist" aria-label={t("workbench.sheets")} className="sheet-list">
        {visible.map((sheet) =>
          renaming === sheet.id ? (
            <NameBox key={sheet.id} name={sheet.name} label={t("workbench.sheet.name")} onName={(name) => rename(sheet, name)} />
          ) : (
            <Menu key={sheet.id} openOnContext>
              <MenuTrigger disableButtonEnhancement>
                <button
                  type="button"
                  role="tab"
                  className="sheet-tab"
                  aria-selected={sheet === active}
                  tabIndex={sheet === active ? 0 : -1}
                  style={{ borderBottomColor: tabColor(sheet) || undefined }}
                  onClick={() => attempt(() => activate(sheet))}
                  onDoubleClick={() => setRenaming(sheet.id)}
                  onKeyDown={(event) => {
                    if (event.key === "F2") setRenaming(sheet.id);
                    if (event.key === "ArrowRight") step(1);
                    if (event.key === "ArrowLeft") step(-1);
                  }}
                >
                  {sheet.name}
                </button>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  <MenuItem onClick={() => setRenaming(sheet.id)}>{t("workbench.sheet.rename")}</MenuItem>
                  <MenuItem onClick={() => attempt(() => deleteSheet(sheet))}>{t("workbench.sheet.delete")}</MenuItem>
                </MenuList>
              </MenuPopover>
            </Menu>
          ),
        )}
      </div>
      <Tooltip content={t("workbench.sheet.add")} relationship="label">
        <button type="button" className="sheet-add" onClick={() => attempt(() => activate(addSheet(book)))}>
          <Add16Regular />
        </button>
      </Tooltip>
    </div>
  );
}

function NameBox({ name, label, onName }: { readonly name: string; readonly label: string; readonly onName: (name: string) => void }) {
  return (
    <input
      className="sheet-name"
      aria-label={label}
      defaultValue={name}
      size={Math.max(4, name.length * 2)}
      ref={(box) => box?.select()}
      onBlur={(event) => onName(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") onName(event.currentTarget.value);
        if (event.key === "Escape") onName(name);
      }}
    />
  );
}
