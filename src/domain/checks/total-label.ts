/** A printed total as people find it: "预算执行 B26". */

import { formatRange } from "../../workbook/address";
import type { PrintedTotal } from "./printed-totals";

export function describeTotal({ place }: PrintedTotal): string {
  return `${place.sheetName} ${formatRange(place.range)}`;
}
