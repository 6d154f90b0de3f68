import type { sheet as reference } from "../zh-CN/sheet";

export const sheet: Readonly<Record<keyof typeof reference, string>> = {
  "sheet.rate-header": "Execution rate (computed)",
  "sheet.status-header": "Status",
  "sheet.header-of": "{header}, {table}",
  "sheet.columns": "columns {left}–{right}",
  "sheet.over": "Over by {amount}{unit, select, none {} other { ({unit})}}",
  "sheet.on-adjusted": "{said} (budget changed to {adjusted}{unit, select, none {} other { {unit}}} as the text tells; originally {original}{unit, select, none {} other { {unit}}}{rate, select, none {} other {, on which it is {rate}}})",
  "sheet.no-rate": "Not computable: {why}",
  "sheet.kept-heading": "Entries from before",
  "sheet.kept-place": "Where it stood",
  "sheet.kept-content": "Entry",
};
