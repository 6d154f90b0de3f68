/** Something worth a person's look, with what proves it. Words come from the catalogs: `finding.<rule>`. */

import type { Place } from "../workbook/address";
import type { Unit } from "./amounts/unit";

export type Severity = "error" | "warning" | "info";

/** A figure that a message shows, in the unit that its cell or its sentence prints it in. */
export interface Shown {
  /** A plain decimal: "1821400". */
  readonly figure: string;
  /** "percent" for rates and shares, "points" for differences between them; null where the unit is not known. */
  readonly unit: Unit | "percent" | "points" | null;
}

/** Words, counts, figures, and figures amid words: 年初预算 + 20 万元. */
export type MessageValue = string | number | Shown | readonly (string | Shown)[];

interface Judgement {
  /** Stable id of the rule, e.g. "total-mismatch". */
  readonly rule: string;
  /** Which comparison it was, where a rule makes several: its words are `finding.<rule>.<kind>`. */
  readonly kind?: string;
  readonly severity: Severity;
  /** What it should be and what it is, as decimals in the table's unit (or percent), or null where that makes no sense. */
  readonly expected: string | null;
  readonly actual: string | null;
  /** What the message names besides. */
  readonly values: Readonly<Record<string, MessageValue>>;
}

/** Proved by cells. */
export interface Finding extends Judgement {
  readonly place: Place;
  readonly text?: never;
}

/** Words of the report's text. */
export interface TextPlace {
  /** From zero. */
  readonly line: number;
  /** [start, end) in UTF-16 units of the text as it was given. */
  readonly start: number;
  readonly end: number;
  /** What stands there. */
  readonly quote: string;
}

/** Proved by words of the report's text, and by the cell they are compared with where there is one. */
export interface TextFinding extends Judgement {
  readonly place: Place | null;
  readonly text: TextPlace;
}

export type AnyFinding = Finding | TextFinding;
