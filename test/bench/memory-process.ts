/** One pass over a workbook of so many rows; prints what the process took before and at most, in megabytes. */

import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { checkExecution } from "../../src/pipeline/check";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { budgetSnapshot } from "./budget-book";

const peak = (): number => process.resourceUsage().maxRSS / 1024;

const words = sheetWords(createTranslator("zh-CN"));
const atStart = peak();
const snapshot = budgetSnapshot(Number(process.argv[2]));
const { execution } = prepareWriting(snapshot, DEFAULT_OPTIONS, words);
checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text: null, confirmed: [] });
process.stdout.write(JSON.stringify({ atStart, atMost: peak() }));
