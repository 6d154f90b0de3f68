/** Keeping decisions in the workbook as soon as they are made. */

import type { SheetWords } from "../../domain/execution/sheet-words";
import { keepReview } from "../../pipeline/review";
import type { WorkbookPort } from "../../workbook/port";
import type { Problem } from "../../workbook/problem";
import type { Action } from "../state/reducer";
import type { Session } from "../state/session";
import type { Store } from "../state/store";
import { derive } from "./derive";

/**
 * Writes what the workbook does not hold yet; null if it then holds everything. If somebody else was faster, the workbook
 * is read again with what they decided, and it is tried once more. What could not be kept stays in the session.
 */
export async function keepDecisions(port: WorkbookPort, store: Store<Session, Action>, words: SheetWords): Promise<Problem | null> {
  const problem = await tryToKeep(port, store);
  if (problem?.code !== "cells-changed") return problem;
  const snapshot = await port.read();
  if (!snapshot.ok) return snapshot.problem;
  store.dispatch({ type: "read", ...derive(snapshot.value, store.getState(), words) });
  return tryToKeep(port, store);
}

async function tryToKeep(port: WorkbookPort, { getState, dispatch }: Store<Session, Action>): Promise<Problem | null> {
  const { reading, review, failure } = getState();
  // What restores a half-written workbook expects to find it as it was left.
  if (reading === null || (failure !== null && failure.restore !== null)) return null;
  const edit = keepReview(reading.snapshot, review);
  if (!edit.ok) return edit.problem;
  if (edit.value === null) return null;
  const applied = await port.apply([edit.value]);
  if (!applied.ok) return applied.problem;
  dispatch({ type: "kept", stored: edit.value.stored });
  return null;
}
