/** Typing differences that would hide a figure. One character for one, so that every position stays true. */

const ASCII_TWIN = /[\uff05\uff0a\uff0b\uff0d-\uff19\uff1d\uff21-\uff3a\uff41-\uff5a]/gu;
const ODD_SPACE = /[\t\u00a0\u2000-\u200a\u202f\u3000]/gu;
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Full-width digits, letters and signs as ASCII, small percent signs and odd spaces as plain ones.
 * Punctuation between clauses (，；：。) is left alone: it divides, it is no part of a figure.
 */
export function fold(text: string): string {
  return text
    .replace(ASCII_TWIN, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(ODD_SPACE, " ")
    .replaceAll("﹪", "%")
    .replaceAll("￥", "¥")
    .replaceAll("−", "-");
}
