/** What a person says of the columns, over what was decided. */

import { columnName } from "../../../workbook/address";
import { isChangeRole, type Role, type TableColumn } from "../../table";
import type { HeaderReader } from "../headers/text";
import type { AppliedOverride } from "../override";
import { because } from "../reason";
import { isBudget } from "./candidate";
import { unitOfHeader } from "./decide";
import { withRatesOf } from "./rates-of-chosen";

/** By the columns' numbers. */
export type Choices = Readonly<Record<number, Role | null>>;

/** A person's choices stand, and take a role away from the column that had it. */
export function chosenColumns(columns: readonly TableColumn[], override: AppliedOverride | null, read: HeaderReader): readonly TableColumn[] {
  const { columns: chosen = {}, unconfirmed = [], isReused = false } = override ?? {};
  const taken = new Map(Object.entries(chosen).flatMap(([column, role]) => (role === null ? [] : [[role, Number(column)] as const])));
  const isLeft = (whole: Role): boolean => columns.some(({ column, role }) => role === whole && chosen[column] !== undefined && chosen[column] !== whole) && !taken.has(whole);
  const decided = columns.map((column): TableColumn => {
    const role = chosen[column.column];
    if (role !== undefined && unconfirmed.includes(column.column)) return { ...withRole(column, role, isReused), confidence: "likely", reason: because("plain-budget", { header: column.header.join(" ") }) };
    if (role !== undefined) return withRole(column, role, isReused);
    // Of changes several count.
    const winner = column.role === null || isChangeRole(column.role) ? undefined : taken.get(column.role);
    if (winner === undefined || isPartOfAnother(column, columns.find((other) => other.column === winner))) return withPart(column, isLeft);
    return { ...column, role: null, unit: null, confidence: "unknown", reason: because("role-taken", { header: column.header.join(" "), column: columnName(winner) }) };
  });
  const spending = decided.find(({ column, role }) => role === "expenditure" && chosen[column] === role);
  const budget = decided.find(({ column, role }) => isBudget(role) && chosen[column] === role) ?? decided.find(({ role }) => isBudget(role));
  return spending === undefined || taken.has("rate") ? decided : withRatesOf(decided, columns, spending, budget, read);
}

/** A part of an amount is that no more in another role, or where a person says that it has none. */
function withRole({ partOf, ...column }: TableColumn, role: Role | null, isReused: boolean): TableColumn {
  const isStillPart = partOf !== undefined && role !== null && role === column.role;
  return { ...column, ...(isStillPart ? { partOf } : {}), role, unit: unitOfHeader(role, column.header), confidence: "sure", reason: isReused ? because("chosen-before") : because("chosen") };
}

/** 基本支出 of the budget stays where a person says which column is that of the spending. */
function isPartOfAnother({ partOf }: TableColumn, winner: TableColumn | undefined): boolean {
  return partOf !== undefined && winner?.partOf !== undefined && winner.partOf !== partOf;
}

/** Of an amount that a person says is none, nothing is a part. */
function withPart({ partOf, ...column }: TableColumn, isLeft: (whole: Role) => boolean): TableColumn {
  return partOf === undefined || isLeft(partOf) ? column : { ...column, partOf };
}
