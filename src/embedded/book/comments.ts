/** Notes (the yellow ones) and comments with replies. */

import { notYet } from "./model";
import type { Sheet } from "./model";

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

export function notesOf(sheet: Sheet): readonly Note[] { return notYet(sheet); }
/** Adds or replaces; null removes. */
export function setNote(sheet: Sheet, row: number, column: number, note: { readonly text: string; readonly author?: string } | null): void { notYet(sheet, row, column, note); }
export function commentsOf(sheet: Sheet): readonly Comment[] { return notYet(sheet); }
/** @throws HostRefusal InvalidArgument when the cell has a comment or a note already */
export function addComment(sheet: Sheet, row: number, column: number, text: string, author?: string): Comment { return notYet(sheet, row, column, text, author); }
export function addReply(sheet: Sheet, commentId: string, text: string, author?: string): CommentReply { return notYet(sheet, commentId, text, author); }
/** Of a comment or a reply. */
export function changeComment(sheet: Sheet, id: string, changes: { readonly text?: string; readonly resolved?: boolean }): void { notYet(sheet, id, changes); }
/** A comment with its replies, or one reply. */
export function deleteComment(sheet: Sheet, id: string): void { notYet(sheet, id); }
