import type { findings as reference } from "../zh-CN/findings";

export const findings: Readonly<Record<keyof typeof reference, string>> = {
  "finding.total-mismatch": "{column}: {name} says {actual}, the {rows, plural, one {# row} other {# rows}} add up to {expected}, a difference of {difference}{unit, select, none {} 元 { (yuan)} 千元 { (thousand yuan)} 万元 { (10,000 yuan)} 亿元 { (100 million yuan)} other {}}. Both are kept; check the rows or correct the total.",
  "finding.not-a-number": "{column} of {name} is not an amount: {content}. Make it a number, or leave it blank.",
  "finding.unit-unknown": "{effect, select, info {No unit of money found. Budget and expenditure stand in one table and are taken to be in the same unit. Please state it.} warning {Neither table states its unit of money; they are taken to be in the same one. Please state the unit and check.} other {Only one of budget and expenditure states its unit of money, so they cannot be compared. Please state the other one.}}",
  "finding.unmatched-budget": "Budget line {name} has no expenditure in {other}. Check its code or name.",
  "finding.unmatched-expenditure": "Expenditure line {name} has no budget in {other} and was not computed. Check its code or name.",
  "finding.duplicate-key": "{name} cannot be matched one to one with {other}: its code or name stands more than once. Nothing was merged; tell the lines apart by code.",
};
