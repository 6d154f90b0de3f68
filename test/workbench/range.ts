import { parseRange } from "../../src/workbook/address";
import type { CellRange } from "../../src/workbook/address";

export function range(address: string): CellRange {
  const parsed = parseRange(address);
  if (parsed === null) throw new Error(`no address: ${address}`);
  return parsed;
}
