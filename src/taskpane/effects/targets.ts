/** Whether two plans write to the same cells. */

import { rateColumns, type PlannedColumn, type WritePlan } from "../../pipeline/plan";
import { formatRange } from "../../workbook/address";

/** What the cells get may differ: the workbook's figures count as they are when the button is pressed. */
export function hasSameTargets(previewed: WritePlan, now: WritePlan): boolean {
  return targetsOf(previewed).join("\n") === targetsOf(now).join("\n");
}

function targetsOf({ tables }: WritePlan): string[] {
  return tables.flatMap(({ status, ...rates }) => [...rateColumns(rates), status].map(targetOf));
}

function targetOf({ place, isNew, kept }: PlannedColumn): string {
  return [place.sheetId, formatRange(place.range), isNew, ...kept.map((cell) => formatRange(cell.place.range))].join("\t");
}
