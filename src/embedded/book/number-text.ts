/** A value as its cell shows it. */

import { notYet } from "./model";

/** The text of a value through a number format in en-US notation; `date1904` counts days from 1904. */
export function numberText(value: string | number | boolean, format: string, date1904 = false): string { return notYet(value, format, date1904); }
/** Does the format show a date or a time? */
export function isDateFormat(format: string): boolean { return notYet(format); }
/** Would Excel accept this number format? */
export function isNumberFormat(format: string): boolean { return notYet(format); }
/** Excel's NumberFormatCategory of a format: "General", "Number", "Currency", "Accounting", "Date", "Time", "Percentage", "Fraction", "Scientific", "Text", "Special", "Custom". */
export function numberFormatCategory(format: string): string { return notYet(format); }
