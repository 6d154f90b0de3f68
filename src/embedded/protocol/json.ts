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

const encoder = new TextEncoder();

/** Bytes of the text in UTF-8, which is what the payload limits count. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** "columnIndex" → "ColumnIndex": members travel under the capitalised name. */
export function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** "ColumnIndex" → "columnIndex", as error locations print it. */
export function scriptName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
