/** The address at the left of the formula bar; typing one and Enter goes there. Lies over the component's own, which only shows. */

import { useState } from "react";
import type { Change, Sheet } from "../../embedded/book/book";
import { mergeAt } from "../../embedded/book/merges";
import { select, selectionOf } from "../../embedded/book/view";
import { formatRange, parseRange, rangeOfCell } from "../../workbook/address";
import { useChanges } from "../useChanges";
import { useWords } from "../words";
import { sameRanges } from "./selection";

const SELECTION: ReadonlySet<Change["kind"]> = new Set(["selection"]);

export function NameBox({ sheet, onLeave }: { readonly sheet: Sheet; readonly onLeave: () => void }) {
  const t = useWords();
  useChanges(sheet.book, SELECTION);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      className="name-box"
      aria-label={t("workbench.name-box")}
      spellCheck={false}
      value={typed ?? selectedAddress(sheet)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        event.stopPropagation();
        const range = event.key === "Enter" ? parseRange(event.currentTarget.value) : null;
        if (range !== null) select(sheet, [range]);
        if (range !== null || event.key === "Escape") onLeave();
      }}
    />
  );
}

/** As Excel's name box: a merge by its first cell. */
function selectedAddress(sheet: Sheet): string {
  const { ranges, active } = selectionOf(sheet);
  const merge = mergeAt(sheet, active.row, active.column);
  const isOneMerge = merge !== null && sameRanges(ranges, [merge]);
  return formatRange(isOneMerge ? rangeOfCell(merge.top, merge.left) : (ranges[0] ?? rangeOfCell(active.row, active.column)));
}
