/** What 生成汇总表 writes: every sheet of the summary made, or put into the place of the one we made before. */

import { finished } from "../../domain/steps";
import type { SheetKey, Summary, SummarySheet } from "../../domain/summary/model";
import type { Edit, WriteSheet } from "../../workbook/edits";
import { EMPTY_LEDGER, readLedger, serialiseLedger, type Ledger } from "../../workbook/ledger";
import { done, failed, type Outcome } from "../../workbook/problem";
import { contentsOf, contentsOfSheet, NOTHING_UNTOLD, sameContents, type SheetLayout } from "../../workbook/sheet-layout";
import type { Snapshot } from "../../workbook/snapshot";
import { adoptInSteps } from "./adopted";
import type { EntriesBySlot } from "./entries";
import { settle, type KeptWords } from "./kept";
import { layInSteps } from "./layout";
import { isMadeByUs } from "./made";
import { freeSheetName } from "./names";
import { ownSheets, type OwnSheet } from "./own";
import { renamedSheets } from "./renamed";
import { recordOf, sheetsFromJson, sheetsToJson, type RecordedSheet } from "./record";

export interface SummaryPlan {
  /** None if everything stands there already. */
  readonly edits: readonly Edit[];
  /** As the sheets will be, with what people wrote on them before. */
  readonly layouts: readonly SheetLayout[];
  /** Names of sheets that we made, too, but cannot tell people's entries on any more: they stay, and others are made. */
  readonly leftBehind: readonly string[];
  /** Names of sheets that are, or are copies of, what others are made for: they stay, too. */
  readonly renamed: readonly string[];
}

/**
 * Fails with `stored-newer` where a newer version keeps the record, as we could not tell which sheets are ours, and with
 * `record-full` or `decisions-full` if what we must remember does not fit into the workbook.
 */
export function planSummary(snapshot: Snapshot, summary: Summary, words: KeptWords): Outcome<SummaryPlan> {
  return finished(planInSteps(snapshot, summary, words));
}

/** Rests in between. */
export function* planInSteps(snapshot: Snapshot, summary: Summary, words: KeptWords): Generator<void, Outcome<SummaryPlan>> {
  const read = readLedger(snapshot.stored);
  if (!read.ok && read.problem.code === "stored-newer") return failed(read.problem);
  const ledger = read.ok ? read.value : EMPTY_LEDGER;
  const own = yield* adoptInSteps(summary, snapshot.sheets, ownSheets(ledger, snapshot.sheets));
  const names = namesOf(summary, snapshot, own);
  const entries = new Map<SheetKey, EntriesBySlot>();
  const sheets = summary.sheets.map((sheet): SummarySheet => {
    const named = { ...sheet, name: names.get(sheet.key) ?? sheet.name };
    const earlier = own.get(sheet.key);
    if (earlier === undefined) return named;
    const settled = settle(named, earlier.read, words);
    entries.set(sheet.key, settled.entries);
    return settled.sheet;
  });
  yield;
  const laid = yield* layInSteps({ ...summary, sheets }, { figures: "formulas", entries });
  const edits = laid.flatMap(({ sheet, layout }): WriteSheet[] => editOf(layout, own.get(sheet.key)));
  const wanted = new Map(summary.sheets.map(({ key, name }) => [key, name]));
  const stored = serialiseLedger({ ...ledger, sheets: sheetsToJson(recordsAfter(ledger, laid.map((one) => recordOf(one, wanted.get(one.sheet.key) ?? one.sheet.name)))) });
  if (!stored.ok) return stored;
  const storing: Edit[] = stored.value === snapshot.stored ? [] : [{ kind: "stored", expected: snapshot.stored, stored: stored.value }];
  return done({ edits: [...edits, ...storing], layouts: laid.map(({ layout }) => layout), leftBehind: leftBehind(summary, snapshot, own), renamed: renamedSheets(summary, snapshot.sheets, own, ledger) });
}

/** Sheets of ours under the name that one we make would have. */
function leftBehind({ sheets: wanted }: Summary, { sheets }: Snapshot, own: ReadonlyMap<SheetKey, OwnSheet>): string[] {
  const names = new Set(wanted.flatMap(({ key, name }) => (own.has(key) ? [] : [name.toLowerCase()])));
  return sheets.filter((sheet) => names.has(sheet.name.toLowerCase()) && isMadeByUs(sheet)).map(({ name }) => name);
}

/** Ours keep the names they have; a name that somebody else's sheet has is not taken. */
function namesOf(summary: Summary, { sheets }: Snapshot, own: ReadonlyMap<SheetKey, OwnSheet>): Map<SheetKey, string> {
  const ours = new Set([...own.values()].map(({ sheet }) => sheet.id));
  const taken = new Set(sheets.filter(({ id }) => !ours.has(id)).map(({ name }) => name.toLowerCase()));
  const names = new Map<SheetKey, string>();
  for (const { key, name: wanted } of summary.sheets) {
    const earlier = own.get(key);
    const name = earlier?.record.wanted === wanted ? earlier.sheet.name : freeSheetName(wanted, taken);
    taken.add(name.toLowerCase());
    names.set(key, name);
  }
  return names;
}

function editOf(layout: SheetLayout, own: OwnSheet | undefined): WriteSheet[] {
  if (own === undefined) return [{ kind: "sheet", name: layout.name, expected: null, layout, untold: NOTHING_UNTOLD }];
  const expected = contentsOfSheet(own.sheet);
  if (own.sheet.name === layout.name && sameContents(expected, contentsOf(layout), "content")) return [];
  return [{ kind: "sheet", name: own.sheet.name, expected, layout, untold: { charts: own.record.charts, outline: [...own.record.outline].map(Number) } }];
}

/** Of sheets that this summary does not have, what we remember stays. */
function recordsAfter({ sheets }: Ledger, records: readonly RecordedSheet[]): RecordedSheet[] {
  const keys = new Set(records.map(({ key }) => key));
  return [...records, ...sheetsFromJson(sheets).filter(({ key }) => !keys.has(key))];
}
