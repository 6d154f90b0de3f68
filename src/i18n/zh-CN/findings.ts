export const findings = {
  "finding.total-mismatch": "“{column}”的{name}填的是 {actual}，{rows} 行相加是 {expected}，相差 {difference}{unit, select, none {} other {（{unit}）}}。两个数都保留，请核对各行或更正合计。",
  "finding.not-a-number": "“{name}”的“{column}”不是金额：{content}。请改成数字，或留空。",
  "finding.unit-unknown": "{effect, select, info {没有找到金额单位。预算和支出在同一张表里，按同一单位计算。请注明单位。} warning {两张表都没有注明金额单位，按同一单位计算。请注明单位后核对。} other {预算和支出只有一方注明了金额单位，不能相比。请注明另一方的单位。}}",
  "finding.unmatched-budget": "预算“{name}”在{other}里没有对应的支出。请核对代码或名称。",
  "finding.unmatched-expenditure": "支出“{name}”在{other}里没有对应的预算，没有计算。请核对代码或名称。",
  "finding.duplicate-key": "“{name}”与{other}不能一一对应：代码或名称有重复，没有合并。请用代码区分。",
} as const;
