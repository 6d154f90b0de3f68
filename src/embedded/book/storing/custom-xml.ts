/** Custom XML parts: customXml/itemN.xml, each with a properties part that holds its id (ECMA-376 part 1, 15.2.5 and 15.2.6). */

import { announce } from "../changes";
import type { Book } from "../model";
import { addPart, decode, freePath, isOfType, relate, relatedParts, removeRelation, xmlOf, type Part } from "../package/package";
import { element, parseElement, prefixOf } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { refuse } from "../refusal";

export interface CustomXmlPart {
  /** "{GUID}" */
  readonly id: string;
  readonly xml: string;
  /** Of the root element; "" without one. */
  readonly namespaceUri: string;
}

/** Where this host keeps what Excel keeps elsewhere; add-ins do not see parts of such namespaces. */
export const HOST_NAMESPACE = "urn:embedded-excel:";

const PROPERTIES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

export function customXmlParts(book: Book): readonly CustomXmlPart[] {
  return allParts(book).filter(({ namespaceUri }) => !namespaceUri.startsWith(HOST_NAMESPACE));
}

export function findCustomXmlPart(book: Book, id: string): CustomXmlPart | null {
  return customXmlParts(book).find((part) => part.id === id) ?? null;
}

/** @throws HostRefusal InvalidArgument when it is not well-formed */
export function addCustomXmlPart(book: Book, xml: string): CustomXmlPart {
  const root = wellFormed(xml);
  const part = addPart(book.pack, freePath(book.pack, "customXml/item", ".xml"), "application/xml", root);
  putText(part, xml);
  const id = `{${crypto.randomUUID().toUpperCase()}}`;
  const properties = addPart(book.pack, part.path.replace("item", "itemProps"), PROPERTIES_TYPE, element("ds:datastoreItem", { "xmlns:ds": PROPERTIES_NAMESPACE, "ds:itemID": id }));
  relate(part, "customXmlProps", properties.path);
  relate(book.part, "customXml", part.path);
  announce(book, { kind: "storage" });
  return { id, xml, namespaceUri: namespaceOf(root) };
}

/** @throws HostRefusal ItemNotFound; InvalidArgument when it is not well-formed */
export function setCustomXml(book: Book, id: string, xml: string): void {
  wellFormed(xml);
  putText(packagePart(book, id), xml);
  announce(book, { kind: "storage" });
}

/** @throws HostRefusal ItemNotFound */
export function deleteCustomXmlPart(book: Book, id: string): void {
  const { path } = packagePart(book, id);
  const relation = book.part.relations.find((candidate) => isOfType(candidate, "customXml") && candidate.target === path);
  if (relation !== undefined) removeRelation(book.pack, book.part, relation.id);
  announce(book, { kind: "storage" });
}

/**
 * The text of a part that hangs on the package and not on the workbook, which is where LibreOffice puts those it saves again;
 * null if there is none. No add-in is shown it.
 */
export function strayCustomXml(book: Book, namespaceUri: string): string | null {
  const part = strayPart(book, namespaceUri);
  return part === null ? null : decode(part.bytes);
}

/** From now on such a part is the workbook's. */
export function claimCustomXml(book: Book, namespaceUri: string): void {
  const part = strayPart(book, namespaceUri);
  if (part === null) return;
  relate(book.part, "customXml", part.path);
  for (const { id } of book.pack.relations.filter((relation) => isOfType(relation, "customXml") && relation.target === part.path)) removeRelation(book.pack, book.pack, id);
  announce(book, { kind: "storage" });
}

function strayPart(book: Book, namespaceUri: string): Part | null {
  const own = new Set(packageParts(book));
  return relatedParts(book.pack, book.pack, "customXml").find((part) => !own.has(part) && namespaceOf(xmlOf(part)) === namespaceUri) ?? null;
}

/** This host's own part of a namespace; null if there is none yet. */
export function hostPart(book: Book, namespace: string): CustomXmlPart | null {
  return allParts(book).find(({ namespaceUri }) => namespaceUri === namespace) ?? null;
}

function allParts(book: Book): CustomXmlPart[] {
  return packageParts(book).map((part) => ({ id: idOf(book, part), xml: decode(part.bytes), namespaceUri: namespaceOf(xmlOf(part)) }));
}

/** A damaged one is no part to anybody, and stays in the file. */
function packageParts(book: Book): Part[] {
  return relatedParts(book.pack, book.part, "customXml");
}

function packagePart(book: Book, id: string): Part {
  return packageParts(book).find((part) => idOf(book, part) === id) ?? refuse("ItemNotFound", `There is no custom XML part ${id}.`);
}

/** Files of other programs may lack the properties part; then the path serves as id. */
function idOf(book: Book, part: Part): string {
  const [properties] = relatedParts(book.pack, part, "customXmlProps");
  const id = properties && Object.entries(xmlOf(properties).attributes).find(([name]) => name.endsWith("itemID"))?.[1];
  return id ?? `{${part.path}}`;
}

/** Kept to the letter: add-ins get back what they gave. */
function putText(part: Part, xml: string): void {
  part.bytes = new TextEncoder().encode(xml);
  part.root = null;
  part.changed = false;
}

function namespaceOf(root: XmlElement): string {
  const prefix = prefixOf(root.name);
  return root.attributes[prefix === "" ? "xmlns" : `xmlns:${prefix}`] ?? "";
}

function wellFormed(xml: string): XmlElement {
  try {
    return parseElement(xml);
  } catch {
    return refuse("InvalidArgument", "The text is not well-formed XML.");
  }
}
