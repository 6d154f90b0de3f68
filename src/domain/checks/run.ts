/** Running the checks: in slices, so that whoever runs them can show progress, stay responsive and stop. */

import type { Finding, Severity } from "../finding";
import { NOTHING_FOUND, type Check, type Found, type LineFinder, type Values } from "./check";
import type { TableInput, WorkbookInput } from "./input";
import type { Reconciliation } from "./reconciliation";
import { CHECKS } from "./registry";
import { valuesOf, type CheckSettings } from "./settings";

export interface CheckReport {
  /** In reading order of their places. */
  readonly findings: readonly Finding[];
  /** Every comparison that was made, the passed ones too. */
  readonly reconciliations: readonly Reconciliation[];
}

export interface Progress {
  /** The check at work. */
  readonly check: string;
  /** Between 0 and 1. */
  readonly done: number;
}

/** Lines judged between two reports of progress. */
const SLICE = 1_000;

/**
 * Runs what is switched on, yielding after each slice of work; whoever does not go on has stopped it. The
 * report holds the executions' own findings, too, as far as no check makes them, and nothing twice.
 */
export function* runChecks(workbook: WorkbookInput, settings: CheckSettings, checks: readonly Check[] = CHECKS): Generator<Progress, CheckReport> {
  const active = checks.filter(({ id }) => !settings.off.includes(id));
  const findings: Finding[] = ownFindings(workbook, checks);
  const reconciliations: Reconciliation[] = [];
  const [first] = active;
  if (first !== undefined) yield* readings(workbook, { check: first.id, done: 0 });
  for (const [at, check] of active.entries()) {
    for (const { found, part } of slicesOf(check, workbook, valuesOf(check, settings))) {
      for (const finding of found.findings) findings.push(finding);
      for (const reconciliation of found.reconciliations) reconciliations.push(reconciliation);
      yield { check: check.id, done: (at + part) / active.length };
    }
  }
  return { findings: inReadingOrder(findings, workbook.tables), reconciliations };
}

/** The same in one go. */
export function checkWorkbook(workbook: WorkbookInput, settings: CheckSettings, checks: readonly Check[] = CHECKS): CheckReport {
  const running = runChecks(workbook, settings, checks);
  for (;;) {
    const step = running.next();
    if (step.done === true) return step.value;
  }
}

/** What nearly every check reads of a table, each reading a slice of its own: the first check to ask would otherwise pay for all of them at once. */
function* readings({ tables }: WorkbookInput, progress: Progress): Generator<Progress> {
  for (const { amounts, keyed, coverages, computedRates, rates, shares } of tables) {
    for (const read of [amounts, keyed, coverages, computedRates, rates, shares]) {
      read();
      yield progress;
    }
  }
}

interface Slice {
  readonly found: Found;
  /** How much of the check's work is done with it, between 0 and 1. */
  readonly part: number;
}

function* slicesOf(check: Check, workbook: WorkbookInput, values: Values): Generator<Slice> {
  let part = 0;
  switch (check.scope) {
    case "text":
      // Reading the text finds it.
      return;
    case "workbook":
      // How many pieces there will be is not known; each brings the end nearer.
      for (const found of check.find(workbook, values)) yield { found, part: (part += (1 - part) / 4) };
      return;
    case "table":
      for (const [k, table] of workbook.tables.entries()) yield { found: check.find(table, values, workbook), part: (k + 1) / workbook.tables.length };
      return;
    case "cell":
    case "row":
      for (const [k, table] of workbook.tables.entries()) {
        const find = check.find(table, values, workbook);
        const { length } = table.table.rows;
        yield { found: NOTHING_FOUND, part: k / workbook.tables.length };
        for (let from = 0; find !== null && from < length; from += SLICE) {
          yield { found: { findings: judgeLines(find, from, Math.min(from + SLICE, length)), reconciliations: [] }, part: (k + from / length) / workbook.tables.length };
        }
      }
  }
}

function judgeLines(find: LineFinder, from: number, to: number): Finding[] {
  const findings: Finding[] = [];
  for (let i = from; i < to; i++) for (const finding of find(i)) findings.push(finding);
  return findings;
}

/** What computing the rates found out and no check does: an unknown unit, lines without a match in the other table. */
function ownFindings({ tables }: WorkbookInput, checks: readonly Check[]): Finding[] {
  const rules = new Set(checks.map(({ id }) => id));
  return tables.flatMap(({ execution }) => execution?.findings.filter(({ rule }) => !rules.has(rule)) ?? []);
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** By sheet, row and column; in one cell the graver first. What two relations of one line, or a table and a selection in it, both found stands once. */
function inReadingOrder(findings: Finding[], tables: readonly TableInput[]): Finding[] {
  const order = new Map<string, number>();
  for (const { table } of tables) if (!order.has(table.sheetId)) order.set(table.sheetId, order.size);
  const sheetOf = ({ place }: Finding): number => order.get(place.sheetId) ?? order.size;
  findings.sort((a, b) => {
    const [p, q] = [a.place.range, b.place.range];
    if (a.place.sheetId !== b.place.sheetId) return sheetOf(a) - sheetOf(b);
    return p.top - q.top || p.left - q.left || GRAVITY[a.severity] - GRAVITY[b.severity];
  });
  return findings.filter((finding, k) => !isRepeated(findings, finding, k));
}

/** Repeats stand in the same cell, so near each other. */
function isRepeated(findings: readonly Finding[], { rule, place, expected, actual }: Finding, at: number): boolean {
  for (let k = at - 1; k >= 0; k--) {
    const other = findings[k];
    if (other === undefined || other.place.sheetId !== place.sheetId || other.place.range.top !== place.range.top || other.place.range.left !== place.range.left) return false;
    const isSamePlace = other.place.range.bottom === place.range.bottom && other.place.range.right === place.range.right;
    if (isSamePlace && other.rule === rule && other.expected === expected && other.actual === actual) return true;
  }
  return false;
}
