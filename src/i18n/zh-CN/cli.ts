export const cli = {
  "cli.problem": "{what}。{remedy}",
  "cli.usage": "用法：{usage}",
  "cli.rows": "{rows, number} 行",
  "cli.row": "行",
  "cli.cut-off": "截至 {date}",
  "cli.no-cut-off": "截止日期不明",
  "cli.sum": "各行之和：支出 {expenditure}，预算 {budget}，执行率 {rate}",
  "cli.findings": "错误 {errors, number} 项，注意 {warnings, number} 项，说明 {notes, number} 项",
  "cli.text-line": "正文第 {line} 行“{quote}”",
  "cli.dismissed": "另有 {count, number} 个问题已在工作簿里注明理由并忽略，没有列出",
  "cli.written": "已写入 {file}，共 {cells, number} 个单元格",
  "cli.not-carried": "原文件中下列部分没有带到新文件：{parts}",
} as const;
