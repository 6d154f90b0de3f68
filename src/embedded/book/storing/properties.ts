/** Document properties: docProps/core.xml, app.xml and custom.xml. */

import { announce } from "../changes";
import type { Book } from "../model";
import { addPart, editXml, relate, relatedParts, xmlOf, type Part } from "../package/package";
import { childrenOf, element, localName, removeChild, setText, textOf } from "../package/xml";
import type { XmlElement } from "../package/xml";

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

/** Dates are ISO 8601 texts of type "Date". */
export interface CustomProperty {
  readonly key: string;
  readonly type: "Number" | "Boolean" | "Date" | "String" | "Float";
  readonly value: string | number | boolean;
}

interface File {
  readonly path: string;
  readonly relation: string;
  readonly contentType: string;
  readonly root: () => XmlElement;
}

const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const DOCUMENT_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DOCUMENT_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006";
const VARIANT_TYPES = `${DOCUMENT_PROPERTIES}/docPropsVTypes`;

const CORE: File = {
  path: "docProps/core.xml",
  relation: PACKAGE_RELATIONS,
  contentType: "application/vnd.openxmlformats-package.core-properties+xml",
  root: () => element("cp:coreProperties", {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  }),
};
const APP: File = {
  path: "docProps/app.xml",
  relation: `${DOCUMENT_RELATIONS}/extended-properties`,
  contentType: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  root: () => element("Properties", { xmlns: `${DOCUMENT_PROPERTIES}/extended-properties` }),
};
const CUSTOM: File = {
  path: "docProps/custom.xml",
  relation: `${DOCUMENT_RELATIONS}/custom-properties`,
  contentType: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
  root: () => element("Properties", { xmlns: `${DOCUMENT_PROPERTIES}/custom-properties`, "xmlns:vt": VARIANT_TYPES }),
};
/** The set of properties that people and programs define (ECMA-376 part 1, 22.3). */
const CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const FIRST_CUSTOM_ID = 2;

const ELEMENT_OF = {
  title: [CORE, "dc:title"], subject: [CORE, "dc:subject"], author: [CORE, "dc:creator"], keywords: [CORE, "cp:keywords"],
  comments: [CORE, "dc:description"], category: [CORE, "cp:category"], lastAuthor: [CORE, "cp:lastModifiedBy"],
  revisionNumber: [CORE, "cp:revision"], creationDate: [CORE, "dcterms:created"], manager: [APP, "Manager"], company: [APP, "Company"],
} as const satisfies Record<keyof DocumentProperties, readonly [File, string]>;

export function documentProperties(book: Book): DocumentProperties {
  const text = (property: keyof DocumentProperties): string => {
    const [file, name] = ELEMENT_OF[property];
    const part = findPart(book, file);
    const found = part && childByLocalName(xmlOf(part), localName(name));
    return found === undefined ? "" : textOf(found);
  };
  return {
    title: text("title"), subject: text("subject"), author: text("author"), keywords: text("keywords"), comments: text("comments"),
    category: text("category"), manager: text("manager"), company: text("company"), lastAuthor: text("lastAuthor"),
    revisionNumber: Number(text("revisionNumber")) || 0,
    creationDate: text("creationDate"),
  };
}

export function setDocumentProperties(book: Book, changes: Partial<Omit<DocumentProperties, "creationDate" | "lastAuthor">>): void {
  for (const [property, value] of Object.entries(changes) as [keyof DocumentProperties, string | number][]) {
    const [file, name] = ELEMENT_OF[property];
    const root = editXml(ensurePart(book, file));
    const existing = childByLocalName(root, localName(name));
    const target = existing ?? element(name);
    if (existing === undefined) root.children.push(target);
    setText(target, String(value));
  }
  announce(book, { kind: "storage" });
}

export function customProperties(book: Book): readonly CustomProperty[] {
  const part = findPart(book, CUSTOM);
  return part === undefined ? [] : childrenOf(xmlOf(part)).flatMap((property): CustomProperty[] => {
    const [variant] = childrenOf(property);
    return variant === undefined ? [] : [{ key: property.attributes["name"] ?? "", ...readVariant(variant) }];
  });
}

/** Keys are alike in any case. */
export function setCustomProperty(book: Book, property: CustomProperty): void {
  const root = editXml(ensurePart(book, CUSTOM));
  const existing = findCustom(root, property.key);
  const ids = childrenOf(root).map(({ attributes }) => Number(attributes["pid"]) || 0);
  const target = existing ?? element("property", { fmtid: CUSTOM_FORMAT, pid: Math.max(FIRST_CUSTOM_ID - 1, ...ids) + 1, name: property.key });
  if (existing === undefined) root.children.push(target);
  target.children = [writeVariant(property)];
  announce(book, { kind: "storage" });
}

export function deleteCustomProperty(book: Book, key: string): void {
  const part = findPart(book, CUSTOM);
  const existing = part && findCustom(xmlOf(part), key);
  if (part === undefined || existing === undefined) return;
  removeChild(editXml(part), existing);
  announce(book, { kind: "storage" });
}

function findCustom(root: XmlElement, key: string): XmlElement | undefined {
  return childrenOf(root).find(({ attributes }) => attributes["name"]?.toLowerCase() === key.toLowerCase());
}

function readVariant(variant: XmlElement): Pick<CustomProperty, "type" | "value"> {
  const text = textOf(variant);
  switch (localName(variant.name)) {
    case "i4":
    case "int":
      return { type: "Number", value: Number(text) };
    case "r8":
      return { type: "Float", value: Number(text) };
    case "bool":
      return { type: "Boolean", value: text === "true" || text === "1" };
    case "filetime":
      return { type: "Date", value: text };
    default:
      return { type: "String", value: text };
  }
}

const VARIANT_OF = { Number: "vt:i4", Float: "vt:r8", Boolean: "vt:bool", Date: "vt:filetime", String: "vt:lpwstr" } as const;

function writeVariant({ type, value }: CustomProperty): XmlElement {
  return element(VARIANT_OF[type], { "xmlns:vt": VARIANT_TYPES }, [String(value)]);
}

function childByLocalName(root: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(root).find((child) => localName(child.name) === name);
}

function findPart(book: Book, file: File): Part | undefined {
  return relatedParts(book.pack, book.pack, file.relation.slice(file.relation.lastIndexOf("/") + 1))[0];
}

function ensurePart(book: Book, file: File): Part {
  const existing = findPart(book, file);
  if (existing !== undefined) return existing;
  relate(book.pack, file.relation, file.path);
  return addPart(book.pack, file.path, file.contentType, file.root());
}
