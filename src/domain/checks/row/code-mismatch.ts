import { classKey, codesNamed, isFunctionCode, namesEver, officialName } from "../../functional-class/dictionary";
import { parseProjectCode, type ProjectCode } from "../../functional-class/project-code";
import type { Finding } from "../../finding";
import { normaliseCode } from "../../recognise/normalise";
import { columnOf, type TableColumn } from "../../table";
import { lineCheck, NOTHING } from "../check";
import { findingOf } from "../findings";
import { className } from "../function-names";
import { cellAt, placeAt, type TableInput, type WorkbookInput } from "../input";
import { yearOf } from "../period";

/** So many other lines must agree before one line's unit part, or one line's name, counts as the odd one. */
const LEAST_WITNESSES = 2;

/**
 * Codes and names of one line that contradict each other:
 * the functional code that a project code embeds and the line's own; the unit part of one line and of all
 * others in the table; the name of a functional code here and on the workbook's other lines, or, where
 * these say nothing, in the official classification of the table's year; where that does not know it either, two names that are equally frequent.
 */
export const codeMismatch = lineCheck({
  id: "code-mismatch",
  scope: "row",
  severities: ["error", "warning", "info"],
  parameters: {},
  find: (table, _values, workbook) => {
    const [code, functionCode, functionName] = [columnOf(table.table, "code"), columnOf(table.table, "function-code"), nameColumnOf(table)];
    if (functionCode === null && code === null) return null;
    const { rows, codes } = table.keyed();
    const textAt = (column: TableColumn | null, i: number): string => {
      if (column === null) return "";
      const text = String(cellAt(table, rows[i]?.row ?? 0, column.column));
      return text === rows[i]?.code ? (codes[i] ?? "") : normaliseCode(text);
    };
    const projects = rows.map((_, i) => parseProjectCode(textAt(code, i)));
    const unit = commonUnitPart(projects);
    const judgeNameOnce = createNameJudge(workbook);
    const ownYear = yearOf(table, workbook);
    return (i) => {
      const row = rows[i];
      if (row === undefined || row.kind === "total") return NOTHING;
      const project = projects[i] ?? null;
      const own = textAt(functionCode, i);
      const findings: Finding[] = [];
      if (project !== null && code !== null && functionCode !== null && isFunctionCode(own) && !project.functionCode.startsWith(own)) {
        findings.push(mismatch(table, i, functionCode, "error", project.functionCode, own, { kind: "embedded", name: row.name, code: row.code }));
      }
      if (project !== null && code !== null && unit !== null && project.unit !== unit) {
        findings.push(mismatch(table, i, code, "warning", unit, project.unit, { kind: "unit", name: row.name, code: row.code }));
      }
      if (functionCode !== null && functionName !== null && isFunctionCode(own)) {
        const printed = String(cellAt(table, row.row, functionName.column)).trim();
        const name = className(printed);
        const judged = name === "" ? null : judgeNameOnce(own, name, project?.year ?? ownYear);
        if (judged !== null) findings.push(mismatch(table, i, functionName, judged.severity, judged.name, printed, { kind: judged.kind, name: row.name, code: own }));
      }
      return findings.length === 0 ? NOTHING : findings;
    };
  },
});

/** The column of the functional class's name: its own, or the name of a table whose lines are functional classes. */
function nameColumnOf(input: TableInput): TableColumn | null {
  const own = columnOf(input.table, "function-name");
  if (own !== null || columnOf(input.table, "code") !== null) return own;
  const [code, name] = [columnOf(input.table, "function-code"), columnOf(input.table, "name")];
  return code !== null && name !== null && mayNameClasses(input, code, name) ? name : null;
}

/** Projects, too, are listed with the code of their class: then none of the lines is called what its code ever was. */
function mayNameClasses(input: TableInput, code: TableColumn, name: TableColumn): boolean {
  let known = 0;
  for (const { row } of input.table.rows) {
    const ever = namesEver(normaliseCode(String(cellAt(input, row, code.column)))).map(classKey);
    if (ever.length === 0) continue;
    if (ever.includes(classKey(className(String(cellAt(input, row, name.column)).trim())))) return true;
    known += 1;
  }
  return known < LEAST_WITNESSES;
}

/** The unit part that all project codes but one share; null where they do not. */
function commonUnitPart(projects: readonly (ProjectCode | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const project of projects) if (project !== null) counts.set(project.unit, (counts.get(project.unit) ?? 0) + 1);
  const [common, ...others] = [...counts].sort(([, a], [, b]) => b - a);
  const odd = others.reduce((sum, [, count]) => sum + count, 0);
  return common !== undefined && odd === 1 && common[1] > LEAST_WITNESSES ? common[0] : null;
}

interface JudgedName {
  readonly kind: "workbook" | "tie" | "dictionary";
  readonly name: string;
  readonly severity: "warning" | "info";
}

/** Large tables repeat their codes and names, so each pair is judged once. */
function createNameJudge(workbook: WorkbookInput): (code: string, name: string, year: number | null) => JudgedName | null {
  const judged = new Map<string, JudgedName | null>();
  return (code, name, year) => {
    const key = `${code} ${year ?? ""} ${name}`;
    const known = judged.get(key);
    if (known !== undefined) return known;
    const judgement = judgeName(code, name, year, workbook);
    judged.set(key, judgement);
    return judgement;
  };
}

/** What the code is called instead; null where the name stands, or nothing is known. */
function judgeName(code: string, name: string, year: number | null, workbook: WorkbookInput): JudgedName | null {
  const names = workbook.functionNames().get(code);
  const key = classKey(name);
  const usual = names?.usual ?? null;
  if (usual !== null && usual.lines >= LEAST_WITNESSES) {
    return classKey(usual.name) === key ? null : { kind: "workbook", name: usual.name, severity: "warning" };
  }
  const official = year === null ? null : officialName(code, year);
  if (official === null) return names === undefined || usual !== null || classKey(names.first) === key ? null : { kind: "tie", name: names.first, severity: "warning" };
  if (classKey(official) === key) return null;
  // A name of other years is dated, one that belongs to another code is wrong; any other may be local usage.
  const isForeign = codesNamed(name).some((other) => !other.startsWith(code) && !code.startsWith(other)) && !namesEver(code).some((ever) => classKey(ever) === key);
  return { kind: "dictionary", name: official, severity: isForeign ? "warning" : "info" };
}

function mismatch(table: TableInput, i: number, column: TableColumn, severity: Finding["severity"], expected: string, actual: string, values: { readonly kind: string; readonly name: string; readonly code: string }): Finding {
  return findingOf({ rule: "code-mismatch", severity, place: placeAt(table, i, column.column), expected, actual, values });
}
