/** Overall figures of the text against the total rows of the tables it announces or tells line by line. */

import { Decimal } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import { normaliseName } from "../../recognise/normalise";
import type { AmountClaim, Claim, Narrative, RateClaim, ShareClaim } from "../claim";
import { mayBeSpent } from "../claims/budget-spending";
import { grouped } from "../../grouped";
import { ratesBesideSpending } from "../of-income";
import type { TextCheck } from "../outcome";
import { checkLines } from "../self-check/sums";
import { printedPercent, type Precision } from "../self-check/printed";
import type { Paragraph } from "../text/paragraphs";
import { isSameAmount, type JudgedFigure } from "./figures";
import { nameKey } from "./names";
import type { KnownFigure, KnownLine, KnownTable, MoneyRole } from "./known";
import type { TableMatch } from "./match";
import { isSamePercent, judgeRate } from "./rates";

const ANNOUNCES_TABLE = /(?:下表|如表|附表|表\s?\d|见表|下列表)/u;

/** Paragraphs that announce a table, with it: by the table printed under them, else by its name in their words. */
export function announcedTables({ document, claims }: Narrative, tables: readonly KnownTable[]): readonly { paragraph: Paragraph; table: KnownTable }[] {
  const told = new Set(claims.map(({ sentence }) => sentence.paragraph));
  const contents = tables.map((table) => ({ table, texts: textsOf(table) }));
  return document.paragraphs.flatMap((paragraph) => {
    if (!told.has(paragraph.index) || !ANNOUNCES_TABLE.test(paragraph.text)) return [];
    const printed = tableBelow(document.paragraphs, paragraph.index);
    const table = printed === null ? namedIn(paragraph.text, tables) : likeCells(printed.cells, contents);
    return table === null ? [] : [{ paragraph, table }];
  });
}

function tableBelow(paragraphs: readonly Paragraph[], index: number): Paragraph | null {
  let next = index + 1;
  while (paragraphs[next]?.kind === "unit-note") next += 1;
  const below = paragraphs[next];
  return below?.kind === "table" ? below : null;
}

/** Of a table's names and figures, how many must stand in the cells. */
const LEAST_ALIKE = 0.6;

/** Names and amounts of its lines, as they would be printed. */
function textsOf({ lines }: KnownTable): readonly string[] {
  return lines.flatMap(({ name, figures }) => [nameKey(name), ...Object.entries(figures).flatMap(([role, { value }]) => (role === "rate" || role === "share" ? [] : [value.toFixed()]))]);
}

function likeCells(cells: readonly string[], contents: readonly { readonly table: KnownTable; readonly texts: readonly string[] }[]): KnownTable | null {
  const present = new Set(cells.flatMap((cell) => [nameKey(cell), plainFigure(cell)]));
  const [best] = contents
    .filter(({ texts }) => texts.length > 0)
    .map(({ table, texts }) => ({ table, share: texts.filter((text) => present.has(text)).length / texts.length }))
    .sort((a, b) => b.share - a.share);
  return best === undefined || best.share < LEAST_ALIKE ? null : best.table;
}

/** "28,265.19" and "400.00" as 28265.19 and 400. */
function plainFigure(cell: string): string {
  const digits = cell.replace(/[,，\s]/gu, "");
  return /^-?\d{1,20}(?:\.\d{1,10})?$/u.test(digits) ? new Decimal(digits).toFixed() : "";
}

const SHORTEST_NAME = 3;

function namedIn(text: string, tables: readonly KnownTable[]): KnownTable | null {
  const plain = normaliseName(text);
  const named = tables.flatMap((table) => {
    const longest = Math.max(0, ...table.names.map(normaliseName).filter((name) => name.length >= SHORTEST_NAME && plain.includes(name)).map(({ length }) => length));
    return longest === 0 ? [] : [{ table, longest }];
  }).sort((a, b) => b.longest - a.longest);
  const [best, second] = named;
  return best === undefined || best.longest === second?.longest ? null : best.table;
}

/**
 * For each amount in the table's total row, the text's figure of that kind: one that equals it if there is one,
 * else the total among them or the closest, which then is wrong.
 */
export function checkAnnounced(narrative: Narrative, tables: readonly KnownTable[], precision: Precision): readonly TextCheck[] {
  const byParagraph = grouped(narrative.claims, ({ sentence }) => sentence.paragraph);
  return announcedTables(narrative, tables).flatMap(({ paragraph, table }) => {
    const { total, unit } = table;
    if (total === null || unit === null) return [];
    const claims = byParagraph.get(paragraph.index) ?? [];
    return MONEY_IN_TOTALS.flatMap((role) => checkTotalFigure(role, claims, { total, unit, table }, precision));
  });
}

const MONEY_IN_TOTALS: readonly MoneyRole[] = ["original-budget", "adjusted-budget", "basic", "project", "expenditure"];

interface Total {
  readonly total: KnownLine;
  readonly unit: Unit;
  readonly table: KnownTable;
}

function checkTotalFigure(role: MoneyRole, claims: readonly Claim[], { total, unit, table }: Total, precision: Precision): readonly TextCheck[] {
  const figure = total.figures[role];
  const told = figure === undefined ? [] : amountsFor(role, claims).filter((claim) => !mayBeSpent(claim) || isSameAmount(claim, figure.value, unit, precision));
  const [first] = told;
  if (figure === undefined || first === undefined) return [];
  const same = told.find((claim) => isSameAmount(claim, figure.value, unit, precision));
  const claim = same ?? told.find(({ isTotal }) => isTotal) ?? closest(told, figure, unit);
  const share = sharesOf(claims, claim).flatMap((other) => shareCheck(other, total, table));
  return [totalCheck(claim, figure, same === undefined, { total, unit, table }, role), ...share];
}

/** Budgets by their label; where the text calls none 年初 or 调整后, plain 预算 stands for either. */
function amountsFor(role: MoneyRole, claims: readonly Claim[]): readonly AmountClaim[] {
  const amounts = claims.filter((claim): claim is AmountClaim => claim.kind === "amount" && !claim.money.approximate && claim.place !== "base" && (claim.aspect === null || claim.isTotal));
  if (role === "basic") return amounts.filter(({ place, subject }) => place === "part" && subject.text.startsWith("基本"));
  if (role === "project") return amounts.filter(({ place, subject }) => place === "part" && subject.text.startsWith("项目"));
  const main = amounts.filter(({ place }) => place === "main");
  if (role === "expenditure") return main.filter((claim) => claim.role === "expenditure");
  const exact = main.filter((claim) => claim.role === role);
  return exact.length > 0 || claims.some((claim) => claim.kind === "amount" && claim.role.endsWith("-budget")) ? exact : main.filter((claim) => claim.role === "budget");
}

function closest(told: readonly AmountClaim[], figure: KnownFigure, unit: Unit): AmountClaim {
  const distance = ({ money }: AmountClaim): Decimal => convert(money.value, money.unit, unit).minus(figure.value).abs();
  return told.reduce((best, claim) => (distance(claim).lt(distance(best)) ? claim : best));
}

function totalCheck(claim: AmountClaim, figure: KnownFigure, differs: boolean, { total, unit, table }: Total, role: MoneyRole): TextCheck {
  return {
    rule: "narrative-mismatch", kind: "total", severity: differs ? "error" : null, claims: [claim], lines: [total],
    expected: figure.value.toFixed(), actual: claim.money.value.toFixed(),
    values: { subject: claim.subject.text, line: total.name, table: table.names[0] ?? "", role, unit, actualUnit: claim.money.unit },
  };
}

function sharesOf(claims: readonly Claim[], part: AmountClaim): readonly ShareClaim[] {
  return claims.filter((claim): claim is ShareClaim => claim.kind === "share" && claim.part.amount === part);
}

function shareCheck(claim: ShareClaim, total: KnownLine, table: KnownTable): readonly TextCheck[] {
  const figure = total.figures.share;
  if (figure === undefined || claim.percent.approximate) return [];
  return [percentCheck(claim, { role: "share", severity: isSamePercent(claim.percent, figure) ? null : "error", expected: figure.value }, total, table)];
}

function percentCheck(claim: ShareClaim | RateClaim, { role, severity, expected }: JudgedFigure, total: KnownLine, table: KnownTable): TextCheck {
  return {
    rule: "narrative-mismatch", kind: "total", severity, claims: [claim], lines: [total],
    expected: expected.toFixed(), actual: printedPercent(claim.percent),
    values: { subject: claim.subject.text, line: total.name, table: table.names[0] ?? "", role, unit: "%", actualUnit: "%" },
  };
}

/** "部门整体支出…，详细情况如下：" against the totals of the tables whose lines the lines below tell. */
export function checkHeads(narrative: Narrative, told: readonly TableMatch[], precision: Precision): readonly TextCheck[] {
  const heads = checkLines(narrative, precision).map(({ claims }) => claims);
  const ofIncome = ratesBesideSpending(narrative.claims);
  const rates = narrative.claims.filter((claim): claim is RateClaim => claim.kind === "rate" && !ofIncome.has(claim));
  return heads.flatMap(([head, ...parts]) => {
    if (head?.kind !== "amount" || mayBeSpent(head)) return [];
    return told.filter(({ table, matches }) => table.total !== null && isToldBy(matches, parts)).flatMap(({ table, unit }) => {
      const { total } = table;
      const role = head.role === "budget" ? "adjusted-budget" : head.role;
      if (total === null || (role !== "expenditure" && role !== "original-budget" && role !== "adjusted-budget")) return [];
      const figure = total.figures[role];
      const check = figure === undefined ? [] : [totalCheck(head, figure, !isSameAmount(head, figure.value, unit, precision), { total, unit, table }, role)];
      const rate = role === "expenditure" ? undefined : rates.find((claim) => claim.sentence.start === head.sentence.start);
      const judged = rate === undefined ? null : judgeRate(rate, total.figures);
      return rate === undefined || judged === null ? check : [...check, percentCheck(rate, judged, total, table)];
    });
  });
}

/** Whether most of the lines below the head are lines of this table. */
function isToldBy(matches: TableMatch["matches"], parts: readonly Claim[]): boolean {
  const matched = new Set(matches.flatMap(({ statement }) => [statement.budget, statement.expenditure]));
  return parts.filter((part) => part.kind === "amount" && matched.has(part)).length * 2 > parts.length;
}
