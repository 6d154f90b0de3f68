/**
 * One sheet of the book in the grid component. The book is the truth: whatever a person types goes there,
 * and the component draws what comes back. The component's own editing of its data is never let through.
 */

import { Workbook } from "@fortune-sheet/react";
import "@fortune-sheet/react/dist/index.css";
import "./grid.css";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClipboardEvent, ComponentRef, KeyboardEvent } from "react";
import { onChange } from "../../embedded/book/book";
import type { Change, Sheet } from "../../embedded/book/book";
import { formulaAt, numberFormatAt, valueTypeAt } from "../../embedded/book/cells";
import { enterValue } from "../../embedded/book/entering";
import { mergeAt } from "../../embedded/book/merges";
import { columnWidth, rowHeight, setColumnWidth, setRowHeight } from "../../embedded/book/sizes";
import { select, selectionOf } from "../../embedded/book/view";
import type { Locale } from "../../i18n/translate";
import { rangeOfCell } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { ChartLayer } from "../charts/ChartLayer";
import type { History } from "../history";
import type { RibbonCommand } from "../ribbon/manifest";
import type { GridActions } from "./actions";
import { pixels, points } from "./drawing";
import type { Extent } from "./drawing";
import { editText } from "./edit-text";
import { editorText, focusGrid, leaveEditor, openEditorForText, selectUnderPointer, typedText, viewportOf, watchEditor } from "./component-page";
import { GridMenu } from "./GridMenu";
import { createMeasure } from "./measure";
import { NameBox } from "./NameBox";
import { createPainter } from "./painter";
import type { GridOp } from "./painter";
import { scrollToShow } from "./scroll";
import { createSelectionHearing, fromGrid, sameRanges, selectInGrid, toGrid } from "./selection";
import type { GridSelected } from "./selection";
import { handleKey } from "./shortcuts";

export interface SheetGridProps {
  readonly sheet: Sheet;
  readonly history: History;
  readonly actions: GridActions;
  readonly locale: Locale;
  /** Runs work on the book, and tells the person if the book refuses it. */
  readonly attempt: (work: () => void) => void;
  /** The person began or finished typing into a cell. */
  readonly onEditing: (editing: boolean) => void;
  /** What the add-in adds to the cells' menu. */
  readonly commands: readonly RibbonCommand[];
  readonly onCommand: (command: RibbonCommand) => void;
}

type Component = ComponentRef<typeof Workbook>;

export function SheetGrid({ sheet, history, actions, locale, attempt, onEditing, commands, onCommand }: SheetGridProps) {
  const component = useRef<Component>(null);
  const frame = useRef<HTMLDivElement>(null);
  const editing = useRef(false);
  /** Our own call of `select`: the grid shows that already. */
  const selecting = useRef(false);
  const [painter] = useState(() => createPainter(sheet, createMeasure()));
  const [hearing] = useState(createSelectionHearing);
  /** The book's selection as the component is to show it; it is taken to be told. */
  const shownSelection = useCallback((): GridSelected[] => {
    const cells = selectedCells(sheet, painter.extent());
    hearing.told(fromGrid(cells, painter.extent()), selectionOf(sheet).ranges);
    return cells;
  }, [sheet, painter, hearing]);
  const [data] = useState(() => [{ ...painter.sheet, luckysheet_select_save: shownSelection() }]);

  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);

  const apply = useCallback((ops: GridOp[]) => {
    if (ops.length > 0) component.current?.applyOp(ops);
  }, []);

  const type = useCallback(
    (row: number, column: number, typed: string) => {
      const text = typed.replace(/\r?\n$/, "").replaceAll("\r\n", "\n");
      const before = editText(formulaAt(sheet, row, column), valueTypeAt(sheet, row, column), numberFormatAt(sheet, row, column));
      if (text !== before) attempt(() => history.edit(rangeOfCell(row, column), () => enterValue(sheet, row, column, text)));
      apply(painter.restore(row, column));
    },
    [sheet, history, painter, attempt, apply],
  );

  const hooks = useMemo(() => {
    /** Typed texts by place: React may run the component's update twice, the book must hear of it once. */
    const typed = new Map<string, { readonly row: number; readonly column: number; readonly text: string }>();
    const flush = (): void => {
      const cells = [...typed.values()];
      typed.clear();
      for (const { row, column, text } of cells) type(row, column, text);
    };
    return {
      beforeUpdateCell: (row: number, column: number, value: unknown): boolean => {
        if (typed.size === 0) queueMicrotask(flush);
        typed.set(`${row},${column}`, { row, column, text: typeof value === "string" ? value : "" });
        return false;
      },
      afterSelectionChange: (): void => {
        const ranges = hearing.heard(fromGrid(component.current?.getSelection() ?? [], painter.extent()), selectionOf(sheet).ranges);
        if (ranges === null) return;
        selecting.current = true;
        select(sheet, ranges);
        selecting.current = false;
      },
    };
  }, [sheet, painter, hearing, type]);

  useEffect(() => {
    let pending: Change[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = (): void => {
      timer = undefined;
      const changes = pending;
      pending = [];
      const ops = painter.repaint(changes);
      apply(ops);
      const moved = changes.some((change) => change.kind === "selection" && change.sheetId === sheet.id);
      // Also for the formula bar, which reads its cell again when the selection is another.
      if (moved || ops.length > 0) selectInGrid(component.current, shownSelection());
      if (moved) show();
    };
    const show = (): void => {
      const [first] = selectionOf(sheet).ranges;
      const view = frame.current === null ? null : viewportOf(frame.current);
      if (first !== undefined && view !== null) component.current?.scroll(scrollToShow(sheet, first, view));
    };
    const stop = onChange(sheet.book, (change) => {
      if (change.kind === "selection" && selecting.current) return;
      pending.push(change);
      timer ??= setTimeout(flush);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [sheet, painter, apply, shownSelection]);

  useEffect(() => {
    if (frame.current === null) return;
    return watchEditor(frame.current, (now) => {
      editing.current = now;
      onEditing(now);
    });
  }, [onEditing]);

  useEffect(() => (frame.current === null ? undefined : openEditorForText(frame.current)), []);

  useEffect(() => {
    if (frame.current === null) return;
    // The component measures itself only when the window changes.
    const observer = new ResizeObserver(() => window.dispatchEvent(new Event("resize")));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  const onOp = useMemo(() => {
    /** Something the component did to its own data: sizes dragged in the headers are taken over, the rest is taken back. */
    return (ops: readonly { readonly path: readonly (string | number)[] }[]): void => {
      const resized = ops.some(({ path }) => path[0] === "config");
      setTimeout(() => {
        if (resized) attempt(() => history.change(() => takeSizes(sheet, component.current?.getSheet().config ?? {})));
        apply(painter.restoreAll());
      });
    };
  }, [sheet, history, painter, attempt, apply]);

  /** Tab takes what was typed and moves on; the component forgot that key. */
  const onTab = (event: KeyboardEvent): void => {
    const text = event.key === "Tab" && frame.current !== null ? typedText(frame.current) : null;
    if (frame.current === null || text === null) return;
    event.preventDefault();
    event.stopPropagation();
    const { row, column } = selectionOf(sheet).active;
    leaveEditor(frame.current);
    type(row, column, text);
    const next = Math.max(0, column + (event.shiftKey ? -1 : 1));
    selectInGrid(component.current, toGrid([rangeOfCell(row, next)], { row, column: next }, painter.extent()));
  };

  /** Goes to a range, taking first what was being typed. */
  const goTo = (range: CellRange): void => {
    const text = frame.current === null ? null : editorText(frame.current);
    if (frame.current !== null && text !== null) {
      const { row, column } = selectionOf(sheet).active;
      leaveEditor(frame.current);
      type(row, column, text);
    }
    select(sheet, [range]);
    // Leaving the editor, the component would select its old cell again.
    selectInGrid(component.current, shownSelection());
  };

  const onClipboard = (cut: boolean) => (event: ClipboardEvent) => {
    if (editing.current) return;
    event.stopPropagation();
    event.preventDefault();
    const text = actions.copy(cut);
    if (text !== null) event.clipboardData.setData("text/plain", text);
  };

  return (
    <div className="grid">
      <NameBox
        sheet={sheet}
        onGo={goTo}
        onLeave={() => {
          if (frame.current !== null) focusGrid(frame.current);
        }}
      />
      <div
        ref={frame}
        className="grid-component"
        onKeyDownCapture={(event) => {
          if (editing.current) onTab(event);
          else handleKey(event, actions, history, attempt);
        }}
        onCopyCapture={onClipboard(false)}
        onCutCapture={onClipboard(true)}
        onPasteCapture={(event) => {
          if (editing.current) return;
          event.stopPropagation();
          event.preventDefault();
          const text = event.clipboardData.getData("text/plain");
          attempt(() => actions.paste(text));
        }}
        onContextMenuCapture={(event) => {
          if (editing.current || frame.current === null) return;
          event.stopPropagation();
          event.preventDefault();
          selectUnderPointer(frame.current, event);
          setMenuAt({ x: event.clientX, y: event.clientY });
        }}
      >
        <Workbook ref={component} data={data} hooks={hooks} onOp={onOp} lang={locale === "zh-CN" ? "zh" : "en"} showToolbar={false} showSheetTabs={false} />
      </div>
      <ChartLayer sheet={sheet} frame={frame} />
      <GridMenu at={menuAt} actions={actions} attempt={attempt} commands={commands} onCommand={onCommand} onClose={() => setMenuAt(null)} />
    </div>
  );
}

/**
 * The book's selection as the component takes it; a cell of a merge is the whole merge.
 * With the book's revision it differs from an earlier one of the same cells.
 */
function selectedCells(sheet: Sheet, extent: Extent): GridSelected[] {
  const { ranges, active } = selectionOf(sheet);
  const whole = ranges.map((range) => (sameRanges([range], [rangeOfCell(range.top, range.left)]) ? (mergeAt(sheet, range.top, range.left) ?? range) : range));
  return toGrid(whole, active, extent).map((selected) => ({ ...selected, revision: sheet.book.revision }));
}

/** Widths and heights that were dragged; the component counts pixels without the grid line. */
function takeSizes(sheet: Sheet, config: { readonly columnlen?: Record<string, number>; readonly rowlen?: Record<string, number> }): void {
  for (const [key, width] of Object.entries(config.columnlen ?? {})) {
    const column = Number(key);
    if (width + 1 !== pixels(columnWidth(sheet, column))) setColumnWidth(sheet, { top: 0, left: column, bottom: 0, right: column }, points(width + 1));
  }
  for (const [key, height] of Object.entries(config.rowlen ?? {})) {
    const row = Number(key);
    if (height + 1 !== pixels(rowHeight(sheet, row))) setRowHeight(sheet, { top: row, left: 0, bottom: row, right: 0 }, points(height + 1));
  }
}
