/** Codes that stand before the names, in one cell. */

import { codedName, type CodedName } from "../../functional-class/leading-code";
import type { Line } from "./line";

/** Taken apart where most of the lines have one: among others such digits are the number of a line, or part of its name. */
export function takeCodesApart(lines: readonly Line[]): readonly Line[] {
  const plain = lines.filter(({ code, name, rank }) => code === "" && name !== "" && rank === 0);
  const coded = new Map(plain.flatMap((line) => {
    const found = codedName(line.name) ?? economicClass(line.name);
    return found === null ? [] : [[line, found] as const];
  }));
  const isTold = coded.size * 2 > plain.length && (plain.some(({ name }) => codedName(name) !== null) || hasLevels([...coded.values()]));
  return isTold ? lines.map((line) => ({ ...line, ...coded.get(line) })) : lines;
}

/** 30101 基本工资, 50101 工资奖金津补贴; alone such digits may be those of a room. */
const ECONOMIC = /^\s*(?<code>[35]\d{2}(?:\d{2})?)[\s\u3000-]*(?<name>\p{Script=Han}.*?)\s*$/u;

function economicClass(text: string): CodedName | null {
  const { code, name } = ECONOMIC.exec(text)?.groups ?? {};
  return code === undefined || name === undefined ? null : { code, name };
}

/** 30101 below 301. */
function hasLevels(coded: readonly CodedName[]): boolean {
  const codes = new Set(coded.map(({ code }) => code));
  return coded.some(({ code }) => code.length > TOP_DIGITS && codes.has(code.slice(0, TOP_DIGITS)));
}

const TOP_DIGITS = 3;
