/** Fields of a form right above a header, which say nothing of the columns below: 项目名称 | 社区建设 | 实施单位 | 德胜街道. */

import type { CellRange } from "../../../workbook/address";
import { KIND, type Grid } from "../grid";
import { headerText, isHeaderNumber } from "./cells";
import { yearAlone } from "./dates";
import { isAmount, isIdentifier } from "./probe";
import { isOfWhich } from "../rows/labels";
import { sideCalled, type HeaderReader } from "./text";

interface Piece {
  /** Label and value in one: 填报人：张三. */
  readonly isField: boolean;
  /** Labels of fields: 实施单位, 联系电话. */
  readonly isLabel: boolean;
  /** No dialect knows it, as what is filled in. */
  readonly isUnknown: boolean;
  /** A header of its own stands below, and no name: 实施单位 over 全年预算数, but not 科目 over 编码 | 名称. */
  readonly isOverOther: boolean;
  readonly isOverAmount: boolean;
}

/** The row `top` between `left` and `right`, right above a header's other rows. Parents tell columns apart that are headed alike; fields never stand above such. */
export function isFormRow(grid: Grid, read: HeaderReader, header: Pick<CellRange, "top" | "left" | "right">): boolean {
  const pieces = piecesOf(grid, read, header);
  if (pieces === null) return false;
  if (pieces.length > 0 && pieces.every(({ isField }) => isField)) return true;
  if (hasAmountTwice(grid, read, header)) return false;
  const labels = pieces.filter(({ isLabel }) => isLabel);
  return labels.some(({ isOverAmount }) => isOverAmount) || arePairs(pieces) ||
    (labels.length === pieces.length && labels.length > 1 && labels.every(({ isOverOther }) => isOverOther)) || hasValueOverFull(grid, read, header);
}

/** Labels, each with its value; of one pair alone the label stands over another column's header. */
function arePairs(pieces: readonly Piece[]): boolean {
  const isPaired = pieces.length % 2 === 0 && pieces.every(({ isLabel, isUnknown }, at) => (at % 2 === 0 ? isLabel || isUnknown : isUnknown));
  return isPaired && pieces.some(({ isLabel }) => isLabel) && (pieces.length > 2 || pieces[0]?.isOverOther === true);
}

/** What stands in the row, merged cells once; nothing where a cell goes on downwards, as those of headers do, or holds neither text nor a number. */
function piecesOf(grid: Grid, read: HeaderReader, { top, left, right }: Pick<CellRange, "top" | "left" | "right">): readonly Piece[] | null {
  const pieces: Piece[] = [];
  for (let column = left; column <= right; column += 1) {
    const kind = grid.kind(top, column);
    const merge = grid.mergeAt(top, column);
    if (merge !== null && merge.bottom > top) return null;
    if (kind === KIND.blank) continue;
    if (kind === KIND.number && !isHeaderNumber(grid, top, column)) pieces.push(FIGURE);
    else if (kind === KIND.text) pieces.push(pieceAt(grid, read, top, column, merge?.right ?? column));
    else return null;
  }
  return pieces;
}

const FIELD = /^[^:：()（）]{2,12}[:：]\s*\S/u;

/** A telephone number. */
const FIGURE: Piece = { isField: false, isLabel: false, isUnknown: true, isOverOther: false, isOverAmount: false };

function pieceAt(grid: Grid, read: HeaderReader, row: number, left: number, right: number): Piece {
  const text = headerText(grid, row, left);
  const meaning = read(text)?.meaning ?? null;
  const below = Array.from({ length: right - left + 1 }, (_, at) => headerText(grid, row + 1, left + at)).filter((under) => under !== "").map((under) => read(under)?.meaning ?? null);
  const isName = isIdentifier(meaning);
  return {
    isField: FIELD.test(text) && !isOfWhich(text),
    isLabel: isName || meaning === "other",
    isUnknown: meaning === null && yearAlone(text) === null && sideCalled(text) === null,
    isOverOther: below.length > 0 && !below.some(isIdentifier),
    isOverAmount: isName && below.some(isAmount),
  };
}

/** 预算数 | 支出数 | 预算数 | 支出数 in the row below: what stands above tells them apart. */
function hasAmountTwice(grid: Grid, read: HeaderReader, { top, left, right }: Pick<CellRange, "top" | "left" | "right">): boolean {
  const seen = new Set<string>();
  for (let column = left; column <= right; column += 1) {
    if (grid.kind(top + 1, column) !== KIND.text) continue;
    const text = headerText(grid, top + 1, column);
    if (seen.has(text) && isAmount(read(text)?.meaning ?? null)) return true;
    seen.add(text);
  }
  return false;
}

/** A value beside what stands before it, over a row that has a header in each column, and nothing that spans. */
function hasValueOverFull(grid: Grid, read: HeaderReader, { top, left, right }: Pick<CellRange, "top" | "left" | "right">): boolean {
  let hasValue = false;
  for (let column = left; column <= right; column += 1) {
    if (grid.kind(top + 1, column) === KIND.blank) return false;
    const text = grid.kind(top, column) === KIND.text && grid.mergeAt(top, column) === null ? grid.text(top, column) : null;
    const follows = column > left && grid.kind(top, column - 1) !== KIND.blank;
    if (text !== null && follows && read(text) === null && yearAlone(text) === null) hasValue = true;
  }
  return hasValue;
}
