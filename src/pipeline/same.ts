/** Whether a workbook read again is the same to recognition and checks, so that what they came to still holds. */

import type { SheetSnapshot } from "../workbook/snapshot";
import type { Prepared } from "./prepare";
import { withoutWritten } from "./written";

/** What we write ourselves makes no difference. */
export function isSameWorkbook(a: Pick<Prepared, "snapshot" | "execution">, b: Pick<Prepared, "snapshot" | "execution">): boolean {
  const [before, now] = [a, b].map(({ snapshot, execution }) => withoutWritten(snapshot, execution.earlier).sheets);
  return before !== undefined && now !== undefined && before.length === now.length && before.every((sheet, i) => isSameSheet(sheet, now[i]));
}

function isSameSheet(a: SheetSnapshot, b: SheetSnapshot | undefined): boolean {
  if (b === undefined || a.id !== b.id || a.name !== b.name || a.visible !== b.visible || a.top !== b.top || a.left !== b.left) return false;
  if (JSON.stringify([a.merges, a.tables]) !== JSON.stringify([b.merges, b.tables])) return false;
  for (let i = Math.max(a.values.length, b.values.length) - 1; i >= 0; i--) if (!isSameRow(a, b, i)) return false;
  return true;
}

/** Beyond the used range cells are blank, and the format of a blank cell says nothing. */
function isSameRow(a: SheetSnapshot, b: SheetSnapshot, i: number): boolean {
  const [values, others] = [a.values[i] ?? [], b.values[i] ?? []];
  for (let j = Math.max(values.length, others.length) - 1; j >= 0; j--) {
    const value = values[j] ?? "";
    if (value !== (others[j] ?? "") || (a.formulas[i]?.[j] ?? "") !== (b.formulas[i]?.[j] ?? "")) return false;
    if (value !== "" && a.numberFormats[i]?.[j] !== b.numberFormats[i]?.[j]) return false;
  }
  return true;
}
