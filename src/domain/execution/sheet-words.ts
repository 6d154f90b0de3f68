/** The words that computing writes into a sheet, in the language of whoever presses the button. */

import type { Unit } from "../amounts/unit";
import type { NoRate, Status } from "./result";

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
  /** 无法计算：预算为零. */
  readonly noRate: (why: NoRate) => string;
}
