/** What each column of a table means: its header first, then what stands in it, then what its neighbours are. */

import { columnName } from "../../../workbook/address";
import { AMOUNT_ROLES, type Reason, type Role, type TableColumn } from "../../table";
import { findUnit, type Unit } from "../../amounts/unit";
import type { HeaderReader } from "../headers/text";
import { because } from "../reason";
import { isRole, type HeaderColumn } from "./candidate";
import { nameByContents, trustContents } from "./from-contents";
import { candidateOf } from "./from-header";
import { leaveOtherYears, leavePartsOfAmounts, tellAmounts, tellLoneProject, tellNamedBudgets, tellPartsWithoutWhole, tellRatios, tellSecondBudget } from "./from-neighbours";
import { incomeOf, leaveIncome, type SideEvidence } from "./income";
import { settleRivals } from "./rivals";

export interface DecidedColumns {
  readonly columns: readonly TableColumn[];
  readonly doubts: readonly Reason[];
}

/** Title, lines above and sheet name tell which amounts these are where headers do not, the title first. */
export function decideColumns(columns: readonly HeaderColumn[], sides: SideEvidence, read: HeaderReader): DecidedColumns {
  const context = [sides.title ?? "", ...sides.captions, sides.sheetName];
  const candidates = columns.map((column) => candidateOf(column, read));
  trustContents(candidates);
  nameByContents(candidates);
  leaveOtherYears(candidates);
  tellLoneProject(candidates);
  leavePartsOfAmounts(candidates);
  tellSecondBudget(candidates);
  tellAmounts(candidates, [...context, ...columns.flatMap(({ path }) => path)]);
  tellRatios(candidates);
  tellPartsWithoutWhole(candidates, read);
  const income = incomeOf(candidates, sides);
  if (income !== null) leaveIncome(candidates, income);
  settleRivals(candidates);
  tellNamedBudgets(candidates);
  const decided = candidates.map(({ column, path, meaning, reason, confidence, partOf, ofBudget }): TableColumn => {
    const role = meaning !== null && isRole(meaning) ? meaning : null;
    return { column, header: path, role, unit: unitOfHeader(role, path), reason, confidence, ...(partOf === undefined || role === null ? {} : { partOf }), ...(ofBudget === null || ofBudget === "annual-budget" ? {} : { ofBudget }) };
  });
  return { columns: decided, doubts: income === null ? [] : [because("doubt-income", { word: income })] };
}

/** A person's choices stand, and take a role away from the column that had it. */
export function chosenColumns(columns: readonly TableColumn[], chosen: Readonly<Record<number, Role | null>>): readonly TableColumn[] {
  const taken = new Map(Object.entries(chosen).flatMap(([column, role]) => (role === null ? [] : [[role, Number(column)] as const])));
  return columns.map((column): TableColumn => {
    const role = chosen[column.column];
    if (role !== undefined) return { ...column, role, unit: unitOfHeader(role, column.header), confidence: "sure", reason: because("chosen") };
    const winner = column.role === null ? undefined : taken.get(column.role);
    if (winner === undefined) return column;
    return { ...column, role: null, unit: null, confidence: "unknown", reason: because("role-taken", { header: column.header.join(" "), column: columnName(winner) }) };
  });
}

/** The one unit that an amount's header names. */
function unitOfHeader(role: Role | null, path: readonly string[]): Unit | null {
  if (role === null || !AMOUNT_ROLES.has(role)) return null;
  const units = new Set(path.map(findUnit).filter((unit) => unit !== null));
  const [unit] = units;
  return units.size === 1 && unit !== undefined ? unit : null;
}
