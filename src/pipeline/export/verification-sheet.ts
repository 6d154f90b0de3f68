/** 数据校验: what an exported file is made from, and the fingerprints that show whether it is still as it was made. */

import { Decimal } from "../../domain/amounts/decimal";
import { UNITS, type Unit } from "../../domain/amounts/unit";
import type { BlockSheet, SummaryRow } from "../../domain/summary/model";
import { formatRange, parseRange, type CellRange } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import type { SheetContents } from "../../workbook/sheet-layout";
import { PROJECT_FIGURES, UNIT_FIGURES, type ExportFacts, type ProjectFigure, type UnitFigure } from "./facts";
import type { ExportWord, ExportWords } from "./words";

/** Told apart by the number: a later form is not judged by the rules of this one. */
export const FORMAT = "budget-execution-summary/1";
export const FORMAT_FAMILY = "budget-execution-summary/";

/** Of the sheets beside this one, in their order. */
export interface SheetPrint {
  readonly name: string;
  readonly fingerprint: string;
  /** What is printed of it. */
  readonly area: CellRange;
}

/** Beside the fingerprint of the whole file stands this key. */
export const WHOLE = "sha256";
/** Before a sheet's name. */
const SHEET = "sheet.";
const PRINTED = "printed.";
const SCOPE = "scope";
const NOT_COUNTED = "not-counted.";
/** The one scope that is named; a file without any is of the unit as a whole. */
const PROJECTS = "projects";
const UNKNOWN_WORKBOOK = "workbook.unknown";

/** What is said, as one line each: for people, for machines, and the key by which these find it. */
interface Line {
  readonly label: string;
  readonly value: string;
  readonly key: string;
}

export function verificationSheet(facts: ExportFacts, prints: readonly SheetPrint[], whole: string, words: ExportWords): BlockSheet {
  const line = (word: ExportWord, key: string, value: string): Line => ({ label: words(word), key, value });
  const lines: Line[] = [
    line("verification.format", "format", FORMAT),
    line("verification.organisation", "organisation", facts.organisation),
    line("verification.year", "year", facts.year === null ? "" : String(facts.year)),
    line("verification.cut-off", "cut-off", facts.cutOff ?? ""),
    line("verification.basis", "basis", facts.basis),
    line("verification.unit", "unit", facts.unit),
    ...(facts.projects === undefined ? [] : [line("verification.scope", SCOPE, PROJECTS)]),
    line("verification.tool", "tool", facts.tool),
    ...workbookLine(facts, words),
    ...facts.sources.map((source, i) => ({ label: words("verification.source", { number: i + 1 }), key: `source.${i + 1}`, value: source })),
    ...(facts.notCounted ?? []).map((text, i) => line("verification.not-counted", `${NOT_COUNTED}${i + 1}`, text)),
    ...UNIT_FIGURES.map((figure) => line(`figure.${figure}`, `figure.${figure}`, facts.figures[figure]?.toFixed() ?? "")),
    ...projectLines(facts, words),
    ...prints.map(({ name, fingerprint }) => ({ label: words("verification.sheet", { sheet: name }), key: `${SHEET}${name}`, value: fingerprint })),
    ...prints.map(({ name, area }) => ({ label: words("verification.printed", { sheet: name }), key: `${PRINTED}${name}`, value: formatRange(area) })),
    line("verification.fingerprint", WHOLE, whole),
  ];
  return {
    name: words("verification"), orientation: "portrait",
    blocks: [
      { kind: "title", text: words("verification") },
      { kind: "note", text: words("verification.note") },
      { kind: "note", text: words("verification.canonical") },
      {
        kind: "table", id: "verification", title: null,
        columns: [
          { key: "label", header: [words("verification.item")], kind: "name", isOpen: false },
          { key: "value", header: [words("verification.value")], kind: "long-text", isOpen: false },
          { key: "key", header: [words("verification.key")], kind: "name", isOpen: false },
        ],
        rows: lines.map(({ label, value, key }): SummaryRow => ({ key, kind: key === WHOLE ? "total" : "body", level: 0, cells: [label, value, key].map((text) => ({ kind: "text", text })) })),
      },
    ],
  };
}

function projectLines({ projects }: ExportFacts, words: ExportWords): Line[] {
  if (projects === undefined) return [];
  return PROJECT_FIGURES.map((figure) => ({ label: words("verification.of-projects", { figure: words(`figure.${figure}`) }), key: `${PROJECTS}.${figure}`, value: projects[figure]?.toFixed() ?? "" }));
}

/** What is not known is said under a key of its own: no machine takes the words for a name. */
function workbookLine({ workbook }: ExportFacts, words: ExportWords): Line[] {
  const label = words("verification.workbook");
  if (workbook === null) return [];
  return [workbook === "" ? { label, value: words("verification.workbook-unknown"), key: UNKNOWN_WORKBOOK } : { label, value: workbook, key: "workbook" }];
}

/** By key; null for a sheet that is none such. */
export function readVerification(contents: SheetContents): ReadonlyMap<string, string> | null {
  for (const cells of contents) {
    const at = cells.findIndex((content) => textOf(content).startsWith(FORMAT_FAMILY));
    if (at >= 0 && textOf(cells[at + 1]) === "format") return new Map(contents.flatMap((row) => (textOf(row[at + 1]) === "" ? [] : [[textOf(row[at + 1]), textOf(row[at])] as const])));
  }
  return null;
}

/** Fingerprints by the names of their sheets. */
export function printsIn(values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...values].flatMap(([key, value]) => (key.startsWith(SHEET) ? [[key.slice(SHEET.length), value] as const] : [])));
}

/** What was printed of a sheet; null in a file that does not tell. */
export function areaIn(values: ReadonlyMap<string, string>, sheet: string): CellRange | null {
  return parseRange(values.get(`${PRINTED}${sheet}`) ?? "");
}

/** The same contents with nothing in the cell that the fingerprint of the whole file stands in: it cannot cover itself. */
export function withoutWhole(contents: SheetContents): SheetContents {
  return contents.map((cells) => {
    const at = cells.findIndex((content) => textOf(content) === WHOLE);
    return at < 1 ? cells : cells.map((content, c): Content => (c === at - 1 ? { kind: "blank" } : content));
  });
}

/** null where a value is none that we write. */
export function factsFrom(values: ReadonlyMap<string, string>): ExportFacts | null {
  const text = (key: string): string => values.get(key) ?? "";
  const [year, basis, unit, scope] = [text("year"), text("basis"), text("unit"), text(SCOPE)];
  if ((scope !== "" && scope !== PROJECTS) || (year !== "" && !/^\d{4}$/u.test(year)) || (basis !== "original" && basis !== "adjusted") || !isUnit(unit)) return null;
  const figures = UNIT_FIGURES.map((figure) => [figure, decimalOf(text(`figure.${figure}`))] as const);
  const projects = PROJECT_FIGURES.map((figure) => [figure, decimalOf(text(`${PROJECTS}.${figure}`))] as const);
  if ([...figures, ...projects].some(([, value]) => value === undefined)) return null;
  const notCounted = [...values].flatMap(([key, value]) => (key.startsWith(NOT_COUNTED) ? [value] : []));
  return {
    organisation: text("organisation"), year: year === "" ? null : Number(year), cutOff: text("cut-off") || null, basis, unit, tool: text("tool"),
    workbook: values.get("workbook") ?? (values.has(UNKNOWN_WORKBOOK) ? "" : null),
    sources: [...values].flatMap(([key, value]) => (key.startsWith("source.") ? [value] : [])),
    ...(notCounted.length > 0 && { notCounted }),
    figures: Object.fromEntries(figures) as Record<UnitFigure, Decimal | null>,
    ...(scope === PROJECTS && { projects: Object.fromEntries(projects) as Record<ProjectFigure, Decimal | null> }),
  };
}

function isUnit(text: string): text is Unit | "" {
  return text === "" || Object.hasOwn(UNITS, text);
}

function decimalOf(text: string): Decimal | null | undefined {
  if (text === "") return null;
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? new Decimal(text) : undefined;
}

function textOf(content: Content | undefined): string {
  return content?.kind === "text" ? content.value : "";
}
