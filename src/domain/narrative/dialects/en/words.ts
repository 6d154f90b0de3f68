/** The words that say what a figure is. To teach another one, add it here. */

import type { AmountRole } from "../../claim";

const BUDGET = String.raw`(?:budgets?|appropriations?|allocations?|estimates)`;

/** The one that ends last before a figure gives it its role; of several that end there, the longest. */
export const ROLES: readonly (readonly [AmountRole, RegExp])[] = [
  ["original-budget", new RegExp(String.raw`\b(?:original|initial|approved|adopted|opening)(?: annual)? ${BUDGET}\b`, "giu")],
  ["adjusted-budget", new RegExp(String.raw`\b(?:revised|adjusted|amended|current|final|annual|full-year)(?: annual)? ${BUDGET}\b`, "giu")],
  ["budget", new RegExp(String.raw`\b(?:${BUDGET}|budgeted|appropriated|allocated)\b`, "giu")],
  ["overspend", /\b(?:exceed(?:s|ed|ing)?|overspen(?:t|ds?|ding))\b[^;]*\bby(?= $)|\b(?:overspent|overspending|overspend|overrun|over budget)\b/giu],
  ["balance", /\bunderspen(?:t|ds?|ding)\b[^;]*\bby(?= $)|\b(?:balance|underspends?|underspending|unspent|leaving|remaining|remained(?! the)|remains(?! the)|surplus|left over|returned|lapsed|surrendered)\b/giu],
  ["expenditure", /\b(?:spent|spending|spends|expenditures?|expended|executed|execution|disbursed|outlays?|outturn|actuals?)\b/giu],
  ["income", /\b(?:revenues?|income|receipts)\b/giu],
];

/** Directly before a figure: a budget was changed by as much. */
export const ADJUSTS: readonly (readonly [RegExp, 1 | -1])[] = [
  [/\b(?:increased|raised|supplemented|topped up)(?: [^,;]{0,30})? by $/iu, 1],
  [/\b(?:an? )?(?:additional|supplementary|supplemental|extra)(?: budget| appropriation)?(?: of)? $/iu, 1],
  [/\b(?:cut|reduced|decreased|lowered)(?: [^,;]{0,30})? by $/iu, -1],
  [/\bbudget increase of $/iu, 1], [/\bbudget (?:reduction|cut|decrease) of $/iu, -1],
];
/** Directly behind a figure. */
export const ADDED_BEHIND: readonly (readonly [RegExp, 1 | -1])[] = [[/^ (?:(?:was|were) )?(?:added|topped up)\b/iu, 1], [/^ (?:in|of) (?:additional|supplementary|supplemental|extra) (?:appropriations?|allocations?|budget|funding|funds)\b/iu, 1], [/^ (?:(?:was|were) )?(?:cut|withdrawn)\b/iu, -1]];
/** By how much it differs from the budget. */
export const LESS_THAN_BUDGET = new RegExp(String.raw`^ (?:under(?=[.,;)]|$)|(?:below|under|less than|short of) (?:(?:the|its|their) )?(?:[a-z]+ )?(?:${BUDGET}\b|budgeted|appropriated|planned))`, "iu");
export const MORE_THAN_BUDGET = new RegExp(String.raw`^ (?:over(?=[.,;)]|$)|(?:above|over|more than) (?:(?:the|its|their) )?(?:[a-z]+ )?(?:${BUDGET}\b|budgeted|appropriated|planned))`, "iu");
/** "a variance of £0.2m": by how much, and not which way. */
export const DIFFERENCE = /\b(?:variance|difference) of $/iu;
/** A budget of the months so far. */
export const TO_DATE = /\b(?:YTD|year[ -]to[ -]date|profiled|phased)\b/iu;
/** "USD 21,666.67 remains available for Training". */
export const LEFT_FOR = /^ (?:(?:still|is|are|was|were) )?(?:remain(?:s|ed|ing)?|left|unspent|available)(?: (?:available|unspent))? (?:for|under|in|on) (?:the )?(?<name>[^,;.()\d]{2,80}?)(?=[,;.(]|$)/diu;
/** In its clause: nothing is changed yet, or another year's budget was. */
export const NOT_DONE = /\b(?:will|would|may|might|should|could|must|needs?|plans?|planned|proposed?|proposes|requests?|requested|expected|applied|if|not|last year|previous year|next year)\b/iu;
export const NAMES_A_BUDGET = new RegExp(String.raw`\b${BUDGET}\b`, "iu");
/** Against another period, and so no change of a budget. */
export const COMPARES = /^[^,;]{0,40}\b(?:from|than|over|compared|year[ -]on[ -]year|last year|previous year)\b/iu;
export const CHANGES = /\b(?:increas|decreas|ris|rose|fell|fall|grew|grow|declin|dropp|up|down)\w*(?: by)? $/iu;

/** 62.5% of the revised budget. */
export const OF_BUDGET = new RegExp(String.raw`^,? ?of (?:(?:the|its|their) )?(?<which>(?:[a-z-]+ ){0,3}?)${BUDGET}\b`, "iu");
export const OF_TOTAL = /^,? ?of (?:the )?(?:total|overall|all|whole)(?: [a-z]+)? (?:expenditures?|spending|outlays?|outturn)\b/iu;
export const RATE = /\b(?:execution|completion|utili[sz]ation|absorption|outturn)(?: rate)?\b|\brate of execution\b/giu;
export const ORIGINAL = /original|initial|approved|adopted|opening/iu;
export const ADJUSTED = /revised|adjusted|amended|current|final|annual|full-year|total/iu;
export const TOTALS = /\b(?:total|totals|totall?ed|totall?ing|altogether)\b/iu;
