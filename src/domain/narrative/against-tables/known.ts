/** The tables as text is compared with them: names, figures and the cells they stand in. */

import type { Place } from "../../../workbook/address";
import type { Currency } from "../../amounts/currency";
import type { Decimal } from "../../amounts/decimal";
import { monthsOf, ROLES, type CHANGE_ROLES, type Role } from "../../table";
import type { Unit } from "../../amounts/unit";

export const MONEY_ROLES = ["original-budget", "adjusted-budget", "basic", "project", "expenditure"] as const;
export type MoneyRole = (typeof MONEY_ROLES)[number];
/** Neither of them: what was left of the year before. */
export const CARRIED_OVER = "carried-over";
/** What was spent in a month, a quarter or a half of the year. */
export type PeriodRole = Extract<Role, `month-${string}` | `quarter-${string}` | `half-${string}`>;
export const PERIOD_ROLES: readonly PeriodRole[] = ROLES.filter((role): role is PeriodRole => monthsOf(role) !== null);
/** "last-year": what was spent the year before, in a column that plays no part in execution. */
export type FigureRole = MoneyRole | (typeof CHANGE_ROLES)[number] | typeof CARRIED_OVER | PeriodRole | "last-year" | "rate" | "share";

/** Nobody tells larger tables line by line; looking for amounts and sums in them would only find chance. */
export const MOST_LINES = 2000;

export interface KnownFigure {
  /** In the table's unit; percentages as 84.14. */
  readonly value: Decimal;
  /** The unit that the cell prints its amount in; null where it is not known, and for percentages. */
  readonly printedUnit: Unit | null;
  /** Whether its column's header says which budget, or what else, it is: 年初预算 does, 预算数 may be of either kind. */
  readonly isNamed: boolean;
  /** Half a unit of the last digit that the cell prints, in the unit of `value`. */
  readonly halfDigit: Decimal;
  readonly place: Place;
}

export interface KnownLine {
  readonly name: string;
  /** Of the functional classification; "" if the table has none. */
  readonly functionCode: string;
  readonly figures: Readonly<Partial<Record<FigureRole, KnownFigure>>>;
  /** Names of the sums it is part of, from the topmost down: 社会保障和就业支出, 社会福利. */
  readonly above: readonly string[];
  /** The amounts in its row that are none of `figures`. */
  readonly others: readonly KnownFigure[];
}

export interface KnownTable {
  readonly id: string;
  /** What people call it: its sheet's name and its title. */
  readonly names: readonly string[];
  readonly currency: Currency;
  /** null: the table does not say. */
  readonly unit: Unit | null;
  /** Whether `lines` are all of them: else no sums are looked for, and nothing can be missing. */
  readonly isWhole: boolean;
  /** Whether its lines are departments and the like, as the header over their names says. */
  readonly isOfUnits: boolean;
  /** Body rows that have a name, in order. */
  readonly lines: readonly KnownLine[];
  /** Sums that stand above some of them; they count as told where a text tells them instead of their lines. */
  readonly parents: readonly KnownLine[];
  /** Every row that adds up others, 小计 and 本年支出合计 too; the total among them. */
  readonly sums: readonly KnownLine[];
  readonly total: KnownLine | null;
}
