/** Numbers in Chinese characters, as the formats [DBNum1] and [DBNum2] and NUMBERSTRING write them. */

const PLAIN = "〇一二三四五六七八九";
const FORMAL = "零壹贰叁肆伍陆柒捌玖";
const SMALL_UNITS = { plain: ["", "十", "百", "千"], formal: ["", "拾", "佰", "仟"] } as const;
const LARGE_UNITS = ["", "万", "亿", "兆"];

/** "plain" 一千二百三十四, "formal" 壹仟贰佰叁拾肆, "digits" 一二三四; digits after the point one by one. */
export function chineseNumeral(value: number, style: "plain" | "formal" | "digits"): string {
  const text = Math.abs(value) < 1e16 ? String(Math.abs(value)) : "";
  if (!/^\d+(\.\d+)?$/.test(text)) return String(value);
  const [whole = "0", fraction] = text.split(".");
  const digits = style === "formal" ? FORMAL : PLAIN;
  const spelled = style === "digits" ? spell(whole, digits) : positional(whole, digits, SMALL_UNITS[style]);
  return (value < 0 ? "-" : "") + spelled + (fraction === undefined ? "" : `.${spell(fraction, digits)}`);
}

function spell(text: string, digits: string): string {
  return [...text].map((digit) => digits[Number(digit)] ?? digit).join("");
}

/** Groups of four digits with 万, 亿, 兆; a gap of zeros is said once. */
function positional(whole: string, digits: string, units: readonly string[]): string {
  const zero = digits.charAt(0);
  if (Number(whole) === 0) return zero;
  let text = "";
  let isGap = false;
  [...whole].forEach((character, index) => {
    const place = whole.length - 1 - index;
    const digit = Number(character);
    if (digit === 0) isGap = true;
    else {
      if (isGap && text !== "") text += zero;
      text += (digits[digit] ?? "") + (units[place % 4] ?? "");
      isGap = false;
    }
    const group = whole.slice(Math.max(0, index - 3), index + 1);
    if (place % 4 === 0 && place > 0 && Number(group) > 0) {
      text += LARGE_UNITS[place / 4] ?? "";
      isGap = digit === 0 && isGap;
    }
  });
  return text;
}
