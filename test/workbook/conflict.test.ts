import { conflictOf } from "../../src/workbook/conflict";
import type { Content, Edit } from "../../src/workbook/edits";
import { rangeOf } from "../support/snapshots";

const text = (value: string): Content => ({ kind: "text", value });
const BLANK: Content = { kind: "blank" };
const nameOf = (id: string): string => (id === "{1}" ? "执行" : "");

/** 甲 and 乙 into two blank cells. */
const writing: Edit = { kind: "contents", sheetId: "{1}", range: rangeOf("D5:D6"), contents: [[text("甲")], [text("乙")]], expected: [[BLANK], [BLANK]] };
const storing: Edit = { kind: "stored", expected: null, stored: "new" };
const contents = (...cells: Content[]) => ({ edit: writing, before: { kind: "contents" as const, contents: cells.map((cell) => [cell]) } });
const stored = (now: string | null) => ({ edit: storing, before: { kind: "stored" as const, stored: now } });

test("what is as expected, or already as it is to be, is no conflict", () => {
  for (const targets of [[contents(BLANK, BLANK), stored(null)], [contents(text("甲"), BLANK), stored("new")], [contents(text("甲"), text("乙"))]]) expect(conflictOf(targets, nameOf)).toBeNull();
});

test("the first cell that holds something else is named with its sheet", () => {
  expect(conflictOf([contents(BLANK, BLANK), contents(text("甲"), text("丙"))], nameOf))
    .toEqual({ code: "cells-changed", place: { sheetId: "{1}", sheetName: "执行", range: rangeOf("D6") }, values: { where: "D6" } });
  expect(conflictOf([contents(text("乙"), text("甲")), stored("other")], nameOf)).toMatchObject({ values: { where: "D5" } });
});

test("a record that somebody else replaced is a conflict without a place", () => {
  expect(conflictOf([stored("other")], nameOf)).toEqual({ code: "cells-changed", values: { where: "stored" } });
});
