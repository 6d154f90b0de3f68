/**
 * The ribbon's page: no display, only the functions that the manifest's buttons name. It is light, so that they stand
 * there before office.js, which starts meanwhile, asks for the first of them; what they do is loaded when they are called.
 */

import { onRibbonCommand } from "../excel/office";
import { failedRun, ribbonRun, saveRun, type RibbonRun } from "./lastRun";

async function run(act: Exclude<RibbonRun["act"], "live">): Promise<void> {
  const acts = await import("./acts").catch(() => null);
  if (acts === null) saveRun(window.localStorage, ribbonRun(act, null, failedRun({ code: "part-not-loaded" })), new Date());
  else await acts.runAct(act);
}

onRibbonCommand("computeExecution", () => run("compute"));
onRibbonCommand("flagAnomalies", () => run("flag"));
onRibbonCommand("buildSummary", () => run("summarise"));
