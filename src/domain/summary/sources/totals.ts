/** What a table comes to, and which amounts it has. */

import { columnOf, lacksAdjusted, type BudgetRole } from "../../table";
import { sum, type Known } from "../cells";
import { isNamedLine, lineOfPart, type Part } from "./kinds";
import type { FigureKey, SourceLine, SourceTable } from "./read";
import { WHOLE_ROLES } from "./whole-roles";

/** Columns for the same of them. */
export function haveSameAmounts(a: SourceTable, b: SourceTable): boolean {
  return WHOLE_ROLES.every((role) => (columnOf(a.table, role) === null) === (columnOf(b.table, role) === null));
}

/** As the table prints it, else the sum of its lines; null where nobody tells what some of them have. */
export function totalOf({ table, total, lines }: SourceTable, role: FigureKey): Known | null {
  if (role.startsWith("adjusted-budget") && lacksAdjusted(table)) return null;
  return total?.figures[role] ?? sum(bodyLines({ lines }).map(({ figures }) => figures[role] ?? null));
}

/** 基本支出 or 项目支出 of one amount: of its column, else of the line that is so called, else of all lines where each is of either. */
export function partOf(source: SourceTable, part: Part, role: BudgetRole | "expenditure"): Known | null {
  const inColumn = totalOf(source, `${role} ${part}`);
  if (inColumn !== null) return inColumn;
  const body = bodyLines(source);
  const told = lineOfPart(source, part)?.figures[role] ?? null;
  return told ?? (body.every((line) => line.part !== null) ? sum(body.map((line) => (line.part === part ? (line.figures[role] ?? null) : null))) : null);
}

export function bodyLines({ lines }: Pick<SourceTable, "lines">): SourceLine[] {
  return lines.filter(isNamedLine);
}
