/** How the workbook says no: with the error code that Excel would give, so that the caller can pass it on. */

export type HostErrorCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "ConflictingRequest"
  | "EmptyChartSeries"
  | "FilteredRangeConflict"
  | "FormulaLengthExceedsLimit"
  | "GeneralException"
  | "InsertDeleteConflict"
  | "InvalidArgument"
  | "InvalidBinding"
  | "InvalidOperation"
  | "InvalidReference"
  | "InvalidSelection"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "MergedRangeConflict"
  | "NonBlankCellOffSheet"
  | "NotImplemented"
  | "OperationCellsExceedLimit"
  | "RangeExceedsLimit"
  | "TableOverlap"
  | "UnsupportedOperation"
  | "UnsupportedSheet";

/** What Excel refuses. Everything before the refusal stays done; the refused call changed nothing. */
export class HostRefusal extends Error {
  readonly code: HostErrorCode;

  constructor(code: HostErrorCode, message: string) {
    super(message);
    this.name = "HostRefusal";
    this.code = code;
  }
}

export function refuse(code: HostErrorCode, message: string): never {
  throw new HostRefusal(code, message);
}
