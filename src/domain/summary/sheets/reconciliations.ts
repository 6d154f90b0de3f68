/** 勾稽核对表: every comparison that was made, both sides with their cells, the difference, and whether it is none. */

import { Decimal, ZERO } from "../../amounts/decimal";
import type { Place } from "../../../workbook/address";
import type { CellValue, SheetSnapshot } from "../../../workbook/snapshot";
import { parseAmount } from "../../amounts/parse";
import type { Reconciliation, Side } from "../../checks/reconciliation";
import type { Build } from "../build";
import { at, column, count, difference, figure, identity, link, open, text, type Known } from "../cells";
import type { Expression, SummaryCell, SummaryColumn, SummaryRow, SummarySheet } from "../model";
import { expressionOf, isPowerOfTen } from "../sources/amounts";
import type { SummaryWords } from "../words";
import { head } from "./head";

const TABLE = "reconciliations";
const OUTCOMES: readonly Reconciliation["outcome"][] = ["failed", "info", "passed"];
/** More cells than these are no longer told one by one. */
const MOST_CELLS = 200;

/** What does not agree first, then what a person must confirm. */
export function reconciliationsSheet(build: Build): SummarySheet {
  const { input: { reconciliations, snapshot }, words } = build;
  const { say } = words;
  const keys = keysOf(reconciliations);
  const ordered = reconciliations.map((one, i) => ({ one, key: keys[i] ?? "" })).sort((a, b) => OUTCOMES.indexOf(a.one.outcome) - OUTCOMES.indexOf(b.one.outcome));
  const of = (outcome: Reconciliation["outcome"]): number => reconciliations.reduce((sum, one) => sum + (one.outcome === outcome ? one.lines : 0), 0);
  const [failed, info, passed] = [of("failed"), of("info"), of("passed")];
  const note = reconciliations.length === 0 ? say("missing.reconciliations") : say("reconciliation.counts", { all: failed + info + passed, passed, failed, info });
  const rows = rowsOf(ordered, new Map(snapshot.sheets.map((sheet) => [sheet.id, sheet])), words);
  return {
    key: "reconciliations", name: say("name.reconciliations"), orientation: "landscape",
    blocks: [
      ...head(build, "title.reconciliations"),
      { kind: "note", text: note },
      ...(rows.length === 0 ? [] : [{ kind: "table" as const, id: TABLE, title: null, columns: columnsOf(words), rows }]),
    ],
  };
}

function columnsOf({ say }: SummaryWords): SummaryColumn[] {
  const side = (key: "left" | "right"): SummaryColumn[] => [
    column(`${key}-label`, [say(`reconciliation.${key}`), say("reconciliation.label")], "name"),
    identity(column(`${key}-place`, [say(`reconciliation.${key}`), say("reconciliation.place")], "text")),
    column(key, [say(`reconciliation.${key}`), say("reconciliation.figure")], "amount"),
  ];
  return [
    column("number", say("column.number"), "number"),
    identity(column("relation", say("reconciliation.relation"), "text")),
    ...side("left"), ...side("right"),
    column("difference", say("reconciliation.difference"), "amount"),
    column("unit", say("reconciliation.unit"), "number"),
    column("outcome", say("reconciliation.outcome"), "number"),
    column("note", say("reconciliation.note"), "long-text", true),
  ];
}

/** By what is compared, whatever it comes to and wherever it stands: sheets are renamed, and told changes come to other amounts. */
function keysOf(reconciliations: readonly Reconciliation[]): string[] {
  const seen = new Map<string, number>();
  return reconciliations.map(({ kind, left, right }) => {
    const subject = [kind, left.label, left.places[0]?.sheetId ?? "", kind === "adjustment" ? right.label.replaceAll(/\d[\d.,]*/gu, "#") : right.label, right.places[0]?.sheetId ?? ""].join("\u0000");
    const nth = seen.get(subject) ?? 0;
    seen.set(subject, nth + 1);
    return nth === 0 ? subject : `${subject}\u0000${nth + 1}`;
  });
}

function rowsOf(reconciliations: readonly { readonly one: Reconciliation; readonly key: string }[], sheets: ReadonlyMap<string, SheetSnapshot>, words: SummaryWords): SummaryRow[] {
  return reconciliations.map(({ one, key }, i): SummaryRow => {
    const { kind, outcome } = words.reconciliation(one);
    const [left, right] = [knownSide(one.left, sheets), knownSide(one.right, sheets)];
    const found = difference(at(left, TABLE, key, "left"), at(right, TABLE, key, "right"));
    const stated = new Decimal(one.difference);
    // What was compared says the difference; where the two figures shown come to another, it is not calculated from them.
    const shown: Known | null = found !== null && found.value.eq(stated) ? found : { value: stated, formula: { op: "value", value: stated } };
    return {
      key, kind: "body", level: 0,
      cells: [
        count(new Decimal(i + 1)), text(one.lines === 1 ? kind : words.say("reconciliation.lines", { kind, count: one.lines })),
        text(one.left.label), placeCell(one.left, words), figureCell(left), text(one.right.label), placeCell(one.right, words), figureCell(right),
        figureCell(shown), text(words.unit(one.unit)), text(outcome), open(),
      ],
    };
  });
}

function figureCell(known: Known): SummaryCell {
  return figure({ ...known, missing: null }, "amount");
}

function placeCell({ places }: Side, words: SummaryWords): SummaryCell {
  const [first] = places;
  if (first === undefined) return text("");
  return link(places.length === 1 ? words.place(first) : words.say("reconciliation.more-places", { place: words.place(first), count: places.length }), first);
}

/** As its cells come to it, also where its unit is another than theirs; where they do not, because it was rounded say, it is known by its value only. */
function knownSide({ figure: stated, places, taken = [], told = "0" }: Side, sheets: ReadonlyMap<string, SheetSnapshot>): Known {
  const value = new Decimal(stated);
  const [added, less] = [places, taken].map((cells) => termsOf(cells, sheets));
  const ofCells = cellsFormula(added ?? null, less ?? null, value.minus(told));
  if (ofCells === null) return { value, formula: { op: "value", value } };
  return { value, formula: new Decimal(told).isZero() ? ofCells : { op: "sum", terms: [ofCells, { op: "value", value: new Decimal(told) }] } };
}

/** null where the cells do not come to the figure, or to a tenth, ten times and so on of it. */
function cellsFormula(added: readonly Known[] | null, taken: readonly Known[] | null, value: Decimal): Expression | null {
  if (added === null || taken === null || added.length === 0) return null;
  const sumOf = (terms: readonly Known[]): Decimal => terms.reduce((sum, term) => sum.plus(term.value), ZERO);
  const total = sumOf(added).minus(sumOf(taken));
  const factor = total.eq(value) ? new Decimal(1) : total.isZero() ? null : value.div(total);
  if (factor === null || !isPowerOfTen(factor)) return null;
  const times = factor.eq(1) ? null : factor;
  const expressionsOf = (terms: readonly Known[]): Expression => ({ op: "sum", terms: terms.map(({ formula }) => formula), times });
  return taken.length === 0 ? expressionsOf(added) : { op: "difference", from: expressionsOf(added), take: expressionsOf(taken) };
}

/** The amounts of all cells that are not blank; null where there are too many of them, or one is no amount. */
function termsOf(places: readonly Place[], sheets: ReadonlyMap<string, SheetSnapshot>): Known[] | null {
  const terms: Known[] = [];
  for (const { sheetId, sheetName, range } of places) {
    const sheet = sheets.get(sheetId);
    if (sheet === undefined || terms.length + (range.bottom - range.top + 1) * (range.right - range.left + 1) > MOST_CELLS) return null;
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const content: CellValue = sheet.values[row - sheet.top]?.[column - sheet.left] ?? "";
        const parsed = parseAmount(content);
        if (parsed.kind === "blank") continue;
        if (parsed.kind !== "amount" || parsed.percent || parsed.unit !== null) return null;
        terms.push({ value: parsed.value, formula: expressionOf(content, { sheetId, sheetName, range: { top: row, left: column, bottom: row, right: column } }, parsed.value) });
      }
    }
  }
  return terms;
}
