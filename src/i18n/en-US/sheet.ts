import type { sheet as reference } from "../zh-CN/sheet";

export const sheet: Readonly<Record<keyof typeof reference, string>> = {
};
