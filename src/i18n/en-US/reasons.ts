import type { reasons as reference } from "../zh-CN/reasons";

export const reasons: Readonly<Record<keyof typeof reference, string>> = {
};
