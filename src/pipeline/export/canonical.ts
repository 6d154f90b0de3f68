/**
 * The canonical form of sheets, and its SHA-256: two workbooks have the same fingerprint if and only if every cell
 * contains the same, whatever they look like and whichever program saved them.
 *
 * The form is text in UTF-8, lines ended by U+000A. Sheets come in the order of their names by UTF-16 code unit, each headed
 * by `sheet`, a tab, and its name as a JSON string. A line for every cell that is not blank follows, row by row: its
 * address, a tab, its kind, a tab, its content. Kinds: `n` a number, as the shortest decimal without exponent that
 * reads back as the same double; `s` a text, `f` a formula, `e` an error, as JSON strings with U+000A for line ends;
 * `b` is `true` or `false`.
 *
 * A fingerprint shows that something was changed by chance or by hand. It is no signature: whoever makes a new one, too,
 * leaves no trace.
 */

import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import { Decimal } from "../../domain/amounts/decimal";
import { columnName } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import type { SheetContents } from "../../workbook/sheet-layout";

export interface NamedContents {
  readonly name: string;
  readonly contents: SheetContents;
}

/** 64 hexadecimal digits, small. */
export function fingerprint(sheets: readonly NamedContents[]): string {
  const hash = sha256.create();
  for (const line of canonicalLines(sheets)) hash.update(`${line}\n`);
  return bytesToHex(hash.digest());
}

export function* canonicalLines(sheets: readonly NamedContents[]): Generator<string> {
  for (const { name, contents } of [...sheets].sort(byName)) {
    yield `sheet\t${JSON.stringify(name)}`;
    for (const [row, cells] of contents.entries()) {
      for (const [column, content] of cells.entries()) {
        const line = contentLine(content);
        if (line !== null) yield `${columnName(column)}${row + 1}\t${line}`;
      }
    }
  }
}

function byName({ name: a }: NamedContents, { name: b }: NamedContents): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function contentLine(content: Content): string | null {
  switch (content.kind) {
    case "blank": return null;
    case "number": return `n\t${new Decimal(content.value).toFixed()}`;
    case "text": return content.value === "" ? null : `s\t${quoted(content.value)}`;
    case "formula": return `f\t${quoted(content.value)}`;
    case "error": return `e\t${quoted(content.value)}`;
    case "boolean": return `b\t${content.value}`;
  }
}

function quoted(text: string): string {
  return JSON.stringify(text.replaceAll(/\r\n?/gu, "\n"));
}
