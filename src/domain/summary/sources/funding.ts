/** 当年财政拨款, 上年结转资金, 其他资金: what of a line's amounts comes from which source of money, as columns or lines of its table say. */

import { isCarriedOver, isSource } from "../../recognise/rows/labels";
import type { BudgetTable, RowKind, TableColumn } from "../../table";
import { sum, type Known } from "../cells";
import type { AmountAt } from "./amounts";
import { WHOLE_ROLES, type WholeRole } from "./whole-roles";

export const FUNDINGS = ["current", "carried", "other"] as const;
export type FundingSource = (typeof FUNDINGS)[number];
type Amounts = Readonly<Partial<Record<WholeRole, Known>>>;
export type Funding = Readonly<Partial<Record<FundingSource, Amounts>>>;

const OTHER = /^(?:其中[:：]?)?(?:自有|自筹|其他|其它|单位|事业)|\b(?:own|other)\b/iu;
const CURRENT = /财政|公共预算|政府性基金|国有资本|appropriation|fiscal|government/iu;

/** null for what is no source, or may be of this year or another. */
function sourceOf(label: string): FundingSource | null {
  if (isCarriedOver(label)) return "carried";
  if (!isSource(label)) return null;
  return OTHER.test(label) ? "other" : CURRENT.test(label) ? "current" : null;
}

interface FundingColumn {
  readonly source: FundingSource;
  readonly role: WholeRole;
  readonly column: TableColumn;
}

/** By row of the sheet what columns tell, as 年初预算 over 小计 | 当年财政拨款 | 上年结转; null without such columns. */
export function createFundingOf({ columns }: Pick<BudgetTable, "columns">, amountAt: AmountAt): ((row: number) => Funding) | null {
  const found = columns.flatMap((column): FundingColumn[] => {
    const [source, role] = [sourceOf(column.header.at(-1) ?? ""), roleAbove(column, columns)];
    return source === null || role === null ? [] : [{ source, role, column }];
  });
  if (found.length === 0) return null;
  return (row) => found.reduce<Funding>((funding, { source, role, column }) => {
    const known = amountAt(row, column);
    return known === null || known === "unreadable" ? funding : withAmount(funding, source, role, known);
  }, {});
}

/** The amount that it is a part of: as recognition tells, else that of the column beside it under the same headings. */
function roleAbove({ partOf, role, header }: TableColumn, columns: readonly TableColumn[]): WholeRole | null {
  if (role !== null && role !== "carried-over") return null;
  const headings = JSON.stringify(header.slice(0, -1));
  const whole = partOf ?? (header.length < 2 ? undefined : columns.find((other) => other.role !== null && JSON.stringify(other.header.slice(0, -1)) === headings)?.role);
  return WHOLE_ROLES.find((one) => one === whole) ?? null;
}

interface FundedLine {
  readonly kind: RowKind;
  readonly name: string;
  readonly figures: Amounts;
  readonly funding?: Funding;
}

/** Lines with what the lines below tell: 其中：当年财政拨款. */
export function withFundingBelow<L extends FundedLine>(lines: readonly L[]): readonly L[] {
  const told = new Map<L, Funding>();
  let whole: L | null = null;
  for (const line of lines) {
    const source = line.kind === "of-which" ? sourceOf(line.name) : null;
    if (line.kind !== "of-which") whole = line.kind === "body" ? line : null;
    if (whole === null || source === null) continue;
    let funding = told.get(whole) ?? {};
    for (const role of WHOLE_ROLES) {
      const known = line.figures[role];
      if (known !== undefined) funding = withAmount(funding, source, role, known);
    }
    told.set(whole, funding);
  }
  return told.size === 0 ? lines : lines.map((line) => { const funding = told.get(line); return funding === undefined ? line : { ...line, funding }; });
}

/** 一般公共预算拨款 and 政府性基金 are this year's together. */
function withAmount(funding: Funding, source: FundingSource, role: WholeRole, known: Known): Funding {
  const before = funding[source]?.[role];
  return { ...funding, [source]: { ...funding[source], [role]: before === undefined ? known : (sum([before, known]) ?? known) } };
}
