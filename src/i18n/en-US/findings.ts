import type { findings as reference } from "../zh-CN/findings";

export const findings: Readonly<Record<keyof typeof reference, string>> = {
};
