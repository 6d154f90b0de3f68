/**
 * Runs that can be taken back outlive the page that made them: they wait in the browser's storage, each under what it
 * left in the workbook's record, with what that record was before. So a workbook leads to its own runs, one after the
 * other, also where it was closed without saving, copied, or written to from the ribbon meanwhile.
 */

import type { Edit } from "../workbook/edits";
import { keyMark, readLedger } from "../workbook/ledger";

/** A run that can be taken back. */
export interface Run {
  /** When it ended, as an ISO date and time; no two of a browser are the same. */
  readonly at: string;
  readonly act: "compute" | "flag" | "summarise" | "live";
  /** Cells with new contents; none where only colours changed. */
  readonly cells: number;
  readonly undo: readonly Edit[];
}

export interface KeptRuns {
  /** The latest last. */
  readonly runs: readonly Run[];
  /** Of what we wrote in the workbook, something is from a run that is not kept here. */
  readonly isCut: boolean;
}

/** `stored` is what the workbook keeps for us, as it is now. */
export interface RunStore {
  load(stored: string | null): KeptRuns;
  /** Keeps a run, at the cost of the oldest ones where there is no room. False if it is too large (some 40,000 rows). */
  add(stored: string | null, run: Run): boolean;
  /** What we wrote stands elsewhere now, and the record says so: the runs that led to it lead to that. */
  follow(before: string | null, stored: string | null): void;
  /** The run was taken back. */
  drop(stored: string | null, run: Run): void;
}

interface Entry {
  /** Those that left this record; only the first of them found another. */
  readonly runs: readonly Run[];
  /** The mark of the record before; null where that is not known. */
  readonly before: string | null;
}

const PREFIX = "budget-execution:run:1:";

/** Characters of all workbooks' runs; browsers give a site some five million, which the ribbon's last run needs, too. */
const MOST = 3_000_000;

/** Of a workbook in which we wrote nothing. */
const NOTHING = "";

export function createRunStore(storage: Storage): RunStore {
  const read = (mark: string): Entry | null => parseEntry(storage.getItem(PREFIX + mark));
  const write = (mark: string, entry: Entry, at: string): boolean => {
    const text = `${at} ${JSON.stringify(entry)}`;
    storage.removeItem(PREFIX + mark);
    if (text.length > MOST) return false;
    const others = entriesOf(storage);
    let length = others.reduce((sum, other) => sum + other.length, text.length);
    for (;;) {
      if (length <= MOST && isSet(storage, PREFIX + mark, text)) return true;
      const oldest = others.shift();
      if (oldest === undefined) return false;
      storage.removeItem(oldest.key);
      length -= oldest.length;
    }
  };
  return {
    load: (stored) => {
      let runs: readonly Run[] = [];
      const seen = new Set<string>();
      let mark: string | null = markOf(stored);
      while (mark !== null && mark !== NOTHING && !seen.has(mark)) {
        seen.add(mark);
        const entry: Entry | null = read(mark);
        runs = [...(entry?.runs ?? []), ...runs];
        mark = entry?.before ?? null;
      }
      return { runs, isCut: mark !== NOTHING };
    },
    add: (stored, run) => {
      const { before, after } = marksOf(run, stored);
      if (after === NOTHING) return false;
      const earlier = before === after ? (read(after) ?? { runs: [], before: null }) : { runs: [], before };
      return write(after, { ...earlier, runs: [...earlier.runs, run] }, run.at);
    },
    follow: (before, stored) => {
      const [from, to] = [markOf(before), markOf(stored)];
      if (from !== to && from !== NOTHING && to !== NOTHING) write(to, { runs: [], before: from }, new Date().toISOString());
    },
    drop: (stored, run) => {
      const { after } = marksOf(run, stored);
      const entry = read(after);
      if (entry === null) return;
      const runs = entry.runs.filter(({ at }) => at !== run.at);
      if (runs.length > 0) {
        write(after, { ...entry, runs }, run.at);
        return;
      }
      storage.removeItem(PREFIX + after);
      // Where something stayed, the record is another than before, and leads on from there, perhaps by way of what it was.
      const now = markOf(stored);
      if (now === NOTHING || now === entry.before) return;
      if (read(now) === null) write(now, { ...entry, runs }, run.at);
      else if (now !== after) write(after, { ...entry, runs }, run.at);
    },
  };
}

/** Stands for what the record tells of our writing; what people chose and decided does not matter. */
function markOf(stored: string | null): string {
  const ledger = readLedger(stored);
  if (!ledger.ok || (ledger.value.written.length === 0 && ledger.value.sheets === null)) return NOTHING;
  return keyMark(JSON.stringify([ledger.value.written, ledger.value.sheets]));
}

/** What the run found and left; one that did not touch the record left it as it is now. */
function marksOf({ undo }: Run, stored: string | null): { readonly before: string; readonly after: string } {
  const edit = undo.find(({ kind }) => kind === "stored");
  const now = markOf(stored);
  return edit?.kind === "stored" ? { before: markOf(edit.stored), after: markOf(edit.expected) } : { before: now, after: now };
}

/** Oldest first. */
function entriesOf(storage: Storage): { readonly key: string; readonly at: string; readonly length: number }[] {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((key) => key?.startsWith(PREFIX) === true) as string[];
  const entries = keys.map((key) => {
    const text = storage.getItem(key) ?? "";
    return { key, at: text.slice(0, text.indexOf(" ")), length: text.length };
  });
  return entries.sort((a, b) => (a.at < b.at ? -1 : 1));
}

function isSet(storage: Storage, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Our own page wrote it, in the version that the key names; anything else is as if it were not there. */
function parseEntry(text: string | null): Entry | null {
  if (text === null) return null;
  try {
    const data: unknown = JSON.parse(text.slice(text.indexOf(" ") + 1));
    return typeof data === "object" && data !== null && "runs" in data && Array.isArray(data.runs) && "before" in data ? (data as Entry) : null;
  } catch {
    return null;
  }
}
