import { REASON_CODES } from "../../../src/domain/recognise/reason";
import { enUS } from "../../../src/i18n/en-US";
import { zhCN } from "../../../src/i18n/zh-CN";

test.each([["zh-CN", zhCN], ["en-US", enUS]])("every reason has its words in %s", (_, catalog) => {
  expect(REASON_CODES.filter((code) => !Object.hasOwn(catalog, `reason.${code}`))).toEqual([]);
});
