/**
 * Settings of add-ins and properties of worksheets. Excel keeps them in parts that belong to one installed
 * add-in each; this host keeps them as JSON in a custom XML part of its own, so that they are saved and opened again.
 */

import { announce } from "../changes";
import type { Book } from "../model";
import { element, parseElement, textOf, writeDocument } from "../package/xml";
import { addCustomXmlPart, deleteCustomXmlPart, HOST_NAMESPACE, hostPart, setCustomXml } from "./custom-xml";

/** Any JSON value. */
export type SettingValue = string | number | boolean | null | readonly SettingValue[] | { readonly [key: string]: SettingValue };

const NAMESPACE = `${HOST_NAMESPACE}settings`;

interface Stored {
  readonly settings: readonly (readonly [string, SettingValue])[];
  /** By sheet id, then key. */
  readonly sheets: readonly (readonly [string, readonly (readonly [string, string])[]])[];
}

const NOTHING: Stored = { settings: [], sheets: [] };

export function settingsOf(book: Book): ReadonlyMap<string, SettingValue> {
  return new Map(read(book).settings);
}

export function setSetting(book: Book, key: string, value: SettingValue): void {
  const settings = new Map(read(book).settings).set(key, value);
  write(book, { ...read(book), settings: [...settings] });
}

export function deleteSetting(book: Book, key: string): void {
  write(book, { ...read(book), settings: read(book).settings.filter(([name]) => name !== key) });
}

/** Worksheet custom properties (key and text), by sheet id. */
export function sheetProperties(book: Book, sheetId: string): ReadonlyMap<string, string> {
  return new Map(new Map(read(book).sheets).get(sheetId));
}

/** null removes. */
export function setSheetProperty(book: Book, sheetId: string, key: string, value: string | null): void {
  const properties = new Map(sheetProperties(book, sheetId));
  if (value === null) properties.delete(key);
  else properties.set(key, value);
  write(book, { ...read(book), sheets: [...new Map(read(book).sheets).set(sheetId, [...properties])] });
}

function read(book: Book): Stored {
  const part = hostPart(book, NAMESPACE);
  if (part === null) return NOTHING;
  try {
    return { ...NOTHING, ...(JSON.parse(textOf(parseElement(part.xml))) as Partial<Stored>) };
  } catch {
    return NOTHING;
  }
}

function write(book: Book, stored: Stored): void {
  const part = hostPart(book, NAMESPACE);
  const isEmpty = stored.settings.length === 0 && stored.sheets.every(([, properties]) => properties.length === 0);
  if (isEmpty) {
    if (part !== null) deleteCustomXmlPart(book, part.id);
    return;
  }
  const xml = writeDocument(element("settings", { xmlns: NAMESPACE }, [JSON.stringify(stored)]));
  if (part === null) addCustomXmlPart(book, xml);
  else setCustomXml(book, part.id, xml);
  announce(book, { kind: "storage" });
}
