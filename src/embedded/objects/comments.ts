/** Excel.Comment, CommentReply and their collections */

import type { Book, Sheet } from "../book/book";
import { addComment, addReply, changeComment, type Comment, type CommentReply, commentsOf, deleteComment } from "../book/comments";
import { activeSheet } from "../book/view";
import { integer, text } from "../protocol/arguments";
import { action, type ApiObject, type Arguments, child, defineObject, object, type ObjectType, readable, value, writable } from "../protocol/definition";
import { ExcelError, invalidArgument } from "../protocol/errors";
import { cellAt, type Cells } from "./cells";
import { EVENT, registrations, WORKBOOK_TARGET } from "./events/registration";
import { rangeArgument } from "./range/argument";
import { rangeObject } from "./range/range";
import { flagOf, textOf } from "./values";

/** A comment by its id, since every change makes a new one of it. */
interface CommentKey {
  readonly sheet: Sheet;
  readonly id: string;
}

interface ReplyKey extends CommentKey {
  readonly replyId: string;
}

function find({ sheet, id }: CommentKey): Comment | undefined {
  return sheet.book.sheets.includes(sheet) ? commentsOf(sheet).find((comment) => comment.id === id) : undefined;
}

function get(key: CommentKey): Comment {
  const comment = find(key);
  if (comment === undefined) throw new ExcelError("ItemNotFound");
  return comment;
}

function findReply(key: ReplyKey): CommentReply | undefined {
  return find(key)?.replies.find(({ id }) => id === key.replyId);
}

function getReply(key: ReplyKey): CommentReply {
  const reply = findReply(key);
  if (reply === undefined) throw new ExcelError("ItemNotFound");
  return reply;
}

function locationOf(key: CommentKey): ApiObject {
  const { row, column } = get(key);
  return rangeObject({ sheet: key.sheet, range: cellAt(row, column) });
}

export const commentReplyType: ObjectType<ReplyKey> = defineObject<ReplyKey>({
  name: "CommentReply",
  exists: (key) => findReply(key) !== undefined,
  properties: {
    Id: readable("1.10", ({ replyId }) => replyId),
    Content: writable("1.10", (key) => getReply(key).text, ({ sheet, replyId }, content) => changeComment(sheet, replyId, { text: textOf(content) })),
    AuthorName: readable("1.10", (key) => getReply(key).author),
    AuthorEmail: readable("1.10", () => ""),
    CreationDate: readable("1.10", (key) => getReply(key).created),
    Resolved: readable("1.11", (key) => get(key).resolved),
    ContentType: readable("1.12", () => "Plain"),
  },
  methods: {
    Delete: action("1.10", ({ sheet, replyId }) => deleteComment(sheet, replyId)),
    GetLocation: object("1.10", locationOf),
    GetParentComment: object("1.10", ({ sheet, id }) => commentType.of({ sheet, id })),
  },
});

function replyOf({ sheet, id }: CommentKey, replyId: string | undefined): ApiObject | null {
  return replyId === undefined || findReply({ sheet, id, replyId }) === undefined ? null : commentReplyType.of({ sheet, id, replyId });
}

export const commentReplyCollectionType: ObjectType<CommentKey> = defineObject<CommentKey>({
  name: "CommentReplyCollection",
  exists: (key) => find(key) !== undefined,
  methods: {
    Add: object("1.10", ({ sheet, id }, args) => commentReplyType.of({ sheet, id, replyId: addReply(sheet, id, text(args, 0)).id })),
    GetCount: value("1.10", (key) => get(key).replies.length),
    GetItemAt: object("1.10", (key, args) => {
      const reply = replyOf(key, get(key).replies[integer(args, 0)]?.id);
      if (reply === null) throw invalidArgument();
      return reply;
    }),
    GetItemOrNullObject: object("1.14", (key, args) => replyOf(key, text(args, 0))),
  },
  items: ({ sheet, id }) => get({ sheet, id }).replies.map((reply) => commentReplyType.of({ sheet, id, replyId: reply.id })),
  item: (key, replyId) => (typeof replyId === "string" ? replyOf(key, replyId) : null),
});

export const commentType: ObjectType<CommentKey> = defineObject<CommentKey>({
  name: "Comment",
  exists: (key) => find(key) !== undefined,
  properties: {
    Id: readable("1.10", ({ id }) => id),
    Content: writable("1.10", (key) => get(key).text, ({ sheet, id }, content) => changeComment(sheet, id, { text: textOf(content) })),
    AuthorName: readable("1.10", (key) => get(key).author),
    AuthorEmail: readable("1.10", () => ""),
    CreationDate: readable("1.10", (key) => get(key).created),
    Resolved: writable("1.11", (key) => get(key).resolved, ({ sheet, id }, resolved) => changeComment(sheet, id, { resolved: flagOf(resolved) })),
    ContentType: readable("1.12", () => "Plain"),
  },
  children: { Replies: child("1.10", commentReplyCollectionType.of) },
  methods: {
    Delete: action("1.10", ({ sheet, id }) => deleteComment(sheet, id)),
    GetLocation: object("1.10", locationOf),
  },
});

type Owner = Book | Sheet;

function keysOf(owner: Owner): readonly CommentKey[] {
  const sheets = "book" in owner ? [owner] : owner.sheets;
  return sheets.flatMap((sheet) => commentsOf(sheet).map(({ id }) => ({ sheet, id })));
}

/** The one cell that an argument names. */
function cellArgument(owner: Owner, args: Arguments): Cells {
  const cells = rangeArgument("book" in owner ? owner : activeSheet(owner), args, 0);
  const { top, left, bottom, right } = cells.range;
  if (top !== bottom || left !== right) throw invalidArgument();
  return cells;
}

function matching(owner: Owner, matches: (comment: Comment, sheet: Sheet) => boolean): ApiObject | null {
  const key = keysOf(owner).find((candidate) => matches(get(candidate), candidate.sheet));
  return key === undefined ? null : commentType.of(key);
}

function required(found: ApiObject | null): ApiObject {
  if (found === null) throw new ExcelError("ItemNotFound");
  return found;
}

export const commentCollectionType: ObjectType<Owner> = defineObject<Owner>({
  name: "CommentCollection",
  methods: {
    ...registrations<Owner>(
      { AddedEvent: [EVENT.commentAdded, "1.12"], ChangedEvent: [EVENT.commentChanged, "1.12"], DeletedEvent: [EVENT.commentDeleted, "1.12"] },
      (owner) => ("book" in owner ? owner.id : WORKBOOK_TARGET),
    ),
    Add: object("1.10", (owner, args) => {
      const { sheet, range } = cellArgument(owner, args);
      return commentType.of({ sheet, id: addComment(sheet, range.top, range.left, text(args, 1)).id });
    }),
    GetCount: value("1.10", (owner) => keysOf(owner).length),
    GetItemAt: object("1.10", (owner, args) => {
      const key = keysOf(owner)[integer(args, 0)];
      if (key === undefined) throw invalidArgument();
      return commentType.of(key);
    }),
    GetItemByCell: object("1.10", (owner, args) => {
      const { sheet, range } = cellArgument(owner, args);
      return required(matching(owner, (comment, home) => home === sheet && comment.row === range.top && comment.column === range.left));
    }),
    GetItemByReplyId: object("1.10", (owner, args) => {
      const replyId = text(args, 0);
      return required(matching(owner, ({ replies }) => replies.some(({ id }) => id === replyId)));
    }),
    GetItemOrNullObject: object("1.14", (owner, args) => matching(owner, ({ id }) => id === text(args, 0))),
  },
  items: (owner) => keysOf(owner).map(commentType.of),
  item: (owner, key) => matching(owner, ({ id }) => id === key),
});

export function commentsObject(owner: Owner): ApiObject {
  return commentCollectionType.of(owner);
}
