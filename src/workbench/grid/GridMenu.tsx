/** The grid's context menu. */

import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import type { RibbonCommand } from "../ribbon/manifest";
import { useWords } from "../words";
import type { GridActions } from "./actions";

export interface GridMenuProps {
  /** Where it opens, in the window; null while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly actions: GridActions;
  /** Runs work on the book, and tells the person if the book refuses it. */
  readonly attempt: (work: () => void) => void;
  /** The add-in's own entries. */
  readonly commands: readonly RibbonCommand[];
  readonly onCommand: (command: RibbonCommand) => void;
  readonly onClose: () => void;
}

export function GridMenu({ at, actions, attempt, commands, onCommand, onClose }: GridMenuProps) {
  const t = useWords();
  const copy = (cut: boolean): void => {
    const text = actions.copy(cut);
    if (text !== null) void navigator.clipboard.writeText(text);
  };
  const paste = (): void => void navigator.clipboard.readText().then((text) => attempt(() => actions.paste(text)));
  const target = at === null ? null : { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) };
  return (
    <Menu open={at !== null} onOpenChange={(_, data) => !data.open && onClose()} positioning={{ target, position: "below", align: "start" }}>
      <MenuPopover>
        <MenuList>
          <MenuItem secondaryContent="Ctrl+X" onClick={() => copy(true)}>{t("workbench.menu.cut")}</MenuItem>
          <MenuItem secondaryContent="Ctrl+C" onClick={() => copy(false)}>{t("workbench.menu.copy")}</MenuItem>
          <MenuItem secondaryContent="Ctrl+V" onClick={paste}>{t("workbench.menu.paste")}</MenuItem>
          <MenuDivider />
          <MenuItem onClick={() => attempt(actions.insertRows)}>{t("workbench.menu.insert-rows")}</MenuItem>
          <MenuItem onClick={() => attempt(actions.insertColumns)}>{t("workbench.menu.insert-columns")}</MenuItem>
          <MenuItem onClick={() => attempt(actions.deleteRows)}>{t("workbench.menu.delete-rows")}</MenuItem>
          <MenuItem onClick={() => attempt(actions.deleteColumns)}>{t("workbench.menu.delete-columns")}</MenuItem>
          <MenuDivider />
          <MenuItem secondaryContent="Delete" onClick={() => attempt(actions.clearContents)}>{t("workbench.menu.clear")}</MenuItem>
          {commands.length > 0 && <MenuDivider />}
          {commands.map((command) => (
            <MenuItem key={command.id} icon={<img src={command.icons.get(16)} alt="" width={16} height={16} />} title={command.tip} onClick={() => onCommand(command)}>{command.label}</MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
