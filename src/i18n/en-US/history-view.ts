/** The pane's history: the runs that can be taken back. */
export const historyView = {
  "history.open": "History",
  "history.close": "Close history",
  "history.back": "Back",
  "history.title": "What was written",
  "history.about": "Undo from the latest one back. Cells that others changed after the writing stay as they are.",
  "history.runs": "What was written, the latest first",
  "history.act": "{act, select, compute {Compute execution} flag {Flag anomalies} summarise {Build summary} live {Auto-update} other {Writing}}",
  "history.cells": "{count, plural, =0 {colours only} one {# cell} other {# cells}}",
  "history.undo": "Undo",
  "history.undo.through": "Undo the latest {count, number}",
  "history.unkept": "Too much for the browser to keep; it cannot be undone once the pane is closed.",
  "history.cut": "Earlier writing is not kept on this computer and cannot be undone here.",
  "history.nothing": "There is nothing to undo.",
};
