/** Cells as text: columns parted by tabs, rows by line ends, as spreadsheets exchange them. */

export function toClipboardText(texts: readonly (readonly string[])[]): string {
  return texts.map((line) => line.map(quote).join("\t")).join("\r\n");
}

function quote(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads what `toClipboardText` or another spreadsheet wrote; rows get equal length. */
export function fromClipboardText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const [, quoted, plain = "", end] = cell.exec(text) ?? [];
    if (end === undefined) break;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\t" && cell.lastIndex === text.length) row.push("");
    if (end !== "\t") {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push(row);
  const width = Math.max(0, ...rows.map((line) => line.length));
  return rows.map((line) => [...line, ...new Array<string>(width - line.length).fill("")]);
}
