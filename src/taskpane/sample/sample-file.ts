/** The sample workbook, which stands beside the pane on its own site. */

import { done, failed, type Outcome } from "../../workbook/problem";
import type { MadeFile } from "../export/make-files";
import { FILE_TYPES } from "../export/save-file";

/** Relative to the pane's page. */
const SAMPLE = "assets/samples/budget-execution-2016.xlsx";

export async function loadSample(): Promise<Outcome<MadeFile>> {
  const problem = failed({ code: "sample-not-loaded", values: { file: SAMPLE } });
  try {
    const response = await fetch(SAMPLE);
    if (!response.ok) return problem;
    return done({ name: SAMPLE.slice(SAMPLE.lastIndexOf("/") + 1), type: FILE_TYPES.xlsx, bytes: new Uint8Array(await response.arrayBuffer()) });
  } catch {
    return problem;
  }
}
