import type { NoRate } from "../../domain/execution/result";
import type { Translator } from "../../i18n/translate";

/** Why there is no rate, short enough to stand in its place. */
export function noRateWord(words: Translator, why: NoRate): string {
  return words(`no-rate.${why}`);
}
