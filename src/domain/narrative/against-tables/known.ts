/** The tables as text is compared with them: names, figures and the cells they stand in. */

import type { Place } from "../../../workbook/address";
import type { Decimal } from "../../amounts/decimal";
import type { Unit } from "../../amounts/unit";

export const FIGURE_ROLES = ["original-budget", "adjusted-budget", "budget", "basic", "project", "expenditure", "rate", "share"] as const;
export type FigureRole = (typeof FIGURE_ROLES)[number];

export interface KnownFigure {
  /** In the table's unit; percentages as 84.14. */
  readonly value: Decimal;
  readonly place: Place;
}

export interface KnownLine {
  readonly name: string;
  /** Project or functional code; "" if there is none. */
  readonly code: string;
  /** Of the functional classification, digits only; "" if there is none. */
  readonly functionCode: string;
  readonly figures: Readonly<Partial<Record<FigureRole, KnownFigure>>>;
}

export interface KnownTable {
  readonly id: string;
  /** What people call it: its sheet's name and its title. */
  readonly names: readonly string[];
  /** null: the table does not say. */
  readonly unit: Unit | null;
  /** Body rows, in order. */
  readonly lines: readonly KnownLine[];
  readonly total: KnownLine | null;
}
