/** Notes (the yellow ones) and comments with replies (MS-XLSX 2.6.205). */

import { formatRange, parseRange, rangeOfCell } from "../../workbook/address";
import { announce } from "./changes";
import { dropNote, putNote, storedNotes } from "./commenting/notes-part";
import { decodeText } from "./file/strings";
import type { Book, Sheet } from "./model";
import { addPart, editXml, freePath, relate, relatedParts, removeRelation, xmlOf } from "./package/package";
import type { Part } from "./package/package";
import { childOf, childrenOf, element, flag, removeChild, setAttributes, setText, textOf } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { checkAllowed } from "./protection";
import { refuse } from "./refusal";

export interface Note {
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly text: string;
}

export interface CommentReply {
  readonly id: string;
  readonly author: string;
  /** ISO 8601. */
  readonly created: string;
  readonly text: string;
}

export interface Comment extends CommentReply {
  readonly row: number;
  readonly column: number;
  readonly resolved: boolean;
  readonly replies: readonly CommentReply[];
}

const THREADS_TYPE = "application/vnd.ms-excel.threadedcomments+xml";
const PERSONS_TYPE = "application/vnd.ms-excel.person+xml";
const NAMESPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
const RELATION = "http://schemas.microsoft.com/office/2017/10/relationships";
/** A comment has a note of this author in its place, for versions that know only notes. */
const STAND_IN = "tc=";
const STAND_IN_TEXT = "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get removed if the file is opened in a newer version of Excel. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    ";
const SOMEBODY = "Author";

export function notesOf(sheet: Sheet): readonly Note[] {
  return storedNotes(sheet).filter((note) => !note.author.startsWith(STAND_IN));
}

/** Adds or replaces; null removes. @throws HostRefusal InvalidArgument when the cell has a comment */
export function setNote(sheet: Sheet, row: number, column: number, note: { readonly text: string; readonly author?: string } | null): void {
  checkAllowed(sheet, "allowEditObjects");
  if (commentsOf(sheet).some((comment) => comment.row === row && comment.column === column)) refuse("InvalidArgument", "The cell has a comment.");
  if (note) putNote(sheet, { row, column, text: note.text, author: note.author ?? notesOf(sheet).find((old) => old.row === row && old.column === column)?.author ?? SOMEBODY });
  else dropNote(sheet, row, column);
  announce(sheet.book, { kind: "comment-changed", sheetId: sheet.id, commentId: formatRange(rangeOfCell(row, column)) });
}

function threads(sheet: Sheet): XmlElement[] {
  return relatedParts(sheet.book.pack, sheet.part, "threadedComment").flatMap((part) => childrenOf(xmlOf(part), "threadedComment"));
}

export function commentsOf(sheet: Sheet): readonly Comment[] {
  const entries = threads(sheet);
  const persons = personNames(sheet.book);
  const read = (entry: XmlElement): CommentReply => ({
    id: entry.attributes["id"] ?? "", author: persons.get(entry.attributes["personId"] ?? "") ?? "", created: isoDate(entry.attributes["dT"] ?? ""),
    text: decodeText(textOf(childOf(entry, "text") ?? element("text"))),
  });
  return entries.flatMap((entry) => {
    const place = parseRange(entry.attributes["ref"] ?? "");
    if (!place || entry.attributes["parentId"] !== undefined) return [];
    const replies = entries.filter((other) => other.attributes["parentId"] === entry.attributes["id"]).map(read);
    return [{ ...read(entry), row: place.top, column: place.left, resolved: flag(entry, "done"), replies }];
  });
}

/** Files give hundredths of a second and mean UTC without saying so. */
function isoDate(text: string): string {
  const time = Date.parse(/Z$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

function personNames(book: Book): Map<string, string> {
  const [part] = relatedParts(book.pack, book.part, "person");
  return new Map(part ? childrenOf(xmlOf(part)).map((person) => [person.attributes["id"] ?? "", person.attributes["displayName"] ?? ""]) : []);
}

function personId(book: Book, name: string): string {
  for (const [id, known] of personNames(book)) if (known === name) return id;
  let [part] = relatedParts(book.pack, book.part, "person");
  if (!part) {
    part = addPart(book.pack, "xl/persons/person.xml", PERSONS_TYPE, element("personList", { xmlns: NAMESPACE }));
    relate(book.part, `${RELATION}/person`, part.path);
  }
  const id = newId();
  editXml(part).children.push(element("person", { displayName: name, id, userId: name, providerId: "None" }));
  return id;
}

function newId(): string {
  return `{${crypto.randomUUID().toUpperCase()}}`;
}

/** @throws HostRefusal InvalidArgument when the cell has a comment or a note already, or the text is blank */
export function addComment(sheet: Sheet, row: number, column: number, text: string, author = SOMEBODY): Comment {
  checkAllowed(sheet, "allowEditObjects");
  if (text === "") refuse("InvalidArgument", "A comment is not blank.");
  if (storedNotes(sheet).some((note) => note.row === row && note.column === column)) refuse("InvalidArgument", "The cell has a comment already.");
  const id = addEntry(sheet, { row, column }, text, author, undefined);
  putNote(sheet, { row, column, author: STAND_IN + id, text: STAND_IN_TEXT + text });
  announce(sheet.book, { kind: "comment-added", sheetId: sheet.id, commentId: id });
  return find(sheet, id);
}

function find(sheet: Sheet, id: string): Comment {
  return commentsOf(sheet).find((comment) => comment.id === id) ?? refuse("ItemNotFound", "There is no such comment.");
}

function threadsPart(sheet: Sheet): Part {
  const { pack } = sheet.book;
  const [existing] = relatedParts(pack, sheet.part, "threadedComment");
  if (existing) return existing;
  const made = addPart(pack, freePath(pack, "xl/threadedComments/threadedComment", ".xml"), THREADS_TYPE, element("ThreadedComments", { xmlns: NAMESPACE }));
  relate(sheet.part, `${RELATION}/threadedComment`, made.path);
  return made;
}

function addEntry(sheet: Sheet, { row, column }: { readonly row: number; readonly column: number }, text: string, author: string, parentId: string | undefined): string {
  const id = newId();
  editXml(threadsPart(sheet)).children.push(element("threadedComment", {
    ref: formatRange(rangeOfCell(row, column)), dT: new Date().toISOString().slice(0, 22), personId: personId(sheet.book, author), id, parentId,
  }, [element("text", {}, [text])]));
  return id;
}

export function addReply(sheet: Sheet, commentId: string, text: string, author = SOMEBODY): CommentReply {
  const comment = find(sheet, commentId);
  if (text === "") refuse("InvalidArgument", "A reply is not blank.");
  const id = addEntry(sheet, comment, text, author, commentId);
  announce(sheet.book, { kind: "comment-changed", sheetId: sheet.id, commentId });
  return find(sheet, commentId).replies.find((reply) => reply.id === id) ?? refuse("GeneralException", "The reply was not added.");
}

/** Of a comment or a reply. */
export function changeComment(sheet: Sheet, id: string, changes: { readonly text?: string; readonly resolved?: boolean }): void {
  editXml(threadsPart(sheet));
  const entry = threads(sheet).find((candidate) => candidate.attributes["id"] === id) ?? refuse("ItemNotFound", "There is no such comment.");
  if (changes.text !== undefined) {
    const content = childOf(entry, "text");
    if (content) setText(content, changes.text);
    const comment = commentsOf(sheet).find((candidate) => candidate.id === id);
    if (comment) putNote(sheet, { row: comment.row, column: comment.column, author: STAND_IN + id, text: STAND_IN_TEXT + changes.text });
  }
  if (changes.resolved !== undefined) setAttributes(entry, { done: changes.resolved ? 1 : 0 });
  announce(sheet.book, { kind: "comment-changed", sheetId: sheet.id, commentId: entry.attributes["parentId"] ?? id });
}

/** A comment with its replies, or one reply. */
export function deleteComment(sheet: Sheet, id: string): void {
  const part = threadsPart(sheet);
  const root = editXml(part);
  const gone = childrenOf(root).filter((entry) => entry.attributes["id"] === id || entry.attributes["parentId"] === id);
  const [first] = gone.filter((entry) => entry.attributes["id"] === id);
  if (!first) refuse("ItemNotFound", "There is no such comment.");
  for (const entry of gone) removeChild(root, entry);
  const { parentId, ref = "" } = first.attributes;
  const place = parseRange(ref);
  if (parentId === undefined && place) dropNote(sheet, place.top, place.left);
  if (childrenOf(root).length === 0) {
    const relation = sheet.part.relations.find((candidate) => candidate.target === part.path);
    if (relation) removeRelation(sheet.book.pack, sheet.part, relation.id);
  }
  announce(sheet.book, { kind: parentId === undefined ? "comment-deleted" : "comment-changed", sheetId: sheet.id, commentId: parentId ?? id });
}
