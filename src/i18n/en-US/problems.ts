import type { problems as reference } from "../zh-CN/problems";

export const problems: Readonly<Record<keyof typeof reference, string>> = {
};
