/** What columns of a table say of each line in words, besides the cause: its goal, how it went, what is amiss, and what comes next. */

import type { BudgetTable } from "../../table";
import type { CellTexts } from "./cell-texts";

export type Said = "goal" | "progress" | "problem" | "next";

/** "" where the column says nothing of the line; absent without such a column. */
export type Saying = Readonly<Partial<Record<Said, string>>>;

const HEADERS: Readonly<Record<Said, RegExp>> = {
  goal: /^(?:项目|年度|总体|绩效|预期|工作|实施)*目标(?:及?内容|情况|描述)?$|^(?:performance |project )?(?:goal|objective)s?$/iu,
  progress: /^(?:项目|工作|任务|绩效|目标|年度|目前|截至目前|实际)*(?:完成|进展|实施|推进|开展)(?:情况|进度|程度)(?:说明|描述)?$|^progress$/iu,
  problem: /^(?!是否)(?!.*原因)(?:.{0,6}的?)问题(?:[及和与、].{1,8})?$|^(?:problem|issue|difficult(?:y|ie))s?$/iu,
  next: /^(?:(?:下一?步|下一阶段)(?:工作)?(?:改进|整改)?(?:措施|计划|安排|打算|建议)?|(?:改进|整改)(?:措施|计划)(?:及建议)?)$|^(?:next steps?|corrective (?:actions?|measures))$/iu,
};

/** By row of the sheet. A column that counts, or that tells the cause, is none of these; figures alone say nothing. */
export function createSayingOf({ columns }: Pick<BudgetTable, "columns">, textAt: CellTexts, cause: number | null): (row: number) => Saying {
  const found = Object.entries(HEADERS).flatMap(([said, header]) => {
    const column = columns.find((one) => (one.role === null || one.role === "reason") && one.column !== cause && header.test((one.header.at(-1) ?? "").replace(/\s+/gu, " ").replace(/(?<=\P{ASCII}) | (?=\P{ASCII})/gu, "")));
    return column === undefined ? [] : [{ said, column: column.column }];
  });
  return (row) => Object.fromEntries(found.map(({ said, column }) => {
    const text = textAt(row, column);
    return [said, /\p{L}/u.test(text) ? text : ""];
  }));
}
