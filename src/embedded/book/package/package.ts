/**
 * The parts of an .xlsx file (Open Packaging Conventions, ECMA-376 part 2): named streams, their types and relations.
 * A part that nobody changes is written back byte for byte.
 */

import { unzip } from "@cj-tech-master/excelts/archive";
import { newArchive } from "./archive";
import { childrenOf, element, parseElement, RELATIONS, writeDocument } from "./xml";
import type { XmlElement } from "./xml";

export interface Relation {
  readonly id: string;
  /** The last segment of the type's address tells kinds apart in every dialect ("worksheet", "styles"). */
  readonly type: string;
  /** A part's path; an address outside when `external`; "#Sheet1!A1" for a place in this workbook. */
  target: string;
  readonly external: boolean;
}

export interface Part {
  readonly path: string;
  contentType: string;
  bytes: Uint8Array;
  /** The parsed tree, once somebody asked for it. */
  root: XmlElement | null;
  /** The tree is newer than the bytes. */
  changed: boolean;
  readonly relations: Relation[];
}

export interface Package {
  readonly parts: Map<string, Part>;
  readonly relations: Relation[];
  /** Paths of parts that nobody can see into; they are carried over as they came. */
  readonly damaged: Set<string>;
  /** Names in the archive that lead out of it ("../x"): no part has such a name, and nothing of it is read or written. */
  readonly leftOut: string[];
}

/** More than this unpacked is no workbook that fits in memory. */
export const LARGEST_UNPACKED = 800_000_000;
/** Sheets of like rows shrink to a hundredth; what shrinks far more was made to fill the memory of whoever opens it. */
export const MOST_UNPACKED_TIMES = 250;
/** Small files may shrink as they like. */
const ALWAYS_UNPACKED = 20_000_000;
const CONTENT_TYPES = "[Content_Types].xml";
const TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";

export class PackageTooLarge extends Error {}

export function emptyPackage(): Package {
  return { parts: new Map(), relations: [], damaged: new Set(), leftOut: [] };
}

/** @throws when the bytes are no sound package; PackageTooLarge */
export async function readPackage(bytes: Uint8Array): Promise<Package> {
  const streams = await unpack(bytes);
  const typesBytes = streams.get(CONTENT_TYPES);
  if (!typesBytes) throw new Error("no content types");
  const typeOf = contentTypes(parseElement(decode(typesBytes)));
  const pack = emptyPackage();
  for (const [path, content] of streams) {
    if (path === CONTENT_TYPES || isRelationsPath(path)) continue;
    if (leadsOut(path)) {
      pack.leftOut.push(path);
      continue;
    }
    pack.parts.set(path, { path, contentType: typeOf(path), bytes: content, root: null, changed: false, relations: [] });
  }
  pack.relations.push(...readRelations(streams, ""));
  for (const part of pack.parts.values()) part.relations.push(...readRelations(streams, part.path));
  return pack;
}

function leadsOut(path: string): boolean {
  return /^[a-z]:/i.test(path) || path.split("/").some((segment) => segment === ".." || segment === ".");
}

async function unpack(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const streams = new Map<string, Uint8Array>();
  const most = Math.min(LARGEST_UNPACKED, Math.max(ALWAYS_UNPACKED, bytes.length * MOST_UNPACKED_TIMES));
  let total = 0;
  for await (const entry of unzip(bytes).entries()) {
    if (entry.type === "directory") continue;
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of entry.stream()) {
      total += chunk.length;
      length += chunk.length;
      if (total > most) throw new PackageTooLarge();
      chunks.push(chunk);
    }
    streams.set(entry.path.replaceAll("\\", "/").replace(/^\//, ""), join(chunks, length));
  }
  return streams;
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** UTF-8, or UTF-16 where a byte order mark says so. */
export function decode(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(utf16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(bytes);
}

function contentTypes(root: XmlElement): (path: string) => string {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  for (const entry of childrenOf(root)) {
    const type = entry.attributes["ContentType"] ?? "";
    if (entry.name === "Default") defaults.set((entry.attributes["Extension"] ?? "").toLowerCase(), type);
    else overrides.set((entry.attributes["PartName"] ?? "").replace(/^\//, "").toLowerCase(), type);
  }
  return (path) => overrides.get(path.toLowerCase()) ?? defaults.get(extensionOf(path)) ?? "application/octet-stream";
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}

function isRelationsPath(path: string): boolean {
  return /(^|\/)_rels\/[^/]*\.rels$/.test(path);
}

function relationsPath(path: string): string {
  const slash = path.lastIndexOf("/");
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

function readRelations(streams: ReadonlyMap<string, Uint8Array>, source: string): Relation[] {
  const bytes = streams.get(relationsPath(source));
  if (!bytes) return [];
  return childrenOf(parseElement(decode(bytes)), "Relationship").map(({ attributes }) => {
    const external = attributes["TargetMode"] === "External";
    const target = attributes["Target"] ?? "";
    const isPath = !external && !target.startsWith("#");
    return { id: attributes["Id"] ?? "", type: attributes["Type"] ?? "", target: isPath ? resolvePath(source, target) : target, external };
  });
}

/** The path that a relation's target means, seen from the part that has it. */
function resolvePath(source: string, target: string): string {
  const segments = target.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const segment of target.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}

function relativePath(source: string, target: string): string {
  if (target.startsWith("#")) return target;
  const from = source.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return "../".repeat(from.length - shared) + to.slice(shared).join("/");
}

/** The tree of a part, for reading. */
export function xmlOf(part: Part): XmlElement {
  part.root ??= parseElement(decode(part.bytes));
  return part.root;
}

/** The tree of a part, for changing. */
export function editXml(part: Part): XmlElement {
  part.changed = true;
  return xmlOf(part);
}

export function addPart(pack: Package, path: string, contentType: string, root: XmlElement): Part {
  const part: Part = { path, contentType, bytes: new Uint8Array(), root, changed: true, relations: [] };
  pack.parts.set(path, part);
  return part;
}

/** A path nobody uses yet: `before` + number + `after`. */
export function freePath(pack: Package, before: string, after: string): string {
  for (let n = 1; ; n++) {
    const path = `${before}${n}${after}`;
    if (!pack.parts.has(path)) return path;
  }
}

/** Points from one part to another. @returns the relation's id */
export function relate(from: { readonly relations: Relation[] }, type: string, target: string, external = false): string {
  const taken = new Set(from.relations.map((relation) => relation.id));
  let n = from.relations.length + 1;
  while (taken.has(`rId${n}`)) n++;
  const id = `rId${n}`;
  from.relations.push({ id, type: type.includes("/") ? type : `${RELATIONS}/${type}`, target, external });
  return id;
}

export function isOfType(relation: Relation, type: string): boolean {
  return relation.type.slice(relation.type.lastIndexOf("/") + 1) === type;
}

/** Without damaged ones. */
export function relatedParts(pack: Package, from: { readonly relations: readonly Relation[] }, type: string): Part[] {
  return from.relations.flatMap((relation) => (!relation.external && isOfType(relation, type) && !pack.damaged.has(relation.target) ? (pack.parts.get(relation.target) ?? []) : []));
}

/** Marks those of the parts that are no XML, so that whoever looks for them finds none. */
export function sealDamaged(pack: Package, isLookedInto: (part: Part) => boolean): void {
  for (const part of pack.parts.values()) {
    if (!isLookedInto(part)) continue;
    try {
      xmlOf(part);
    } catch {
      pack.damaged.add(part.path);
    }
  }
}

/** Not a damaged one. */
export function partOfRelation(pack: Package, from: { readonly relations: readonly Relation[] }, id: string | undefined): Part | undefined {
  const relation = from.relations.find((candidate) => candidate.id === id);
  return relation && !relation.external && !pack.damaged.has(relation.target) ? pack.parts.get(relation.target) : undefined;
}

/** The relation id that an element names, whatever prefix its document gave the namespace. */
export function relationId(source: XmlElement): string | undefined {
  for (const [name, value] of Object.entries(source.attributes)) if (name.endsWith(":id")) return value;
  return undefined;
}

/** Takes away a relation, and the parts that only it led to. */
export function removeRelation(pack: Package, from: { readonly relations: Relation[] }, id: string): void {
  const at = from.relations.findIndex((relation) => relation.id === id);
  const [gone] = at < 0 ? [] : from.relations.splice(at, 1);
  if (!gone || gone.external) return;
  const part = pack.parts.get(gone.target);
  if (!part || isReferred(pack, part.path)) return;
  pack.parts.delete(part.path);
  for (const relation of [...part.relations]) removeRelation(pack, part, relation.id);
}

function isReferred(pack: Package, path: string): boolean {
  const leads = (relation: Relation): boolean => !relation.external && relation.target === path;
  if (pack.relations.some(leads)) return true;
  for (const part of pack.parts.values()) if (part.relations.some(leads)) return true;
  return false;
}

/**
 * Everything is taken before anything is awaited, so the bytes are of one state, whatever happens meanwhile.
 * @param fresh texts of parts that are written from elsewhere than their trees, by path
 */
export async function writePackage(pack: Package, fresh: ReadonlyMap<string, string> = new Map()): Promise<Uint8Array> {
  const archive = newArchive();
  archive.add(CONTENT_TYPES, writeDocument(contentTypesElement(pack)));
  archive.add(relationsPath(""), writeDocument(relationsElement(pack)));
  for (const part of pack.parts.values()) {
    archive.add(part.path, fresh.get(part.path) ?? (part.changed && part.root ? writeDocument(part.root) : part.bytes));
    if (part.relations.length > 0) archive.add(relationsPath(part.path), writeDocument(relationsElement(part)));
  }
  return archive.bytes();
}

function contentTypesElement(pack: Package): XmlElement {
  const root = element("Types", { xmlns: TYPES_NAMESPACE }, [
    element("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }),
    element("Default", { Extension: "xml", ContentType: "application/xml" }),
  ]);
  const defaults = new Map([["rels", ""], ["xml", "application/xml"]]);
  for (const { path, contentType } of pack.parts.values()) {
    const extension = extensionOf(path);
    if (!defaults.has(extension) && !contentType.endsWith("+xml")) {
      defaults.set(extension, contentType);
      root.children.push(element("Default", { Extension: extension, ContentType: contentType }));
    }
    if (defaults.get(extension) !== contentType) root.children.push(element("Override", { PartName: `/${path}`, ContentType: contentType }));
  }
  return root;
}

function relationsElement(source: { readonly path?: string; readonly relations: readonly Relation[] }): XmlElement {
  return element("Relationships", { xmlns: RELATIONS_NAMESPACE }, source.relations.map(({ id, type, target, external }) =>
    element("Relationship", { Id: id, Type: type, Target: external ? target : relativePath(source.path ?? "", target), TargetMode: external ? "External" : undefined })));
}
