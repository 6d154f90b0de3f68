/** Keys the grid component must not handle itself, because it would change its own copy of the cells and not the book. */

import type { KeyboardEvent } from "react";
import type { History } from "../history";
import type { GridActions } from "./actions";

/** Ctrl+key that only moves or selects; the component may have these. */
const NAVIGATION = new Set(["arrowup", "arrowdown", "arrowleft", "arrowright", "home", "end", "a"]);
/** Ctrl+key that the browser turns into clipboard events. */
const CLIPBOARD = new Set(["c", "x", "v"]);

/** Handles a key pressed on the grid while no cell is edited. `attempt` runs work on the book. */
export function handleKey(event: KeyboardEvent, actions: GridActions, history: History, attempt: (work: () => void) => void): void {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (NAVIGATION.has(key)) return;
    event.stopPropagation();
    if (CLIPBOARD.has(key)) return;
    const act = controlAction(key, event.shiftKey, actions, history);
    if (act !== null) {
      event.preventDefault();
      attempt(act);
    }
    return;
  }
  if (key === "delete" || key === "backspace") {
    event.stopPropagation();
    event.preventDefault();
    attempt(actions.clearContents);
  }
}

function controlAction(key: string, shift: boolean, actions: GridActions, history: History): (() => void) | null {
  switch (key) {
    case "z":
      return shift ? history.redo : history.undo;
    case "y":
      return history.redo;
    case "b":
      return () => actions.toggle("bold");
    case "i":
      return () => actions.toggle("italic");
    case "u":
      return () => actions.toggle("underline");
    default:
      return null;
  }
}
