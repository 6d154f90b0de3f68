/** The 2016 report: its text, and its tables as recognised from the printed cells. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import printed from "../../../assets/samples/report-2016.json";
import { readClaims } from "../../../src/domain/narrative/claims";
import type { Claim, Narrative } from "../../../src/domain/narrative/claim";
import { knownTables } from "../../../src/domain/narrative/against-tables/read-known";
import type { KnownTable } from "../../../src/domain/narrative/against-tables/known";
import type { Money } from "../../../src/domain/narrative/text/figures";
import { recogniseTables } from "../../../src/domain/recognise/recognise";
import { snapshotOf } from "../../support/snapshots";
import { printedTable } from "../recognise/fixtures";

export const REPORT = readFileSync(join(__dirname, "../../../assets/samples/report-2016.txt"), "utf8");

/** From 二、年度预算执行情况 to 三、绩效目标情况及分析, with the title above it for the year. */
export const SECTION_TWO = `2016年西城区区级财政支出绩效跟踪报告\n${between("\n二、年度预算执行情况", "\n三、绩效目标情况及分析")}`;

/** The 25 numbered paragraphs of section 三（二）, each with its lines and the title above it. */
export const PROJECT_PARAGRAPHS: readonly string[] = between("\n各项目绩效目标完成情况及原因分析：", "\n四、预计社会效益实现情况")
  .split(/\n(?=\d{1,2}\. )/u).slice(1).map((paragraph) => `2016年西城区区级财政支出绩效跟踪报告\n${paragraph}`);

function between(start: string, end: string): string {
  return REPORT.slice(REPORT.indexOf(start) + 1, REPORT.indexOf(end));
}

export function reportNarrative(): Narrative {
  return readClaims(REPORT);
}

export function reportTables(): readonly KnownTable[] {
  const snapshot = snapshotOf(...printed.sheets.map(({ name }) => printedTable(name).sheet));
  return knownTables(snapshot, recogniseTables(snapshot, []), reportNarrative());
}

/** "71.16万元", with the decimals as printed. */
export function printedMoney({ value, unit, decimals }: Money): string {
  return `${value.toFixed(Math.max(0, decimals))}${unit}`;
}

export function ofKind<K extends Claim["kind"]>(claims: readonly Claim[], kind: K): readonly Extract<Claim, { kind: K }>[] {
  return claims.filter((claim): claim is Extract<Claim, { kind: K }> => claim.kind === kind);
}
