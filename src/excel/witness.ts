/** What stood in cells at the very moment they were written: people type between our reading and our writing. */

import { sameContent } from "../workbook/contents";
import type { Content } from "../workbook/edits";
import { contentsOf } from "./ranges";

export interface Witnesses {
  /** Queues reading the cells once more, to be called just before what writes them is queued. */
  readonly watch: (range: Excel.Range, expected: readonly (readonly Content[])[]) => void;
  /** Whether cells of requests answered so far held something else than expected. */
  readonly sawChange: () => boolean;
  /** Queues putting back what stood there instead. */
  readonly putBack: () => void;
}

export function createWitnesses(): Witnesses {
  const watched: { readonly range: Excel.Range; readonly seen: Excel.Range; readonly expected: readonly (readonly Content[])[] }[] = [];
  const changed = (): typeof watched => watched.filter(({ seen, expected }) => isLoaded(seen) && contentsOf(seen).some((row, i) => row.some((content, j) => {
    const other = expected[i]?.[j];
    return other !== undefined && !sameContent(content, other);
  })));
  return {
    watch: (range, expected) => {
      watched.push({ range, seen: range.getResizedRange(0, 0).load("formulas,values"), expected });
    },
    sawChange: () => changed().length > 0,
    putBack: () => changed().forEach(({ range, seen }) => {
      range.formulas = seen.formulas;
    }),
  };
}

/** Reading a property that no answer brought yet throws. */
function isLoaded(range: Excel.Range): boolean {
  try {
    return range.formulas.length > 0;
  } catch {
    return false;
  }
}
