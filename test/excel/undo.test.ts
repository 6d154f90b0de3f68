/**
 * 撤销 as a property, through the pane's acts and the real office.js. Two workbooks start alike. In one, our acts (compute,
 * flag with colours, build the summary, undo, decide about findings, change settings) and what a person does (types amounts
 * and remarks, types into and clears our cells, inserts and deletes rows and columns, sorts, renames and moves sheets)
 * follow one another at random; in its twin the person does the same, at the same addresses, and we do nothing.
 *
 * 1. After every step each cell that holds something in the twin holds the same in the other one: no act, and no undo,
 *    changes what was there or what somebody wrote.
 * 2. When everything was undone, the two hold the same in every cell, and none of our colour rules is left. Of our contents no
 *    more cells are left than undo said it left alone: where lines went several ways at once it cannot always tell that a cell
 *    is ours still. A sheet that we made is left only where somebody typed on it. Of columns the record tells none any more.
 * 3. Where the person moved nothing (rows, columns, order), looks and widths are the same, too, but for the places of which
 *    undo said that it left them alone.
 *
 * What a person typed is never what we write; a person who types just that has, to us, changed nothing.
 */

import fc from "fast-check";
import { createRunStore } from "../../src/commands/keptRuns";
import type { Book, Sheet } from "../../src/embedded/book/book";
import { contentAt, usedRange, valueAt } from "../../src/embedded/book/cells";
import { enterValues } from "../../src/embedded/book/entering";
import { conditionalFormatsOf } from "../../src/embedded/book/conditional-formats";
import { moveSheet, renameSheet } from "../../src/embedded/book/sheets";
import { sortRange } from "../../src/embedded/book/sorting";
import { deleteColumns, deleteRows, insertColumns, insertRows } from "../../src/embedded/book/structure";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { COLOURS, withDismissal, withReason } from "../../src/pipeline/review";
import { createActs, type Acts } from "../../src/taskpane/effects/acts";
import { reduce, type Action } from "../../src/taskpane/state/reducer";
import { EMPTY_SESSION, type Session } from "../../src/taskpane/state/session";
import { createStore } from "../../src/taskpane/state/store";
import { cellCount, rangeOfCell } from "../../src/workbook/address";
import { readLedger, storedProblem } from "../../src/workbook/ledger";
import { stateOf } from "../support/book-state";
import { excelOn } from "../support/excel";
import { memoryStorage } from "../support/memory-storage";
import { IS_NIGHTLY, runs } from "../support/nightly";
import { bookOf, type Cells } from "../support/office";
import { summaryWording } from "../support/summary-wording";

jest.setTimeout(3_600_000);

const HEADERS = new Set(["核算完成比例", "状态"]);
const WORDS = sheetWords(createTranslator("zh-CN"));

interface World {
  readonly book: Book;
  readonly twin: Book;
  readonly acts: Acts;
  readonly session: () => Session;
  /** Names of sheets that the person has. */
  readonly sheets: string[];
  /** Whether cells were moved. */
  moved: boolean;
  /** Sheets of ours that somebody typed on. */
  readonly typedOn: Set<string>;
  typed: number;
}

const amount = fc.integer({ min: 0, max: 200_000 }).map((cents) => cents / 100);
const line = fc.record({ name: fc.constantFrom("甲项目", "乙项目", "丙项目", "丁项目", "物业费", "社区服务"), budget: amount, spent: amount });
const table = fc.record({ lines: fc.uniqueArray(line, { minLength: 2, maxLength: 5, selector: ({ name }) => name }), hasTotal: fc.boolean(), hasRate: fc.boolean(), gap: fc.nat(1) });

type Table = typeof table extends fc.Arbitrary<infer T> ? T : never;

function cellsOf({ lines, hasTotal, hasRate, gap }: Table): Cells {
  const cents = (of: (one: Table["lines"][number]) => number): number => lines.reduce((sum, one) => sum + Math.round(of(one) * 100), 0) / 100;
  return [
    ...Array.from({ length: gap }, () => []),
    ["截至2016年12月31日项目支出（单位：万元）"],
    ["项目名称", "年初预算", "支出", ...(hasRate ? ["执行率"] : [])],
    ...lines.map(({ name, budget, spent }) => [name, budget, spent]),
    ...(hasTotal ? [["合计", cents(({ budget }) => budget), cents(({ spent }) => spent)]] : []),
  ];
}

const workbook = fc.record({ first: table, second: fc.option(table), hasBelow: fc.option(table) }).map(({ first, second, hasBelow }) => ({
  项目: [...cellsOf(first), ...(hasBelow === null ? [] : [[], [], ...cellsOf(hasBelow)])],
  ...(second === null ? {} : { 部门: cellsOf(second) }),
  说明: [["别人的表", 1], ["谁也不碰", "=项目!C3*2"]],
}));

/** A step; numbers are taken modulo what there is. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("compute" as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("flag" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("summarise" as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("undo" as const), count: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("dismiss" as const, "reason" as const), at: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("settings" as const), at: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reopen" as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("amount" as const), sheet: fc.nat(2), row: fc.nat(9), column: fc.nat(1), amount }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("type-ours" as const, "clear-ours" as const), at: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remark" as const), sheet: fc.nat(2), row: fc.nat(14), column: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("type-summary" as const), at: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("insert-row" as const, "delete-row" as const), sheet: fc.nat(1), at: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("insert-column" as const, "delete-column" as const), sheet: fc.nat(1), at: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("sort" as const), sheet: fc.nat(1), key: fc.integer({ min: 0, max: 2 }), ascending: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("rename" as const, "move" as const), sheet: fc.nat(2), at: fc.nat(3) }) },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function open(cells: Readonly<Record<string, Cells>>): World & { reopen(): Promise<void> } {
  const [book, twin] = [bookOf(cells), bookOf(cells)];
  const { port } = excelOn(book);
  const storage = memoryStorage();
  const start = () => {
    const store = createStore<Session, Action>(reduce, EMPTY_SESSION);
    return { acts: createActs(port, store, WORDS, summaryWording(), { load: () => null, forget: () => undefined }, createRunStore(storage)), session: store.getState };
  };
  let pane = start();
  return {
    book, twin,
    get acts() { return pane.acts; },
    session: () => pane.session(),
    sheets: Object.keys(cells), moved: false, typedOn: new Set(), typed: 0,
    reopen: async () => {
      pane = start();
      await pane.acts.read();
    },
  };
}

function sheetNamed(book: Book, name: string): Sheet {
  const sheet = book.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Cells below our headers, as the workbook stands. */
function ownCells({ book, sheets }: World): { readonly sheet: string; readonly row: number; readonly column: number }[] {
  return sheets.flatMap((name) => {
    const sheet = sheetNamed(book, name);
    const used = usedRange(sheet, true);
    if (used === null) return [];
    const cells = [];
    for (let column = 0; column <= used.right; column++) {
      for (let row = 0, header = -1; row <= used.bottom; row++) {
        if (HEADERS.has(String(valueAt(sheet, row, column)))) header = row;
        else if (header >= 0 && valueAt(sheet, row, 0) !== "") cells.push({ sheet: name, row, column });
      }
    }
    return cells;
  });
}

/** The same in both workbooks. */
function both({ book, twin }: World, name: string, deed: (sheet: Sheet) => void): void {
  for (const one of [book, twin]) deed(sheetNamed(one, name));
}

function typeIn(world: World, name: string, row: number, column: number, value: string | number): void {
  both(world, name, (sheet) => enterValues(sheet, rangeOfCell(row, column), [[value]]));
}

async function take(world: ReturnType<typeof open>, one: Step): Promise<void> {
  const { acts, session, sheets } = world;
  const nameAt = (at: number): string => sheets[at % sheets.length] ?? "";
  switch (one.kind) {
    case "compute":
    case "flag":
    case "summarise":
      await acts.read();
      return acts[one.kind]();
    case "undo":
      return acts.undo(one.count);
    case "reopen":
      return world.reopen();
    case "dismiss":
    case "reason": {
      await acts.check();
      const { checked, review } = session();
      const found = checked?.findings[one.at % Math.max(1, checked.findings.length)];
      if (found === undefined) return;
      if (one.kind === "dismiss") return acts.review(withDismissal(review, found.mark, "已核实", "2016-12-31"));
      return found.line === null ? undefined : acts.review(withReason(review, found.line, null, "年底结算"));
    }
    case "settings": {
      const colours = COLOURS[one.at % COLOURS.length];
      if (one.at % 2 === 0) return acts.choose({ basis: one.at % 4 === 0 ? "original" : "adjusted" });
      return acts.review(one.at === 1 ? { rates: session().review.rates === "values" ? "formulas" : "values" } : colours === undefined ? {} : { colours });
    }
    case "amount": {
      const sheet = sheetNamed(world.book, nameAt(one.sheet));
      const rows = Array.from({ length: 20 }, (_, row) => row).filter((row) => typeof valueAt(sheet, row, 1 + one.column) === "number");
      const row = rows[one.row % Math.max(1, rows.length)];
      return row === undefined ? undefined : typeIn(world, sheet.name, row, 1 + one.column, one.amount);
    }
    case "type-ours":
    case "clear-ours": {
      const cells = ownCells(world);
      const cell = cells[one.at % Math.max(1, cells.length)];
      return cell === undefined ? undefined : typeIn(world, cell.sheet, cell.row, cell.column, one.kind === "clear-ours" ? "" : `甲记${++world.typed}`);
    }
    case "remark":
      if (contentAt(sheetNamed(world.book, nameAt(one.sheet)), one.row, one.column).kind !== "blank") return;
      return typeIn(world, nameAt(one.sheet), one.row, one.column, `乙记${++world.typed}`);
    case "type-summary": {
      const ours = world.book.sheets.filter(({ name }) => !sheets.includes(name));
      const sheet = ours[one.at % Math.max(1, ours.length)];
      if (sheet === undefined) return;
      world.typedOn.add(sheet.name);
      return enterValues(sheet, rangeOfCell(one.at, 9), [[`丙记${++world.typed}`]]);
    }
    case "insert-row":
    case "delete-row":
    case "insert-column":
    case "delete-column": {
      world.moved = true;
      const deed = { "insert-row": insertRows, "delete-row": deleteRows, "insert-column": insertColumns, "delete-column": deleteColumns }[one.kind];
      return both(world, nameAt(one.sheet), (sheet) => deed(sheet, one.at, 1));
    }
    case "sort": {
      const sheet = sheetNamed(world.twin, nameAt(one.sheet));
      const first = Array.from({ length: 20 }, (_, row) => row).find((row) => typeof valueAt(sheet, row, 1) === "number");
      if (first === undefined) return;
      let last = first;
      while (typeof valueAt(sheet, last + 1, 1) === "number") last++;
      world.moved = true;
      return both(world, sheet.name, (here) => sortRange(here, { top: first, bottom: last, left: 0, right: 25 }, [{ key: one.key, ascending: one.ascending }]));
    }
    case "rename": {
      const [from, to] = [nameAt(one.sheet), `改名${++world.typed}`];
      both(world, from, (sheet) => renameSheet(sheet, to));
      sheets[sheets.indexOf(from)] = to;
      return;
    }
    case "move":
      return both(world, nameAt(one.sheet), (sheet) => moveSheet(sheet, Math.min(one.at, sheets.length - 1)));
  }
}

/** What is told by cell of the person's sheets. */
function contents(book: Book, names: readonly string[]): Map<string, string> {
  return new Map(names.flatMap((name) => {
    const sheet = sheetNamed(book, name);
    const used = usedRange(sheet, true);
    if (used === null) return [];
    return Array.from({ length: used.bottom + 1 }, (_, row) => row).flatMap((row) => Array.from({ length: used.right + 1 }, (__, column) => column).flatMap((column): [string, string][] => {
      const content = contentAt(sheet, row, column);
      return content.kind === "blank" ? [] : [[`${name} ${row},${column}`, JSON.stringify(content)]];
    }));
  }));
}

/** Cells that hold something else, or nothing, where the twin holds something. */
function lost({ book, twin, sheets }: World): unknown[] {
  const now = contents(book, sheets);
  return [...contents(twin, sheets)].flatMap(([cell, content]) => (now.get(cell) === content ? [] : [[cell, content, now.get(cell) ?? "blank"]]));
}

function leftOver({ book, twin, sheets }: World): unknown[] {
  const theirs = contents(twin, sheets);
  return [...contents(book, sheets)].flatMap(([cell, content]) => (theirs.has(cell) ? [] : [[cell, content]]));
}

function looks(book: Book, names: readonly string[]): unknown {
  const state = stateOf(book);
  return names.map((name) => [name, state[name]]);
}

/** How many cells undo said it left alone. */
function cellsKept(outcome: Session["outcome"]): number {
  return outcome?.kind === "undone" ? outcome.kept.reduce((sum, { range }) => sum + cellCount(range), 0) : 0;
}

async function expectUndone(cells: Readonly<Record<string, Cells>>, steps: readonly Step[]): Promise<void> {
  const world = open(cells);
  await world.acts.read();
  const log: string[] = [];
  let kept = 0;
  for (const one of steps) {
    await take(world, one);
    const { failure, outcome } = world.session();
    if (one.kind === "undo") kept += cellsKept(outcome);
    log.push(`${JSON.stringify(one)} → ${failure === null ? (outcome?.kind ?? "") : failure.problem.code}`);
    expect({ log, lost: lost(world) }).toEqual({ log, lost: [] });
  }
  while (world.session().runs.length > 0) {
    const before = world.session().runs.length;
    await world.acts.undo(before);
    const { failure, outcome, runs: after } = world.session();
    kept += cellsKept(outcome);
    expect({ log, failure, undone: after.length < before }).toEqual({ log, failure: null, undone: true });
  }
  const { book, twin, sheets } = world;
  const rules = sheets.map((name) => conditionalFormatsOf(sheetNamed(book, name)).length);
  const made = book.sheets.flatMap(({ name }) => (sheets.includes(name) || world.typedOn.has(name) ? [] : [name]));
  const left = leftOver(world);
  expect({ log, lost: lost(world), left: left.length > kept ? left : [], rules: rules.filter((count) => count > 0), made }).toEqual({ log, lost: [], left: [], rules: [], made: [] });
  const { stored } = world.session().reading?.snapshot ?? { stored: null };
  const ledger = readLedger(stored);
  expect({ log, problem: storedProblem(stored), written: ledger.ok && ledger.value.written.length }).toEqual({ log, problem: null, written: 0 });
  if (!world.moved && kept === 0) expect({ log, looks: looks(book, sheets) }).toEqual({ log, looks: looks(twin, sheets) });
}

// Usual runs try the same sequences; the nightly one looks for others.
test("whatever we and others did, undo restores what was there, and keeps what others wrote since", async () => {
  await fc.assert(fc.asyncProperty(workbook, fc.array(step, { minLength: 2, maxLength: 10 }), expectUndone), { numRuns: runs(12, 600), ...(IS_NIGHTLY ? {} : { seed: 2 }) });
});
