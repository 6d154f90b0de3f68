/**
 * Sheets that we made, known by what they look like: the record is lost where other programs save the workbook, and does
 * not go along with a copied sheet or into an exported file. What stands there is no data, or it would be counted twice.
 *
 * The mark is the line below the title that says 截至, 基准 and 单位, which nobody else writes so, under a title or on a sheet
 * called as ours are; on forms, which have no such line, all of their labels under one of their titles; on 数据校验 the
 * name of its format. test/pipeline/layout/made.test.ts holds these against the catalogs.
 */

import type { CellValue, SheetSnapshot } from "../../workbook/snapshot";

interface Face {
  readonly titles: RegExp;
  /** Of sheets, with the number that tells equal names apart. */
  readonly names: RegExp;
  readonly facts: RegExp;
  readonly form: RegExp;
  readonly labels: readonly string[];
}

const FACES: readonly Face[] = [
  {
    titles: /^(?:\d{4}年度)?(?:预算执行汇总表|预算执行异常清单|勾稽核对表|项目支出绩效目标执行监控表|项目支出绩效自评表|项目绩效跟踪分析表)$|预算执行区级汇总表$/u,
    names: /^(?:汇总表|异常清单|勾稽核对表|项目支出绩效目标执行监控表|项目支出绩效自评表|项目绩效跟踪分析表|区级汇总)(?: ?\(\d+\))?$/u,
    facts: /(?:^|\u3000)(?:截至：[^\u3000]+|截至 \S+|截止日期不明)\u3000基准：(?:没有预算数|年初预算|调整后预算)(?:（没有的按(?:年初预算|调整后预算)）)?\u3000(?:单位：[^\u3000]+|各单位没有注明金额单位)(?:\u3000序时进度：[^\u3000]+)?$/u,
    form: /^(?:\d{4}年度)?项目绩效跟踪分析表（[\d,]+）$/u,
    labels: ["项目名称", "项目代码", "功能分类", "年初预算", "调整后预算", "支出", "执行率（年初预算）", "执行率（调整后预算）", "截至日期", "绩效目标", "完成情况", "偏差原因", "存在问题", "下一步措施"],
  },
  {
    titles: /^(?:Budget execution summary|Anomalies in budget execution|Reconciliations|Monitoring of project performance goals|Self-evaluation of project performance|Project performance tracking)(?: \d{4})?$|budget execution, district summary$/u,
    names: /^(?:Summary|Anomalies|Reconciliations|Goal monitoring|Self-evaluation|Project tracking forms|District summary)(?: ?\(\d+\))?$/iu,
    facts: /(?:^|\u3000)(?:As of:? .+?|Cut-off date unknown)(?:\u3000| {2})Basis: (?:no|Original|Adjusted) budget(?: \((?:Original|Adjusted) budget where there is none\))?(?:\u3000| {2})(?:Amounts in: [^\u3000]+|Unit: .+|The units state no unit of amounts)(?:\u3000Time progress: [^\u3000]+)?$/u,
    form: /^Project performance tracking(?: \d{4})? \([\d,]+\)$/u,
    labels: ["Project", "Project code", "Function", "Original budget", "Adjusted budget", "Expenditure", "Rate on original budget", "Rate on adjusted budget", "As of", "Goal", "Progress", "Cause of deviation", "Problems", "Next steps"],
  },
];

/** Rows in which the head stands, if some were inserted above; and of a form. */
const HEAD = 20;
const FORM = 30;
/** Between a title and the line below it. */
const WIDEST_GAP = 3;
const FORMAT_FAMILY = "budget-execution-summary/";

export function isMadeByUs({ name, values }: Pick<SheetSnapshot, "name" | "values">): boolean {
  const head = values.slice(0, HEAD);
  return FACES.some((face) => hasFacts(name, head, face) || hasForm(values, head, face)) || isVerification(head);
}

function hasFacts(name: string, head: SheetSnapshot["values"], { titles, names, facts }: Face): boolean {
  const at = head.findIndex((cells) => holds(cells, facts));
  return at >= 0 && (names.test(name) || head.slice(Math.max(0, at - WIDEST_GAP), at).some((cells) => holds(cells, titles)));
}

function hasForm(values: SheetSnapshot["values"], head: SheetSnapshot["values"], { form, labels }: Face): boolean {
  const at = head.findIndex((cells) => holds(cells, form));
  if (at < 0) return false;
  const texts = new Set(values.slice(at + 1, at + FORM).flat());
  return labels.every((label) => texts.has(label));
}

function isVerification(head: SheetSnapshot["values"]): boolean {
  return head.some((cells) => cells.some((value, c) => typeof value === "string" && value.startsWith(FORMAT_FAMILY) && cells[c + 1] === "format"));
}

function holds(cells: readonly CellValue[], pattern: RegExp): boolean {
  return cells.some((value) => typeof value === "string" && pattern.test(value));
}
