import type { pane as reference } from "../zh-CN/pane";

export const pane: Readonly<Record<keyof typeof reference, string>> = {
};
