/** The component's cell editor, as its page shows it: the component tells nobody when a person begins to type. */

/** The editor is always in the page; it lies above the grid while a cell is edited. */
const BOX = ".luckysheet-input-box";
const INPUT = ".luckysheet-cell-input";
const ABOVE = "19";
/** Open while function names are offered; Tab and Enter then choose one. */
const OFFERED = "#luckysheet-formula-search-c";

/** Calls `onEditing` whenever cell editing begins or ends under `frame`. The returned function stops it. */
export function watchEditor(frame: HTMLElement, onEditing: (editing: boolean) => void): () => void {
  let editing = false;
  const look = (box: HTMLElement): void => {
    const now = box.style.zIndex === ABOVE;
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
    if (box !== null) styles.observe(box, { attributes: true, attributeFilter: ["style"] });
    return box !== null;
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

/** What is typed so far; null while the person still chooses a function name. */
export function typedText(frame: HTMLElement): string | null {
  if (frame.querySelector(OFFERED) !== null) return null;
  return frame.querySelector<HTMLElement>(INPUT)?.innerText ?? null;
}

/** Ends editing and forgets what was typed. */
export function leaveEditor(frame: HTMLElement): void {
  frame.querySelector(INPUT)?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", keyCode: 27, bubbles: true }));
}
