/** Which lines of a table the statements of a text are about. */

import { ZERO } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import type { AmountClaim } from "../claim";
import { grouped } from "../../grouped";
import { likeness } from "../likeness";
import type { Precision } from "../self-check/printed";
import { agrees, comparable, judgeFigure, type StatedFigure } from "./figures";
import type { KnownLine, KnownTable } from "./known";
import { byNames, namedLines } from "./names";
import { runsThatAddUpTo, type Run } from "./runs";
import { calledIn, type Statement } from "./statements";

export interface LineMatch {
  readonly statement: Statement;
  readonly table: KnownTable;
  /** In order; several for a sum. */
  readonly lines: readonly KnownLine[];
  /**
   * "name": the names agree. "renamed": no name agrees, but one line alone has the amounts.
   * "sum": adjacent lines add up to the amounts. The last two are proposals, for a person to confirm.
   */
  readonly how: "name" | "renamed" | "sum";
  /** Figures that differ; only where the names agree. */
  readonly differing: readonly StatedFigure[];
}

export interface TableMatch {
  readonly table: KnownTable;
  /** The unit its figures were read in: its own, or the one that makes them agree with the text. */
  readonly unit: Unit;
  readonly matches: readonly LineMatch[];
  /** Lines no statement is about. */
  readonly uncovered: readonly KnownLine[];
}

const UNITS_TRIED: readonly Unit[] = ["万元", "元", "千元", "亿元"];
/** Of the figures compared under equal names, how many must agree before the others count as wrong. */
const LEAST_AGREEING = 0.5;
const FEWEST_AGREEING = 2;
const MOST_SUMS = 300;

/** null where the text does not tell this table: names in common mean nothing as long as the figures are others. */
export function matchTable(table: KnownTable, statements: readonly Statement[], precision: Precision): TableMatch | null {
  const tried = (table.unit === null ? UNITS_TRIED : [table.unit]).map((unit) => readIn(table, unit, statements, precision));
  const best = tried.reduce((a, b) => (b.agreeing > a.agreeing ? b : a));
  if (best.agreeing < FEWEST_AGREEING || best.agreeing < best.compared * LEAST_AGREEING) return null;
  return completed(table, best, statements);
}

/** A table read in one unit: lines that statements name, lines that have a statement's amounts under another name. */
interface Reading {
  readonly unit: Unit;
  readonly named: readonly Named[];
  readonly renamed: readonly Renamed[];
  /** Figures compared, and those of them that agree. Lines renamed count where their names are alike at least. */
  readonly compared: number;
  readonly agreeing: number;
}

type Renamed = readonly [statement: Statement, line: number];

/** 社会保障和就业事务 and 社会保障和就业支出. */
const LEAST_ALIKE = 0.5;

function readIn(table: KnownTable, unit: Unit, statements: readonly Statement[], precision: Precision): Reading {
  const named = matchNames(table, unit, statements, precision);
  const isNamed = new Set(named.map(({ statement }) => statement));
  const taken = new Set(named.map(({ line }) => line));
  const renamed = !table.isWhole ? [] : renamedLines(table, unit, statements.filter((one) => !isNamed.has(one)), taken, precision);
  const alike = renamed.filter(([{ subject }, line]) => likeness(subject.text, table.lines[line]?.name ?? "") >= LEAST_ALIKE).length;
  const compared = named.reduce((sum, { figures }) => sum + figures.length, 0);
  const wrong = named.reduce((sum, { differing }) => sum + differing.length, 0);
  return { unit, named, renamed, compared: compared + alike, agreeing: compared - wrong + alike };
}

interface Named {
  readonly statement: Statement;
  /** Index into the table's lines, and behind them its parents. */
  readonly line: number;
  readonly figures: readonly StatedFigure[];
  readonly differing: readonly StatedFigure[];
}

/** Of several lines of one name, the one whose figures agree; if none does, it cannot be told which is meant. */
function matchNames(table: KnownTable, unit: Unit, statements: readonly Statement[], precision: Precision): readonly Named[] {
  const names = byNames(table);
  return statements.flatMap((statement) => {
    const candidates = namedLines(calledIn(statement), names).map((line): Named => {
      const known = names.all[line];
      const figures = known === undefined ? [] : comparable(statement, known);
      return { statement, line, figures, differing: figures.filter((figure) => !isOf(figure, known, unit, precision)) };
    }).filter(({ figures }) => figures.length > 0);
    const agreeing = candidates.filter(({ differing }) => differing.length === 0);
    const [only] = agreeing.length > 0 ? agreeing : candidates;
    return only === undefined || (agreeing.length === 0 && candidates.length > 1) ? [] : [only];
  });
}

function isOf(figure: StatedFigure, line: KnownLine | undefined, unit: Unit, precision: Precision): boolean {
  return line !== undefined && agrees(judgeFigure(figure, line, unit, precision));
}

/** Names first, then lines renamed, then sums: of the named line and its neighbours, then of lines left over. */
function completed(table: KnownTable, { unit, named, renamed }: Reading, statements: readonly Statement[]): TableMatch {
  const taken = new Set(named.filter(({ differing }) => differing.length === 0).map(({ line }) => line));
  const matches = new Map<Statement, LineMatch>(named.map((one) => [one.statement, { statement: one.statement, table, lines: linesAt(table, [one.line]), how: "name", differing: one.differing }]));
  const disputed = new Map(named.filter(({ differing }) => differing.length > 0).map(({ statement, line }) => [statement, line]));
  for (const [statement, line] of renamed) {
    taken.add(line);
    matches.set(statement, { statement, table, lines: linesAt(table, [line]), how: "renamed", differing: [] });
  }
  if (table.isWhole) {
    const unmatched = statements.filter((one) => !matches.has(one)).slice(0, MOST_SUMS);
    for (const statement of [...disputed.keys(), ...unmatched]) {
      const own = disputed.get(statement);
      const others = new Set([...disputed].flatMap(([other, line]) => (other === statement ? [] : [line])));
      const run = onlyRun(table, unit, statement, (line) => !taken.has(line) && !others.has(line), own ?? null);
      if (run === null) continue;
      const lines = Array.from({ length: run.to - run.from + 1 }, (_, at) => run.from + at);
      for (const line of lines) taken.add(line);
      disputed.delete(statement);
      matches.set(statement, { statement, table, lines: linesAt(table, lines), how: "sum", differing: [] });
    }
  }
  const told = new Set([...taken, ...disputed.values()]);
  const toldParents = new Set(table.parents.filter((_, at) => told.has(table.lines.length + at)).map(({ name }) => name));
  const uncovered = table.lines.filter(({ above }, at) => !told.has(at) && !above.some((name) => toldParents.has(name)));
  return { table, unit, matches: statements.flatMap((one) => matches.get(one) ?? []), uncovered };
}

function linesAt(table: KnownTable, lines: readonly number[]): readonly KnownLine[] {
  return lines.flatMap((line) => table.lines[line] ?? table.parents[line - table.lines.length] ?? []);
}

/** A statement and a line that alone have each other's amounts. Amounts of zero tell nothing. */
function renamedLines(table: KnownTable, unit: Unit, statements: readonly Statement[], taken: ReadonlySet<number>, precision: Precision): readonly Renamed[] {
  const amounts = table.lines.flatMap((line, at) => (taken.has(at) ? [] : Object.values(line.figures).map(({ value }) => ({ at, amount: value.toFixed() }))));
  const byAmount = grouped(amounts, ({ amount }) => amount);
  const pairs = statements.flatMap((statement) => {
    const told = [statement.budget, statement.expenditure].filter((claim) => claim !== null && !claim.money.value.isZero());
    const near = new Set(told.flatMap((claim) => (claim === null ? [] : byAmount.get(convert(claim.money.value, claim.money.unit, unit).toFixed()) ?? []).map(({ at }) => at)));
    const lines = [...near].filter((at) => hasAllFigures(statement, table.lines[at], unit, precision));
    const [line] = lines;
    return lines.length === 1 && line !== undefined ? [[statement, line] as const] : [];
  });
  const wanted = grouped(pairs, ([, line]) => line);
  return pairs.filter(([, line]) => wanted.get(line)?.length === 1);
}

function hasAllFigures(statement: Statement, line: KnownLine | undefined, unit: Unit, precision: Precision): boolean {
  const figures = line === undefined ? [] : comparable(statement, line);
  return figures.some(({ claim }) => claim.kind === "amount") && figures.every((figure) => isOf(figure, line, unit, precision));
}

/**
 * The one run of free lines that adds up to every amount of the statement that the table has; null if there are
 * several. With `own` it must take in that line.
 */
function onlyRun(table: KnownTable, unit: Unit, statement: Statement, isFree: (line: number) => boolean, own: number | null): Run | null {
  const sample = own === null ? table.lines.find((line) => comparable(statement, line).length > 0) : table.lines[own];
  const figures = sample === undefined ? [] : comparable(statement, sample).filter((figure): figure is StatedFigure & { claim: AmountClaim } => figure.claim.kind === "amount");
  const [first, ...others] = figures;
  if (first === undefined || first.claim.money.value.isZero()) return null;
  const amountsOf = (role: StatedFigure["role"]) => table.lines.map((line) => line.figures[role]?.value ?? ZERO);
  const sumOf = ({ money }: AmountClaim) => convert(money.value, money.unit, unit);
  const runs = freeSpans(table.lines.length, isFree)
    .filter(({ from, to }) => own === null || (from <= own && own <= to))
    .flatMap(({ from, to }) => runsThatAddUpTo(sumOf(first.claim), amountsOf(first.role), from, to))
    .filter(({ from, to }) => own === null || (from <= own && own <= to))
    .filter(({ from, to }) => others.every(({ role, claim }) => amountsOf(role).slice(from, to + 1).reduce((sum, value) => sum.plus(value), ZERO).eq(sumOf(claim))));
  return runs.length === 1 ? (runs[0] ?? null) : null;
}

/** The longest stretches of free lines. */
function freeSpans(count: number, isFree: (line: number) => boolean): readonly Run[] {
  const spans: Run[] = [];
  let from = -1;
  for (let line = 0; line <= count; line += 1) {
    const free = line < count && isFree(line);
    if (free && from < 0) from = line;
    if (!free && from >= 0) {
      spans.push({ from, to: line - 1 });
      from = -1;
    }
  }
  return spans;
}
