import { createContext, useContext } from "react";
import { createTranslator } from "../i18n/catalogs";
import type { Translator } from "../i18n/translate";

/** The workbench's words in the language of the embedded Excel. */
export const Words = createContext<Translator>(createTranslator("zh-CN"));

export function useWords(): Translator {
  return useContext(Words);
}
