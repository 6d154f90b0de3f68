/** The translator for everything under it. */

import { createContext, useContext, type ReactNode } from "react";
import { createTranslator, type Translator } from "../../i18n/translate";

const WordsContext = createContext<Translator>(createTranslator("zh-CN"));

export function WordsProvider({ words, children }: { readonly words: Translator; readonly children: ReactNode }): ReactNode {
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Translator {
  return useContext(WordsContext);
}
