/** A functional class in one cell with its code: 2010301 行政运行, 205-教育支出, [205]教育支出. */

export interface CodedName {
  readonly code: string;
  readonly name: string;
}

const CODED = /^\s*[[【(（]?(?<code>2\d{2}(?:\d{2}){0,2})(?:[\])）】]|[\s\u3000]*[-－—|:：]|(?=[\s\u3000]|\p{Script=Han}))[\s\u3000]*(?<name>\p{Script=Han}.*?)\s*$/u;

/** null where no such code stands before a name. 2025年 is none. */
export function codedName(text: string): CodedName | null {
  const { code, name } = CODED.exec(text)?.groups ?? {};
  return code === undefined || name === undefined || /^[年号]/u.test(name) ? null : { code, name };
}
