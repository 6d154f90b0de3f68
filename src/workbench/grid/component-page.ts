/** What the component's page shows of its state, and does only for a mouse: it has no calls for these. */

import type { Viewport } from "./scroll";

/** The editor is always in the page; it lies above the grid while a cell is edited. */
const BOX = ".luckysheet-input-box";
const INPUT = ".luckysheet-cell-input";
const ABOVE = "19";
/** Open while function names are offered; Tab and Enter then choose one. */
const OFFERED = "#luckysheet-formula-search-c";

/** Kinds of input that bring text. */
const TEXT = new Set(["insertText", "insertCompositionText"]);

const SELECTED = ".luckysheet-cell-selected";
const AREA = ".fortune-cell-area";
const SCROLL_X = ".luckysheet-scrollbar-x";
const SCROLL_Y = ".luckysheet-scrollbar-y";

/** Calls `onEditing` whenever cell editing begins or ends under `frame`. The returned function stops it. */
export function watchEditor(frame: HTMLElement, onEditing: (editing: boolean) => void): () => void {
  let editing = false;
  const look = (box: HTMLElement): void => {
    const now = isOpen(box);
    if (now === editing) return;
    editing = now;
    onEditing(now);
  };
  const styles = new MutationObserver((_, observer) => {
    const box = frame.querySelector<HTMLElement>(BOX);
    if (box === null) observer.disconnect();
    else look(box);
  });
  const begin = (): boolean => {
    const box = frame.querySelector<HTMLElement>(BOX);
    if (box === null) return false;
    styles.observe(box, { attributes: true, attributeFilter: ["style"] });
    look(box);
    return true;
  };
  // The component draws nothing in its first turn.
  const arrival = new MutationObserver((_, observer) => {
    if (begin()) observer.disconnect();
  });
  if (!begin()) arrival.observe(frame, { childList: true, subtree: true });
  return () => {
    styles.disconnect();
    arrival.disconnect();
    if (editing) onEditing(false);
  };
}

/**
 * Opens the editor for text that no key announced, as input methods and dictation bring it: the component begins an edit
 * only with a key, and would wipe such text later. Other input into the closed editor is refused, so that nothing gathers there.
 * The returned function stops it.
 */
export function openEditorForText(frame: HTMLElement): () => void {
  const onText = (event: Event): void => {
    const box = frame.querySelector<HTMLElement>(BOX);
    if (box === null || isOpen(box) || !(event.target instanceof Element) || event.target.closest(INPUT) === null) return;
    if (!(event instanceof InputEvent) || TEXT.has(event.inputType)) pressKey(frame, "Process", 229);
    else event.preventDefault();
  };
  frame.addEventListener("compositionstart", onText, true);
  frame.addEventListener("beforeinput", onText, true);
  return () => {
    frame.removeEventListener("compositionstart", onText, true);
    frame.removeEventListener("beforeinput", onText, true);
  };
}

/** What is typed so far; null while the person still chooses a function name. */
export function typedText(frame: HTMLElement): string | null {
  if (frame.querySelector(OFFERED) !== null) return null;
  return frame.querySelector<HTMLElement>(INPUT)?.innerText ?? null;
}

/** What the open editor holds; null when no cell is edited. */
export function editorText(frame: HTMLElement): string | null {
  const box = frame.querySelector<HTMLElement>(BOX);
  return box !== null && isOpen(box) ? (frame.querySelector<HTMLElement>(INPUT)?.innerText ?? null) : null;
}

/** Ends editing and forgets what was typed. */
export function leaveEditor(frame: HTMLElement): void {
  pressKey(frame, "Escape", 27);
}

function pressKey(frame: HTMLElement, key: string, keyCode: number): void {
  frame.querySelector(INPUT)?.dispatchEvent(new KeyboardEvent("keydown", { key, keyCode, bubbles: true }));
}

function isOpen(box: HTMLElement): boolean {
  return box.style.zIndex === ABOVE;
}

/** What part of the sheet is seen; null before the component is drawn. */
export function viewportOf(frame: HTMLElement): Viewport | null {
  const [area, across, down] = [AREA, SCROLL_X, SCROLL_Y].map((selector) => frame.querySelector(selector) ?? undefined);
  if (area === undefined || across === undefined || down === undefined) return null;
  return { scrollLeft: across.scrollLeft, scrollTop: down.scrollTop, width: area.clientWidth, height: area.clientHeight };
}

/** Calls `onDrawn` once the component has drawn itself, which it does not in its first turn. The returned function stops waiting. */
export function whenDrawn(frame: HTMLElement, onDrawn: () => void): () => void {
  const isDrawn = (): boolean => viewportOf(frame) !== null;
  const arrival = new MutationObserver((_, observer) => {
    if (!isDrawn()) return;
    observer.disconnect();
    onDrawn();
  });
  if (isDrawn()) onDrawn();
  else arrival.observe(frame, { childList: true, subtree: true });
  return () => arrival.disconnect();
}

/** Where in `frame` the cells begin, headers not counted. Pixels; null before the component is drawn. */
export function cellsFrame(frame: HTMLElement): { readonly left: number; readonly top: number } | null {
  const area = frame.querySelector(AREA);
  if (area === null) return null;
  const [outer, inner] = [frame.getBoundingClientRect(), area.getBoundingClientRect()];
  return { left: inner.left - outer.left, top: inner.top - outer.top };
}

/** Selects the cell under the pointer, as Excel does before it opens a context menu, unless a selected range lies there. */
export function selectUnderPointer(frame: HTMLElement, { target, clientX, clientY }: { readonly target: EventTarget; readonly clientX: number; readonly clientY: number }): void {
  const isSelected = [...frame.querySelectorAll(SELECTED)].some((range) => {
    const { left, top, right, bottom } = range.getBoundingClientRect();
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  });
  if (isSelected) return;
  for (const type of ["mousedown", "mouseup"]) target.dispatchEvent(new MouseEvent(type, { bubbles: true, button: 0, clientX, clientY }));
}

/** Keys go to the grid from now on. */
export function focusGrid(frame: HTMLElement): void {
  frame.querySelector<HTMLElement>(INPUT)?.focus({ preventScroll: true });
}
