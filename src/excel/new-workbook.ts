/** A workbook of ours in a window of its own. */

import { done, type Outcome } from "../workbook/problem";
import { problemOf } from "./failure";

/** Opens the .xlsx file as a workbook that nobody saved yet. Fails where Excel refuses, as it does in some of its versions. */
export async function openNewWorkbook(base64: string): Promise<Outcome<null>> {
  try {
    await Excel.createWorkbook(base64);
    return done(null);
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}
