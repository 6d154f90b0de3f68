/** What an exported file says of itself, for people to judge it by and for a consolidation to count with. */

import tool from "../../../package.json";
import type { Decimal } from "../../domain/amounts/decimal";
import type { Unit } from "../../domain/amounts/unit";
import type { SummaryFacts } from "../../domain/summary/model";

export const TOOL = `${tool.name} ${tool.version}`;

export interface ExportFacts extends Omit<SummaryFacts, "unit" | "hasOtherBasis" | "hasNoBudget" | "isOfProjects"> {
  /** Of all amounts, by its Chinese name in every language; "" where the workbook states none. */
  readonly unit: Unit | "";
  /** Name and version of what made it. */
  readonly tool: string;
  /** The workbook's file name; "" where nobody told it, null where several exports are put together. */
  readonly workbook: string | null;
  /** Its tables as people find them, "2016!A1:F25 部门预算"; or the files that are put together. */
  readonly sources: readonly string[];
  readonly figures: UnitFigures;
  /** Where the workbook has nothing but tables of projects: what these come to. The unit's own amounts are then not known. */
  readonly projects?: Readonly<Record<ProjectFigure, Decimal | null>>;
}

/** A unit's year in a handful of figures; amounts in the facts' unit, null where the workbook does not tell. */
export type UnitFigures = Readonly<Record<UnitFigure, Decimal | null>>;

export const UNIT_FIGURES = ["original", "adjusted", "expenditure", "errors", "warnings", "notes"] as const;
/** 年初预算, 调整后预算, 支出; open findings by severity. */
export type UnitFigure = (typeof UNIT_FIGURES)[number];

export const PROJECT_FIGURES = ["original", "adjusted", "expenditure"] as const satisfies readonly UnitFigure[];
/** Those of the tracked projects. */
export type ProjectFigure = (typeof PROJECT_FIGURES)[number];
