/** Whether an exported file is still as it was made, and what it says of itself. */

import { contains, formatRange, type CellRange } from "../../workbook/address";
import { done, failed, type Outcome } from "../../workbook/problem";
import { contentsOfSheet } from "../../workbook/sheet-layout";
import { printsContent } from "../../workbook/number-format";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { FORMATS } from "../layout/styles";
import { fingerprint, type NamedContents } from "./canonical";
import type { ExportFacts } from "./facts";
import { areaIn, factsFrom, FORMAT, printsIn, readVerification, WHOLE, withoutWhole } from "./verification-sheet";

/** A sheet as it came in a file. */
export interface ReceivedSheet extends SheetSnapshot {
  /** References to what it contains and does not show: hidden rows and columns, cells without ink. */
  readonly unseen?: readonly string[];
  /** What is printed; nothing is everything. */
  readonly printArea?: readonly CellRange[];
}

/**
 * Fails with `not-exported` for a workbook without our 数据校验 sheet, `export-newer` for one of a later form,
 * `export-changed` where any cell contains something else than it did, or prints something else than it contains, and
 * `export-incomplete` where sheets are gone; `sheets` names the sheets, as far as they are known. Where all of that is
 * as it was, but not all of it is printed, `export-hidden`: `places` tells what.
 */
export function verifyExport(sheets: readonly ReceivedSheet[]): Outcome<ExportFacts> {
  const named = sheets.map((sheet): NamedContents => ({ name: sheet.name, contents: contentsOfSheet(sheet) }));
  const own = named.find(({ contents }) => readVerification(contents) !== null);
  const values = own === undefined ? null : readVerification(own.contents);
  if (own === undefined || values === null) return failed({ code: "not-exported" });
  if (values.get("format") !== FORMAT) return failed({ code: "export-newer", values: { format: values.get("format") ?? "" } });
  const others = named.filter((sheet) => sheet !== own);
  const facts = factsFrom(values);
  const whole = fingerprint([...others, { ...own, contents: withoutWhole(own.contents) }]);
  const misprinted = new Set(sheets.filter((sheet) => !printsContents(sheet)).map(({ name }) => name));
  if (whole === values.get(WHOLE) && facts !== null && misprinted.size === 0) {
    const places = sheets.flatMap((sheet) => hiddenPlaces(sheet, areaIn(values, sheet.name)));
    return places.length === 0 ? done(facts) : failed({ code: "export-hidden", values: { places: listed(places) } });
  }
  const prints = printsIn(values);
  const known = new Set(prints.values());
  const changed = named.filter((sheet) => misprinted.has(sheet.name) || (sheet !== own && !known.has(fingerprint([sheet])))).map(({ name }) => name);
  const gone = [...prints.keys()].filter((name) => !NUMBERED.test(name) && !others.some((sheet) => sheet.name === name));
  if (changed.length === 0 && gone.length > 0) return failed({ code: "export-incomplete", values: { sheets: gone.join("、") } });
  return failed({ code: "export-changed", values: { sheets: (changed.length === 0 ? [own.name] : changed).join("、") } });
}

/** Earlier files number their sheets there. */
const NUMBERED = /^\d+$/u;

/** What its paper lacks; `sealed` is the area that was printed when it was made, null where the file does not tell. */
function hiddenPlaces(sheet: ReceivedSheet, sealed: CellRange | null): string[] {
  const { name, visible, unseen = [], printArea = [] } = sheet;
  if (!visible) return [name];
  const places = [...unseen];
  const leavesOut = sealed !== null && printArea.length > 0 && contentsOfSheet(sheet).some((cells, row) => cells.some(({ kind }, column) => kind !== "blank" && contains(sealed, row, column) && !printArea.some((area) => contains(area, row, column))));
  if (leavesOut) places.push(formatRange(sealed));
  return places.map((place) => `${name}!${place}`);
}

const MOST_LISTED = 8;

function listed(places: readonly string[]): string {
  return [...places.slice(0, MOST_LISTED), ...(places.length > MOST_LISTED ? ["…"] : [])].join("、");
}

/** Formats are no contents, as other programs write them otherwise; but a figure must be printed as it is. */
function printsContents({ values, numberFormats }: SheetSnapshot): boolean {
  return values.every((cells, row) => cells.every((value, column) => {
    const format = numberFormats[row]?.[column] ?? "General";
    return typeof value === "boolean" || value === "" || OWN_FORMATS.has(format) || printsContent(value, format);
  }));
}

const OWN_FORMATS: ReadonlySet<string> = new Set(["General", "@", ...Object.values(FORMATS)]);
