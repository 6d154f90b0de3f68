/** A text against the workbook's tables: what agrees, what differs, what is left out, and what it suggests. */

import { finished } from "../steps";
import { announcedCounts } from "./against-tables/all-lines";
import { checkBareAmounts } from "./against-tables/bare-amounts";
import { checkByName, lineFinder, type LineFinder } from "./against-tables/by-name";
import { checkClasses } from "./against-tables/classes";
import { derivedInSteps } from "./against-tables/derived";
import { checkCoverage, checkMatchedLines } from "./against-tables/lines";
import { checkOtherCurrencies } from "./against-tables/other-currencies";
import type { KnownTable } from "./against-tables/known";
import { matchTable, type TableMatch } from "./against-tables/match";
import { checkGrowth } from "./against-tables/growth";
import { checkIncome } from "./against-tables/income";
import { checkIncomeRates } from "./against-tables/income-rates";
import { checkPartsOfYear, lastDayTold } from "./against-tables/parts-of-year";
import { provenWholes } from "./against-tables/proven-wholes";
import { checkPoints } from "./against-tables/points";
import { adjustmentProposals, lineProposals, type AdjustmentProposal, type LineProposal } from "./against-tables/proposals";
import { checkNamedSums } from "./against-tables/named-sums";
import { nameKey } from "./against-tables/names";
import { withoutExplained } from "./against-tables/explained";
import { byPeriod } from "./against-tables/periods-of-tables";
import { createPeriod, isOfOtherYear, yearTold, type Period } from "./against-tables/period";
import { ofOtherScope } from "./against-tables/scope";
import { checkSlips } from "./against-tables/slips";
import { readStatements, type Statement } from "./against-tables/statements";
import { checkToldChanges } from "./against-tables/told-changes";
import { checkAnnounced, checkHeads } from "./against-tables/totals";
import { checkWhole } from "./against-tables/whole";
import type { Claim, Narrative } from "./claim";
import { grouped } from "../grouped";
import { ratesBesideSpending } from "./of-income";
import { inPlainFigures, type TextCheck } from "./outcome";
import { isRest } from "./rests";
import { checkBalanceAt } from "./self-check/changes";
import { cutOffDay } from "./self-check/dates";
import { usualPrecision, type Precision } from "./self-check/printed";
import { checkRateAt, checkShares } from "./self-check/rates";

export interface TablesComparison {
  /** All comparisons that were made, those that agree too (severity null). */
  readonly checks: readonly TextCheck[];
  /** The tables that the text tells line by line. */
  readonly told: readonly TableMatch[];
  /** For a person to confirm. */
  readonly lines: readonly LineProposal[];
  readonly adjustments: readonly AdjustmentProposal[];
}

/**
 * `divisionNames`: names of functional divisions by their five digits (21005 医疗保障), where a dictionary is at hand.
 * `cutOff`: the tables', YYYY-MM-DD, where it is known; else the one the text names most often.
 */
export function compareWithTables(narrative: Narrative, tables: readonly KnownTable[], divisionNames: ReadonlyMap<string, string> = new Map(), cutOff: string | null = null): TablesComparison {
  return finished(compareInSteps(narrative, tables, divisionNames, cutOff));
}

/** The same, resting after each table. What is told in one currency is compared with the tables that count in it. */
export function* compareInSteps(narrative: Narrative, tables: readonly KnownTable[], divisionNames: ReadonlyMap<string, string>, cutOff: string | null): Generator<void, TablesComparison> {
  const inForeign = tables.filter(({ currency }) => narrative.foreign.has(currency));
  const own = tables.filter((table) => table.currency === narrative.currency);
  const parts: TablesComparison[] = [];
  for (const { claims, tables: ofPeriod, cutOff: day } of byPeriod(narrative.claims, own, cutOff, yearOf(narrative, own, cutOff))) {
    parts.push(yield* compareInOneCurrency({ ...narrative, claims }, ofPeriod, divisionNames, day));
  }
  const latest = parts.at(-1);
  for (const [currency, ofCurrency] of grouped(inForeign, (table) => table.currency)) {
    parts.push(yield* compareInOneCurrency({ ...narrative, claims: narrative.foreign.get(currency) ?? [] }, ofCurrency, divisionNames, cutOff));
  }
  return {
    checks: [...parts.flatMap(({ checks }) => checks.map(inPlainFigures)), ...checkOtherCurrencies(narrative, tables)],
    told: parts.flatMap(({ told }) => told), lines: parts.flatMap(({ lines }) => lines), // Confirmed, they would be reckoned in yuan.
    adjustments: narrative.currency === "CNY" ? latest?.adjustments ?? [] : [],
  };
}

function* compareInOneCurrency(text: Narrative, tables: readonly KnownTable[], divisionNames: ReadonlyMap<string, string>, cutOff: string | null): Generator<void, TablesComparison> {
  const ofOthers = ofOtherScope(text.claims, tables);
  const narrative = { ...text, claims: text.claims.filter((claim) => !ofOthers.has(claim)) };
  const precision = usualPrecision(narrative.claims);
  const period = periodOf(narrative, tables, cutOff);
  const names = new Set(tables.flatMap(({ lines }) => lines.map(({ name }) => nameKey(name))));
  const ofIncome = ratesBesideSpending(narrative.claims);
  const meant = new Set<Claim>();
  for (const [at, claim] of narrative.claims.entries()) {
    if ((claim.kind === "amount" || claim.kind === "rate") && !ofIncome.has(claim) && !isOfOtherYear(claim, names.has(nameKey(claim.subject.text)) ? claim.subject.text : "", period)) meant.add(claim);
    if (isRest(at)) yield;
  }
  const statements = readStatements(narrative, (claim) => meant.has(claim));
  yield;
  const told: TableMatch[] = [];
  for (const table of tables) {
    const match = matchTable(table, statements, precision);
    if (match !== null) told.push(match);
    yield;
  }
  const adjustments = adjustmentProposals(narrative, tables, told);
  yield;
  const announced = announcedCounts(narrative.document);
  const lines = [...told.flatMap((match) => checkMatchedLines(match, precision)), ...told.flatMap((match) => checkCoverage(match, announced))];
  yield;
  const totals = [...checkAnnounced(narrative, tables, precision), ...checkHeads(narrative, told, precision)];
  yield;
  const known = [...lines, ...totals, ...checkClasses(adjustments, tables, divisionNames)];
  const linesOf = lineFinder(tables);
  const singly = yield* checkSingly(narrative, tables, statements, linesOf, { told, known, precision, period });
  return { checks: withoutExplained([...known, ...singly], narrative, tables, linesOf, precision), told, lines: lineProposals(told), adjustments };
}

interface Compared {
  readonly told: readonly TableMatch[];
  readonly known: readonly TextCheck[];
  readonly precision: Precision;
  readonly period: Period;
}

/** The workbook's cut-off and year, else what the titles, else what the text says. */
function periodOf(narrative: Narrative, tables: readonly KnownTable[], cutOff: string | null): Period {
  const { claims } = narrative;
  const year = yearOf(narrative, tables, cutOff);
  return createPeriod(claims, { year, cutOff: cutOff ?? (year === null ? null : lastDayTold(tables, year)) ?? cutOffDay(claims) });
}

function yearOf({ document }: Narrative, tables: readonly KnownTable[], cutOff: string | null): number | null {
  return cutOff === null ? yearTold(tables.flatMap(({ names }) => names)) ?? document.year?.year ?? null : Number(cutOff.slice(0, 4));
}

/** What no table is known to tell: single lines and the whole, by their names. Rests between the kinds of comparison. */
function* checkSingly(narrative: Narrative, tables: readonly KnownTable[], statements: readonly Statement[], linesOf: LineFinder, { told, known, precision, period }: Compared): Generator<void, readonly TextCheck[]> {
  const { claims } = narrative;
  const matched = new Set(told.flatMap(({ matches }) => matches.map(({ statement }) => statement)));
  const unmatched = statements.filter((statement) => !matched.has(statement));
  const shares = checkShares(claims, precision);
  yield;
  const whole = checkWhole(narrative, tables, firstClaims([...known, ...shares]), precision, period);
  yield;
  const byName = [...checkByName(unmatched, linesOf, { whole, bare: checkBareAmounts(claims, linesOf, precision, period) }, precision, period), ...checkNamedSums(unmatched, linesOf, precision, period)];
  yield;
  const named = firstClaims(byName);
  const { checks: proven, wholeOf } = provenWholes(narrative, tables, linesOf, precision, period);
  yield;
  const isCompared = firstClaims([...known, ...byName, ...whole]);
  const ofWhole = [...whole, ...proven.filter(({ claims: [claim] }) => !isCompared.has(claim))];
  const checked = firstClaims([...known, ...byName, ...shares]);
  const toldChanges = checkToldChanges(narrative, tables, linesOf);
  yield;
  const compared = [...checkIncomeRates(claims, tables, linesOf, precision), ...checkIncome(claims, tables, linesOf, precision, period), ...checkPoints(narrative, tables, linesOf, period), ...checkGrowth(narrative, tables, linesOf, precision, period), ...checkPartsOfYear(narrative, tables, linesOf, precision, period)];
  yield;
  const derived = yield* derivedInSteps(narrative, tables, linesOf, { checked, wholeOf, tellsWhole: ofWhole.some(({ severity }) => severity === null) }, precision, period);
  const own = [...shares];
  for (let at = 0; at < claims.length; at += 1) {
    own.push(...checkRateAt(claims, at, precision), ...checkBalanceAt(claims, at, precision, period.cutOff));
    if (isRest(at)) yield;
  }
  const failing = own.filter(({ severity }) => severity === "error" || severity === "warning");
  const borneOut = withoutExplained(failing, narrative, tables, linesOf, precision).filter(({ severity }) => severity === null);
  const singly = [...borneOut, ...byName, ...toldChanges, ...compared, ...ofWhole.filter(({ claims: [claim] }) => !named.has(claim)), ...derived];
  return [...singly, ...checkSlips(claims, tables, linesOf, firstClaims([...known, ...singly]), precision, period)];
}

function firstClaims(checks: readonly TextCheck[]): ReadonlySet<unknown> {
  return new Set(checks.map(({ claims: [claim] }) => claim));
}
