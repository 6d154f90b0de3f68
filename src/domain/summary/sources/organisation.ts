/** Whose budget it is, as the lines above and below the tables say, or a column of theirs line by line. */

import type { SheetSnapshot } from "../../../workbook/snapshot";
import { statedUnit } from "../../amounts/unit";
import type { BudgetTable } from "../../table";
import { createCellTexts } from "./cell-texts";

const LABEL = /(?:填报|编报|编制|申报|预算|主管|项目)(?:单位|部门)(?:名称)?(?:[(（]盖章[)）])?\s*[:：]\s*(?<name>[^\s:：，。;；]{2,40})/u;
/** 部门：…, at the beginning of a line: the official forms' word. 单位：… may be the unit of amounts. */
const SHORT = /^(?:(?:公开|本)?部门|部门[(（/]?单位[)）]?|单位)(?:名称)?\s*[:：]\s*(?<name>[^\s:：，。;；]{3,40})/u;
const ENGLISH = /(?:reporting (?:unit|entity)|organi[sz]ation|department|prepared by)\s*:\s*(?<name>[^;\n]{2,60})/iu;

/** 月坛街道办事处2025年…: a title that begins with the office whose budget it is, with or without the year before it. */
const TITLE = /^(?:\d{4}年度?)?(?<name>\p{Script=Han}{2,20}?(?:街道(?:办事处)?|[镇乡](?:人民政府)?(?=\d{4}年|部门|本级|机关)|地区办事处|[局委](?=\d{4}年|部门|本级|机关)))(?=\d{4}年|年度|部门|本级|机关|单位|预算|支出|项目|财政|收支|经费|资金)/u;
/** 西长安街街道城管科2025年…: one office of a street, whose budget it is only where the titles are of several. */
const OFFICE = /^(?:\d{4}年度?)?(?<name>\p{Script=Han}{2,20}?街道(?:办事处)?)(?<office>\p{Script=Han}{1,8}[科室办站所队]|\p{Script=Han}{1,8}中心)(?=\d{4}年)/u;

/** 各街道, 全区: of many, and what names nobody. */
const MANY = /各(?:部门|单位|预算|街道|乡镇|[局委镇乡])|全[区市县省]|所属|^(?:\d{4}年度?)?(?:本|该|某|关于|街道|城镇|乡镇)|(?:乡|城|村|集|市)[镇]$/u;

/** As a line beside a table says, else as the titles do where they agree; "" where neither tells it. */
export function organisationOf(tables: readonly Pick<BudgetTable, "title" | "captions" | "notes">[]): string {
  for (const { title, captions, notes } of tables) {
    for (const found of [title, ...captions, ...notes]) {
      const name = found === null ? undefined : nameAfterLabel(found.text.trim());
      if (name !== undefined) return name.trim();
    }
  }
  const plain = (texts: readonly { readonly text: string }[]): readonly string[] => texts.map(({ text }) => text.replace(/\s/gu, ""));
  const titles = plain(tables.flatMap(({ title }) => title ?? []));
  // Over 收入 beside 支出 the title of both is a line above them.
  const inTitles = titles.flatMap(nameIn);
  const [only = ofOffices(titles), ...others] = new Set(inTitles.length > 0 ? inTitles : plain(tables.flatMap(({ captions }) => captions)).flatMap(nameIn));
  return others.length === 0 ? only : "";
}

/** The street of several offices; "" where it is not one and the same. */
function ofOffices(titles: readonly string[]): string {
  const found = titles.flatMap((title) => (MANY.test(title) ? [] : [OFFICE.exec(title)?.groups ?? {}]));
  const [name = "", ...others] = new Set(found.map(({ name: street = "" }) => street));
  return others.length === 0 && new Set(found.map(({ office }) => office)).size > 1 ? name : "";
}

function nameAfterLabel(text: string): string | undefined {
  const name = (LABEL.exec(text) ?? ENGLISH.exec(text))?.groups?.["name"];
  const short = name === undefined ? SHORT.exec(text) : null;
  return short === null || statedUnit(short[0]) !== null ? name : short.groups?.["name"];
}

function nameIn(title: string): readonly string[] {
  const name = TITLE.exec(title)?.groups?.["name"];
  return name === undefined || MANY.test(title) || MANY.test(name) ? [] : [name];
}

export const UNIT_HEADER = /^(?:(?:预算|主管|实施|执行|责任|承办|承担|牵头|用款|使用|项目|填报|所属|申报)?(?:单位|部门|科室|处室|学校)(?:名称)?|unit|department|organi[sz]ation|division)$/iu;

/** By row of the sheet the unit whose line it is; null where no column says. Numbers are none. */
export function createUnitOf({ columns }: Pick<BudgetTable, "columns">, sheet: SheetSnapshot): ((row: number) => string) | null {
  const column = columns.find(({ role, header }) => role === null && UNIT_HEADER.test((header.at(-1) ?? "").replace(/\s/gu, "")))?.column;
  if (column === undefined) return null;
  const textAt = createCellTexts(sheet);
  return (row) => {
    const text = textAt(row, column);
    return /\p{L}/u.test(text) ? text : "";
  };
}
