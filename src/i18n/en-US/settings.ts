import type { settings as reference } from "../zh-CN/settings";

export const settings: Readonly<Record<keyof typeof reference, string>> = {
  "settings.title": "Settings of checks",
  "settings.back": "Back",
  "settings.presets": "What execution is measured against",
  "settings.colours": "Colours in the sheet",
  "settings.default": "Default {value}, from {min, number} to {max, number}. Source: {source}",
  "settings.default.choice": "Default: {value}. Source: {source}",
  "settings.changed": "Changed",
  "settings.reset": "Reset",
  "settings.reset.of": "{parameter}: reset",
  "settings.reset.all": "Reset everything",
  "settings.wrong": "Not saved: enter a number from {min, number} to {max, number}",
  "colours.none": "No colours",
  "colours.fixed": "Fixed: coloured as found",
  "colours.following": "Conditional formats: colours follow edits",
  "scope.cell": "Cells",
  "scope.row": "Lines",
  "scope.table": "Whole tables",
  "scope.workbook": "Between tables",
  "scope.text": "Text of the report",
};
