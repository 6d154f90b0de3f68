/** The address at the left of the formula bar; typing one and Enter goes there. Lies over the component's own, which only shows. */

import { useState } from "react";
import type { Change, Sheet } from "../../embedded/book/book";
import { selectionOf } from "../../embedded/book/view";
import { formatRange, parseRange, rangeOfCell } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { useChanges } from "../useChanges";
import { useWords } from "../words";

const SELECTION: ReadonlySet<Change["kind"]> = new Set(["selection"]);

export function NameBox({ sheet, onGo, onLeave }: { readonly sheet: Sheet; readonly onGo: (range: CellRange) => void; readonly onLeave: () => void }) {
  const t = useWords();
  useChanges(sheet.book, SELECTION);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      className="name-box"
      aria-label={t("workbench.name-box")}
      spellCheck={false}
      value={typed ?? activeAddress(sheet)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        event.stopPropagation();
        const range = event.key === "Enter" ? parseRange(event.currentTarget.value) : null;
        if (range !== null) onGo(range);
        if (range === null && event.key !== "Escape") return;
        // The grid has the focus next: a line break would go there.
        event.preventDefault();
        onLeave();
      }}
    />
  );
}

/** Excel shows the active cell, whatever else is selected with it. */
function activeAddress(sheet: Sheet): string {
  const { active } = selectionOf(sheet);
  return formatRange(rangeOfCell(active.row, active.column));
}
