/** Defined names in the workbook part. */

import type { DefinedName } from "../names";
import { childOf, childrenOf, element, flag, setText, textOf } from "../package/xml";
import type { XmlElement } from "../package/xml";
import type { Sheet } from "../model";

const BUILT_IN = "_xlnm.";
const KNOWN = new Set(["name", "localSheetId", "comment", "hidden"]);

/** @param tabs the sheets by the number that names use, null where a tab is no worksheet */
export function readNames(workbook: XmlElement, tabs: readonly (Sheet | null)[]): DefinedName[] {
  const list = childOf(workbook, "definedNames");
  if (!list) return [];
  return childrenOf(list).flatMap((entry) => {
    const local = entry.attributes["localSheetId"];
    const sheet = local === undefined ? null : (tabs[Number(local)] ?? null);
    const { name = "" } = entry.attributes;
    // Names of a chart sheet or of a sheet that is not there cannot be told from the workbook's own.
    if (name === "" || (local !== undefined && !sheet)) return [];
    const builtIn = name.startsWith(BUILT_IN);
    return {
      name: builtIn ? name.slice(BUILT_IN.length) : name,
      sheet, builtIn,
      formula: `=${textOf(entry)}`,
      comment: entry.attributes["comment"] ?? "",
      visible: !flag(entry, "hidden"),
      attributes: Object.fromEntries(Object.entries(entry.attributes).filter(([key]) => !KNOWN.has(key))),
    };
  });
}

export function namesElement(names: readonly DefinedName[], tabOf: (sheet: Sheet) => number): XmlElement | null {
  if (names.length === 0) return null;
  return element("definedNames", {}, names.map((defined) => {
    const entry = element("definedName", {
      name: (defined.builtIn ? BUILT_IN : "") + defined.name,
      localSheetId: defined.sheet ? tabOf(defined.sheet) : undefined,
      comment: defined.comment || undefined,
      hidden: defined.visible ? undefined : 1,
      ...defined.attributes,
    });
    setText(entry, defined.formula.slice(1));
    return entry;
  }));
}
