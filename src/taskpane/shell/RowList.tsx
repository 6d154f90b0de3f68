import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { targetOf } from "./list-keys";
import { useScrollElement } from "./Scroll";
import { useScrollOffset } from "./useScrollOffset";

interface Props<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string | number;
  /** Pixels; the same for every row, so that nothing moves while scrolling. */
  readonly rowHeight: number;
  /** What the list is, for screen readers. */
  readonly label: string;
  readonly children: (item: Item) => ReactNode;
  /** By click, Enter or Space. */
  readonly onChoose: (item: Item) => void;
}

const useStyles = makeStyles({
  list: {
    position: "relative",
    outlineStyle: "none",
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  row: {
    position: "absolute",
    insetInline: 0,
    boxSizing: "border-box",
    paddingInline: tokens.spacingHorizontalM,
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-2px" },
  },
});

/**
 * A list of rows of one height inside the pane's scrolling region. Only rows in view exist, so a hundred
 * thousand cost as much as twenty. One stop for the Tab key; arrow keys, Home, End, Page Up and Page Down move in it.
 */
export function RowList<Item>({ items, keyOf, rowHeight, label, children, onChoose }: Props<Item>): ReactNode {
  const styles = useStyles();
  const id = useId();
  const scrollElement = useScrollElement();
  const list = useRef<HTMLDivElement>(null);
  const offset = useScrollOffset(list, scrollElement);
  const [currentKey, setCurrentKey] = useState<string | number | null>(null);
  const current = currentKey === null ? -1 : items.findIndex((item) => keyOf(item) === currentKey);

  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used in this component only
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scrollElement,
    estimateSize: () => rowHeight,
    scrollMargin: offset,
    overscan: 8,
    useFlushSync: false,
  });

  const moveTo = (index: number): void => {
    const item = items[index];
    if (item === undefined) return;
    setCurrentKey(keyOf(item));
    virtualizer.scrollToIndex(index, { align: "auto" });
  };
  const choose = (index: number): void => {
    const item = items[index];
    if (item === undefined) return;
    setCurrentKey(keyOf(item));
    onChoose(item);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = targetOf(event.key, current, items.length);
    if (target !== null) moveTo(target);
    else if (event.key === "Enter" || event.key === " ") choose(Math.max(0, current));
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={current < 0 ? undefined : `${id}-${current}`}
      className={styles.list}
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const item = items[index];
        return item === undefined ? null : (
          <div
            key={keyOf(item)}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={mergeClasses(styles.row, index === current && styles.current)}
            style={{ height: rowHeight, top: start - offset }}
            onClick={() => choose(index)}
          >
            {children(item)}
          </div>
        );
      })}
    </div>
  );
}
