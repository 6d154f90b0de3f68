import type { cli as reference } from "../zh-CN/cli";

export const cli: Readonly<Record<keyof typeof reference, string>> = {
};
