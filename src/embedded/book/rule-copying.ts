/** Conditional formats and validation go along when cells are copied. */

import { formatRange, overlap, subtract } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import type { Area } from "./copying";
import { WORKSHEET_ORDER } from "./file/order";
import { rangesOf } from "./formula/precedents";
import { moveRelative } from "./formula/references";
import { editXml } from "./package/package";
import { childOf, childrenOf, clone, ensureChild, insertInOrder, removeChild, setAttributes, setText, textOf, walk } from "./package/xml";
import type { XmlElement } from "./package/xml";

export function copyRules(source: Area, target: Area): void {
  copyKind(source, target, "conditionalFormatting", (root) => root);
  copyKind(source, target, "dataValidation", (root, make) => (make ? ensureChild(root, "dataValidations", WORKSHEET_ORDER) : childOf(root, "dataValidations")));
}

function copyKind(source: Area, target: Area, name: string, listOf: (root: XmlElement, make: boolean) => XmlElement | undefined): void {
  const sources = listOf(editXml(source.sheet.part), false);
  const found = sources ? childrenOf(sources, name).map((rule) => ({ rule, ranges: rangesOf(rule.attributes["sqref"]) })) : [];
  const copies = found.flatMap(({ rule, ranges }) => {
    const places = ranges.flatMap((range) => repeated(range, source.range, target.range));
    const [origin] = ranges;
    return places.length > 0 && origin ? [{ rule: clone(rule), places, origin }] : [];
  });
  const existing = listOf(editXml(target.sheet.part), false);
  if (existing) clearRules(existing, name, target.range);
  for (const { rule, places, origin } of copies) {
    const [first] = places;
    if (!first) continue;
    moveFormulas(rule, first.top - origin.top, first.left - origin.left);
    rule.attributes["sqref"] = places.map(formatRange).join(" ");
    const list = listOf(editXml(target.sheet.part), true);
    if (!list) continue;
    if (name === "conditionalFormatting") insertInOrder(list, rule, WORKSHEET_ORDER);
    else {
      list.children.push(rule);
      setAttributes(list, { count: childrenOf(list).length });
    }
  }
}

/** Takes a range out of all rules of a kind. */
export function clearRules(list: XmlElement, name: string, hole: CellRange): void {
  for (const rule of childrenOf(list, name)) {
    const rest = rangesOf(rule.attributes["sqref"]).flatMap((range) => subtract(range, hole));
    if (rest.length === 0) removeChild(list, rule);
    else rule.attributes["sqref"] = rest.map(formatRange).join(" ");
  }
}

/** Where the part of a rule's range inside the source comes to lie in the target, as often as it is repeated. */
function repeated(range: CellRange, source: CellRange, target: CellRange): CellRange[] {
  const part = overlap(range, source);
  if (!part) return [];
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  const places: CellRange[] = [];
  for (let top = target.top; top <= target.bottom; top += height) {
    for (let left = target.left; left <= target.right; left += width) {
      places.push({ top: top + part.top - source.top, bottom: top + part.bottom - source.top, left: left + part.left - source.left, right: left + part.right - source.left });
    }
  }
  return places;
}

function moveFormulas(rule: XmlElement, rows: number, columns: number): void {
  walk(rule, (entry) => {
    if (/^formula[12]?$/.test(entry.name)) setText(entry, moveRelative(textOf(entry), rows, columns));
  });
}
