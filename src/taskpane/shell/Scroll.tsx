/** The pane's one scrolling region, known to the lists inside it. */

import { createContext, useContext } from "react";

export const ScrollContext = createContext<HTMLElement | null>(null);

export function useScrollElement(): HTMLElement | null {
  return useContext(ScrollContext);
}
