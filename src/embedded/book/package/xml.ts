/** XML as a tree that can be changed and written again without losing what we do not know. */

import { SaxParser, xmlEncode, xmlEncodeAttr } from "@cj-tech-master/excelts/xml";
import type { XmlElement, XmlNode } from "@cj-tech-master/excelts/xml";

export type { XmlElement } from "@cj-tech-master/excelts/xml";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Programs choose prefixes as they like (`<x:worksheet>`, `<chartSpace xmlns="…/chart">`), and declare them where they
 * like (openpyxl: on each `<sheet>`). Names of the namespaces that are read here get the prefixes Excel writes, declared
 * at the root, so that all other code may know them by name and put elements anywhere.
 */
export function parseElement(text: string): XmlElement {
  const root = parseTree(text);
  const declared = new Map<string, string>();
  unifyPrefixes(root, new Map(), declared);
  for (const [prefix, uri] of declared) root.attributes[declarationOf(prefix)] = uri;
  return root;
}

const DEEPEST = 128;

/** The library's own tree builder reads on after an error; a hostile file would keep it busy. */
function parseTree(text: string): XmlElement {
  const path: XmlElement[] = [];
  let root: XmlElement | undefined;
  const put = (node: XmlNode): void => {
    path.at(-1)?.children.push(node);
  };
  const parser = new SaxParser({ position: false, maxDepth: DEEPEST, invalidCharHandling: "skip" });
  parser.on("opentag", ({ name, attributes }) => {
    const opened: XmlElement = { type: "element", name, attributes, children: [] };
    put(opened);
    root ??= opened;
    path.push(opened);
  });
  parser.on("closetag", () => {
    path.pop();
  });
  parser.on("text", (value) => put({ type: "text", value }));
  parser.on("cdata", (value) => put({ type: "text", value }));
  parser.on("comment", (value) => put({ type: "comment", value }));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text);
  parser.close();
  if (!root) throw new Error("no XML");
  return root;
}

const STRICT = "http://purl.oclc.org/ooxml";
const TRANSITIONAL = "http://schemas.openxmlformats.org";
/** By the prefix that Excel writes: the namespace in either dialect, or in both. */
const NAMESPACES: Readonly<Record<string, readonly [string] | readonly [string, string]>> = {
  r: [RELATIONS, `${STRICT}/officeDocument/relationships`],
  c: [`${TRANSITIONAL}/drawingml/2006/chart`, `${STRICT}/drawingml/chart`],
  a: [`${TRANSITIONAL}/drawingml/2006/main`, `${STRICT}/drawingml/main`],
  xdr: [`${TRANSITIONAL}/drawingml/2006/spreadsheetDrawing`, `${STRICT}/drawingml/spreadsheetDrawing`],
  vt: [`${TRANSITIONAL}/officeDocument/2006/docPropsVTypes`, `${STRICT}/officeDocument/docPropsVTypes`],
  cp: [`${TRANSITIONAL}/package/2006/metadata/core-properties`],
  dc: ["http://purl.org/dc/elements/1.1/"],
  dcterms: ["http://purl.org/dc/terms/"],
};
/** Of elements without a prefix. */
const PLAIN = [
  MAIN, `${STRICT}/spreadsheetml/main`, `${TRANSITIONAL}/package/2006/content-types`, `${TRANSITIONAL}/package/2006/relationships`,
  ...["extended", "custom"].flatMap((kind) => [`${TRANSITIONAL}/officeDocument/2006/${kind}-properties`, `${STRICT}/officeDocument/${kind}Properties`]),
];
const PREFIXES: ReadonlyMap<string, string> = new Map([...PLAIN.map((uri) => [uri, ""] as const), ...Object.entries(NAMESPACES).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const))]);

function declarationOf(prefix: string): string {
  return prefix === "" ? "xmlns" : `xmlns:${prefix}`;
}

function isDeclaration(name: string): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

function unifyPrefixes(target: XmlElement, outer: ReadonlyMap<string, string>, declared: Map<string, string>): void {
  let scope = outer;
  for (const [name, uri] of Object.entries(target.attributes)) {
    if (!isDeclaration(name)) continue;
    if (scope === outer) scope = new Map(outer);
    (scope as Map<string, string>).set(name.slice(6), uri);
  }
  target.name = unified(target.name, scope, declared);
  // Without a prefix an attribute is of no namespace.
  const names = Object.keys(target.attributes);
  if (names.some((name) => name.includes(":") && !isDeclaration(name) && unified(name, scope, declared) !== name)) {
    target.attributes = Object.fromEntries(Object.entries(target.attributes).map(([name, value]) => [name.includes(":") && !isDeclaration(name) ? unified(name, scope, declared) : name, value]));
  }
  for (const node of target.children) if (node.type === "element") unifyPrefixes(node, scope, declared);
}

function unified(name: string, scope: ReadonlyMap<string, string>, declared: Map<string, string>): string {
  const uri = scope.get(prefixOf(name));
  const wanted = uri === undefined ? undefined : PREFIXES.get(uri);
  if (uri === undefined || wanted === undefined) return name;
  if ((wanted !== "" || prefixOf(name) !== "") && !declared.has(wanted)) declared.set(wanted, uri);
  return (wanted === "" ? "" : `${wanted}:`) + localName(name);
}

/** Declares at the root what elements that were put in since use, in the dialect of the part. */
function declarePrefixes(root: XmlElement): void {
  const isStrict = Object.entries(root.attributes).some(([name, uri]) => isDeclaration(name) && uri.startsWith(STRICT));
  const visit = (target: XmlElement, outer: ReadonlySet<string>): void => {
    const names = Object.keys(target.attributes);
    const own = names.filter(isDeclaration);
    const scope = own.length === 0 ? outer : new Set([...outer, ...own.map((name) => name.slice(6))]);
    for (const name of [target.name, ...names]) {
      const prefix = prefixOf(name);
      const uris = prefix === "" || scope.has(prefix) ? undefined : NAMESPACES[prefix];
      if (uris !== undefined) root.attributes[declarationOf(prefix)] ??= (isStrict ? uris[1] : undefined) ?? uris[0];
    }
    for (const node of target.children) if (node.type === "element") visit(node, scope);
  };
  visit(root, new Set());
}

export function prefixOf(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? "" : name.slice(0, colon);
}

export function writeDocument(root: XmlElement): string {
  declarePrefixes(root);
  return DECLARATION + writeElement(root);
}

/** The opening tag of a document's root, whose children are written piece by piece. */
export function openDocument(root: XmlElement): string {
  declarePrefixes(root);
  return `${DECLARATION}<${root.name}${writeAttributes(root.attributes)}>`;
}

export function writeElement(element: XmlElement): string {
  const parts: string[] = [];
  put(element, parts);
  return parts.join("");
}

function put(node: XmlNode, parts: string[]): void {
  if (node.type === "text" || node.type === "cdata") parts.push(xmlEncode(node.value));
  else if (node.type === "comment") parts.push(`<!--${node.value}-->`);
  else if (node.type === "element") {
    parts.push(`<${node.name}${writeAttributes(node.attributes)}`);
    if (node.children.length === 0) parts.push("/>");
    else {
      parts.push(">");
      for (const child of node.children) put(child, parts);
      parts.push(`</${node.name}>`);
    }
  }
}

export function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  let text = "";
  for (const [name, value] of Object.entries(attributes)) text += ` ${name}="${xmlEncodeAttr(value)}"`;
  return text;
}

export function element(name: string, attributes: Readonly<Record<string, string | number | undefined>> = {}, children: readonly (XmlElement | string)[] = []): XmlElement {
  const given: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) given[key] = String(value);
  return { type: "element", name, attributes: given, children: children.map((child) => (typeof child === "string" ? { type: "text", value: child } : child)) };
}

export function childrenOf(parent: XmlElement, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const node of parent.children) if (node.type === "element" && (name === undefined || node.name === name)) found.push(node);
  return found;
}

export function childOf(parent: XmlElement, name: string): XmlElement | undefined {
  for (const node of parent.children) if (node.type === "element" && node.name === name) return node;
  return undefined;
}

/** The first descendant that bears this name without its prefix. */
export function descendant(parent: XmlElement, local: string): XmlElement | undefined {
  for (const node of parent.children) {
    if (node.type !== "element") continue;
    if (localName(node.name) === local) return node;
    const found = descendant(node, local);
    if (found) return found;
  }
  return undefined;
}

/** All descendants, and the element itself, depth first. */
export function walk(start: XmlElement, visit: (element: XmlElement) => void): void {
  visit(start);
  for (const node of start.children) if (node.type === "element") walk(node, visit);
}

export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

export function textOf(parent: XmlElement): string {
  let text = "";
  for (const node of parent.children) {
    if (node.type === "text" || node.type === "cdata") text += node.value;
    else if (node.type === "element") text += textOf(node);
  }
  return text;
}

export function setText(parent: XmlElement, text: string): void {
  parent.children = text === "" ? [] : [{ type: "text", value: text }];
}

export function removeChild(parent: XmlElement, child: XmlElement): void {
  parent.children = parent.children.filter((node) => node !== child);
}

export function clone(original: XmlElement): XmlElement {
  return structuredClone(original);
}

/** Sets attributes; undefined removes. */
export function setAttributes(target: XmlElement, attributes: Readonly<Record<string, string | number | boolean | undefined>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) delete target.attributes[name];
    else target.attributes[name] = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
  }
}

/** XML Schema's boolean: "1", "true" or "on" is true. */
export function flag(target: XmlElement | undefined, name: string, otherwise = false): boolean {
  const value = target?.attributes[name];
  return value === undefined ? otherwise : value === "1" || value === "true" || value === "on";
}

export function numberAttribute(target: XmlElement | undefined, name: string, otherwise: number): number {
  const value = Number(target?.attributes[name]);
  return target?.attributes[name] === undefined || Number.isNaN(value) ? otherwise : value;
}

/** The child of that name, put where the schema's order has it if it is not there. */
export function ensureChild(parent: XmlElement, name: string, order: readonly string[]): XmlElement {
  const existing = childOf(parent, name);
  if (existing) return existing;
  const made = element(name);
  insertInOrder(parent, made, order);
  return made;
}

/** Inserts after the last child that the schema's order puts before it, or beside. */
export function insertInOrder(parent: XmlElement, child: XmlElement, order: readonly string[]): void {
  const rank = order.indexOf(child.name);
  let at = 0;
  parent.children.forEach((node, index) => {
    if (node.type === "element" && order.indexOf(node.name) <= rank) at = index + 1;
  });
  parent.children.splice(at, 0, child);
}
