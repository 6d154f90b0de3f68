/** Which findings are listed, and under what headings: on all that is wrong with the report. */

import fc from "fast-check";
import type { Severity } from "../../src/domain/finding";
import { EMPTY_REVIEW, type ReviewedFinding } from "../../src/pipeline/review";
import { countBySeverity, countByTable, countDismissed, listRows, matching, tableOf, TEXT_ALONE, type ListRow } from "../../src/taskpane/findings/listing";
import type { FindingFilter } from "../../src/taskpane/state/session";
import { checkedOf, REPORT_TEXT } from "../support/checked";
import { sampleSnapshot } from "../support/sample";

const { findings, reading } = checkedOf(sampleSnapshot(), { ...EMPTY_REVIEW, text: { text: REPORT_TEXT, source: "", cells: null } });
const { tables } = reading.execution;
const ALL: FindingFilter = { severity: null, tableId: null, search: "", dismissed: false };
const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** Some of the findings, some of them dismissed. */
const someFindings = fc.subarray(findings as ReviewedFinding[]).chain((some) =>
  fc.tuple(...some.map((finding) => fc.boolean().map((isDismissed): ReviewedFinding => (isDismissed ? { ...finding, dismissal: { mark: finding.mark, note: "已核实", on: "2017-01-10" } } : finding)))));
const someFilter = fc.record({
  severity: fc.constantFrom(null, ...ORDER),
  tableId: fc.constantFrom(null, TEXT_ALONE, ...tables.map(({ id }) => id)),
  search: fc.constant(""),
  dismissed: fc.boolean(),
});

interface Section {
  readonly heading: Extract<ListRow, { kind: "group" }>;
  readonly findings: readonly ReviewedFinding[];
}

function sectionsOf(rows: readonly ListRow[]): Section[] {
  const sections: { heading: Section["heading"]; findings: ReviewedFinding[] }[] = [];
  for (const row of rows) {
    if (row.kind === "group") sections.push({ heading: row, findings: [] });
    else sections.at(-1)?.findings.push(row.reviewed);
  }
  return sections;
}

test("the report gives findings of every severity, in tables and in the text alone", () => {
  expect(new Set(findings.map(({ finding }) => finding.severity))).toEqual(new Set(ORDER));
  expect(findings.map(tableOf)).toContain(TEXT_ALONE);
  expect(new Set(findings.map(tableOf)).size).toBeGreaterThan(4);
});

test("every finding that is wanted stands once under the heading of its severity and table, no other does", () => {
  fc.assert(fc.property(someFindings, someFilter, (some, filter) => {
    const met = matching(some, filter, () => "");
    const sections = sectionsOf(listRows(met, filter, tables));
    const isWanted = (finding: ReviewedFinding): boolean =>
      (filter.tableId === null || tableOf(finding) === filter.tableId) && (filter.severity === null || finding.finding.severity === filter.severity) && (filter.dismissed || finding.dismissal === null);
    const listed = sections.flatMap((section) => section.findings);
    expect(new Set(listed)).toEqual(new Set(some.filter(isWanted)));
    expect(listed).toHaveLength(new Set(listed).size);
    for (const { heading, findings: under } of sections) {
      expect(heading.count).toBe(under.length);
      // In the order of the checks.
      expect(under).toEqual(some.filter((finding) => under.includes(finding)));
      for (const finding of under) {
        if (heading.of === "dismissed") expect(finding.dismissal).not.toBeNull();
        else expect({ severity: finding.finding.severity, tableId: tableOf(finding), dismissal: finding.dismissal }).toEqual({ ...heading.of, dismissal: null });
      }
    }
  }));
});

test("the gravest come first, within a severity the tables in their order and the text last, the dismissed at the very end", () => {
  fc.assert(fc.property(someFindings, (some) => {
    const ranks = sectionsOf(listRows(some, { ...ALL, dismissed: true }, tables)).map(({ heading: { of } }) => {
      if (of === "dismissed") return [ORDER.length, 0];
      const at = tables.findIndex(({ id }) => id === of.tableId);
      return [ORDER.indexOf(of.severity), at < 0 ? (of.tableId === TEXT_ALONE ? tables.length + 1 : tables.length) : at];
    });
    expect(ranks).toEqual([...ranks].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  }));
});

test("counts are of open findings; every finding is either counted or dismissed", () => {
  fc.assert(fc.property(someFindings, (some) => {
    const bySeverity = Object.values(countBySeverity(some)).reduce((sum, count) => sum + count, 0);
    const byTable = countByTable(some, tables).reduce((sum, { count }) => sum + count, 0);
    expect([bySeverity, byTable]).toEqual([some.length - countDismissed(some), some.length - countDismissed(some)]);
    expect(countDismissed(some)).toBe(some.filter(({ dismissal }) => dismissal !== null).length);
  }));
});

test.each([
  ["综合治理", [0]],
  ["综合治理 B23", [0]],
  ["b23 综合治理", [0]],
  ["１８４．３３％", [0]],
  ["  ", [0, 1]],
  ["预算", [0, 1]],
  ["综合治理 政协", []],
])("“%s” is looked for word by word, in any width and case", (search, expected) => {
  const two = findings.slice(0, 2);
  const texts = ["“综合治理经费”执行率 184.33%，预算 98.81\n项目完成情况 B23", "“政协事务”有预算 2.05\n预算执行 B4"];
  expect(matching(two, { ...ALL, search }, (at) => texts[at] ?? "").map((finding) => two.indexOf(finding))).toEqual(expected);
});
