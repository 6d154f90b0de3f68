/** Names of exported files that every system takes, Windows included. */

import type { SummaryFacts } from "../../domain/summary/model";
import type { ExportWords } from "./words";

/** Reserved by Windows, invisible, or able to turn the direction of writing (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** A name has at most 255 bytes in most file systems, and a Chinese character three of them. */
const LONGEST_PART = 40;

/** 单位_年度_截止日期_预算执行汇总 with this extension; what is not known is left out, but an unknown unit is said. */
export function exportFileName({ organisation, year, cutOff }: SummaryFacts, extension: string, words: ExportWords): string {
  const unit = safePart(organisation) || words("no-organisation");
  return [unit, ...(year === null ? [] : [String(year)]), ...(cutOff === null ? [] : [cutOff]), safePart(words("file-name"))].join("_") + extension;
}

/** No dots or blanks at its ends: Windows drops them, and a leading dot hides the file elsewhere. */
function safePart(text: string): string {
  const clean = text.replaceAll(UNSAFE, " ").replaceAll(/\s+/gu, " ");
  return [...clean].slice(0, LONGEST_PART).join("").replaceAll(/^[.\s]+|[.\s]+$/gu, "");
}
