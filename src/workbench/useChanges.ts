import { useEffect, useReducer } from "react";
import { onChange } from "../embedded/book/book";
import type { Book, Change } from "../embedded/book/book";

/** Draws the component anew after changes of these kinds; many in one turn count once. `kinds` must stay the same set. */
export function useChanges(book: Book, kinds: ReadonlySet<Change["kind"]>): number {
  const [count, bump] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onChange(book, (change) => {
      if (!kinds.has(change.kind)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        bump();
      });
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [book, kinds]);
  return count;
}
