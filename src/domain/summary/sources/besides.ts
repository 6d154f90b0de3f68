/** What stands below 合计 of the whole and is none of it: 其中：政府采购, 附：上年同期支出. */

import { sum } from "../cells";
import type { SourceLine, SourceTable } from "./read";
import { WHOLE_ROLES } from "./whole-roles";

/** Where the total comes to the lines above it, and lines stand below, these are no lines of the whole. */
export function withoutBesides(source: SourceTable): SourceTable {
  const { table: { doubts }, lines, total } = source;
  const at = total === null ? -1 : lines.indexOf(total);
  if (total === null || !doubts.some(({ code }) => code === "doubt-rows-after-total") || !isSumOf(total, lines.slice(0, at))) return source;
  return { ...source, lines: lines.map((line, i) => (i > at && line.kind === "body" ? { ...line, kind: "of-which" } : line)) };
}

function isSumOf({ figures: printed }: SourceLine, lines: readonly SourceLine[]): boolean {
  const body = lines.filter(({ kind }) => kind === "body");
  const told = WHOLE_ROLES.flatMap((role) => {
    const [own, added] = [printed[role], sum(body.map(({ figures }) => figures[role] ?? null))];
    return own === undefined || added === null ? [] : [own.value.eq(added.value)];
  });
  return told.length > 0 && told.every((isSame) => isSame);
}
