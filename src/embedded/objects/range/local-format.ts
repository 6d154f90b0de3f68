/** Number formats in the session's language: Chinese Excel calls the general one by another name. */

const GENERAL = "General";
const CHINESE_GENERAL = "G/通用格式";

export function formatToLocal(format: string, locale: string): string {
  return locale.startsWith("zh") ? format.replace(/^General/i, CHINESE_GENERAL) : format;
}

export function formatFromLocal(format: string, locale: string): string {
  return locale.startsWith("zh") ? format.replace(/^G\/通用格式/, GENERAL) : format;
}
