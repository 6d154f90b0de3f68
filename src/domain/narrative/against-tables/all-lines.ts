/** All lines of a table, called by what they are: 4个项目, 各项目, 以上三个项目, 2024年项目支出. */

import { countOf } from "../text/list-number";
import { fold } from "../text/fold";
import type { KnownTable } from "./known";

const OPENING = String.raw`^(?:(?:19|20)\d{2}年度?)?(?:[本我](?:单位|部门|街道|镇|局|区|县|市)|(?:省|市|区|县|镇)级)?(?:以上|上述|这|全部|所有|全[县市区镇乡])?(?<count>[一二两三四五六七八九十\d]{1,3})个(?:预算)?`;
const COUNTED = new RegExp(`${OPENING}项目$`, "u");
/** 5个部门: whatever the table calls its lines, as many. */
const COUNTED_UNITS = new RegExp(`${OPENING}(?:部门|单位|街道|乡镇|科室)$`, "u");
const ALL = /^(?:(?:19|20)\d{2}年度?)?(?:以上|上述)?(?:各个?|全部|所有)项目$/u;
const PROJECTS = /^(?:(?:19|20)\d{2}年度?)?项目$/u;
const OF_PROJECTS = /项目/u;

/** Whether `name` may mean the whole of a table whose lines are projects; a number must be how many they are. */
export function namesAllLines(name: string, { names, lines, isWhole }: KnownTable): boolean {
  if (!isWhole) return false;
  const units = COUNTED_UNITS.exec(name)?.groups?.["count"];
  if (units !== undefined) return lines.length > 1 && countOf(units) === lines.length;
  if (!names.some((one) => OF_PROJECTS.test(one))) return false;
  const count = COUNTED.exec(name)?.groups?.["count"];
  if (count !== undefined) return countOf(count) === lines.length;
  return ALL.test(name) || PROJECTS.test(name);
}

/** 以上4个项目, behind the last of them, is said of all of them, in whatever item it stands. */
export function countsLines(name: string): boolean {
  return COUNTED.test(name) || COUNTED_UNITS.test(name);
}

const COUNT = String.raw`(?<count>[一二两三四五六七八九十\d]{1,3})个`;
const ANNOUNCED = [new RegExp(String.raw`共?(?:安排|实施|涉及|包括|有)(?:预算)?项目共?${COUNT}`, "gu"), new RegExp(String.raw`共(?:安排|实施|涉及|包括|有)?了?${COUNT}(?:预算)?项目`, "gu")];
const TELLS_SOME = /(?:重点|主要|部分|个别|其中\S{0,2}个)/u;

/** How many projects the text says that there are; nothing of a text that picks some out. */
export function announcedCounts({ text }: { readonly text: string }): ReadonlySet<number> {
  const folded = fold(text);
  if (TELLS_SOME.test(folded)) return new Set();
  return new Set(ANNOUNCED.flatMap((pattern) => Array.from(folded.matchAll(pattern), ({ groups }) => countOf(groups?.["count"] ?? ""))));
}
