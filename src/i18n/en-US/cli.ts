import type { cli as reference } from "../zh-CN/cli";

export const cli: Readonly<Record<keyof typeof reference, string>> = {
  "cli.problem": "{what}. {remedy}",
  "cli.usage": "Usage: {usage}",
  "cli.rows": "{rows, plural, one {# row} other {# rows}}",
  "cli.row": "Row",
  "cli.cut-off": "as of {date}",
  "cli.no-cut-off": "cut-off date unknown",
  "cli.sum": "Sum of the rows: expenditure {expenditure}, budget {budget}, execution rate {rate}",
  "cli.findings": "{errors, plural, one {# error} other {# errors}}, {warnings, plural, one {# warning} other {# warnings}}, {notes, plural, one {# note} other {# notes}}",
  "cli.text-line": "line {line} of the text “{quote}”",
  "cli.dismissed": "{count, plural, one {# more finding was} other {# more findings were}} dismissed in the workbook with a note, and {count, plural, one {is} other {are}} not listed",
  "cli.written": "{file} written: {cells, plural, one {# cell} other {# cells}}",
  "cli.not-carried": "Parts of the original file that the new one does not have: {parts}",
};
