export const sheet = {
  "sheet.rate-header": "核算完成比例",
  "sheet.status-header": "状态",
  "sheet.header-of": "{header}（{table}）",
  "sheet.columns": "{left}–{right}列",
  "sheet.over": "超支 {amount}{unit, select, none {} other {{unit}}}",
  "sheet.on-adjusted": "{said}（预算按文字调整为 {adjusted}{unit, select, none {} other {{unit}}}；年初预算 {original}{unit, select, none {} other {{unit}}}{rate, select, none {} other {，按其计算是 {rate}}}）",
  "sheet.no-rate": "无法计算：{why}",
  "sheet.kept-heading": "以下为原有填写",
  "sheet.kept-place": "原位置",
  "sheet.kept-content": "原有填写",
} as const;
