export const reasons = {
  "reason.budget-original": "按年初预算计算：{column}",
  "reason.budget-adjusted": "按调整后预算计算：{column}",
  "reason.budget-computed": "没有调整后预算一列，由各列算出：{columns}",
  "reason.budget-only-original": "没有调整后预算，按年初预算计算：{column}",
  "reason.budget-only-adjusted": "没有年初预算，按调整后预算计算：{column}",
  "reason.expenditure-column": "支出取自：{column}",
  "reason.expenditure-months": "没有累计支出一列，由各月相加：{first}至{last}",
  "reason.selected": "由您选定",
} as const;
