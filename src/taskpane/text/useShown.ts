import { useEffect, type RefObject } from "react";

/** A list that was just drawn measures itself first, and rows that come into view on the way move the others. */
const FRAMES = { toAppear: 60, toSettle: 8 };

/** Brings the list's row in hand into view and takes the focus there, each time something else is asked for. */
export function useShown(list: RefObject<HTMLElement | null>, asked: object | null): void {
  useEffect(() => {
    if (asked === null) return undefined;
    let left = FRAMES.toAppear;
    let hasAppeared = false;
    let frame = 0;
    const show = (): void => {
      const row = list.current?.querySelector<HTMLElement>("[role=row][aria-selected=true]") ?? null;
      if (row !== null && !hasAppeared) {
        hasAppeared = true;
        left = FRAMES.toSettle;
      }
      row?.scrollIntoView({ block: "center" });
      row?.querySelector<HTMLElement>("[role=gridcell][tabindex]")?.focus({ preventScroll: true });
      left--;
      if (left > 0) frame = requestAnimationFrame(show);
    };
    frame = requestAnimationFrame(show);
    return () => cancelAnimationFrame(frame);
  }, [list, asked]);
}
