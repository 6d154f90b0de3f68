/** The words that computing writes into a sheet, in the language of whoever presses the button. */

import type { Unit } from "../amounts/unit";
import type { NoRate, Status } from "./result";

/** Formatted already. */
export interface AdjustedFigures {
  readonly adjusted: string;
  readonly original: string;
  readonly unit: Unit | null;
  /** On the original budget; "" where there is none. */
  readonly rate: string;
}

export interface SheetWords {
  /** 核算完成比例: never the words of a column that people fill. */
  readonly rateHeader: string;
  readonly statusHeader: string;
  /** 核算完成比例（收入项目）: a header that says which table it belongs to. */
  readonly headerOf: (header: string, table: string) => string;
  /** A–C列: what to call a table that only its columns tell from others. */
  readonly columns: (left: string, right: string) => string;
  readonly status: (status: Status) => string;
  /** 超支 83.33万元; the amount is formatted already, an unknown unit is null. */
  readonly over: (amount: string, unit: Unit | null) => string;
  /** 滞后（按文字调整后的预算 375万元；年初预算 600万元，19.55%）: on which budget a line is judged where that is not the table's. */
  readonly onAdjusted: (said: string, figures: AdjustedFigures) => string;
  /** 无法计算：预算为零. */
  readonly noRate: (why: NoRate) => string;
}
