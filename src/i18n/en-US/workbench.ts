import type { workbench as reference } from "../zh-CN/workbench";

export const workbench: Readonly<Record<keyof typeof reference, string>> = {
};
