import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { defaultRangeExtractor, measureElement, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { targetOf } from "./list-keys";
import { useScrollElement } from "./Scroll";
import { useScrollOffset } from "./useScrollOffset";

/** The row in hand, by its key. A new object with `focus` takes the focus to it. */
export interface CurrentRow {
  readonly key: string;
  readonly focus: boolean;
}

interface Props<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly isHeading: (item: Item) => boolean;
  /** Pixels, until a row has been drawn and measured. */
  readonly estimate: (item: Item) => number;
  /** What the list is, for screen readers. */
  readonly label: string;
  readonly current: CurrentRow | null;
  readonly onCurrent: (current: CurrentRow) => void;
  /** Drawn wherever the list is scrolled to, so that what is typed in it stays. */
  readonly pinned?: string | null;
  /** By click, Enter or Space. */
  readonly onChoose: (item: Item) => void;
  /** What the row says: a heading's text, or the part of a row that is chosen. */
  readonly children: (item: Item) => ReactNode;
  /** Links, buttons and forms under it; `isCurrent` tells whether the Tab key may stop at them. Null: none. */
  readonly more: (item: Item, isCurrent: boolean) => ReactNode;
}

const useStyles = makeStyles({
  grid: { position: "relative", minWidth: 0 },
  row: { position: "absolute", insetInline: 0, boxSizing: "border-box", borderRadius: tokens.borderRadiusMedium },
  item: { paddingInline: tokens.spacingHorizontalM, ":hover": { backgroundColor: tokens.colorNeutralBackground3 } },
  // Links must stay readable on it in every theme; the bar tells it apart where the background hardly does.
  current: {
    backgroundColor: tokens.colorNeutralBackground2Selected,
    boxShadow: `inset 2px 0 0 ${tokens.colorCompoundBrandStroke}`,
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-2px" },
  },
  cell: {
    cursor: "pointer",
    outlineStyle: "none",
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});

/**
 * A list of rows of whatever height inside the pane's scrolling region. Only rows in view exist, so ten thousand
 * cost as much as twenty. One stop for the Tab key, then those of the current row; up, down, Home, End, Page Up and
 * Page Down move between rows, left and right within one.
 */
export function MeasuredGrid<Item>(props: Props<Item>): ReactNode {
  const { items, keyOf, isHeading, estimate, label, current, onCurrent, pinned = null, onChoose, children, more } = props;
  const styles = useStyles();
  const scrollElement = useScrollElement();
  const grid = useRef<HTMLDivElement>(null);
  const currentCell = useRef<HTMLDivElement>(null);
  const offset = useScrollOffset(grid, scrollElement);
  const indexOf = (key: string | null): number => (key === null ? -1 : items.findIndex((item) => keyOf(item) === key));
  const currentIndex = indexOf(current?.key ?? null);
  const pinnedIndex = indexOf(pinned);
  // Before any row is in hand, the first one is the Tab key's stop.
  const stop = currentIndex < 0 ? items.findIndex((item) => !isHeading(item)) : currentIndex;
  const estimated = (index: number): number => {
    const item = items[index];
    return item === undefined ? 0 : estimate(item);
  };

  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used in this component only
  const virtualizer = useVirtualizer<HTMLElement, HTMLDivElement>({
    count: items.length,
    getScrollElement: () => scrollElement,
    getItemKey: (index) => keyAt(items, keyOf, index),
    estimateSize: estimated,
    // A page that is hidden lays nothing out, and everything on it measures nothing.
    measureElement: (element, entry, instance) => measureElement(element, entry, instance) || estimated(instance.indexFromElement(element)),
    rangeExtractor: (range) => withRows(range, [stop, pinnedIndex]),
    scrollMargin: offset,
    overscan: 6,
    useFlushSync: false,
  });

  useLayoutEffect(() => {
    if (current?.focus === true) currentCell.current?.focus({ preventScroll: true });
  }, [current]);

  const moveFrom = (index: number, key: string): boolean => {
    const target = targetOf(key, index, items.length);
    if (target === null) return false;
    const reached = rowNear(items, isHeading, target, target < index ? -1 : 1);
    if (reached === null) return true;
    onCurrent({ key: keyAt(items, keyOf, reached), focus: true });
    // Its heading too, where it is the first under one.
    virtualizer.scrollToIndex(reached === rowNear(items, isHeading, 0, 1) ? 0 : reached, { align: "auto" });
    return true;
  };
  const choose = (item: Item): void => {
    onCurrent({ key: keyOf(item), focus: false });
    onChoose(item);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>, item: Item, index: number): void => {
    if (isTyping(event.target)) return;
    const isHandled = moveFrom(index, event.key) || moveWithin(event.currentTarget, event.key);
    if (!isHandled && event.target === currentCell.current && (event.key === "Enter" || event.key === " ")) choose(item);
    else if (!isHandled) return;
    event.preventDefault();
  };

  return (
    <div ref={grid} role="grid" aria-label={label} aria-rowcount={items.length} className={styles.grid} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const item = items[index];
        if (item === undefined) return null;
        const key = keyOf(item);
        const row = { ref: virtualizer.measureElement, role: "row", "aria-rowindex": index + 1, "data-index": index, style: { top: start - offset } };
        if (isHeading(item)) return <div key={key} {...row} className={styles.row}><div role="rowheader">{children(item)}</div></div>;
        const isCurrent = index === currentIndex;
        const extra = more(item, isCurrent);
        return (
          <div
            key={key}
            {...row}
            aria-selected={isCurrent}
            className={mergeClasses(styles.row, styles.item, isCurrent && styles.current)}
            onFocus={() => {
              if (!isCurrent) onCurrent({ key, focus: false });
            }}
            onKeyDown={(event) => onKeyDown(event, item, index)}
          >
            <div
              ref={index === stop ? currentCell : undefined}
              role="gridcell"
              tabIndex={index === stop ? 0 : -1}
              className={styles.cell}
              onClick={() => choose(item)}
            >
              {children(item)}
            </div>
            {extra !== null && <div role="gridcell">{extra}</div>}
          </div>
        );
      })}
    </div>
  );
}

function keyAt<Item>(items: readonly Item[], keyOf: (item: Item) => string, index: number): string {
  const item = items[index];
  return item === undefined ? String(index) : keyOf(item);
}

/** The rows in view, and those that are drawn always. */
function withRows(range: Range, always: readonly number[]): number[] {
  const inView = defaultRangeExtractor(range);
  const others = always.filter((index) => index >= 0 && index < range.count);
  return [...new Set([...inView, ...others])].sort((a, b) => a - b);
}

/** The nearest row that is no heading, in one direction and, past the end, in the other. */
function rowNear<Item>(items: readonly Item[], isHeading: (item: Item) => boolean, from: number, step: 1 | -1): number | null {
  for (const by of [step, -step]) {
    for (let index = from; index >= 0 && index < items.length; index += by) {
      const item = items[index];
      if (item !== undefined && !isHeading(item)) return index;
    }
  }
  return null;
}

const STOPS = "[role=gridcell][tabindex], button:not(:disabled), [href]";

/** Left and right move between the row itself and what can be pressed in it. */
function moveWithin(row: HTMLElement, key: string): boolean {
  if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
  const stops = [...row.querySelectorAll<HTMLElement>(STOPS)];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[at + (key === "ArrowRight" ? 1 : -1)]?.focus();
  return true;
}

function isTyping(target: EventTarget): boolean {
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}
