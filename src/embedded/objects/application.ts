/** Excel.Application, with CultureInfo and IterativeCalculation */

import type { Book } from "../book/book";
import { calculateNow, calculationMode, setCalculationMode } from "../book/recalculate";
import { optionalText, word } from "../protocol/arguments";
import { action, type ApiObject, child, defineObject, object, type ObjectType, readable, writable } from "../protocol/definition";
import type { Scope } from "../protocol/scope";
import { wordOf } from "./values";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;
const CALCULATIONS = ["Recalculate", "Full", "FullRebuild"] as const;
/** What Excel's current builds answer. */
const ENGINE_VERSION = 191029;

/** A number's parts in the session's language. */
function separator(part: "decimal" | "group"): (book: Book, scope: Scope) => string {
  return (_book, { locale }) => new Intl.NumberFormat(locale).formatToParts(1234567.5).find(({ type }) => type === part)?.value ?? "";
}

export const numberFormatInfoType: ObjectType<Book> = defineObject<Book>({
  name: "NumberFormatInfo",
  properties: {
    NumberDecimalSeparator: readable("1.11", separator("decimal")),
    NumberGroupSeparator: readable("1.11", separator("group")),
  },
});

export const datetimeFormatInfoType: ObjectType<Book> = defineObject<Book>({
  name: "DatetimeFormatInfo",
  properties: {
    DateSeparator: readable("1.12", () => "/"),
    TimeSeparator: readable("1.12", () => ":"),
    ShortDatePattern: readable("1.12", (_book, { locale }) => (locale.startsWith("zh") ? "yyyy/M/d" : "M/d/yyyy")),
    LongDatePattern: readable("1.12", (_book, { locale }) => (locale.startsWith("zh") ? "yyyy年M月d日" : "dddd, MMMM d, yyyy")),
    LongTimePattern: readable("1.12", (_book, { locale }) => (locale.startsWith("zh") ? "H:mm:ss" : "h:mm:ss tt")),
  },
});

export const cultureInfoType: ObjectType<Book> = defineObject<Book>({
  name: "CultureInfo",
  properties: { Name: readable("1.11", (_book, { locale }) => locale) },
  children: { NumberFormat: child("1.11", numberFormatInfoType.of), DatetimeFormat: child("1.12", datetimeFormatInfoType.of) },
});

export const workbookCreatedType: ObjectType<string | null> = defineObject<string | null>({
  name: "WorkbookCreated",
  properties: { Id: readable("1.8", (base64) => base64 ?? "") },
  methods: { Open: action("1.8", (base64, _args, scope) => scope.openWorkbook(base64)) },
});

export const applicationType: ObjectType<Book> = defineObject<Book>({
  name: "Application",
  properties: {
    CalculationMode: writable("1.1", calculationMode, (book, mode) => setCalculationMode(book, wordOf(mode, MODES))),
    CalculationEngineVersion: readable("1.9", () => ENGINE_VERSION),
    /** Formulas are up to date whenever a request is answered. */
    CalculationState: readable("1.9", () => "Done"),
    DecimalSeparator: readable("1.11", separator("decimal")),
    ThousandsSeparator: readable("1.11", separator("group")),
    UseSystemSeparators: readable("1.11", () => true),
  },
  children: { CultureInfo: child("1.11", cultureInfoType.of) },
  methods: {
    Calculate: action("1.1", (book, args) => calculateNow(book, word(args, 0, CALCULATIONS))),
    /** Reads are always calculated and nothing is painted in between: there is nothing to suspend. */
    SuspendApiCalculationUntilNextSync: action("1.6", () => {}),
    SuspendScreenUpdatingUntilNextSync: action("1.9", () => {}),
    CreateWorkbook: object("1.8", (_book, args) => workbookCreatedType.of(optionalText(args, 0))),
  },
});

export function applicationObject(book: Book): ApiObject {
  return applicationType.of(book);
}
