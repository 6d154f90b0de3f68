/** What add-ins and people keep in a workbook besides cells: settings, custom XML parts, document properties. */

import { notYet } from "./model";
import type { Book } from "./model";

/** Any JSON value. Settings are kept in the file as one custom XML part of our own namespace. */
export type SettingValue = string | number | boolean | null | readonly SettingValue[] | { readonly [key: string]: SettingValue };

export function settingsOf(book: Book): ReadonlyMap<string, SettingValue> { return notYet(book); }
export function setSetting(book: Book, key: string, value: SettingValue): void { notYet(book, key, value); }
export function deleteSetting(book: Book, key: string): void { notYet(book, key); }

export interface CustomXmlPart {
  /** "{GUID}" */
  readonly id: string;
  readonly xml: string;
  /** Of the root element; "" without one. */
  readonly namespaceUri: string;
}

export function customXmlParts(book: Book): readonly CustomXmlPart[] { return notYet(book); }
export function findCustomXmlPart(book: Book, id: string): CustomXmlPart | null { return notYet(book, id); }
/** @throws HostRefusal InvalidArgument when it is not well-formed */
export function addCustomXmlPart(book: Book, xml: string): CustomXmlPart { return notYet(book, xml); }
export function setCustomXml(book: Book, id: string, xml: string): void { notYet(book, id, xml); }
export function deleteCustomXmlPart(book: Book, id: string): void { notYet(book, id); }

export interface DocumentProperties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: string;
  readonly comments: string;
  readonly category: string;
  readonly manager: string;
  readonly company: string;
  readonly lastAuthor: string;
  readonly revisionNumber: number;
  /** ISO 8601, or "" when unknown. */
  readonly creationDate: string;
}

export function documentProperties(book: Book): DocumentProperties { return notYet(book); }
export function setDocumentProperties(book: Book, changes: Partial<Omit<DocumentProperties, "creationDate" | "lastAuthor">>): void { notYet(book, changes); }

/** Dates are ISO 8601 texts of type "Date". */
export interface CustomProperty {
  readonly key: string;
  readonly type: "Number" | "Boolean" | "Date" | "String" | "Float";
  readonly value: string | number | boolean;
}
export function customProperties(book: Book): readonly CustomProperty[] { return notYet(book); }
/** Keys are alike in any case. */
export function setCustomProperty(book: Book, property: CustomProperty): void { notYet(book, property); }
export function deleteCustomProperty(book: Book, key: string): void { notYet(book, key); }

/** Worksheet custom properties (key and text), by sheet id. */
export function sheetProperties(book: Book, sheetId: string): ReadonlyMap<string, string> { return notYet(book, sheetId); }
/** null removes. */
export function setSheetProperty(book: Book, sheetId: string, key: string, value: string | null): void { notYet(book, sheetId, key, value); }
