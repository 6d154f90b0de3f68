import type { Finding, MessageValue } from "../../finding";
import { foundOf, workbookCheck } from "../check";
import { figureText, findingOf } from "../findings";
import type { OwnColumns } from "../input";

/**
 * What stands in the columns that 计算执行率 fills and is not what it would write: cells that somebody filled, which stay,
 * and whole columns whose table is not computed any more.
 */
export const ownColumn = workbookCheck<Record<never, never>>({
  id: "own-column",
  scope: "workbook",
  severities: ["warning", "info"],
  parameters: {},
  find: ({ ownColumns: { changed, left } }) => [foundOf([
    ...changed.map(changedCell),
    ...left.map(({ place, header }) => ({ ...findingOf({ rule: "own-column", severity: "warning", place, values: { column: header } }), kind: "left" })),
  ])],
});

/** A rate that is another than ours may mislead; a word of somebody's is a remark. */
function changedCell({ place, name, header, isRate, stands, computed }: OwnColumns["changed"][number]): Finding {
  const values: Record<string, MessageValue> = { name, column: header, stands, computed: computed ?? "", has: computed === null ? "nothing" : "computed" };
  return findingOf({ rule: "own-column", severity: isRate ? "warning" : "info", place, expected: figureText(computed), actual: figureText(stands), values });
}
