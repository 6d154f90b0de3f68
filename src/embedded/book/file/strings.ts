/** Texts as files keep them: the shared list, rich texts, and characters XML cannot hold. */

import { xmlEncode } from "@cj-tech-master/excelts/xml";
import { childrenOf, localName, parseElement, textOf, writeElement } from "../package/xml";
import type { XmlElement } from "../package/xml";
import type { RichText } from "../model";

/** ECMA-376 22.9.2.19: "_x000D_" is a carriage return, "_x005F_" the underscore of a text that looks like that. */
export function decodeText(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

// eslint-disable-next-line no-control-regex -- control characters are what must be found
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export function encodeText(text: string): string {
  const escaped = text.includes("_x") ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : text;
  return xmlEncode(escaped.replace(UNWRITABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`));
}

/** The content of a <t> or <si>: its text without phonetic hints. */
function readStringItem(item: XmlElement): string | RichText {
  const children = childrenOf(item);
  const isRich = children.some((child) => localName(child.name) === "r");
  let text = "";
  for (const child of children) {
    if (localName(child.name) === "t") text += textOf(child);
    else if (localName(child.name) === "r") text += childrenOf(child).filter((run) => localName(run.name) === "t").map(textOf).join("");
  }
  return isRich ? { text: decodeText(text), runs: children.map(writeElement).join("") } : decodeText(text);
}

export function readSharedStrings(root: XmlElement): (string | RichText)[] {
  return childrenOf(root).filter((item) => localName(item.name) === "si").map(readStringItem);
}

/** The list as it grows while sheets are written. */
export interface StringList {
  readonly items: string[];
  readonly numbers: Map<string, number>;
  uses: number;
}

export function newStringList(): StringList {
  return { items: [], numbers: new Map(), uses: 0 };
}

export function stringNumber(list: StringList, value: string | RichText): number {
  list.uses += 1;
  // Runs begin with "<", which no encoded text does.
  const key = typeof value === "string" ? value : `<${value.runs}`;
  const known = list.numbers.get(key);
  if (known !== undefined) return known;
  const number = list.items.push(typeof value === "string" ? plainItem(value) : `<si>${value.runs}</si>`) - 1;
  list.numbers.set(key, number);
  return number;
}

function plainItem(text: string): string {
  return `<si>${textElement(text)}</si>`;
}

function textElement(text: string): string {
  const space = /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : "";
  return `<t${space}>${encodeText(text)}</t>`;
}

export function writeSharedStrings(list: StringList): string {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return `${head} count="${list.uses}" uniqueCount="${list.items.length}">${list.items.join("")}</sst>`;
}

/** An inline string's runs, for cells that keep their text with them. */
export function readInlineString(xml: string): string | RichText {
  return readStringItem(parseElement(xml));
}
