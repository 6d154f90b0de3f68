/** The words of exported files in the user's language. */

import type { MessageKey, MessageValues, Translator } from "./translate";

type Word<Key extends MessageKey> = Key extends `export.${infer Name}` ? Name : never;

export function exportWords(words: Translator): (word: Word<MessageKey>, values?: MessageValues) => string {
  return (word, values) => words(`export.${word}`, values);
}
