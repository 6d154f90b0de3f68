/** 一般公共预算 and 政府性基金 in tables of their own: a unit without a table of both has the sum of them. */

import { fundNamedBy } from "../../named-fund";
import { joinTables, type JoinedTables } from "./joined-tables";
import type { SourceTable } from "./read";

/** null unless each of several tables names another fund. */
export function joinFunds(tables: readonly SourceTable[]): JoinedTables | null {
  const members = tables.filter(({ table }) => fundNamedBy(table) !== null);
  return new Set(members.map(({ table }) => fundNamedBy(table))).size < members.length ? null : joinTables(members, tables);
}
