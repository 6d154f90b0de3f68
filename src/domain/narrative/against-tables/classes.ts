/** A project's budget was changed, the text says; the table of its class shows no change. */

import type { Unit } from "../../amounts/unit";
import { normaliseName } from "../../recognise/normalise";
import type { TextCheck } from "../outcome";
import type { KnownLine, KnownTable, MoneyRole } from "./known";
import type { AdjustmentProposal } from "./proposals";

/** Class and division: 21005 of 2100509. */
const DIVISION_DIGITS = 5;

/**
 * Compares a division's line (医疗保障) in the table of original budgets with its line in the one of adjusted budgets.
 * `divisionNames` gives a division's name by its five digits, in the year's wording. A warning, for another
 * project of the division may have changed by as much the other way.
 */
export function checkClasses(proposals: readonly AdjustmentProposal[], tables: readonly KnownTable[], divisionNames: ReadonlyMap<string, string>): readonly TextCheck[] {
  const codes = new Map(tables.flatMap(({ lines }) => lines.filter(({ functionCode }) => functionCode !== "").map(({ name, functionCode }) => [normaliseName(name), functionCode] as const)));
  return proposals.flatMap((proposal) => {
    const name = divisionNames.get((codes.get(normaliseName(proposal.name)) ?? "").slice(0, DIVISION_DIGITS));
    const before = name === undefined ? null : onlyLine(name, "original-budget", tables);
    const after = name === undefined ? null : onlyLine(name, "adjusted-budget", tables);
    if (name === undefined || before === null || after === null || proposal.change.isZero()) return [];
    const [from, to] = [projectBudget(before.line, "original-budget"), projectBudget(after.line, "adjusted-budget")];
    if (from === undefined || to === undefined || before.unit !== after.unit) return [];
    return [{
      rule: "narrative-mismatch", kind: "class-unchanged", severity: to.value.eq(from.value) ? "warning" : null,
      claims: proposal.adjustments.flatMap(({ tellings }) => tellings), lines: [after.line, before.line],
      expected: null, actual: to.value.toFixed(), values: { subject: proposal.name, line: name, change: proposal.change.toFixed(), unit: proposal.unit, actualUnit: after.unit ?? "" },
    } satisfies TextCheck];
  });
}

/** The line of that name in the one table that has such a budget for it; null where several have. */
function onlyLine(name: string, role: MoneyRole, tables: readonly KnownTable[]): { line: KnownLine; unit: Unit | null } | null {
  const key = normaliseName(name);
  const found = tables.flatMap(({ lines, unit }) => lines.filter((line) => normaliseName(line.name) === key && line.figures[role] !== undefined).map((line) => ({ line, unit })));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The part for projects where the table tells it. */
function projectBudget({ figures }: KnownLine, role: MoneyRole): KnownLine["figures"][MoneyRole] {
  return figures.project ?? figures[role];
}
