/** The translator for everything under it. */

import { createContext, useContext, type ReactNode } from "react";
import type { Translator } from "../../i18n/translate";

const WordsContext = createContext<Translator | null>(null);

export function WordsProvider({ words, children }: { readonly words: Translator; readonly children: ReactNode }): ReactNode {
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Translator {
  const words = useContext(WordsContext);
  if (words === null) throw new Error("useWords outside WordsProvider");
  return words;
}
