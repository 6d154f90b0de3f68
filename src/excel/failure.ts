/** Excel's errors as our values. Codes decide, messages are localized and only carried along. */

import type { Place } from "../workbook/address";
import type { Problem, ProblemCode } from "../workbook/problem";
import { NO_ANSWER } from "./batch";

/** https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling */
const PROBLEM_OF: Readonly<Record<string, ProblemCode>> = {
  AccessDenied: "sheet-protected",
  InvalidOperationInCellEditMode: "cell-editing",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  ItemNotFound: "sheet-missing",
  ApiNotFound: "host-too-old",
};

export function errorCode(error: unknown): string {
  return error instanceof OfficeExtension.Error ? error.code : "";
}

/** What an exception out of Excel means to the user. Anything that is not Excel's is a defect and is thrown on. */
export function problemOf(error: unknown, place?: Place): Problem {
  const at = place === undefined ? {} : { place };
  if (error === NO_ANSWER) return { code: "no-answer", ...at };
  if (!(error instanceof OfficeExtension.Error)) throw error;
  return {
    code: PROBLEM_OF[error.code] ?? "host-failed",
    ...at,
    values: { code: error.code, message: error.message },
  };
}

export function isTooLarge(error: unknown): boolean {
  return PROBLEM_OF[errorCode(error)] === "too-large";
}

/** Excel failed at something for a reason that it does not name. */
export function isHostFailure(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && PROBLEM_OF[error.code] === undefined;
}

/** Excel refused the request before it looked at what was in it: nothing of it was done. */
export function isRefusedWhole(error: unknown): boolean {
  const code = PROBLEM_OF[errorCode(error)];
  return (code === "cell-editing" || code === "too-large") && error instanceof OfficeExtension.Error && !error.debugInfo.errorLocation;
}
