/** All checks, in the order in which settings show them. */

import { damagedCode } from "./cell/damaged-code";
import { errorValue } from "./cell/error-value";
import { negativeAmount } from "./cell/negative-amount";
import { notANumber } from "./cell/not-a-number";
import type { Check } from "./check";
import { codeMismatch } from "./row/code-mismatch";
import { noExecution } from "./row/no-execution";
import { overExecution } from "./row/over-execution";
import { rateMismatch } from "./row/rate-mismatch";
import { shareMismatch } from "./row/share-mismatch";
import { unbudgeted } from "./row/unbudgeted";
import { underExecution } from "./row/under-execution";
import { unitSuspect } from "./row/unit-suspect";
import { duplicateCode } from "./table/duplicate-code";
import { duplicateName } from "./table/duplicate-name";
import { overwrittenFormula } from "./table/overwritten-formula";
import { partsMismatch } from "./table/parts-mismatch";
import { shareDenominator } from "./table/share-denominator";
import { textNumber } from "./table/text-number";
import { totalMismatch } from "./table/total-mismatch";
import { yearEndRush } from "./table/year-end-rush";
import { missingInText } from "./text/missing-in-text";
import { narrativeMismatch } from "./text/narrative-mismatch";
import { adjustmentMismatch } from "./workbook/adjustment-mismatch";
import { basisConflict } from "./workbook/basis-conflict";
import { crossTable } from "./workbook/cross-table";
import { largeAdjustment } from "./workbook/large-adjustment";
import { ownColumn } from "./workbook/own-column";
import { staleDate } from "./workbook/stale-date";

export const CHECKS: readonly Check[] = [
  overExecution, noExecution, underExecution, unbudgeted, negativeAmount, largeAdjustment, basisConflict, yearEndRush,
  totalMismatch, partsMismatch, adjustmentMismatch, rateMismatch, shareMismatch, shareDenominator, crossTable,
  duplicateName, duplicateCode, damagedCode, codeMismatch, unitSuspect,
  notANumber, textNumber, errorValue, overwrittenFormula, staleDate, ownColumn,
  narrativeMismatch, missingInText,
];

export function checkOf(id: string): Check | null {
  return CHECKS.find((check) => check.id === id) ?? null;
}
