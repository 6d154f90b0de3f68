/** A defect of ours on the way to a file: said with what it was, never silent. */

import type { Problem } from "../../workbook/problem";

export function unexpected(error: unknown): Problem {
  return { code: "export-failed", values: { message: error instanceof Error ? error.message : String(error) } };
}
