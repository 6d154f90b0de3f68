/** Reading what people wrote on a sheet of ours: in slots, beside lines, and wherever else. */

import { columnName } from "../../workbook/address";
import { keyMark } from "../../workbook/ledger";
import { ERROR_VALUES, type SheetSnapshot } from "../../workbook/snapshot";
import { markedSlot, type Entry } from "./entries";
import { cellKey, entryAt, isBlank, openPage, take, textAt, type Page } from "./reading-page";
import { readTables } from "./reading-tables";
import { marksIn, masksIn, ourMark, type RecordedSheet } from "./record";

export interface ReadSheet {
  /** By slot. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** What belongs to no slot, in reading order. */
  readonly loose: readonly Entry[];
  /** Of what we wrote, the part that is still there: 0 to 1. */
  readonly kept: number;
}

export function readOwnSheet(sheet: SheetSnapshot, record: RecordedSheet): ReadSheet {
  const page = openPage(sheet, record);
  readTables(page, record.tables);
  readForms(page, record);
  return readRest(page, record);
}

/** What is filled in stands beside its label, also where a column was inserted between. */
function readForms(page: Page, { forms }: RecordedSheet): void {
  const marks = [...marksIn(forms.titles)];
  const ids = new Map(marks.flatMap((title, i) => (i % 2 === 0 ? [[title, { id: marks[i + 1] ?? "", index: i / 2 }] as const] : [])));
  if (ids.size === 0) return;
  const fields = new Map(forms.fields.map(({ label, key }, index) => [label, { key, index }]));
  const labels = new Set(forms.labels);
  const isFree = forms.free === undefined ? () => true : masksIn(forms.free, forms.fields.length);
  // A form's first line says whose it is: numbers change with the projects.
  const [nameLabel] = forms.labels;
  let form: { readonly id: string; readonly index: number; readonly title: string } | null = null;
  page.contents.forEach((cells, row) => cells.forEach((content, column) => {
    if (content.kind !== "text") return;
    const titled = ids.get(keyMark(content.value));
    if (titled !== undefined) form = { ...titled, title: content.value };
    if (titled === undefined && form !== null && content.value === nameLabel) form = { ...form, title: [form.title, nameBeside(page, row, column)].filter((part) => part !== "").join(" · ") };
    const field = form === null ? undefined : fields.get(content.value);
    if (form === null || field === undefined || !isFree(form.index, field.index) || page.taken.has(cellKey({ row, column }))) return;
    const beside = cells.findIndex((cell, at) => at > column && cell.kind !== "blank");
    const isTheirs = beside >= 0 && !labels.has(textAt(page, row, beside));
    take(page, formSlot(form.id, field.key), { row, column: isTheirs ? beside : column + 1 }, `${form.title} · ${content.value}`);
  }));
}

/** Also where a column was inserted between; "" where a deleted line left an error. */
function nameBeside({ sheet }: Page, row: number, column: number): string {
  const cells = sheet.values[row - sheet.top]?.slice(column + 1 - sheet.left) ?? [];
  const name = cells.find((value) => value !== "");
  return typeof name === "string" && !ERROR_VALUES.has(name) ? name.trim() : "";
}

/** Forms are known by a mark of their id. */
function formSlot(idMark: string, field: string): string {
  return markedSlot(idMark, keyMark(""), field);
}

/** What is left is ours as often as we wrote it, and theirs beyond. */
function readRest(page: Page, record: RecordedSheet): ReadSheet {
  const { contents, entries, taken } = page;
  const counts = new Map([...marksIn(record.ours)].map((one, i) => [one, record.counts[i] ?? 1]));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const loose: Entry[] = [];
  let found = 0;
  contents.forEach((cells, row) => cells.forEach((content, column) => {
    if (isBlank(page, row, column) || taken.has(cellKey({ row, column }))) return;
    const one = ourMark(content);
    const count = counts.get(one) ?? 0;
    if (count > 0) {
      counts.set(one, count - 1);
      found++;
    } else loose.push(entryAt(page, content, { row, column }, `${columnName(column)}${row + 1}`));
  }));
  return { entries, loose, kept: total > 0 ? found / total : loose.length === 0 ? 1 : 0 };
}
