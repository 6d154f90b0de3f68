/** Decisions as they are kept in the workbook. What is missing or makes no sense is as if it had never been decided. */

import { settingsFromJson, settingsToJson } from "../../domain/checks/settings";
import { UNITS, type Unit } from "../../domain/amounts/unit";
import type { Place } from "../../workbook/address";
import type { Json } from "../../workbook/ledger";
import { RATE_CONTENTS } from "../rate-formulas";
import { isLine, type FindingMark, type LineMark, type SheetMark } from "./marks";
import { COLOURS, EMPTY_REVIEW, REASON_CATEGORIES, type Colours, type ConfirmedAdjustment, type ConfirmedChange, type Dismissal, type Reason, type ReasonCategory, type ReportText, type Review } from "./model";

/** null where nothing was decided. */
export function reviewToJson({ settings, dismissals, reasons, confirmed, text, colours, live, rates }: Review): Json {
  const chosen = settingsToJson(settings);
  const json = {
    ...(chosen === null ? {} : { settings: chosen }),
    ...(dismissals.length === 0 ? {} : { dismissals: dismissals.map(({ mark, note, on }) => ({ mark: markToJson(mark), note, on })) }),
    ...(reasons.length === 0 ? {} : { reasons: reasons.map(({ line, category, text: words }) => ({ line: lineToJson(line), category, text: words })) }),
    ...(confirmed.length === 0 ? {} : { confirmed: confirmed.map(({ name, changes }) => ({ name, changes: changes.map(({ change, unit, quote }) => ({ change, unit, quote })) })) }),
    ...(text === null ? {} : { text: textToJson(text) }),
    ...(colours === EMPTY_REVIEW.colours ? {} : { colours }),
    ...(live ? { live } : {}),
    ...(rates === EMPTY_REVIEW.rates ? {} : { rates }),
  };
  return Object.keys(json).length === 0 ? null : json;
}

export function reviewFromJson(json: Json): Review {
  if (!isRecord(json)) return EMPTY_REVIEW;
  const { colours } = json;
  return {
    settings: settingsFromJson(json["settings"]),
    dismissals: listOf(json["dismissals"], parseDismissal),
    reasons: listOf(json["reasons"], parseReason),
    confirmed: listOf(json["confirmed"], parseConfirmed),
    text: parseText(json["text"]),
    colours: isColours(colours) ? colours : EMPTY_REVIEW.colours,
    live: json["live"] === true,
    rates: RATE_CONTENTS.find((known) => known === json["rates"]) ?? EMPTY_REVIEW.rates,
  };
}

type JsonRecord = { readonly [key: string]: Json };

function markToJson({ rule, kind, at, about, other, figures, nth }: FindingMark): Json {
  return { rule, kind, at: at === null ? null : isLine(at) ? lineToJson(at) : sheetToJson(at), about, other: other === null ? null : sheetToJson(other), figures, nth };
}

function lineToJson({ sheetId, sheetName, code, name, nth, amounts }: LineMark): Json {
  return { sheetId, sheetName, code, name, nth, amounts };
}

function sheetToJson({ sheetId, sheetName }: SheetMark): Json {
  return { sheetId, sheetName };
}

function parseDismissal(json: Json): Dismissal | null {
  if (!isRecord(json)) return null;
  const { note, on } = json;
  const mark = parseMark(json["mark"]);
  return mark !== null && typeof note === "string" && typeof on === "string" && /^\d{4}-\d\d-\d\d$/u.test(on) ? { mark, note, on } : null;
}

function parseMark(json: Json | undefined): FindingMark | null {
  if (!isRecord(json)) return null;
  const { rule, kind, about, figures, nth } = json;
  const at = parseNullable(json["at"], (place) => parseLine(place) ?? parseSheet(place));
  const other = parseNullable(json["other"], parseSheet);
  const isValid = typeof rule === "string" && (kind === null || typeof kind === "string") && typeof about === "string" && typeof figures === "string" && isIndex(nth);
  return isValid && at !== undefined && other !== undefined ? { rule, kind, at, about, other, figures, nth } : null;
}

function parseReason(json: Json): Reason | null {
  if (!isRecord(json)) return null;
  const { category, text } = json;
  const line = parseLine(json["line"]);
  return line !== null && (category === null || isCategory(category)) && typeof text === "string" ? { line, category, text } : null;
}

/** One of which any change makes no sense was not confirmed as a whole. */
function parseConfirmed(json: Json): ConfirmedAdjustment | null {
  if (!isRecord(json) || typeof json["name"] !== "string" || !isList(json["changes"])) return null;
  const changes = listOf(json["changes"], parseChange);
  return changes.length > 0 && changes.length === json["changes"].length ? { name: json["name"], changes } : null;
}

function parseChange(json: Json): ConfirmedChange | null {
  if (!isRecord(json)) return null;
  const { change, unit, quote } = json;
  return typeof change === "string" && /^-?\d+(?:\.\d+)?$/u.test(change) && isUnit(unit) && typeof quote === "string" ? { change, unit, quote } : null;
}

function parseLine(json: Json | undefined): LineMark | null {
  const sheet = parseSheet(json);
  if (sheet === null || !isRecord(json)) return null;
  const { code, name, nth, amounts } = json;
  return typeof code === "string" && typeof name === "string" && isIndex(nth) && typeof amounts === "string" ? { ...sheet, code, name, nth, amounts } : null;
}

function parseSheet(json: Json | undefined): SheetMark | null {
  if (!isRecord(json)) return null;
  const { sheetId, sheetName } = json;
  return typeof sheetId === "string" && typeof sheetName === "string" ? { sheetId, sheetName } : null;
}

function textToJson({ text, source, cells }: ReportText): Json {
  return { text, source, cells: cells?.map((place) => (place === null ? null : placeToJson(place))) ?? null };
}

/** Cells count only if there is one for each line. */
function parseText(json: Json | undefined): ReportText | null {
  if (!isRecord(json)) return null;
  const { text, source, cells } = json;
  if (typeof text !== "string" || typeof source !== "string") return null;
  const places = isList(cells) ? cells.map(parsePlace) : null;
  return { text, source, cells: places !== null && places.length === text.split("\n").length ? places : null };
}

function placeToJson({ sheetId, sheetName, range: { top, left, bottom, right } }: Place): Json {
  return { sheetId, sheetName, range: [top, left, bottom, right] };
}

function parsePlace(json: Json): Place | null {
  const sheet = parseSheet(json);
  const range = isRecord(json) ? json["range"] : undefined;
  if (sheet === null || !isList(range)) return null;
  const [top, left, bottom, right] = range;
  return isIndex(top) && isIndex(left) && isIndex(bottom) && isIndex(right) && top <= bottom && left <= right ? { ...sheet, range: { top, left, bottom, right } } : null;
}

/** undefined: neither null nor what it should be. */
function parseNullable<T>(json: Json | undefined, parse: (item: Json) => T | null): T | null | undefined {
  if (json === null) return null;
  return json === undefined ? undefined : (parse(json) ?? undefined);
}

function listOf<T>(json: Json | undefined, parse: (item: Json) => T | null): readonly T[] {
  return isList(json) ? json.flatMap((item) => parse(item) ?? []) : [];
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

function isUnit(json: Json | undefined): json is Unit {
  return typeof json === "string" && Object.hasOwn(UNITS, json);
}

function isCategory(json: Json | undefined): json is ReasonCategory {
  return REASON_CATEGORIES.some((known) => known === json);
}

function isColours(json: Json | undefined): json is Colours {
  return COLOURS.some((known) => known === json);
}
