/** Who answers for a line does not name it, unless nothing else does. */

import { sheetOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf } from "./summary";

describe.each(["Budget Holder", "Budget Manager", "Responsible Officer", "Head of Service", "Cost Centre Owner"])("%s", (person) => {
  test("beside what the line is of", () => {
    const [table] = recogniseSheet(sheetOf("表", [["Service", person, "Annual Budget", "Actual to Date"], ["Adult Social Care", "J Smith", 45210, 21980], ["Children", "K Jones", 38000, 19755]]));
    expect(table === undefined ? null : rolesOf(table)).toBe("name? - original-budget? expenditure");
  });

  test("alone", () => {
    const [table] = recogniseSheet(sheetOf("表", [[person, "Annual Budget", "Actual to Date", "% Spent"], ["J Smith", 45210, 21980, null], ["K Jones", 38000, 19755, null]]));
    expect(table === undefined ? null : rolesOf(table)).toBe("name? original-budget? expenditure rate");
  });
});
