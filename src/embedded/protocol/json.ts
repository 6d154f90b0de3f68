/** Values as they travel between office.js and the host. */

export type Json = string | number | boolean | null | readonly Json[] | JsonRecord;
export interface JsonRecord {
  readonly [name: string]: Json;
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** Bytes of the text in UTF-8, which is what the payload limits count. Each half of a surrogate pair counts two. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** "columnIndex" → "ColumnIndex": members travel under the capitalised name. */
export function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** "ColumnIndex" → "columnIndex", as error locations print it. */
export function scriptName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
