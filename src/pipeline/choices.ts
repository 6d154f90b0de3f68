/**
 * What a person chose for a workbook, as it is kept in the workbook's ledger, so that pane and ribbon
 * compute the same and next time nothing has to be chosen again. Thresholds and confirmed adjustments are not among them.
 */

import type { Basis } from "../domain/execution/result";
import { formatCutOff, parseCutOff } from "../domain/execution/cut-off";
import type { TableOverride } from "../domain/recognise/override";
import { UNITS, type Unit } from "../domain/amounts/unit";
import { ROLES, type Role } from "../domain/table";
import type { CellRange } from "../workbook/address";
import type { Json } from "../workbook/ledger";
import { DEFAULT_OPTIONS, type ComputeOptions, type SelectedRanges } from "./compute";
import type { TablePair } from "./pair";

/** null where nothing differs from what the add-in does by itself. */
export function choicesToJson({ basis, cutOff, overrides, pairs, ranges }: ComputeOptions): Json {
  const choices = {
    ...(basis === DEFAULT_OPTIONS.basis ? {} : { basis }),
    ...(cutOff === null ? {} : { cutOff: formatCutOff(cutOff) }),
    ...(overrides.length === 0 ? {} : { overrides: overrides.map(overrideToJson) }),
    ...(pairs.length === 0 ? {} : { pairs: pairs.map(({ expenditure, budget }) => ({ expenditure, budget })) }),
    ...(ranges === null ? {} : { ranges: rangesToJson(ranges) }),
  };
  return Object.keys(choices).length === 0 ? null : choices;
}

/** What is missing or makes no sense is as if it had never been chosen. */
export function choicesFromJson(json: Json): ComputeOptions {
  if (!isRecord(json)) return DEFAULT_OPTIONS;
  const cutOff = json["cutOff"];
  return {
    ...DEFAULT_OPTIONS,
    basis: isBasis(json["basis"]) ? json["basis"] : DEFAULT_OPTIONS.basis,
    cutOff: typeof cutOff === "string" ? parseCutOff(cutOff) : null,
    overrides: listOf(json["overrides"], parseOverride),
    pairs: listOf(json["pairs"], parsePair),
    ranges: parseRanges(json["ranges"]),
  };
}

type JsonRecord = { readonly [key: string]: Json };

function overrideToJson({ range, columns, ignoredRows = [], ignoredLines = [], subtotalRows, subtotalLines = [], headers, ...rest }: TableOverride): Json {
  return {
    ...rest,
    ...(range === undefined ? {} : { range: rangeToJson(range) }),
    ...(columns === undefined ? {} : { columns: { ...columns } }),
    ...(ignoredRows.length === 0 ? {} : { ignoredRows: [...ignoredRows] }),
    ...(ignoredLines.length === 0 ? {} : { ignoredLines: [...ignoredLines] }),
    ...(subtotalRows === undefined ? {} : { subtotalRows: [...subtotalRows] }),
    ...(subtotalLines.length === 0 ? {} : { subtotalLines: [...subtotalLines] }),
    ...(headers === undefined ? {} : { headers: [...headers] }),
  };
}

function parseOverride(json: Json): TableOverride | null {
  if (!isRecord(json) || typeof json["tableId"] !== "string") return null;
  const { headerTop, headerBottom, lastRow, totalRow } = json;
  const range = parseRange(json["range"]);
  const unit = json["unit"];
  const columns = parseColumns(json["columns"]);
  const headers = listOf(json["headers"], textOrNull);
  const unconfirmed = listOf(json["unconfirmed"], indexOrNull);
  const ignoredLines = listOf(json["ignoredLines"], textOrNull);
  const ignoredRows = listOf(json["ignoredRows"], indexOrNull);
  const subtotalLines = listOf(json["subtotalLines"], textOrNull);
  return {
    tableId: json["tableId"],
    ...(json["ignored"] === true ? { ignored: true } : {}),
    ...(range === null ? {} : { range }),
    ...(isIndex(headerTop) ? { headerTop } : {}),
    ...(isIndex(headerBottom) ? { headerBottom } : {}),
    ...(isIndex(lastRow) ? { lastRow } : {}),
    ...(unit === null || isUnit(unit) ? { unit } : {}),
    ...(columns === null ? {} : { columns }),
    ...(unconfirmed.length === 0 ? {} : { unconfirmed }),
    ...(totalRow === null || isIndex(totalRow) ? { totalRow } : {}),
    ...(ignoredRows.length === 0 ? {} : { ignoredRows }),
    ...(ignoredLines.length === 0 ? {} : { ignoredLines }),
    // None are a decision too.
    ...(isList(json["subtotalRows"]) ? { subtotalRows: listOf(json["subtotalRows"], indexOrNull) } : {}),
    ...(subtotalLines.length === 0 ? {} : { subtotalLines }),
    ...(headers.length === 0 ? {} : { headers }),
  };
}

function parseColumns(json: Json | undefined): Readonly<Record<number, Role | null>> | null {
  if (!isRecord(json)) return null;
  return Object.fromEntries(Object.entries(json).flatMap(([column, role]) => (/^\d+$/u.test(column) && (role === null || isRole(role)) ? [[column, role]] : [])));
}

function parsePair(json: Json): TablePair | null {
  if (!isRecord(json)) return null;
  const { expenditure, budget } = json;
  return typeof expenditure === "string" && (budget === null || typeof budget === "string") ? { expenditure, budget } : null;
}

function rangesToJson({ budget, expenditure }: SelectedRanges): Json {
  return {
    budget: { sheetId: budget.sheetId, range: rangeToJson(budget.range) },
    expenditure: { sheetId: expenditure.sheetId, range: rangeToJson(expenditure.range) },
  };
}

function parseRanges(json: Json | undefined): SelectedRanges | null {
  if (!isRecord(json)) return null;
  const [budget, expenditure] = [parseSheetRange(json["budget"]), parseSheetRange(json["expenditure"])];
  return budget === null || expenditure === null ? null : { budget, expenditure };
}

function parseSheetRange(json: Json | undefined): SelectedRanges["budget"] | null {
  if (!isRecord(json) || typeof json["sheetId"] !== "string") return null;
  const range = parseRange(json["range"]);
  return range === null ? null : { sheetId: json["sheetId"], range };
}

function rangeToJson({ top, left, bottom, right }: CellRange): Json {
  return [top, left, bottom, right];
}

function parseRange(json: Json | undefined): CellRange | null {
  if (!isList(json)) return null;
  const [top, left, bottom, right] = json;
  return isIndex(top) && isIndex(left) && isIndex(bottom) && isIndex(right) && top <= bottom && left <= right ? { top, left, bottom, right } : null;
}

function listOf<T>(json: Json | undefined, parse: (item: Json) => T | null): readonly T[] {
  return isList(json) ? json.flatMap((item) => parse(item) ?? []) : [];
}

function textOrNull(json: Json): string | null {
  return typeof json === "string" ? json : null;
}

function indexOrNull(json: Json): number | null {
  return isIndex(json) ? json : null;
}

function isRecord(json: Json | undefined): json is JsonRecord {
  return typeof json === "object" && json !== null && !isList(json);
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

function isIndex(json: Json | undefined): json is number {
  return typeof json === "number" && Number.isSafeInteger(json) && json >= 0;
}

function isBasis(json: Json | undefined): json is Basis {
  return json === "original" || json === "adjusted";
}

function isUnit(json: Json | undefined): json is Unit {
  return typeof json === "string" && Object.hasOwn(UNITS, json);
}

function isRole(json: Json | undefined): json is Role {
  return ROLES.some((role) => role === json);
}
