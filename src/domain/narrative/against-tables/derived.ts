/** Shares and balances told of single lines, against what the tables' amounts make them. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import type { AmountClaim, Claim, Narrative, ShareClaim, Subject } from "../claim";
import type { TextCheck } from "../outcome";
import { isRest } from "../rests";
import { isCarriedIn, leftTold, type Left } from "../self-check/left";
import { judgeQuotient, type Precision, type Ratio } from "../self-check/printed";
import { isBudget, isWhole } from "../self-check/search";
import { namesAllLines } from "./all-lines";
import { checkBudgetShare } from "./budget-shares";
import { checkOfLine, type LineFinder, type NamedLine } from "./by-name";
import { isSameMoney } from "./figures";
import type { KnownTable } from "./known";
import type { WholeFinder } from "./proven-wholes";
import { isOfPeriod, type Period } from "./period";
import { isSamePercent } from "./rates";
import { isNameOfWhole, totalsOf } from "./whole";

interface Known {
  /** Claims that the text itself or a total row determines. */
  readonly checked: ReadonlySet<unknown>;
  readonly wholeOf: WholeFinder;
  /** Whether the text tells figures of the whole, just as a table has them. */
  readonly tellsWhole: boolean;
}

/** Warnings, as names alone join text and table. */
export function* derivedInSteps({ claims }: Narrative, tables: readonly KnownTable[], linesOf: LineFinder, { checked, wholeOf, tellsWhole }: Known, precision: Precision, period: Period): Generator<void, readonly TextCheck[]> {
  const totals = totalsOf(tables);
  const find = (subject: Subject): readonly NamedLine[] => (isNameOfWhole(subject.text) ? totals : linesOf({ subject, labels: ["支出"] }));
  const checks: TextCheck[] = [];
  for (const [at, claim] of claims.entries()) {
    if (isRest(at)) yield;
    if (checked.has(claim)) continue;
    const told = leftTold(claim);
    const ofWhole = tellsWhole && isLeftOfWhole(claim);
    const findIts = (subject: Subject): readonly NamedLine[] => {
      const named = find(subject);
      return named.length > 0 ? named : wholeOf(claim);
    };
    const check = claim.kind === "share" ? checkShare(claim, totals, linesOf, precision, period)
      : claim.kind === "amount" && isCarriedIn(claim) ? checkCarriedOver(claim, findIts, precision, period)
      : told === null ? null : checkBalance(told, ofWhole ? () => totals : findIts, precision, period);
    if (check !== null) checks.push(check);
  }
  return checks;
}

/** A share fits if the line's figure has it of any total at hand, for 占 seldom says of which; of a whole with a name of its own where that is a line. */
function checkShare(claim: ShareClaim, totals: readonly NamedLine[], linesOf: LineFinder, precision: Precision, period: Period): TextCheck | null {
  const { part, whole, percent } = claim;
  const ofBudget = checkBudgetShare(claim, linesOf({ subject: part.amount?.subject ?? claim.subject, labels: [] }), precision);
  if (ofBudget !== undefined) return ofBudget;
  const subject = part.amount?.subject ?? { ...claim.subject, text: part.name };
  const isOfProjects = OF_ALL_PROJECTS.test(whole.name);
  const ofLine = isOfProjects || MAY_BE_THE_TOTAL.test(whole.name) ? [] : linesOf({ subject: { text: whole.name, span: null, origin: "own" }, labels: [] });
  if (percent.approximate || !(isOfProjects || ofLine.length > 0 || MAY_BE_THE_TOTAL.test(whole.name))) return null;
  const ofIt = ofLine.length > 0 ? ofLine : isOfProjects ? totals.filter(({ table }) => namesAllLines("项目", table)) : totals;
  const named = linesOf({ subject, labels: part.amount === null ? [] : [part.amount.label] });
  const lines = named.length > 0 ? named : linesOf({ subject: { ...subject, text: subject.text.replace(SPENDING, "") }, labels: [] });
  if (!isOfPeriod(claim, lines[0]?.line.name ?? "", period)) return null;
  const printed = ofLine.length > 0 ? undefined : lines.find(({ line: { figures: { share } } }) => share !== undefined && isSamePercent(percent, share));
  if (printed !== undefined) return shareCheck(claim, subject, printed, null);
  const ratios = lines.flatMap((line) => [line, ...ofIt].flatMap((total) => ratiosIn(claim, line, total)));
  const same = ratios.find(({ ratio }) => ratio.severity !== "error");
  if (same !== undefined) return shareCheck(claim, subject, same.line, { ...same, differs: false });
  if (lines.some((line) => fitsSeveral(claim, line, totals))) return null;
  const own = ratios.filter(({ line, total }) => line.table === total.table);
  const isOfSpending = OF_SPENDING.test(whole.name);
  const meant = own.find(({ role }) => (isOfSpending ? role === "expenditure" : isOfRole(part.amount, role))) ?? own[0];
  return meant === undefined ? null : shareCheck(claim, subject, meant.line, { ...meant, differs: true });
}

/** 教育局支出占…, where the line is called 教育局. */
const SPENDING = /(?:预算)?支出$|预算$/u;

/** `computed` is null where the table prints the share, and it agrees. What is printed comes before what is computed. */
function shareCheck(claim: ShareClaim, subject: Subject, at: NamedLine, computed: (SharedFigure & { readonly differs: boolean }) | null): TextCheck | null {
  const printed = at.line.figures.share;
  const severity = computed?.differs === true ? "warning" : null;
  const isOfAll = computed === null || computed.total.line === at.table.total;
  if (printed !== undefined && isOfAll) return checkOfLine("by-name", claim, { subject: subject.text, role: "share", severity, expected: printed.value.toFixed() }, at);
  if (computed === null) return null;
  const check = checkOfLine("by-name", claim, { subject: subject.text, role: SHARE_OF[computed.role], severity, expected: computed.ratio.expected.toFixed(2) }, at);
  return { ...check, lines: [at.line, computed.total.line] };
}

function isOfRole(amount: AmountClaim | null, role: Shared): boolean {
  return amount !== null && (role === "expenditure" ? amount.role === "expenditure" : isBudget(amount));
}

const MAY_BE_THE_TOTAL = /^(?:全[县市区镇乡年部]|[本我当](?:部门|单位|街道|区|县|市|年)|部门|单位|街道|[一二两三四五六七八九十\d]{1,2}个?(?:部门|单位|街道)|(?:省|市|区|县|镇)级|总|合计|全部|整体|一般公共|财政|预算|拨款|支出|决算|数|额|的|比重?|比例)*$/u;
/** 全部项目支出: the total, where all lines are projects. */
const OF_ALL_PROJECTS = /^(?:全部|所有|本年|当年|全年)?项目(?:总)?(?:支出|预算)/u;
const OF_SPENDING = /(?<!预算)支出/u;
const SHARED = ["expenditure", "adjusted-budget", "original-budget"] as const;
type Shared = (typeof SHARED)[number];
/** A share that no column prints, by the amounts it comes from. */
const SHARE_OF = { expenditure: "expenditure-share", "adjusted-budget": "adjusted-share", "original-budget": "original-share" } as const;

interface SharedFigure {
  readonly line: NamedLine;
  readonly total: NamedLine;
  readonly role: Shared;
  readonly ratio: Ratio;
}

function ratiosIn({ percent }: ShareClaim, line: NamedLine, total: NamedLine): readonly SharedFigure[] {
  if (line.line === total.line) return [];
  return SHARED.flatMap((role) => {
    const [part, whole] = [line.line.figures[role], total.line.figures[role]];
    const inUnit = (amount: Decimal): Decimal => convert(amount, total.unit, line.unit);
    const ratio = part === undefined || whole === undefined ? null
      : judgeQuotient(percent, { value: part.value, half: part.halfDigit }, { value: inUnit(whole.value), half: inUnit(whole.halfDigit) });
    return ratio === null ? [] : [{ line, total, role, ratio }];
  });
}

/** 占全部支出 of what is in two tables, basic and project expenditure: of the totals of its own and of another, or of all. */
function fitsSeveral({ percent }: ShareClaim, line: NamedLine, totals: readonly NamedLine[]): boolean {
  const own = totals.find(({ table }) => table === line.table);
  if (own === undefined || totals.length > MOST_TOTALS) return false;
  const others = totals.filter((total) => total !== own);
  return SHARED.some((role) => [...others.map((other) => [own, other]), totals].some((together) => {
    const part = line.line.figures[role];
    const wholes = together.map((total) => ({ figure: total.line.figures[role], unit: total.unit }));
    if (part === undefined || wholes.some(({ figure }) => figure === undefined)) return false;
    const sum = (of: "value" | "halfDigit"): Decimal => wholes.reduce((all, { figure, unit }) => (figure === undefined ? all : all.plus(convert(figure[of], unit, line.unit))), ZERO);
    const ratio = judgeQuotient(percent, { value: part.value, half: part.halfDigit }, { value: sum("value"), half: sum("halfDigit") });
    return ratio !== null && ratio.severity !== "error";
  }));
}

/** With more, some sum fits by chance. */
const MOST_TOTALS = 4;

/** 年末结余716.54万元 that names nothing, in a text that tells figures of the whole. */
function isLeftOfWhole(claim: Claim): boolean {
  if (claim.kind !== "amount" || claim.role !== "balance" || claim.item !== null || claim.subject.text !== "") return false;
  return AT_THE_END.test(claim.sentence.text.slice(0, claim.figure.start - claim.sentence.start));
}

const AT_THE_END = /^(?:20\d\d年)?(?:年末|年终|年底|期末)(?:财政拨款)?(?:滚存)?[结余转和]+(?:资金|总额|额|数)?(?:为|是|共|合计)?$/u;

function checkCarriedOver(claim: AmountClaim, find: FindLines, precision: Precision, period: Period): TextCheck | null {
  // What the sentence before spoke of need not be meant: 乙局本年预算未作调整，加上上年结转44.30万元.
  const { subject: { origin, span }, sentence } = claim;
  if (origin === "carried" && (span === null || span.start < sentence.start)) return null;
  if (!isWhole(claim) || USED.test(claim.sentence.text.slice(0, claim.figure.start - claim.sentence.start))) return null;
  const found = find(claim.subject).flatMap((at) => {
    const figure = at.line.figures["carried-over"];
    return figure === undefined || !isOfPeriod(claim, at.line.name, period) ? [] : [{ at, figure }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const same = found.find(({ at, figure }) => isSameMoney(claim.money, figure.value, at.unit, precision));
  const { at, figure } = same ?? first;
  return checkOfLine("by-name", claim, { subject: claim.subject.text, role: "carried-over", severity: same === undefined ? "warning" : null, expected: figure.value.toFixed() }, at);
}

/** Some of it. */
const USED = /(?:动用|使用|安排|盘活|收回|其中)[^，,。；;]*$/u;

type FindLines = (subject: Subject) => readonly NamedLine[];

interface LeftOfLine {
  readonly candidate: NamedLine;
  readonly value: Decimal;
}

/** 结余 and 超支 of a line: either of its budgets less what was spent; the adjusted one is meant where neither fits. */
function checkBalance({ claim, money, sign }: Left, find: FindLines, precision: Precision, period: Period): TextCheck | null {
  if (claim.kind === "amount" && claim.isTotal) return null;
  const candidates = find(claim.subject).map((candidate) => leftOf(sign, candidate)).filter(({ length }) => length > 0);
  const [first] = candidates.flatMap((left) => left.slice(0, 1));
  if (first === undefined || !isOfPeriod(claim, first.candidate.line.name, period)) return null;
  const same = candidates.flat().find(({ candidate, value }) => isSameMoney(money, value, candidate.unit, precision));
  const found = same ?? first;
  if (same === undefined && candidates.some(([other]) => other !== undefined && !convert(other.value, other.candidate.unit, first.candidate.unit).eq(first.value))) return null;
  return checkOfLine("by-name-balance", claim, { subject: claim.subject.text, role: "balance", severity: same === undefined ? "warning" : null, expected: found.value.toFixed() }, found.candidate);
}

/** Of the adjusted budget first. */
function leftOf(sign: 1 | -1, candidate: NamedLine): readonly LeftOfLine[] {
  const { figures } = candidate.line;
  return (["adjusted-budget", "original-budget"] as const).flatMap((role) => {
    const [budget, expenditure] = [figures[role], figures.expenditure];
    return budget === undefined || expenditure === undefined ? [] : [{ candidate, value: budget.value.minus(expenditure.value).times(sign) }];
  });
}
