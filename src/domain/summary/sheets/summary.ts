/** 汇总表: the year's budget and its execution on one sheet, from the whole down to each project. */

import type { Build } from "../build";
import type { Block, SummarySheet } from "../model";
import { head } from "./head";
import { budgetBlocks } from "./summary/budget";
import { chartsOf } from "./summary/charts";
import { EXECUTION, executionTable } from "./summary/execution";
import { investmentBlocks } from "./summary/investment";
import { keyBlocks } from "./summary/key-figures";
import { missingBlocks } from "./summary/missing";
import { PROJECTS } from "./summary/project-figures";
import { projectTable } from "./summary/projects";
import { trackedTables } from "./summary/tracked";

export function summarySheet(build: Build): SummarySheet {
  const { words: { say } } = build;
  const execution = executionTable(build);
  const tracked = trackedTables(build);
  const projects = projectTable(build);
  const { categories, rates } = chartsOf(build, { execution: execution.table, tracked: tracked.table, projects: projects.table });
  const withRates = (table: string, blocks: readonly Block[]): readonly Block[] => (rates?.of === table ? [...blocks.slice(0, 1), ...rates.blocks, ...blocks.slice(1)] : blocks);
  return {
    key: "summary", name: say("name.summary"), orientation: "landscape",
    blocks: numbered(build, [
      ...head(build, "title.summary"),
      ...missingBlocks(build),
      ...keyBlocks(build),
      ...categories,
      ...budgetBlocks(build),
      ...withRates(EXECUTION, execution.blocks),
      ...investmentBlocks(build),
      ...tracked.blocks,
      ...withRates(PROJECTS, projects.blocks),
      { kind: "sign-off", labels: [say("sign.organisation"), say("sign.head"), say("sign.author"), say("sign.date")] },
    ]),
  };
}

/** Headings are numbered as they follow each other, whatever a workbook has nothing for. */
function numbered({ words: { say } }: Build, blocks: readonly Block[]): readonly Block[] {
  let n = 0;
  return blocks.map((block) => (block.kind === "heading" ? { ...block, text: say("heading.numbered", { n: (n += 1), text: block.text }) } : block));
}
