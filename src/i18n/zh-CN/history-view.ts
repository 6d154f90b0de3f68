/** The pane's 写入记录: the runs that can be taken back. */
export const historyView = {
  "history.open": "写入记录",
  "history.close": "关闭写入记录",
  "history.back": "返回",
  "history.title": "写入记录",
  "history.about": "从最近一次起逐次撤销。别人在写入之后改动的单元格保持不变。",
  "history.runs": "写入记录，最近的在前",
  "history.act": "{act, select, compute {计算执行率} flag {标记异常} summarise {生成汇总表} live {自动重算} other {写入}}",
  "history.cells": "{count, plural, =0 {只有颜色} other {# 个单元格}}",
  "history.undo": "撤销",
  "history.undo.through": "撤销到此，共 {count, number} 次",
  "history.unkept": "内容太多，浏览器存不下；关闭窗格后不能再撤销。",
  "history.cut": "更早的写入没有保存在这台电脑上，不能在这里撤销。",
  "history.nothing": "没有可以撤销的写入。",
};
