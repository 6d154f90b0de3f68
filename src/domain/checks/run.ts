/** Running the checks: in slices, so that whoever runs them can show progress, stay responsive and stop. */

import type { Finding, Severity } from "../finding";
import type { Check, Found, LineFinder, Values } from "./check";
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
const SLICE = 4_000;

/**
 * Runs what is switched on, yielding after each slice of work; whoever does not go on has stopped it. The
 * report holds the executions' own findings, too, as far as no check makes them, and nothing twice.
 */
export function* runChecks(workbook: WorkbookInput, settings: CheckSettings, checks: readonly Check[] = CHECKS): Generator<Progress, CheckReport> {
  const active = checks.filter(({ id }) => !settings.off.includes(id));
  const findings: Finding[] = ownFindings(workbook, checks);
  const reconciliations: Reconciliation[] = [];
  for (const [at, check] of active.entries()) {
    for (const { found, part } of slicesOf(check, workbook, valuesOf(check, settings))) {
      for (const finding of found.findings) findings.push(finding);
      for (const reconciliation of found.reconciliations) reconciliations.push(reconciliation);
      yield { check: check.id, done: (at + part) / active.length };
    }
  }
  return { findings: inReadingOrder(withoutRepeats(findings), workbook.tables), reconciliations };
}

/** The same in one go. */
export function checkWorkbook(workbook: WorkbookInput, settings: CheckSettings, checks: readonly Check[] = CHECKS): CheckReport {
  const running = runChecks(workbook, settings, checks);
  for (;;) {
    const step = running.next();
    if (step.done === true) return step.value;
  }
}

interface Slice {
  readonly found: Found;
  /** How much of the check's work is done with it, between 0 and 1. */
  readonly part: number;
}

function* slicesOf(check: Check, workbook: WorkbookInput, values: Values): Generator<Slice> {
  switch (check.scope) {
    case "workbook":
    case "text":
      yield { found: check.find(workbook, values), part: 1 };
      return;
    case "table":
      for (const [k, table] of workbook.tables.entries()) yield { found: check.find(table, values, workbook), part: (k + 1) / workbook.tables.length };
      return;
    case "cell":
    case "row":
      for (const [k, table] of workbook.tables.entries()) {
        const find = check.find(table, values, workbook);
        const { length } = table.table.rows;
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

/** A selected range and the table it lies in, or two relations of one line, may say the same. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, place: { sheetId, range }, expected, actual }) => {
    const key = `${rule} ${sheetId} ${range.top} ${range.left} ${range.bottom} ${range.right} ${expected ?? ""} ${actual ?? ""}`;
    return !seen.has(key) && seen.add(key);
  });
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** By sheet, row and column; in one cell the graver first. */
function inReadingOrder(findings: Finding[], tables: readonly TableInput[]): Finding[] {
  const order = new Map<string, number>();
  for (const { table } of tables) if (!order.has(table.sheetId)) order.set(table.sheetId, order.size);
  const sheetOf = ({ place }: Finding): number => order.get(place.sheetId) ?? order.size;
  return findings.sort((a, b) => sheetOf(a) - sheetOf(b) || a.place.range.top - b.place.range.top || a.place.range.left - b.place.range.left || GRAVITY[a.severity] - GRAVITY[b.severity]);
}
