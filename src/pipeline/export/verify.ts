/** Whether an exported file is still as it was made, and what it says of itself. */

import { done, failed, type Outcome } from "../../workbook/problem";
import { contentsOfSheet } from "../../workbook/sheet-layout";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { fingerprint, type NamedContents } from "./canonical";
import type { ExportFacts } from "./facts";
import { factsFrom, FORMAT, readVerification, WHOLE, withoutWhole } from "./verification-sheet";

/**
 * Fails with `not-exported` for a workbook without our 数据校验 sheet, `export-newer` for one of a later form, and
 * `export-changed` where any cell contains something else than it did; `sheets` names the sheets, as far as they are known.
 */
export function verifyExport(sheets: readonly SheetSnapshot[]): Outcome<ExportFacts> {
  const named = sheets.map((sheet): NamedContents => ({ name: sheet.name, contents: contentsOfSheet(sheet) }));
  const own = named.find(({ contents }) => readVerification(contents) !== null);
  const values = own === undefined ? null : readVerification(own.contents);
  if (own === undefined || values === null) return failed({ code: "not-exported" });
  if (values.get("format") !== FORMAT) return failed({ code: "export-newer", values: { format: values.get("format") ?? "" } });
  const others = named.filter((sheet) => sheet !== own);
  const facts = factsFrom(values);
  const whole = fingerprint([...others, { ...own, contents: withoutWhole(own.contents) }]);
  if (whole === values.get(WHOLE) && facts !== null) return done(facts);
  const prints = new Set([...values].flatMap(([key, value]) => (key.startsWith("sheet.") ? [value] : [])));
  const changed = others.filter((sheet) => !prints.has(fingerprint([sheet]))).map(({ name }) => name);
  return failed({ code: "export-changed", values: { sheets: (changed.length === 0 ? [own.name] : changed).join("、") } });
}
