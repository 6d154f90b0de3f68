/** Comma-separated values as RFC 4180 has them, safe to open in Excel. */

/** A number is written in digits; a text never becomes a formula. */
export type CsvValue = { readonly kind: "text"; readonly text: string } | { readonly kind: "number"; readonly digits: string } | { readonly kind: "none" };

/** Excel takes a file for UTF-8 by this only. */
const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";

export function csvFile(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return BYTE_ORDER_MARK + [header.map(textField), ...rows.map((row) => row.map(field))].map((line) => line.join(",") + LINE_END).join("");
}

function field(value: CsvValue): string {
  switch (value.kind) {
    case "none": return "";
    case "number": return value.digits;
    case "text": return textField(value.text);
  }
}

/** Excel would calculate it (https://owasp.org/www-community/attacks/CSV_Injection), after blanks and in full width, too. */
const CALCULATED = /^\s*[=+\-@\t\r＝＋－＠]/u;

function textField(text: string): string {
  const safe = CALCULATED.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
}
