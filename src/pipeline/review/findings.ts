/** Findings with what was decided about them. */

import type { AnyFinding, MessageValue, Shown } from "../../domain/finding";
import { finished } from "../../domain/steps";
import type { BudgetTable, TableColumn } from "../../domain/table";
import type { Snapshot } from "../../workbook/snapshot";
import { linesInSteps, type Line, type Lines } from "./lines";
import { isLine, type FindingMark, type LineMark } from "./marks";
import type { Dismissal, Reason, Review } from "./model";

export interface ReviewedFinding {
  /** Unique in one run, and the same in the next. */
  readonly id: string;
  readonly finding: AnyFinding;
  /** What it is dismissed by, or would be. */
  readonly mark: FindingMark;
  /** null: open. */
  readonly dismissal: Dismissal | null;
  /** Of the same matter when it had other figures; that is why it is open again. */
  readonly earlier: Dismissal | null;
  /** The table it is in or about; null for the text alone. */
  readonly tableId: string | null;
  /** What its line's reason is kept by, or would be; null where it is about no single line. */
  readonly line: LineMark | null;
  /** "" without a line. */
  readonly lineName: string;
  readonly reason: Reason | null;
}

/** In the order of the findings. */
export function reviewFindings(findings: readonly AnyFinding[], tables: readonly BudgetTable[], snapshot: Pick<Snapshot, "sheets">, review: Review): readonly ReviewedFinding[] {
  return reviewMatters(finished(mattersInSteps(findings, tables, snapshot)), review);
}

/** Findings and what each is about, which takes long to find out in long tables; what is decided about them then does not. */
export interface Matters {
  readonly list: readonly Matter[];
  readonly bySubject: ReadonlyMap<string, readonly Matter[]>;
  readonly lines: Lines;
}

interface Matter {
  readonly line: Line | null;
  /** As long as nothing was decided. */
  readonly undecided: ReviewedFinding;
}

/** Findings looked at between two rests. */
const SLICE = 500;

/** Rests now and then. */
export function* mattersInSteps(findings: readonly AnyFinding[], tables: readonly BudgetTable[], snapshot: Pick<Snapshot, "sheets">): Generator<void, Matters> {
  const lines = yield* linesInSteps(tables, snapshot);
  const sheetsByName = new Map(snapshot.sheets.map(({ id, name }) => [name, { sheetId: id, sheetName: name }]));
  const list: Matter[] = [];
  const bySubject = new Map<string, Matter[]>();
  const counts = new Map<string, number>();
  for (const [i, finding] of findings.entries()) {
    const { rule, place, values } = finding;
    const table = place === null ? null : lines.tableAt(place);
    const line = place === null || table === null ? null : lines.lineAt(table, place);
    const at = line !== null ? lines.markOf(line) : place === null ? null : { sheetId: place.sheetId, sheetName: place.sheetName };
    const other = typeof values["other"] === "string" ? (sheetsByName.get(values["other"]) ?? null) : null;
    const mark = { rule, kind: kindOf(finding), at, about: aboutOf(finding, table, line), other, figures: figuresOf(finding) };
    const subject = subjectOf(mark, line, at?.sheetId ?? null, other?.sheetId ?? null);
    const alike = bySubject.get(subject) ?? [];
    const same = `${subject}\u0000${mark.figures}`;
    const nth = counts.get(same) ?? 0;
    counts.set(same, nth + 1);
    const undecided: ReviewedFinding = {
      id: idOf(mark, line === null ? "" : lines.apartOf(line), alike.length), finding, mark: { ...mark, nth }, dismissal: null, earlier: null,
      tableId: table?.id ?? null, line: isLine(at) ? at : null, lineName: line?.row.name ?? "", reason: null,
    };
    const matter = { line, undecided };
    list.push(matter);
    if (alike.push(matter) === 1) bySubject.set(subject, alike);
    if (i % SLICE === SLICE - 1) yield;
  }
  return { list, bySubject, lines };
}

/** In the order of the findings. */
export function reviewMatters({ list, bySubject, lines }: Matters, { dismissals, reasons }: Review): readonly ReviewedFinding[] {
  const { dismissed, earlier } = decide(bySubject, dismissals, lines);
  const reasonOf = new Map(reasons.map((reason) => [lines.find(reason.line)?.row ?? null, reason]));
  return list.map((matter): ReviewedFinding => {
    const { line, undecided } = matter;
    const dismissal = dismissed.get(matter) ?? null;
    const before = earlier.get(matter) ?? null;
    const reason = line === null ? null : (reasonOf.get(line.row) ?? null);
    if (dismissal === null && before === null && reason === null) return undecided;
    return { ...undecided, dismissal, earlier: before, reason, mark: dismissal?.mark ?? undecided.mark, line: reason?.line ?? undecided.line };
  });
}

interface Decisions {
  readonly dismissed: ReadonlyMap<Matter, Dismissal>;
  readonly earlier: ReadonlyMap<Matter, Dismissal>;
}

/** A dismissal counts for the finding it was made of; the rest are earlier ones, the latest first, of what is open about the same. */
function decide(bySubject: Matters["bySubject"], dismissals: readonly Dismissal[], lines: Lines): Decisions {
  const dismissed = new Map<Matter, Dismissal>();
  const left: { readonly dismissal: Dismissal; readonly about: readonly Matter[] }[] = [];
  for (const dismissal of dismissals) {
    const { figures, nth } = dismissal.mark;
    const about = bySubject.get(subjectNow(dismissal.mark, lines) ?? "") ?? [];
    const same = about.find(({ undecided: { mark } }) => mark.figures === figures && mark.nth === nth);
    if (same === undefined) left.push({ dismissal, about });
    else dismissed.set(same, dismissal);
  }
  const earlier = new Map<Matter, Dismissal>();
  for (const { dismissal, about } of left.reverse()) {
    const open = about.find((matter) => !dismissed.has(matter) && !earlier.has(matter));
    if (open !== undefined) earlier.set(open, dismissal);
  }
  return { dismissed, earlier };
}

/** Goes by what the finding is about, so that it stays where rows are inserted or change places. `nth` counts those about the same. */
function idOf({ rule, kind, at, about, other }: Omit<FindingMark, "nth">, apart: string, nth: number): string {
  const line = isLine(at) ? [at.code, at.name, apart] : [];
  return [rule, kind ?? "", at?.sheetId ?? "", ...line, about, other?.sheetId ?? "", nth].join("\u0000");
}

/** What a kept mark is about in the workbook as it is; null where that is gone. */
function subjectNow(mark: FindingMark, lines: Lines): string | null {
  const other = mark.other === null ? null : (lines.sheetOf(mark.other)?.id ?? null);
  if (mark.at === null) return subjectOf(mark, null, null, other);
  const line = isLine(mark.at) ? lines.find(mark.at) : null;
  const sheetId = lines.sheetOf(mark.at)?.id ?? null;
  return sheetId === null || (line === null && isLine(mark.at)) ? null : subjectOf(mark, line, sheetId, other);
}

function subjectOf({ rule, kind, about }: Pick<FindingMark, "rule" | "kind" | "about">, line: Line | null, sheetId: string | null, otherId: string | null): string {
  return [rule, kind ?? "", line === null ? (sheetId ?? "") : `${line.table.id} ${line.row.row}`, about, otherId ?? ""].join("\u0000");
}

/** Rules that make several comparisons say which one it was. */
function kindOf({ kind, values }: AnyFinding): string | null {
  const said = kind ?? values["kind"] ?? values["relation"] ?? values["period"];
  return typeof said === "string" ? said : null;
}

/** Where nothing is expected (未支出), the amounts that its words tell: the budget that nothing was spent of. */
function figuresOf({ expected, actual, values }: AnyFinding): string {
  const { otherName, count } = values;
  const told = expected === null ? Object.values(values).flatMap((value) => (isShown(value) ? [value.figure] : [])) : [];
  return JSON.stringify([expected, actual, otherName ?? null, count ?? null, ...told]);
}

function isShown(value: MessageValue): value is Shown {
  return typeof value === "object" && "figure" in value;
}

/** The words of the text; in a line the column; else the table's title and the column, or the place's own words. */
function aboutOf({ text, place, values }: AnyFinding, table: BudgetTable | null, line: Line | null): string {
  if (text !== undefined) return `${typeof values["subject"] === "string" ? values["subject"] : ""} ${text.quote}`;
  if (table === null || place === null) return "";
  const { top, left } = place.range;
  const column = table.columns.find((other) => other.column === left);
  const words = column === undefined ? "" : wordsOf(table, column);
  if (line !== null) return words;
  const located = [table.title, ...table.notes].find((found) => found?.row === top && found.column === left);
  return located?.text ?? `${table.title?.text ?? ""} ${words}`;
}

/** The role, or what the column is headed where another column has the same role or it has none. */
function wordsOf({ columns }: BudgetTable, { role, header }: TableColumn): string {
  return role !== null && columns.filter((other) => other.role === role).length === 1 ? role : header.join(" ");
}
