/** What a text suggests about the tables, for a person to confirm: changed budgets, and lines told under other names. */

import { Decimal, ZERO } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import { distinctAdjustments, lineOf, subjectOfLine, type ToldAdjustment } from "../adjustments";
import type { AdjustmentClaim, AmountClaim, Item, Narrative, RateClaim, Subject } from "../claim";
import { NO_SUBJECT } from "../claims/context";
import { grouped } from "../../grouped";
import { budgetRole } from "./figures";
import type { KnownLine, KnownTable } from "./known";
import type { LineMatch, TableMatch } from "./match";
import { changeTo, newAmounts } from "./new-amounts";
import { byNames, namedLines, type NamedTable } from "./names";
import { SAYS_ADJUSTED } from "../self-check/changes";
import { readStatements, type Statement } from "./statements";

/** A budget that the text says was changed, while the table that states its rate does not know it. */
export interface AdjustmentProposal {
  /** As the table prints it; as the text does, where no table has the line. */
  readonly name: string;
  readonly table: KnownTable | null;
  readonly line: KnownLine | null;
  /** Each change once, in reading order. */
  readonly adjustments: readonly ToldAdjustment[];
  /** Of all figures here. */
  readonly unit: Unit;
  /** Signed sum of the changes. */
  readonly change: Decimal;
  readonly budget: Decimal;
  readonly newBudget: Decimal;
  readonly expenditure: Decimal | null;
  /** In percent, half up at 0.01; null without expenditure or budget. */
  readonly rate: Decimal | null;
  readonly newRate: Decimal | null;
  /** The rate as the text prints it. */
  readonly told: RateClaim | null;
}

/** A statement that is about a line by its amounts alone. */
export interface LineProposal extends LineMatch {
  readonly how: "renamed" | "sum";
}

export function lineProposals(told: readonly TableMatch[]): readonly LineProposal[] {
  return told.flatMap(({ matches }) => matches.filter((match): match is LineProposal => match.how !== "name"));
}

/**
 * One for each line whose changes are told: of the budget that the text tells with them, else of the one that the
 * tables have for the line. A table that has the adjusted budget needs none, and neither does a text that tells the
 * adjusted budget itself.
 */
export function adjustmentProposals(narrative: Narrative, tables: readonly KnownTable[], told: readonly TableMatch[]): readonly AdjustmentProposal[] {
  const statements = readStatements(narrative);
  const named = tables.map((table) => ({ table, names: byNames(table) }));
  const claimed = narrative.claims.filter((claim): claim is AdjustmentClaim => claim.kind === "adjustment" && !claim.money.approximate);
  const ofChanges = [...grouped(claimed, (claim) => itemNamed(narrative.items, lineOf(claim))).values()].flatMap((claims) => {
    const [first] = claims;
    const subject = first === undefined ? NO_SUBJECT : subjectOfLine(first);
    const statement = statements.find((one) => one.subject.text === subject.text && one.budget !== null) ?? null;
    if (knowsAdjusted(subject, named)) return [];
    const changes = distinctAdjustments(claims);
    const ofLine = (): AdjustmentProposal | null => proposalForLine(subject, budgetedLine(subject, named), changes);
    if (statement === null) return present(ofLine());
    const adjusted = narrative.claims.filter((claim): claim is AmountClaim => claim.kind === "amount" && claim.subject.text === subject.text && saysAdjusted(claim));
    const found = saysAdjusted(statement.budget) ? null : proposalOf(statement, bestMatch(statement, told), changes, adjusted.length > 0);
    return present(found?.table === null ? ofTold(statement.budget, ofLine()) ?? found : found ?? leadingTo(adjusted, ofLine()));
  });
  return [...ofChanges, ...newAmounts(narrative.claims).flatMap((claim) => {
    const line = knowsAdjusted(claim.subject, named) ? null : budgetedLine(claim.subject, named);
    const change = line === null ? null : changeTo(claim, line.budget, line.unit);
    return change === null ? [] : present(proposalForLine(claim.subject, line, distinctAdjustments([change])));
  })];
}

function present(proposal: AdjustmentProposal | null): readonly AdjustmentProposal[] {
  return proposal === null ? [] : [proposal];
}

/** 由1200万元调减至1100万元 beside a table that has the 1200: what the text calls the changed budget in the end must be what the changes make of it. */
function leadingTo(adjusted: readonly AmountClaim[], proposal: AdjustmentProposal | null): AdjustmentProposal | null {
  const last = adjusted.at(-1);
  return proposal !== null && last !== undefined && amountIn(last, proposal.unit).eq(proposal.newBudget) ? proposal : null;
}

/** The text tells the very budget that a table has for the line. */
function ofTold(budget: AmountClaim | null, proposal: AdjustmentProposal | null): AdjustmentProposal | null {
  return budget !== null && proposal !== null && amountIn(budget, proposal.unit).eq(proposal.budget) ? proposal : null;
}

/** A line named elsewhere is the one item of that name, if there is one. */
function itemNamed(items: readonly Item[], line: Item | string): Item | string {
  const [item, ...others] = typeof line === "string" ? items.filter(({ subject }) => subject.text === line) : [];
  return item === undefined || others.length > 0 ? line : item;
}

function knowsAdjusted(subject: Subject, tables: readonly { readonly names: NamedTable }[]): boolean {
  return tables.some(({ names }) => namedLines({ subject, labels: [] }, names).some((at) => names.all[at]?.figures["adjusted-budget"] !== undefined));
}

interface BudgetedLine {
  readonly table: KnownTable;
  readonly unit: Unit;
  readonly line: KnownLine;
  readonly budget: Decimal;
}

/**
 * The line of that name whose original budget the tables know, in the table that has most to say of it; null where
 * one of them knows the adjusted budget, one has it twice, or they differ.
 */
function budgetedLine(subject: Subject, tables: readonly { readonly table: KnownTable; readonly names: NamedTable }[]): BudgetedLine | null {
  const found = tables.flatMap(({ table, names }) => namedLines({ subject, labels: [] }, names).map((at) => ({ table, line: names.all[at] })));
  const budgeted = found.flatMap(({ table, line }): BudgetedLine[] => {
    const budget = line?.figures["original-budget"]?.value;
    return line === undefined || budget === undefined || table.unit === null ? [] : [{ table, unit: table.unit, line, budget }];
  });
  const [first] = budgeted;
  const isOne = new Set(budgeted.map(({ table }) => table)).size === budgeted.length
    && budgeted.every(({ unit, budget }) => first !== undefined && convert(budget, unit, first.unit).eq(first.budget));
  if (!isOne || found.some(({ line }) => line?.figures["adjusted-budget"] !== undefined)) return null;
  return budgeted.reduce<BudgetedLine | null>((best, one) => (best === null || Object.keys(one.line.figures).length > Object.keys(best.line.figures).length ? one : best), null);
}

function proposalForLine({ text }: Subject, found: BudgetedLine | null, adjustments: readonly ToldAdjustment[]): AdjustmentProposal | null {
  if (text === "" || found === null) return null;
  const { table, unit, line, budget } = found;
  return { name: line.name, table, line, adjustments, told: null, ...onBoth(budget, line.figures.expenditure?.value ?? null, adjustments, unit) };
}

/** 调整后预算: the changes are in it already. */
function saysAdjusted(budget: AmountClaim | null): boolean {
  return budget !== null && budget.role === "adjusted-budget" && SAYS_ADJUSTED.test(budget.label);
}

/** The match by name whose table has most to say of the line. */
function bestMatch(statement: Statement, told: readonly TableMatch[]): { match: LineMatch; unit: Unit } | null {
  const matches = told.flatMap(({ matches: of, unit }) => of.filter((match) => match.statement.subject.text === statement.subject.text && match.how === "name").map((match) => ({ match, unit })));
  const size = ({ match }: { match: LineMatch }): number => Object.keys(match.lines[0]?.figures ?? {}).length;
  return matches.reduce<{ match: LineMatch; unit: Unit } | null>((best, one) => (best === null || size(one) > size(best) ? one : best), null);
}

/** `isAdjustedTold`: the text tells the changed budget as well, which is enough where no table has the line. */
function proposalOf(statement: Statement, found: { match: LineMatch; unit: Unit } | null, adjustments: readonly ToldAdjustment[], isAdjustedTold: boolean): AdjustmentProposal | null {
  const line = found?.match.lines[0] ?? null;
  const { budget: claim, expenditure: spent, rates: [told = null] } = statement;
  if (claim === null || (line === null ? isAdjustedTold : line.figures["adjusted-budget"] !== undefined)) return null;
  const unit = found?.unit ?? claim.money.unit;
  const role = line === null ? null : budgetRole(claim, line.figures);
  const budget = role === null ? amountIn(claim, unit) : line?.figures[role]?.value ?? amountIn(claim, unit);
  const expenditure = line?.figures.expenditure?.value ?? (spent === null ? null : amountIn(spent, unit));
  return { name: line?.name ?? statement.subject.text, table: found?.match.table ?? null, line, adjustments, told, ...onBoth(budget, expenditure, adjustments, unit) };
}

type BothBudgets = Pick<AdjustmentProposal, "unit" | "change" | "budget" | "newBudget" | "expenditure" | "rate" | "newRate">;

function onBoth(budget: Decimal, expenditure: Decimal | null, adjustments: readonly ToldAdjustment[], unit: Unit): BothBudgets {
  const change = adjustments.reduce((sum, { direction, money }) => sum.plus(convert(money.value, money.unit, unit).times(direction)), ZERO);
  const newBudget = budget.plus(change);
  return { unit, change, budget, newBudget, expenditure, rate: rateOf(expenditure, budget), newRate: rateOf(expenditure, newBudget) };
}

function amountIn({ money }: AmountClaim, unit: Unit): Decimal {
  return convert(money.value, money.unit, unit);
}

function rateOf(expenditure: Decimal | null, budget: Decimal): Decimal | null {
  return expenditure === null || budget.lte(0) ? null : expenditure.div(budget).times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}
