/** 全市 and 市本级: a report tells both in turn, and tables of the one tell nothing of the other. */

import type { Claim } from "../claim";
import { grouped } from "../../grouped";
import type { KnownTable } from "./known";

const LEVELS = ["省", "市", "州", "县", "区"] as const;
const BUDGETS = "一般公共|政府性基金|国有资本|社会保险|社保|财政(?:支出|收入|预算)|支出|收入|预算";

/** What is told of 市级 or 市本级 budgets, up to 全市 or the paragraph's end, where all tables are of 全市 and none has a line of the level. */
export function ofOtherScope(claims: readonly Claim[], tables: readonly KnownTable[]): ReadonlySet<Claim> {
  const levels = LEVELS.filter((level) => tables.length > 0 && tables.every((table) => isOfWhole(level, table)));
  if (levels.length === 0) return new Set();
  const scopes = new RegExp(levels.map((level) => `${level}本?级(?=${BUDGETS})|全${level}`).join("|"), "gu");
  return new Set([...grouped(claims, ({ sentence }) => sentence.paragraph).values()].flatMap((ofParagraph) => {
    let isOfLevel = false;
    return ofParagraph.filter(({ sentence, span }) => {
      const named = [...sentence.text.slice(0, span.end - sentence.start).matchAll(scopes)].at(-1)?.[0];
      if (named !== undefined) isOfLevel = !named.startsWith("全");
      return isOfLevel;
    });
  }));
}

function isOfWhole(level: string, { names, lines, parents }: KnownTable): boolean {
  const isOfLevel = (name: string): boolean => name.includes(`${level}级`) || name.includes(`${level}本级`);
  return names.some((name) => name.includes(`全${level}`)) && ![...names, ...lines.map(({ name }) => name), ...parents.map(({ name }) => name)].some(isOfLevel);
}
